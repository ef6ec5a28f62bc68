import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { cameDownEarly, type DisplaySpan, publicityClock } from '../../domain/approvals/display-clock';
import { photoSizeProblems } from '../../domain/approvals/proof-photo';
import type { CalendarDay } from '../../domain/calendar/calendar-day';
import {
  type DisplayForm,
  displayProblems,
  type TakedownForm,
  takedownProblems,
} from '../../domain/notices/display';
import { type DisplayInstants, sheetAsKnown } from '../../domain/notices/known-sheet';
import { countObjections, type ObjectionCounts } from '../../domain/notices/objection';
import { DomainError } from '../../domain/shared/domain-error';
import type { FileOwner } from '../../domain/assets/kept-file';
import { refuseProblems } from '../../domain/shared/problem';
import { type Command, onceOf } from '../../platform/audit/command';
import { insertRecorded } from '../../platform/audit/records';
import { Clock } from '../../platform/clock/clock';
import { Database } from '../../platform/database/database';
import { sha256 } from '../../platform/digests/sha256';
import type { ReadFile } from '../../platform/files/read-kept-file';
import {
  type PublicityStanding,
  PublicityStandings,
  type SheetHistory,
} from '../approvals/publicity-standings.service';
import { AssetFilesService, type NewFile } from '../assets/asset-files.service';
import { NoticeDisplayEntity, NoticeTakedownEntity } from './notice-display.entity';
import { readObjectionInstants, readObjectionsOn } from './objections.store';
import { NoticeEntity } from './notice.entity';
import { tellSheet } from './told-sheets';

/** A sheet of a village. */
export interface NoticePlace {
  readonly collectiveId: string;
  readonly id: string;
}

/** Once a sheet was put up, with what is told of it. */
export interface Display extends DisplaySpan {
  readonly fileId: string;
  /** Whether it came down before its days were over, and why. */
  readonly isEarly: boolean;
  readonly reason: string;
}

/** Where a sheet stands, with each time it was put up. */
export interface DisplayedStanding extends PublicityStanding {
  readonly displays: readonly Display[];
  readonly objections: ObjectionCounts;
}

/** When and where a sheet hung, with a photo; none is changed, what was stays told. */
@Injectable()
export class DisplaysService extends PublicityStandings {
  constructor(
    private readonly database: Database,
    private readonly files: AssetFilesService,
    private readonly clock: Clock,
  ) {
    super();
  }

  /**
   * A sheet was put up: its days begin anew.
   * @throws FormProblems `notices.*`, `keptFile.*`, `form.*`, `calendar.*`; DomainError `notices.unknown`
   */
  async putUp(
    at: NoticePlace,
    { file, form }: { readonly file: ReadFile; readonly form: DisplayForm },
    command: Command,
  ): Promise<{ readonly displayNumber: number }> {
    const owner: FileOwner = { collectiveId: at.collectiveId, ownerKind: 'notice', ownerId: at.id };
    const photo = photoOf(file, form);
    // Bytes nobody will name are not stored; the rest is looked at again under the lock.
    const { notice } = await this.requireDisplays(this.database.reader, at);
    this.refuseDisplay(notice, [], { file, form });
    await this.files.store(owner, photo);
    return this.database.inTransaction(
      at.collectiveId,
      async (tx) => {
        const { displays } = await this.requireDisplays(tx, at);
        tellSheet(tx, notice);
        this.refuseDisplay(notice, displays, { file, form });
        await this.refuseShown(tx, at, file);
        const { id: fileId } = await this.files.keepWithin(tx, owner, { photo, command });
        const displayNumber = displays.length + 1;
        await insertRecorded(tx, NoticeDisplayEntity, {
          ...{ collectiveId: at.collectiveId, noticeId: at.id, displayNumber, fileId },
          ...{ displayedOn: form.displayedOn, displayPlace: form.displayPlace.trim() },
          ...{ enteredBy: command.by, enteredAt: this.clock.now() },
        });
        return { displayNumber };
      },
      onceOf(command, 'notices.display', [at, form, file.cameAs]),
    );
  }

  /** A sheet is shown by a photo of its own: what is kept with anything else of any village shows nothing. */
  private async refuseShown(tx: EntityManager, { id }: NoticePlace, file: ReadFile): Promise<void> {
    const other = await this.files.findElsewhere(tx, id, [file.cameAs, sha256(file.bytes)]);
    if (other === undefined) return;
    const facts = { shownOn: other.datedOn };
    refuseProblems([{ code: 'notices.photoOfAnother', field: 'file', facts }]);
  }

