import type { CalendarDay } from '../calendar/calendar-day';
import type { Fen } from '../money/fen';
import {
  bucketsOf,
  type Denominator,
  type Limit,
  type LocalNumbers,
  type PolicyPack,
  type PoolId,
} from '../policy/pack';
import type { Judged } from '../policy/reckon';
import { wholeFacts, wholesOf } from './plan-facts';
import type { PlanGround } from './plan-ground';

/** What the limits, gates and fixed amounts of a pack are judged on. */
export interface UseFacts {
  readonly pack: PolicyPack;
  readonly pool: PoolId;
  readonly on: CalendarDay;
  readonly local: LocalNumbers;
  readonly distributable: Fen;
  /** What the plan gives to each use, in fen. */
  readonly planned: Readonly<Record<string, Fen>>;
  readonly ground: PlanGround;
}

/** What of the year each use has come to with this plan. */
export function usedInYear({ planned, ground }: UseFacts): Record<string, Fen> {
  const ids = new Set([...Object.keys(planned), ...Object.keys(ground.year.used)]);
  return Object.fromEntries([...ids].map((id) => [id, (planned[id] ?? 0n) + (ground.year.used[id] ?? 0n)]));
}

/** Whether an id is a use of the plan's pool; else it is a cost. */
export function isBucket({ pack, pool }: Pick<UseFacts, 'pack' | 'pool'>, id: string): boolean {
  return bucketsOf(pack, pool).some((bucket) => bucket.id === id);
}

/** Every amount that a share of this plan may be a share of: those of the period, and what it distributes. */
export function periodWholes(facts: Omit<UseFacts, 'planned'>): Partial<Record<Denominator, Fen>> {
  const { ground, distributable } = facts;
  return { ...wholesOf(ground.period, facts), distributable: distributable > 0n ? distributable : 0n };
}

/** What amounts of the pack are reckoned by: the wholes of the plan and its period, or of the year. */
export function judgedOver(facts: Omit<UseFacts, 'planned'>, over: Limit['over']): Judged {
  const { pack, on, local, ground } = facts;
  const wholes = over === 'year' ? wholesOf(ground.year, facts) : periodWholes(facts);
  return { pack, subject: 'limit', facts: wholeFacts(wholes), local, on };
}
