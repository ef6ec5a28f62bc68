import { Injectable } from '@nestjs/common';
import { type EntityManager, In } from 'typeorm';
import type { CalendarDay } from '../../domain/calendar/calendar-day';
import { partTakenPostings } from '../../domain/income/joint-postings';
import type { Posting, Stream } from '../../domain/ledger/journal-entry';
import type { ReversalReason } from '../../domain/ledger/reversal';
import { DomainError } from '../../domain/shared/domain-error';
import { invariant } from '../../domain/shared/invariant';
import { voucherSummaries } from '../../glossary/voucher-summaries';
import { insertRecorded } from '../../platform/audit/records';
import { Clock } from '../../platform/clock/clock';
import { Database } from '../../platform/database/database';
import { run } from '../../platform/database/statements';
import { AssetsService, type RegisteredAsset } from '../assets/assets.service';
import { LedgerService } from '../ledger/ledger.service';
import { JointDeliveryEntity } from './joint-delivery.entity';
import { JointPartEntity } from './joint-part.entity';
import { readTaxes } from './joint-taxes.store';
import { readEarlier } from './joint-unsplit.store';
import { NO_EARLIER, splitsOf } from './keepers-mark';
import { OwnerPartsService, type PartOnTheWay } from './owner-parts.service';
import { SettlementEntity } from './settlement.entity';

/** A part that an owner's books have not taken yet. */
export interface WaitingPart {
  readonly slip: SettlementEntity;
  readonly part: JointPartEntity;
  readonly ownerId: string;
}

/** A part in an owner's books whose slip the keeper has taken back. */
export interface TakenPart {
  readonly slip: SettlementEntity;
  readonly taken: JointDeliveryEntity;
  readonly ownerId: string;
}

/** Why a part still waits. */
export interface StuckPart extends WaitingPart {
  readonly refusal: DomainError;
}

/** Who keeps a station, as the owners are told. */
export interface Keeper {
  readonly id: string;
  readonly name: string;
}

/**
 * Brings the parts of a keeper's slips into their owners' books: one transaction in the owner's, once however
 * often it is tried, then one in the keeper's that notes it. Killed between the two, the next run finishes.
 */
@Injectable()
export class JointDeliveriesService {
  constructor(
    private readonly database: Database,
    private readonly owners: OwnerPartsService,
    private readonly assets: AssetsService,
    private readonly ledger: LedgerService,
    private readonly clock: Clock,
  ) {}

  /**
   * Parts on the way to an owner, in the order of their slips. Of a slip that the keeper has taken back only
   * what an owner's books hold already, cut off before the keeper noted it: nothing else of it is sent.
   */
  async listWaiting(keeperId: string, db: EntityManager = this.database.reader): Promise<WaitingPart[]> {
    const rows = await run<{ settlement_id: string; owner: string }>(
      db,
      `SELECT p.settlement_id, p.owner FROM joint_parts p
       LEFT JOIN joint_deliveries d ON d.collective_id = p.collective_id
         AND d.settlement_id = p.settlement_id AND d.owner = p.owner AND d.act = 'taken'
       WHERE p.collective_id = ? AND p.owner_id IS NOT NULL AND d.owner IS NULL
       ORDER BY p.settlement_id, p.owner`,
      [keeperId],
    );
    const ids = In([...new Set(rows.map((row) => row.settlement_id))]);
    const slips = await db.findBy(SettlementEntity, { collectiveId: keeperId, id: ids });
    const parts = await db.findBy(JointPartEntity, { collectiveId: keeperId, settlementId: ids });
    const waiting = rows.map((row) => {
      const slip = slips.find((each) => each.id === row.settlement_id);
      const part = parts.find((each) => each.settlementId === row.settlement_id && each.owner === row.owner);
      const ownerId = part?.ownerId ?? undefined;
      invariant(
        slip !== undefined && part !== undefined && ownerId !== undefined,
        'a part on the way has its slip and its owner',
      );
      return { slip, part, ownerId };
    });
    const reversed = await this.owners.listReversalDays(keeperId, db);
    const sent: WaitingPart[] = [];
    for (const each of waiting) {
      const isGone = each.slip.entryId !== null && reversed.has(each.slip.entryId);
      if (!isGone || (await this.owners.hasTaken(each))) sent.push(each);
    }
    return sent;
  }

