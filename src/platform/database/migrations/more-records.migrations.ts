import type { MigrationInterface, QueryRunner } from 'typeorm';
import { takeUpRows } from '../../audit/record-rows';
import { everyTable } from './every-table';
import { addColumns } from './table-definition';

// Why: much that stands beside the books is recomputed from the vouchers only in part. The day on which a
// debt falls due, why a cost was paid, whom an id names, what a notice printed, who decided: changed by hand,
// no check said so. Every such row comes on record, too, as it stands now. And a digest of a name can be
// guessed by whoever tries names: from now on each record has a salt, which stays with it.

/** The tables whose rows are taken up here; what comes on record later has a migration of its own. */
const TAKEN_UP_NOW = [
  ...['collectives', 'users', 'counterparties', 'month_acts', 'voucher_signatures', 'line_origins'],
  ...['settlements', 'receivables', 'receipts', 'receipt_lines', 'rent_bookings', 'rent_advances'],
  ...['joint_parts', 'joint_deliveries', 'joint_receipt_parts', 'joint_payments'],
  ...['joint_cut_parts', 'joint_cut_deliveries', 'deductions', 'joint_costs', 'joint_cost_parts'],
  ...['joint_cost_takings', 'depreciation_bookings', 'stocktaking_lines', 'handover_lines'],
  ...['claims', 'plans', 'plan_lines', 'plan_line_claims', 'plan_numbers', 'kept_packs', 'promised_money'],
  ...['approval_decisions', 'settled_periods', 'grants', 'notices', 'notice_sheets'],
  ...['year_closings', 'chart_changes', 'bank_accounts', 'bank_statements', 'bank_lines'],
  ...['bank_matches', 'bank_match_lines', 'bank_explanations', 'book_checks'],
  ...['recurring_vouchers', 'recurring_bookings', 'recurring_rebookings', 'recurring_waivers'],
  ...['local_standards', 'standard_withdrawals', 'pack_choices', 'pack_confirmations'],
];

export class MoreRecords1764360001201 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await addColumns(runner, [{ table: 'row_records', column: 'salt text', value: "''" }]);
    const tables = everyTable.filter(({ name }) => TAKEN_UP_NOW.includes(name));
    await takeUpRows(runner.manager, tables, { at: new Date().toISOString(), salted: true });
  }

  down(): Promise<void> {
    return Promise.reject(new Error('books are not un-made: restore a backup instead'));
  }
}
