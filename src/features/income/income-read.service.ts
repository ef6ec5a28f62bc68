import { Injectable } from '@nestjs/common';
import { type EntityManager, In } from 'typeorm';
import type { CalendarDay, Month } from '../../domain/calendar/calendar-day';
import type { OpenPart } from '../../domain/income/kept-slip';
import type { CoveredDays } from '../../domain/income/rent';
import type { TaxBasis } from '../../domain/money/taxed';
import type { Pool, Stream } from '../../domain/ledger/journal-entry';
import { type Fen, sumFen } from '../../domain/money/fen';
import { DomainError } from '../../domain/shared/domain-error';
import { Database } from '../../platform/database/database';
import { LedgerReadService } from '../ledger/ledger-read.service';
import { readBrought, readOpenParts, readOwed } from './joint-parts.store';
import { splitsOf } from './keepers-mark';
import { findTakenAlong, readTakenAlong } from './joint-unsplit.store';
import { type OpenedAdvance, readBegunBefore, readKeptRows, readOpenedAdvances } from './opened-rents.store';
import { ReceiptLineEntity } from './receipt-line.entity';
import { keptSlipIds } from './joint-parts.store';
import { ReceiptEntity } from './receipt.entity';
import { ReceivableEntity, streamOf } from './receivable.entity';
import { RentAdvanceEntity } from './rent-advance.entity';
import { type CameOf, receiptsOf, taxOf } from './receivables.store';
import { readWithdrawn } from './settlement-withdrawals.store';
import { SettlementEntity } from './settlement.entity';
import type { SubsidyCutEntity } from './subsidy-cut.entity';
import { readHeldCuts } from './subsidy-notes.store';

export type SettlementRow = SettlementEntity;

/** Income owed, with what has come of it. Fen. */
export interface ReceivableState {
  readonly id: string;
  readonly assetId: string;
  readonly stream: Stream;
  readonly pool: Pool;
  /** It came of a station kept for owners: what comes of it is theirs, and never the keeper's. */
  readonly forOwners: boolean;
  readonly aboutPeriod: Month;
  /** Whom the lines of its vouchers name. */
  readonly counterparty: string;
  /** By name. */
  readonly payer: string;
  readonly dueOn: CalendarDay | undefined;
  /** The days that rent or other income is for. */
  readonly covers: { readonly from: CalendarDay; readonly to: CalendarDay } | undefined;
  readonly kwh: string | undefined;
  /** Undefined where nobody has said it. */
  readonly taxBasis?: TaxBasis | undefined;
  /** What of the amount is tax that its paper charges. */
  readonly tax?: Fen | undefined;
  /** What of its paper's amount the payer kept back as tax; it is no part of the amount. */
  readonly taxKept?: Fen | undefined;
  readonly amount: Fen;
  readonly outstanding: Fen;
  readonly bookedOn: CalendarDay;
  readonly entryId: string;
  /** The opening of the books brought it. */
  readonly atOpening?: boolean;
  readonly receipts: readonly CameOf[];
  /** What of it was given up by a notice: it is no longer owed, and it never came. */
  readonly cuts: readonly { readonly cutOn: CalendarDay; readonly amount: Fen }[];
}

/**
 * Reading income: what was settled, what is owed, what has come. Whatever a reversal took back is left out.
 */
@Injectable()
export class IncomeReadService {
  constructor(
    private readonly database: Database,
    private readonly ledger: LedgerReadService,
  ) {}

  /**
   * The slips that stand, by asset and month, one of each: a slip that booked nothing gives way to the next
   * one of its month.
   */
  async listSettlements(
    collectiveId: string,
    db: EntityManager = this.database.reader,
  ): Promise<SettlementRow[]> {
    const standing = (await this.listStanding(collectiveId, db)).filter((row) => splitsOf(row) === undefined);
    return standing.filter((row, place) => {
      const next = standing[place + 1];
      return next?.assetId !== row.assetId || next.generationMonth !== row.generationMonth;
    });
  }

  /** What of a kept station's slips was split by itself, and stands. */
  async listSplitNow(collectiveId: string, assetId: string, db: EntityManager): Promise<SettlementRow[]> {
    const standing = await this.listStanding(collectiveId, db);
    return standing.filter((row) => row.assetId === assetId && splitsOf(row) !== undefined);
  }

  private async listStanding(collectiveId: string, db: EntityManager): Promise<SettlementRow[]> {
    const reversed = await this.ledger.listReversedIds(collectiveId, db);
    const rows = await db.find(SettlementEntity, {
      where: { collectiveId },
      order: { assetId: 'ASC', generationMonth: 'ASC', id: 'ASC' },
    });
    const withdrawn = await readWithdrawn(db, collectiveId);
    return rows.filter((row) => !reversed.has(row.entryId ?? '') && !withdrawn.has(row.id));
  }

