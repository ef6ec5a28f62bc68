import { toCollective, within } from './links';
import type { TableDefinition } from './table-definition';

/** Assets with their funds and share tables, income, deductions. */
export const stepTables: TableDefinition[] = [
  {
    name: 'assets',
    columns: `
      collective_id text, id text, kind text, name text, asset_class text, pool text, cost_fen fen,
      title_holder text, acquired_on text, capacity_kw text?, meter_multiplier text?,
      energy_price text?, subsidy_price text?, keeper text?, own_share_key text?`,
    primaryKey: ['collective_id', 'id'],
    foreignKeys: [toCollective],
    checks: ['cost_fen >= 0'],
    recorded: true,
  },
  {
    name: 'asset_funds',
    columns: 'collective_id text, asset_id text, line_number count, level text, year count, amount_fen fen',
    primaryKey: ['collective_id', 'asset_id', 'line_number'],
    foreignKeys: [within(['asset_id'], 'assets')],
    checks: ['amount_fen > 0'],
    recorded: true,
  },
  {
    name: 'share_rows',
    columns: `
      collective_id text, asset_id text, valid_from text, share_key text, label text, share text,
      owner text`,
    primaryKey: ['collective_id', 'asset_id', 'valid_from', 'share_key'],
    foreignKeys: [within(['asset_id'], 'assets')],
    recorded: true,
  },
  {
    name: 'settlements',
    recorded: 'later',
    columns: `
      collective_id text, id text, asset_id text, generation_month text, posted_on text,
      reading_from text, reading_to text, multiplier text, entered text, energy_kwh text,
      energy_price text, subsidy_price text, energy_fen fen, subsidy_fen fen,
      share_table_from text?, own_kwh text, own_energy_fen fen, own_subsidy_fen fen, entry_id text?`,
    primaryKey: ['collective_id', 'id'],
    indexes: [['collective_id', 'asset_id', 'generation_month']],
    foreignKeys: [within(['asset_id'], 'assets'), within(['entry_id'], 'ledger_entries')],
    appendOnly: true,
  },
  {
    name: 'receivables',
    recorded: 'later',
    columns: `
      collective_id text, id text, asset_id text, stream text, pool text, about_period text,
      counterparty text, due_on text?, covers_from text?, covers_to text?, amount_fen fen, kwh text?,
      source_kind text, source_id text, entry_id text`,
    primaryKey: ['collective_id', 'id'],
    indexes: [['collective_id', 'asset_id', 'stream', 'about_period']],
    foreignKeys: [within(['asset_id'], 'assets'), within(['entry_id'], 'ledger_entries')],
    checks: ['amount_fen >= 0', "stream IN ('energy', 'subsidy', 'rent', 'other')"],
    appendOnly: true,
  },
  {
    name: 'receipts',
    recorded: 'later',
    columns: 'collective_id text, id text, received_on text, amount_fen fen, entry_id text',
    primaryKey: ['collective_id', 'id'],
    foreignKeys: [within(['entry_id'], 'ledger_entries')],
    checks: ['amount_fen > 0'],
    appendOnly: true,
  },
  {
    name: 'receipt_lines',
    recorded: 'later',
    columns: 'collective_id text, receipt_id text, receivable_id text, amount_fen fen',
    primaryKey: ['collective_id', 'receipt_id', 'receivable_id'],
    indexes: [['collective_id', 'receivable_id']],
    foreignKeys: [within(['receipt_id'], 'receipts'), within(['receivable_id'], 'receivables')],
    checks: ['amount_fen > 0'],
    appendOnly: true,
  },
  {
    name: 'deduction_contracts',
    columns: `
      collective_id text, id text, kind text, name text, asset_id text?, pool text, term text,
      clause text, valid_from text, valid_to text?`,
    primaryKey: ['collective_id', 'id'],
    foreignKeys: [toCollective, within(['asset_id'], 'assets')],
    recorded: true,
  },
  {
    name: 'deductions',
    recorded: 'later',
    columns: `
      collective_id text, id text, kind text, contract_id text?, asset_id text?, pool text,
      name text, amount_fen fen, reckoning text, reason text?, posted_on text, entry_id text`,
    primaryKey: ['collective_id', 'id'],
    foreignKeys: [
      within(['contract_id'], 'deduction_contracts'),
      within(['asset_id'], 'assets'),
      within(['entry_id'], 'ledger_entries'),
    ],
    checks: ['amount_fen > 0', "kind IN ('land_rent', 'o_and_m', 'insurance', 'other')"],
    appendOnly: true,
  },
];

