import { addDays, type CalendarDay, isCalendarDay, yearOf } from '../calendar/calendar-day';
import { type Fen, readYuan, sumFen } from '../money/fen';
import { privateNumberProblems } from '../shared/private-number';
import type { Problem } from '../shared/problem';
import { writtenProblems } from '../shared/short-reason';
import { readAmount, readDay } from '../shared/typed-fields';
import { concernSame, type CostSubject } from './caps-together';
import { DEDUCTION_KINDS, type DeductionKind } from './contract-term';
import { type AssetLife, firstCostDay } from './cost-in-life';

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
  /** Why it is no second time what is told or deducted already; only where that is asked. */
  readonly twiceReason?: string | undefined;
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
 * the bill says, and nothing for an asset that is not there yet or is gone. It never touches the books.
 * Codes `form.*`, `money.*`, `calendar.*`, `costElsewhere.*`. Source: policy line GX-4-5b.
 * @param life the days of the asset it is for, where it is for one
 */
export function readCostElsewhere(
  form: CostElsewhereForm,
  { today, life }: { readonly today: CalendarDay; readonly life?: AssetLife | undefined },
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
  if (paidOn !== '') problems.push(...presenceProblems({ paidOn, kind: form.kind }, life));
  if (!/^20\d{2}$/.test(fundYear) || fundYear > today.slice(0, 4))
    problems.push({ code: 'costElsewhere.year', field: 'upkeepYear', value: form.upkeepYear });
  return { cost: { kind: kind ?? 'other', name, bill, elsewhere, paidOn, fundYear, paper }, problems };
}

/** The asset is there on the day: codes `costElsewhere.beforeAsset`, `costElsewhere.afterAsset`. */
function presenceProblems(
  { paidOn, kind }: { readonly paidOn: CalendarDay; readonly kind: string },
  life: AssetLife | undefined,
): Problem[] {
  const [acquiredOn, leftOn] = [firstCostDay(kind, life), life?.leftOn];
  const at = { field: 'paidOn', value: paidOn };
  if (acquiredOn !== undefined && paidOn < acquiredOn)
    return [{ code: 'costElsewhere.beforeAsset', ...at, facts: { acquiredOn } }];
  if (leftOn === undefined || paidOn <= leftOn) return [];
  return [{ code: 'costElsewhere.afterAsset', ...at, facts: { leftOn } }];
}

/** A cost that another fund pays and that holds; without an asset it may be for any of its kind. */
export type StandingElsewhere = Pick<CostElsewhere, 'kind' | 'name' | 'bill' | 'elsewhere' | 'paidOn'> & {
  readonly assetId: string | null;
};

/** When a cost was booked, and the days of the work where a bill or a contract says any. */
interface WorkTime {
  readonly postedOn: CalendarDay;
  readonly days?: { readonly from: CalendarDay; readonly to: CalendarDay } | undefined;
}

/** A cost that is typed, of the kind and asset of what another fund has paid. */
export interface BillBeside extends WorkTime {
  readonly name: string;
  readonly amount: string;
}

/** A cost that stands in the books. */
export interface DeductedCost extends WorkTime, CostSubject {
  readonly name: string;
  readonly amount: Fen;
}

/** What another fund paid in part, with what is deducted of the same thing once the bill is. */
export interface BesideElsewhere {
  readonly name: string;
  readonly bill: Fen;
  readonly elsewhere: Fen;
  /** What is deducted of it with this bill. */
  readonly amount: Fen;
  /** What may still be deducted of it. */
  readonly left: Fen;
}

/** A fund pays within so many days of the work it pays for. */
const SAME_WORK_DAYS = 7;

/**
 * Whether a cost may be what another fund paid: the kind and asset agree. The kind of all other costs says
 * nothing of the work, so that it is held against every kind.
 */
export function mayBeSame(one: CostSubject, other: CostSubject): boolean {
  const kind = one.kind === 'other' ? one.kind : other.kind;
  return kind === 'other' ? concernSame({ ...one, kind }, { ...other, kind }) : concernSame(one, other);
}

