import { isCalendarDay, isMonth } from '../calendar/calendar-day';
import { type CheckedEntry, type CheckPass, Findings, placeOf } from './check-pass';
import type { PoolFlow, Posting } from './journal-entry';
import { POOLS, STREAMS } from './manual-lines';

/** A text kept in the row of the books that cannot be read. */
export interface SpoiltCell {
  readonly cell: string;
  readonly value: string;
}

/** How much of a text that cannot be is told. */
const TOLD = 40;

/** A cell of a row, and which texts may stand in it; nothing is no text. */
interface Cell<Row> {
  readonly cell: string;
  readonly textOf: (row: Row) => string | undefined;
  readonly holds: (text: string) => boolean;
}

const SIDES: readonly Posting['side'][] = ['debit', 'credit'];
const FLOWS: readonly PoolFlow[] = ['opening', 'received', 'deducted', 'granted'];

const oneOf =
  (words: readonly string[]) =>
  (text: string): boolean =>
    words.includes(text);

const ENTRY_CELLS: readonly Cell<CheckedEntry>[] = [
  { cell: 'postedOn', textOf: ({ postedOn }) => postedOn, holds: isCalendarDay },
  { cell: 'statementOn', textOf: ({ statementOn }) => statementOn, holds: isCalendarDay },
  { cell: 'aboutPeriod', textOf: ({ aboutPeriod }) => aboutPeriod, holds: isMonth },
];

const LINE_CELLS: readonly Cell<Posting>[] = [
  { cell: 'side', textOf: ({ side }) => side, holds: oneOf(SIDES) },
  { cell: 'pool', textOf: ({ pool }) => pool, holds: oneOf(POOLS) },
  { cell: 'poolFlow', textOf: ({ poolFlow }) => poolFlow, holds: oneOf(FLOWS) },
  { cell: 'stream', textOf: ({ stream }) => stream, holds: oneOf(STREAMS) },
  { cell: 'generationMonth', textOf: ({ generationMonth }) => generationMonth, holds: isMonth },
];

/**
 * The rows: what stands in a cell is something the program could have written there. The other passes reckon
 * with what they find and say what it comes to; this one says which cell holds what cannot be.
 */
export class RowsPass implements CheckPass {
  readonly findings = new Findings('rows');

  constructor(private readonly spoilt: readonly SpoiltCell[]) {}

  take(entry: CheckedEntry): void {
    this.findings.looked += 1 + entry.postings.length;
    const at = placeOf(entry);
    for (const facts of impossible(entry, ENTRY_CELLS)) this.findings.add('check.entryCell', at, facts);
    entry.postings.forEach((posting, index) => {
      for (const facts of impossible(posting, LINE_CELLS)) {
        this.findings.add('check.lineCell', at, { line: entry.lineNumbers[index] ?? index + 1, ...facts });
      }
    });
  }

  finish(): void {
    for (const { cell, value } of this.spoilt) {
      this.findings.add('check.booksCell', {}, { cell, found: value.slice(0, TOLD) });
    }
  }
}

function impossible<Row>(
  row: Row,
  cells: readonly Cell<Row>[],
): { readonly cell: string; readonly found: string }[] {
  return cells.flatMap(({ cell, textOf, holds }) => {
    const text = textOf(row);
    return text === undefined || holds(text) ? [] : [{ cell, found: text.slice(0, TOLD) }];
  });
}
