import { addDays, type CalendarDay, isCalendarDay } from '../calendar/calendar-day';
import { type Fen, sumFen } from '../money/fen';
import { isNamed } from '../shared/plain-name';
import type { Problem } from '../shared/problem';
import { shortReasonProblems } from '../shared/short-reason';
import type { DeductionKind } from './contract-term';
import type { ServedDays } from './cost-years';

/** A cost that stands in the books. */
export interface PaidCost {
  readonly kind: DeductionKind;
  readonly name: string;
  readonly postedOn: CalendarDay;
  readonly amount: Fen;
  /** Its bill says no days: it may be for any of its year. */
  readonly isOfYear?: boolean;
}

/** A charge of a contract that a bill may repeat. */
export interface ChargedBefore extends PaidCost {
  /** The days it was charged for; of the bill's whole year where the bill says no days of its own. */
  readonly charged: ServedDays;
  readonly isOfYear: boolean;
}

/** A bill that says for which days it is. */
export interface SpannedBill extends PaidCost {
  readonly days: ServedDays;
}

/** A cost as typed, of what may have been paid before. */
interface TypedCost extends Omit<PaidCost, 'kind'> {
  readonly kind: DeductionKind | undefined;
  /** A contract charges it, under its own name. */
  readonly byContract: boolean;
  /** The days that its bill says it is for. */
  readonly served?: ServedDays | undefined;
}

/** What may be the same as a typed cost. */
interface TwiceFacts {
  readonly landRentBy?: string | undefined;
  readonly contracts?: readonly { readonly kind: DeductionKind; readonly name: string }[];
  readonly paid?: readonly PaidCost[];
  /** What bills have paid of the same for days of the charge's period. */
  readonly billed?: readonly PaidCost[] | undefined;
  /** What contracts have charged for days that the bill is for, also those that have ended since. */
  readonly daysCharged?: readonly ChargedBefore[] | undefined;
  /** What bills have paid for days that they say: those of the same days ask, whatever they came to. */
  readonly spanned?: readonly SpannedBill[] | undefined;
  readonly elsewhere?: readonly Problem[] | undefined;
}

/** A paper that is entered a second time bears much the same day. */
const SAME_BILL_DAYS = 7;

/** The days on which a bill may be the same as one of this day. */
export function sameBillDays(day: CalendarDay): { readonly from: CalendarDay; readonly to: CalendarDay } {
  return { from: addDays(day, -SAME_BILL_DAYS), to: addDays(day, SAME_BILL_DAYS) };
}

/**
 * What is asked because it may be deducted already: a contract charges it, the same bill stands, or another
 * fund paid it. Why a cost was needed is no answer to it: whoever means it says why it is no second time, and
 * the sheet prints that. Codes `deductions.besideContract`, `deductions.besideNamed`,
 * `deductions.daysCharged`, `deductions.yearCharged`, `deductions.rentBilled`, `deductions.daysBilled`,
 * `deductions.yearBilled`, `deductions.sameBill`, `deductions.daysPaid`, `deductions.paidElsewhere`,
 * `deductions.chargePaidElsewhere`, `deductions.chargeWhollyElsewhere`, `deductions.notSeenTwice`,
 * `policy.*`; all of field `twiceReason`.
 */
export function twiceProblems(
  { twiceReason = '' }: { readonly twiceReason?: string },
  cost: TypedCost,
  facts: TwiceFacts,
): Problem[] {
  const isSaid = twiceReason.trim() !== '';
  const beside = cost.byContract ? billedProblems(cost, facts) : besideProblems(cost, facts);
  const same = sameBillProblems(cost, facts);
  const here = [...beside, ...(same.length > 0 ? same : spannedProblems(cost, facts))];
  if (isSaid && here.length === 0 && facts.elsewhere === undefined)
    return [{ code: 'deductions.notSeenTwice', field: 'twiceReason' }];
  return [...(isSaid ? shortReasonProblems({ twiceReason }) : here), ...(facts.elsewhere ?? [])];
}

