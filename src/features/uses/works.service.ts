import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { CalendarDay, Month } from '../../domain/calendar/calendar-day';
import type { ProjectLabour } from '../../domain/assets/project-labour';
import { DomainError } from '../../domain/shared/domain-error';
import { refuseProblems } from '../../domain/shared/problem';
import { privateNumberProblems } from '../../domain/shared/private-number';
import type { LabourTerms } from '../../domain/uses/labour-questions';
import { sheetAmount, type Worker } from '../../domain/uses/labour-rows';
import type { Work } from '../../domain/uses/work';
import type { WorkedSpan } from '../../domain/uses/work-days';
import type { WorkSheet } from '../../domain/uses/work-sheet';
import { type Command, onceOf } from '../../platform/audit/command';
import { insertRecorded } from '../../platform/audit/records';
import { Clock } from '../../platform/clock/clock';
import { Database } from '../../platform/database/database';
import { newId } from '../../platform/ids/new-id';
import { ProjectLabourService } from '../assets/project-labour.service';
import { LedgerReadService } from '../ledger/ledger-read.service';
import { readAttended } from './attendance.store';
import { WorkersService } from './workers.service';
import {
  WorkAcceptanceEntity,
  WorkClosingEntity,
  WorkEntity,
  WorkProjectEntity,
  WorkSheetEntity,
  WorkSheetLineEntity,
  WorkSheetWithdrawalEntity,
  WorkWithdrawalEntity,
} from './work.entity';
import { WorkEndActEntity } from './use-end.entity';
import { readWorked, readWorks, type ToldSheet, type ToldWork } from './works.store';

export { isWaiting, type SheetState, type ToldSheet, type ToldWork } from './works.store';

/** The grant by which an accepted sheet is owed. */
export interface SheetGrant {
  readonly sheetId: string;
  readonly grantId: string;
  readonly entryId: string;
  readonly acceptedOn: CalendarDay;
  /** Why it was accepted though another came since it was taken back; null where that was not asked. */
  readonly againWhy: string | null;
  /** What it adds to the cost of a project, where the work builds an asset. */
  readonly labour: (ProjectLabour & { readonly projectId: string }) | undefined;
  readonly by: string;
}

