import { type CalendarDay, isCalendarDay, yearOf } from '../calendar/calendar-day';
import type { Pool } from '../ledger/journal-entry';
import { type Fen, sumFen } from '../money/fen';
import { privateNumberProblems } from '../shared/private-number';
import type { Problem } from '../shared/problem';
import { type Least, readAmount, readDay, readNumber } from '../shared/typed-fields';
import type { ExitWay, Standstill } from './asset-life';
import {
  ASSET_CLASSES,
  ASSET_KINDS,
  type AssetKind,
  type AssetStanding,
  isTitledElsewhere,
  mayHaveNoCost,
  standingProblems,
  TITLE_LEVELS,
} from './asset-classes';

/** No name of an asset is longer, however it comes in: vouchers and sheets print it. */
export const ASSET_NAME_AT_MOST = 100;

/** The level a fund came from. Source: 国办函〔2021〕51号, which counts public money and gifts of every level. */
export const FUND_LEVELS = [
  'central',
  'province',
  'city',
  'county',
  'township',
  'localBond',
  'eastWest',
  'counterpart',
  'donation',
  'own',
  'other',
] as const;
export type FundLevel = (typeof FUND_LEVELS)[number];

export interface Fund {
  readonly level: FundLevel;
  readonly year: number;
  readonly amount: Fen;
}

/** An asset of the register, as saved. Quantities and prices are plain decimal text. */
export interface Asset extends AssetStanding, Standstill {
  readonly id: string;
  readonly name: string;
  readonly pool: Pool;
  readonly cost: Fen;
  readonly titleHolder: string;
  readonly acquiredOn: CalendarDay;
  /** The day it left the books, and how; absent while it stands in them. */
  readonly leftOn?: CalendarDay;
  readonly leftBy?: ExitWay;
  readonly capacityKw?: string;
  readonly meterMultiplier?: string;
  readonly energyPriceYuanPerKwh?: string;
  readonly subsidyPriceYuanPerKwh?: string;
  /** Joint stations only: who keeps its books, and which row of the share table is this collective's. */
  readonly keeper?: string;
  readonly ownShareKey?: string;
}

/** What a person types when an asset is entered; everything is text as typed. */
export interface AssetForm {
  readonly kind: string;
  /** What it is for and with whom its title lies; operating and the village's where nothing is said. */
  readonly assetClass?: string;
  readonly titleLevel?: string;
  readonly name: string;
  /** May be blank where the asset has none of its own here. */
  readonly cost: string;
  readonly titleHolder: string;
  readonly acquiredOn: string;
  readonly capacityKw: string;
  readonly meterMultiplier: string;
  readonly energyPrice: string;
  readonly subsidyPrice: string;
  readonly keeper: string;
  readonly ownShareKey: string;
  readonly funds: readonly { readonly level: string; readonly year: string; readonly amount: string }[];
}

/** What the register holds already, and the day on which the asset is entered. */
export interface RegisterFacts {
  readonly today: CalendarDay;
  readonly namesTaken: readonly string[];
  /** Whether money may have come after the year of acquisition: with a reason, or it stands so already. */
  readonly mayFundsBeLate?: boolean;
}

/**
 * Reads the form, or says everything that is wrong with it. Codes `assets.*`, `form.*`, `money.*`,
 * `calendar.*`.
 */
