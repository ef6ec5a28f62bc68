import { keepGround, type PlanGround, readGround } from '../../../src/domain/distribution/plan-ground';

const GROUND: PlanGround = {
  deductions: [
    { id: 'd2', kind: 'o_and_m', amount: 4_000n, reason: '' },
    { id: 'd1', kind: 'other', amount: 1n, reason: 'the inverter burnt' },
  ],
  period: { received: 75_000n, costs: { other: 1n, o_and_m: 4_000n } },
  year: {
    ...{ year: '2025', isOver: true, received: 9_007_199_254_740_993n },
    ...{ costs: { other: 1n, insurance: 20n, o_and_m: 8_000n }, used: { works: 0n, posts: 30_000n } },
  },
};

describe('what the books said when a plan was drafted', () => {
  it('is kept as digits, above what a floating number holds, too', () => {
    expect(keepGround(GROUND)).toEqual({
      deductions: [
        { id: 'd2', kind: 'o_and_m', amount: '4000', reason: '' },
        { id: 'd1', kind: 'other', amount: '1', reason: 'the inverter burnt' },
      ],
      period: { received: '75000', costs: { o_and_m: '4000', other: '1' } },
      year: {
        ...{ year: '2025', isOver: true, received: '9007199254740993' },
        ...{ costs: { insurance: '20', o_and_m: '8000', other: '1' }, used: { posts: '30000', works: '0' } },
      },
    });
  });

  it('is read as it was kept', () => {
    expect(readGround(keepGround(GROUND))).toEqual(GROUND);
    const release = { on: '2025-04-02', amount: 20n, reason: 'one broke' };
    const reserve = { id: 'r', purpose: 'repairs', paper: 'meeting 3', setOn: '2025-03-01' };
    const reserves = [{ ...reserve, amount: 300n, releasedBefore: 50n, releases: [release] }];
    expect(readGround(keepGround({ ...GROUND, reserves }))).toEqual({ ...GROUND, reserves });
  });

  it('is the same text, so has the same digest, in whatever order kinds and uses came', () => {
    const { period, year } = GROUND;
    const costs = { o_and_m: 8_000n, other: 1n, insurance: 20n };
    const turned: PlanGround = {
      ...GROUND,
      period: { ...period, costs: { o_and_m: 4_000n, other: 1n } },
      year: { ...year, costs, used: { posts: 30_000n, works: 0n } },
    };
    const text = JSON.stringify(keepGround(GROUND));
    expect(JSON.stringify(keepGround(turned))).toBe(text);
    expect(text).toContain('"costs":{"insurance":"20","o_and_m":"8000","other":"1"}');
  });
});
