import fc from 'fast-check';
import {
  planLines,
  printedShares,
  type SharedPart,
} from '../../../src/domain/distribution/distribution-plan';
import { nextPlanState, type PlanAct, type PlanState } from '../../../src/domain/distribution/plan-states';
import { DomainError } from '../../../src/domain/shared/domain-error';
import { sumFen } from '../../../src/domain/money/fen';
import type { Claim } from '../../../src/domain/uses/claim';

const ORDER = ['posts', 'labour', 'reward', 'industry'];
const claim = (bucket: string, amount: bigint, id = `${bucket}-${String(amount)}`): Claim => ({
  id,
  bucket,
  amount,
  pool: 'pv',
  forWhat: 'x',
  beneficiaries: 1,
  unit: 'person',
  targetGroup: 'lifted_out',
});
const refusal = (act: () => unknown): DomainError | undefined => {
  try {
    act();
    return undefined;
  } catch (error) {
    if (error instanceof DomainError) return error;
    throw error;
  }
};

describe('the lines of a plan', () => {
  it('gather the claims of each use, in the order of the pack', () => {
    const claims = [claim('industry', 7n), claim('posts', 3n), claim('industry', 2n)];
    const { lines, planned, leftOver } = planLines(20n, claims, ORDER);
    expect(lines.map((line) => [line.bucket, line.amount, line.claims.length])).toEqual([
      ['posts', 3n, 1],
      ['industry', 9n, 2],
    ]);
    expect({ planned, leftOver }).toEqual({ planned: 12n, leftOver: 8n });
  });

  it('are those of the pictures: 78,712.27 of 81,220.28, left 2,508.01', () => {
    const claims = [
      claim('posts', 4_821_227n),
      claim('labour', 1_120_000n),
      claim('reward', 730_000n),
      claim('industry', 1_200_000n),
    ];
    expect(planLines(8_122_028n, claims, ORDER)).toMatchObject({ planned: 7_871_227n, leftOver: 250_801n });
  });

  it.each<{ rule: string; distributable: bigint; claims: Claim[]; code: string | undefined; facts?: object }>(
    [
      { rule: 'to the last fen', distributable: 12n, claims: [claim('posts', 12n)], code: undefined },
      {
        rule: 'one fen above, by how much',
        distributable: 12n,
        claims: [claim('posts', 10n), claim('labour', 3n)],
        code: 'plan.aboveDistributable',
        facts: { planned: 13n, distributable: 12n, excess: 1n },
      },
      { rule: 'without a claim', distributable: 12n, claims: [], code: 'plan.withoutClaims' },
      {
        rule: 'without money, before it is asked for claims',
        distributable: 0n,
        claims: [],
        code: 'plan.nothingToDistribute',
        facts: { distributable: 0n },
      },
      {
        rule: 'below zero',
        distributable: -1n,
        claims: [claim('posts', 1n)],
        code: 'plan.nothingToDistribute',
      },
    ],
  )('are drawn $rule: $code', ({ distributable, claims, code, facts }) => {
    const refused = refusal(() => planLines(distributable, claims, ORDER));
    expect(refused?.code).toBe(code);
    if (facts !== undefined) expect(refused?.facts).toEqual(facts);
  });

  it('never lose a claim of a use the pack does not know', () => {
    expect(() => planLines(20n, [claim('castle', 1n)], ORDER)).toThrow(
      'every claim stands in one line of the plan',
    );
  });

  it('add up with the left-over to what there was, or are refused by exactly the excess', () => {
    const anyClaims = fc.array(fc.tuple(fc.constantFrom(...ORDER), fc.bigInt({ min: 1n, max: 10n ** 12n })), {
      minLength: 1,
      maxLength: 30,
    });
    fc.assert(
      fc.property(anyClaims, fc.bigInt({ min: 1n, max: 10n ** 13n }), (drawn, distributable) => {
        const claims = drawn.map(([bucket, amount], index) => claim(bucket, amount, String(index)));
        const asked = sumFen(claims.map((each) => each.amount));
        const refused = refusal(() => {
          const { lines, planned, leftOver } = planLines(distributable, claims, ORDER);
          expect(sumFen(lines.map((line) => line.amount)) + leftOver).toBe(distributable);
          expect(planned).toBe(asked);
        });
        if (asked <= distributable) expect(refused).toBeUndefined();
        else expect(refused?.facts['excess']).toBe(asked - distributable);
      }),
    );
  });
});

