import { toCollective, within } from './links';
import type { TableDefinition } from './table-definition';

/** Vouchers that people write themselves: whom their lines name, their drafts, those that come again. */
export const voucherTables: TableDefinition[] = [
  {
    // Whom the lines of vouchers name by id, so that no name of a person is hashed; the name may change.
    name: 'counterparties',
    recorded: 'later',
    columns: 'collective_id text, id text, kind text, name text',
    primaryKey: ['collective_id', 'id'],
    uniques: [['collective_id', 'name']],
    foreignKeys: [toCollective],
    checks: ["kind IN ('person', 'organisation', 'office')"],
  },
  {
    // A voucher before it is booked, as typed; the digest is that of what the reviewer saw.
    name: 'voucher_drafts',
    recorded: 'later',
    columns: `
      collective_id text, id text, state text, form text, digest text, prepared_by text, saved_at text,
      reviewed_by text?, reviewed_at text?, entry_id text?`,
    primaryKey: ['collective_id', 'id'],
    sparseIndexes: [
      { columns: ['collective_id', 'saved_at'], where: "state IN ('drafted', 'reviewed')" },
    ],
    foreignKeys: [toCollective, within(['entry_id'], 'ledger_entries')],
    checks: ["state IN ('drafted', 'reviewed', 'posted', 'voided')"],
  },
  {
    // A voucher that falls due every month, quarter or year, with its lines as typed.
    name: 'recurring_vouchers',
    recorded: 'later',
    columns: `
      collective_id text, id text, name text, every text, from_month text, to_month text?, form text,
      kept_by text, kept_at text`,
    primaryKey: ['collective_id', 'id'],
    uniques: [['collective_id', 'name']],
    foreignKeys: [toCollective],
    checks: ["every IN ('month', 'quarter', 'year')"],
  },
  {
    // Which of its months a recurring voucher was booked for: each once.
    name: 'recurring_bookings',
    recorded: 'later',
    columns: 'collective_id text, recurring_id text, month text, entry_id text',
    primaryKey: ['collective_id', 'recurring_id', 'month'],
    foreignKeys: [within(['recurring_id'], 'recurring_vouchers'), within(['entry_id'], 'ledger_entries')],
    appendOnly: true,
  },
];
