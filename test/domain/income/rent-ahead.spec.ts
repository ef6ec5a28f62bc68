import type { RentDue } from '../../../src/domain/assets/lease-schedule';
import { readRentPayment, type RentPaymentForm } from '../../../src/domain/income/read-rent';
import { type RentDueStanding, standingOf } from '../../../src/domain/income/rent-states';

const due = (from: string, to: string, amount: bigint): RentDue => ({
  ...{ from, to, dueOn: from, amount, steps: [], payment: { from, to } },
});
const read = (wish: Partial<RentPaymentForm>, dues: RentDueStanding[]) => {
  const form = { paymentFrom: '2025-01-01', receivedOn: '2025-02-06', attachments: '', paymentUpTo: '' };
  const given = { dues, outstanding: new Map<string, bigint>() };
  const { payment, problems } = readRentPayment({ ...form, amount: '', ...wish }, given);
  return { payment, problems: problems.map(({ code, facts }) => ({ code, ...facts })) };
};

describe('rent that was paid ahead', () => {
  /** Three years at once for 1,000.00 each, the third raised to 1,500.00. */
  const THREE = ['2025', '2026', '2027'].map((year) =>
    due(`${year}-01-01`, `${year}-12-31`, year === '2027' ? 150_000n : 100_000n),
  );
  const withAdvance = (advance: bigint) =>
    standingOf(THREE, {
      openedOn: '2025-01-01',
      byHand: [],
      waived: [],
      bookings: [{ coversFrom: '2025-01-01', entryId: 'e' }],
      advance,
    });

  it.each([
    { advance: 0n, ahead: [0n, 0n, 0n] },
    { advance: 99_999n, ahead: [0n, 99_999n, 0n] },
    { advance: 100_000n, ahead: [0n, 100_000n, 0n] },
    { advance: 200_000n, ahead: [0n, 100_000n, 100_000n] },
    { advance: 250_001n, ahead: [0n, 100_000n, 150_000n] },
  ])('counts $advance kept as paid ahead, by the days of what is not booked', ({ advance, ahead }) => {
    expect(withAdvance(advance).map(({ paidAhead }) => paidAhead)).toEqual(ahead);
  });

  it.each([
    { rule: 'in an earlier year', receivedOn: '2025-06-01', now: [], ahead: 50_000n },
    { rule: 'in its year', receivedOn: '2027-01-01', now: ['2027-01-01'], ahead: 0n },
  ])(
    'asks but for the 500.00 of a raise where the rest was paid ahead, $rule',
    ({ receivedOn, now, ahead }) => {
      const given = withAdvance(200_000n);
      const paid = { paymentUpTo: '2027-01-01', receivedOn };
      const { payment, problems } = read({ ...paid, amount: '500.00' }, given);
      const fresh = payment.lines.flatMap((line) => ('due' in line ? [line.due.from] : []));
      expect([problems, fresh, payment.ahead]).toEqual([[], now, ahead]);
      expect(read({ ...paid, amount: '2,500.00' }, given).problems).toEqual([
        { code: 'rent.abovePayments', due: 50_000n, difference: 200_000n },
      ]);
    },
  );

  it('takes nothing for years that are paid ahead', () => {
    const given = withAdvance(250_000n);
    expect(read({ paymentUpTo: '2027-01-01', amount: '2,500.00' }, given).problems).toEqual([
      { code: 'rent.paidAhead' },
    ]);
  });
});
