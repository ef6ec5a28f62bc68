import type { AssetKind } from '../assets/asset-classes';
import { type CalendarDay, type Month, monthOf } from '../calendar/calendar-day';
import { PAPERS_AT_LEAST, readAttachments } from '../ledger/attachments';
import type { Fen } from '../money/fen';
import { privateNumberProblems } from '../shared/private-number';
import type { Problem } from '../shared/problem';
import { writtenProblems } from '../shared/short-reason';
import { readAmount, readDay } from '../shared/typed-fields';
import { readReceiptTax, type StatedTaxForm } from '../shared/stated-tax';
import { type DueStream, dueStreamProblems, dueStreams, isSameIncome } from './stake-income';
import type { TaxBasis } from '../money/taxed';

/** What a person types for rent or other income that has fallen due; everything is text as typed. */
export interface IncomeDueForm extends StatedTaxForm {
  readonly stream: string;
  readonly payer: string;
  readonly coversFrom: string;
  readonly coversTo: string;
  readonly amount: string;
  readonly dueOn: string;
  readonly postedOn: string;
  /** How many papers are attached; one where blank. */
  readonly attachments?: string;
  /** Why the same sum for the same days stands under the other kind of income, too, and both are right. */
  readonly twiceReason?: string;
}

/** Income that has fallen due: from whom, for which days, until when. */
export interface IncomeDue {
  readonly stream: DueStream;
  readonly payer: string;
  readonly coversFrom: CalendarDay;
  readonly coversTo: CalendarDay;
  /** All that the payer owes, its tax included. */
  readonly amount: Fen;
  /** Undefined where its paper says nothing of tax: it is reckoned with as inclusive, and told as unsaid. */
  readonly taxBasis: TaxBasis | undefined;
  /** The tax its paper charges; undefined where it charges none. */
  readonly tax: Fen | undefined;
  readonly dueOn: CalendarDay;
  readonly postedOn: CalendarDay;
  readonly aboutPeriod: Month;
  readonly attachments: number;
  /** Why it is no second booking of the same income; blank where nothing looks like one. */
  readonly twiceReason: string;
  /** Whether it is beside what the village runs: other income, as what a bank rounds up. */
  readonly isBeside?: boolean;
}

/** Days of one stream that are booked already. */
export interface CoveredDays {
  readonly stream: string;
  readonly payer: string;
  readonly from: CalendarDay;
  readonly to: CalendarDay;
  readonly amount: Fen;
}

/** What the register and the books say of the asset the income comes from. */
export interface IncomeSource {
  readonly kind: AssetKind;
  readonly acquiredOn: CalendarDay;
  readonly leftOn?: CalendarDay | undefined;
  readonly covered: readonly CoveredDays[];
  /** What contracts over it make due that is not booked. */
  readonly byContract?: readonly ContractDue[];
}

/** A due of a contract that is still to be booked. */
export interface ContractDue extends Omit<CoveredDays, 'stream'> {
  /** The contract's. */
  readonly number: string;
}

/**
 * Reads the form, or says everything that is wrong with it: an asset gives nothing before it was acquired,
 * no stream of it twice for the same day, and not the same sum of the same payer for the same days under
 * another name, nor a sum that a contract makes due for them, unless somebody writes why: a fee beside the
 * rent. Codes `form.*`, `calendar.*`, `money.*`, `income.*`, `tax.*`.
 */
