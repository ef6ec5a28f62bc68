import type { EntityManager } from 'typeorm';
import { type ChainedRecord, filledColumns, type RawRow } from '../../domain/ledger/record-chain';
import { readRecordsEnd, readRows, sha256, stateOf } from '../../platform/audit/record-rows';
import { readRecords, recordedTables } from '../../platform/audit/records';

/** What an audit file says of facts without a voucher. */
export interface AuditRecords {
  /** `records.jsonl`: the chain of records. */
  readonly records: string;
  /** `rows.jsonl`: every row on record as it stands now. */
  readonly rows: string;
  readonly end: { readonly position: number; readonly hash: string };
}

/**
 * The columns that an auditor reads: days, amounts, kinds, numbers, ids of assets and people, the names of
 * assets and contracts, and the papers to ask for. What people typed of persons and of their reasons is given
 * by its digest: the office shows it, and the file proves that it is what was kept.
 */
const OPEN = new RegExp(
  `^(${[
    ...['id', 'number', 'change_number', 'line', 'line_number', 'year', 'fund_year', 'project_year', 'month'],
    ...['name', 'kind', 'asset_class', 'level', 'fund_level', 'title_level', 'pool', 'code'],
    ...['act', 'way', 'basis', 'use_of', 'months', 'condition', 'plate_number', 'capacity_kw', 'span', 'kwh'],
    ...['about_kind', 'question', 'field', 'before', 'after', 'pack', 'class_name', 'project_name'],
    ...['paper', 'papers', 'price_paper', 'term', 'terms', 'change', 'clause', 'policy_number', 'part'],
    ...['share', 'share_key', 'label', 'percent', 'least_kwh', 'reading_was', 'reading_is', 'multiplier'],
    ...['meter_multiplier', 'meter_number', 'quarter'],
    ...['energy_price', 'subsidy_price', 'source', 'decision', 'sha256', 'digest', 'entered_by', 'noted_by'],
    ...['changed_by', 'waived_by', 'withdrawn_by', 'decided_by', 'kept_by', 'opened_by', 'owner_kind'],
    String.raw`\w+_(id|on|at|from|to|fen)`,
  ].join('|')})$`,
);

/** @param db an unchanging view of the rows */
export async function auditRecords(db: EntityManager, collectiveId: string): Promise<AuditRecords> {
  const rows: string[] = [];
  for (const table of recordedTables)
    for (const row of await readRows(db, table, collectiveId))
      rows.push(rowLine(table.name, stateOf(table, row).key, row));
  return {
    records: (await readRecords(db, collectiveId)).map(recordLine).join(''),
    rows: rows.join(''),
    end: await readRecordsEnd(db, collectiveId),
  };
}

function recordLine({ position, table, key, digest, previousHash, hash }: ChainedRecord): string {
  return lineOf({ position, table, key, digest, previousHash, hash });
}

function rowLine(table: string, key: string, row: RawRow): string {
  const columns = filledColumns(row);
  // The code of a public card opens it: whoever has the card has the code.
  const isOpen = ([name]: [string, string]): boolean =>
    OPEN.test(name) && !(table === 'asset_cards' && name === 'code');
  const hidden = columns.filter((column) => !isOpen(column));
  const withheld = Object.fromEntries(hidden.map(([name, text]) => [name, sha256(text)]));
  return lineOf({ table, key, says: Object.fromEntries(columns.filter(isOpen)), withheld });
}

function lineOf(value: unknown): string {
  return `${JSON.stringify(value)}\n`;
}
