import { toCollective, within } from './links';
import type { TableDefinition } from './table-definition';

/** Reference tables: few, rarely written, without counters. They point to no book. */
export const referenceTables: TableDefinition[] = [
  {
    name: 'collectives',
    recorded: 'later',
    ownedBy: 'id',
    columns: `
      id text, parent_id text?, kind text, name text, organisation_name text, region_path text,
      notice_label text, route_id text?, contacts text, made_up count`,
    primaryKey: ['id'],
    checks: ["kind IN ('county', 'township', 'village')", 'made_up IN (0, 1, 2)'],
  },
  {
    name: 'users',
    recorded: 'later',
    ownedBy: 'office_id',
    columns: 'id text, username text, display_name text, password_hash text, office_id text, roles text',
    primaryKey: ['id'],
    uniques: [['username']],
    foreignKeys: [{ columns: ['office_id'], table: 'collectives', references: ['id'] }],
  },
  {
    name: 'public_codes',
    columns: 'code text, collective_id text, notice_id text',
    primaryKey: ['code'],
    appendOnly: true,
  },
  {
    name: 'stored_files',
    columns: 'sha256 text, media_type text, bytes bytes',
    primaryKey: ['sha256'],
    appendOnly: true,
  },
];

/** The books: one row per collective that every writer locks first; entries and lines stay as booked. */
export const bookTables: TableDefinition[] = [
  {
    name: 'collective_books',
    columns: `
      collective_id text, chart text, opened_on text, chain_length count, chain_head text,
      settled text`,
    primaryKey: ['collective_id'],
    foreignKeys: [toCollective],
    checks: ['chain_length >= 0'],
  },
  {
    name: 'number_counters',
    columns: 'collective_id text, series text, year count, last_number count',
    primaryKey: ['collective_id', 'series', 'year'],
    foreignKeys: [toCollective],
    checks: ['last_number >= 1'],
  },
  {
    name: 'ledger_months',
    columns: 'collective_id text, month text, state text, changed_by text, changed_at text',
    primaryKey: ['collective_id', 'month'],
    foreignKeys: [toCollective],
    checks: ["state IN ('open', 'held')"],
  },
  {
    name: 'ledger_entries',
    columns: `
      collective_id text, id text, chain_position count, voucher_year count, voucher_number count,
      event text, posted_on text, booked_at text, about_period text, statement_on text, chart text,
      summary text, source_kind text, source_id text, prepared_by text, reverses_id text?,
      reason text?, previous_hash text, hash text`,
    primaryKey: ['collective_id', 'id'],
    uniques: [
      ['collective_id', 'chain_position'],
      ['collective_id', 'voucher_year', 'voucher_number'],
    ],
    sparseIndexes: [
      { columns: ['collective_id', 'reverses_id'], where: 'reverses_id IS NOT NULL', unique: true },
    ],
    foreignKeys: [toCollective, within(['reverses_id'], 'ledger_entries')],
    checks: ['chain_position >= 1', 'voucher_number >= 1'],
    appendOnly: true,
  },
  {
    name: 'ledger_lines',
    columns: `
      collective_id text, entry_id text, line_number count, ledger_account text, side text,
      amount_fen fen, pool text, pool_flow text?, asset_id text?, stream text?,
      generation_month text?, counterparty text?, plan_line_id text?, statement_on text`,
    primaryKey: ['collective_id', 'entry_id', 'line_number'],
    sparseIndexes: [{ columns: ['collective_id', 'pool', 'statement_on'], where: 'pool_flow IS NOT NULL' }],
    foreignKeys: [within(['entry_id'], 'ledger_entries')],
    checks: [
      "side IN ('debit', 'credit')",
      'amount_fen <> 0',
      "pool_flow IN ('opening', 'received', 'deducted', 'granted')",
    ],
    appendOnly: true,
  },
  {
    name: 'ledger_turnovers',
    columns: `
      collective_id text, month text, ledger_account text, pool text, debit_fen fen, credit_fen fen`,
    primaryKey: ['collective_id', 'month', 'ledger_account', 'pool'],
    foreignKeys: [toCollective],
  },
  {
    name: 'idempotency_keys',
    columns: 'collective_id text, command_key text, digest text, answer text',
    primaryKey: ['collective_id', 'command_key'],
    foreignKeys: [toCollective],
    appendOnly: true,
  },
  {
    name: 'sessions',
    columns: 'collective_id text, token_hash text, user_id text, started_at text, expires_at text',
    primaryKey: ['collective_id', 'token_hash'],
    foreignKeys: [toCollective],
  },
];