  /** The first day of the books. @throws DomainError `collective.unknown` */
  async requireFirstDay(
    collectiveId: string,
    db: EntityManager = this.database.reader,
  ): Promise<CalendarDay> {
    return (await this.ledger.requireChain(collectiveId, db)).openedOn;
  }

  /** Every receivable that stands, or stood when the books had so many entries, oldest month first. */
  async listReceivables(
    collectiveId: string,
    db: EntityManager = this.database.reader,
    upTo?: number,
  ): Promise<ReceivableState[]> {
    const reversed = await this.ledger.listReversedIds(collectiveId, db, upTo);
    const rows = await db.find(ReceivableEntity, {
      where: { collectiveId },
      order: { aboutPeriod: 'ASC', assetId: 'ASC', stream: 'ASC' },
    });
    const standing = rows.filter((row) => !reversed.has(row.entryId));
    const receipts = await db.find(ReceiptEntity, { where: { collectiveId } });
    const came = receipts.filter((each) => !reversed.has(each.entryId));
    const valid = new Map(came.map((each) => [each.id, each]));
    const lines = await db.find(ReceiptLineEntity, { where: { collectiveId } });
    const cuts = await this.listWrittenOff(collectiveId, db);
    const names = await this.ledger.listCounterparties(collectiveId, db);
    const kept = await keptSlipIds(db, collectiveId);
    const bookedOn = await this.ledger.listPostedDays(
      collectiveId,
      standing.map((row) => row.entryId),
      db,
    );
    return standing.map((row) => {
      const own = receiptsOf(row.id, lines, valid);
      const cut = cuts.filter((each) => each.of === row.id);
      return {
        id: row.id,
        assetId: row.assetId,
        stream: streamOf(row),
        forOwners: kept.has(row.sourceId),
        ...{ pool: row.pool, aboutPeriod: row.aboutPeriod, amount: row.amount, entryId: row.entryId },
        counterparty: names.idOf(row.counterparty),
        payer: names.nameOf(row.counterparty),
        atOpening: row.sourceKind === 'opening',
        dueOn: row.dueOn ?? undefined,
        covers:
          row.coversFrom === null || row.coversTo === null
            ? undefined
            : { from: row.coversFrom, to: row.coversTo },
        kwh: row.kwh ?? undefined,
        ...taxOf(row),
        outstanding: row.amount - sumFen([...own, ...cut].map(({ amount }) => amount)),
        bookedOn: bookedOn.get(row.entryId) ?? '',
        receipts: own,
        cuts: cut,
      };
    });
  }

  /** What was noted of subsidy that did not come in full, as far as it stands, by its day. */
  async listCuts(
    collectiveId: string,
    db: EntityManager = this.database.reader,
  ): Promise<SubsidyCutEntity[]> {
    const rows = await readHeldCuts(db, collectiveId);
    if (rows.length === 0) return [];
    const reversed = await this.ledger.listReversedIds(collectiveId, db);
    return rows.filter(({ entryId }) => entryId === null || !reversed.has(entryId));
  }

  /** The days of rent and other income of an asset that stand in the books. */
  async listCoveredDays(
    collectiveId: string,
    assetId: string,
    db: EntityManager = this.database.reader,
  ): Promise<CoveredDays[]> {
    const owed = await this.listReceivables(collectiveId, db);
    return owed.flatMap((each) =>
      each.assetId === assetId && each.covers !== undefined
        ? [{ stream: each.stream, payer: each.payer, amount: each.amount, ...each.covers }]
        : [],
    );
  }

  /** Whether an entry kept rent of years to come of which a part is used since. */
  async isAdvanceUsed(tx: EntityManager, collectiveId: string, entryId: string): Promise<boolean> {
    const kept = await tx.findOneBy(RentAdvanceEntity, { collectiveId, entryId });
    if (kept === null || kept.amount < 0n) return false;
    const reversed = await this.ledger.listReversedIds(collectiveId, tx);
    const { leaseId } = kept;
    const rows = await tx.findBy(RentAdvanceEntity, { collectiveId, leaseId });
    const left = sumFen(rows.filter((row) => !reversed.has(row.entryId)).map((row) => row.amount));
    return left < kept.amount;
  }

