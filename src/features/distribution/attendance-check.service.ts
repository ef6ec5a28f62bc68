import { Injectable } from '@nestjs/common';
import { checkAttendance } from '../../domain/uses/check-attendance';
import { LedgerReadService } from '../ledger/ledger-read.service';
import { type CheckedBooks, StepCheck } from '../ledger/step-check.service';
import { AttendanceService } from '../uses/attendance.service';
import { GrantEntity } from './grant.entity';

/** The posts' pass: each wage is what its days come to, owed once, by another's acceptance and its grant. */
@Injectable()
export class AttendanceCheckService extends StepCheck {
  override readonly pass = 'attendance';

  constructor(
    private readonly attendance: AttendanceService,
    private readonly books: LedgerReadService,
  ) {
    super();
  }

  override async checkEntries(): Promise<void> {
    // A grant's entry is held against its grant by the pass of grants; a sheet is held against its grant.
  }

  override async checkRows({ db, collectiveId, findings }: CheckedBooks): Promise<void> {
    const sheets = await this.attendance.listSheets(collectiveId, undefined, db);
    if (sheets.length === 0) return;
    const acceptances = await this.attendance.listAcceptances(db, collectiveId);
    const grants = await db.findBy(GrantEntity, { collectiveId });
    const reversed = await this.books.listReversedIds(collectiveId, db);
    checkAttendance({ sheets, acceptances, grants, reversed }, findings);
  }
}
