import type { LeaseTerms } from '../../../src/domain/assets/lease';
import type { RentDue } from '../../../src/domain/assets/lease-schedule';
import { advanceKeptPostings } from '../../../src/domain/income/rent-postings';
import {
  bookableBy,
  bookableFrom,
  rentStream,
  standingOf,
  standingOfAll,
  termsAsBooked,
  unreportedBy,
} from '../../../src/domain/income/rent-states';
import { seedRegisters } from '../../support/seed-registers';

const due = (from: string, to: string, wish: Partial<RentDue> = {}): RentDue => ({
  ...{ from, to, dueOn: from, amount: 15_000_000n, steps: [], payment: { from, to } },
  ...wish,
});

/** Two years paid at once in 2025, and the next two in 2027. */
const TWO_YEARS = { payment: { from: '2025-01-01', to: '2026-12-31' }, dueOn: '2025-01-01' };
const NEXT_TWO = { payment: { from: '2027-01-01', to: '2028-12-31' }, dueOn: '2027-01-01' };
const DUES = [
  due('2025-01-01', '2025-12-31', TWO_YEARS),
  due('2026-01-01', '2026-12-31', TWO_YEARS),
  due('2027-01-01', '2027-12-31', NEXT_TWO),
];
const LEASE: LeaseTerms = {
  ...{ firstOn: '2025-01-01', lastOn: '2026-12-31', type: 'fixed', perMonths: 12, everyMonths: 12 },
  ...{ rates: [{ from: '2025-01-01', value: '1200.00' }], due: { rule: 'afterStart', days: 0 } },
};
const BOOKS = { openedOn: '2025-01-01', bookings: [], byHand: [], waived: [], advance: 0n };

describe('the day from which a due is income', () => {
  it.each([
    { rule: 'the day it is due', dueOn: '2025-03-10', day: '2025-03-10' },
    { rule: 'its last day, where it is due after it', dueOn: '2026-01-15', day: '2025-12-31' },
    { rule: 'the first of its year, where it is due before', dueOn: '2024-12-31', day: '2025-01-01' },
  ])('is $rule', ({ dueOn, day }) => {
    expect(bookableFrom({ from: '2025-03-01', to: '2025-12-31', dueOn })).toBe(day);
  });
});

const HAND = { from: '2025-01-01', to: '2025-12-31', amount: 15_000_000n, entryId: 'h' };

