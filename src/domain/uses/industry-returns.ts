import { type CalendarDay, yearOf } from '../calendar/calendar-day';
import { DUE_STREAMS } from '../income/stake-income';
import type { Stream } from '../ledger/journal-entry';
import { type Fen, sumFen } from '../money/fen';
import { plainName } from '../shared/plain-name';
import type { Problem } from '../shared/problem';
import { readAmount } from '../shared/typed-fields';
import { readYear } from './industry';
import { readText } from './industry-entries';

/** What came back of a project as typed: for which year, by which voucher, and how much of it. */
export interface ReturnForm {
  readonly returnYear: string;
  readonly returnEntry: string;
  /** Yuan; blank where it is all of what the voucher has left. */
  readonly returnAmount: string;
  /** Why it is a return although somebody else than the operator paid. */
  readonly returnWhy: string;
}

/** Income of an asset that is owed to the village, with what is named of it as returns already. Fen. */
export interface DueIncome {
  readonly entryId: string;
  readonly stream: Stream;
  readonly payer: string;
  /** What the voucher booked as income. */
  readonly earned: Fen;
  /** What of it projects have named. */
  readonly named: Fen;
}

/** An income voucher that may be what a project gave back, with what of it nobody has named. */
export interface ReturnVoucher {
  readonly entryId: string;
  readonly payer: string;
  readonly left: Fen;
}

/** Part of a voucher that is what a project gave back in a year. */
export interface CameBack {
  readonly year: number;
  readonly entryId: string;
  readonly amount: Fen;
  readonly reason: string | undefined;
}

/**
 * The vouchers that can be a return, each once: rent and agreed returns by contract or by hand, dividends of
 * a stake. What the grid pays, interest or a sale is none. Source: DC 四(二), 收益分红 and 委托经营; unconfirmed.
 */
export function returnVouchers(dues: readonly DueIncome[]): ReturnVoucher[] {
  const able = dues.filter(({ stream }) => DUE_STREAMS.some((each) => each === stream));
  return [...new Map(able.map((due) => [due.entryId, due])).values()]
    .map(({ entryId, payer, earned, named }) => ({ entryId, payer, left: earned - named }))
    .filter(({ left }) => left > 0n);
}

/**
 * @param given who runs the project, what may be named, and what it has named of it for which year already
 * @returns problems `form.missing`, `form.privateNumber`, `calendar.notAYear`, `money.*`, `industry.ahead`,
 *   `industry.beforePromised` (with the first year), `industry.voucherUnknown`, `industry.namedAlready`,
 *   `industry.aboveVoucher`, `industry.otherPayer`
 */
export function readReturn(
  form: ReturnForm,
  given: {
    readonly today: CalendarDay;
    readonly operator: string;
    /** The first year for which returns are promised; undefined where none is. */
    readonly promisedFrom: number | undefined;
    readonly vouchers: readonly ReturnVoucher[];
    readonly named: readonly Pick<CameBack, 'year' | 'entryId'>[];
  },
): { readonly came: CameBack; readonly problems: Problem[] } {
  const problems: Problem[] = [];
  const { returnEntry: entryId } = form;
  const year = readYear('returnYear', form.returnYear.trim(), problems);
  if (problems.length === 0 && year > yearOf(given.today))
    problems.push({
      ...{ code: 'industry.ahead', field: 'returnYear', value: form.returnYear },
      facts: { today: given.today },
    });
  const { promisedFrom: from } = given;
  if (problems.length === 0 && from !== undefined && year < from)
    problems.push({
      ...{ code: 'industry.beforePromised', field: 'returnYear', value: form.returnYear, facts: { from } },
    });
  const found = given.vouchers.find((each) => each.entryId === entryId);
  const isNamed = given.named.some((each) => each.entryId === entryId && each.year === year);
  if (entryId === '') problems.push({ code: 'form.missing', field: 'returnEntry' });
  else if (isNamed) problems.push({ code: 'industry.namedAlready', field: 'returnEntry' });
  else if (found === undefined) problems.push({ code: 'industry.voucherUnknown', field: 'returnEntry' });
  const amount = readPart(form.returnAmount, found?.left, problems);
  const reason = readWhy(form.returnWhy, { ...given, payer: found?.payer }, problems);
  return { came: { year, entryId, amount, reason }, problems };
}

function readPart(typed: string, left: Fen | undefined, problems: Problem[]): Fen {
  const value = typed.trim();
  const field = 'returnAmount';
  if (value === '') return left ?? 0n;
  const amount = readAmount({ field, value }, 'aboveZero', problems) ?? 0n;
  if (left !== undefined && amount > left)
    problems.push({ code: 'industry.aboveVoucher', field, value, facts: { left } });
  return amount;
}

function readWhy(
  typed: string,
  { operator, payer }: { readonly operator: string; readonly payer: string | undefined },
  problems: Problem[],
): string | undefined {
  const field = 'returnWhy';
  const isOperator = payer === undefined || plainName(payer) === plainName(operator);
  if (typed.trim() !== '') return readText(field, typed, problems);
  if (!isOperator) problems.push({ code: 'industry.otherPayer', field });
  return undefined;
}

/** What is named of each voucher, by its id; what was withdrawn or taken back is nothing. */
export function namedOf(
  returns: readonly { readonly entryId: string; readonly amount: Fen; readonly stands: boolean }[],
): ReadonlyMap<string, Fen> {
  const standing = returns.filter(({ stands }) => stands);
  const ids = [...new Set(standing.map(({ entryId }) => entryId))];
  return new Map(
    ids.map((id) => [
      id,
      sumFen(standing.filter(({ entryId }) => entryId === id).map(({ amount }) => amount)),
    ]),
  );
}

/**
 * What has come of each part that is named as a return: what came of its voucher counts for the parts in the
 * order in which they were named, and only then for what nobody named.
 * @param parts those that stand, of every project, in the order in which they were named
 * @param came what was received of each voucher, by its id
 * @returns fen by the id of the part
 */
export function receivedOf(
  parts: readonly { readonly id: string; readonly entryId: string; readonly amount: Fen }[],
  came: ReadonlyMap<string, Fen>,
): ReadonlyMap<string, Fen> {
  const left = new Map(came);
  return new Map(
    parts.map(({ id, entryId, amount }) => {
      const there = left.get(entryId) ?? 0n;
      const own = there < amount ? there : amount;
      left.set(entryId, there - own);
      return [id, own];
    }),
  );
}
