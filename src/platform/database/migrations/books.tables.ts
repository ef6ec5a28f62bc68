import { bankTables } from './books-bank.tables';
import { filesTables } from './books-files.tables';
import { yearEndTables } from './books-yearend.tables';
import { voucherTables } from './books-vouchers.tables';
import { checkTables } from './books-check.tables';
import { toCollective, within } from './links';
import type { TableDefinition } from './table-definition';

/** What the register of the books adds to the foundation: months that are sealed, signatures, refusals. */
export const ledgerTables: TableDefinition[] = [
  {
    // Every act on a month, also those that were taken back: held, opened again (with a reason), sealed.
    name: 'month_acts',
    recorded: 'later',
    columns: `
      collective_id text, month text, number count, act text, done_by text, done_at text, reason text?`,
    primaryKey: ['collective_id', 'month', 'number'],
    foreignKeys: [toCollective],
    checks: ["act IN ('held', 'reopened', 'sealed')", 'number >= 1'],
    appendOnly: true,
  },
  {
    // A sealed month: where the chain stood, and the digest over the balances beside it.
    name: 'month_seals',
    columns: `
      collective_id text, month text, chain_position count, chain_head text, balances_digest text,
      sealed_by text, sealed_at text`,
    primaryKey: ['collective_id', 'month'],
    foreignKeys: [toCollective],
    checks: ['chain_position >= 0'],
    appendOnly: true,
  },
  {
    // The balances of a sealed month: what was brought in, what moved on either side.
    name: 'month_balances',
    columns: `
      collective_id text, month text, ledger_account text, pool text, opening_fen fen, debit_fen fen,
      credit_fen fen`,
    primaryKey: ['collective_id', 'month', 'ledger_account', 'pool'],
    foreignKeys: [within(['month'], 'month_seals', ['month'])],
    appendOnly: true,
  },
  {
    // Who looked a booked voucher over, and who paid or received its money.
    name: 'voucher_signatures',
    recorded: 'later',
    columns: 'collective_id text, entry_id text, part text, signed_by text, signed_at text',
    primaryKey: ['collective_id', 'entry_id', 'part'],
    foreignKeys: [within(['entry_id'], 'ledger_entries')],
    checks: ["part IN ('review', 'cashier')"],
    appendOnly: true,
  },
  {
    // What was asked and refused: codes and a digest of the input, chained per collective.
    name: 'refused_commands',
    columns: `
      collective_id text, position count, refused_at text, actor text, command text, codes text,
      input_digest text, previous_hash text, hash text`,
    primaryKey: ['collective_id', 'position'],
    // How many a person had refused on a day is counted before one more is kept.
    indexes: [['collective_id', 'actor', 'refused_at']],
    foreignKeys: [toCollective],
    checks: ['position >= 1'],
    appendOnly: true,
  },
];

/** Every table of this migration, in the order in which they may be created. */
export const booksTables: readonly TableDefinition[] = [
  ...ledgerTables,
  ...filesTables,
  ...yearEndTables,
  ...bankTables,
  ...voucherTables,
  ...checkTables,
];

/** Columns that the tables of the foundation gain; rows there already read as the value given. */
export const booksColumns = [
  { table: 'collective_books', column: 'region_path text', value: "'[]'" },
  // Bookings never run back in time, so that what was known on a day is a place in the chain.
  { table: 'collective_books', column: 'last_booked_at text', value: "''" },
  // The day from which the chart of the books holds; empty where it always did.
  { table: 'collective_books', column: 'chart_from text', value: "''" },
  { table: 'ledger_entries', column: 'canonical count', value: '1' },
  { table: 'ledger_entries', column: 'attachments count', value: '0' },
  { table: 'ledger_entries', column: 'reviewed_by text?' },
  { table: 'ledger_entries', column: 'posted_by text?' },
] as const;
