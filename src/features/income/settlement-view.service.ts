import { Injectable } from '@nestjs/common';
import type { Asset } from '../../domain/assets/asset';
import {
  addMonths,
  type CalendarDay,
  firstDayOf,
  isMonth,
  type Month,
  monthOf,
} from '../../domain/calendar/calendar-day';
import { type ShareTable, tableInForce } from '../../domain/collectives/share-table';
import { changesIn, correctedReading, type MeterRecord } from '../../domain/income/meter-record';
import { charge, product, readQuantity } from '../../domain/money/charge';
import { plainYuan, yuanText } from '../../domain/money/fen';
import { DomainError } from '../../domain/shared/domain-error';
import { remarks } from '../../glossary/remarks';
import { voucherNumberText } from '../../glossary/voucher-summaries';
import { Clock } from '../../platform/clock/clock';
import { filledForm, OfficeDesk } from '../../platform/http/office-desk';
import { villagePaths } from '../../platform/http/office-paths';
import type { PageVisit } from '../../platform/http/page-visit';
import type { FormState } from '../../platform/views/error-summary';
import type { RegisteredAsset } from '../assets/assets.service';
import { LedgerReadService } from '../ledger/ledger-read.service';
import type { SettlementRow } from './income-read.service';
import { meterPath } from './meter-view.service';
import { slipImportPaths } from './settlement-import-view.service';
import { pricesPath } from './station-prices-view.service';
import { slipBookingDay } from './settlement-slip';
import { SettlementStationsService, type StationOfSlips } from './settlement-stations.service';
import type { PastSettlement, SettlementFormPageProps } from './settlement.pages';

/** Which station's slip of which month is to be entered; the next one missing where nothing is said. */
export interface SlipAsked {
  readonly collectiveId: string;
  readonly assetId: string | undefined;
  readonly month: Month | undefined;
}

/** The page of the settlement slip, filled from the register and the slip before. */
@Injectable()
export class SettlementViewService {
  constructor(
    private readonly desk: OfficeDesk,
    private readonly stations: SettlementStationsService,
    private readonly books: LedgerReadService,
    private readonly clock: Clock,
  ) {}

  /**
   * @param refused the form as it came back, in place of a filled one
   * @throws DomainError `settlement.noStation`, `assets.unknown`
   */
  async pageOf(visit: PageVisit, asked: SlipAsked, refused?: FormState): Promise<SettlementFormPageProps> {
    const { collectiveId } = asked;
    const stations = await this.stations.listStations(collectiveId);
    const { openedOn } = await this.books.requireChain(collectiveId);
    const found = requireStation(stations, asked.assetId);
    const { registered: station, slips } = found;
    const month = asked.month ?? nextMonth(station.asset, slips, openedOn);
    const before = slips.filter((slip) => slip.generationMonth < month).slice(-2);
    const form = refused ?? filledForm(this.valuesOf(found, month, before.at(-1)));
    const paths = villagePaths(collectiveId);
    const bookingMonth = isMonth(month) ? addMonths(month, 1) : undefined;
    return {
      frame: await this.desk.frameOf(visit, { collectiveId, month: bookingMonth, section: 'month' }),
      work: markCurrent(
        await this.desk.workOf(visit.actor, { collectiveId, month: bookingMonth }),
        station.asset.name,
      ),
      form,
      action: paths.entry('settlements'),
      importHref: slipImportPaths(collectiveId).upload,
      cancelHref: bookingMonth === undefined ? paths.home : paths.month(bookingMonth),
      pricesHref: pricesPath({ collectiveId, assetId: station.asset.id }),
      meterHref: meterPath({ collectiveId, assetId: station.asset.id }),
      station: stationHead(found, month),
      stations: stations.map(({ registered: { asset } }) => ({
        name: asset.name,
        href: paths.entry('settlements', { asset: asset.id }),
        current: asset.id === station.asset.id,
      })),
      past: await this.pastOf(collectiveId, before),
      checks: checksOf(found, month, before.at(-1)),
      suggestions: suggestionsOf(form),
      kept: station.asset.kind === 'keptPvStation',
      joint: jointOf(station, month),
    };
  }

  /** What the register and the last slip vouch for. */
  private valuesOf(
    { registered: { asset }, facts }: StationOfSlips,
    month: Month,
    last: SettlementRow | undefined,
  ): Record<string, string | undefined> {
    const price = facts.priceIn(isMonth(month) ? month : monthOf(asset.acquiredOn));
    const perMwh = last?.entered['priceUnit'] === 'yuan/MWh';
    return {
      assetId: asset.id,
      generationMonth: month,
      postedOn: slipBookingDay(month, this.clock.today()),
      readingFrom: last === undefined ? undefined : closingReading(last, facts.records),
      energyUnit: last?.entered['energyUnit'] ?? 'kWh',
      priceUnit: perMwh ? 'yuan/MWh' : 'yuan/kWh',
      energyPrice: perMwh ? product(price.energy, '1000') : price.energy,
      subsidyPrice: perMwh ? product(price.subsidy, '1000') : price.subsidy,
    };
  }

  private async pastOf(collectiveId: string, slips: readonly SettlementRow[]): Promise<PastSettlement[]> {
    const past: PastSettlement[] = [];
    for (const slip of slips) {
      const { entryId } = slip;
      const entry = entryId === null ? undefined : await this.books.requireEntry(collectiveId, entryId);
      past.push({
        generationMonth: slip.generationMonth,
        voucherNumber: entry === undefined ? undefined : voucherNumberText(entry.voucherNumber),
        values: pastValues(slip),
      });
    }
    return past;
  }
}

