import type { LeaseTerms } from '../../../src/domain/assets/lease';
import { checkSchedule } from '../../../src/domain/income/check-rents';
import {
  divideOpened,
  type OpenedContract,
  openedByContract,
  type OpenedRent,
} from '../../../src/domain/income/opened-rent';
import { bookableBy, duesAsBooked, standingOf } from '../../../src/domain/income/rent-states';
import { Findings } from '../../../src/domain/ledger/check-pass';
import { leaseWords } from '../../../src/glossary/lease-words';

/** 12,000 a year for three years, all paid on the first day; the books open after one of them. */
const PREPAID: LeaseTerms = {
  ...{ firstOn: '2024-07-01', lastOn: '2027-06-30', type: 'fixed', perMonths: 12, everyMonths: 36 },
  ...{ rates: [{ from: '2024-07-01', value: '12000.00' }], due: { rule: 'afterStart', days: 0 } },
};
/** 8 % of what the tenant turns over, half a year each, due at its end. */
const TURNOVER: LeaseTerms = {
  ...{ firstOn: '2024-11-01', lastOn: '2025-10-31', type: 'turnover', perMonths: 6, everyMonths: 6 },
  ...{ rates: [{ from: '2024-11-01', value: '8%' }], due: { rule: 'afterEnd', days: 0 } },
};
const REPORTED = [{ periodFrom: '2024-11-01', turnover: 20_000_006n }];

const look = (
  lease: { terms: LeaseTerms; turnovers?: typeof REPORTED },
  opening: Partial<OpenedRent>,
  until = '2027-12-31',
) => {
  const opened = { openedOn: '2025-07-01', claims: [], advance: 0n, ...opening };
  const { terms, turnovers = [] } = lease;
  const dues = duesAsBooked({ terms, turnovers }, until, { bookings: [], byHand: [], opened });
  const { openedOn, advance } = opened;
  return standingOf(dues, { openedOn, bookings: [], byHand: [], waived: [], advance });
};
const told = (dues: ReturnType<typeof look>) =>
  dues.map(({ from, to, state, amount, paidAhead }) => [from, to, state, amount, paidAhead]);

