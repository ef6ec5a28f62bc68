import { type Month, monthOf } from '../../domain/calendar/calendar-day';
import { changesIn, type MeterRecord } from '../../domain/income/meter-record';
import { neighboursOf } from '../../domain/income/meter-neighbours';
import type { OwnLine } from '../../domain/income/own-line';
import type { Settlement, SettlementForm } from '../../domain/income/settlement';
import { readSlipReceipt, saysReceived, type SlipReceipt } from '../../domain/income/slip-receipt';
import { compareQuantities } from '../../domain/money/charge';
import { type Fen, plainYuan, yuanText } from '../../domain/money/fen';
import type { Problem } from '../../domain/shared/problem';
import { remarks } from '../../glossary/remarks';
import type { SettlementRow } from './income-read.service';
import { inUnit, readingAlone } from './reading-alone';
import { ownPart, readSlip, tableOf } from './settlement-slip';
import { wholeTotals } from './slip-totals';
import type { StationOfSlips } from './settlement-stations.service';
import type { RowCheck, SlipGridProps } from './slip-grid.pages';

type Values = Readonly<Record<string, string>>;
type Checks = SlipGridProps['checks'];

/** A slip as it is being typed, read as it would be booked. */
export interface TypedReading {
  readonly values: Values;
  /** What is wrong with what is typed; a box that is still blank is not held against anybody. */
  readonly problems: readonly Problem[];
  readonly settlement: Settlement;
  /** Whether energy and prices can be reckoned with, and readings too. */
  readonly isPriced: boolean;
  readonly isMetered: boolean;
  /** What of it is this collective's; undefined until it can be reckoned. */
  readonly own: Pick<OwnLine, 'energyFee' | 'subsidy'> | undefined;
  readonly receipt: SlipReceipt | undefined;
  /** kWh that the readings say, while the energy is not typed. */
  readonly meteredAlone: string | undefined;
  /** kWh that the slip before settled too much and this one leaves out; undefined where there are none. */
  readonly overKwh: string | undefined;
  /** Whether the month ran on more than one meter, or on one that was set back. */
  readonly isMeterChanged: boolean;
}

const PRICED = ['generationMonth', 'energy', 'energyUnit', 'energyPrice', 'priceUnit', 'subsidyPrice'];
const METERED = [...PRICED, 'readingFrom', 'readingTo'];

/**
 * Reads a slip while it is typed, against its station and the slips beside it.
 * @param postedOn the day it would be booked on, where none is written
 */
export function readTyped(values: Values, station: StationOfSlips, postedOn: string): TypedReading {
  const form = { ...formOf(values), postedOn: values['postedOn'] ?? postedOn };
  const { settlement, problems } = readSlip(form, station.facts, station.slips);
  const isClear = (fields: readonly string[]): boolean =>
    problems.every(({ field }) => !fields.includes(field));
  const isPriced = isClear(PRICED);
  const own = isPriced ? ownOf(settlement, station) : undefined;
  const received = receivedOf(values, own, form.postedOn);
  const alone = readingAlone(form, station.facts, station.slips);
  const found = [...problems, ...received.problems, ...alone.problems];
  return {
    values,
    problems: found.filter(({ field }) => (values[field] ?? '').trim() !== ''),
    settlement,
    isPriced,
    isMetered: isClear(METERED),
    own,
    receipt: received.receipt,
    meteredAlone: alone.metered,
    overKwh: overBefore(station, settlement.generationMonth),
    isMeterChanged: changesIn(station.facts.records, settlement.generationMonth).length > 0,
  };
}

/** kWh that the slip before a month settled too much by a reading found wrong since, and that stands. */
function overBefore({ facts, slips }: StationOfSlips, month: Month): string | undefined {
  const meter = { multiplier: facts.asset.meterMultiplier ?? '1', records: facts.records };
  const { previous } = neighboursOf(month, slips, meter);
  const over = previous?.unread.length === 0 ? previous.overKwh : undefined;
  return over === undefined || compareQuantities(over, '0') === 0 ? undefined : over;
}

/** What of a slip is one's own: of a kept station nothing is split off here, all of it comes in. */
function ownOf(settlement: Settlement, { registered, slips }: StationOfSlips): TypedReading['own'] {
  const isJoint = registered.asset.kind === 'jointPvStation';
  if (isJoint && tableOf(registered, settlement.generationMonth) === undefined) return undefined;
  const whole = wholeTotals(settlement);
  if (!isJoint) return { ...whole, energyFee: settlement.tax?.owed ?? whole.energyFee };
  return ownPart(settlement, registered, slips).line;
}

