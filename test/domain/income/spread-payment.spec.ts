import type { RentDue } from '../../../src/domain/assets/lease-schedule';
import { paymentsBetween, readRentPayment, type RentPaymentForm } from '../../../src/domain/income/read-rent';
import { standingOf } from '../../../src/domain/income/rent-states';
import { paymentTotal, spreadPayment } from '../../../src/domain/income/spread-payment';

const due = (from: string, to: string, amount: bigint, payment = { from, to }): RentDue => ({
  ...{ from, to, dueOn: payment.from, amount, steps: [], payment },
});
const OPENED = { openedOn: '2025-01-01', bookings: [], byHand: [], waived: [], advance: 0n };
const NONE = new Map<string, bigint>();

/**
 * 12,000.00 a year from 2025-07-01 for three years, 36,000.00 at once. Of 2025 are 184 of 365 days: 6,049.32;
 * of 2026 the other 181 (5,950.68) and 184 of 365; of 2027 181 of 365 and 184 of 366 (6,032.79); of 2028 the
 * other 182 of 366.
 */
const THREE_YEARS = { from: '2025-07-01', to: '2028-06-30' };
const PREPAID = [
  due('2025-07-01', '2025-12-31', 604_932n, THREE_YEARS),
  due('2026-01-01', '2026-12-31', 1_200_000n, THREE_YEARS),
  due('2027-01-01', '2027-12-31', 1_198_347n, THREE_YEARS),
  due('2028-01-01', '2028-06-30', 596_721n, THREE_YEARS),
];

/** 1,000.00 a month, January to April, each paid by itself; January and February are booked. */
const MONTHS = [
  due('2025-01-01', '2025-01-31', 100_000n),
  due('2025-02-01', '2025-02-28', 100_000n),
  due('2025-03-01', '2025-03-31', 100_000n),
  due('2025-04-01', '2025-04-30', 100_000n),
];
const BOOKED = [
  { coversFrom: '2025-01-01', entryId: 'jan' },
  { coversFrom: '2025-02-01', entryId: 'feb' },
];

interface Told {
  readonly dues: readonly RentDue[];
  readonly books?: Partial<Parameters<typeof standingOf>[1]>;
  readonly outstanding?: ReadonlyMap<string, bigint>;
}
const lease = ({ dues, books = {}, outstanding = NONE }: Told) => ({
  dues: standingOf(dues, { ...OPENED, ...books }),
  outstanding,
});
const prepaid = (advance = 0n) => lease({ dues: PREPAID, books: { advance } });
const monthly = (jan: bigint, feb: bigint, advance = 0n) =>
  lease({
    ...{ dues: MONTHS, books: { bookings: BOOKED, advance } },
    outstanding: new Map([
      ['jan', jan],
      ['feb', feb],
    ]),
  });