  /** Whose books the parts of a slip go to, from the moment in which it was entered. */
  async listOwnerIds(keeperId: string, entryId: string): Promise<string[]> {
    const { reader } = this.database;
    const slip = await reader.findOneBy(SettlementEntity, { collectiveId: keeperId, entryId });
    if (slip === null) return [];
    const parts = await reader.findBy(JointPartEntity, { collectiveId: keeperId, settlementId: slip.id });
    return parts.flatMap(({ ownerId }) => ownerId ?? []);
  }

  /** Parts that owners' books hold of slips which the keeper has taken back, in the order of their slips. */
  async listToTakeBack(
    keeperId: string,
    reversed: ReadonlySet<string>,
    db: EntityManager = this.database.reader,
  ): Promise<TakenPart[]> {
    const collectiveId = keeperId;
    const slips = await db.findBy(SettlementEntity, { collectiveId, entryId: In([...reversed]) });
    const settlementId = In(slips.map((slip) => slip.id));
    const acts = await db.find(JointDeliveryEntity, {
      where: { collectiveId, settlementId },
      order: { settlementId: 'ASC', owner: 'ASC' },
    });
    const parts = await db.findBy(JointPartEntity, { collectiveId, settlementId });
    const isOf = (act: JointDeliveryEntity, other: { settlementId: string; owner: string }): boolean =>
      act.settlementId === other.settlementId && act.owner === other.owner;
    const back = acts.filter((act) => act.act === 'taken_back');
    return acts.flatMap((taken) => {
      if (taken.act !== 'taken' || back.some((act) => isOf(act, taken))) return [];
      const ownerId = parts.find((part) => isOf(taken, part))?.ownerId ?? undefined;
      const slip = slips.find((each) => each.id === taken.settlementId);
      invariant(
        slip !== undefined && ownerId !== undefined,
        'a part that was taken has its slip and its owner',
      );
      return [{ slip, taken, ownerId }];
    });
  }

  /**
   * Everything between the keeper and his owners' books that is not done: parts to be taken, by the day of
   * their slip, and parts to be given back, by the day on which the keeper took the slip back.
   */
  async listOpen(
    keeperId: string,
    db: EntityManager = this.database.reader,
  ): Promise<{ slip: SettlementEntity; owner: string; on: CalendarDay }[]> {
    const waiting = await this.listWaiting(keeperId, db);
    const days = await this.owners.listReversalDays(keeperId, db);
    const back = await this.listToTakeBack(keeperId, new Set(days.keys()), db);
    return [
      ...waiting.map(({ slip, part }) => ({ slip, owner: part.owner, on: slip.postedOn })),
      ...back.map(({ slip, taken }) => {
        const on = days.get(slip.entryId ?? '') ?? slip.postedOn;
        return { slip, owner: taken.owner, on };
      }),
    ];
  }

  /** Takes back in an owner's books a part that brought no money. @see OwnerPartsService.withdraw */
  withdraw(ownerId: string, of: Parameters<OwnerPartsService['withdraw']>[1]): Promise<void> {
    return this.owners.withdraw(ownerId, of);
  }

  /** Whether an owner has booked money on what a voucher of his books made owed. */
  isReceived(db: EntityManager, ownerId: string, entryId: string): Promise<boolean> {
    return this.owners.isReceived(db, ownerId, entryId);
  }

  /** On which day an owner's books take back what the keeper took back on a day. */
  ownerDay(ownerId: string, day: CalendarDay): Promise<CalendarDay> {
    return this.owners.dayFor(ownerId, day);
  }

