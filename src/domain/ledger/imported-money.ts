import { type CalendarDay, lastDayOf, monthOf } from '../calendar/calendar-day';
import { type Fen, sumFen } from '../money/fen';
import type { Problem } from '../shared/problem';
import type { Chart } from './chart';
import { signedAmount } from './journal-entry';
import type { ReadVouchers } from './imported-voucher';
import {
  contraPurses,
  firstBelow,
  type MoneyOnHand,
  moneyPurses,
  type Purse,
  turnedOver,
} from './money-on-hand';

/**
 * What the vouchers of a file take though it is not there: money of a pool, of the cash box or of the bank
 * at the end of a day, depreciation or amortisation at the end of a month, also where a voucher that was
 * booked before needs it later. Of each purse the first day on which it is short, at the line of the last
 * voucher up to it that takes from it. Codes `money.poolShort`, `money.accountShort`, `money.contraShort`, as
 * by hand; fields as `line.3`.
 * @param stands money and contra accounts from the first voucher's month on, with the file's own lines
 */
export function importedShortages(
  { entries, lines }: Pick<ReadVouchers, 'entries' | 'lines'>,
  stands: { readonly money: MoneyOnHand; readonly contra: MoneyOnHand },
  chart: Chart,
): Problem[] {
  const postings = entries.flatMap((each) => each.postings);
  const takenOf = (purse: Purse): Taken[] =>
    entries.flatMap((entry, index) => {
      const more = sumFen(entry.postings.filter(purse.holds).map(signedAmount));
      const amount = purse.isCredit ? more : -more;
      return amount > 0n ? [{ line: lines[index] ?? 0, day: entry.postedOn, amount }] : [];
    });
  const monthsEnd = (each: Taken): Taken => ({ ...each, day: lastDayOf(monthOf(each.day)) });
  const worn = turnedOver(stands.contra);
  return [
    ...moneyPurses(postings, chart).flatMap((each) => shortageOf(each, takenOf(each), stands.money)),
    ...contraPurses(postings, chart).flatMap((each) => shortageOf(each, takenOf(each).map(monthsEnd), worn)),
  ];
}

/** What a voucher of the file takes of a purse, in fen, and the line on which it stands. */
interface Taken {
  readonly line: number;
  readonly day: CalendarDay;
  readonly amount: Fen;
}

function shortageOf({ holds, code, facts }: Purse, taken: readonly Taken[], stands: MoneyOnHand): Problem[] {
  const [first] = taken;
  if (first === undefined) return [];
  const short = firstBelow(first.day, stands, holds);
  if (short === undefined) return [];
  const last = taken.filter(({ day }) => day <= short.day).at(-1) ?? first;
  const { line, amount } = last;
  const amounts = { day: short.day, amount, left: short.amount + amount };
  return [{ code, field: `line.${String(line)}`, facts: { ...facts, ...amounts } }];
}
