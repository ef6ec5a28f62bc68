import { toldByLines } from '../../../src/domain/assets/check-asset-life';
import { givenUp, reservesOn } from '../../../src/domain/assets/given-up';
import { holdingLeavingPostings } from '../../../src/domain/assets/holding-postings';
import type { HoldingKind } from '../../../src/domain/assets/holdings';
import type { Leaving } from '../../../src/domain/assets/leaving';
import { leavingPostings } from '../../../src/domain/assets/life-postings';
import type { AssetAccounts } from '../../../src/domain/assets/postings';
import { mainCodeOf } from '../../../src/domain/ledger/chart';
import { type Pool, type Posting, signedAmount } from '../../../src/domain/ledger/journal-entry';
import type { ReserveMove } from '../../../src/domain/ledger/reserve-move';
import { sumFen } from '../../../src/domain/money/fen';
import { seedRegisters } from '../../support/seed-registers';

const LEAVING: Leaving = {
  ...{ way: 'sale', ground: 'poorReturn', happenedOn: '2025-08-20', proceeds: 0n, costs: 0n },
  ...{ agreedValue: 0n, paper: 'resolution 5', approvedBy: 'representatives' },
};
/** The ways of leaving with what each brings: a sale at a gain and a loss, with costs beyond the proceeds. */
const WAYS: Partial<Leaving>[] = [
  ...(['sale', 'auction', 'damage', 'scrap'] as const).flatMap((way) => [
    { way },
    { way, proceeds: 50n, costs: 7n },
    { way, proceeds: 150n },
    { way, proceeds: 3n, costs: 8n },
  ]),
  { way: 'handOver' },
  { way: 'contribution', agreedValue: 25n },
  { way: 'contribution', agreedValue: 90n },
];
/** The same where the paper charges tax; the rules of 2004 have no account for it. */
const TAXED: Partial<Leaving>[] = [
  { way: 'sale', proceeds: 103n, tax: 3n },
  { way: 'auction', proceeds: 50n, costs: 7n, tax: 2n },
  { way: 'contribution', agreedValue: 25n, tax: 1n },
  { way: 'contribution', agreedValue: 90n, tax: 4n },
];
/** What stands on the reserve: nothing, a part of what the asset is worth, all of it, and more. */
const RESERVES = [0n, 1n, 33n, 59n, 60n, 61n, 1_000n];
const POOLS: Pool[] = ['members', 'other', 'pv', 'earmarked'];
const accountsOf = (version: string, disposalLoss: (roles: AssetAccounts['roles']) => string) => {
  const { roles, choices, ...chart } = seedRegisters().charts.requireChart(version);
  return { version: chart.version, roles, choices: { ...choices, disposalLoss: disposalLoss(roles) } };
};
const CHARTS = (['2023', '2004'] as const).flatMap((version) => [
  { version, loss: 'the reserve', accounts: accountsOf(version, ({ reserve }) => reserve) },
  { version, loss: 'other expense', accounts: accountsOf(version, ({ otherExpense }) => otherExpense) },
]);
const stood = (postings: readonly Posting[], pool: Pool, account: string) =>
  sumFen(
    postings
      .filter((line) => line.pool === pool && mainCodeOf(line.ledgerAccount) === account)
      .map(signedAmount),
  );
/** What income and expense of all pools come to: a loss above zero. */
const lossOf = (postings: readonly Posting[]) =>
  sumFen(postings.filter(({ ledgerAccount }) => ledgerAccount.startsWith('5')).map(signedAmount));