function receivedOf(
  values: Values,
  own: TypedReading['own'],
  bookedOn: string,
): { receipt: SlipReceipt | undefined; problems: Problem[] } {
  const { receivedOn = '', receivedAmount = '' } = values;
  const form = { receivedOn, receivedAmount };
  if (own === undefined || !saysReceived(form)) return { receipt: undefined, problems: [] };
  return readSlipReceipt(form, { ...own, bookedOn });
}

function formOf(values: Values): SettlementForm {
  const of = (field: keyof SettlementForm): string => values[field] ?? '';
  return {
    generationMonth: of('generationMonth'),
    postedOn: of('postedOn'),
    readingFrom: of('readingFrom'),
    readingTo: of('readingTo'),
    energy: of('energy'),
    energyUnit: of('energyUnit'),
    energyPrice: of('energyPrice'),
    priceUnit: of('priceUnit'),
    subsidyPrice: of('subsidyPrice'),
    energyAmount: of('energyAmount'),
    subsidyAmount: of('subsidyAmount'),
    taxBasis: of('taxBasis'),
    taxPercent: of('taxPercent'),
    taxAmount: of('taxAmount'),
    taxKept: of('taxKept'),
    paidAmount: of('paidAmount'),
    attachments: of('attachments'),
    reason: of('reason'),
    withoutReadings: of('withoutReadings'),
  };
}

/** What is said of each row before anything is typed: what the register and the last slip vouch for. */
export function fileChecks(
  station: StationOfSlips,
  month: Month | undefined,
  last: SettlementRow | undefined,
): Checks {
  const { registered, facts } = station;
  const over = month === undefined ? undefined : overBefore(station, month);
  const table = month === undefined ? undefined : tableOf(registered, month);
  const since = month === undefined ? undefined : facts.priceIn(month).since;
  const price = done(since === undefined ? remarks.priceFile() : remarks.priceSince(since));
  return {
    ...(month === undefined ? {} : readingChecks(facts.records, month, last)),
    ...(over === undefined
      ? {}
      : { readingFrom: { state: 'attention' as const, sentence: remarks.overToTakeOff(over) } }),
    multiplier: done(remarks.meterFile()),
    energyPrice: price,
    subsidyPrice: price,
    ...(table === undefined ? {} : { share: done(remarks.shareSince(table.validFrom)) }),
  };
}

/** What the meter's records say of the month's two readings. */
function readingChecks(
  records: readonly MeterRecord[],
  month: Month,
  last: SettlementRow | undefined,
): Checks {
  const isEstimated = records.some(
    ({ kind, on }) => kind === 'estimated' && monthOf(on) === last?.generationMonth,
  );
  const change = changesIn(records, month).at(-1);
  const opening: RowCheck = isEstimated
    ? { state: 'attention', sentence: remarks.readingEstimated() }
    : done(remarks.readingContinues());
  return {
    ...(last === undefined || last.readingTo === '' ? {} : { readingFrom: opening }),
    ...(change === undefined
      ? {}
      : { readingTo: { state: 'attention', sentence: remarks.meterChanged(change) } }),
  };
}

/** What is said of each row while it is typed. A row with something wrong says that instead. */
export function typedChecks(reading: TypedReading, last: SettlementRow | undefined): Checks {
  const { settlement, isPriced, isMetered, values, meteredAlone } = reading;
  const isTyped = (field: string): boolean => (values[field] ?? '').trim() !== '';
  const { energyKwh, energyPriceYuanPerKwh, subsidyPriceYuanPerKwh } = settlement;
  const amount = (field: string, price: string, fen: Fen): RowCheck =>
    isTyped(field)
      ? done(remarks.reckonedToTheFen(energyKwh, price))
      : { state: 'todo', sentence: remarks.reckonedIs(energyKwh, price, fen) };
  const agrees = agreesOf(reading);
  return {
    ...lastMonth(last, isTyped),
    ...(isTyped('readingTo') && isMetered && settlement.readingTo !== ''
      ? { readingTo: done(remarks.meterForward()), energy: done(agrees) }
      : {}),
    ...(meteredAlone === undefined
      ? {}
      : {
          readingTo: done(remarks.meterForward()),
          energy: { state: 'todo', sentence: remarks.meteredIs(meteredAlone) },
        }),
    ...(isPriced
      ? {
          energyAmount: amount('energyAmount', energyPriceYuanPerKwh, settlement.energyFee),
          subsidyAmount: amount('subsidyAmount', subsidyPriceYuanPerKwh, settlement.subsidy),
        }
      : {}),
    ...ownChecks(reading),
    ...receiptChecks(reading, isTyped('receivedOn')),
  };
}

