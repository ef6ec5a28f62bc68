import { Injectable } from '@nestjs/common';
import { isStation } from '../../domain/assets/asset';
import type { CalendarDay, Month } from '../../domain/calendar/calendar-day';
import type { StillDays } from '../../domain/assets/asset-life';
import { besideEachOther, type BesideOthers, isThereAllMonth } from '../../domain/income/yield';
import { compareQuantities, quotient } from '../../domain/money/charge';
import { StationLinksService } from '../assets/station-links.service';
import { AssetsService } from '../assets/assets.service';
import { CollectivesService } from '../collectives/collectives.service';
import { IncomeReadService } from './income-read.service';
import type { MeterPlace } from './meters.service';
import { YieldTableService } from './yield-table.service';

/** A station's kWh per kW, and the middle one of its neighbours. */
export interface Beside extends BesideOthers {
  readonly perKw: string;
}

/** A station, and whose books its slips are entered in. */
export interface PlacedStation extends MeterPlace {
  readonly holder: string;
  readonly name: string;
  readonly capacityKw: string;
}

/** A station's month beside the others. */
export interface StationBeside extends PlacedStation {
  readonly kwh: string;
  readonly perKw: string;
  /** Undefined where too few others are known. */
  readonly beside: BesideOthers | undefined;
}

/** The stations of a township in a month. */
export interface BesideMonth {
  readonly month: Month;
  /** The one that gave least to its kW first. */
  readonly stations: readonly StationBeside[];
  /** There the whole month, and no slip of it. */
  readonly unsettled: readonly PlacedStation[];
  /** Below this part of the middle a month asks for a look. */
  readonly yellowBelow: string;
  /** Whether somebody held the table of the sun against stations of the region. */
  readonly isConfirmed: boolean;
}

interface KnownStation extends PlacedStation {
  readonly acquiredOn: CalendarDay;
  readonly leftOn: CalendarDay | undefined;
  readonly still: readonly StillDays[] | undefined;
  readonly kwhOf: ReadonlyMap<Month, string>;
}

/** A station's month beside the other stations of its township, in kWh per kW. */
@Injectable()
export class NeighboursService {
  constructor(
    private readonly collectives: CollectivesService,
    private readonly assets: AssetsService,
    private readonly links: StationLinksService,
    private readonly income: IncomeReadService,
    private readonly yields: YieldTableService,
  ) {}

  /**
   * For a page of the village's own: the others are counted and not named.
   * @returns undefined where too few neighbours are known, or nothing of the station itself
   */
  async compare({ collectiveId, assetId }: MeterPlace, month: Month): Promise<Beside | undefined> {
    const { kind, parentId } = await this.collectives.requireCollective(collectiveId);
    const officeId = kind === 'village' ? parentId : collectiveId;
    if (officeId === null) return undefined;
    const { stations } = await this.listBeside(officeId, { month, notAfter: month });
    const own = stations.find((each) => each.collectiveId === collectiveId && each.assetId === assetId);
    return own?.beside === undefined ? undefined : { perKw: own.perKw, ...own.beside };
  }

  /**
   * Every station of an office and of the villages below it.
   * @param asked the month; else the latest one with a slip that is not after `notAfter`
   */
  async listBeside(
    officeId: string,
    asked: { readonly month?: Month | undefined; readonly notAfter: Month },
  ): Promise<BesideMonth> {
    const known = await this.listKnown(officeId);
    const month = asked.month ?? latestSettled(known, asked.notAfter);
    const there = known.filter((station) => isThereAllMonth({ ...station, month }));
    const settled = there.flatMap((station) => {
      const kwh = station.kwhOf.get(month);
      if (kwh === undefined) return [];
      return [{ ...placed(station), kwh, perKw: quotient(kwh, station.capacityKw) }];
    });
    const table = this.yields.table();
    return {
      month,
      stations: besideEachOther(table, settled),
      unsettled: there.filter(({ kwhOf }) => !kwhOf.has(month)).map(placed),
      yellowBelow: table.yellowBelow,
      isConfirmed: table.confirmed,
    };
  }

  /** A joint station is its keeper's, a village or the office itself: it counts nowhere below. */
  private async listKnown(officeId: string): Promise<KnownStation[]> {
    const office = await this.collectives.requireCollective(officeId);
    const known: KnownStation[] = [];
    for (const { id, name } of [office, ...(await this.collectives.listVillagesBelow(officeId))]) {
      const linked = await this.links.listLinkedIds(id);
      const slips = await this.income.listSettlements(id);
      for (const { asset } of await this.assets.listAssets(id)) {
        const { capacityKw = '0', acquiredOn, leftOn, still } = asset;
        if (!isStation(asset.kind) || linked.has(asset.id) || compareQuantities(capacityKw, '0') <= 0)
          continue;
        const own = slips.filter(({ assetId }) => assetId === asset.id);
        known.push({
          ...{ collectiveId: id, holder: name, assetId: asset.id, name: asset.name },
          ...{ capacityKw, acquiredOn, leftOn, still },
          kwhOf: new Map(own.map(({ generationMonth, energyKwh }) => [generationMonth, energyKwh])),
        });
      }
    }
    return known;
  }
}

function placed({ collectiveId, holder, assetId, name, capacityKw }: PlacedStation): PlacedStation {
  return { collectiveId, holder, assetId, name, capacityKw };
}

function latestSettled(known: readonly KnownStation[], notAfter: Month): Month {
  const months = known.flatMap(({ kwhOf }) => [...kwhOf.keys()]).filter((month) => month <= notAfter);
  return months.sort().at(-1) ?? notAfter;
}