export function readIncomeDue(
  form: IncomeDueForm,
  source: IncomeSource,
): { due: IncomeDue; problems: Problem[] } {
  const problems = dueStreamProblems(form.stream, source.kind);
  if (form.payer.trim() === '') problems.push({ code: 'form.missing', field: 'payer' });
  problems.push(...privateNumberProblems({ payer: form.payer }));
  for (const field of DAY_FIELDS) readDay({ field, value: form[field] }, problems);
  if (!problems.some(({ field }) => DAY_FIELDS.some((each) => each === field))) {
    problems.push(...spanProblems(form, source));
  }
  const amount = readAmount({ field: 'amount', value: form.amount }, 'aboveZero', problems);
  const { basis, stated: tax, gross } = readReceiptTax(form, amount ?? 0n, problems);
  const looksTwice = twiceProblem({ ...form, gross }, source);
  const twiceReason = looksTwice === undefined ? '' : (form.twiceReason ?? '').trim();
  if (looksTwice !== undefined && twiceReason === '') problems.push(looksTwice);
  problems.push(...writtenProblems({ twiceReason }));
  return {
    due: {
      stream: dueStreams(source.kind).find((each) => each === form.stream) ?? 'other',
      payer: form.payer.trim(),
      coversFrom: form.coversFrom,
      coversTo: form.coversTo,
      ...{ amount: gross, taxBasis: basis, tax },
      dueOn: form.dueOn,
      postedOn: form.postedOn,
      aboutPeriod: monthOf(form.coversFrom),
      attachments: readAttachments(form.attachments, PAPERS_AT_LEAST, problems),
      twiceReason,
    },
    problems,
  };
}

type TypedSum = Pick<IncomeDueForm, 'stream' | 'payer' | 'coversFrom' | 'coversTo'> & { readonly gross: Fen };

/** What makes income look as if it were booked a second time, or beside the contract that makes it due. */
function twiceProblem(due: TypedSum, { covered, byContract = [] }: IncomeSource): Problem | undefined {
  const other = sameUnderOtherName(due, covered);
  if (other !== undefined) {
    const { from, to, amount } = other;
    return {
      ...{ code: 'income.sameUnderOtherName', field: 'stream', value: due.stream },
      facts: { from, to, amount },
    };
  }
  const agreed = byContract.find(
    (each) =>
      each.payer === due.payer.trim() &&
      each.amount === due.gross &&
      each.from <= due.coversTo &&
      due.coversFrom <= each.to,
  );
  if (agreed === undefined) return undefined;
  const { number, from, to, amount } = agreed;
  return { code: 'income.byContract', field: 'payer', facts: { number, from, to, amount } };
}

/** What stands under the other kind of income and is the same to the day and the fen. */
function sameUnderOtherName(due: TypedSum, covered: readonly CoveredDays[]): CoveredDays | undefined {
  const isSame = (each: CoveredDays): boolean =>
    each.payer === due.payer.trim() && each.from === due.coversFrom && each.to === due.coversTo;
  return covered.find((each) => each.stream !== due.stream && each.amount === due.gross && isSame(each));
}

const DAY_FIELDS = ['coversFrom', 'coversTo', 'dueOn', 'postedOn'] as const;

/** What is wrong with the days covered, once every day can be read. */
function spanProblems(form: IncomeDueForm, source: IncomeSource): Problem[] {
  const { coversFrom, coversTo } = form;
  const problems: Problem[] = [];
  if (coversTo < coversFrom) problems.push({ code: 'calendar.reversed', field: 'coversTo', value: coversTo });
  if (coversTo.slice(0, 4) > form.postedOn.slice(0, 4)) {
    problems.push({ code: 'income.coversLaterYear', field: 'coversTo', value: coversTo });
  }
  if (coversFrom < source.acquiredOn) {
    const facts = { acquiredOn: source.acquiredOn };
    problems.push({ code: 'income.beforeAsset', field: 'coversFrom', value: coversFrom, facts });
  }
  if (source.leftOn !== undefined && coversTo > source.leftOn) {
    const facts = { leftOn: source.leftOn };
    problems.push({ code: 'income.afterAsset', field: 'coversTo', value: coversTo, facts });
  }
  const twice = source.covered.find(
    (each) =>
      isSameIncome(each.stream, form.stream) &&
      each.payer === form.payer.trim() &&
      each.from <= coversTo &&
      coversFrom <= each.to,
  );
  if (twice !== undefined) {
    const facts = { from: twice.from, to: twice.to };
    problems.push({ code: 'income.coversTwice', field: 'coversFrom', value: coversFrom, facts });
  }
  return problems;
}