/** In what energy and readings agree, where they do. */
function agreesOf({ overKwh, isMeterChanged, settlement }: TypedReading): string {
  if (overKwh !== undefined) return remarks.meterNetted(overKwh);
  return isMeterChanged ? remarks.metersAgree() : remarks.meterAgrees(settlement.multiplier);
}

/** Of a joint station's slip that is too little nothing is split off: it waits for the next. */
function ownChecks({ own, settlement }: TypedReading): Checks {
  const waits: RowCheck = { state: 'attention', sentence: remarks.ownWaits() };
  if (own === undefined) return {};
  return {
    ...(own.energyFee === 0n && settlement.energyFee > 0n ? { ownEnergy: waits } : {}),
    ...(own.subsidy === 0n && settlement.subsidy > 0n ? { ownSubsidy: waits } : {}),
  };
}

/** What last month's slip said, beside the boxes that are still blank. */
function lastMonth(last: SettlementRow | undefined, isTyped: (field: string) => boolean): Checks {
  if (last === undefined) return {};
  const said: Checks = {
    ...(last.readingTo === '' ? {} : { readingTo: waiting(last.readingTo) }),
    energy: waiting(last.energyKwh),
    energyAmount: waiting(yuanText(last.energyFee)),
    subsidyAmount: waiting(yuanText(last.subsidy)),
  };
  return Object.fromEntries(Object.entries(said).filter(([field]) => !isTyped(field)));
}

function receiptChecks({ receipt, own }: TypedReading, isSaid: boolean): Checks {
  if (own === undefined) return {};
  if (receipt === undefined)
    return isSaid ? {} : { receivedOn: { state: 'todo', sentence: remarks.receivedLater() } };
  const left = own.energyFee - receipt.energyFee;
  const isWhole = left === 0n;
  return {
    receivedAmount: isWhole
      ? done(remarks.receivedWhole())
      : { state: 'attention', sentence: remarks.receivedPart(left) },
  };
}

/** The checks of the rows in which nothing is wrong: no row is praised and faulted at once. */
export function withoutFaulty(checks: Checks, { problems }: TypedReading): Checks {
  const faulty = new Set(problems.map(({ field }) => field));
  return Object.fromEntries(Object.entries(checks).filter(([row]) => !faulty.has(row)));
}

/** Values in grey: the usual day, the amounts that energy and prices make, what the bank shows. */
export function slipSuggestions(
  reading: TypedReading,
  given: { readonly postedOn: string; readonly bank: BankLine | undefined },
): Record<string, string> {
  const { isPriced, settlement, own, values, meteredAlone } = reading;
  const { postedOn, bank } = given;
  const isReceived = bank !== undefined || (values['receivedOn'] ?? '') !== '';
  return {
    postedOn,
    ...(meteredAlone === undefined ? {} : { energy: inUnit(meteredAlone, values['energyUnit']) }),
    ...(isPriced
      ? { energyAmount: plainYuan(settlement.energyFee), subsidyAmount: plainYuan(settlement.subsidy) }
      : {}),
    ...(bank === undefined ? {} : { receivedOn: bank.on }),
    ...(own !== undefined && isReceived ? { receivedAmount: plainYuan(bank?.amount ?? own.energyFee) } : {}),
  };
}

/** A line of the bank that is the money of a slip. */
export interface BankLine {
  readonly on: string;
  readonly amount: Fen;
}

/** The first line of the bank that is the fee of a slip, or fee and subsidy in one sum. */
export function lineOfSlip(lines: readonly BankLine[], { own }: TypedReading): BankLine | undefined {
  if (own === undefined || own.energyFee === 0n) return undefined;
  const sums = [own.energyFee, own.energyFee + own.subsidy];
  return lines.find(({ amount }) => sums.includes(amount));
}

function done(sentence: string): RowCheck {
  return { state: 'done', sentence };
}

function waiting(figure: string): RowCheck {
  return { state: 'todo', sentence: remarks.lastMonthWas(figure) };
}
