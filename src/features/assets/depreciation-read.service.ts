import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import {
  type AssetUse,
  dueDepreciation,
  type DueDepreciation,
  type DepreciationRow,
  type DepreciationTerms,
  plannedRows,
} from '../../domain/assets/depreciation';
import { type Reserves, reservesOn } from '../../domain/assets/given-up';
import { assetsWithoutTerms, type MissingTerms } from '../../domain/assets/missing-terms';
import type { AssetStand } from '../../domain/assets/postings';
import {
  addMonths,
  type CalendarDay,
  lastDayOf,
  type Month,
  monthOf,
} from '../../domain/calendar/calendar-day';
import { mainCodeOf } from '../../domain/ledger/chart';
import type { Fen } from '../../domain/money/fen';
import { Database } from '../../platform/database/database';
import { AssetBalancesService } from '../ledger/asset-balances.service';
import { LedgerReadService } from '../ledger/ledger-read.service';
import { LedgerService } from '../ledger/ledger.service';
import { AssetEntity } from './asset.entity';
import { readLeavingDays } from './asset-events.store';
import { DepreciationBookingEntity } from './depreciation-booking.entity';
import { DepreciationTermsEntity } from './depreciation-terms.entity';
import { readStandingTerms, readToldTerms, type ToldTerms } from './depreciation-terms.store';

/** An asset that loses its value month by month: its terms, its months, the vouchers that booked them. */
export interface AssetPlan {
  readonly assetId: string;
  readonly use: AssetUse;
  readonly terms: readonly (DepreciationTerms &
    Pick<DepreciationTermsEntity, 'number' | 'basis' | 'paper' | 'entryId' | 'use'>)[];
  readonly rows: readonly DepreciationRow[];
  /** By month the voucher that stands. */
  readonly vouchers: ReadonlyMap<Month, string>;
  readonly booked: ReadonlySet<Month>;
}

/** What depreciates, and what of it is booked. */
@Injectable()
export class DepreciationReadService {
  constructor(
    private readonly database: Database,
    private readonly books: LedgerReadService,
    private readonly ledger: LedgerService,
    private readonly balances: AssetBalancesService,
  ) {}

  /** Every asset that has terms, in the order of the register. */
  async listPlans(collectiveId: string, db: EntityManager = this.database.reader): Promise<AssetPlan[]> {
    if (!(await db.existsBy(DepreciationTermsEntity, { collectiveId }))) return [];
    const reversed = await this.books.listReversedIds(collectiveId, db);
    const standing = await readStandingTerms(db, collectiveId, reversed);
    const left = await readLeavingDays(db, collectiveId);
    const bookings = await db.findBy(DepreciationBookingEntity, { collectiveId });
    const booked = bookings.filter(({ entryId }) => !reversed.has(entryId));
    return [...new Set(standing.map(({ assetId }) => assetId))].map((assetId) => {
      const terms = standing.filter((each) => each.assetId === assetId);
      const own = booked.filter((each) => each.assetId === assetId);
      const vouchers = new Map(own.map(({ month, entryId }) => [month, entryId]));
      return {
        assetId,
        use: terms.at(-1)?.use ?? 'operating',
        terms,
        rows: plannedRows(terms, endOf(left.get(assetId))),
        vouchers,
        booked: new Set(vouchers.keys()),
      };
    });
  }

  /** What the reserve of each pool may give up on a day for an asset that leaves; without a day, by now. */
  async listReserves(
    collectiveId: string,
    db: EntityManager = this.database.reader,
    day: CalendarDay = '9999-12-31',
  ): Promise<Reserves> {
    const { roles } = await this.ledger.requireChartOf(db, collectiveId);
    const asked = { account: mainCodeOf(roles.reserve), day };
    return reservesOn(await this.balances.listReserveMoves(db, collectiveId, asked), day);
  }

  /** Every terms of an asset that were entered, withdrawn or not. */
  async listTold(collectiveId: string, assetId: string): Promise<ToldTerms[]> {
    const db = this.database.reader;
    const reversed = await this.books.listReversedIds(collectiveId, db);
    return readToldTerms(db, { collectiveId, assetId }, reversed);
  }

