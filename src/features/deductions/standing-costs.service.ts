import { Injectable } from '@nestjs/common';
import { Between, type EntityManager, IsNull } from 'typeorm';
import type { CalendarDay } from '../../domain/calendar/calendar-day';
import type { ChargedDays } from '../../domain/deductions/cost-contract';
import type { FormerEntry } from '../../domain/ledger/prior-year-move';
import { type Fen, sumFen } from '../../domain/money/fen';
import { DomainError } from '../../domain/shared/domain-error';
import { voucherNumberText } from '../../glossary/voucher-summaries';
import { Database } from '../../platform/database/database';
import { type ImprovementCost, ImprovementCostsService } from '../assets/improvement-costs.service';
import { LedgerReadService } from '../ledger/ledger-read.service';
import { ReentriesService } from '../ledger/reentries.service';
import { CostRefundEntity } from './cost-refund.entity';
import { coveredBy } from './covered-days';
import type { DeductionContract } from './deduction-contracts.service';
import { DeductionEntity } from './deduction.entity';

/** A cost as it was booked, with what has come back of it; fen. */
export type StandingCost = DeductionEntity & { readonly refunded: Fen };

/** Which cost's, and how many entries the books had; of all, as they stand, where neither is said. */
export interface RefundsAsked {
  readonly deductionId?: string | undefined;
  readonly upTo?: number | undefined;
}

/** The costs in the books that nobody has taken back, and what came back of them. */
@Injectable()
export class StandingCostsService {
  constructor(
    private readonly database: Database,
    private readonly books: LedgerReadService,
    private readonly improvements: ImprovementCostsService,
    private readonly reentries: ReentriesService,
  ) {}

  /** The costs that stand for an asset, or for none, paid between two days: by bill or by contract. */
  async listPaid(
    db: EntityManager,
    collectiveId: string,
    of: { readonly assetId: string | null; readonly from: CalendarDay; readonly to: CalendarDay },
  ): Promise<DeductionEntity[]> {
    const where = { collectiveId, assetId: of.assetId ?? IsNull(), postedOn: Between(of.from, of.to) };
    const rows = await db.find(DeductionEntity, { where, order: { postedOn: 'ASC', id: 'ASC' } });
    if (rows.length === 0) return [];
    const reversed = await this.books.listReversedIds(collectiveId, db);
    return rows.filter((row) => !reversed.has(row.entryId));
  }

  /**
   * The costs that stand, in the order of their days; an improvement is another cost by its own voucher.
   * @param upTo how many entries the books had: what was taken back later still stood then
   */
  async listCosts(
    collectiveId: string,
    db: EntityManager = this.database.reader,
    upTo?: number,
  ): Promise<StandingCost[]> {
    const costs = await this.listBooked(db, { collectiveId }, upTo);
    const improvements = await this.improvements.listCosts(db, collectiveId, upTo);
    return improvements.length === 0
      ? costs
      : [...costs, ...improvements.map(improvementRow(collectiveId))].sort(byDay);
  }

  /** Those that stand for an asset and were booked as costs. */
  listOfAsset(collectiveId: string, assetId: string, db: EntityManager): Promise<StandingCost[]> {
    return this.listBooked(db, { collectiveId, assetId });
  }

  /** A cost that stands and was booked as one; an improvement is changed where it was entered. */
  async findCost(
    collectiveId: string,
    id: string,
    db: EntityManager = this.database.reader,
  ): Promise<StandingCost | undefined> {
    return (await this.listBooked(db, { collectiveId, id }))[0];
  }

