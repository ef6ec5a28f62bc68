import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { type CalendarDay, isMonth, type Month, monthOf } from '../../domain/calendar/calendar-day';
import { DomainError } from '../../domain/shared/domain-error';
import { privateNumberProblems } from '../../domain/shared/private-number';
import { refuseProblems } from '../../domain/shared/problem';
import { shortReasonProblems } from '../../domain/shared/short-reason';
import {
  aheadProblems,
  attendanceAmount,
  type AttendanceForm,
  type AttendanceLine,
  meanwhileProblems,
  type MonthRow,
  monthRows,
  onSheetsProblems,
  readAttendance,
} from '../../domain/uses/attendance';
import type { KeptAcceptance, KeptSheet } from '../../domain/uses/check-attendance';
import { readBothWhy } from '../../domain/uses/paid-twice';
import { endedByList } from '../../domain/uses/post';
import type { OwedDays } from '../../domain/uses/owed-days';
import { type Command, onceOf } from '../../platform/audit/command';
import { insertRecorded } from '../../platform/audit/records';
import { Clock, localDay } from '../../platform/clock/clock';
import { Database } from '../../platform/database/database';
import { newId } from '../../platform/ids/new-id';
import { HouseholdsService } from '../collectives/households.service';
import { LedgerReadService } from '../ledger/ledger-read.service';
import { AttendanceAcceptanceEntity, AttendanceLineEntity, AttendanceSheetEntity } from './attendance.entity';
import { PostDocumentsService } from './post-documents.service';
import { readPosts } from './posts.store';
import { readWorked } from './works.store';

/** How a month's sheet stands: waits for another, is owed, was withdrawn, or a later one took its place. */
export type SheetState = 'entered' | 'owed' | 'takenBack' | 'superseded';

/** A sheet with how it stands. */
export interface ToldSheet extends KeptSheet {
  /** The day of its entry by the clock. */
  readonly enteredOn: CalendarDay;
  readonly state: SheetState;
  readonly reason: string;
  /** Why somebody is paid on labour sheets for the same days; null where nobody was asked. */
  readonly bothWhy: string | null;
  readonly acceptance: (KeptAcceptance & { readonly acceptedOn: string }) | undefined;
}

/** Whose grant makes a sheet owed. */
export interface NewAcceptance extends KeptAcceptance {
  readonly acceptedOn: string;
}

/**
 * The days on posts, month by month: entered by one; that another accepted a sheet, and owes it by a grant,
 * is noted beside it by who grants. Source: FY-10 (在岗领补), product decision "Books".
 */
