import { explainYear } from '../domain/distribution/explain-year';
import { standingOf, type YearRule, type YearWhole, yearReason } from '../domain/distribution/year-standing';
import { type Fen, plainYuan, requireYuan } from '../domain/money/fen';
import { readRatio } from '../domain/money/ratio';
import type { Figures } from './case-file';
import { outlineOf } from './draw-explained';
import { figuresOf } from './draw-split';
import type { NamedAmount, YearAsked } from './sum-asked';

/** Where a year stands against its floor or cap, by name, what its whole is made of, and what is said. */
export function yearFigures(asked: YearAsked): Figures {
  const standing = standingOf(ruleOf(asked), {
    year: asked.year,
    isOver: asked.isOver,
    periods: asked.periods.map(({ received, costs, used }) => ({
      received: requireYuan(received),
      costs: Object.fromEntries(costs.map(({ of, amount }) => [of, fenOf(amount)])),
      used: Object.fromEntries(used.map(({ of, amount }) => [of, fenOf(amount) ?? 0n])),
    })),
    entered: Object.fromEntries(asked.wholes.map(({ of, amount }) => [of, fenOf(amount)])),
  });
  const { code, facts } = yearReason(standing);
  return {
    outcome: standing.outcome,
    covered: plainYuan(standing.coveredSum),
    whole: plainYuan(standing.wholeSum),
    made_of: standing.whole.map(({ id, amount }) => ({ of: id, amount: plainYuan(amount) })),
    bound: standing.bound === undefined ? '' : plainYuan(standing.bound),
    short: plainYuan(standing.short),
    missing: [...standing.missing],
    says: { code, ...figuresOf(facts) },
    explained: outlineOf(explainYear(standing)),
  };
}

function ruleOf({ of, rule }: YearAsked): YearRule {
  const text = rule.atLeast ?? rule.atMost;
  const isOpen = text === undefined || text.startsWith('need:');
  return {
    id: of,
    side: rule.atLeast === undefined ? 'at_most' : 'at_least',
    uses: rule.uses.map((id) => ({ id, name: id })),
    share: isOpen ? undefined : readRatio(text),
    shareNumber: text?.replace(/^need:/, '') ?? of,
    whole: wholeOf(rule),
  };
}

function wholeOf({ whole, costs }: YearAsked['rule']): YearWhole {
  return whole === 'after_named_deductions' ? { of: whole, costs } : { of: whole };
}

function fenOf(amount: NamedAmount['amount']): Fen | undefined {
  return amount === undefined ? undefined : requireYuan(amount);
}