export function readAsset(
  form: AssetForm,
  register: RegisterFacts,
): { asset: Omit<Asset, 'id'>; funds: Fund[]; problems: Problem[] } {
  const problems: Problem[] = [];
  const standing = readStanding(form, problems);
  const isStandingRead = problems.length === 0;
  for (const field of ['name', 'titleHolder'] as const) {
    if (form[field].trim() === '') problems.push({ code: 'form.missing', field });
  }
  // Vouchers and sheets name the asset for ever.
  problems.push(...privateNumberProblems({ name: form.name, titleHolder: form.titleHolder }));
  if ([...form.name.trim()].length > ASSET_NAME_AT_MOST)
    problems.push({ code: 'form.tooLong', field: 'name', facts: { max: ASSET_NAME_AT_MOST } });
  if (register.namesTaken.includes(form.name.trim())) {
    problems.push({ code: 'assets.nameTaken', field: 'name', value: form.name });
  }
  const cost = readCost(form, standing, problems);
  const acquiredOn = readDay({ field: 'acquiredOn', value: form.acquiredOn }, problems);
  if (acquiredOn !== undefined && acquiredOn > register.today) {
    const facts = { today: register.today };
    problems.push({ code: 'assets.acquiredLater', field: 'acquiredOn', value: acquiredOn, facts });
  }
  const before = problems.length;
  const funds = readFunds(form, register, problems);
  // What else is wrong of it says nothing about whether its funds add up.
  if (cost !== undefined && isStandingRead && problems.length === before)
    problems.push(...fundsProblems(funds, cost, standing));
  const station = stationFields(form, problems);
  const asset = {
    ...standing,
    name: form.name.trim(),
    pool: isStation(standing.kind) ? ('pv' as const) : ('other' as const),
    cost: cost ?? 0n,
    titleHolder: form.titleHolder.trim(),
    acquiredOn: form.acquiredOn,
    ...station,
  };
  return { asset, funds, problems };
}

/** Kind, class and title level; what is none of the list stands as the usual one beside its problem. */
function readStanding(form: AssetForm, problems: Problem[]): AssetStanding {
  const kind = ASSET_KINDS.find((each) => each === form.kind);
  const assetClass = ASSET_CLASSES.find((each) => each === (form.assetClass ?? 'operating'));
  const titleLevel = TITLE_LEVELS.find((each) => each === (form.titleLevel ?? 'village'));
  for (const [field, found] of Object.entries({ kind, assetClass, titleLevel })) {
    const value = { kind: form.kind, assetClass: form.assetClass, titleLevel: form.titleLevel }[field] ?? '';
    if (found === undefined) problems.push({ code: 'form.notAllowed', field, value });
  }
  if (kind !== undefined && assetClass !== undefined && titleLevel !== undefined)
    problems.push(...standingProblems({ kind, assetClass, titleLevel }));
  return {
    kind: kind ?? 'other',
    assetClass: assetClass ?? 'operating',
    titleLevel: titleLevel ?? 'village',
  };
}

/** The cost: nothing where the title lies elsewhere, and not needed for what is counted and not valued. */
function readCost(form: AssetForm, standing: AssetStanding, problems: Problem[]): Fen | undefined {
  const field = 'cost';
  if (mayHaveNoCost(standing) && form.cost.trim() === '') return 0n;
  const cost = readAmount({ field, value: form.cost }, 'zero', problems);
  if (cost === 0n && !mayHaveNoCost(standing))
    problems.push({ code: 'money.notPositive', field, value: form.cost });
  return cost;
}

/**
 * The money that built it adds up to its cost: code `assets.fundsNotCost`. Where the title lies elsewhere
 * both stand in the owner's register: code `assets.costNotOurs`.
 */
function fundsProblems(funds: readonly Fund[], cost: Fen, standing: AssetStanding): Problem[] {
  if (isTitledElsewhere(standing)) {
    if (cost === 0n && funds.length === 0) return [];
    const facts = { level: standing.titleLevel };
    return [{ code: 'assets.costNotOurs', field: cost === 0n ? 'funds' : 'cost', facts }];
  }
  const fundTotal = sumFen(funds.map((fund) => fund.amount));
  if (fundTotal === cost) return [];
  const facts = { funds: fundTotal, cost, difference: fundTotal - cost };
  return [{ code: 'assets.fundsNotCost', field: 'funds', facts }];
}

/** Whether the asset generates electricity. */
export function isStation(kind: AssetKind | undefined): boolean {
  return kind === 'pvStation' || kind === 'jointPvStation' || kind === 'keptPvStation';
}

/** Whether the asset is shared by a table: one's own part of it, or the whole that is kept for its owners. */
export function isShared(kind: AssetKind | undefined): boolean {
  return kind === 'jointPvStation' || kind === 'keptPvStation';
}

