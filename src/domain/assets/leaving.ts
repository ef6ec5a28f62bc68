import { type CalendarDay, monthOf } from '../calendar/calendar-day';
import type { Fen } from '../money/fen';
import type { TaxBasis } from '../money/taxed';
import { privateNumberProblems } from '../shared/private-number';
import type { Problem } from '../shared/problem';
import { readReceiptTax, saysTax, type StatedTaxForm } from '../shared/stated-tax';
import { readAmount } from '../shared/typed-fields';
import {
  isDisposal,
  LEAVING_GROUNDS,
  LEAVING_WAYS,
  type LeavingGround,
  type LeavingWay,
  type LifeFacts,
  readMoment,
} from './asset-life';
import { disposalProblems } from './rights-elsewhere';

/** How an asset leaves the books, as typed; its tax is that of the money, or of the agreed value. */
export interface LeavingForm extends StatedTaxForm {
  readonly way: string;
  readonly ground: string;
  readonly happenedOn: string;
  /** What came in for it, and what it cost to dispose of it; blank for nothing. */
  readonly proceeds: string;
  readonly costs: string;
  /** At what it was put into a firm. */
  readonly agreedValue: string;
  /** What the stake is called that it becomes then: in which firm or co-operative. */
  readonly stakeName?: string;
  /** The decision, its day and number. */
  readonly paper: string;
  /** The bodies that decided, by their function. */
  readonly approvedBy: string;
}

/** How an asset leaves the books. */
export interface Leaving {
  readonly way: LeavingWay;
  readonly ground: LeavingGround;
  readonly happenedOn: CalendarDay;
  /** All that came in for it, its tax included. */
  readonly proceeds: Fen;
  readonly costs: Fen;
  /** At what it was put into a firm, its tax included. */
  readonly agreedValue: Fen;
  /** Undefined where its paper says nothing of tax, and where nothing came for it. */
  readonly taxBasis?: TaxBasis | undefined;
  /** The tax that its paper charges; undefined where it charges none. */
  readonly tax?: Fen | undefined;
  readonly paper: string;
  readonly approvedBy: string;
}

/**
 * Reads how an asset leaves, or says everything that is wrong with it. Its depreciation is booked through the
 * month in which it leaves and no further, and it has earned nothing for a later month. Source: domain facts
 * §2.2, §5.
 * @returns problems `form.*`, `money.*`, `calendar.*`, `assetLife.*`, `tax.*`, `depreciation.notInBooks`
 */
export function readLeaving(
  form: LeavingForm,
  facts: LifeFacts,
): { readonly leaving: Leaving; readonly problems: Problem[] } {
  const problems: Problem[] = [];
  const way = LEAVING_WAYS.find((each) => each === form.way);
  if (way === undefined) problems.push({ code: 'form.notAllowed', field: 'way', value: form.way });
  else if (way === 'contribution' && facts.asset.kind === 'equity')
    problems.push({ code: 'assetLife.isStake', field: 'way' });
  const ground = LEAVING_GROUNDS.find((each) => each === form.ground);
  if (ground === undefined) problems.push({ code: 'form.notAllowed', field: 'ground', value: form.ground });
  const happenedOn = readMoment(form.happenedOn, facts, problems);
  if (happenedOn !== undefined) problems.push(...afterwardsProblems(happenedOn, facts));
  const money = readMoney('proceeds', { form, way, problems });
  const costs = readMoney('costs', { form, way, problems });
  const agreed = readAgreed(form, way, problems);
  const { gross, ...tax } = readTax(form, agreed === 0n ? money : agreed, problems);
  const [paper, approvedBy] = [form.paper.trim(), form.approvedBy.trim()];
  for (const [field, text] of Object.entries({ paper, approvedBy }))
    if (text === '') problems.push({ code: 'form.missing', field });
  problems.push(...privateNumberProblems({ paper, approvedBy }));
  problems.push(...disposalProblems(approvedBy, facts.disposalBy));
  return {
    leaving: {
      way: way ?? 'scrap',
      ground: ground ?? 'other',
      happenedOn: happenedOn ?? facts.today,
      proceeds: agreed === 0n ? gross : money,
      costs,
      agreedValue: agreed === 0n ? 0n : gross,
      ...tax,
      paper,
      approvedBy,
    },
    problems,
  };
}

/** At what it is put into a firm; nothing where it leaves otherwise. */
function readAgreed(form: LeavingForm, way: LeavingWay | undefined, problems: Problem[]): Fen {
  if (way !== 'contribution') return 0n;
  return readAmount({ field: 'agreedValue', value: form.agreedValue }, 'aboveZero', problems) ?? 0n;
}

/** What nothing came for bears no tax that its paper could say; code `assetLife.taxOfNothing`. */
function readTax(
  form: LeavingForm,
  amount: Fen,
  problems: Problem[],
): Pick<Leaving, 'taxBasis' | 'tax'> & { readonly gross: Fen } {
  if (amount === 0n && saysTax(form)) problems.push({ code: 'assetLife.taxOfNothing', field: 'taxPercent' });
  if (amount === 0n) return { taxBasis: undefined, tax: undefined, gross: amount };
  const { basis: taxBasis, stated: tax, gross } = readReceiptTax(form, amount, problems);
  return { taxBasis, tax, gross };
}

/** Money comes and goes with a disposal; code `assetLife.noMoney` where the way of leaving knows none. */
function readMoney(
  field: 'proceeds' | 'costs',
  given: { readonly form: LeavingForm; readonly way: LeavingWay | undefined; readonly problems: Problem[] },
): Fen {
  const value = given.form[field];
  if (value.trim() === '') return 0n;
  const amount = readAmount({ field, value }, 'zero', given.problems) ?? 0n;
  if (amount > 0n && given.way !== undefined && !isDisposal(given.way))
    given.problems.push({ code: 'assetLife.noMoney', field, value, facts: { way: given.way } });
  return amount;
}

function afterwardsProblems(happenedOn: CalendarDay, facts: LifeFacts): Problem[] {
  const field = 'happenedOn';
  const month = monthOf(happenedOn);
  const { firstDue, lastBooked, lastEarned, earnedUntil } = facts;
  const problems: Problem[] = [];
  const add = (code: string, found: NonNullable<Problem['facts']>): number =>
    problems.push({ code, field, value: happenedOn, facts: found });
  if (firstDue !== undefined && firstDue <= month) add('assetLife.depreciationDue', { month: firstDue });
  if (lastBooked !== undefined && lastBooked > month) add('assetLife.bookedLater', { last: lastBooked });
  if (lastEarned !== undefined && lastEarned > month) add('assetLife.earnedLater', { last: lastEarned });
  else if (earnedUntil !== undefined && earnedUntil > happenedOn)
    add('assetLife.earnedBeyond', { last: earnedUntil });
  return problems;
}