/** Uses, plans, decisions, grants and notices. */
export const decisionTables: TableDefinition[] = [
  {
    name: 'settled_periods',
    recorded: 'later',
    columns: `
      collective_id text, plan_id text, pool text, period_from text, period_to text, planned_fen fen`,
    primaryKey: ['collective_id', 'plan_id'],
    foreignKeys: [toCollective],
    checks: ['planned_fen >= 0'],
    appendOnly: true,
  },
  {
    name: 'claims',
    recorded: 'later',
    columns: `
      collective_id text, id text, pool text, bucket text, for_what text, beneficiaries count,
      unit text, target_group text, amount_fen fen`,
    primaryKey: ['collective_id', 'id'],
    foreignKeys: [toCollective],
    checks: ['amount_fen > 0', 'beneficiaries >= 0'],
    appendOnly: true,
  },
  {
    name: 'plans',
    recorded: 'later',
    columns: `
      collective_id text, id text, pool text, period_from text, period_to text, revision count,
      state text, pack_id text, pack_digest text, route_id text, drafted_by text, drafted_on text,
      drafted_at text, statement text, reasons text, left_over_note text, digest text?`,
    primaryKey: ['collective_id', 'id'],
    foreignKeys: [toCollective],
    checks: ["state IN ('drafted', 'submitted', 'returned', 'voided', 'approved')", 'revision >= 1'],
  },
  {
    name: 'plan_lines',
    recorded: 'later',
    columns: 'collective_id text, plan_id text, id text, line_number count, bucket text, amount_fen fen',
    primaryKey: ['collective_id', 'plan_id', 'id'],
    foreignKeys: [within(['plan_id'], 'plans')],
    checks: ['amount_fen >= 0'],
    appendOnly: true,
  },
  {
    name: 'plan_line_claims',
    recorded: 'later',
    columns: 'collective_id text, plan_id text, plan_line_id text, claim_id text, place count',
    primaryKey: ['collective_id', 'plan_id', 'claim_id'],
    foreignKeys: [
      within(['plan_id', 'plan_line_id'], 'plan_lines', ['plan_id', 'id']),
      within(['claim_id'], 'claims'),
    ],
    appendOnly: true,
  },
  {
    name: 'approval_decisions',
    recorded: 'later',
    columns: `
      collective_id text, id text, subject_kind text, subject_id text, digest text, route_id text,
      step_id text, step_number count, outcome text, decided_on text, decided_at text,
      decided_by text, counts text?, reason text?`,
    primaryKey: ['collective_id', 'id'],
    indexes: [['collective_id', 'subject_kind', 'subject_id']],
    foreignKeys: [toCollective],
    checks: ["outcome IN ('passed', 'returned')"],
    appendOnly: true,
  },
  {
    name: 'grants',
    recorded: 'later',
    columns: `
      collective_id text, id text, claim_id text, plan_id text, plan_line_id text, amount_fen fen,
      granted_on text, entry_id text`,
    primaryKey: ['collective_id', 'id'],
    indexes: [['collective_id', 'claim_id']],
    foreignKeys: [
      within(['claim_id'], 'claims'),
      within(['plan_id', 'plan_line_id'], 'plan_lines', ['plan_id', 'id']),
      within(['entry_id'], 'ledger_entries'),
    ],
    checks: ['amount_fen > 0'],
    appendOnly: true,
  },
  {
    name: 'notices',
    recorded: 'later',
    columns: `
      collective_id text, id text, plan_id text, year count, number count, version count, code text,
      digest text, data text, published_on text, publicity_from text, publicity_to text`,
    primaryKey: ['collective_id', 'id'],
    uniques: [
      ['collective_id', 'year', 'number', 'version'],
      ['collective_id', 'code'],
    ],
    foreignKeys: [within(['plan_id'], 'plans')],
    appendOnly: true,
  },
  {
    name: 'notice_sheets',
    recorded: 'later',
    columns: 'collective_id text, notice_id text, sha256 text, made_with text',
    primaryKey: ['collective_id', 'notice_id'],
    foreignKeys: [
      within(['notice_id'], 'notices'),
      { columns: ['sha256'], table: 'stored_files', references: ['sha256'] },
    ],
    appendOnly: true,
  },
];
