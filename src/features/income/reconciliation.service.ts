import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { type Asset, isStation } from '../../domain/assets/asset';
import {
  addMonths,
  type CalendarDay,
  type Month,
  monthOf,
  monthsBetween,
} from '../../domain/calendar/calendar-day';
import { stoodIn } from '../../domain/income/closing-problems';
import { kwhOfWholeMonth, type MeteredMonth, meteredMonth } from '../../domain/income/metered-month';
import { type OddDay, oddDays, touches } from '../../domain/income/odd-days';
import {
  type OwedOfMonth,
  type ReconciledMonth,
  reconcileMonth,
  type Tolerance,
  toleranceAt,
  type ToleranceSpan,
  toleranceSpans,
} from '../../domain/income/reconcile-month';
import type { YieldLevel } from '../../domain/income/yield';
import { sumFen } from '../../domain/money/fen';
import { Database } from '../../platform/database/database';
import { AssetsService } from '../assets/assets.service';
import { IncomeReadService, type ReceivableState, type SettlementRow } from './income-read.service';
import { readNetted } from './receivables.store';
import { MeterKwhService } from './meter-kwh.service';
import type { MeterPlace } from './meters.service';
import { SlipFlagEntity } from './slip-flag.entity';
import { type SettledStation, StationFactsService } from './station-facts.service';

/** What was hardly possible about a slip when it was entered, and why it is right. */
export interface SlipFlag {
  readonly code: string;
  readonly facts: Readonly<Record<string, string>>;
  readonly reason: string;
}

/** A station's month: meter, slip and bank, and how it stands to what is expected. */
export interface ReconciledRow extends ReconciledMonth {
  readonly month: Month;
  readonly metered: MeteredMonth | undefined;
  readonly settledKwh: string | undefined;
  readonly level: YieldLevel | undefined;
  readonly expected: { readonly least: string; readonly most: string } | undefined;
  readonly flags: readonly SlipFlag[];
}

export interface ReconciledYear {
  readonly asset: Asset;
  /** The first month that the books tell of. */
  readonly first: Month;
  readonly rows: readonly ReconciledRow[];
  /** By the months they hold for; of a year of which no month is over, that of the month it is. */
  readonly tolerances: readonly ToleranceSpan[];
  readonly isConfirmed: boolean;
}

/** Meter, slip and bank of a station held against each other, month by month. */
@Injectable()
export class ReconciliationService {
  constructor(
    private readonly database: Database,
    private readonly assets: AssetsService,
    private readonly reading: IncomeReadService,
    private readonly facts: StationFactsService,
    private readonly meters: MeterKwhService,
  ) {}

  /** The stations of the register, whoever keeps them. */
  async listStations(collectiveId: string): Promise<Asset[]> {
    const registered = await this.assets.listAssets(collectiveId);
    return registered.flatMap(({ asset }) => (isStation(asset.kind) ? [asset] : []));
  }

  /** The months of a year that are over and that the books tell of. @throws DomainError `assets.unknown` */
  async yearOf(
    at: MeterPlace,
    asked: { readonly year: string; readonly today: CalendarDay },
  ): Promise<ReconciledYear> {
    const { collectiveId, assetId } = at;
    const { reader } = this.database;
    const { asset } = await this.assets.requireAsset(collectiveId, assetId);
    const station = await this.facts.factsOf(collectiveId, asset, reader);
    const slips = (await this.reading.listSettlements(collectiveId)).filter(
      (each) => each.assetId === assetId,
    );
    const owed = (await this.reading.listReceivables(collectiveId)).filter(
      (each) => each.assetId === assetId,
    );
    const spans = await this.meters.listSpans(at);
    const tolerances = await this.meters.listTolerances(at);
    const settlementId = In(slips.map(({ id }) => id));
    const flags = await reader.findBy(SlipFlagEntity, { collectiveId, settlementId });
    const first = addMonths(monthOf(await this.reading.requireFirstDay(collectiveId)), -1);
    const months = monthsOf(asked).filter((month) => month >= first && stoodIn(asset, month));
    const odd = oddDays(spans, asset.capacityKw ?? '0', station.dayBounds);
    const toleranceOf = (month: Month) => toleranceAt(tolerances, month, station.tolerance);
    const entryIds = owed.flatMap((each) => each.receipts.map(({ entryId }) => entryId));
    const netted = await readNetted(reader, collectiveId, entryIds);
    const rows = months.map((month) => {
      const slip = slips.find(({ generationMonth }) => generationMonth === month);
      const metered = meteredMonth(spans, month, asked.today);
      const own = flags.filter((flag) => flag.settlementId === slip?.id);
      const odds = odd.filter((each) => touches(each, month));
      return rowOf(
        { month, slip, metered, odds, owed, netted, flags: own },
        { station, tolerance: toleranceOf(month) },
      );
    });
    const told = months.length === 0 ? [monthOf(asked.today)] : months;
    const spanned = toleranceSpans(told, toleranceOf);
    return { asset, first, rows, tolerances: spanned, isConfirmed: station.isConfirmed };
  }
}

interface RowFacts {
  readonly month: Month;
  readonly slip: SettlementRow | undefined;
  readonly metered: MeteredMonth | undefined;
  readonly odds: readonly OddDay[];
  readonly owed: readonly ReceivableState[];
  /** Vouchers that cleared by a cost. */
  readonly netted: ReadonlySet<string>;
  readonly flags: readonly SlipFlagEntity[];
}

function rowOf(
  { month, slip, metered, odds, flags, ...bank }: RowFacts,
  { station, tolerance }: { readonly station: SettledStation; readonly tolerance: Tolerance },
): ReconciledRow {
  const settledKwh = slip?.energyKwh;
  const own = bank.owed.filter(({ aboutPeriod }) => aboutPeriod === month);
  const sides = own.flatMap((each) => sideOf(each, bank.netted));
  const kwh = kwhOfWholeMonth(settledKwh, metered);
  return {
    ...reconcileMonth({ metered, oddDays: odds, settledKwh, owed: sides, tolerance }),
    ...{ month, metered, settledKwh },
    expected: station.expectedKwh(month),
    level: kwh === undefined ? undefined : station.levelOf(month, kwh),
    flags: flags.map(({ code, facts, reason }) => ({ code, facts, reason })),
  };
}

function sideOf(
  { stream, amount, receipts, cuts }: ReceivableState,
  netted: ReadonlySet<string>,
): OwedOfMonth[] {
  if (stream !== 'energy' && stream !== 'subsidy') return [];
  const sum = (isNetted: boolean) =>
    sumFen(receipts.filter(({ entryId }) => netted.has(entryId) === isNetted).map((each) => each.amount));
  const cut = sumFen(cuts.map((each) => each.amount));
  return [{ stream, amount, received: sum(false), netted: sum(true), cut }];
}

/** The months of a year that are over. */
function monthsOf({ year, today }: { readonly year: string; readonly today: CalendarDay }): Month[] {
  const last = addMonths(monthOf(today), -1);
  const end = `${year}-12` < last ? `${year}-12` : last;
  return end < `${year}-01` ? [] : monthsBetween(`${year}-01`, end);
}
