import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { checkRecords, goneIds, type RecordNames, type RecordedRow } from '../../domain/ledger/check-records';
import type { RawRow } from '../../domain/ledger/record-chain';
import { ownName, rowWords } from '../../domain/ledger/record-words';
import {
  digestOf,
  keyOfRow,
  readRecordsEnd,
  type RecordedTable,
  readRows,
} from '../../platform/audit/record-rows';
import { readRecords, recordedTables } from '../../platform/audit/records';
import { run } from '../../platform/database/statements';
import { sha256 } from '../../platform/digests/sha256';
import { type CheckedBooks, StepCheck } from '../ledger/step-check.service';

/**
 * The pass over rows that no chain of vouchers proves wholly: every row is what was put on record of it, and
 * the chain of records holds up to the end that is kept beside it and the one an earlier check saw.
 */
@Injectable()
export class RecordsCheckService extends StepCheck {
  override readonly pass = 'records';

  override async checkEntries(): Promise<void> {
    // What is on record stands beside the entries.
  }

  override async checkRows({ db, collectiveId, findings, seen }: CheckedBooks): Promise<void> {
    const found: { readonly table: RecordedTable; readonly row: RawRow }[] = [];
    for (const table of recordedTables)
      for (const row of await readRows(db, table, collectiveId)) found.push({ table, row });
    const names = new Map<string, string>();
    for (const { row } of found) {
      const own = ownName(row);
      if (own !== undefined) names.set(...own);
    }
    const nameOf = (id: string): string | undefined => names.get(id);
    const rows: RecordedRow[] = found.map(({ table, row }) => ({
      table: table.name,
      key: keyOfRow(table, row),
      digestWith: (salt) => digestOf(table, row, salt),
      words: rowWords(row, nameOf),
    }));
    const records = await readRecords(db, collectiveId);
    const counted = await readRecordsEnd(db, collectiveId);
    const ends = seen === undefined ? [counted] : [counted, seen];
    const voucherOf = await readVouchersOf(db, collectiveId, goneIds(records, rows));
    checkRecords({ records, rows, ends }, { hash: sha256, nameOf, voucherOf }, findings);
  }
}

/** So many lost rows are looked for among the vouchers; a pass tells its first breaks only. */
const LOOKED_FOR = 50;

/** The vouchers that say they are about rows that are gone. */
async function readVouchersOf(
  db: EntityManager,
  collectiveId: string,
  ids: readonly string[],
): Promise<NonNullable<RecordNames['voucherOf']>> {
  const some = ids.slice(0, LOOKED_FOR);
  if (some.length === 0) return () => undefined;
  const rows = await run<{ source_id: string; year: number; number: number }>(
    db,
    `SELECT source_id, voucher_year AS year, voucher_number AS number FROM ledger_entries
     WHERE collective_id = ? AND source_id IN (${some.map(() => '?').join(', ')})`,
    [collectiveId, ...some],
  );
  const vouchers = new Map(rows.map(({ source_id: id, year, number }) => [id, { year, number }]));
  return (id) => vouchers.get(id);
}
