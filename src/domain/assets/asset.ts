import type { CalendarDay } from '../calendar/calendar-day';
import type { Pool } from '../ledger/journal-entry';
import { type Fen, sumFen } from '../money/fen';
import { privateNumberProblems } from '../shared/private-number';
import type { Problem } from '../shared/problem';
import { type Least, readAmount, readDay, readNumber } from '../shared/typed-fields';

/**
 * What kind of thing the assistance funds built. Source: product decision "Assets"; classes by
 * 国办函〔2021〕51号.
 */
export const ASSET_KINDS = ['pvStation', 'jointPvStation', 'workshop', 'coldStore', 'other'] as const;
export type AssetKind = (typeof ASSET_KINDS)[number];

/** The level a fund came from. */
export const FUND_LEVELS = ['central', 'province', 'city', 'county', 'eastWest', 'donation', 'own'] as const;
export type FundLevel = (typeof FUND_LEVELS)[number];

export interface Fund {
  readonly level: FundLevel;
  readonly year: number;
  readonly amount: Fen;
}

/** An asset of the register, as saved. Quantities and prices are plain decimal text. */
export interface Asset {
  readonly id: string;
  readonly kind: AssetKind;
  readonly name: string;
  readonly pool: Pool;
  readonly cost: Fen;
  readonly titleHolder: string;
  readonly acquiredOn: CalendarDay;
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
  readonly name: string;
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
  const kind = ASSET_KINDS.find((each) => each === form.kind);
  if (kind === undefined) problems.push({ code: 'form.notAllowed', field: 'kind', value: form.kind });
  for (const field of ['name', 'titleHolder'] as const) {
    if (form[field].trim() === '') problems.push({ code: 'form.missing', field });
  }
  // Vouchers and sheets name the asset for ever.
  problems.push(...privateNumberProblems({ name: form.name, titleHolder: form.titleHolder }));
  if (register.namesTaken.includes(form.name.trim())) {
    problems.push({ code: 'assets.nameTaken', field: 'name', value: form.name });
  }
  const cost = readAmount({ field: 'cost', value: form.cost }, 'zero', problems);
  const acquiredOn = readDay({ field: 'acquiredOn', value: form.acquiredOn }, problems);
  if (acquiredOn !== undefined && acquiredOn > register.today) {
    const facts = { today: register.today };
    problems.push({ code: 'assets.acquiredLater', field: 'acquiredOn', value: acquiredOn, facts });
  }
  const funds = readFunds(form, problems);
  const fundTotal = sumFen(funds.map((fund) => fund.amount));
  if (cost !== undefined && problems.length === 0 && fundTotal !== cost) {
    problems.push({
      code: 'assets.fundsNotCost',
      field: 'funds',
      facts: { funds: fundTotal, cost, difference: fundTotal - cost },
    });
  }
  const station = stationFields(form, problems);
  const asset = {
    kind: kind ?? 'other',
    name: form.name.trim(),
    pool: isStation(kind) ? ('pv' as const) : ('other' as const),
    cost: cost ?? 0n,
    titleHolder: form.titleHolder.trim(),
    acquiredOn: form.acquiredOn,
    ...station,
  };
  return { asset, funds, problems };
}

/** Whether the asset generates electricity. */
export function isStation(kind: AssetKind | undefined): boolean {
  return kind === 'pvStation' || kind === 'jointPvStation';
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
  if (form.kind !== 'pvStation' && form.kind !== 'jointPvStation') return {};
  const read = (field: StationNumber, least: Least): string =>
    readNumber({ field, value: form[field] }, least, problems) ?? '0';
  const station = {
    capacityKw: read('capacityKw', 'aboveZero'),
    meterMultiplier: read('meterMultiplier', 'aboveZero'),
    energyPriceYuanPerKwh: read('energyPrice', 'zero'),
    subsidyPriceYuanPerKwh: read('subsidyPrice', 'zero'),
  };
  if (form.kind === 'pvStation') return station;
  for (const field of ['keeper', 'ownShareKey'] as const) {
    if (form[field].trim() === '') problems.push({ code: 'form.missing', field });
  }
  return { ...station, keeper: form.keeper.trim(), ownShareKey: form.ownShareKey.trim() };
}

function readFunds(form: AssetForm, problems: Problem[]): Fund[] {
  return form.funds.map((row, index) => {
    const field = `funds.${String(index)}`;
    const level = FUND_LEVELS.find((each) => each === row.level);
    if (level === undefined)
      problems.push({ code: 'form.notAllowed', field: `${field}.level`, value: row.level });
    if (!/^(19|20)\d{2}$/.test(row.year)) {
      problems.push({ code: 'calendar.notAYear', field: `${field}.year`, value: row.year });
    }
    const amount = readAmount({ field: `${field}.amount`, value: row.amount }, 'aboveZero', problems);
    return { level: level ?? 'own', year: Number(row.year), amount: amount ?? 0n };
  });
}
