import { toCollective } from './links';
import type { TableDefinition } from './table-definition';

const FACT_TABLES = ['settlements', 'receivables', 'receipts', 'deductions', 'grants'];

export const checkTables: TableDefinition[] = [
  {
    // What a check of the books found: where the chain stood then, and every break as JSON. The head of the
    // last check is held against the chain at the next one.
    name: 'book_checks',
    recorded: 'later',
    columns: `
      collective_id text, number count, checked_at text, checked_by text, chain_position count,
      chain_head text, breaks count, passes text, found text`,
    primaryKey: ['collective_id', 'number'],
    foreignKeys: [toCollective],
    checks: ['number >= 1', 'chain_position >= 0', 'breaks >= 0'],
    appendOnly: true,
  },
];

/** What a step keeps of an entry is found by the entry when the books are checked. */
export const booksIndexes = FACT_TABLES.map((table) => ({ table, columns: ['collective_id', 'entry_id'] }));