  /**
   * A sheet was taken down. Before its days were over it asks why, and they begin anew when it is up again.
   * @throws FormProblems `notices.*`, `form.*`, `calendar.*`; DomainError `notices.unknown`,
   *   `notices.notHanging`
   */
  takeDown(
    at: NoticePlace,
    { displayNumber, form }: { readonly displayNumber: number; readonly form: TakedownForm },
    command: Command,
  ): Promise<{ readonly displayNumber: number }> {
    const { collectiveId, id: noticeId } = at;
    return this.database.inTransaction(
      collectiveId,
      async (tx) => {
        const { notice, displays } = await this.requireDisplays(tx, at);
        tellSheet(tx, notice);
        const display = displays.find(({ number }) => number === displayNumber);
        if (display === undefined || display.takenDownOn !== undefined)
          throw new DomainError('notices.notHanging', { number: displayNumber });
        const facts = { today: this.clock.today(), rule: notice.data.publicity, display };
        refuseProblems(takedownProblems(form, facts));
        await insertRecorded(tx, NoticeTakedownEntity, {
          ...{ collectiveId, noticeId, displayNumber, takenDownOn: form.takenDownOn },
          ...{ reason: form.takedownReason.trim() },
          ...{ enteredBy: command.by, enteredAt: this.clock.now() },
        });
        return { displayNumber };
      },
      onceOf(command, 'notices.takedown', [at, displayNumber, form]),
    );
  }

  /** Where a sheet stands on a day. @throws DomainError `notices.unknown` */
  async publicityStanding(
    at: NoticePlace,
    day: CalendarDay,
    db: EntityManager = this.database.reader,
  ): Promise<DisplayedStanding> {
    const { notice, displays } = await this.requireDisplays(db, at);
    const clock = publicityClock(notice.data.publicity, displays, day);
    const counts = countObjections(await readObjectionsOn(db, notice), day);
    const isOver = clock.state === 'served' && counts.open === 0;
    return { clock, displays, objections: counts, openObjections: counts.open, isOver };
  }

  override async standingOfPlan(
    { collectiveId, planId }: { readonly collectiveId: string; readonly planId: string },
    day: CalendarDay,
    db: EntityManager = this.database.reader,
  ): Promise<PublicityStanding | undefined> {
    const notice = await db.findOneBy(NoticeEntity, { collectiveId, planId });
    return notice === null ? undefined : this.publicityStanding(notice, day, db);
  }

  override async historyOfPlan(
    { collectiveId, planId }: { readonly collectiveId: string; readonly planId: string },
    db: EntityManager,
  ): Promise<SheetHistory> {
    const notice = await db.findOneBy(NoticeEntity, { collectiveId, planId });
    if (notice === null) return () => undefined;
    const { displays, instants } = await this.requireDisplays(db, notice);
    const objections = await readObjectionsOn(db, notice);
    const entered = await readObjectionInstants(db, collectiveId, objections);
    const told = objections.map((each) => ({ ...each, ...entered.get(each.id) }));
    const { publishedOn, data } = notice;
    const kept = { publishedOn, rule: data.publicity, objections: told };
    const hung = displays.map((each) => ({ ...each, ...instants.get(each.number) }));
    return (known) => sheetAsKnown({ ...kept, displays: hung }, known);
  }

  private refuseDisplay(
    { publicityFrom: notBefore, data }: NoticeEntity,
    displays: readonly Display[],
    { file, form }: { readonly file: ReadFile; readonly form: DisplayForm },
  ): void {
    const facts = { today: this.clock.today(), notBefore, rule: data.publicity, displays };
    const { width = null, height = null } = file.size ?? {};
    const small = photoSizeProblems({ width, height }, 'file');
    refuseProblems([...displayProblems(form, { ...facts, mediaType: file.mediaType }), ...small]);
  }

  private async requireDisplays(
    db: EntityManager,
    { collectiveId, id }: NoticePlace,
  ): Promise<{
    readonly notice: NoticeEntity;
    readonly displays: readonly Display[];
    readonly instants: ReadonlyMap<number, DisplayInstants>;
  }> {
    const notice = await db.findOneBy(NoticeEntity, { collectiveId, id });
    if (notice === null) throw new DomainError('notices.unknown', { noticeId: id });
    const where = { collectiveId, noticeId: id };
    const rows = await db.find(NoticeDisplayEntity, { where, order: { displayNumber: 'ASC' } });
    const downs = await db.findBy(NoticeTakedownEntity, where);
    const { standing } = await this.files.listFiles({ collectiveId, ownerKind: 'notice', ownerId: id }, db);
    const photos = new Set(standing.map((each) => each.id));
    const displays = rows.map((row): Display => {
      const down = downs.find(({ displayNumber }) => displayNumber === row.displayNumber);
      const span: DisplaySpan = {
        ...{ number: row.displayNumber, displayedOn: row.displayedOn, place: row.displayPlace },
        ...{ proven: photos.has(row.fileId), takenDownOn: down?.takenDownOn },
      };
      const isEarly = cameDownEarly(notice.data.publicity, span);
      return { ...span, isEarly, fileId: row.fileId, reason: down?.reason ?? '' };
    });
    const downAt = new Map(downs.map((each) => [each.displayNumber, each.enteredAt]));
    const instants = new Map(
      rows.map(({ displayNumber: number, enteredAt }) => [number, { enteredAt, downAt: downAt.get(number) }]),
    );
    return { notice, displays, instants };
  }
}

/** The photo as it is kept with the sheet: of the day it was put up, for the office alone. */
function photoOf(file: ReadFile, { displayedOn, displayPlace }: DisplayForm): NewFile {
  const form = { paperKind: 'photo', datedOn: displayedOn, remark: displayPlace, audience: 'office' };
  return { file, form };
}