@Injectable()
export class AttendanceService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly households: HouseholdsService,
    private readonly documents: PostDocumentsService,
    private readonly books: LedgerReadService,
  ) {}

  /**
   * Everybody on a post in a month; who left the list is on none from that day.
   * @throws DomainError `attendance.notAMonth`
   */
  async listRows(
    collectiveId: string,
    month: Month,
    db: EntityManager = this.database.reader,
  ): Promise<MonthRow[]> {
    if (!isMonth(month) || month > monthOf(this.clock.today())) throw new DomainError('attendance.notAMonth');
    const left = await this.households.listLeft(collectiveId, db);
    const posts = await readPosts(db, collectiveId);
    const standing = posts.map((told) => ({
      ...told,
      appointments: told.appointments.map((each) => endedByList(each, left)),
    }));
    return monthRows(standing, month, await this.documents.listBarred(collectiveId, db));
  }

  /** The sheets of a collective, or of one month, in the order of entry. */
  async listSheets(
    collectiveId: string,
    month?: Month,
    db: EntityManager = this.database.reader,
  ): Promise<ToldSheet[]> {
    const sheets = await db.find(AttendanceSheetEntity, {
      where: month === undefined ? { collectiveId } : { collectiveId, month },
      order: { month: 'ASC', sheetNumber: 'ASC' },
    });
    if (sheets.length === 0) return [];
    const lines = await db.find(AttendanceLineEntity, {
      where: { collectiveId },
      order: { sheetId: 'ASC', lineNumber: 'ASC' },
    });
    const acceptances = await this.listAcceptances(db, collectiveId);
    const reversed = await this.books.listReversedIds(collectiveId, db);
    return sheets.map(({ id, month: of, sheetNumber, amount, reason, bothWhy, enteredBy, enteredAt }) => {
      const acceptance = acceptances.find(({ sheetId }) => sheetId === id);
      const isLast = !sheets.some((each) => each.month === of && each.sheetNumber > sheetNumber);
      const open = isLast ? 'entered' : 'superseded';
      const state = acceptance === undefined ? open : reversed.has(acceptance.entryId) ? 'takenBack' : 'owed';
      return {
        ...{ id, month: of, sheetNumber, amount, reason, bothWhy, enteredBy, state, acceptance },
        enteredOn: localDay(enteredAt),
        lines: lines.filter(({ sheetId }) => sheetId === id).map(lineOf),
      };
    });
  }

  /** What is owed of everybody's days, month by month. */
  async listOwedDays(db: EntityManager, collectiveId: string): Promise<OwedDays[]> {
    const sheets = await this.listSheets(collectiveId, undefined, db);
    return sheets
      .filter(({ state }) => state === 'owed')
      .flatMap(({ month, lines }) => lines.map((line) => ({ month, ...line })));
  }

  /** Every acceptance, withdrawn ones among them. */
  async listAcceptances(db: EntityManager, collectiveId: string): Promise<NewAcceptance[]> {
    const rows = await db.findBy(AttendanceAcceptanceEntity, { collectiveId });
    return rows.map(({ sheetId, grantId, entryId, acceptedOn, acceptedBy }) => ({
      ...{ sheetId, grantId, entryId, acceptedOn, acceptedBy },
    }));
  }

  /** The months in which something may still be booked. */
  async listOpenMonths(db: EntityManager, collectiveId: string): Promise<Month[]> {
    const months = await this.books.listMonths(collectiveId, db);
    return months.filter(({ state }) => state === 'open').map(({ month }) => month);
  }

  /** @throws DomainError `attendance.unknown` */
  async requireSheet(tx: EntityManager, collectiveId: string, sheetId: string): Promise<ToldSheet> {
    const found = (await this.listSheets(collectiveId, undefined, tx)).find(({ id }) => id === sheetId);
    if (found === undefined) throw new DomainError('attendance.unknown');
    return found;
  }

  /**
   * Enters the days of a month; a later sheet takes the place of one that nobody accepted, where whoever
   * types it has seen that one. Nothing is owed.
   * @throws FormProblems `form.*`, `attendance.*`, `policy.*`; DomainError `attendance.notAMonth`,
   *   `attendance.owed`
   */
  enterSheet(
    collectiveId: string,
    { month, ...form }: AttendanceForm & { readonly month: Month },
    command: Command,
  ): Promise<{ id: string }> {
    return this.database.inTransaction(
      collectiveId,
      async (tx) => {
        const rows = await this.listRows(collectiveId, month, tx);
        const before = await this.listSheets(collectiveId, month, tx);
        if (before.some(({ state }) => state === 'owed')) throw new DomainError('attendance.owed', { month });
        refuseProblems(meanwhileProblems(form, before));
        const reason = form.attendanceReason.trim();
        const { lines, problems } = readAttendance(form, rows);
        problems.push(...aheadProblems(lines, rows, this.clock.today()));
        problems.push(...privateNumberProblems({ attendanceReason: reason }));
        if (problems.length === 0)
          problems.push(
            ...(await this.documents.sheetProblems(collectiveId, { month, rows, lines, reason })),
          );
        const both = readBothWhy(form.bothWhy);
        problems.push(
          ...both.problems,
          ...shortReasonProblems({ attendanceReason: reason, bothWhy: both.why }),
        );
        const asked =
          problems.length === 0 ? onSheetsProblems(lines, rows, await readWorked(tx, collectiveId)) : [];
        refuseProblems(both.why === '' ? [...problems, ...asked] : problems);
        const id = newId();
        await insertRecorded(tx, AttendanceSheetEntity, {
          ...{ collectiveId, id, month, sheetNumber: before.length + 1, reason },
          bothWhy: asked.length === 0 ? null : both.why,
          ...{ amount: attendanceAmount(lines), enteredBy: command.by, enteredAt: this.clock.now() },
        });
        await insertRecorded(
          tx,
          AttendanceLineEntity,
          lines.map((line, index) => ({ collectiveId, sheetId: id, lineNumber: index + 1, ...line })),
        );
        return { id };
      },
      onceOf(command, 'attendance.enter', { month, form }),
    );
  }

  /** Notes that a sheet was accepted, inside the transaction of whoever grants it. */
  async noteAcceptance(tx: EntityManager, collectiveId: string, acceptance: NewAcceptance): Promise<void> {
    const enteredAt = this.clock.now();
    await insertRecorded(tx, AttendanceAcceptanceEntity, { collectiveId, ...acceptance, enteredAt });
  }
}

function lineOf(row: AttendanceLineEntity): AttendanceLine {
  const { appointmentId, halfDays, monthDays, every, standard, amount } = row;
  return { appointmentId, halfDays, monthDays, every, standard, amount };
}
