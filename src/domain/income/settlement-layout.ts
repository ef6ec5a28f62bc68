import { isMonth, type Month } from '../calendar/calendar-day';
import { halfWidth } from '../shared/half-width';
import { type HeadedPart, headingIn, type TableHeading, type TextRow } from '../shared/table-headings';

/** What a column of the grid's sheet says. */
export type SlipPart =
  | 'component'
  | 'customerNumber'
  | 'station'
  | 'generationMonth'
  | 'readingFrom'
  | 'readingTo'
  | 'multiplier'
  | 'energy'
  | 'energyPrice'
  | 'energyAmount'
  | 'subsidyPrice'
  | 'subsidyEnergy'
  | 'subsidyAmount'
  | 'taxPercent'
  | 'net'
  | 'tax'
  | 'gross'
  | 'taxKept'
  | 'paid';

export type EnergyUnit = 'kWh' | 'MWh';
type PriceUnit = 'yuan/kWh' | 'yuan/MWh';

/** How the grid writes its settlement slips: a file under `seeds/settlement-layouts`. */
export interface SettlementLayout {
  readonly id: string;
  readonly name: string;
  /** Whether somebody held it against a real slip. */
  readonly confirmed: boolean;
  /** A row for each part of the money, or a row for each station and month. */
  readonly shape: 'components' | 'slips';
  readonly columns: Readonly<Partial<Record<SlipPart, readonly string[]>>>;
  readonly needed: readonly SlipPart[];
  /** The words by which a row of the first shape says which part of the money it is. */
  readonly components?: { readonly energy: readonly string[]; readonly subsidy: readonly string[] };
  /** How a row begins that only adds up. */
  readonly totals: readonly string[];
  /** What stands for a tax of nothing in the cells of rate and tax. */
  readonly exempt?: readonly string[];
  readonly units: {
    readonly energy: Readonly<Record<EnergyUnit, readonly string[]>>;
    readonly price: Readonly<Record<PriceUnit, readonly string[]>>;
  };
  /** The unit in which such slips are printed where neither a heading nor a line above says one. */
  readonly unit?: EnergyUnit;
}

/** The units a table is written in. */
export interface SlipUnits {
  readonly energy: EnergyUnit;
  readonly price: PriceUnit;
}

/** A month as a file says it: whole, or without its year. */
export type SaidMonth = { readonly month: Month } | { readonly withoutYear: string };

/** Finds the heading of the grid's sheet, as its layout says. */
export function slipHeading(
  rows: readonly TextRow[],
  layout: SettlementLayout,
): TableHeading<SlipPart> | undefined {
  return headingIn(rows, partsOf(layout));
}

const PARTS: readonly SlipPart[] = [
  'component',
  'customerNumber',
  'station',
  'generationMonth',
  'readingFrom',
  'readingTo',
  'multiplier',
  'energy',
  'energyPrice',
  'energyAmount',
  'subsidyPrice',
  'subsidyEnergy',
  'subsidyAmount',
  'taxPercent',
  'net',
  'tax',
  'gross',
  'taxKept',
  'paid',
];

function partsOf({ columns, needed }: SettlementLayout): HeadedPart<SlipPart>[] {
  return PARTS.flatMap((part) => {
    const words = columns[part];
    return words === undefined ? [] : [{ part, words, needed: needed.includes(part) }];
  });
}

/**
 * The units a sheet says it is written in: in the brackets of its headings or named as the unit in a line
 * above them, else what a person says, else what its layout is always printed in. Energy and price go
 * together: who prints thousands of kWh prices them.
 * @returns `unsaid` or `twice` where nobody says it, or the sheet says two and a person none of them: kWh for
 *   MWh is a thousand times the money, so nobody guesses
 */