/**
 * What of each cost another fund paid may still be deducted, in their order: its own part less what was
 * deducted under its name at its time. Never below nothing: what went above it was said to be another thing.
 */
export function restsOf(
  elsewhere: readonly StandingElsewhere[],
  deducted: readonly DeductedCost[],
): readonly Fen[] {
  const rests = elsewhere.map(({ bill, elsewhere: paid }) => bill - paid);
  for (const cost of deducted) {
    let open = cost.amount;
    elsewhere.forEach((each, at) => {
      const isOf = each.name === cost.name && mayBeSame({ ...each, pool: cost.pool }, cost);
      if (!isOf || !isOfItsTime(cost, each)) return;
      const rest = rests[at] ?? 0n;
      const taken = open < rest ? open : rest;
      rests[at] = rest - taken;
      open -= taken;
    });
  }
  return rests;
}

/**
 * What another fund paid and a cost seems to deduct a second time. It bears the same name and is more than is
 * left of it; or it has another name, and the days and the amount, of the whole bill or of the fund's part,
 * point to the same work. Undefined where it is neither.
 * @param elsewhere what other funds paid, of the kind and asset of the bill
 */
export function findTwice(
  bill: BillBeside,
  elsewhere: readonly StandingElsewhere[],
  deducted: readonly DeductedCost[],
): BesideElsewhere | undefined {
  const typed = readYuan(bill.amount);
  if (typed === undefined || !isCalendarDay(bill.postedOn)) return undefined;
  const name = bill.name.trim();
  const told = withRests(elsewhere, deducted);
  const named = told.filter(({ cost }) => cost.name === name && isOfItsTime(bill, cost));
  if (named.length > 0 && typed > sumFen(named.map(({ left }) => left))) return together(named, typed);
  const meant = told.find(
    ({ cost }) =>
      cost.name !== name && isNear(bill, cost) && (typed === cost.bill || typed === cost.elsewhere),
  );
  return meant && together([meant], typed);
}

/**
 * What another fund paid of what a contract charges, under its name and at its time: the charge is booked
 * whole or not at all, so that what the fund left over is a bill's. Undefined where it paid nothing of it.
 */
export function fundOfCharge(
  charge: BillBeside,
  elsewhere: readonly StandingElsewhere[],
  deducted: readonly DeductedCost[],
): BesideElsewhere | undefined {
  const typed = readYuan(charge.amount);
  if (typed === undefined || !isCalendarDay(charge.postedOn)) return undefined;
  const told = withRests(elsewhere, deducted);
  const named = told.filter(({ cost }) => cost.name === charge.name && isOfItsTime(charge, cost));
  return named.length === 0 ? undefined : together(named, typed);
}

interface ToldElsewhere {
  readonly cost: StandingElsewhere;
  /** What of it may still be deducted. */
  readonly left: Fen;
}

function withRests(
  elsewhere: readonly StandingElsewhere[],
  deducted: readonly DeductedCost[],
): ToldElsewhere[] {
  const rests = restsOf(elsewhere, deducted);
  return elsewhere.map((cost, at) => ({ cost, left: rests[at] ?? 0n }));
}

function together(told: readonly ToldElsewhere[], typed: Fen): BesideElsewhere {
  const bill = sumFen(told.map(({ cost }) => cost.bill));
  const elsewhere = sumFen(told.map(({ cost }) => cost.elsewhere));
  const left = sumFen(told.map((each) => each.left));
  return { name: told[0]?.cost.name ?? '', bill, elsewhere, amount: typed + bill - elsewhere - left, left };
}

/** Whether a fund may have paid for this work: in its year or near it, and not before the work began. */
function isOfItsTime(work: WorkTime, paid: StandingElsewhere): boolean {
  if (isNear(work, paid)) return true;
  const isLater = work.days !== undefined && work.days.from > addDays(paid.paidOn, SAME_WORK_DAYS);
  return yearOf(work.postedOn) === yearOf(paid.paidOn) && !isLater;
}

