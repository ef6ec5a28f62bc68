import { type CalendarDay, isCalendarDay, yearOf } from '../calendar/calendar-day';
import { type Fen, readYuan, sumFen } from '../money/fen';
import { privateNumberProblems } from '../shared/private-number';
import type { Problem } from '../shared/problem';
import { readAmount, readDay } from '../shared/typed-fields';
import { DEDUCTION_KINDS, type DeductionKind } from './contract-term';

/** What a person types of a cost that somebody else's money pays, whole or in part. */
export interface CostElsewhereForm {
  readonly kind: string;
  readonly name: string;
  /** The bill as a whole, and what of it the other fund pays; yuan. */
  readonly bill: string;
  readonly elsewhere: string;
  readonly paidOn: string;
  /** The year of the fund. */
  readonly upkeepYear: string;
  /** The notice by which it pays. */
  readonly paper: string;
}

/** A cost that another fund pays, as saved; fen. */
export interface CostElsewhere {
  readonly kind: DeductionKind;
  readonly name: string;
  readonly bill: Fen;
  readonly elsewhere: Fen;
  readonly paidOn: CalendarDay;
  readonly fundYear: string;
  readonly paper: string;
}

/**
 * Reads a cost that another fund pays, such as upkeep out of the regional fund; the fund pays no more than
 * the bill says. It never touches the books: nothing of it is deducted. Codes `form.*`, `money.*`,
 * `calendar.*`, `costElsewhere.*`. Source: policy line GX-4-5b.
 */
export function readCostElsewhere(
  form: CostElsewhereForm,
  today: CalendarDay,
): { cost: CostElsewhere; problems: Problem[] } {
  const problems: Problem[] = [];
  const kind = DEDUCTION_KINDS.find((each) => each === form.kind);
  if (kind === undefined) problems.push({ code: 'form.notAllowed', field: 'kind', value: form.kind });
  const [name, paper, fundYear] = [form.name.trim(), form.paper.trim(), form.upkeepYear.trim()];
  for (const [field, text] of Object.entries({ name, paper }))
    if (text === '') problems.push({ code: 'form.missing', field });
  problems.push(...privateNumberProblems({ name, paper }));
  const bill = readAmount({ field: 'bill', value: form.bill }, 'aboveZero', problems) ?? 0n;
  const elsewhere = readAmount({ field: 'elsewhere', value: form.elsewhere }, 'aboveZero', problems) ?? 0n;
  if (bill > 0n && elsewhere > bill) {
    const facts = { bill, excess: elsewhere - bill };
    problems.push({ code: 'costElsewhere.aboveBill', field: 'elsewhere', value: form.elsewhere, facts });
  }
  const paidOn = readDay({ field: 'paidOn', value: form.paidOn }, problems) ?? '';
  const isAhead = paidOn > today;
  if (isAhead) problems.push({ code: 'costElsewhere.ahead', field: 'paidOn', value: form.paidOn });
  if (!/^20\d{2}$/.test(fundYear) || fundYear > today.slice(0, 4))
    problems.push({ code: 'costElsewhere.year', field: 'upkeepYear', value: form.upkeepYear });
  return { cost: { kind: kind ?? 'other', name, bill, elsewhere, paidOn, fundYear, paper }, problems };
}

/** A bill that is typed, of the kind and asset of what another fund has paid. */
export interface BillBeside {
  readonly name: string;
  readonly amount: string;
  readonly postedOn: string;
}

/** A cost another fund paid in part, with what is deducted of the same thing once the bill is. */
export interface BesideElsewhere {
  readonly name: string;
  readonly bill: Fen;
  readonly elsewhere: Fen;
  /** What is deducted of it with this bill. */
  readonly amount: Fen;
}

/**
 * What another fund paid and a bill seems to deduct a second time. It bears the same name in the same year
 * and, with what was deducted before, is more than the fund left over; or it has another name and the very
 * amount of the whole bill or of the fund's part. Undefined where it is neither.
 * @param deducted costs that stand, of the same kind and asset
 */
export function findTwice(
  bill: BillBeside,
  elsewhere: readonly CostElsewhere[],
  deducted: readonly { readonly name: string; readonly postedOn: CalendarDay; readonly amount: Fen }[],
): BesideElsewhere | undefined {
  const typed = readYuan(bill.amount);
  if (typed === undefined || !isCalendarDay(bill.postedOn)) return undefined;
  const inYear = (day: CalendarDay): boolean => yearOf(day) === yearOf(bill.postedOn);
  const name = bill.name.trim();
  for (const cost of elsewhere.filter(({ paidOn }) => inYear(paidOn))) {
    const isSame = cost.name === name;
    const before = deducted.filter((each) => each.name === name && inYear(each.postedOn));
    const amount = isSame ? typed + sumFen(before.map((each) => each.amount)) : typed;
    const isTwice = isSame
      ? amount > cost.bill - cost.elsewhere
      : typed === cost.bill || typed === cost.elsewhere;
    if (isTwice) return { name: cost.name, bill: cost.bill, elsewhere: cost.elsewhere, amount };
  }
  return undefined;
}

/** Whoever means it says why. Code `deductions.paidElsewhere`. */
export function elsewhereProblems(twice: BesideElsewhere | undefined, reason: string): Problem[] {
  if (twice === undefined || reason !== '') return [];
  const { name, bill, elsewhere } = twice;
  const facts = { name, bill, elsewhere, left: bill - elsewhere };
  return [{ code: 'deductions.paidElsewhere', field: 'reason', facts }];
}
