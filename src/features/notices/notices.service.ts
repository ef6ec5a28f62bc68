import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { addDays, type CalendarDay, yearOf } from '../../domain/calendar/calendar-day';
import { assertFactsHold } from '../../domain/notices/check-year-plan-notice';
import { noticeDigest } from '../../domain/notices/digest';
import { shortCodeOf } from '../../domain/notices/short-code';
import { DomainError } from '../../domain/shared/domain-error';
import { refuseProblems } from '../../domain/shared/problem';
import { dayProblems } from '../../domain/shared/typed-fields';
import { insertRecorded } from '../../platform/audit/records';
import { type Command, onceOf } from '../../platform/audit/command';
import { Clock } from '../../platform/clock/clock';
import { Database } from '../../platform/database/database';
import { isDuplicateKey } from '../../platform/database/faults';
import { sha256 } from '../../platform/digests/sha256';
import { newId } from '../../platform/ids/new-id';
import { type FallenPlan, PlanPublicityService } from '../distribution/plan-publicity.service';
import { LedgerService } from '../ledger/ledger.service';
import { NoticeComposerService } from './notice-composer.service';
import { NoticeEntity } from './notice.entity';
import { PublicCodeEntity } from './public-code.entity';

export type Notice = NoticeEntity;

/** A published sheet, as its village's pages need it. */
export interface PublishedNotice {
  readonly id: string;
  readonly code: string;
  readonly number: number;
  readonly digest: string;
}

/**
 * How many days ahead a sheet may be published. No rule names a bound: it is the program's own, against a
 * year or month typed wrong, which could not be taken back.
 */
const MOST_DAYS_AHEAD = 15;

/** Publishes sheets: numbered, their facts fixed by a digest, their code in the public directory. */
@Injectable()
export class NoticesService implements OnApplicationBootstrap {
  constructor(
    private readonly database: Database,
    private readonly plans: PlanPublicityService,
    private readonly composer: NoticeComposerService,
    private readonly ledger: LedgerService,
    private readonly clock: Clock,
  ) {}

  /**
   * Publishes the sheet of an approved plan, of a period or of a year. The code enters the public directory
   * in a transaction of its own, afterwards; publishing again under the same key finishes what was cut off
   * between the two.
   * @throws DomainError `plan.notNow`, `notices.characterNotPrintable`; FormProblems
   *   `calendar.notADay`, `notices.beforeApproval`, `notices.beforeToday`, `notices.tooFarAhead`
   */
  async publishNotice(
    collectiveId: string,
    form: { readonly planId: string; readonly displayedOn: string },
    command: Command,
  ): Promise<PublishedNotice> {
    refuseProblems(dayProblems({ field: 'displayedOn', value: form.displayedOn }));
    const published = await this.database.inTransaction(
      collectiveId,
      (tx) => this.publish(tx, collectiveId, { ...form, by: command.by }),
      onceOf(command, 'notices.publish', form),
    );
    await this.enterCode(collectiveId, published);
    return published;
  }

  /** A publication cut off before its code was entered is finished when the service starts again. */
  async onApplicationBootstrap(): Promise<void> {
    const missing = await this.database.reader.query<{ collective_id: string; id: string; code: string }[]>(
      `SELECT notices.collective_id, notices.id, notices.code
       FROM notices LEFT JOIN public_codes ON public_codes.code = notices.code
       WHERE public_codes.code IS NULL`,
    );
    for (const { collective_id: collectiveId, id, code } of missing) {
      await this.enterCode(collectiveId, { id, code });
    }
  }

  /** @throws DomainError `notices.unknown` */
  async requireNotice(collectiveId: string, id: string): Promise<Notice> {
    const notice = await this.database.reader.findOneBy(NoticeEntity, { collectiveId, id });
    if (notice === null) throw new DomainError('notices.unknown', { noticeId: id });
    return notice;
  }

  /** The notice a short code stands for, or undefined. Looking up is recorded nowhere. */
  async findByCode(code: string): Promise<Notice | undefined> {
    const entry = await this.database.reader.findOneBy(PublicCodeEntity, { code });
    if (entry === null) return undefined;
    const notice = await this.requireNotice(entry.collectiveId, entry.noticeId);
    // The directory is on no record: a code opens the sheet that bears it and no other.
    return notice.code === code ? notice : undefined;
  }

  /** Whether the plan of a sheet was returned, taken back or replaced after it was published. */
  fallenOf({ collectiveId, planId }: Notice): Promise<FallenPlan | undefined> {
    return this.plans.fallenOf(collectiveId, planId);
  }

