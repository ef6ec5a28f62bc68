import { addMonths, type CalendarDay, type Month, monthOf } from '../calendar/calendar-day';
import { type Fen, isBeyondRange, plainYuan } from '../money/fen';
import { readShareOrAmount } from '../money/share-or-amount';
import { halfWidth } from '../shared/half-width';
import { privateNumberProblems } from '../shared/private-number';
import type { Problem } from '../shared/problem';
import { DomainError } from '../shared/domain-error';
import { readAmount, readMonth } from '../shared/typed-fields';
import { requireUnbooked } from './check-asset-life';
import {
  ASSET_USES,
  type AssetUse,
  type DepreciationTerms,
  lostByNow,
  plannedRows,
  standAt,
  TERMS_BASES,
  type TermsBasis,
} from './depreciation';

/** The longest life that is taken for one: a hundred years. */
const MOST_MONTHS = 1_200;

/** Terms that begin so many months late say why: the year was most likely mistyped. */
const MONTHS_OFF = 12;

/** Terms as a person types them. */
export interface TermsForm {
  readonly basis: string;
  readonly use: string;
  /** The first month; of an asset that is depreciated from its acquisition it follows from that day. */
  readonly fromMonth: string;
  /** Over how many months, counted from the first. */
  readonly months: string;
  /** What it is worth at the end: an amount in yuan, or a percentage of the cost (`5%`). */
  readonly salvage: string;
  /** What it had lost when it was taken over, yuan. */
  readonly accumulated: string;
  /** What says so: the old books, the decision; needed where terms are changed. */
  readonly paper: string;
}

/** What terms are held against. */
export interface TermsFacts {
  readonly asset: { readonly name: string; readonly acquiredOn: CalendarDay; readonly cost: Fen };
  /** What the books say of the asset: 固定资产 and 累计折旧, both above zero. */
  readonly books: { readonly cost: Fen; readonly accumulated: Fen };
  readonly openedOn: CalendarDay;
  /** The month in which the books first have it. */
  readonly enteredIn?: Month | undefined;
  /** Its terms so far. */
  readonly terms: readonly DepreciationTerms[];
  /** The months that are booked for it, and the last of them. */
  readonly booked?: ReadonlySet<Month> | undefined;
  readonly lastBooked?: Month | undefined;
}

/** Terms that were read. */
export interface ReadTerms extends DepreciationTerms {
  readonly basis: TermsBasis;
  readonly use: AssetUse;
  readonly paper: string;
}

/**
 * Reads the terms of an asset, or says everything that is wrong with them. The month of acquisition bears
 * nothing, the month after it is the first; what was taken over begins where the old books ended. Source:
 * domain facts §2.2, §5; which month is the first is unconfirmed.
 * @returns problems `form.*`, `money.*`, `calendar.*`, `depreciation.*`
 */
export function readTerms(
  form: TermsForm,
  facts: TermsFacts,
): { readonly terms: ReadTerms; readonly problems: Problem[] } {
  const problems: Problem[] = [];
  const basis = TERMS_BASES.find((each) => each === form.basis);
  if (basis === undefined || (basis === 'changed') !== facts.terms.length > 0)
    problems.push({ code: 'form.notAllowed', field: 'basis', value: form.basis });
  const use = ASSET_USES.find((each) => each === form.use);
  if (use === undefined) problems.push({ code: 'form.notAllowed', field: 'use', value: form.use });
  const from = readFrom(form, facts, problems);
  const months = readMonths(form.months, problems);
  const stand = readStand(form, facts, { from, problems });
  const salvage = readSalvage(form.salvage, stand, problems);
  const paper = form.paper.trim();
  if (basis === 'changed' && paper === '') problems.push({ code: 'form.missing', field: 'paper' });
  problems.push(...privateNumberProblems({ paper }));
  const terms = {
    basis: basis ?? 'acquired',
    use: use ?? 'operating',
    from,
    months,
    ...stand,
    salvage,
    paper,
  };
  return { terms, problems };
}

/**
 * The form of terms that go on as they were and are borne by another expense; undefined where nothing is left
 * to bear by then.
 */
export function useChangeForm(
  { use, from, paper }: { readonly use: AssetUse; readonly from: Month; readonly paper: string },
  last: DepreciationTerms,
): TermsForm | undefined {
  const left = plannedRows([last]).filter(({ month, amount }) => month >= from && amount > 0n).length;
  if (left === 0) return undefined;
  const goesOn = { months: String(left), salvage: plainYuan(last.salvage), accumulated: '' };
  return { basis: 'changed', use, fromMonth: from, ...goesOn, paper };
}

/** The first month: after the acquisition, within these books, after what is booked already. */
function readFrom(form: TermsForm, facts: TermsFacts, problems: Problem[]): Month {
  const first = addMonths(monthOf(facts.asset.acquiredOn), 1);
  const opened = monthOf(facts.openedOn);
  if (form.basis === 'acquired') {
    if (first < opened)
      problems.push({ code: 'depreciation.olderThanBooks', field: 'basis', facts: { opened } });
    else if (isBeforeEntry(first, facts)) problems.push({ ...beforeEntry(facts), field: 'basis' });
    return first;
  }
  const from = readMonth({ field: 'fromMonth', value: form.fromMonth }, problems);
  if (from === undefined) return first;
  problems.push(...startProblems(from, facts).map((each) => ({ ...each, field: 'fromMonth', value: from })));
  const usual = first > opened ? first : opened;
  const begun = facts.terms.length > 0;
  if (!begun && from >= addMonths(usual, MONTHS_OFF) && form.paper.trim() === '')
    problems.push({
      code: 'depreciation.startsLate',
      field: 'fromMonth',
      value: from,
      facts: { usual },
    });
  return from;
}

