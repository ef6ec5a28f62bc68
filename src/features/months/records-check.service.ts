import { Injectable } from '@nestjs/common';
import { checkRecords } from '../../domain/ledger/check-records';
import { readRows, readRecordsEnd, sha256, stateOf } from '../../platform/audit/record-rows';
import { readRecords, recordedTables } from '../../platform/audit/records';
import { type CheckedBooks, StepCheck } from '../ledger/step-check.service';

/**
 * The pass over facts without a voucher: every row is what was put on record of it, and the chain of records
 * holds up to the end that is kept beside it and the one an earlier check saw. No entry leads to them.
 */
@Injectable()
export class RecordsCheckService extends StepCheck {
  override readonly pass = 'records';

  override async checkEntries(): Promise<void> {
    // What is on record stands beside the entries.
  }

  override async checkRows({ db, collectiveId, findings, seen }: CheckedBooks): Promise<void> {
    const rows = [];
    const names = new Map<string, string>();
    for (const table of recordedTables) {
      for (const row of await readRows(db, table, collectiveId)) {
        rows.push(stateOf(table, row));
        // Assets, contracts and projects have a name; leases their number.
        const { id, name = row['number'] } = row;
        if (typeof id === 'string' && typeof name === 'string') names.set(id, name);
      }
    }
    const records = await readRecords(db, collectiveId);
    const counted = await readRecordsEnd(db, collectiveId);
    const ends = seen === undefined ? [counted] : [counted, seen];
    checkRecords({ records, rows, ends }, { hash: sha256, nameOf: (id) => names.get(id) }, findings);
  }
}