  /** What is due up to and with a month and not booked, oldest first. */
  async listDue(
    collectiveId: string,
    through: Month,
    db: EntityManager = this.database.reader,
  ): Promise<DueDepreciation[]> {
    return dueDepreciation(await this.listPlans(collectiveId, db), through);
  }

  /**
   * Assets that began the month in the books and have no terms, in the order of the register; in the first
   * month of the books those of the opening, which stands at the beginning of its day.
   */
  async listWithoutTerms(collectiveId: string, month: Month): Promise<MissingTerms[]> {
    const db = this.database.reader;
    const { openedOn } = await this.books.requireChain(collectiveId);
    const before = lastDayOf(addMonths(month, -1));
    const isFirst = monthOf(openedOn) === month;
    const stands = await this.listStands(collectiveId, db, isFirst ? openedOn : before);
    if (stands.size === 0) return [];
    const reversed = await this.books.listReversedIds(collectiveId, db);
    const termed = new Set((await readStandingTerms(db, collectiveId, reversed)).map((each) => each.assetId));
    const assets = await db.find(AssetEntity, { where: { collectiveId }, order: { name: 'ASC', id: 'ASC' } });
    return assetsWithoutTerms(
      assets.map(({ id, name, kind, assetClass, titleLevel }) => ({
        ...{ id, name, kind, assetClass, titleLevel },
        ...{ stands: stands.get(id) ?? [], hasTerms: termed.has(id) },
      })),
    );
  }

  /** The month in which the books first have an asset. */
  async findEntered(db: EntityManager, collectiveId: string, assetId: string): Promise<Month | undefined> {
    const { fixedAssets: account } = (await this.ledger.requireChartOf(db, collectiveId)).roles;
    return this.balances.findFirstMonth(db, collectiveId, { assetId, account });
  }

  /**
   * When a month is booked: on its last day, or today while the month runs and once it is held.
   */
  async timesOf(
    collectiveId: string,
    { month, today }: { readonly month: Month; readonly today: CalendarDay },
    db: EntityManager = this.database.reader,
  ): Promise<{ postedOn: CalendarDay; aboutPeriod: Month; statementOn: CalendarDay }> {
    const months = await this.books.listMonths(collectiveId, db);
    const isHeld = months.some((row) => row.month === month && row.state !== 'open');
    const last = lastDayOf(month);
    const postedOn = isHeld || last > today ? today : last;
    return { postedOn, aboutPeriod: month, statementOn: postedOn };
  }

  /**
   * What the books say of each asset, by pool: its cost and what it has lost, both above zero.
   * @param day the last whose vouchers count; all of them where none is said
   */
  async listStands(
    collectiveId: string,
    db: EntityManager = this.database.reader,
    day?: CalendarDay,
  ): Promise<Map<string, AssetStand[]>> {
    const { fixedAssets, accumulatedDepreciation } = (await this.ledger.requireChartOf(db, collectiveId))
      .roles;
    const accounts = [fixedAssets, accumulatedDepreciation];
    const balances = await this.balances.listOn(db, collectiveId, { accounts, day });
    const stands = new Map<string, AssetStand[]>();
    for (const { assetId, pool } of balances) {
      const known = stands.get(assetId) ?? [];
      if (known.some((each) => each.pool === pool)) continue;
      const on = (account: string): Fen =>
        balances.find(
          (each) => each.assetId === assetId && each.pool === pool && each.ledgerAccount === account,
        )?.balance ?? 0n;
      const stand = { pool, cost: on(fixedAssets), accumulated: -on(accumulatedDepreciation) };
      stands.set(assetId, [...known, stand]);
    }
    return stands;
  }
}

/** The month in which an asset leaves still loses its part. */
function endOf(leftOn: CalendarDay | undefined): Month | undefined {
  return leftOn === undefined ? undefined : monthOf(leftOn);
}