describe('printed shares', () => {
  it('of the pictures are 59.36, 13.79, 8.99, 14.77 and 3.09', () => {
    const parts = {
      posts: 4_821_227n,
      labour: 1_120_000n,
      reward: 730_000n,
      industry: 1_200_000n,
      left: 250_801n,
    };
    const shares = printedShares(Object.entries(parts).map(([key, amount]) => ({ key, amount })));
    expect([...shares.values()]).toEqual([5936, 1379, 899, 1477, 309]);
  });

  it.each<{ parts: Record<string, bigint>; shares: Record<string, number> }>([
    { parts: { a: 1n }, shares: { a: 10_000 } },
    { parts: { a: 1n, b: 0n }, shares: { a: 10_000, b: 0 } },
    { parts: { c: 1n, b: 1n, a: 1n }, shares: { a: 3_334, b: 3_333, c: 3_333 } },
    { parts: { a: 1n, b: 99_999n }, shares: { a: 0, b: 10_000 } },
  ])('of $parts are $shares', ({ parts, shares }) => {
    const printed = printedShares(Object.entries(parts).map(([key, amount]) => ({ key, amount })));
    expect(Object.fromEntries(printed)).toEqual(shares);
  });

  it('add up to exactly 100.00, each within a hundredth of the exact share, whatever the parts', () => {
    const anyParts = fc
      .array(fc.bigInt({ min: 0n, max: 10n ** 15n }), { minLength: 1, maxLength: 20 })
      .filter((amounts) => amounts.some((amount) => amount > 0n));
    fc.assert(
      fc.property(anyParts, (amounts) => {
        const whole = sumFen(amounts);
        const shares = printedShares(amounts.map((amount, index) => ({ key: String(index), amount })));
        expect([...shares.values()].reduce((sum, share) => sum + share, 0)).toBe(10_000);
        for (const [index, amount] of amounts.entries()) {
          const off = BigInt(shares.get(String(index)) ?? -1) * whole - amount * 10_000n;
          expect(off < whole && off > -whole).toBe(true);
        }
      }),
    );
  });
});

describe('the life of a plan', () => {
  const acts: PlanAct[] = ['submit', 'approve', 'return', 'void'];
  it.each<{ state: PlanState; leads: Partial<Record<PlanAct, PlanState>> }>([
    { state: 'drafted', leads: { submit: 'submitted', void: 'voided' } },
    { state: 'submitted', leads: { approve: 'approved', return: 'returned', void: 'voided' } },
    { state: 'approved', leads: {} },
    { state: 'returned', leads: {} },
    { state: 'voided', leads: {} },
  ])('goes on from $state by nothing but $leads', ({ state, leads }) => {
    for (const act of acts) {
      const next = leads[act];
      if (next === undefined) {
        expect(refusal(() => nextPlanState(state, act))).toMatchObject({
          code: 'plan.notNow',
          facts: { state, act },
        });
      } else expect(nextPlanState(state, act)).toBe(next);
    }
  });
});

describe('shares printed beside their bounds', () => {
  it.each<[what: string, parts: SharedPart[], printed: number[]]>([
    [
      'a floor missed by a fen',
      [
        { key: 'a', amount: 4_499_999n, bound: { side: 'floor', amount: 4_500_000n } },
        { key: 'b', amount: 5_500_001n },
      ],
      [4_499, 5_501],
    ],
    [
      'a floor met to the fen',
      [
        { key: 'a', amount: 4_500_000n, bound: { side: 'floor', amount: 4_500_000n } },
        { key: 'b', amount: 5_500_000n },
      ],
      [4_500, 5_500],
    ],
    [
      'a cap passed by a fen',
      [
        { key: 'a', amount: 4_500_001n, bound: { side: 'cap', amount: 4_500_000n } },
        { key: 'b', amount: 5_499_999n },
      ],
      [4_501, 5_499],
    ],
    [
      'all of it below a floor',
      [
        { key: 'a', amount: 10n, bound: { side: 'floor', amount: 11n } },
        { key: 'b', amount: 0n },
      ],
      [10_000, 0],
    ],
    [
      'two caps passed, and nearly nothing else',
      [
        { key: 'a', amount: 4_999_999n, bound: { side: 'cap', amount: 1n } },
        { key: 'b', amount: 5_000_000n, bound: { side: 'cap', amount: 1n } },
        { key: 'c', amount: 1n },
      ],
      [5_000, 5_000, 0],
    ],
  ])('%s', (_what, parts, printed) => {
    expect([...printedShares(parts).values()]).toEqual(printed);
  });
});