  /** The sheet of the plan that holds in the place of a sheet's own; undefined where none is published. */
  async successorOf({ collectiveId, version, data }: Notice): Promise<Notice | undefined> {
    const { pool, periodFrom } = data.heading;
    const later = (await this.listNotices(collectiveId)).filter((each) => {
      const { kind, heading } = each.data;
      const isOfSame = kind === data.kind && heading.pool === pool && heading.periodFrom === periodFrom;
      return isOfSame && each.version > version;
    });
    for (const each of later) {
      const { plan } = await this.plans.requirePlan(collectiveId, each.planId);
      if (plan.state === 'approved') return each;
    }
    return undefined;
  }

  /** A village's notices, newest first. */
  listNotices(collectiveId: string): Promise<Notice[]> {
    return this.database.reader.find(NoticeEntity, { where: { collectiveId }, order: { id: 'DESC' } });
  }

  private async publish(
    tx: EntityManager,
    collectiveId: string,
    form: { readonly planId: string; readonly displayedOn: CalendarDay; readonly by: string },
  ): Promise<PublishedNotice> {
    const { of, from } = await this.plans.requirePublishable(tx, collectiveId, form.planId);
    const today = this.clock.today();
    requireDays(from, form.displayedOn, today);
    const before = await tx.findOneBy(NoticeEntity, { collectiveId, planId: of.plan.id });
    // A plan has one sheet. Asked again after a cut between the two transactions, its code is entered now.
    if (before !== null) return toldOf(before);
    const year = yearOf(form.displayedOn);
    const number = await this.ledger.takeNumber(tx, collectiveId, { name: 'notice', year });
    const { length, head } = await this.ledger.requireChainOf(tx, collectiveId);
    const witness = { chainLength: length, chainHead: head };
    const publication = { number, displayedOn: form.displayedOn, witness };
    const data = await this.composer.composeFor(of, publication, tx);
    assertFactsHold(data);
    const digest = noticeDigest(data, sha256).sheet;
    const code = await this.freeCode(digest);
    const id = newId();
    await insertRecorded(tx, NoticeEntity, {
      collectiveId,
      id,
      planId: of.plan.id,
      year,
      number,
      version: data.heading.version,
      code,
      digest,
      data,
      publishedOn: today,
      publicityFrom: data.publicity.from,
      publicityTo: data.publicity.to,
    });
    const sheet = { ...data.publicity, number: `${data.heading.number.label}〔${year}〕${number}` };
    await this.plans.noteHanging(tx, of, { sheet, by: form.by });
    return toldOf({ id, code, number, digest });
  }

  /** A code made from the digest that stands for no other sheet yet. */
  private async freeCode(digest: string): Promise<string> {
    for (let attempt = 0; ; attempt += 1) {
      const code = shortCodeOf(digest, attempt);
      const taken = await this.database.reader.findOneBy(PublicCodeEntity, { code });
      if (taken === null) return code;
    }
  }

  private async enterCode(collectiveId: string, { id, code }: Pick<Notice, 'id' | 'code'>): Promise<void> {
    const isThere = async (tx: EntityManager): Promise<boolean> =>
      (await tx.findOneBy(PublicCodeEntity, { code })) !== null;
    try {
      await this.database.inReferenceTransaction(async (tx) => {
        if (await isThere(tx)) return;
        await tx.insert(PublicCodeEntity, { code, collectiveId, noticeId: id });
      });
    } catch (error) {
      // Sent twice at the same moment, the other one entered it.
      if (!isDuplicateKey(error) || !(await isThere(this.database.reader))) throw error;
    }
  }
}

/** What is told of a sheet to who publishes it, also where it was published before. */
function toldOf({ id, code, number, digest }: PublishedNotice): PublishedNotice {
  return { id, code, number, digest };
}

function requireDays(from: CalendarDay | undefined, displayedOn: CalendarDay, today: CalendarDay): void {
  const approvedOn = from ?? displayedOn;
  if (displayedOn < approvedOn) {
    refuseProblems([
      { code: 'notices.beforeApproval', field: 'displayedOn', value: displayedOn, facts: { approvedOn } },
    ]);
  }
  // It has its number and its code from today: nothing that hung before can have been this sheet.
  if (displayedOn < today)
    refuseProblems([
      { code: 'notices.beforeToday', field: 'displayedOn', value: displayedOn, facts: { today } },
    ]);
  const latest = addDays(today, MOST_DAYS_AHEAD);
  if (displayedOn > latest) {
    refuseProblems([
      { code: 'notices.tooFarAhead', field: 'displayedOn', value: displayedOn, facts: { latest } },
    ]);
  }
}