/** Whether a fund paid on a day of the work, or within a week of when the work was paid. */
function isNear({ postedOn, days }: WorkTime, { paidOn }: StandingElsewhere): boolean {
  if (days !== undefined && days.from <= paidOn && paidOn <= days.to) return true;
  return addDays(postedOn, -SAME_WORK_DAYS) <= paidOn && paidOn <= addDays(postedOn, SAME_WORK_DAYS);
}

/**
 * Whoever means it says why; of a contract's charge it is told how the rest is booked. Codes
 * `deductions.paidElsewhere`, `deductions.chargePaidElsewhere`, `deductions.chargeWhollyElsewhere`.
 */
export function elsewhereProblems(
  twice: BesideElsewhere,
  { twiceReason = '', byContract = false }: { readonly twiceReason?: string; readonly byContract?: boolean },
): Problem[] {
  if (twiceReason.trim() !== '') return [];
  const { name, bill, elsewhere, left } = twice;
  const facts = { name, bill, elsewhere, left };
  const ofCharge = left === 0n ? 'deductions.chargeWhollyElsewhere' : 'deductions.chargePaidElsewhere';
  return [{ code: byContract ? ofCharge : 'deductions.paidElsewhere', field: 'twiceReason', facts }];
}

/** What of the books is held against a cost that another fund is said to have paid. */
export interface BooksBeside {
  /** What other funds paid and holds. */
  readonly told: readonly (StandingElsewhere & { readonly paper: string })[];
  /** The costs that stand, without what came back of them. */
  readonly deducted: readonly DeductedCost[];
}

/**
 * What is typed a second time, or was deducted before the fund paid, asks why: such a cost is taken back, or
 * paid back to the village, first. A reason without it is refused. Codes `costElsewhere.twice`, `….deducted`,
 * `….notSeen`, `form.privateNumber`, `policy.reasonTooShort`; all of `twiceReason`. Source: GX-4-5b.
 */
export function knownElsewhereProblems(
  cost: StandingElsewhere & { readonly paper: string },
  beside: BooksBeside,
  twiceReason = '',
): Problem[] {
  const field = 'twiceReason';
  const known = knownOf(cost, beside);
  if (twiceReason.trim() === '') return known === undefined ? [] : [{ ...known, field }];
  if (known === undefined) return [{ code: 'costElsewhere.notSeen', field }];
  return writtenProblems({ twiceReason });
}

/**
 * What of it is known: the same payment; or of its name and its days more is deducted than the funds leave
 * over, or under another name the amount of the whole bill.
 */
function knownOf(
  cost: StandingElsewhere & { readonly paper: string },
  { told, deducted }: BooksBeside,
): Omit<Problem, 'field'> | undefined {
  const { name, bill, elsewhere, paidOn } = cost;
  if (told.some((each) => isSameEntry(each, cost)))
    return { code: 'costElsewhere.twice', facts: { name, day: paidOn, amount: elsewhere } };
  const near = deducted.filter((each) => mayBeSame({ ...cost, pool: each.pool }, each) && isNear(each, cost));
  const beside = told.filter(
    (each) => each.name === name && isSameSubject(each, cost) && isNear({ postedOn: paidOn }, each),
  );
  const left = sumFen([cost, ...beside].map((each) => each.bill - each.elsewhere));
  const named = sumFen(near.filter((each) => each.name === name).map(({ amount }) => amount));
  if (named > left) return { code: 'costElsewhere.deducted', facts: { name, amount: named, rest: left } };
  const other = near.find((each) => each.name !== name && each.amount === bill);
  if (other === undefined) return undefined;
  const facts = { name: other.name, amount: other.amount, rest: bill - elsewhere };
  return { code: 'costElsewhere.deducted', facts };
}

function isSameSubject(one: StandingElsewhere, other: StandingElsewhere): boolean {
  return one.kind === other.kind && one.assetId === other.assetId;
}

/** The same payment of the same fund: asset, kind, name, day, amount and paper agree. */
function isSameEntry(one: BooksBeside['told'][number], other: BooksBeside['told'][number]): boolean {
  const isSamePaper = one.paper === other.paper && one.paidOn === other.paidOn;
  return (
    isSameSubject(one, other) && isSamePaper && one.name === other.name && one.elsewhere === other.elsewhere
  );
}