/** What a slip closes with, as it was found to be right; undefined where it prints no reading. */
function closingReading(slip: SettlementRow, records: readonly MeterRecord[]): string | undefined {
  const { readingTo, generationMonth: month } = slip;
  return readingTo === '' ? undefined : correctedReading(readingTo, { month, records });
}

/** The station asked for, or the one whose slips are furthest behind. */
function requireStation(stations: readonly StationOfSlips[], assetId: string | undefined): StationOfSlips {
  const lastOf = ({ slips }: StationOfSlips): string => slips.at(-1)?.generationMonth ?? '';
  const behind = [...stations].sort((one, other) => (lastOf(one) < lastOf(other) ? -1 : 1))[0];
  const found = assetId === undefined ? behind : stations.find(({ inTable }) => inTable.id === assetId);
  if (found !== undefined) return found;
  throw assetId === undefined
    ? new DomainError('settlement.noStation')
    : new DomainError('assets.unknown', { assetId });
}

function nextMonth(asset: Asset, own: readonly SettlementRow[], openedOn: CalendarDay): Month {
  const last = own.at(-1)?.generationMonth;
  if (last !== undefined) return addMonths(last, 1);
  const first = addMonths(monthOf(openedOn), -1);
  return monthOf(asset.acquiredOn) > first ? monthOf(asset.acquiredOn) : first;
}

function stationHead(
  { registered: { asset }, inTable }: StationOfSlips,
  month: Month,
): SettlementFormPageProps['station'] {
  const multiplier = isMonth(month) ? inTable.multiplierIn(month) : (asset.meterMultiplier ?? '');
  return { name: asset.name, capacityKw: asset.capacityKw ?? '', multiplier };
}

function pastValues(slip: SettlementRow): PastSettlement['values'] {
  const joint = slip.shareTableFrom !== null;
  return {
    generationMonth: slip.generationMonth,
    postedOn: slip.postedOn,
    ...(slip.readingFrom === '' ? {} : { readingFrom: slip.readingFrom, readingTo: slip.readingTo }),
    multiplier: slip.multiplier,
    energy: slip.energyKwh,
    energyPrice: slip.energyPrice,
    energyAmount: yuanText(slip.energyFee),
    subsidyPrice: slip.subsidyPrice,
    subsidyAmount: yuanText(slip.subsidy),
    ...(joint ? { ownEnergy: yuanText(slip.ownEnergyFee), ownSubsidy: yuanText(slip.ownSubsidy) } : {}),
  };
}

function checksOf(
  { registered, facts }: StationOfSlips,
  month: Month,
  last: SettlementRow | undefined,
): SettlementFormPageProps['checks'] {
  const table = tableOf(registered, month);
  const since = isMonth(month) ? facts.priceIn(month).since : undefined;
  const sentence = since === undefined ? remarks.priceFile() : remarks.priceSince(since);
  return {
    ...readingChecks(facts.records, month, last),
    multiplier: { state: 'done', sentence: remarks.meterFile() },
    energyPrice: { state: 'done', sentence },
    subsidyPrice: { state: 'done', sentence },
    ...(table === undefined
      ? {}
      : { share: { state: 'done', sentence: remarks.shareSince(table.validFrom) } }),
  };
}

/** What the meter's records say of the month's two readings. */
function readingChecks(
  records: readonly MeterRecord[],
  month: Month,
  last: SettlementRow | undefined,
): SettlementFormPageProps['checks'] {
  const isEstimated = records.some(
    ({ kind, on }) => kind === 'estimated' && monthOf(on) === last?.generationMonth,
  );
  const change = changesIn(records, month).at(-1);
  const opening = isEstimated
    ? { state: 'attention' as const, sentence: remarks.readingEstimated() }
    : { state: 'done' as const, sentence: remarks.readingContinues() };
  return {
    ...(last === undefined || last.readingTo === '' ? {} : { readingFrom: opening }),
    ...(change === undefined
      ? {}
      : { readingTo: { state: 'attention', sentence: remarks.meterChanged(change) } }),
  };
}

function tableOf({ asset, shareTables }: RegisteredAsset, month: Month): ShareTable | undefined {
  if (asset.kind !== 'jointPvStation' || !isMonth(month)) return undefined;
  return tableInForce(shareTables, firstDayOf(month));
}

function jointOf(station: RegisteredAsset, month: Month): SettlementFormPageProps['joint'] {
  const table = tableOf(station, month);
  const row = table?.rows.find((each) => each.key === station.asset.ownShareKey);
  return table === undefined || row === undefined ? undefined : { share: row.share, since: table.validFrom };
}

/** Once energy and prices are typed, the amounts they make: grey until taken. */
function suggestionsOf({ values }: FormState): Record<string, string> {
  const energy = readQuantity(values['energy'] ?? '');
  if (energy === undefined || values['energyUnit'] !== 'kWh' || values['priceUnit'] !== 'yuan/kWh') return {};
  const amountOf = (price: string | undefined): string | undefined => {
    const read = readQuantity(price ?? '');
    return read === undefined ? undefined : plainYuan(charge(energy, read));
  };
  const amounts = {
    energyAmount: amountOf(values['energyPrice']),
    subsidyAmount: amountOf(values['subsidyPrice']),
  };
  const known = Object.entries(amounts).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return Object.fromEntries(known);
}

type Work = Awaited<ReturnType<OfficeDesk['workOf']>>;

/** Marks the slip that is being entered in the list of the month's tasks. */
function markCurrent(work: Work, station: string): Work {
  const isIt = (task: Work['tasks'][number]): boolean =>
    task.kind === 'settlement' && task.subject === station;
  return { ...work, tasks: work.tasks.map((task) => ({ ...task, current: isIt(task) })) };
}