describe('how far a due is', () => {
  it.each<{
    rule: string;
    own?: Partial<RentDue>;
    books?: Partial<Parameters<typeof standingOf>[1]>;
    state: object;
  }>([
    { rule: 'to be booked', state: { state: 'bookable', from: '2025-01-01', dueOn: '2025-01-11' } },
    {
      rule: 'booked by its contract',
      books: { bookings: [{ coversFrom: '2025-01-01', entryId: 'e' }] },
      state: { state: 'booked', entryId: 'e' },
    },
    {
      rule: 'not booked by the booking of another due',
      books: { bookings: [{ coversFrom: '2025-01-02', entryId: 'e' }] },
      state: { state: 'bookable' },
    },
    {
      rule: 'typed by hand for its days and amount',
      books: { byHand: [HAND] },
      state: { state: 'booked', entryId: 'h' },
    },
    ...[
      { what: 'its last day is missing', line: { to: '2025-12-30' } },
      { what: 'a day more is in it', line: { to: '2026-01-01' } },
      { what: 'its first day is missing', line: { from: '2025-01-02' } },
      { what: 'a day before it is in it', line: { from: '2024-12-31' } },
      { what: 'it is of a fen less', line: { amount: 14_999_999n } },
      { what: 'it is of a fen more', line: { amount: 15_000_001n } },
    ].map(({ what, line }) => ({
      rule: `not typed by hand where ${what}`,
      books: { byHand: [{ ...HAND, ...line }] },
      state: { state: 'bookable' },
    })),
    { rule: 'before the books', books: { openedOn: '2025-01-12' }, state: { state: 'before' } },
    { rule: 'waiting for the turnover', own: { amount: undefined }, state: { state: 'unreported' } },
    { rule: 'nothing', own: { amount: 0n }, state: { state: 'nothing' } },
  ])('is $rule', ({ own, books, state }) => {
    const late = { dueOn: '2025-01-11', ...own };
    const [standing] = standingOf([due('2025-01-01', '2025-12-31', late)], { ...BOOKS, ...books });
    expect(standing).toMatchObject(state);
  });

  it.each([
    ['2025-12-30', undefined, 0],
    ['2025-12-31', undefined, 1],
    ['2026-06-30', undefined, 1],
    ['2026-06-30', 15_000_000n, 0],
  ])('is asked for on %s, its turnover reported as %s, %i times', (day, amount, times) => {
    const dues = standingOf([due('2025-01-01', '2025-12-31', { amount })], BOOKS);
    expect(unreportedBy(dues, day)).toHaveLength(times);
  });

  describe('where two parts are let to one payer', () => {
    const contract = (
      byHand: readonly (typeof HAND)[],
      bookings: { coversFrom: string; entryId: string }[] = [],
    ) => ({
      dues: [due('2025-01-01', '2025-12-31')],
      books: { ...BOOKS, byHand, bookings },
    });
    const look = (contracts: ReturnType<typeof contract>[]) =>
      standingOfAll(contracts).map(({ dues: [own], byHand }) => ({
        is: own?.state === 'booked' ? own.entryId : own?.state,
        left: byHand.map(({ entryId }) => entryId),
      }));
    const other = { ...HAND, entryId: 'i' };
    const small = { ...HAND, amount: 1n, entryId: 's' };
    const booked = [{ coversFrom: '2025-01-01', entryId: 'e' }];

    it.each([
      {
        rule: 'one line stands for one of them',
        contracts: [contract([HAND]), contract([HAND])],
        all: [
          { is: 'h', left: [] },
          { is: 'bookable', left: [] },
        ],
      },
      {
        rule: 'two lines stand for both',
        contracts: [contract([HAND, other]), contract([HAND, other])],
        all: [
          { is: 'h', left: [] },
          { is: 'i', left: [] },
        ],
      },
      {
        rule: 'what is booked by contract takes no line',
        contracts: [contract([HAND], booked), contract([HAND])],
        all: [
          { is: 'e', left: [] },
          { is: 'h', left: [] },
        ],
      },
      {
        rule: 'a line that fits none is left with both',
        contracts: [contract([small]), contract([small])],
        all: [
          { is: 'bookable', left: ['s'] },
          { is: 'bookable', left: ['s'] },
        ],
      },
    ])('$rule', ({ contracts, all }) => {
      expect(look(contracts)).toEqual(all);
    });
  });

  it('may be booked by a day, not by the day before', () => {
    const dues = standingOf(DUES, BOOKS);
    expect(bookableBy(dues, '2025-12-31').map(({ from }) => from)).toEqual(['2025-01-01']);
    expect(bookableBy(dues, '2026-01-01').map(({ from }) => from)).toEqual(['2025-01-01', '2026-01-01']);
  });

  it('is rent, but for an agreed return and what a stake brings', () => {
    const streams = (kind: 'workshop' | 'equity') =>
      (['fixed', 'turnover', 'agreedReturn'] as const).map((type) =>
        rentStream({ terms: { type }, asset: { kind } }),
      );
    expect(streams('workshop')).toEqual(['rent', 'rent', 'other']);
    expect(streams('equity')).toEqual(['dividend', 'dividend', 'dividend']);
  });
});

describe('a renewal cuts the dues', () => {
  const terms = { renewedFrom: ['2025-07-01', '2026-07-01'] } as const;
  const cutsOf = (...bookings: [string, string][]) =>
    termsAsBooked(
      { ...LEASE, ...terms },
      bookings.map(([coversFrom, coversTo]) => ({ coversFrom, coversTo })),
    ).renewedFrom;

  it.each<{ rule: string; booked: [string, string][]; cuts: string[] }>([
    { rule: 'on its first day', booked: [], cuts: ['2025-07-01', '2026-07-01'] },
    {
      rule: 'at what was booked by the former last day and after it',
      booked: [
        ['2025-01-01', '2025-06-30'],
        ['2025-07-01', '2025-12-31'],
      ],
      cuts: ['2025-07-01', '2026-07-01'],
    },
    {
      rule: 'nowhere within days that were booked as one',
      booked: [['2025-01-01', '2025-07-01']],
      cuts: ['2026-07-01'],
    },
  ])('$rule', ({ booked, cuts }) => {
    expect(cutsOf(...booked)).toEqual(cuts);
  });
});

describe('rent kept for years to come', () => {
  it('is owed until its year has come, and not yet received by the pool', () => {
    const { roles } = seedRegisters().charts.requireChart('2023', []);
    const kept = { amount: 15_000_000n, pool: 'other', assetId: 'a', counterparty: 'c' } as const;
    const lines = advanceKeptPostings(kept, roles);
    expect(
      lines.map(({ ledgerAccount, side, amount, poolFlow }) => [ledgerAccount, side, amount, poolFlow]),
    ).toEqual([
      ['102', 'debit', 15_000_000n, undefined],
      ['211', 'credit', 15_000_000n, undefined],
    ]);
    for (const line of lines) expect(line).toMatchObject({ pool: 'other', assetId: 'a', counterparty: 'c' });
  });
});
