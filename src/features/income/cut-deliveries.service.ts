import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { CalendarDay } from '../../domain/calendar/calendar-day';
import { cutTakenPostings, JOINT_CUT } from '../../domain/income/joint-cut';
import { DomainError } from '../../domain/shared/domain-error';
import type { ReversalReason } from '../../domain/ledger/reversal';
import { subsidyWords } from '../../glossary/subsidy-words';
import { insertRecorded } from '../../platform/audit/records';
import { Clock } from '../../platform/clock/clock';
import { Database } from '../../platform/database/database';
import { LedgerReadService } from '../ledger/ledger-read.service';
import { LedgerService } from '../ledger/ledger.service';
import { JointCutDeliveryEntity } from './joint-cut-delivery.entity';
import { type KeptCut, readKeptCuts } from './joint-cuts.store';
import { type CutOnTheWay, OwnerCutsService } from './owner-cuts.service';

/** A part of a cut that an owner's books have not taken yet. */
export type WaitingCut = Omit<CutOnTheWay, 'by'> & Pick<KeptCut, 'owed'>;

/** Why a part of a cut still waits. */
export interface StuckCut extends WaitingCut {
  readonly refusal: DomainError;
}

/** A part in an owner's books whose cut the keeper has taken back. */
export interface TakenCut extends WaitingCut {
  readonly taken: JointCutDeliveryEntity;
}

/**
 * Brings the parts of a keeper's cuts into their owners' books, as those of his slips: one transaction in the
 * owner's, once however often it is tried, then one in the keeper's that notes it.
 */
@Injectable()
export class CutDeliveriesService {
  constructor(
    private readonly database: Database,
    private readonly owners: OwnerCutsService,
    private readonly books: LedgerReadService,
    private readonly ledger: LedgerService,
    private readonly clock: Clock,
  ) {}

  /** Cuts of kept stations that stand, with what each owner loses. */
  async listStanding(keeperId: string): Promise<KeptCut[]> {
    const reversed = await this.books.listReversedIds(keeperId);
    const cuts = await readKeptCuts(this.database.reader, keeperId);
    return cuts.filter(({ cut }) => !reversed.has(cut.entryId ?? ''));
  }

  /**
   * Parts on the way to an owner, in the order of their cuts. Of a cut that was taken back only what an
   * owner's books hold already, cut off before the keeper noted it.
   */
  async listWaiting(keeperId: string, db: EntityManager = this.database.reader): Promise<WaitingCut[]> {
    const reversed = await this.books.listReversedIds(keeperId, db);
    const waiting: WaitingCut[] = [];
    for (const { cut, owed, slip, parts, acts } of await readKeptCuts(db, keeperId)) {
      for (const part of parts) {
        const { ownerId } = part;
        if (ownerId === null || acts.some((act) => act.owner === part.owner && act.act === 'taken')) continue;
        const isGone = reversed.has(cut.entryId ?? '');
        if (isGone && !(await this.owners.hasTaken(ownerId, cut.id))) continue;
        waiting.push({ cut, owed, slip, part, ownerId });
      }
    }
    return waiting;
  }

  /** Parts that owners' books hold of cuts which the keeper has taken back. */
  async listToTakeBack(keeperId: string, db: EntityManager = this.database.reader): Promise<TakenCut[]> {
    const reversed = await this.books.listReversedIds(keeperId, db);
    const cuts = await readKeptCuts(db, keeperId);
    return cuts
      .filter(({ cut }) => reversed.has(cut.entryId ?? ''))
      .flatMap(({ cut, owed, slip, parts, acts }) =>
        parts.flatMap((part) => {
          const own = acts.filter((act) => act.owner === part.owner);
          const taken = own.find(({ act }) => act === 'taken');
          const { ownerId } = part;
          if (taken === undefined || ownerId === null || own.length > 1) return [];
          return [{ cut, owed, slip, part, ownerId, taken }];
        }),
      );
  }

  /** All that is not done between the keeper and his owners' books, by the day of the keeper's act. */
  async listOpen(
    keeperId: string,
    db: EntityManager = this.database.reader,
  ): Promise<(WaitingCut & { on: CalendarDay })[]> {
    const days = await this.books.listReversalDays(keeperId, db);
    const waiting = await this.listWaiting(keeperId, db);
    const back = await this.listToTakeBack(keeperId, db);
    return [
      ...waiting.map((each) => ({ ...each, on: each.cut.cutOn })),
      ...back.map((each) => ({ ...each, on: days.get(each.cut.entryId ?? '') ?? each.cut.cutOn })),
    ];
  }

  /** Sends every part that waits. @returns the parts that still wait, with why */
  async deliver(keeperId: string): Promise<StuckCut[]> {
    const stuck: StuckCut[] = [];
    for (const waiting of await this.listWaiting(keeperId)) {
      try {
        await this.deliverOne(keeperId, waiting);
      } catch (error) {
        if (!(error instanceof DomainError)) throw error;
        stuck.push({ ...waiting, refusal: error });
      }
    }
    return stuck;
  }

  /** Notes with the keeper that an owner's books have taken a part back: his own voucher of it goes, too. */
  async noteTakenBack(
    keeperId: string,
    { cut, part, taken }: TakenCut,
    reversal: {
      readonly reason: ReversalReason;
      readonly postedOn: CalendarDay;
      readonly preparedBy: string;
      readonly summary: string;
      readonly ownerEntryId: string;
    },
  ): Promise<void> {
    const { ownerEntryId, ...mirrored } = reversal;
    await this.database.inTransaction(keeperId, async (tx) => {
      const of = { collectiveId: keeperId, cutId: cut.id, owner: part.owner };
      const key = { ...of, act: 'taken_back' as const };
      if ((await tx.findOneBy(JointCutDeliveryEntity, key)) !== null) return;
      const entry = { entryId: taken.entryId, ...mirrored };
      const { entryId } = await this.ledger.reverse(tx, keeperId, entry);
      await insertRecorded(tx, JointCutDeliveryEntity, {
        ...key,
        ownerEntryId,
        entryId,
        doneAt: this.clock.now(),
      });
    });
  }

  private async deliverOne(keeperId: string, waiting: WaitingCut): Promise<void> {
    const { cut, owed, part } = waiting;
    const { preparedBy } = await this.books.requireEntry(keeperId, cut.entryId ?? '');
    const { entryId: ownerEntryId } = await this.owners.takeCut({ ...waiting, by: preparedBy });
    await this.database.inTransaction(keeperId, async (tx) => {
      const of = { collectiveId: keeperId, cutId: cut.id, owner: part.owner };
      const key = { ...of, act: 'taken' as const };
      if ((await tx.findOneBy(JointCutDeliveryEntity, key)) !== null) return;
      const { roles } = await this.ledger.requireChartOf(tx, keeperId);
      const { pool, assetId, aboutPeriod: month } = owed;
      const line = { pool, assetId, month, stream: 'subsidy', amount: part.amount } as const;
      const { entryId } = await this.ledger.post(tx, keeperId, {
        event: 'income.cutTaken',
        postedOn: cut.cutOn,
        aboutPeriod: month,
        statementOn: cut.cutOn,
        summary: subsidyWords.cutTaken(month, part.owner),
        source: { kind: JOINT_CUT, id: cut.id },
        attachments: 1,
        postings: cutTakenPostings(line, part, roles),
        preparedBy,
      });
      await insertRecorded(tx, JointCutDeliveryEntity, {
        ...key,
        ownerEntryId,
        entryId,
        doneAt: this.clock.now(),
      });
    });
  }
}
