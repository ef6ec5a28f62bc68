import type { UseFacts } from '../../../src/domain/distribution/use-facts';
import { bucketsOf, type Bucket, type PolicyPack } from '../../../src/domain/policy/pack';
import { readPack } from '../../../src/domain/policy/read-pack';
import { limit, SMALL_PACK_ID, smallPack } from '../policy/small-pack';

export type Raw = Record<string, unknown>;

/** Every number that the uses and limits of these tests are given, as a document would say it. */
const NUMBERS = ';按10%、25%、30%、33.33%、45%、50%、55%、70%,每次10元、12.34元、45.67元、50元';

/** The small pack with what a test changes: its three uses by their ids, its limits, or a whole part. */
export function packWith(
  change: { uses?: Record<string, Raw>; limits?: Raw[]; pool?: Raw; parts?: Raw } = {},
): PolicyPack {
  const raw = smallPack();
  const pool = raw.pools['pv'] ?? {};
  const buckets = (pool['buckets'] as Raw[]).map((bucket) => {
    return { ...bucket, ...change.uses?.[String(bucket['id'])] };
  });
  raw.pools = { pv: { ...pool, buckets, limits: change.limits ?? [], ...change.pool } };
  for (const clause of Object.values(raw.clauses) as { text: string }[]) clause.text += NUMBERS;
  return readPack({ ...raw, ...change.parts }, SMALL_PACK_ID);
}

/** A limit on the posts over the period, refused where it is broken. */
export function bound(change: Raw): Raw {
  return limit({ over: 'period', force: 'block', ...change });
}

/** A half year that received 120.00, of which 19.99 of rent were paid; 100.01 are there to be given away. */
export function halfYear(pack: PolicyPack, change: Partial<UseFacts> = {}): UseFacts {
  const sums = { received: 12_000n, costs: { land_rent: 1_999n } };
  return {
    ...{ pack, pool: 'pv', on: '2024-06-30', local: {} },
    ...{ distributable: 10_001n, planned: {} },
    ground: {
      deductions: [],
      period: sums,
      year: { ...sums, year: '2024', isOver: false, used: {} },
    },
    ...change,
  };
}

/** The same facts with another year around the half year. */
export function inYear(facts: UseFacts, year: Partial<UseFacts['ground']['year']>): UseFacts {
  return { ...facts, ground: { ...facts.ground, year: { ...facts.ground.year, ...year } } };
}

export function bucketOf(pack: PolicyPack, id: string): Bucket {
  const found = bucketsOf(pack, 'pv').find((bucket) => bucket.id === id);
  if (found === undefined) throw new Error(`the small pack has a use ${id}`);
  return found;
}
