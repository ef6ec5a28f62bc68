import { Injectable } from '@nestjs/common';
import type { Asset } from '../../domain/assets/asset';
import {
  addMonths,
  type CalendarDay,
  isMonth,
  type Month,
  monthOf,
} from '../../domain/calendar/calendar-day';
import { correctedReading, type MeterRecord } from '../../domain/income/meter-record';
import { product } from '../../domain/money/charge';
import { slipPostedOn } from '../../domain/income/slip-receipt';
import { DomainError } from '../../domain/shared/domain-error';
import { remarks } from '../../glossary/remarks';
import { Clock } from '../../platform/clock/clock';
import { filledForm, OfficeDesk, refusedForm } from '../../platform/http/office-desk';
import { villagePaths } from '../../platform/http/office-paths';
import { placeAgain } from '../../platform/http/kept-typing';
import type { PageVisit } from '../../platform/http/page-visit';
import { type KeptFormPlace, KeptFormsService } from '../../platform/kept-forms/kept-forms.service';
import { momentText } from '../../platform/views/moment-text';
import type { FormState } from '../../platform/views/error-summary';
import type { SettlementRow } from './income-read.service';
import { meterPath } from './meter-view.service';
import { slipImportPaths } from './settlement-import-view.service';
import { pricesPath } from './station-prices-view.service';
import { ownShareIn, slipBookingDay } from './settlement-slip';
import { SettlementStationsService, type StationOfSlips } from './settlement-stations.service';
import type { SettlementFormPageProps } from './settlement.pages';
import {
  type BankLine,
  fileChecks,
  readTyped,
  slipSuggestions,
  typedChecks,
  type TypedReading,
  withoutFaulty,
} from './slip-checks';
import { SlipColumnsService } from './slip-columns.service';
import { usualOfSlip } from './slip-yield';

/** Which station's slip of which month is to be entered; the next one missing where nothing is said. */
export interface SlipAsked {
  readonly collectiveId: string;
  readonly assetId: string | undefined;
  readonly month: Month | undefined;
}

/** A slip's form as it came back: refused, or only tried out. */
export interface TypedSlip {
  readonly form?: FormState;
  /** Nothing was to be booked: only what is wrong with what is typed is said. */
  readonly tried?: boolean;
}

/** The name of the form of a station's slip of a month, among those that are kept while they are typed. */
export function slipFormName(assetId: string, month: string): string {
  return `slip ${assetId} ${month}`;
}

/** Where what somebody types for a station's slip of a month is kept. */
export function slipFormPlace(
  visit: PageVisit,
  slip: { readonly collectiveId: string; readonly assetId: string; readonly month: string },
): KeptFormPlace {
  const { collectiveId, assetId, month } = slip;
  return placeAgain(visit, { collectiveId, userId: visit.actor.userId, form: slipFormName(assetId, month) });
}

/** The page of the settlement slip, filled from the register and the slip before. */
@Injectable()
export class SettlementViewService {
  constructor(
    private readonly desk: OfficeDesk,
    private readonly stations: SettlementStationsService,
    private readonly forms: KeptFormsService,
    private readonly columns: SlipColumnsService,
    private readonly clock: Clock,
  ) {}

  /**
   * @param typed the form as it came back: refused, or tried out; else what was kept, or a filled one
   * @throws DomainError `settlement.noStation`, `assets.unknown`
   */
  async pageOf(visit: PageVisit, asked: SlipAsked, typed: TypedSlip = {}): Promise<SettlementFormPageProps> {
    const { collectiveId } = asked;
    const stations = await this.stations.listStations(collectiveId);
    const found = requireStation(stations, asked.assetId);
    const { registered: station, slips } = found;
    const assetId = station.asset.id;
    const month = asked.month ?? nextMonth(station.asset, slips, found.booksFrom);
    const last = slips.filter((slip) => slip.generationMonth < month).at(-1);
    const isBooked = slips.some((slip) => slip.generationMonth === month && slip.entryId !== null);
    const place = slipFormPlace(visit, { collectiveId, assetId, month });
    const kept = isBooked ? undefined : await this.forms.findForm(place);
    // What was kept half done is judged when it is opened again, as it was while it was typed.
    const isJudged = typed.tried === true || (kept !== undefined && typed.form === undefined);
    const keptAt = kept && momentText(kept.keptAt);
    const form = typed.form ?? { ...filledForm(kept?.typed ?? valuesOf(found, month, last)), keptAt };
    const paths = villagePaths(collectiveId);
    const known = isMonth(month) ? month : undefined;
    const bookingMonth = known && monthOf(slipBookingDay(known, this.clock.today()));
    const { reading, offers, usual, suggestions, coming } = await this.look(collectiveId, found, form);
    return {
      frame: await this.desk.frameOf(visit, { collectiveId, month: bookingMonth, section: 'month' }),
      work: workWith(await this.desk.workOf(visit.actor, { collectiveId, month: bookingMonth }), {
        station: station.asset,
        coming,
      }),
      form: isJudged ? { ...refusedForm({ values: form.values, problems: reading.problems }), keptAt } : form,
      ...(keptAt === undefined ? {} : { keptAt }),
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
      ...(await this.columns.neighboursOf(collectiveId, { assetId, month })),
      checks: withoutFaulty(
        { ...typedChecks(reading, last), ...fileChecks(found, known, last), ...offers },
        reading,
      ),
      suggestions,
      usual,
      last: lastTyped(last),
      kept: station.asset.kind === 'keptPvStation',
      joint: jointOf(ownShareIn(station, month), reading),
    };
  }

