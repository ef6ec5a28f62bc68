import { faults, type Pack } from './lint';
import { limit } from './small-pack';

type Raw = Record<string, unknown>;

/** `61%` of what is left after the deductions. */
const of = (percent: number): string => `value:s${String(percent)} of after_deductions`;

/** What is said of the amounts of the small pack with these limits, and with what it fixes for uses. */
function said({ limits = [], takes = {} }: { limits?: Raw[]; takes?: Record<string, string> }): string[] {
  const found = faults((pack: Pack) => {
    pack.clauses['shares'] = { at: '七', text: '分成20%、30%、40%、60%和61%' };
    for (const percent of [20, 30, 40, 60, 61]) {
      const value = (percent / 100).toString();
      pack.values.push({ id: `s${String(percent)}`, value, unit: 'share', cite: 'shares' });
    }
    const pool = pack.pools['pv'] ?? {};
    const buckets = (pool['buckets'] as Raw[]).map((bucket) => {
      const take = takes[String(bucket['id'])];
      return take === undefined ? bucket : { ...bucket, take };
    });
    Object.assign(pool, {
      buckets,
      limits: limits.map((each, index) => limit({ id: `XX-L${String(index)}`, ...each })),
    });
  });
  return found.filter((each) => /floorAboveCap|sharesOverWhole/.test(each));
}

describe('limits and fixed shares that cannot all be kept', () => {
  it.each<{ rule: string; pack: Parameters<typeof said>[0]; faulty: string[] }>([
    {
      rule: 'a floor of the year above the cap of every period',
      pack: {
        limits: [
          { over: 'year', at_least: of(61) },
          { over: 'period', at_most: of(60) },
        ],
      },
      faulty: ['pools.pv.limits.0: policy.floorAboveCap XX-L0'],
    },
    {
      rule: 'a floor of every period above the cap of the year',
      pack: {
        limits: [
          { over: 'period', at_least: of(61) },
          { over: 'year', at_most: of(60) },
        ],
      },
      faulty: ['pools.pv.limits.0: policy.floorAboveCap XX-L0'],
    },
    {
      rule: 'a floor of the year at the cap of every period',
      pack: {
        limits: [
          { over: 'year', at_least: of(60) },
          { over: 'period', at_most: of(60) },
        ],
      },
      faulty: [],
    },
    {
      rule: 'yuan of a year and yuan of each of its periods, which add up',
      pack: {
        limits: [
          { over: 'year', at_least: 'value:yearly', cite: 'scale' },
          { over: 'period', at_most: '3000', cite: 'scale' },
        ],
      },
      faulty: [],
    },
    {
      rule: 'floors of two uses above the cap on both',
      pack: {
        limits: [
          { at_least: of(30) },
          { at_least: of(40), on: 'reward' },
          { at_most: of(60), on: ['posts', 'reward'] },
        ],
      },
      faulty: ['pools.pv.limits.1: policy.floorAboveCap XX-L0+XX-L1'],
    },
    {
      rule: 'floors of two uses at the cap on both',
      pack: {
        limits: [
          { at_least: of(20) },
          { at_least: of(40), on: 'reward' },
          { at_most: of(60), on: ['posts', 'reward'] },
        ],
      },
      faulty: [],
    },
    {
      rule: 'two floors that count one use, which is counted once',
      pack: {
        limits: [
          { at_least: of(40) },
          { at_least: of(40), on: ['posts', 'reward'] },
          { at_most: of(60), on: ['posts', 'reward'] },
        ],
      },
      faulty: [],
    },
    {
      rule: 'a share the document fixes above its cap',
      pack: { takes: { posts: of(61) }, limits: [{ at_most: of(60) }] },
      faulty: ['pools.pv.buckets.0.take: policy.floorAboveCap use:pv.posts'],
    },
    {
      rule: 'a share the document fixes at its cap',
      pack: { takes: { posts: of(60) }, limits: [{ at_most: of(60) }] },
      faulty: [],
    },
    {
      rule: 'a floor above the share the document fixes',
      pack: { takes: { posts: of(40) }, limits: [{ at_least: of(60) }] },
      faulty: ['pools.pv.limits.0: policy.floorAboveCap XX-L0'],
    },
    {
      rule: 'a fixed share and a floor on another use over the whole',
      pack: { takes: { posts: of(61) }, limits: [{ at_least: of(40), on: 'reward' }] },
      faulty: ['pools.pv: policy.sharesOverWhole'],
    },
    {
      rule: 'a fixed share and a floor on another use at the whole',
      pack: { takes: { posts: of(60) }, limits: [{ at_least: of(40), on: 'reward' }] },
      faulty: [],
    },
  ])('$rule', ({ pack, faulty }) => {
    expect(said(pack)).toEqual(faulty);
  });
});
