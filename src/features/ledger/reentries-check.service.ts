import { Injectable } from '@nestjs/common';
import { checkReentries } from '../../domain/ledger/check-reentries';
import { readBooks } from './books-row.store';
import { readCheckedReentries } from './reentries.store';
import { type CheckedBooks, StepCheck } from './step-check.service';

/** The pass over what was entered anew: in the place of a reversed entry, and counted where that was. */
@Injectable()
export class ReentriesCheckService extends StepCheck {
  override readonly pass = 'reentries';

  override async checkEntries(): Promise<void> {
    // Both entries of a pair are needed, wherever they stand.
  }

  override async checkRows({ db, collectiveId, findings }: CheckedBooks): Promise<void> {
    const reentries = await readCheckedReentries(db, collectiveId);
    if (reentries.length === 0) return;
    const { settledBefore = {} } = (await readBooks(db, collectiveId)) ?? {};
    const behind = Object.values(settledBefore).sort().at(-1) ?? '';
    checkReentries(reentries, behind, findings);
  }
}