  /** The slip as it stands, with what can be offered: its day, and its money where the bank shows it. */
  private async look(collectiveId: string, station: StationOfSlips, { values }: FormState) {
    const { generationMonth: month = '' } = values;
    const postedOn = slipBookingDay(month, this.clock.today());
    const reading = readTyped(values, station, slipPostedOn({ ...NO_DAYS, ...values }, postedOn));
    const bank = await this.columns.bankLineOf(collectiveId, month, reading);
    const isSaid = (values['receivedOn'] ?? '') !== '';
    const { usual, check } = usualOfSlip(station, reading);
    const offers: SettlementFormPageProps['checks'] = {
      usual: check,
      postedOn: { state: 'todo', sentence: remarks.bookedUnlessSaid(postedOn) },
      ...(bank === undefined || isSaid
        ? {}
        : { receivedOn: { state: 'doing', sentence: remarks.bankHasIt(bank.on) } }),
    };
    const coming = comingOf(reading, bank);
    return { reading, offers, usual, coming, suggestions: slipSuggestions(reading, { postedOn, bank }) };
  }
}

/** What the register and the last slip vouch for. */
function valuesOf(
  { registered: { asset }, facts }: StationOfSlips,
  month: Month,
  last: SettlementRow | undefined,
): Record<string, string | undefined> {
  const price = facts.priceIn(isMonth(month) ? month : monthOf(asset.acquiredOn));
  const perMwh = last?.entered['priceUnit'] === 'yuan/MWh';
  return {
    assetId: asset.id,
    generationMonth: month,
    readingFrom: last === undefined ? undefined : closingReading(last, facts.records),
    energyUnit: last?.entered['energyUnit'] ?? 'kWh',
    priceUnit: perMwh ? 'yuan/MWh' : 'yuan/kWh',
    energyPrice: perMwh ? product(price.energy, '1000') : price.energy,
    subsidyPrice: perMwh ? product(price.subsidy, '1000') : price.subsidy,
  };
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
  const station = { name: asset.name, capacityKw: asset.capacityKw ?? '' };
  if (!isMonth(month)) return { ...station, multiplier: asset.meterMultiplier ?? '' };
  const [before, after] = [inTable.multiplierIn(month), inTable.multiplierIn(addMonths(month, 1))];
  return { ...station, multiplier: before === after ? before : remarks.multipliers(before, after) };
}

const NO_DAYS = { postedOn: '', receivedOn: '', receivedAmount: '' };

/** The share of a joint station, with its amounts as soon as they can be reckoned. */
function jointOf(
  share: ReturnType<typeof ownShareIn>,
  { own }: TypedReading,
): SettlementFormPageProps['joint'] {
  if (share === undefined || own === undefined) return share;
  return { ...share, ownEnergy: own.energyFee, ownSubsidy: own.subsidy };
}

type Work = Awaited<ReturnType<OfficeDesk['workOf']>>;

/**
 * The month's work with the slip that is typed marked in it, and what can be shared out once it is booked
 * with the money that came for it.
 */
function workWith(
  work: Work,
  typed: { readonly station: Asset; readonly coming: BankLine | undefined },
): Work {
  const { station, coming } = typed;
  const isIt = (task: Work['tasks'][number]): boolean =>
    task.kind === 'settlement' && task.subject === station.name;
  const tasks = work.tasks.map((task) => ({ ...task, current: isIt(task) }));
  const taskKey = work.tasks.find(isIt)?.key;
  const counts = coming !== undefined && monthOf(coming.on) <= work.month && station.kind !== 'keptPvStation';
  const after =
    taskKey === undefined || !counts
      ? undefined
      : { taskKey, distributable: work.surplus.distributable + coming.amount };
  return { ...work, tasks, surplus: { ...work.surplus, after } };
}

/** Money that comes with the slip: as it is typed, or as the bank shows it. */
function comingOf({ receipt }: TypedReading, bank: BankLine | undefined): BankLine | undefined {
  if (receipt === undefined) return bank;
  return { on: receipt.receivedOn, amount: receipt.energyFee + receipt.subsidy };
}

/** What the last slip said, as it was typed, in the boxes that are filled anew each month. */
function lastTyped(last: SettlementRow | undefined): SettlementFormPageProps['last'] {
  return last === undefined ? {} : Object.fromEntries(EACH_MONTH.map((name) => [name, last.entered[name]]));
}

const EACH_MONTH = [
  ...['readingTo', 'energy', 'energyPrice', 'energyAmount', 'subsidyPrice', 'subsidyAmount'],
  ...['energyUnit', 'priceUnit'],
];
