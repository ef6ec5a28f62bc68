import {
  filledClaims,
  isSettled,
  openOfYear,
  promisesOf,
  requireCovered,
  requireGrantOfYear,
  usesBelowGiven,
} from '../../../src/domain/distribution/year-grants';
import { planLines } from '../../../src/domain/distribution/distribution-plan';
import { freeAt, type PromisedPool } from '../../../src/domain/ledger/promised-money';
import { undistributedOn } from '../../../src/domain/ledger/pool-movements';
import { surplusStatement } from '../../../src/domain/surplus/surplus-statement';
import { sumFen } from '../../../src/domain/money/fen';
import { DomainError } from '../../../src/domain/shared/domain-error';

function refusalOf(work: () => void): string {
  try {
    work();
    return 'done';
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return `${error.code} ${Object.values(error.facts).map(String).join(' ')}`;
  }
}

const GIVEN = {
  year: 2025,
  approvedOn: '2025-02-10',
  settledTo: undefined as string | undefined,
  open: 100n,
  free: 100n,
};
const MARCH = { month: '2025-03', amount: 100n, grantedOn: '2025-03-31' };

describe('a month granted under the plan of its year', () => {
  it.each([
    ['all that the use has open and the pool has free', {}, {}, 'done'],
    ['a fen above the use', { open: 99n }, {}, 'yearGrant.aboveLine 100 99 1'],
    ['of a use that is given away already', { open: -5n }, {}, 'yearGrant.aboveLine 100 0 100'],
    ['a fen above what is free', { free: 99n }, {}, 'yearGrant.aboveFree 100 99 1'],
    ['of a pool that owes more than it has', { free: -1n }, {}, 'yearGrant.aboveFree 100 0 100'],
    ['of another year', {}, { month: '2024-12' }, 'yearGrant.otherYear 2024-12 2025'],
    ['the day before it was decided', {}, { grantedOn: '2025-02-09' }, 'grant.beforeApproval 2025-02-10'],
    ['on the day on which it was decided', {}, { grantedOn: '2025-02-10' }, 'done'],
    [
      'that a distribution has settled',
      { settledTo: '2025-03-31' },
      {},
      'yearGrant.settled 2025-03 2025-03-31',
    ],
    ['the month after what is settled', { settledTo: '2025-02-28' }, {}, 'done'],
    ['whose last day is not settled', { settledTo: '2025-03-30' }, {}, 'done'],
    [
      'on a day that is settled, though its month is not',
      { settledTo: '2025-03-15' },
      { grantedOn: '2025-03-15' },
      'yearGrant.settled 2025-03 2025-03-15',
    ],
  ])('%s', (_of, given, grant, says) => {
    expect(
      refusalOf(() => {
        requireGrantOfYear({ ...MARCH, ...grant }, { ...GIVEN, ...given });
      }),
    ).toBe(says);
  });

  it('leaves of the year what neither a distribution nor a grant has', () => {
    expect(openOfYear({ planned: 600n, decided: 250n, granted: 100n })).toBe(250n);
  });

  it('is settled by the distribution in which its last day lies', () => {
    expect(['2025-05-31', '2025-05-30'].map((to) => isSettled('2025-05', to))).toEqual([true, false]);
  });
});

describe('the distribution that settles it', () => {
  const line = { use: 'posts', name: 'posts of the village', amount: 100n };
  const granted = [60n, 40n].map((amount, index) => ({
    ...{ claimId: String(index), use: 'posts', month: '2025-01', granted: amount },
  }));

  it.each([
    ['as much as was granted', [line], 'done'],
    ['a fen less', [{ ...line, amount: 99n }], 'plan.belowGranted posts of the village 99 100 1'],
    ['no such line', [{ ...line, use: 'labour' }], 'plan.belowGranted posts 0 100 100'],
  ])('with %s', (_with, lines, says) => {
    expect(
      refusalOf(() => {
        requireCovered(lines, granted);
      }),
    ).toBe(says);
  });

  it('promises each claim it takes over under its own id, and the rest as its line', () => {
    expect(promisesOf({ id: 'line', amount: 130n }, granted)).toEqual([
      { id: 'line', amount: 30n },
      { id: '0', amount: 60n },
      { id: '1', amount: 40n },
    ]);
  });

  it.each([
    [[70n, 60n], 100n, [70n, 30n]],
    [[0n, 100n], 100n, [0n, 100n]],
    [[100n, 30n], 40n, [40n, 0n]],
  ])('fills claims with room for %p by %p', (rooms, taken, filled) => {
    const claims = rooms.map((room, index) => ({ id: String(index), room }));
    expect([...filledClaims(claims, taken).values()]).toEqual(filled);
  });

  it('refuses no year that plans what was given, and names what is below it', () => {
    expect(usesBelowGiven({ posts: 100n, labour: 50n }, { posts: 100n, labour: 51n, industry: 1n })).toEqual([
      { use: 'labour', planned: 50n, given: 51n, short: 1n },
      { use: 'industry', planned: 0n, given: 1n, short: 1n },
    ]);
  });
});

