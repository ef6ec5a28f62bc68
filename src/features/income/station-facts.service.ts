import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Asset } from '../../domain/assets/asset';
import { isKeptForOthers } from '../../domain/assets/asset-facts';
import type { CalendarDay, Month } from '../../domain/calendar/calendar-day';
import { bearerIn, type TaxBearer } from '../../domain/income/kept-tax';
import type { MeterRecord } from '../../domain/income/meter-record';
import type { DayBounds } from '../../domain/income/odd-days';
import { openedIn, type OpenedIncome } from '../../domain/income/opened-months';
import { priceAt, type PriceBounds, type StationPrice } from '../../domain/income/tariff';
import type { Tolerance } from '../../domain/income/reconcile-month';
import { expectedKwh, likelyAtMost, yieldAlert, type YieldLevel } from '../../domain/income/yield';
import { Clock } from '../../platform/clock/clock';
import { CollectivesService } from '../collectives/collectives.service';
import { MetersService } from './meters.service';
import { readOpened } from './receivables.store';
import { StationPricesService } from './station-prices.service';
import { YieldTableService } from './yield-table.service';

/** Yuan per kWh; 0 where nobody knows. */
export interface PriceOfMonth {
  readonly energy: string;
  readonly subsidy: string;
  readonly since?: CalendarDay;
}

/** What the slips of a station are held against. */
export interface SettledStation {
  readonly asset: Asset;
  readonly records: readonly MeterRecord[];
  /** What the opening of the books carries of it as owed. */
  readonly opened: readonly OpenedIncome[];
  /**
   * What is paid for the energy of a month, and since when; the register's from the beginning. Nothing for
   * what of the month the opening carries: that is settled.
   */
  priceIn(month: Month): PriceOfMonth;
  /** Nothing is booked ahead of it. */
  readonly today: CalendarDay;
  /** Between which prices such energy is usually paid. */
  readonly priceBounds: PriceBounds;
  /** More energy than this in a month is hardly possible; undefined where nobody knows. */
  likelyAtMostKwh(month: Month): string | undefined;
  /** Between which kWh a month usually lies; undefined where nobody knows. */
  expectedKwh(month: Month): { readonly least: string; readonly most: string } | undefined;
  /** How a month's energy stands to that. */
  levelOf(month: Month, kwh: string): YieldLevel | undefined;
  /** How far its meter may be from its slip where the village notes nothing else. */
  readonly tolerance: Tolerance;
  /** Whose the tax of a kept station's slip of a month is; undefined where nobody has said it. */
  taxBearerIn(month: Month): TaxBearer | undefined;
  /** What one of its days can give. */
  readonly dayBounds: DayBounds;
  /** Whether somebody held the table of the sun against stations of the region. */
  readonly isConfirmed: boolean;
}

/** Brings together what the registers know of a station: its meter and its region's sun. */
@Injectable()
export class StationFactsService {
  constructor(
    private readonly meters: MetersService,
    private readonly yields: YieldTableService,
    private readonly collectives: CollectivesService,
    private readonly prices: StationPricesService,
    private readonly clock: Clock,
  ) {}

  async factsOf(collectiveId: string, asset: Asset, db: EntityManager): Promise<SettledStation> {
    const records = await this.meters.listRecords({ collectiveId, assetId: asset.id }, db);
    const prices = await this.prices.listPrices({ collectiveId, assetId: asset.id }, db);
    const bearers = isKeptForOthers(asset)
      ? await this.prices.listBearers({ collectiveId, assetId: asset.id }, db)
      : [];
    const regionPath = await this.collectives.regionPathOf(collectiveId);
    const opened = await readOpened(db, { collectiveId, assetId: asset.id });
    const table = this.yields.table();
    const capacityKw = asset.capacityKw ?? '0';
    const expected = (month: Month) => expectedKwh(table, regionPath, { ...asset, capacityKw, month });
    return {
      asset,
      records,
      opened,
      today: this.clock.today(),
      priceIn: (month) => priceNotCarried(priceOfMonth(asset, prices, month), openedIn(month, opened)),
      priceBounds: await this.prices.boundsOf(collectiveId, asset.acquiredOn),
      taxBearerIn: (month) => bearerIn(bearers, month),
      likelyAtMostKwh: (month) => likelyAtMost(table, regionPath, { capacityKw, month }),
      expectedKwh: expected,
      levelOf: (month, kwh) => {
        const usual = expected(month);
        return usual === undefined ? undefined : yieldAlert(table, kwh, usual);
      },
      tolerance: table.tolerance,
      dayBounds: table.day,
      isConfirmed: table.confirmed,
    };
  }
}

/** What the opening carries is paid once: nothing more is paid for it by a slip. */
function priceNotCarried(price: PriceOfMonth, carried: ReturnType<typeof openedIn>): PriceOfMonth {
  return {
    ...price,
    ...(carried.energy === undefined ? {} : { energy: '0' }),
    ...(carried.subsidy === undefined ? {} : { subsidy: '0' }),
  };
}

function priceOfMonth(asset: Asset, prices: readonly StationPrice[], month: Month): PriceOfMonth {
  const price = priceAt(prices, month);
  if (price !== undefined) {
    return { energy: price.energyPrice, subsidy: price.subsidyPrice, since: price.validFrom };
  }
  const { energyPriceYuanPerKwh: energy = '0', subsidyPriceYuanPerKwh: subsidy = '0' } = asset;
  return { energy, subsidy };
}
