import { type Fen, sumFen } from '../money/fen';
import type { Reason } from '../money/odd-fen';
import { ratio } from '../money/ratio';
import type { Judgement } from '../policy/judge';
import type { Bucket, Denominator } from '../policy/pack';
import { type FixedAmount, fixedAmounts } from './fixed-amounts';
import { missTheWhole } from './round-shares';
import type { UseFacts } from './use-facts';

/**
 * What the uses (or costs) of a limit came to, and which part of its whole that is, as print shows it. The
 * uses a document names are a part of all that is planned.
 */
export interface LimitShare {
  readonly planned: Fen;
  readonly whole: Fen;
  readonly of: Denominator | 'planned';
  readonly percent: string;
}

/** What a limit, a gate or a fixed amount says of a plan; `about` a use, or the plan. */
export interface UseJudgement {
  readonly about: { readonly kind: 'plan' | 'line' | 'take'; readonly id: string };
  readonly judgement: Judgement;
  /** Where the year stands, for a limit over a year; of which whole an exact share leaves an odd fen. */
  readonly standing?: Reason;
  /** The arithmetic of a limit over the period. */
  readonly share?: LimitShare;
}

/**
 * A use whose amount the document fixes gets that amount: one that comes to no whole fen is met by the fen
 * on either side of it, unless a fen of what is all shared out is left; one that takes the rest by the rest.
 */
export function judgeTakes(facts: UseFacts, buckets: readonly Bucket[]): UseJudgement[] {
  const fixed = fixedAmounts(facts);
  const isOff = missTheWhole(
    [...fixed.values()].flatMap(({ exact }) => (exact === undefined ? [] : [{ exact }])),
    { whole: facts.distributable, planned: sumFen([...fixed.keys()].map((id) => facts.planned[id] ?? 0n)) },
  );
  return buckets.flatMap((bucket): UseJudgement[] => {
    const { id, cite, name, take } = bucket;
    const asked = take.kind === 'rest' ? restFor(facts, id) : fixed.get(id);
    if (asked === undefined) return [];
    const planned = facts.planned[id] ?? 0n;
    const said = { ruleId: `take:${id}`, force: 'block', clause: cite, says: name } as const;
    const about = { kind: 'take', id } as const;
    if (asked.amount === undefined) {
      return [{ about, judgement: { ...said, outcome: 'undecided', missing: asked.missing, facts: {} } }];
    }
    const { amount, least, most } = asked;
    const holds = take.kind !== 'rest' && isOff ? planned === amount : least <= planned && planned <= most;
    const off = planned < amount ? { shortfall: amount - planned } : { excess: planned - amount };
    const compared = { planned, asked: amount, ...(holds ? {} : off) };
    return [
      { about, judgement: { ...said, outcome: holds ? 'passed' : 'failed', missing: [], facts: compared } },
    ];
  });
}

function restFor({ distributable, planned }: UseFacts, id: string): FixedAmount {
  const others = sumFen(Object.entries(planned).flatMap(([use, amount]) => (use === id ? [] : [amount])));
  const amount = distributable > others ? distributable - others : 0n;
  return { amount, exact: ratio(amount, 1n), least: amount, most: amount };
}