export function unitsOf(
  rows: readonly TextRow[],
  { heading, layout }: { readonly heading: TableHeading<SlipPart>; readonly layout: SettlementLayout },
  told: EnergyUnit | undefined,
): SlipUnits | 'unsaid' | 'twice' {
  const heads = rows.find(({ number }) => number === heading.row)?.cells ?? [];
  const above = rows.filter(({ number }) => number < heading.row).flatMap(({ cells }) => cells);
  const words = [...inBrackets(heads), ...above.flatMap(unitWords)];
  const energy = unitsIn(words, layout.units.energy);
  const price = unitsIn(words, layout.units.price);
  const twice = energy.length > 1 || price.length > 1;
  const said = twice ? undefined : pairOf(energy[0], price[0]);
  return said ?? pairOf(told ?? (twice ? undefined : layout.unit), undefined) ?? (twice ? 'twice' : 'unsaid');
}

function inBrackets(heads: readonly string[]): string[] {
  return heads.flatMap((head) => /\(([^()]*)\)\s*$/.exec(halfWidth(head))?.[1] ?? []);
}

/** Where a line above the table may name a unit: behind `unit:`, in brackets, or as all there is. */
const UNIT_PLACES = [/\u5355\s*\u4f4d\s*[:(]([^()]*)/g, /\(([^()]*)\)/g, /^([^()]*)$/g];

function unitWords(text: string): string[] {
  const [named = [], ...alone] = UNIT_PLACES.map((place) =>
    [...halfWidth(text).trim().matchAll(place)].map(([, words = '']) => words),
  );
  return [
    ...named.flatMap((words) => words.split(/[\s:,;|\u3001]+/)),
    ...alone.flat().flatMap((words) => words.split(/[,;|\u3001]+/)),
  ];
}

/** Every unit that one of some words is. */
function unitsIn<Unit extends string>(
  words: readonly string[],
  units: Readonly<Record<Unit, readonly string[]>>,
): Unit[] {
  const said = words.map((word) => word.replace(/\s+/g, '').toLowerCase());
  const found: Unit[] = [];
  for (const unit in units) {
    if (units[unit].some((word) => said.includes(word.toLowerCase()))) found.push(unit);
  }
  return found;
}

function pairOf(energy: EnergyUnit | undefined, price: PriceUnit | undefined): SlipUnits | undefined {
  if (energy === undefined && price === undefined) return undefined;
  return {
    energy: energy ?? (price === 'yuan/kWh' ? 'kWh' : 'MWh'),
    price: price ?? (energy === 'kWh' ? 'yuan/kWh' : 'yuan/MWh'),
  };
}

const WHOLE_MONTH = /(?<!\d)(\d{4})\s*[-./\u5e74]\s*(\d{1,2})(?!\d)/g;
const SIX_DIGITS = /(?<!\d)(20\d{2})(0[1-9]|1[0-2])(?!\d)/g;
const MONTH_ONLY = /(?<!\d)(\d{1,2})\s*\u6708/g;

/**
 * The month a text says: `2025-06`, `202506`, `2025` and `6` with the signs of year and month, or the month
 * alone. @returns undefined where it says none, or more than one: `2025` and `5` to `6`, too
 */
export function monthIn(text: string): SaidMonth | undefined {
  const plain = halfWidth(text);
  const whole = [...plain.matchAll(WHOLE_MONTH), ...plain.matchAll(SIX_DIGITS)].map(
    ([, year = '', month = '']) => `${year}-${month.padStart(2, '0')}`,
  );
  const months = [...new Set(whole)].filter(isMonth);
  const [only] = months;
  const bare = [...new Set([...plain.matchAll(MONTH_ONLY)].map(([, month = '']) => month.padStart(2, '0')))];
  if (only !== undefined) {
    const isAlone = months.length === 1 && bare.every((month) => only.endsWith(`-${month}`));
    return isAlone ? { month: only } : undefined;
  }
  const [withoutYear] = bare;
  if (withoutYear === undefined || bare.length > 1 || !isMonth(`2000-${withoutYear}`)) return undefined;
  return { withoutYear };
}
