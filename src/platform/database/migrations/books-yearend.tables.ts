import { toCollective, within } from './links';
import type { TableDefinition } from './table-definition';

/** The end of a fiscal year, and the change to another chart of accounts. */
export const yearEndTables: TableDefinition[] = [
  {
    // A step of a year end with its voucher. One that was taken back may be done again, as the next number.
    name: 'year_closings',
    recorded: 'later',
    columns: `
      collective_id text, year count, step text, number count, entry_id text, decision text, done_by text,
      done_at text`,
    primaryKey: ['collective_id', 'year', 'step', 'number'],
    uniques: [['collective_id', 'entry_id']],
    foreignKeys: [toCollective, within(['entry_id'], 'ledger_entries')],
    checks: ["step IN ('income', 'surplus', 'reserve', 'carryForward')", 'number >= 1'],
    appendOnly: true,
  },
  {
    // From which day the books are kept under which chart, with the vouchers that carried the balances over.
    name: 'chart_changes',
    recorded: 'later',
    columns: `
      collective_id text, valid_from text, from_chart text, to_chart text, closing_entry_id text?,
      opening_entry_id text?, choices text, done_by text, done_at text`,
    primaryKey: ['collective_id', 'valid_from'],
    foreignKeys: [
      toCollective,
      within(['closing_entry_id'], 'ledger_entries'),
      within(['opening_entry_id'], 'ledger_entries'),
    ],
    appendOnly: true,
  },
];
