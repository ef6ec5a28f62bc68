/**
 * What an auditor reads of a row on record, and what is kept from the file. The columns that say days,
 * amounts, kinds, numbers, papers and who by id are open; what people typed of persons and of their reasons,
 * and where exactly something stands, is given by its digest: the office shows it, and the file proves that
 * it is what was kept. A column that is in neither list is kept back, and a test asks for its place.
 */
const OPEN_COLUMNS = [
  ...['id', 'number', 'change_number', 'line', 'line_number', 'place', 'version', 'revision', 'turn', 'step'],
  ...['year', 'fund_year', 'project_year', 'month', 'quarter', 'from_month', 'to_month', 'every', 'period'],
  ...[
    'generation_month',
    'about_period',
    'life_years',
    'months',
    'from_day',
    'to_day',
    'as_of',
    'valid_until',
  ],
  ...[
    'name',
    'kind',
    'asset_class',
    'pool',
    'code',
    'state',
    'stream',
    'named_stream',
    'bucket',
    'condition',
    'plate_number',
  ],
  ...['level', 'fund_level', 'title_level', 'act', 'way', 'basis', 'use_of', 'span', 'part', 'ground'],
  ...['capacity_kw', 'kwh', 'energy_kwh', 'own_kwh', 'keepers_cut', 'odd_fen', 'made_up', 'reckoning'],
  ...['about_kind', 'question', 'field', 'before', 'after', 'class_name', 'project_name', 'linkage_for'],
  ...[
    'pack',
    'pack_digest',
    'clause',
    'canonical',
    'region_code',
    'region_path',
    'value',
    'counts',
    'outcome',
  ],
  ...['chosen', 'chosen_among', 'choices', 'from_chart', 'to_chart', 'ledger_account', 'entry_line', 'rule'],
  ...['bearer'],
  ...['paper', 'papers', 'price_paper', 'title_paper', 'paper_kind', 'paper_title', 'paper_number'],
  ...['paper_issuer', 'audience', 'media_type', 'size_bytes', 'width', 'height', 'made_with', 'sha256'],
  ...['term', 'terms', 'change', 'policy_number', 'policy_from', 'purpose', 'source', 'source_kind'],
  ...[
    'share',
    'share_key',
    'share_before',
    'share_after',
    'share_since',
    'terms_before',
    'station',
    'holder',
    'own_share_key',
    'label',
    'owner',
    'owner_kind',
    'notice_label',
    'percent',
  ],
  ...['least_kwh', 'reading_was', 'reading_is', 'multiplier', 'meter_multiplier', 'meter_number', 'entered'],
  ...['energy_price', 'subsidy_price', 'tax_basis', 'tax_percent', 'decision', 'finding', 'digest', 'mark'],
  ...['file_digest', 'layout', 'last_four', 'bank', 'subject_kind', 'step_number', 'statement', 'unit'],
  ...['beneficiaries', 'target_group', 'jobs', 'helped_jobs', 'report_number', 'facts', 'chain_length'],
  ...['chain_position', 'chain_head', 'breaks', 'passes', 'indicator', 'bounds', 'colour', 'six', 'figure'],
  ...['remedy', 'mode', 'extent', 'extent_unit', 'roles', 'household_number', 'member_number'],
  ...['group_number', 'status_number', 'income_number', 'income_year', 'read_number', 'review_number'],
  ...['holding_number', 'share_hundredths', 'sheet_number', 'half_days'],
  ...['list_number', 'note_number', 'topic', 'word', 'times'],
  ...['promised_households', 'stage_number', 'return_year'],
  ...[
    'holding_number',
    'share_hundredths',
    'post_number',
    'seats',
    'standard_number',
    'appointment_number',
    'month_days',
  ],
  ...['price_words', 'remedy', 'mode', 'extent', 'extent_unit', 'roles'],
  ...[String.raw`\w+_(id|on|at|from|to|fen|by)`],
];

/** By column, in every table; or by table and column. These go before what is open. */
export const PERSONAL_COLUMNS: readonly string[] = [
  ...['operator', 'done', 'seen'],
  ...['reason', 'reasons', 'remark', 'remarks', 'note', 'why', 'what', 'who', 'left_over_note', 'for_what'],
  ...[
    'counterparty',
    'buyer',
    'seller',
    'creditor',
    'tenant',
    'contractor',
    'builder',
    'keeper',
    'keeper_post',
    'title_holder',
    'contacts',
  ],
  ...['counted_by', 'watched_by', 'handed_by', 'taken_by', 'approved_by', 'post', 'customer_number'],
  ...['operating_body', 'income_body', 'keeping_body', 'disposal_body', 'supervision_body'],
  ...['location', 'latitude', 'longitude', 'text', 'reference', 'said', 'key', 'data', 'form', 'found'],
  ...['collectives.name', 'collectives.organisation_name', 'counterparties.name', 'asset_answers.value'],
  'custodies.owner',
  ...['handover_lines.label', 'users.username', 'users.display_name', 'users.password_hash'],
  ...['sealed', 'identity_print', 'village_group', 'relation', 'labour', 'officer_relation', 'belongs'],
  ...[
    'duties',
    'place_of_work',
    'left_why',
    'status',
    'status_words',
    'member_versions.change',
    'household_incomes.per_head_fen',
  ],
  // The code of a public card opens it: whoever has the card has the code.
  'asset_cards.code',
];

const OPEN = new RegExp(`^(${OPEN_COLUMNS.join('|')})$`);
const PERSONAL = new Set(PERSONAL_COLUMNS);

/** Whether an auditor reads a column, is given its digest, or whether nobody has said so yet. */
export function audienceOf(table: string, column: string): 'open' | 'personal' | undefined {
  if (PERSONAL.has(column) || PERSONAL.has(`${table}.${column}`)) return 'personal';
  return OPEN.test(column) ? 'open' : undefined;
}
