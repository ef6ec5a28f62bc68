import type { EntityManager } from 'typeorm';
import { type ChainedRecord, columnSalt, filledColumns, type RawRow } from '../../domain/ledger/record-chain';
import { keyOfRow, readRecordsEnd, readRows } from '../../platform/audit/record-rows';
import { readRecords, recordedTables } from '../../platform/audit/records';
import { sha256 } from '../../platform/digests/sha256';
import { audienceOf } from './audit-columns';

/** What an audit file says of facts without a voucher. */
export interface AuditRecords {
  /** `records.jsonl`: the chain of records. */
  readonly records: string;
  /** `rows.jsonl`: every row on record as it stands now. */
  readonly rows: string;
  readonly end: { readonly position: number; readonly hash: string };
}

/** @param db an unchanging view of the rows */
export async function auditRecords(db: EntityManager, collectiveId: string): Promise<AuditRecords> {
  const records = await readRecords(db, collectiveId);
  const salts = new Map(records.map(({ table, key, salt }) => [`${table} ${key}`, salt]));
  const rows: string[] = [];
  for (const table of recordedTables) {
    for (const row of await readRows(db, table, collectiveId)) {
      const key = keyOfRow(table, row);
      rows.push(rowLine({ table: table.name, key, row }, salts.get(`${table.name} ${key}`) ?? ''));
    }
  }
  return {
    records: records.map(recordLine).join(''),
    rows: rows.join(''),
    end: await readRecordsEnd(db, collectiveId),
  };
}

function recordLine({ position, table, key, digest, previousHash, hash }: ChainedRecord): string {
  return lineOf({ position, table, key, digest, previousHash, hash });
}

/** A row as it stands; of what is withheld the digest, which nobody can guess where the row has a salt. */
function rowLine(
  of: { readonly table: string; readonly key: string; readonly row: RawRow },
  salt: string,
): string {
  const { table, key, row } = of;
  const saltOf = (name: string): string => columnSalt(salt, name, sha256);
  const digestOf = (name: string, text: string): string =>
    sha256(salt === '' ? text : `${saltOf(name)}\n${text}`);
  const columns = filledColumns(row);
  const isOpen = ([name]: readonly [string, string]): boolean => audienceOf(table, name) === 'open';
  const open = columns.filter(isOpen);
  const hidden = columns.filter((column) => !isOpen(column));
  return lineOf({
    ...{ table, key, says: Object.fromEntries(open) },
    ...(salt === '' ? {} : { salts: Object.fromEntries(open.map(([name]) => [name, saltOf(name)])) }),
    withheld: Object.fromEntries(hidden.map(([name, text]) => [name, digestOf(name, text)])),
  });
}

function lineOf(value: unknown): string {
  return `${JSON.stringify(value)}\n`;
}