  /** Notes with the keeper that an owner's books have taken a part back: his own voucher of it goes, too. */
  async noteTakenBack(
    keeperId: string,
    { slip, taken }: TakenPart,
    reversal: {
      readonly reason: ReversalReason;
      readonly postedOn: CalendarDay;
      readonly preparedBy: string;
      readonly summary: string;
      readonly ownerEntryId: string | null;
    },
  ): Promise<void> {
    const { ownerEntryId, ...mirrored } = reversal;
    await this.database.inTransaction(keeperId, async (tx) => {
      const of = { collectiveId: keeperId, settlementId: slip.id, owner: taken.owner };
      const key = { ...of, act: 'taken_back' as const };
      if ((await tx.findOneBy(JointDeliveryEntity, key)) !== null) return;
      const voucher =
        taken.entryId === null
          ? undefined
          : await this.ledger.reverse(tx, keeperId, { entryId: taken.entryId, ...mirrored });
      const entryId = voucher?.entryId ?? null;
      await insertRecorded(tx, JointDeliveryEntity, {
        ...key,
        ownerEntryId,
        entryId,
        doneAt: this.clock.now(),
      });
    });
  }

  /**
   * Sends every part that waits. One that an owner's books refuse keeps no other from its own.
   * @returns the parts that still wait, with why
   */
  async deliver(keeper: Keeper): Promise<StuckPart[]> {
    const stuck: StuckPart[] = [];
    const stations = new Map<string, RegisteredAsset>();
    for (const waiting of await this.listWaiting(keeper.id)) {
      const { assetId } = waiting.slip;
      const station = stations.get(assetId) ?? (await this.assets.requireAsset(keeper.id, assetId));
      stations.set(assetId, station);
      try {
        const by = await this.owners.preparerOf(keeper.id, waiting.slip);
        const of = { slipId: waiting.slip.id, holder: waiting.part.owner };
        const isAlone = splitsOf(waiting.slip) !== undefined;
        const earlier = isAlone ? NO_EARLIER : await readEarlier(this.database.reader, keeper.id, of);
        const tax = (await readTaxes(this.database.reader, keeper.id, of.slipId))(of.slipId, of.holder);
        const kept = { keeperId: keeper.id, keeper: keeper.name, station };
        await this.deliverOne({ ...waiting, ...kept, earlier, tax, by });
      } catch (error) {
        if (!(error instanceof DomainError)) throw error;
        stuck.push({ ...waiting, refusal: error });
      }
    }
    return stuck;
  }

  private async deliverOne(sent: PartOnTheWay): Promise<void> {
    const { entryId: ownerEntryId } = await this.owners.takePart(sent);
    const { keeperId, slip, part, station, by } = sent;
    await this.database.inTransaction(keeperId, async (tx) => {
      const key = { collectiveId: keeperId, settlementId: slip.id, owner: part.owner, act: 'taken' as const };
      if ((await tx.findOneBy(JointDeliveryEntity, key)) !== null) return;
      const postings = await this.postingsOf(tx, sent);
      const summary = voucherSummaries.partTaken(station.asset.name, slip.generationMonth, part.owner);
      const voucher =
        postings.length === 0
          ? undefined
          : await this.ledger.post(tx, keeperId, {
              event: 'income.partTaken',
              postedOn: slip.postedOn,
              aboutPeriod: slip.generationMonth,
              statementOn: slip.postedOn,
              summary,
              source: { kind: 'jointPart', id: slip.id },
              attachments: 1,
              postings,
              preparedBy: by,
            });
      const entryId = voucher?.entryId ?? null;
      await insertRecorded(tx, JointDeliveryEntity, {
        ...key,
        ownerEntryId,
        entryId,
        doneAt: this.clock.now(),
      });
    });
  }

  private async postingsOf(tx: EntityManager, sent: PartOnTheWay): Promise<Posting[]> {
    const { keeperId, slip, part, station } = sent;
    const { roles } = await this.ledger.requireChartOf(tx, keeperId);
    const streams: readonly (readonly [Stream, bigint])[] = [
      ['energy', part.energyFee],
      ['subsidy', part.subsidy],
    ];
    const { id: assetId, pool } = station.asset;
    return streams.flatMap(([stream, amount]) => {
      const of = { pool, assetId, stream, month: slip.generationMonth, amount };
      return partTakenPostings(of, { owner: part.owner, amount }, roles);
    });
  }
}