  /**
   * What the place is judged by that a cost takes, where the running act names one. No charge of its period
   * stands on the form for earlier years, and none takes the place of another period's, but for one whose day
   * was wrong. @throws DomainError `reentry.*`
   */
  async placeFor(
    db: EntityManager,
    collectiveId: string,
    charge?: { readonly contract: DeductionContract; readonly period: ChargedDays },
  ): Promise<FormerEntry | undefined> {
    const place = await this.reentries.formerOfAct(db, collectiveId);
    if (charge === undefined) return place?.former;
    const { contract, period } = charge;
    const rows = await db.findBy(DeductionEntity, { collectiveId, contractId: contract.id });
    const own = rows.filter((row) => coveredBy(row, contract).from === period.from);
    const booked = own.map(({ entryId }) => entryId);
    if (booked.length > 0) await this.reentries.requireNotTakenElsewhere(collectiveId, booked, db);
    if (place === undefined || place.former.reason === 'wrongDate') return place?.former;
    const { entryId, voucherYear, voucherNumber } = place.voucher;
    const other = booked.includes(entryId) ? undefined : rows.find((row) => row.entryId === entryId);
    if (other === undefined) return place.former;
    const number = voucherNumberText(voucherNumber);
    const { from, to } = coveredBy(other, contract);
    throw new DomainError('reentry.otherPeriod', { year: String(voucherYear), number, from, to });
  }

  private async listBooked(
    db: EntityManager,
    where: { readonly collectiveId: string; readonly id?: string; readonly assetId?: string },
    upTo?: number,
  ): Promise<StandingCost[]> {
    const rows = await db.find(DeductionEntity, { where, order: { postedOn: 'ASC', id: 'ASC' } });
    if (rows.length === 0) return [];
    const reversed = await this.books.listReversedIds(where.collectiveId, db, upTo);
    const refunds = await this.listRefunds(where.collectiveId, db, { deductionId: where.id, upTo });
    const refundedOf = (id: string): Fen =>
      sumFen(refunds.filter((each) => each.deductionId === id).map(({ amount }) => amount));
    return rows
      .filter((row) => !reversed.has(row.entryId))
      .map((row) => Object.assign(row, { refunded: refundedOf(row.id) }));
  }

  /**
   * What came back and was not taken back since, in the order of its days; of one cost where it is named, and
   * as it stood when the books had so many entries.
   */
  async listRefunds(
    collectiveId: string,
    db: EntityManager = this.database.reader,
    { deductionId, upTo }: RefundsAsked = {},
  ): Promise<CostRefundEntity[]> {
    const rows = await db.find(CostRefundEntity, {
      where: { collectiveId, ...(deductionId === undefined ? {} : { deductionId }) },
      order: { refundedOn: 'ASC', id: 'ASC' },
    });
    if (rows.length === 0) return [];
    const reversed = await this.books.listReversedIds(collectiveId, db, upTo);
    return rows.filter(({ entryId }) => !reversed.has(entryId));
  }

  /**
   * The kind of every cost by its id, of those taken back, too: their vouchers stay what they were. What came
   * back is of the kind of its cost.
   */
  async listKinds(
    collectiveId: string,
    db: EntityManager = this.database.reader,
  ): Promise<ReadonlyMap<string, DeductionEntity['kind']>> {
    const rows = await db.find(DeductionEntity, {
      select: { collectiveId: true, id: true, kind: true },
      where: { collectiveId },
    });
    const kinds = new Map(rows.map(({ id, kind }) => [id, kind]));
    const refunds = rows.length === 0 ? [] : await db.findBy(CostRefundEntity, { collectiveId });
    return new Map([
      ...kinds,
      ...refunds.map(({ id, deductionId }) => [id, kinds.get(deductionId) ?? 'other'] as const),
    ]);
  }
}

function improvementRow(collectiveId: string): (cost: ImprovementCost) => StandingCost {
  return (cost) => ({
    ...{ ...cost, collectiveId, kind: 'other', contractId: null, reckoning: {}, refunded: 0n },
  });
}

function byDay(one: DeductionEntity, other: DeductionEntity): number {
  return `${one.postedOn} ${one.id}` < `${other.postedOn} ${other.id}` ? -1 : 1;
}
