import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { addDays, type CalendarDay, yearOf } from '../../domain/calendar/calendar-day';
import { noticeDigest } from '../../domain/notices/digest';
import { assertFactsHold, type PublishedFacts } from '../../domain/notices/published-facts';
import { shortCodeOf } from '../../domain/notices/short-code';
import { refuseProblems } from '../../domain/shared/problem';
import { insertRecorded } from '../../platform/audit/records';
import { Clock } from '../../platform/clock/clock';
import { Database } from '../../platform/database/database';
import { isDuplicateKey } from '../../platform/database/faults';
import { sha256 } from '../../platform/digests/sha256';
import { newId } from '../../platform/ids/new-id';
import { LedgerService } from '../ledger/ledger.service';
import type { Publication } from './notice-issue.service';
import { NoticeEntity } from './notice.entity';
import { PublicCodeEntity } from './public-code.entity';

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

/** What publishing is for a sheet of any kind: a number, facts fixed by a digest, a code known to all. */
@Injectable()
export class NoticeRegisterService implements OnApplicationBootstrap {
  constructor(
    private readonly database: Database,
    private readonly ledger: LedgerService,
    private readonly clock: Clock,
  ) {}

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

  /**
   * Refuses a day on which no sheet can begin to hang: before what it is about was settled, in the past, or
   * too far ahead.
   * @throws FormProblems `notices.beforeApproval`, `notices.beforeToday`, `notices.tooFarAhead`
   */
  requireDays(approvedOn: CalendarDay, displayedOn: CalendarDay): void {
    const today = this.clock.today();
    const latest = addDays(today, MOST_DAYS_AHEAD);
    const refuse = (code: string, facts: Record<string, CalendarDay>): void =>
      refuseProblems([{ code, field: 'displayedOn', value: displayedOn, facts }]);
    if (displayedOn < approvedOn) refuse('notices.beforeApproval', { approvedOn });
    // It has its number and its code from today: nothing that hung before can have been this sheet.
    if (displayedOn < today) refuse('notices.beforeToday', { today });
    if (displayedOn > latest) refuse('notices.tooFarAhead', { latest });
  }

  /** The next number of the village's sheets, and where its chain stands now. */
  async nextPublication(
    tx: EntityManager,
    collectiveId: string,
    displayedOn: CalendarDay,
  ): Promise<Publication> {
    const year = yearOf(displayedOn);
    const number = await this.ledger.takeNumber(tx, collectiveId, { name: 'notice', year });
    const { length, head } = await this.ledger.requireChainOf(tx, collectiveId);
    return { number, displayedOn, witness: { chainLength: length, chainHead: head } };
  }

  /**
   * Enters a sheet with its facts.
   * @param planId what it is about: a plan of a period or of a year, or the row of a sheet about some days
   */
  async enter(
    tx: EntityManager,
    collectiveId: string,
    { planId, data }: { readonly planId: string; readonly data: PublishedFacts },
  ): Promise<PublishedNotice> {
    assertFactsHold(data);
    const digest = noticeDigest(data, sha256).sheet;
    const code = await this.freeCode(digest);
    const id = newId();
    const { year, number } = data.heading.number;
    await insertRecorded(tx, NoticeEntity, {
      ...{ collectiveId, id, planId, year, number },
      ...{ version: data.heading.version, code, digest, data, publishedOn: this.clock.today() },
      ...{ publicityFrom: data.publicity.from, publicityTo: data.publicity.to },
    });
    return { id, code, number, digest };
  }

  /** Enters a code in the directory, in a transaction of its own; asked again, it is there already. */
  async enterCode(collectiveId: string, { id, code }: Pick<PublishedNotice, 'id' | 'code'>): Promise<void> {
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

  /** A code made from the digest that stands for no other sheet yet. */
  private async freeCode(digest: string): Promise<string> {
    for (let attempt = 0; ; attempt += 1) {
      const code = shortCodeOf(digest, attempt);
      const taken = await this.database.reader.findOneBy(PublicCodeEntity, { code });
      if (taken === null) return code;
    }
  }
}

/** What is told of a sheet to who publishes it, also where it was published before. */
export function toldOf({ id, code, number, digest }: PublishedNotice): PublishedNotice {
  return { id, code, number, digest };
}
