import type { RentDueStanding } from '../../../src/domain/income/rent-states';
import { owedSince, unbookedOf } from '../../../src/domain/income/unbooked-rent';

/** Two years paid at once on 2025-01-01, 100 each; from 2026-01-01 on 130, and 30 of that due then. */
const PAYMENT = { from: '2025-01-01', to: '2026-12-31' };
const of = (from: string, wish: Partial<RentDueStanding> = {}): RentDueStanding => ({
  ...{
    from,
    to: `${from.slice(0, 4)}-12-31`,
    dueOn: '2025-01-01',
    amount: 100n,
    steps: [],
    payment: PAYMENT,
  },
  ...{ state: 'bookable', paidAhead: 0n, waived: undefined, ...(wish as object) },
});
const RAISED = {
  ...{ dueOn: '2026-01-01', amount: 130n },
  raised: [
    { dueOn: '2025-01-01', amount: 100n },
    { dueOn: '2026-01-01', amount: 30n },
  ],
};
const booked = { state: 'booked', entryId: 'e' } as const;
const told = (dues: readonly RentDueStanding[]): string[] =>
  unbookedOf(dues).map(({ covers, dueOn, amount }) => `${covers.from} by ${dueOn}: ${String(amount)}`);

describe('rent that nobody has booked', () => {
  it.each<[rule: string, first: Partial<RentDueStanding>, second: Partial<RentDueStanding>, told: string[]]>([
    [
      'is late since its own day, each raise since its own',
      {},
      {},
      ['2025-01-01 by 2025-01-01: 100', '2026-01-01 by 2025-01-01: 100', '2026-01-01 by 2026-01-01: 30'],
    ],
    [
      'was paid first as far as it was due first',
      { paidAhead: 100n },
      { paidAhead: 99n },
      ['2026-01-01 by 2025-01-01: 1', '2026-01-01 by 2026-01-01: 30'],
    ],
    [
      'owes the raise alone, once the rest has come',
      { paidAhead: 100n },
      { paidAhead: 100n },
      ['2026-01-01 by 2026-01-01: 30'],
    ],
    ['is nothing where all has come', { paidAhead: 100n }, { paidAhead: 130n }, []],
    ['stands beside what is booked of it', booked, { paidAhead: 100n }, ['2026-01-01 by 2026-01-01: 30']],
    [
      'and beside what is booked and nobody has paid',
      booked,
      {},
      ['2026-01-01 by 2025-01-01: 100', '2026-01-01 by 2026-01-01: 30'],
    ],
    [
      'asks for nothing that somebody said is not booked',
      { waived: 'settled' },
      {},
      ['2026-01-01 by 2025-01-01: 100', '2026-01-01 by 2026-01-01: 30'],
    ],
  ])('%s', (_rule, first, second, lines) => {
    expect(told([of('2025-01-01', first), of('2026-01-01', { ...RAISED, ...second })])).toEqual(lines);
  });

  it('owes nothing of before where its money paid another raise of the same payment', () => {
    // The 200 that came for both years paid the first with its raise; what is left is short by raises alone.
    const first = of('2025-01-01', { ...RAISED, ...booked });
    const second = of('2026-01-01', { ...RAISED, paidAhead: 70n });
    expect(told([first, second])).toEqual(['2026-01-01 by 2026-01-01: 60']);
    expect([owedSince(second, [first, second]), owedSince(of('2026-01-01'), [])]).toEqual([
      '2026-01-01',
      '2025-01-01',
    ]);
  });

  it('keeps payments apart', () => {
    const next = { from: '2027-01-01', to: '2027-12-31' };
    const later = of('2027-01-01', { dueOn: '2027-01-01', payment: next });
    expect(told([of('2026-01-01', { ...RAISED, paidAhead: 130n }), later])).toEqual([
      '2027-01-01 by 2027-01-01: 100',
    ]);
  });
});
