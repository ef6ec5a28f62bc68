import type { Asset } from '../assets/asset';
import type { CalendarDay, Month } from '../calendar/calendar-day';
import type { Chart } from '../ledger/chart';
import { type Pool, signedAmount, type Stream } from '../ledger/journal-entry';
import { type Fen, sumFen } from '../money/fen';
import type { Problem } from '../shared/problem';

/** The columns of a table of opening balances. */
export const OPENING_COLUMNS = [
  'account',
  'accountName',
  'pool',
  'debit',
  'credit',
  'asset',
  'stream',
  'month',
  'counterparty',
  'dueOn',
  'aroseOn',
] as const;
export type OpeningColumn = (typeof OPENING_COLUMNS)[number];

/** A row of the table as it was sent: text by column, and the place of each cell. */
export interface OpeningRow {
  readonly row: number;
  value(column: OpeningColumn): string;
  cell(column: OpeningColumn): string;
}

/** One balance the books begin with. Its amount is above zero; the side says what it is. */
export interface OpeningLine {
  readonly ledgerAccount: string;
  readonly side: 'debit' | 'credit';
  readonly amount: Fen;
  readonly pool: Pool;
  readonly assetId?: string;
  /** Income that is owed: its stream, the month it is for, when it is due. */
  readonly stream?: Stream;
  readonly month?: Month;
  readonly dueOn?: CalendarDay;
  /** The day another debt arose, where it is known: it ages from then. */
  readonly aroseOn?: CalendarDay;
  readonly counterparty?: string;
}

/** A line read from a table, with the place it stood at. */
export interface PlacedLine extends OpeningLine {
  readonly at: OpeningRow;
}

/** What the rows are held against. */
export interface OpeningFacts {
  readonly chart: Chart;
  /** The first day of the books: the balances stand at its beginning. */
  readonly openedOn: CalendarDay;
  readonly assets: readonly Asset[];
  /** The words by which a table names pools and streams, and by which it heads its total. */
  readonly words: {
    readonly pools: ReadonlyMap<string, Pool>;
    readonly streams: ReadonlyMap<string, Stream>;
    readonly totals: readonly string[];
  };
}

/** What stands on either side. Fen. */
export interface Sides {
  readonly debit: Fen;
  readonly credit: Fen;
}

/** Debit and credit of lines. */
export function sidesOf(lines: readonly Pick<OpeningLine, 'side' | 'amount'>[]): Sides {
  const on = (side: OpeningLine['side']): Fen =>
    sumFen(lines.filter((line) => line.side === side).map((line) => line.amount));
  return { debit: on('debit'), credit: on('credit') };
}

/** The balance of lines, debit above zero. */
export function balanceOf(lines: readonly Pick<OpeningLine, 'side' | 'amount'>[]): Fen {
  return sumFen(lines.map(signedAmount));
}

/** The pools of lines, in the order in which they first appear. */
export function poolsOf(lines: readonly Pick<OpeningLine, 'pool'>[]): Pool[] {
  return [...new Set(lines.map((line) => line.pool))];
}

/** Every pool's debit must equal its credit: code `opening.poolNotBalanced`, by how many fen. */
export function balanceProblems(lines: readonly OpeningLine[]): Problem[] {
  return poolsOf(lines).flatMap((pool) => {
    const { debit, credit } = sidesOf(lines.filter((line) => line.pool === pool));
    const difference = debit > credit ? debit - credit : credit - debit;
    const facts = { pool, debit, credit, difference };
    return difference === 0n ? [] : [{ code: 'opening.poolNotBalanced', field: '', facts }];
  });
}

/** What is said about an opening though it may stand. */
export interface OpeningNote {
  readonly code: 'opening.midYear' | 'opening.poolInDebt';
  readonly facts: NonNullable<Problem['facts']>;
}
