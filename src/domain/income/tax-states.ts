import { addMonths, type CalendarDay, firstDayOf, monthOf } from '../calendar/calendar-day';
import { type Fen, sumFen } from '../money/fen';
import type { Problem } from '../shared/problem';
import { type PeriodTax, type Sale, taxOfPeriod, type TaxPart, taxToBook } from './tax-period';
import type { TaxPeriod } from './tax-status';
import { type VatRule, vatRuleOn, type VatTable } from './vat';

/** A sale with the day it became owed. */
export interface DatedSale extends Sale {
  readonly on: CalendarDay;
}

/** What was done about a period: tax booked, or not booked with a reason. */
export interface TaxAct {
  readonly from: CalendarDay;
  readonly to: CalendarDay;
  /** What was booked, place by place; absent where it was waived. */
  readonly booked?: readonly TaxPart[];
  readonly waived?: { readonly amount: Fen; readonly reason: string };
}

/** A tax period with its sales, what they owe, and what of it is booked. Fen. */
export interface TaxPeriodState extends TaxPeriod, PeriodTax {
  /** Undefined where the table says nothing of its last day: nothing is reckoned then. */
  readonly rule: VatRule | undefined;
  /** What the threshold makes owed. */
  readonly owed: Fen;
  readonly booked: Fen;
  /** What is still to be booked, place by place; below zero it gives back. */
  readonly toBook: readonly TaxPart[];
  readonly open: Fen;
  /** Why it is not booked, where somebody said so of just this amount. */
  readonly waived: string | undefined;
}

const NOTHING: PeriodTax = {
  ...{ sales: 0n, immovables: 0n, isTaxed: false, isOnlyImmovables: false },
  ...{ stated: 0n, keptBack: 0n, parts: [] },
};

/**
 * Where each period stands. Who is not registered owes nothing by the threshold, whatever the sales are; that
 * they are above it is told. A waiver holds for its amount: another one asks again.
 */
export function taxStates(
  periods: readonly TaxPeriod[],
  facts: { readonly sales: readonly DatedSale[]; readonly acts: readonly TaxAct[] },
  table: VatTable,
): TaxPeriodState[] {
  return periods.map((period) => {
    const { from, to, kind, span } = period;
    const rule = vatRuleOn(table, to, span);
    const sales = facts.sales.filter(({ on }) => on >= from && on <= to);
    const reckoned = rule === undefined ? NOTHING : taxOfPeriod(sales, rule);
    const parts = kind === 'none' ? [] : reckoned.parts;
    const acts = facts.acts.filter((act) => act.from === from && act.to === to);
    const booked = acts.flatMap((act) => act.booked ?? []);
    const toBook = taxToBook(parts, booked);
    const open = sumOf(toBook);
    const waived = acts.findLast((act) => act.waived?.amount === open)?.waived?.reason;
    return {
      ...{ ...period, ...reckoned, parts, rule },
      ...{ owed: sumOf(parts), booked: sumOf(booked), toBook, open, waived },
    };
  });
}

/** How a period stands, as a page says it. */
export const TAX_STATES = [
  'exempt',
  'running',
  'wanted',
  'waived',
  'booked',
  'notRegistered',
  'noRule',
] as const;
export type TaxStateName = (typeof TAX_STATES)[number];

/** Whether a period is over and owes what is not booked, or how else it stands. */
export function taxStateOf(state: TaxPeriodState, today: CalendarDay): TaxStateName {
  if (state.rule === undefined) return 'noRule';
  if (state.toBook.length > 0) {
    if (state.to > today) return 'running';
    return state.waived === undefined ? 'wanted' : 'waived';
  }
  if (state.booked !== 0n) return 'booked';
  if (state.kind === 'none') return 'notRegistered';
  return state.to > today ? 'running' : 'exempt';
}

/** The word by which a tax period is known among what a month wants. */
export function taxKey(from: CalendarDay): string {
  return `tax:${from}`;
}

/**
 * What tax still wants before a month is held: that of every period over by its end is booked, or it is said
 * why it is not. Codes `months.taxDue`, their field {@link taxKey}.
 */
export function taxClosingProblems(wanted: readonly TaxPeriodState[]): Problem[] {
  return wanted.map(({ from, to, open }) => ({
    code: 'months.taxDue',
    field: taxKey(from),
    facts: { from, to, amount: open },
  }));
}

/**
 * The sales of the twelve months that end with a period: above the limit nobody is small any more. Immovables
 * that are left out of the threshold are no part of it.
 */
export function salesOfYear(states: readonly TaxPeriodState[], last: TaxPeriodState): Fen {
  const first = firstDayOf(addMonths(monthOf(last.to), -11));
  const year = states.filter(({ from, to }) => from >= first && to <= last.to);
  return sumFen(
    year.map(({ sales, immovables, rule }) =>
      rule?.immovables?.leftOut === true ? sales - immovables : sales,
    ),
  );
}

function sumOf(parts: readonly TaxPart[]): Fen {
  return sumFen(parts.map(({ amount }) => amount));
}