/**
 * A bill of what a contract charges, too, or has charged for its days: whoever means it says what it is for.
 * Under the contract's own name it is asked whatever kind it is typed as. Land rent that the contract of the
 * asset charges is refused outright.
 */
function besideProblems({ kind, name }: TypedCost, facts: TwiceFacts): Problem[] {
  const { contracts = [], landRentBy, daysCharged = [] } = facts;
  if (kind === 'land_rent' && landRentBy !== undefined) return [];
  const field = 'twiceReason';
  const ofKind = kind === 'other' ? undefined : contracts.find((each) => each.kind === kind);
  if (ofKind !== undefined)
    return [{ code: 'deductions.besideContract', field, facts: { contract: ofKind.name } }];
  const ofName = contracts.find((each) => isNamed(name, [each.name]));
  if (ofName !== undefined)
    return [{ code: 'deductions.besideNamed', field, facts: { contract: ofName.name } }];
  return earlierProblems(daysCharged);
}

/**
 * A bill for days that a contract has charged. One that says no days may be for any of its year: it is told
 * which of them the contract has charged.
 */
function earlierProblems([first, ...rest]: readonly ChargedBefore[]): Problem[] {
  if (first === undefined) return [];
  const { name: contract, postedOn: day, amount } = first;
  const field = 'twiceReason';
  if (!first.isOfYear) return [{ code: 'deductions.daysCharged', field, facts: { contract, day, amount } }];
  const all = [first, ...rest.filter(({ name }) => name === contract)];
  const from = all.map(({ charged }) => charged.from).reduce((one, other) => (one < other ? one : other));
  const to = all.map(({ charged }) => charged.to).reduce((one, other) => (one > other ? one : other));
  const sum = sumFen(all.map((each) => each.amount));
  return [{ code: 'deductions.yearCharged', field, facts: { contract, from, to, amount: sum } }];
}

/** A charge for days that a bill has paid, whether its contract was entered before the bill or after it. */
function billedProblems({ kind }: TypedCost, { billed = [] }: TwiceFacts): Problem[] {
  const ofDays = kind === 'land_rent' ? 'deductions.rentBilled' : 'deductions.daysBilled';
  return billed.slice(0, 1).map(({ name, postedOn: day, amount, isOfYear = false }) => {
    const code = isOfYear ? 'deductions.yearBilled' : ofDays;
    return { code, field: 'twiceReason', facts: { name, day, amount } };
  });
}

/**
 * The same sum a second time within a week: a bill of the same name, under whatever kind it is typed; a
 * charge beside any bill of its kind.
 */
function sameBillProblems(cost: TypedCost, { paid = [] }: TwiceFacts): Problem[] {
  if (!isCalendarDay(cost.postedOn)) return [];
  const { from, to } = sameBillDays(cost.postedOn);
  const same = paid.find(
    ({ kind, name, amount, postedOn }) =>
      postedOn >= from &&
      postedOn <= to &&
      amount === cost.amount &&
      (cost.byContract ? kind === cost.kind : name === cost.name),
  );
  if (same === undefined) return [];
  const facts = { day: same.postedOn, amount: same.amount };
  return [{ code: 'deductions.sameBill', field: 'twiceReason', facts }];
}

/**
 * A bill of a kind for days of which another one was paid, whatever either came to; what has no kind of its
 * own, under the same name.
 */
function spannedProblems({ kind, name, served }: TypedCost, { spanned = [] }: TwiceFacts): Problem[] {
  if (served === undefined) return [];
  const other = spanned.find(
    (bill) =>
      bill.kind === kind &&
      (kind !== 'other' || isNamed(name, [bill.name])) &&
      bill.days.from <= served.to &&
      bill.days.to >= served.from,
  );
  if (other === undefined) return [];
  const { from, to } = other.days;
  const facts = { day: other.postedOn, name: other.name, amount: other.amount, from, to };
  return [{ code: 'deductions.daysPaid', field: 'twiceReason', facts }];
}