type StationFields = Pick<
  Asset,
  | 'capacityKw'
  | 'meterMultiplier'
  | 'energyPriceYuanPerKwh'
  | 'subsidyPriceYuanPerKwh'
  | 'keeper'
  | 'ownShareKey'
>;

type StationNumber = 'capacityKw' | 'meterMultiplier' | 'energyPrice' | 'subsidyPrice';

function stationFields(form: AssetForm, problems: Problem[]): StationFields {
  if (!isStation(ASSET_KINDS.find((kind) => kind === form.kind))) return {};
  const read = (field: StationNumber, least: Least): string =>
    readNumber({ field, value: form[field] }, least, problems) ?? '0';
  const station = {
    capacityKw: read('capacityKw', 'aboveZero'),
    meterMultiplier: read('meterMultiplier', 'aboveZero'),
    energyPriceYuanPerKwh: read('energyPrice', 'zero'),
    subsidyPriceYuanPerKwh: read('subsidyPrice', 'zero'),
  };
  if (form.kind !== 'jointPvStation') return station;
  for (const field of ['keeper', 'ownShareKey'] as const) {
    if (form[field].trim() === '') problems.push({ code: 'form.missing', field });
  }
  return { ...station, keeper: form.keeper.trim(), ownShareKey: form.ownShareKey.trim() };
}

function readFunds(form: AssetForm, register: RegisterFacts, problems: Problem[]): Fund[] {
  const { today, mayFundsBeLate = false } = register;
  return form.funds.map((row, index) => {
    const field = `funds.${String(index)}`;
    const fields = { level: `${field}.level`, year: `${field}.year`, notAfter: today };
    const source = readFundSource(row, fields, problems);
    if (!mayFundsBeLate)
      problems.push(
        ...lateYearProblems(row.year, { field: fields.year, today, acquiredOn: form.acquiredOn }),
      );
    const amount = readAmount({ field: `${field}.amount`, value: row.amount }, 'aboveZero', problems);
    return { ...source, amount: amount ?? 0n };
  });
}

/**
 * Reads who paid: the level, and the year of its money, which has come by then. Codes `form.notAllowed`,
 * `calendar.notAYear`, `assets.yearToCome`.
 * @param fields the names of the two fields, and the day by which the money was there
 */
export function readFundSource(
  typed: { readonly level: string; readonly year: string },
  fields: { readonly level: string; readonly year: string; readonly notAfter: CalendarDay },
  problems: Problem[],
): Pick<Fund, 'level' | 'year'> {
  const level = FUND_LEVELS.find((each) => each === typed.level);
  if (level === undefined)
    problems.push({ code: 'form.notAllowed', field: fields.level, value: typed.level });
  if (!/^(19|20)\d{2}$/.test(typed.year))
    problems.push({ code: 'calendar.notAYear', field: fields.year, value: typed.year });
  else problems.push(...yearToComeProblems(typed.year, { field: fields.year, day: fields.notAfter }));
  return { level: level ?? 'own', year: Number(typed.year) };
}

/** A year of four digits that had not begun on a day: code `assets.yearToCome`. */
export function yearToComeProblems(
  year: string,
  { field, day }: { readonly field: string; readonly day: CalendarDay },
): Problem[] {
  const latest = yearOf(day);
  if (Number(year) <= latest) return [];
  return [{ code: 'assets.yearToCome', field, value: year, facts: { latest: String(latest) } }];
}

/**
 * A year after that of the acquisition, of what is said to have built it: code `assets.yearAfterAcquired`.
 * What did come later, a grant paid after the building, is put down with its reason. Source: issue 5, fund
 * sources by level and year.
 */
export function lateYearProblems(
  year: string,
  at: { readonly field: string; readonly today: CalendarDay; readonly acquiredOn: string },
): Problem[] {
  if (!isCalendarDay(at.acquiredOn) || yearToComeProblems(year, { field: '', day: at.today }).length > 0)
    return [];
  const latest = yearOf(at.acquiredOn);
  if (Number(year) <= latest) return [];
  const facts = { latest: String(latest) };
  return [{ code: 'assets.yearAfterAcquired', field: at.field, value: year, facts }];
}
