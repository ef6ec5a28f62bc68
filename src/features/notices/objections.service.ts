import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { type CalendarDay, yearOf } from '../../domain/calendar/calendar-day';
import {
  answerDueOn,
  type ObjectionChannel,
  type ObjectionForm,
  objectionProblems,
  receivedProblems,
  waitingObjections,
} from '../../domain/notices/objection';
import { DomainError } from '../../domain/shared/domain-error';
import { refuseProblems } from '../../domain/shared/problem';
import { type Command, onceOf } from '../../platform/audit/command';
import { insertRecorded } from '../../platform/audit/records';
import { Clock } from '../../platform/clock/clock';
import { Database } from '../../platform/database/database';
import { sha256 } from '../../platform/digests/sha256';
import { newId } from '../../platform/ids/new-id';
import { LedgerService } from '../ledger/ledger.service';
import type { NoticePlace } from './displays.service';
import { NoticeEntity } from './notice.entity';
import { ObjectionPhonesService } from './objection-phones.service';
import { ObjectionSendersService } from './objection-senders.service';
import { ObjectionEntity } from './objection.entity';
import { tellSheet } from './told-sheets';
import { type KeptObjection, readObjections, readObjectionsOn } from './objections.store';

/** The number of an objection, and the last day for its answer. */
export interface TakenObjection {
  readonly id: string;
  readonly year: number;
  readonly number: number;
  readonly dueOn: string;
}

/** An objection of a village. */
export interface ObjectionPlace {
  readonly collectiveId: string;
  readonly id: string;
}

/** Whoever writes from the public page is nobody the program knows. */
const EVERYONE = 'public';

/** Objections to a sheet: numbered by village and year, none changed. */
@Injectable()
export class ObjectionsService {
  constructor(
    private readonly database: Database,
    private readonly ledger: LedgerService,
    private readonly phones: ObjectionPhonesService,
    private readonly senders: ObjectionSendersService,
    private readonly clock: Clock,
  ) {}

  /**
   * Typed in the office, as it came in by telephone, on paper or at the door.
   * @throws FormProblems `form.*`, `calendar.*`, `notices.*`, `objections.notAPhone`; DomainError
   *   `notices.unknown`
   */
  enter(
    at: NoticePlace,
    form: ObjectionForm & { readonly objectedOn: string },
    command: Command,
  ): Promise<TakenObjection> {
    return this.database.inTransaction(
      at.collectiveId,
      async (tx) => {
        const notice = await requireNotice(tx, at);
        const facts = { today: this.clock.today(), from: notice.publishedOn };
        refuseProblems([...receivedProblems(form.objectedOn, facts), ...objectionProblems(form)]);
        const from = { sourceKind: 'office', enteredBy: command.by } as const;
        return this.take(tx, notice, { ...form, ...from, receivedOn: form.objectedOn });
      },
      onceOf(command, 'notices.objection', [at, form.objectedOn, form.objectionWords]),
    );
  }

  /**
   * From the public page. The same words to the same sheet on the same day, with the same telephone or none,
   * are the same objection, so that sending it twice takes it once.
   * @param address from where it comes: one place that says too much is turned away, and nobody else
   * @throws FormProblems `form.*`, `objections.notAPhone`, `objections.enough`; DomainError `notices.unknown`
   */
  receive(at: NoticePlace, form: ObjectionForm, address: string): Promise<TakenObjection> {
    refuseProblems(objectionProblems(form));
    const today = this.clock.today();
    const words = form.objectionWords.trim();
    const caller = this.phones.printOf(form.objectionPhone.trim());
    const key = sha256(JSON.stringify(['objection', at.collectiveId, at.id, today, words, caller]));
    return this.database.inTransaction(
      at.collectiveId,
      async (tx) => {
        const notice = await requireNotice(tx, at);
        const hasRoom = await this.senders.count(tx, notice, { address, day: today });
        if (!hasRoom) refuseProblems([{ code: 'objections.enough', field: '' }]);
        const from = { sourceKind: 'page', enteredBy: EVERYONE } as const;
        return this.take(tx, notice, { ...form, ...from, receivedOn: today });
      },
      { key, asked: ['notices.receive', EVERYONE, at.id] },
    );
  }

  /** Those to one sheet, or all of a village, in the order of their numbers. */
  listObjections(
    where: { readonly collectiveId: string; readonly noticeId?: string },
    db: EntityManager = this.database.reader,
  ): Promise<KeptObjection[]> {
    return readObjections(db, where);
  }

  /** What keeps a sheet open, in the order of their numbers: those to it, and what one before left open. */
  listOn(sheet: NoticeEntity): Promise<KeptObjection[]> {
    return readObjectionsOn(this.database.reader, sheet);
  }

  /** Those of a village that wait for an answer on a day; undefined where none does. */
  async waitingOf(collectiveId: string, day: CalendarDay): Promise<ReturnType<typeof waitingObjections>> {
    return waitingObjections(await this.listObjections({ collectiveId }), day);
  }

  /** @throws DomainError `objections.unknown` */
  async requireObjection(
    { collectiveId, id }: ObjectionPlace,
    db: EntityManager = this.database.reader,
  ): Promise<KeptObjection> {
    const found = (await readObjections(db, { collectiveId })).find((each) => each.id === id);
    if (found === undefined) throw new DomainError('objections.unknown');
    return found;
  }

  private async take(
    tx: EntityManager,
    notice: NoticeEntity,
    given: ObjectionForm & {
      readonly receivedOn: string;
      readonly sourceKind: ObjectionChannel;
      readonly enteredBy: string;
    },
  ): Promise<TakenObjection> {
    const { collectiveId } = notice;
    tellSheet(tx, notice);
    const { receivedOn, sourceKind, enteredBy } = given;
    const year = yearOf(receivedOn);
    const number = await this.ledger.takeNumber(tx, collectiveId, { name: 'objection', year });
    const dueOn = answerDueOn(receivedOn, notice.data.contacts.answerWithinDays);
    const id = newId();
    await insertRecorded(tx, ObjectionEntity, {
      ...{ collectiveId, id, noticeId: notice.id, year, objectionNumber: number, receivedOn, dueOn },
      ...{ sourceKind, text: given.objectionWords.trim(), enteredBy, enteredAt: this.clock.now() },
    });
    await this.phones.keep(tx, { collectiveId, id }, given.objectionPhone.trim());
    return { id, year, number, dueOn };
  }
}

async function requireNotice(db: EntityManager, { collectiveId, id }: NoticePlace): Promise<NoticeEntity> {
  const notice = await db.findOneBy(NoticeEntity, { collectiveId, id });
  if (notice === null) throw new DomainError('notices.unknown', { noticeId: id });
  return notice;
}