/** What is wrong with a first month that was typed. */
function startProblems(from: Month, facts: TermsFacts): Pick<Problem, 'code' | 'facts'>[] {
  const first = addMonths(monthOf(facts.asset.acquiredOn), 1);
  const opened = monthOf(facts.openedOn);
  const last = facts.lastBooked;
  const begun = facts.terms.at(-1)?.from;
  if (from < first) return [{ code: 'depreciation.beforeAsset', facts: { first } }];
  if (from < opened) return [{ code: 'depreciation.beforeBooks', facts: { opened } }];
  if (last !== undefined && from <= last) return [{ code: 'depreciation.bookedAlready', facts: { last } }];
  if (begun !== undefined && from < begun) return [{ code: 'depreciation.beforeTerms', facts: { begun } }];
  return isBeforeEntry(from, facts) ? [beforeEntry(facts)] : [];
}

/**
 * Whether terms would ask for depreciation of a month at whose end the books do not have the asset yet:
 * nothing stands there that could lose its value. Changed terms go on from those that began.
 */
function isBeforeEntry(from: Month, { enteredIn, terms }: TermsFacts): boolean {
  return enteredIn !== undefined && terms.length === 0 && from < enteredIn;
}

function beforeEntry({ enteredIn = '' }: TermsFacts): Pick<Problem, 'code' | 'facts'> {
  return { code: 'depreciation.beforeEntry', facts: { enteredIn } };
}

/**
 * Refuses to withdraw terms that are not the last, follow from an event that has to be taken back itself, or
 * by which a month is booked already.
 * @param number which of the asset's terms, counted from 1 in the order of entry
 * @throws DomainError `depreciation.termsNotLast`, `depreciation.termsOfEvent`, `assetLife.bookedSince`
 */
export function requireWithdrawable(
  number: number,
  plan: {
    readonly booked: ReadonlySet<Month>;
    readonly terms: readonly {
      readonly from: Month;
      readonly number: number;
      readonly entryId: string | null;
    }[];
  },
): void {
  const last = plan.terms.at(-1);
  if (last?.number !== number) throw new DomainError('depreciation.termsNotLast');
  if (last.entryId !== null) throw new DomainError('depreciation.termsOfEvent');
  requireUnbooked(last, plan);
}

/** Reads a life in months: code `depreciation.lifeOutside`. */
export function readMonths(typed: string, problems: Problem[]): number {
  const text = halfWidth(typed).trim();
  const months = /^\d{1,4}$/.test(text) ? Number(text) : 0;
  if (text === '') problems.push({ code: 'form.missing', field: 'months' });
  else if (months < 1 || months > MOST_MONTHS)
    problems.push({
      code: 'depreciation.lifeOutside',
      field: 'months',
      value: typed,
      facts: { most: MOST_MONTHS },
    });
  return Math.max(1, Math.min(months, MOST_MONTHS));
}

/**
 * Where the asset stands when the terms begin, as its earlier terms say, or the books. What was written on
 * accumulated depreciation by hand since, or taken back of it, is taken along: the asset still lands on what
 * it is worth at the end.
 */
function readStand(
  form: TermsForm,
  { asset, books, terms, booked }: TermsFacts,
  { from, problems }: { readonly from: Month; readonly problems: Problem[] },
): { readonly cost: Fen; readonly accumulated: Fen } {
  const planned = standAt(terms, from);
  if (planned !== undefined) {
    const aside = booked === undefined ? 0n : books.accumulated - lostByNow(terms, booked);
    // What came or went of its cost by hand counts once register and books say the same.
    const cost = books.cost > 0n && books.cost === asset.cost ? books.cost : planned.cost;
    return { cost, accumulated: planned.accumulated + aside };
  }
  const register = asset.cost;
  if (books.cost === 0n)
    problems.push({ code: 'depreciation.notInBooks', field: '', facts: { asset: asset.name } });
  else if (books.cost !== register) {
    const facts = { register, books: books.cost, difference: apart(register, books.cost) };
    problems.push({ code: 'depreciation.costDiffers', field: '', facts });
  }
  const field = form.basis === 'takenOver' ? 'accumulated' : 'basis';
  const typed = field === 'basis' ? 0n : readAmount({ field, value: form.accumulated }, 'zero', problems);
  if (typed !== undefined && typed !== books.accumulated) {
    const facts = { typed, books: books.accumulated, difference: apart(typed, books.accumulated) };
    problems.push({ code: 'depreciation.accumulatedDiffers', field, facts });
  }
  return { cost: books.cost, accumulated: books.accumulated };
}

/**
 * Reads what is left at the end, which is less than what stands now: there is something to spread. Codes
 * `depreciation.notAShare`, `depreciation.nothingToSpread`, `money.*`.
 * @param typed as typed, or what it was before and stays
 */
export function readSalvage(
  typed: string | { readonly exactly: Fen },
  { cost, accumulated }: { readonly cost: Fen; readonly accumulated: Fen },
  problems: Problem[],
): Fen {
  const field = 'salvage';
  const value = typeof typed === 'string' ? typed : plainYuan(typed.exactly);
  const salvage = readShareOrAmount(value, cost);
  const net = cost - accumulated;
  if (value.trim() === '') problems.push({ code: 'form.missing', field });
  else if (salvage === undefined) {
    const code = isBeyondRange(value) ? 'money.tooLarge' : 'depreciation.notAShare';
    problems.push({ code, field, value });
  } else if (salvage < 0n) problems.push({ code: 'money.negative', field, value });
  else if (salvage >= net && cost > 0n)
    problems.push({ code: 'depreciation.nothingToSpread', field, value, facts: { net, salvage } });
  return salvage ?? 0n;
}

function apart(one: Fen, other: Fen): Fen {
  return one > other ? one - other : other - one;
}
