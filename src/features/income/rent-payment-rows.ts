import { type CalendarDay, isCalendarDay } from '../../domain/calendar/calendar-day';
import { paymentsBetween } from '../../domain/income/read-rent';
import { type RentDueStanding, stillToPay } from '../../domain/income/rent-states';
import { type PaidLease, paymentTotal, spreadPayment } from '../../domain/income/spread-payment';
import type { Fen } from '../../domain/money/fen';
import { readAmount } from '../../domain/shared/typed-fields';
import { leaseWords } from '../../glossary/lease-words';
import { labelOf } from '../../glossary/terms';
import { spanText } from '../../platform/views/day-text';
import type { Option } from '../../platform/views/field';

/** Where so much of a tenant's money goes, and what is left owed there. */
export interface SpreadRow {
  readonly what: string;
  readonly how: string;
  readonly amount: Fen;
  readonly owed: Fen;
}

/** What is typed of a payment so far; blank where nothing is. */
export interface TypedPayment {
  readonly upTo: string | undefined;
  readonly receivedOn: string | undefined;
  readonly amount: string | undefined;
}

/** A payment as its form proposes it, and where the money goes. */
export interface ProposedPayment {
  /** The first day of the first payment that is not wholly paid; blank where none is. */
  readonly from: string;
  readonly upTo: string;
  /** What the payments chosen come to. */
  readonly total: Fen;
  /** Whether the money typed is another sum. */
  readonly isUneven: boolean;
  readonly payments: readonly Option[];
  readonly rows: readonly SpreadRow[];
}

/** The first payment that is not wholly paid, or up to the one asked for; and what is typed, spread. */
export function proposedPayment(lease: PaidLease, typed: TypedPayment, today: CalendarDay): ProposedPayment {
  const { dues } = lease;
  const receivedOn = isCalendarDay(typed.receivedOn ?? '') ? (typed.receivedOn ?? today) : today;
  const totalOf = (paid: readonly CalendarDay[]): Fen => paymentTotal(lease, paid, receivedOn).total;
  const unpaid = paymentsBetween(dues, { from: '', upTo: '9999' }).filter((day) => totalOf([day]) > 0n);
  const from = unpaid[0] ?? '';
  const upTo = typed.upTo ?? from;
  const paid = paymentsBetween(dues, { from, upTo });
  const total = totalOf(paid);
  const read = typed.amount === undefined ? total : amountOf(typed.amount);
  return {
    ...{ from, upTo, total, isUneven: read !== total },
    payments: unpaid.map((day) => {
      const last = dues.filter(({ payment }) => payment.from === day).at(-1);
      const label = leaseWords.payment(
        totalOf(paymentsBetween(dues, { from, upTo: day })),
        last?.payment.to ?? day,
      );
      return { value: day, label };
    }),
    rows: rowsOf(lease, { paid, receivedOn, amount: read }),
  };
}

function amountOf(typed: string): Fen {
  return readAmount({ field: 'amount', value: typed }, 'aboveZero', []) ?? 0n;
}

function rowsOf(lease: PaidLease, money: Parameters<typeof spreadPayment>[1]): SpreadRow[] {
  const { lines, ahead, left } = spreadPayment(lease, money);
  const kept = [
    { what: labelOf('spreadPart.later'), how: labelOf('spreadPart.ahead'), amount: ahead, owed: 0n },
    { what: labelOf('spreadPart.over'), how: labelOf('spreadPart.left'), amount: left, owed: 0n },
  ];
  return [
    ...lines.map((line): SpreadRow => {
      const { amount } = line;
      if ('due' in line) {
        const { due } = line;
        const how = labelOf('spreadPart.now');
        return { what: daysOf(due), how, amount, owed: stillToPay(due) - amount };
      }
      const due = lease.dues.find((each) => each.state === 'booked' && each.entryId === line.entryId);
      const owed = (lease.outstanding.get(line.entryId) ?? 0n) - amount;
      return { what: due === undefined ? '' : daysOf(due), how: labelOf('spreadPart.booked'), amount, owed };
    }),
    ...kept.filter(({ amount }) => amount > 0n),
  ];
}

function daysOf({ from, to }: Pick<RentDueStanding, 'from' | 'to'>): string {
  return spanText(from, to);
}