describe('rent that was paid ahead of the books', () => {
  it('pays the days from their first one on, year by year, to the fen', () => {
    expect(told(look({ terms: PREPAID }, { advance: 2_400_000n }))).toEqual([
      ['2024-07-01', '2024-12-31', 'before', 604_932n, 0n],
      ['2025-01-01', '2025-06-30', 'before', 595_068n, 0n],
      ['2025-07-01', '2025-12-31', 'bookable', 604_932n, 604_932n],
      ['2026-01-01', '2026-12-31', 'bookable', 1_200_000n, 1_200_000n],
      ['2027-01-01', '2027-06-30', 'bookable', 595_068n, 595_068n],
    ]);
  });

  it('becomes income from the first day of the books, and of a later year in that year', () => {
    const dues = look({ terms: PREPAID }, { advance: 2_400_000n });
    expect(bookableBy(dues, '2026-06-30').map((due) => [due.from, due.bookableFrom])).toEqual([
      ['2025-07-01', '2025-07-01'],
      ['2026-01-01', '2026-01-01'],
    ]);
    expect(bookableBy(dues, '2025-06-30')).toEqual([]);
  });

  it('leaves to be asked for what it does not reach, late since the day of the contract', () => {
    const dues = look({ terms: PREPAID }, { advance: 604_933n });
    expect(dues.slice(2).map(({ paidAhead, dueOn }) => [paidAhead, dueOn])).toEqual([
      [604_932n, '2024-07-01'],
      [1n, '2024-07-01'],
      [0n, '2024-07-01'],
    ]);
  });

  it.each<[rule: string, terms: Partial<LeaseTerms>, opening: Partial<OpenedRent>, first: string[]]>([
    ['nothing was kept', {}, {}, ['2025-01-01 2025-12-31 before', '2026-01-01 2026-12-31 bookable']],
    [
      'a yearly rent falls due in the books',
      { everyMonths: 12, due: { rule: 'afterEnd', days: 30 } },
      {},
      ['2025-01-01 2025-06-30 bookable', '2025-07-01 2025-12-31 bookable'],
    ],
    [
      'the contract begins with the books',
      { firstOn: '2025-07-01' },
      { advance: 1n },
      ['2026-01-01 2026-12-31 bookable', '2027-01-01 2027-06-30 bookable'],
    ],
  ])('cuts no payment where %s', (_rule, terms, opening, rows) => {
    const dues = look({ terms: { ...PREPAID, ...terms } }, opening);
    const shown = dues.slice(1).map(({ from, to, state }) => `${from} ${to} ${state}`);
    expect(shown).toEqual(expect.arrayContaining(rows));
  });

  it('is cut no more where a due was booked over the day', () => {
    const opened = { openedOn: '2025-07-01', claims: [], advance: 5n };
    const bookings = [{ coversFrom: '2025-01-01', coversTo: '2025-12-31' }];
    const dues = duesAsBooked({ terms: PREPAID, turnovers: [] }, '2027-12-31', {
      ...{ bookings, byHand: [], opened },
    });
    expect(dues[1]).toMatchObject({ from: '2025-01-01', to: '2025-12-31', amount: 1_200_000n });
  });

  it('stands as agreed in the check, and nothing else does', () => {
    const opened = { openedOn: '2025-07-01', claims: [], advance: 2_400_000n };
    const found = (amount: bigint, coversFrom = '2025-07-01') => {
      const findings = new Findings('receivables');
      const row = { id: 'b', coversFrom, coversTo: '2025-12-31', amount, entryId: 'e' };
      checkSchedule({ number: 'L', terms: PREPAID, turnovers: [], opened, bookings: [row] }, findings);
      return findings.breaks.map(({ code }) => code);
    };
    expect(found(604_932n)).toEqual([]);
    expect(found(604_931n)).toEqual(['check.rentNotAgreed']);
    expect(found(1_200_000n, '2025-01-01')).toEqual([]);
  });
});

describe('rent of days before the books that falls due in them', () => {
  const opened = { openedOn: '2025-01-01' };
  const lease = { terms: TURNOVER, turnovers: REPORTED };
  const first = (claims: OpenedRent['claims'], of: { terms: LeaseTerms } = lease) =>
    told(look(of, { ...opened, claims })).slice(0, 2);

  it('is reckoned in full', () => {
    expect(first([])).toEqual([
      ['2024-11-01', '2024-12-31', 'bookable', 539_227n, 0n],
      ['2025-01-01', '2025-04-30', 'bookable', 1_060_773n, 0n],
    ]);
    expect(told(look({ terms: TURNOVER }, opened))[0]?.[2]).toBe('unreported');
  });

  it('says the turnover that was reported, and what the opening carries of it', () => {
    const [due] = look(lease, { ...opened, claims: [{ month: '2024-12', amount: 500_000n }] });
    expect(due && leaseWords.reckoning(TURNOVER, due)).toBe(
      '营业额 200,000.06 × 8% × 61天 ÷ 181天，减建账时已列应收的 5,000.00',
    );
  });

  it.each<[rule: string, claim: OpenedRent['claims'][number], state: string, amount: bigint]>([
    ['all of it', { month: '2024-12', amount: 539_227n }, 'before', 0n],
    ['more than it', { month: '2024-12', amount: 600_000n }, 'before', 0n],
    ['a part', { month: '2024-11', dueOn: '2025-04-30', amount: 500_000n }, 'bookable', 39_227n],
    ['another month', { month: '2024-10', amount: 539_227n }, 'bookable', 539_227n],
    ['what was due before', { month: '2024-11', dueOn: '2024-12-31', amount: 5n }, 'bookable', 539_227n],
  ])('is less what the opening carries: %s', (_rule, claim, state, amount) => {
    expect(first([claim])[0]).toEqual(['2024-11-01', '2024-12-31', state, amount, 0n]);
  });

  it('takes a line of the opening once', () => {
    const monthly: LeaseTerms = { ...PREPAID, firstOn: '2024-11-01', perMonths: 1, everyMonths: 1 };
    const rates = [{ from: '2024-11-01', value: '100.00' }];
    const terms: LeaseTerms = { ...monthly, rates, due: { rule: 'onDate', date: '02-28' } };
    const claims = [
      { month: '2024-11', amount: 6_000n },
      { month: '2024-12', amount: 15_000n },
    ];
    expect(
      told(look({ terms }, { ...opened, claims }))
        .map((due) => due[3])
        .slice(0, 3),
    ).toEqual([...[4_000n, 0n, 10_000n]]);
  });
});

