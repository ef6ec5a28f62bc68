import { yearChances } from '../../domain/distribution/year-chances';
import type { UseFacts } from '../../domain/distribution/use-facts';
import type { Fen } from '../../domain/money/fen';
import { yearFloorWords } from '../../glossary/year-plan-words';
import { widePunctuation } from '../../platform/text/wide-punctuation';
import { citedClause } from '../../platform/views/cited-clause';
import type { YearFloorRow } from './year-floors.pages';

/** The floors and caps over a year as they stand with a plan, in words; `left` is what it leaves over. */
export function yearFloors(facts: UseFacts, left: Fen): YearFloorRow[] {
  return yearChances(facts, left).map(({ limit, standing, chance }) => ({
    says: widePunctuation(limit.says),
    clause: citedClause(facts.pack, limit.cite),
    isFloor: standing.rule.side === 'at_least',
    have: standing.coveredSum,
    need: standing.bound,
    isShort: ['left', 'more', 'never', 'over'].includes(chance.kind),
    words: yearFloorWords[chance.kind]('fen' in chance ? chance.fen : 0n),
  }));
}
