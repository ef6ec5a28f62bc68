import { type CalendarDay, yearOf } from '../calendar/calendar-day';
import { type Fen, sumFen } from '../money/fen';
import { type AccountSum, isWithin } from './account-sums';
import type { Chart } from './chart';
import { signedAmount } from './journal-entry';
import { isIncomeOrExpense } from './statement-layout';

/** A line of an entry that touches 本年收益 or 收益分配. */
export interface SurplusEntryLine {
  readonly entryId: string;
  /** Whether the entry changes what an earlier year showed. @see changesEarlierYear */
  readonly isPriorYear: boolean;
  readonly ledgerAccount: string;
  readonly side: 'debit' | 'credit';
  readonly amount: Fen;
}

/** What such entries did to what stands undistributed: credit positive but for what went out. */
export interface SurplusMovements {
  /** Income and expense that were carried to 本年收益: they moved nothing that is income of a period. */
  readonly carried: readonly AccountSum[];
  /** 其他转入. */
  readonly transferredIn: Fen;
  /** By the account it went to: 公积公益金, 内部往来, 应付款 … */
  readonly distributed: ReadonlyMap<string, Fen>;
}

/**
 * Tells what moved 本年收益 and 收益分配 apart: what closing carries between them, and what went out of 收益分配
 * by the account on the other side. Whatever fits no name is 其他转入, so nothing is ever left out; so is what
 * corrects an earlier year or takes back its distribution, because nobody was given anything.
 */
export function surplusMovements(lines: readonly SurplusEntryLine[], chart: Chart): SurplusMovements {
  const carried: AccountSum[] = [];
  const distributed = new Map<string, Fen>();
  let transferredIn = 0n;
  for (const entry of entriesOf(lines)) {
    const own = entry.filter((line) => isSurplus(chart, line.ledgerAccount));
    const brought = -sumFen(own.map(signedAmount));
    if (entry.some((line) => isWithin(line.ledgerAccount, chart.roles.currentYearSurplus))) {
      const closed = entry.filter((line) => isIncomeOrExpense(chart, line.ledgerAccount));
      carried.push(...closed.map(sumOf));
      transferredIn += brought - sumFen(closed.map(signedAmount));
    } else if (own.every((line) => line.side === 'debit' && !line.isPriorYear)) {
      for (const line of entry.filter((each) => !own.includes(each))) {
        const known = distributed.get(line.ledgerAccount) ?? 0n;
        distributed.set(line.ledgerAccount, known - signedAmount(line));
      }
    } else transferredIn += brought;
  }
  return { carried, transferredIn, distributed };
}

/** The sources of entries that correct what an earlier year showed. */
export const PRIOR_YEAR = {
  correction: 'priorYearCorrection',
  /** The voucher that goes with the reversal of an earlier year's entry. */
  reversal: 'priorYearReversal',
  /** The voucher that goes with what is booked late or anew and is of an earlier year. */
  move: 'priorYearMove',
  /** What was paid for a cost comes back; of a cost of its own year it touches no surplus account. */
  costRefund: 'costRefund',
  /** Subsidy of an earlier year, or the last of its fee, that will never come. */
  subsidyCut: 'subsidyCut',
} as const;

/** Whether an entry of this kind of source, or its reversal, corrects what an earlier year showed. */
export function isPriorYear(sourceKind: string): boolean {
  return Object.values<string>(PRIOR_YEAR).includes(sourceKind);
}

/**
 * Whether an entry changes what an earlier year showed: one that corrects it, and one that takes back an
 * entry of an earlier year. A distribution of last year that is taken back gives nobody less this year.
 * @param on the day by which entries are counted; `reversedOn` that of the entry taken back
 */
export function changesEarlierYear(entry: {
  readonly sourceKind: string;
  readonly on: CalendarDay;
  readonly reversedOn?: CalendarDay | undefined;
}): boolean {
  const { sourceKind, on, reversedOn } = entry;
  return isPriorYear(sourceKind) || (reversedOn !== undefined && yearOf(reversedOn) < yearOf(on));
}

/** Whether an account holds what stands undistributed: 本年收益, 收益分配. */
export function isSurplus(chart: Chart, code: string): boolean {
  const { currentYearSurplus, surplusDistribution } = chart.roles;
  return isWithin(code, currentYearSurplus) || isWithin(code, surplusDistribution);
}

function entriesOf(lines: readonly SurplusEntryLine[]): SurplusEntryLine[][] {
  const entries = new Map<string, SurplusEntryLine[]>();
  for (const line of lines) entries.set(line.entryId, [...(entries.get(line.entryId) ?? []), line]);
  return [...entries.values()];
}

function sumOf({ ledgerAccount, side, amount }: SurplusEntryLine): AccountSum {
  return {
    ledgerAccount,
    debit: side === 'debit' ? amount : 0n,
    credit: side === 'credit' ? amount : 0n,
  };
}