  /** What tenants had paid ahead, by asset, when the books opened. */
  async listOpenedAdvances(collectiveId: string, db: EntityManager): Promise<OpenedAdvance[]> {
    const names = await this.ledger.listCounterparties(collectiveId, db);
    return readOpenedAdvances(db, { collectiveId, names }, (chart) => this.ledger.rolesOf(chart).payable);
  }

  /** What contracts keep of rent that was paid ahead, by asset: received since, or kept at the opening. */
  async listKeptByContracts(collectiveId: string, db: EntityManager): Promise<ReadonlyMap<string, Fen>> {
    const reversed = await this.ledger.listReversedIds(collectiveId, db);
    const rows = await readKeptRows(db, collectiveId);
    const kept = new Map<string, Fen>();
    for (const { assetId, amount } of rows.filter(({ entryId }) => !reversed.has(entryId)))
      kept.set(assetId, (kept.get(assetId) ?? 0n) + amount);
    const opened = await this.listOpenedAdvances(collectiveId, db);
    const begun = await readBegunBefore(db, collectiveId, await this.requireFirstDay(collectiveId, db));
    for (const { assetId, counterparty, amount } of opened)
      if (begun.has(`${assetId} ${counterparty}`)) kept.set(assetId, (kept.get(assetId) ?? 0n) + amount);
    return kept;
  }

  /** By receivable of a kept station, what each owner still waits for. @see readOpenParts */
  async listOpenParts(
    db: EntityManager,
    collectiveId: string,
    receivableIds: readonly string[],
  ): Promise<ReadonlyMap<string, readonly OpenPart[]>> {
    const reversed = await this.ledger.listReversedIds(collectiveId, db);
    return readOpenParts(db, { collectiveId, reversed }, receivableIds);
  }

  /**
   * Refuses where what of an entry's slip waited was split since.
   * @throws DomainError `joint.splitLater` with a later slip, `joint.splitAlone` by itself
   */
  async requireNotSplit(tx: EntityManager, collectiveId: string, entryId: string): Promise<void> {
    const reversed = await this.ledger.listReversedIds(collectiveId, tx);
    const later = await findTakenAlong(tx, { collectiveId, reversed }, entryId);
    if (later === undefined) return;
    if (splitsOf(later) !== undefined) throw new DomainError('joint.splitAlone', { on: later.postedOn });
    throw new DomainError('joint.splitLater', { month: later.generationMonth });
  }

  /** An owner of a kept station who was paid what a receipt or slip brought him; undefined where none was. */
  async findPaidOwner(
    tx: EntityManager,
    collectiveId: string,
    by: { readonly kind: string; readonly id: string },
  ): Promise<string | undefined> {
    const came = await readBrought(tx, collectiveId, by);
    if (came.length === 0) return undefined;
    const reversed = await this.ledger.listReversedIds(collectiveId, tx);
    const owed = await readOwed(tx, { collectiveId, reversed });
    return [...owed.keys()].find((owner) => {
      const brought = sumFen(came.filter((part) => part.owner === owner).map((part) => part.amount));
      return brought > 0n && (owed.get(owner) ?? 0n) < brought;
    });
  }

  private async listWrittenOff(collectiveId: string, db: EntityManager) {
    const cuts = await this.listCuts(collectiveId, db);
    return cuts.flatMap(({ entryId, receivableId: of, cutOn, amount }) =>
      entryId === null ? [] : [{ of, cutOn, amount }],
    );
  }

  /** Whether a part of what an entry made owed was given up since, and that stands. */
  async isCut(tx: EntityManager, collectiveId: string, entryId: string): Promise<boolean> {
    const own = await tx.findBy(ReceivableEntity, { collectiveId, entryId });
    const cuts = await this.listCuts(collectiveId, tx);
    return cuts.some((cut) => cut.entryId !== null && own.some(({ id }) => id === cut.receivableId));
  }

  /** Which of these receivables have money on them that stands. */
  async listReceivedIds(tx: EntityManager, collectiveId: string, entryId: string): Promise<string[]> {
    const owed = await tx.find(ReceivableEntity, { where: { collectiveId, entryId } });
    const own = [...owed, ...(await readTakenAlong(tx, collectiveId, entryId))];
    if (own.length === 0) return [];
    const reversed = await this.ledger.listReversedIds(collectiveId, tx);
    const lines = await tx.find(ReceiptLineEntity, {
      where: { collectiveId, receivableId: In(own.map((row) => row.id)) },
    });
    const receipts = await tx.find(ReceiptEntity, { where: { collectiveId } });
    const standing = new Set(receipts.filter((each) => !reversed.has(each.entryId)).map((each) => each.id));
    return lines.filter((line) => standing.has(line.receiptId)).map((line) => line.receivableId);
  }
}