describe('several contracts of one tenant over one asset', () => {
  const contract = (id: string, terms: Partial<LeaseTerms> = {}): OpenedContract => ({
    ...{ id, assetId: 'a', tenantId: 't', stream: 'rent', turnovers: [] },
    terms: { ...PREPAID, ...terms },
  });
  const kept = (contracts: OpenedContract[], advance: bigint) =>
    [...divideOpened(contracts, { openedOn: '2025-07-01', advance })].map(([id, amount]) => [id, amount]);

  it.each<[advance: bigint, taken: bigint[]]>([
    [4_800_000n, [2_400_000n, 2_400_000n]],
    [4_800_001n, [2_400_000n, 2_400_001n]],
    [2_400_000n, [2_400_000n, 0n]],
    [1n, [1n, 0n]],
  ])('divide %s as %s', (advance, taken) => {
    expect(kept([contract('one'), contract('two')], advance)).toEqual([
      ['one', taken[0]],
      ['two', taken[1]],
    ]);
  });

  it('take nothing where they begin in the books', () => {
    expect(kept([contract('one', { firstOn: '2025-07-01' }), contract('two')], 5n)).toEqual([['two', 5n]]);
  });

  it('take each line of their own tenant, asset and kind; one that never came into force comes first', () => {
    const debt = { assetId: 'a', counterparty: 't', stream: 'rent', amount: 7n } as const;
    const opened = openedByContract(
      [
        contract('begun'),
        contract('void', { lastOn: '2024-06-30' }),
        { ...contract('other'), tenantId: 'u' },
        { ...contract('return'), stream: 'other' },
      ],
      {
        openedOn: '2025-07-01',
        owed: [
          { ...debt, month: '2025-03' },
          { ...debt, month: '2024-03' },
          { ...debt, month: '2025-04', counterparty: 'u' },
          { ...debt, month: '2025-05', stream: 'other' },
        ],
        advances: [{ assetId: 'a', counterparty: 't', amount: 2_400_009n }],
      },
    );
    const seen = ['begun', 'void', 'other', 'return'].map((id) => {
      const own = opened.get(id);
      return [own?.claims.map(({ month }) => month), own?.advance];
    });
    expect(seen).toEqual([
      [['2025-03'], 2_400_000n],
      [[], 0n],
      [['2025-04'], 0n],
      [['2025-05'], 9n],
    ]);
  });
});

describe('the money an agreed return is reckoned on', () => {
  const TERMS: LeaseTerms = {
    ...{ firstOn: '2025-01-01', lastOn: '2025-12-31', type: 'agreedReturn', perMonths: 12, everyMonths: 12 },
    ...{ rates: [{ from: '2025-01-01', value: '6%' }], due: { rule: 'afterEnd', days: 0 } },
  };

  it.each([
    ['whole yuan', '100000000', '投入资金 100.0000万元的 6%一年'],
    ['whole yuan that four decimals just hold', '12774700', '投入资金 12.7747万元的 6%一年'],
    ['fen, which they do not', '100000001', '投入资金 1,000,000.01元的 6%一年'],
  ])('is told exactly: %s', (_what, fund, said) => {
    expect(leaseWords.terms({ ...TERMS, fund })).toContain(said);
  });
});
