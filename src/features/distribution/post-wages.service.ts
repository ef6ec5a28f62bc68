import { Injectable } from '@nestjs/common';
import { DomainError } from '../../domain/shared/domain-error';
import { refuseProblems } from '../../domain/shared/problem';
import { stillHolds } from '../../domain/uses/attendance';
import { monthAcceptanceProblems } from '../../domain/uses/attendance-acceptance';
import { type Command, onceOf } from '../../platform/audit/command';
import { Clock } from '../../platform/clock/clock';
import { Database } from '../../platform/database/database';
import type { BookedEntry } from '../ledger/ledger.service';
import { AttendanceService } from '../uses/attendance.service';
import { handOf } from '../users/account-persons.service';
import { MonthGrantsService } from './month-grants.service';

/** Which sheet is accepted, by which claim or plan of the year it is owed, on which day. */
export interface AcceptForm {
  readonly sheetId: string;
  readonly claimId: string;
  readonly acceptedOn: string;
  /** The month that was addressed: the sheet is of no other. */
  readonly month?: string;
  /** The reversed voucher whose place it takes, where some of other months wait whose day was wrong. */
  readonly placeOf?: string;
}

/** Wages of posts against the plan that pays them: what another accepted is granted against its line. */
@Injectable()
export class PostWagesService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly attendance: AttendanceService,
    private readonly months: MonthGrantsService,
  ) {}

  /**
   * Accepts a month's sheet that somebody else entered: now its wages are owed, by a grant of the plan's
   * line, on the account the county chose for posts.
   * @throws FormProblems `form.*`, `calendar.notADay`, `attendance.*`, `policy.*`; DomainError
   *   `attendance.unknown`, `attendance.notWaiting`, `attendance.stale`, `attendance.notPosts`,
   *   `attendance.owedOtherwise`, `grant.*`, `yearGrant.*`, `plan.notNow`, `period.*`
   */
  acceptSheet(
    collectiveId: string,
    form: AcceptForm,
    command: Command,
  ): Promise<{ id: string; voucher: BookedEntry }> {
    return this.database.inTransaction(
      collectiveId,
      async (tx) => {
        const sheet = await this.attendance.requireSheet(tx, collectiveId, form.sheetId);
        const { acceptedOn, claimId, placeOf, month: asked = sheet.month } = form;
        if (asked !== sheet.month) throw new DomainError('attendance.otherMonth', { month: sheet.month });
        if (sheet.state !== 'entered') throw new DomainError('attendance.notWaiting', { state: sheet.state });
        const today = this.clock.today();
        const seen = { ...sheet, enteredBy: (await handOf(tx, command.by))(sheet.enteredBy) };
        refuseProblems(monthAcceptanceProblems(seen, { acceptedOn, by: command.by, today }));
        const rows = await this.attendance.listRows(collectiveId, sheet.month, tx);
        if (!stillHolds(sheet.lines, rows)) throw new DomainError('attendance.stale');
        const { month, amount, enteredBy: by } = sheet;
        const openMonths = await this.attendance.listOpenMonths(tx, collectiveId);
        const people = sheet.lines.filter((line) => line.amount > 0n).length;
        const accepted = { month, amount, people, acceptedOn, openMonths, placeOf, by };
        const { id, voucher } = await this.months.grant(tx, { collectiveId, claimId }, accepted);
        await this.attendance.noteAcceptance(tx, collectiveId, {
          ...{ sheetId: sheet.id, grantId: id, entryId: voucher.entryId, acceptedOn },
          acceptedBy: command.by,
        });
        return { id, voucher };
      },
      onceOf(command, 'attendance.accept', form),
    );
  }
}
