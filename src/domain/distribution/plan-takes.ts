import { type Fen, sumFen } from '../money/fen';
import type { Reason } from '../money/odd-fen';
import { ratio } from '../money/ratio';
import type { Judgement } from '../policy/judge';
import type { Bucket, Denominator } from '../policy/pack';
import type { Quantity } from '../policy/quantity';
import { reckon } from '../policy/reckon';
import { roundedDown, roundedUp } from './stated-amount';
import { judgedOver, type UseFacts } from './use-facts';

/** What the uses (or costs) of a limit came to, and which part of its whole that is, as print shows it. */
export interface LimitShare {
  readonly planned: Fen;
  readonly whole: Fen;
  readonly of: Denominator;
  readonly percent: string;
}

/** What a limit, a gate or a fixed amount says of a plan; `about` a use, or the plan. */
export interface UseJudgement {
  readonly about: { readonly kind: 'plan' | 'line' | 'take'; readonly id: string };
  readonly judgement: Judgement;
  /** Where the year stands, for a limit over a year. */
  readonly standing?: Reason;
  /** The arithmetic of a limit over the period. */
  readonly share?: LimitShare;
}

/**
 * A use whose amount the document fixes gets that amount: one that comes to no whole fen is met by the fen
 * on either side of it, one that takes the rest by the rest.
 */
export function judgeTakes(facts: UseFacts, buckets: readonly Bucket[]): UseJudgement[] {
  return buckets.flatMap((bucket): UseJudgement[] => {
    const { id, cite, name } = bucket;
    const asked = askedFor(facts, bucket);
    if (asked === undefined) return [];
    const planned = facts.planned[id] ?? 0n;
    const said = { ruleId: `take:${id}`, force: 'block', clause: cite, says: name } as const;
    const about = { kind: 'take', id } as const;
    if (asked.least === undefined) {
      return [{ about, judgement: { ...said, outcome: 'undecided', missing: asked.missing, facts: {} } }];
    }
    const holds = asked.least <= planned && planned <= asked.most;
    const isBelow = planned < asked.least;
    const seen = { planned, asked: isBelow ? asked.least : asked.most };
    const off = isBelow ? { shortfall: asked.least - planned } : { excess: planned - asked.most };
    const outcome = holds ? 'passed' : 'failed';
    const compared = holds ? seen : { ...seen, ...off };
    return [{ about, judgement: { ...said, outcome, missing: [], facts: compared } }];
  });
}

function askedFor(facts: UseFacts, { id, take }: Bucket): Asked | undefined {
  if (take.kind === 'rest') return restFor(facts, id);
  return take.kind === 'amount' ? fixedFor(facts, take.amount) : undefined;
}

type Asked =
  | { readonly least: Fen; readonly most: Fen }
  | { readonly least: undefined; readonly missing: readonly string[] };

/** The whole fen on either side of an amount the document fixes. */
export function fixedFor(facts: UseFacts, amount: Quantity): Asked {
  const { number, missing } = reckon(amount, judgedOver(facts, facts.ground.period));
  if (number === undefined) return { least: undefined, missing };
  const fen = ratio(number.numerator * 100n, number.denominator);
  return { least: roundedDown(fen), most: roundedUp(fen) };
}

function restFor({ distributable, planned }: UseFacts, id: string): Asked {
  const others = sumFen(Object.entries(planned).flatMap(([use, amount]) => (use === id ? [] : [amount])));
  const rest = distributable > others ? distributable - others : 0n;
  return { least: rest, most: rest };
}