/** Small public works and their labour sheets. It knows no plan: who grants a sheet tells it so. */
@Injectable()
export class WorksService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly workers: WorkersService,
    private readonly books: LedgerReadService,
    private readonly labour: ProjectLabourService,
  ) {}

  /** The works of a collective in the order of entry, withdrawn ones among them, with their sheets. */
  async listWorks(collectiveId: string, db: EntityManager = this.database.reader): Promise<ToldWork[]> {
    return readWorks(db, collectiveId, await this.books.listReversedIds(collectiveId, db));
  }

  /** @throws DomainError `works.unknown` */
  async requireWork(
    collectiveId: string,
    workId: string,
    db: EntityManager = this.database.reader,
  ): Promise<ToldWork> {
    const work = (await this.listWorks(collectiveId, db)).find(({ id }) => id === workId);
    if (work === undefined) throw new DomainError('works.unknown', { workId });
    return work;
  }

  /** A sheet of a work, with its rows. @throws DomainError `works.unknown`, `works.sheetUnknown` */
  async requireSheet(
    collectiveId: string,
    at: { readonly workId: string; readonly sheetId: string },
    db: EntityManager = this.database.reader,
  ): Promise<{ readonly work: ToldWork; readonly sheet: ToldSheet }> {
    const work = await this.requireWork(collectiveId, at.workId, db);
    const sheet = work.sheets.find(({ id }) => id === at.sheetId);
    if (sheet === undefined) throw new DomainError('works.sheetUnknown', { sheetId: at.sheetId });
    return { work, sheet };
  }

  /** Everybody on the list of a day who may be paid for work, opened for an office. */
  listWorkers(collectiveId: string, on: CalendarDay): Promise<Worker[]> {
    return this.workers.listWorkers(collectiveId, on);
  }

  /** What the region of a village asks of who is paid for work. */
  termsOf(collectiveId: string): Promise<LabourTerms> {
    return this.workers.termsOf(collectiveId);
  }

  /** What everybody worked, on sheets that were not withdrawn. */
  listWorked(db: EntityManager, collectiveId: string): Promise<WorkedSpan[]> {
    return readWorked(db, collectiveId);
  }

  /** What everybody was on a post in a month. */
  async listAttended(db: EntityManager, collectiveId: string, month: Month): Promise<WorkedSpan[]> {
    const reversed = await this.books.listReversedIds(collectiveId, db);
    const left = await this.workers.listLeft(collectiveId, db);
    return readAttended(db, { collectiveId, month }, { reversed, left });
  }

  /** Every acceptance, also one that was taken back, the oldest first. */
  listAcceptances(db: EntityManager, collectiveId: string): Promise<WorkAcceptanceEntity[]> {
    return db.find(WorkAcceptanceEntity, { where: { collectiveId }, order: { grantId: 'ASC' } });
  }

  /** The projects of construction that a work may be part of. */
  listProjects(
    collectiveId: string,
    db?: EntityManager,
  ): Promise<{ readonly id: string; readonly name: string; readonly isOpen: boolean }[]> {
    return this.labour.listProjects(collectiveId, db);
  }

  /** The months in which a voucher may still be dated. */
  async listOpenMonths(db: EntityManager, collectiveId: string): Promise<Month[]> {
    const months = await this.books.listMonths(collectiveId, db);
    return months.filter(({ state }) => state === 'open').map(({ month }) => month);
  }

  /** Keeps a work that was read, inside the transaction of whoever knows its plan. */
  async insertWork(tx: EntityManager, collectiveId: string, given: Work & { by: string }): Promise<string> {
    const id = newId();
    const { claimId, name, relief, projectId } = given;
    await insertRecorded(tx, WorkEntity, {
      ...{ collectiveId, id, claimId, name },
      investment: relief?.investment ?? null,
      central: relief?.central ?? null,
      region: relief?.region ?? null,
      ...this.enteredBy(given.by),
    });
    if (projectId !== undefined)
      await insertRecorded(tx, WorkProjectEntity, { collectiveId, workId: id, projectId });
    return id;
  }

  /** Keeps a sheet that was read, inside the transaction of whoever knows its plan. */
  async insertSheet(
    tx: EntityManager,
    collectiveId: string,
    given: { readonly work: ToldWork; readonly sheet: WorkSheet; readonly by: string },
  ): Promise<string> {
    const { work, sheet, by } = given;
    const id = newId();
    const { from, to, paper, lines, bothWhy, labourWhy } = sheet;
    await insertRecorded(tx, WorkSheetEntity, {
      ...{ collectiveId, id, workId: work.id, sheetNumber: work.sheets.length + 1, from, to, paper },
      bothWhy: bothWhy === '' ? null : bothWhy,
      labourWhy: labourWhy === '' ? null : labourWhy,
      amount: sheetAmount(lines),
      ...this.enteredBy(by),
    });
    const rows = lines.map(({ memberId, halfDays, rate, amount, status }, index) => ({
      ...{ collectiveId, sheetId: id, memberId, lineNumber: index + 1, halfDays, rate, amount },
      status: status ?? null,
    }));
    await insertRecorded(tx, WorkSheetLineEntity, rows);
    return id;
  }

  /**
   * Notes by which grant an accepted sheet is owed, and of which project its labour becomes part.
   * @throws DomainError `construction.unknown`, `construction.accepted`
   */
  async noteAcceptance(
    tx: EntityManager,
    collectiveId: string,
    { labour, ...grant }: SheetGrant,
  ): Promise<void> {
    const { by, ...row } = grant;
    if (labour !== undefined) await this.labour.noteLabour(tx, collectiveId, { ...labour, by });
    const at = { acceptedBy: by, acceptedAt: this.clock.now() };
    await insertRecorded(tx, WorkAcceptanceEntity, { collectiveId, ...row, ...at });
  }

  /** Notes that a work is finished, for the first time or after it was opened again. */
  async noteClosing(
    tx: EntityManager,
    collectiveId: string,
    given: { readonly work: ToldWork; readonly finishedOn: CalendarDay; reason: string; by: string },
  ): Promise<void> {
    const { work, finishedOn, reason, by } = given;
    const row = { collectiveId, workId: work.id, reason, ...this.enteredBy(by) };
    if (work.acts.length === 0) return insertRecorded(tx, WorkClosingEntity, { ...row, finishedOn });
    const act = { act: 'finished' as const, actNumber: work.acts.length, happenedOn: finishedOn };
    await insertRecorded(tx, WorkEndActEntity, { ...row, ...act, entryId: null });
  }

  /**
   * Takes a sheet back that is not owed; one that is owed goes by the reversal of its voucher first.
   * @throws FormProblems `form.missing`, `form.privateNumber`; DomainError `works.unknown`,
   *   `works.sheetUnknown`, `works.sheetOwed`, `works.sheetWithdrawn`
   */
  withdrawSheet(
    collectiveId: string,
    form: { readonly workId: string; readonly sheetId: string; readonly withdrawnWhy: string },
    command: Command,
  ): Promise<{ id: string }> {
    const why = form.withdrawnWhy.trim();
    refuseProblems([
      ...(why === '' ? [{ code: 'form.missing', field: 'withdrawnWhy' }] : []),
      ...privateNumberProblems({ withdrawnWhy: why }),
    ]);
    return this.database.inTransaction(
      collectiveId,
      async (tx) => {
        const { sheet } = await this.requireSheet(collectiveId, form, tx);
        requireNotOwed(sheet);
        const row = { collectiveId, sheetId: sheet.id, why, ...this.enteredBy(command.by) };
        await insertRecorded(tx, WorkSheetWithdrawalEntity, row);
        return { id: sheet.id };
      },
      onceOf(command, 'works.withdrawSheet', form),
    );
  }

  /** The names of people, by id, as they were on a day: only whom a page shows. */
  async namesOf(
    collectiveId: string,
    asked: { readonly memberIds: readonly string[]; readonly on: CalendarDay },
  ): Promise<ReadonlyMap<string, Worker>> {
    const workers = await this.listWorkers(collectiveId, asked.on);
    const wanted = workers.filter(({ memberId }) => asked.memberIds.includes(memberId));
    return new Map(wanted.map((worker) => [worker.memberId, worker]));
  }

  private enteredBy(by: string): { enteredBy: string; enteredAt: string } {
    return { enteredBy: by, enteredAt: this.clock.now() };
  }
}

/** @throws DomainError `works.sheetOwed`, `works.sheetWithdrawn` */
export function requireNotOwed({ state, acceptedOn = '' }: ToldSheet): void {
  if (state === 'withdrawn') throw new DomainError('works.sheetWithdrawn');
  if (state === 'owed') throw new DomainError('works.sheetOwed', { acceptedOn });
}

export const WORK_TABLES = [
  WorkEntity,
  WorkProjectEntity,
  WorkSheetEntity,
  WorkSheetLineEntity,
  WorkAcceptanceEntity,
  WorkSheetWithdrawalEntity,
  WorkWithdrawalEntity,
  WorkClosingEntity,
  WorkEndActEntity,
] as const;