describe('where a tenant’s money goes', () => {
  it.each<{
    rule: string;
    of: ReturnType<typeof lease>;
    upTo: string;
    on?: string;
    amount: bigint;
    lines: string[];
    ahead?: bigint;
    left?: bigint;
  }>([
    {
      rule: 'in full: this year is income, the years to come are kept',
      ...{ of: prepaid(), upTo: '2025-07-01', amount: 3_600_000n },
      ...{ lines: ['2025-07-01 604932'], ahead: 2_995_068n },
    },
    {
      rule: 'a first instalment: what is of this year before what is of later ones',
      ...{ of: prepaid(), upTo: '2025-07-01', amount: 2_000_000n },
      ...{ lines: ['2025-07-01 604932'], ahead: 1_395_068n },
    },
    {
      rule: 'less than this year’s part: that part is booked whole and the rest of it owed',
      ...{ of: prepaid(), upTo: '2025-07-01', amount: 500_000n, lines: ['2025-07-01 500000'] },
    },
    {
      // Kept are 13,950.68: 12,000.00 for 2026 and 1,950.68 for 2027; in 2026 the year 2026 is wholly paid.
      rule: 'a second instalment a year later, which what was kept lies before',
      of: lease({
        dues: PREPAID,
        books: { advance: 1_395_068n, bookings: [{ coversFrom: '2025-07-01', entryId: 'e' }] },
      }),
      ...{ upTo: '2025-07-01', on: '2026-03-01', amount: 1_600_000n, lines: [], ahead: 1_600_000n },
    },
    {
      rule: 'a fen more than all of it: the fen is kept and no due takes it',
      ...{ of: prepaid(), upTo: '2025-07-01', amount: 3_600_001n },
      ...{ lines: ['2025-07-01 604932'], ahead: 2_995_068n, left: 1n },
    },
    {
      // 27 of 365 days of 12,000.00 are left of it: 887.67.
      rule: 'the whole of a payment that ended after 27 days: what no day takes is left',
      of: lease({ dues: [due('2025-07-05', '2025-07-31', 88_767n)] }),
      ...{ upTo: '2025-07-05', on: '2025-07-05', amount: 3_600_000n },
      ...{ lines: ['2025-07-05 88767'], left: 3_511_233n },
    },
    {
      rule: 'what is booked first, the oldest before the next, then what is booked with it',
      ...{ of: monthly(40_000n, 100_000n), upTo: '2025-03-01', amount: 200_000n },
      lines: ['jan 40000', 'feb 100000', '2025-03-01 60000'],
    },
    {
      rule: 'too little for what is booked: nothing falls due with it',
      ...{ of: monthly(40_000n, 100_000n), upTo: '2025-04-01', amount: 140_000n },
      lines: ['jan 40000', 'feb 100000'],
    },
    {
      rule: 'more than was chosen: what else is booked comes before what is kept',
      ...{ of: monthly(40_000n, 100_000n), upTo: '2025-01-01', amount: 150_000n },
      ...{ lines: ['jan 40000', 'feb 100000'], left: 10_000n },
    },
    {
      rule: 'what was kept pays its part of the next due, the money the rest of it',
      ...{ of: monthly(0n, 0n, 30_000n), upTo: '2025-04-01', amount: 120_000n },
      lines: ['2025-03-01 70000', '2025-04-01 50000'],
    },
    {
      rule: 'nothing that is not owed: all of it is left',
      ...{ of: monthly(0n, 0n), upTo: '2025-02-01', amount: 7n, lines: [], left: 7n },
    },
  ])('$rule', ({ of, upTo, on = '2025-07-01', amount, lines, ahead = 0n, left = 0n }) => {
    const paid = paymentsBetween(of.dues, { from: '', upTo });
    const spread = spreadPayment(of, { paid, receivedOn: on, amount });
    const told = spread.lines.map((line) => `${'due' in line ? line.due.from : line.entryId} ${line.amount}`);
    expect({ lines: told, ahead: spread.ahead, left: spread.left }).toEqual({ lines, ahead, left });
    const sum = spread.lines.reduce((all, line) => all + line.amount, spread.ahead + spread.left);
    expect(sum).toBe(amount);
  });

  it.each([
    { on: '2025-07-01', ahead: 2_995_068n },
    { on: '2026-01-01', ahead: 1_795_068n },
    { on: '2024-12-31', ahead: 3_600_000n },
  ])('comes to 36,000.00 whenever it is paid; on $on so much of it is of later years', ({ on, ahead }) => {
    expect(paymentTotal(prepaid(), ['2025-07-01'], on)).toEqual({ total: 3_600_000n, ahead });
  });
});

describe('what a tenant pays, as it is typed', () => {
  const form: RentPaymentForm = {
    ...{ paymentFrom: '2025-07-01', paymentUpTo: '2025-07-01', receivedOn: '2025-07-01' },
    ...{ amount: '36,000.00', attachments: '' },
  };
  const read = (wish: Partial<RentPaymentForm>, of = prepaid()) => {
    const { payment, problems } = readRentPayment({ ...form, ...wish }, of);
    return { payment, problems: problems.map(({ code, facts }) => ({ code, ...facts })) };
  };

  it('is what the payments come to, to the fen, or says why not', () => {
    expect(read({})).toMatchObject({ problems: [], payment: { reason: '', attachments: 1 } });
    expect(read({ spreadReason: 'for nothing' }).payment.reason).toBe('');
    const less = { code: 'rent.notThePayments', due: 3_600_000n, difference: 1n };
    expect(read({ amount: '35,999.99', spreadReason: ' ' }).problems).toEqual([less]);
    const more = { code: 'rent.abovePayments', due: 3_600_000n, difference: 1n };
    expect(read({ amount: '36,000.01' }).problems).toEqual([more]);
    const told = { amount: '20,000.00', spreadReason: ' first of two ' };
    expect(read(told)).toMatchObject({ problems: [], payment: { reason: 'first of two' } });
  });

  it('names no number of a person in its reason', () => {
    const { problems } = read({ amount: '1', spreadReason: '13812345678' });
    expect(problems.map(({ code }) => code)).toEqual(['form.privateNumber']);
  });

  it('is for payments there are, from the first to the last, or for none with its reason', () => {
    expect(paymentsBetween(monthly(0n, 0n).dues, { from: '2025-02-01', upTo: '2025-03-31' })).toEqual([
      ...['2025-02-01', '2025-03-01'],
    ]);
    expect(read({ paymentUpTo: '2024-01-01' }).problems).toEqual([{ code: 'rent.nothingToPay' }]);
    expect(read({ paymentUpTo: '', amount: '5', spreadReason: 'twice' })).toMatchObject({
      problems: [],
      payment: { lines: [], ahead: 0n, left: 500n },
    });
    expect(read({ receivedOn: 'x', amount: '' }).problems.map(({ code }) => code)).toEqual([
      ...['calendar.notADay', 'form.missing'],
    ]);
  });
});