/** Source: the case of Yangshuwan, its half year of 2025. */
describe('the half year of Yangshuwan', () => {
  const [to, decidedOn] = ['2025-06-30', '2025-07-12'];
  const months = ['01', '02', '03', '04', '05'].map((month) => `2025-${month}`);
  const wages = months.map((month) => ({ claimId: month, use: 'posts', month, granted: 804_100n }));
  const june = { claimId: '2025-06', use: 'posts', month: '2025-06', granted: 800_727n };
  const movement = (
    flow: 'opening' | 'received' | 'deducted' | 'granted',
    statementOn: string,
    amount: bigint,
  ) => ({
    ...{ flow, statementOn, amount },
  });
  const movements = [
    movement('opening', '2025-01-01', 341_266n),
    movement('received', '2025-04-01', 8_546_614n),
    movement('deducted', '2025-05-01', 765_852n),
    ...wages.map(({ claimId, granted }) => ({
      ...movement('granted', `${claimId}-28`, granted),
      planLineId: claimId,
    })),
    { ...movement('granted', '2025-07-03', june.granted), planLineId: june.claimId },
  ];
  const amounts = { posts: 4_821_227n, labour: 1_120_000n, subsidy: 730_000n, industry: 1_200_000n };
  const statement = surplusStatement({ pool: 'pv', from: '2025-01-01', to }, movements, []);
  const claim = { forWhat: '', beneficiaries: 1, unit: 'person', targetGroup: 'others', pool: 'pv' } as const;
  const claims = Object.entries(amounts).map(([bucket, amount]) => ({
    ...claim,
    id: bucket,
    bucket,
    amount,
  }));
  const plan = planLines(statement.distributable, claims, Object.keys(amounts));

  it('subtracts no wage in its statement, and takes each over once', () => {
    expect([statement.distributable, plan.planned, plan.leftOver]).toEqual([
      8_122_028n,
      7_871_227n,
      250_801n,
    ]);
    const grantedByThen = sumFen(wages.map(({ granted }) => granted));
    expect(grantedByThen).toBe(4_020_500n);
    expect(undistributedOn(movements, to)).toBe(4_101_528n);
    expect(plan.planned - grantedByThen).toBe(3_850_727n);
    // Undistributed on the last day less what is not granted on that day is what is left over.
    expect(4_101_528n - 3_850_727n).toBe(plan.leftOver);
  });

  it('leaves free what is left over, on every day from its decision on', () => {
    const taken = [...wages, june];
    requireCovered(
      Object.entries(amounts).map(([use, amount]) => ({ use, name: use, amount })),
      taken,
    );
    const promises = Object.entries(amounts)
      .flatMap(([id, amount]) => promisesOf({ id, amount }, id === 'posts' ? taken : []))
      .map(({ id, amount }) => ({
        ...{ planId: 'plan', planLineId: id, pool: 'pv' as const, from: '2025-01-01', to },
        ...{ promisedOn: decidedOn, amount },
      }));
    const pool: PromisedPool = { pool: 'pv', promises, movements };
    expect(freeAt(pool, decidedOn)).toBe(250_801n);
    // A wage that is taken back is promised again; granted anew under the line it counts once.
    const back = { ...movement('granted', '2025-07-20', -june.granted), planLineId: june.claimId };
    const anew = { ...movement('granted', '2025-07-21', june.granted), planLineId: 'posts' };
    const later: PromisedPool = { ...pool, movements: [...movements, back, anew] };
    expect(['2025-07-20', '2025-07-21'].map((day) => freeAt(later, day))).toEqual([250_801n, 250_801n]);
  });
});