/** An asset that cost 100 and lost 40, in one pool; the earmarked pool has a reserve of 5 otherwise. */
describe.each(CHARTS)('by the chart of $version, where $loss bears a disposal', ({ version, accounts }) => {
  const { roles } = accounts;
  const kinds: (HoldingKind | 'fixed')[] =
    version === '2023' ? ['fixed', 'equity', 'biological'] : ['fixed', 'equity'];
  const ways = version === '2023' ? [...WAYS, ...TAXED] : WAYS;
  const cases = kinds.flatMap((kind) =>
    POOLS.flatMap((pool) =>
      RESERVES.flatMap((reserve) =>
        ways
          .filter(({ way }) => kind !== 'equity' || way !== 'contribution')
          .map((wish) => ({
            ...{ kind, pool, reserve, wish },
          })),
      ),
    ),
  );
  const leave = ({ kind, pool, reserve, wish }: (typeof cases)[number]) => {
    const reserves = new Map<Pool, bigint>([
      ['earmarked', 5n],
      [pool, reserve],
    ]);
    const of = { assetId: 'a1', reserves, accounts };
    const leaving = { ...LEAVING, ...wish };
    const stands = [{ pool, cost: 100n, accumulated: 40n }];
    if (kind === 'fixed') return { leaving, reserves, postings: leavingPostings(leaving, { ...of, stands }) };
    const ledgerAccount = kind === 'equity' ? roles.longTermInvestment : (roles.productiveBiological ?? '');
    const held = [{ pool, ledgerAccount, balance: 60n }];
    return {
      ...{ leaving, reserves },
      postings: holdingLeavingPostings(leaving, { ...of, kind, stands: held }),
    };
  };

  const all = cases.map((each) => ({ ...each, ...leave(each) }));

  it('no reserve comes below nothing, every pool is in balance and the clearing is empty', () => {
    const wrong = all.flatMap(({ postings, reserves, kind, pool, reserve, leaving: { way } }) =>
      POOLS.filter((place) => {
        const left = (reserves.get(place) ?? 0n) - stood(postings, place, roles.reserve);
        const rest = sumFen(postings.filter((line) => line.pool === place).map(signedAmount));
        return left < 0n || rest !== 0n || stood(postings, place, roles.disposal) !== 0n;
      }).map((place) => [kind, pool, String(reserve), way, place]),
    );
    expect(wrong).toEqual([]);
  });

  it('what the event tells of itself is what it was worth', () => {
    const told = all.map(({ postings, leaving }) => toldByLines(leaving.way, postings, roles));
    expect(told).toEqual(
      all.map(({ leaving: { way, agreedValue, proceeds, costs } }) => {
        return { amount: way === 'contribution' ? agreedValue : 60n, proceeds, costs };
      }),
    );
  });

  it('what the reserve does not give up is the loss of the year, less what came in for it', () => {
    const given = all.map(({ postings }) =>
      sumFen(POOLS.map((pool) => stood(postings, pool, roles.reserve))),
    );
    expect(all.map(({ postings }, place) => lossOf(postings) + (given[place] ?? 0n))).toEqual(
      all.map(({ leaving: { agreedValue, costs, proceeds, tax = 0n } }) => {
        return 60n - agreedValue + costs - proceeds + tax;
      }),
    );
  });

  it('an asset of own money alone loses what it was worth in its own pool', () => {
    const own = all.filter(
      ({ reserve, pool, leaving }) => reserve === 0n && pool !== 'earmarked' && leaving.agreedValue < 60n,
    );
    expect(own.length).toBeGreaterThan(0);
    const lost = own.map(({ pool, postings }) => [
      stood(postings, pool, roles.reserve),
      lossOf(postings.filter((line) => line.pool === pool)),
    ]);
    // Where it is put into a firm its tax is owed in the pool that built it, else where the money is.
    expect(lost).toEqual(
      own.map(({ leaving: { way, agreedValue, tax = 0n } }) => {
        return [0n, 60n - agreedValue + (way === 'contribution' ? tax : 0n)];
      }),
    );
  });

  it('the tax that its paper charges is owed, and the pool has received so much less', () => {
    const flows = all.map(({ postings }) => {
      const owed = postings.filter(({ ledgerAccount }) => ledgerAccount === roles.taxPayable);
      const marked = postings.filter(({ poolFlow }) => poolFlow === 'received');
      return [-sumFen(owed.map(signedAmount)), sumFen(marked.map(signedAmount))];
    });
    expect(flows).toEqual(all.map(({ leaving: { proceeds, tax = 0n } }) => [tax, proceeds - tax]));
  });

  it('is refused with a tax by the rules of 2004, which have no account for it', () => {
    const wish = { ...LEAVING, ...TAXED[0] };
    const stands = [{ pool: 'pv' as const, cost: 100n, accumulated: 40n }];
    const booked = () => leavingPostings(wish, { assetId: 'a1', reserves: new Map(), accounts, stands });
    if (version === '2023') expect(booked().length).toBeGreaterThan(0);
    else expect(booked).toThrow('tax.noAccount');
  });
});

describe('what the reserve may give up', () => {
  it.each([
    [60n, 0n, { covered: 0n, rest: 60n }],
    [60n, 59n, { covered: 59n, rest: 1n }],
    [60n, 60n, { covered: 60n, rest: 0n }],
    [60n, 61n, { covered: 60n, rest: 0n }],
    [-5n, 0n, { covered: -5n, rest: 0n }],
    [0n, 9n, { covered: 0n, rest: 0n }],
  ])('of %s with a reserve of %s', (worth, reserve, given) => {
    expect(givenUp(worth, reserve)).toEqual(given);
  });

  const move = (month: string, amount: bigint, isByDay = true): ReserveMove => ({
    ...{ pool: 'members', month, amount, isByDay },
  });
  it.each([
    { is: 'nothing is booked', moves: [], may: undefined },
    { is: 'it stands', moves: [move('2025-01', 90n)], may: 90n },
    { is: 'it comes later in the month', moves: [move('2025-03', 90n, false)], may: 0n },
    { is: 'it comes after the month', moves: [move('2025-04', 90n, false)], may: 0n },
    { is: 'it goes later', moves: [move('2025-01', 90n), move('2025-05', -70n, false)], may: 20n },
    {
      is: 'it went later and came back',
      moves: [move('2025-01', 90n), move('2025-04', -70n, false), move('2025-05', 70n, false)],
      may: 20n,
    },
    { is: 'it went and was taken back', moves: [move('2025-03', 0n), move('2025-01', 90n)], may: 90n },
    { is: 'it was below nothing', moves: [move('2025-01', -4n)], may: 0n },
  ])('on a day of March where $is: $may', ({ moves, may }) => {
    expect(reservesOn(moves, '2025-03-15').get('members')).toBe(may);
  });
});
