import type { CalendarDay } from '../calendar/calendar-day';
import { type Fen, plainYuan } from '../money/fen';
import { type Asset, type Fund, FUND_LEVELS, type FundLevel } from './asset';
import { PARTICULARS, type Particulars, type ParticularName } from './asset-particulars';
import type { PlateGround } from './plates';

/** The column of a fund level: what that level gave in the fund year of the row. */
export type FundColumn = `fund.${FundLevel}`;

export function fundColumn(level: FundLevel): FundColumn {
  return `fund.${level}`;
}

const ASSET_COLUMNS = [
  'rowNumber',
  'name',
  'kind',
  'assetClass',
  'titleLevel',
  'titleHolder',
  'acquiredOn',
  'cost',
  'fundYear',
  'capacityKw',
  'meterMultiplier',
  'energyPrice',
  'subsidyPrice',
  'knownFrom',
] as const;

/**
 * A column of the register as a county keeps it: `rowNumber` only counts, `knownFrom` is the day since which
 * the particulars hold.
 */
export type RegisterColumn = (typeof ASSET_COLUMNS)[number] | FundColumn | ParticularName;

/** Every column there is. */
export const REGISTER_COLUMNS: readonly RegisterColumn[] = [
  ...ASSET_COLUMNS,
  ...FUND_LEVELS.map(fundColumn),
  ...PARTICULARS,
];

/** The columns whose cells are money. */
export const MONEY_COLUMNS: readonly RegisterColumn[] = ['cost', ...FUND_LEVELS.map(fundColumn)];

/** The cells of one row as plain text, codes in place of words; a column that is not there is blank. */
export type RegisterCells = ReadonlyMap<RegisterColumn, string>;

/** An asset as the register holds it, with what is known of it since a day. */
export interface RegisterItem {
  readonly asset: Omit<Asset, 'id'>;
  readonly funds: readonly Fund[];
  readonly known?: Particulars & { readonly validFrom: CalendarDay };
}

/** One row of a county's register: its cells by what their column means, and how a spreadsheet names them. */
export interface RegisterRow {
  readonly row: number;
  /** The cell's text; blank where the column is not there. */
  value(column: RegisterColumn): string;
  cell(column: RegisterColumn): string;
}

/** What the rows are held against. */
export interface RegisterFacts {
  readonly today: CalendarDay;
  /** The columns that the file has. */
  readonly columns: readonly RegisterColumn[];
  /** The columns whose amounts are written in units of ten thousand yuan. */
  readonly inWan: ReadonlySet<RegisterColumn>;
  readonly words: RegisterWords;
  /** What the village's register holds already, by name. */
  readonly standing: ReadonlyMap<string, RegisterItem>;
  /** What plates are held against beside the village's own. */
  readonly plates?: PlateGround;
}

/** The words by which a register names things, each with its code; the usual word first. */
export interface RegisterWords {
  readonly kind: ReadonlyMap<string, string>;
  readonly assetClass: ReadonlyMap<string, string>;
  readonly titleLevel: ReadonlyMap<string, string>;
  readonly condition: ReadonlyMap<string, string>;
  /** What heads a row of totals. */
  readonly totals: readonly string[];
}

/** The rows of one asset, the one that says all first. */
export interface RegisterGroup {
  readonly name: string;
  readonly first: RegisterRow;
  readonly rows: readonly RegisterRow[];
}

/**
 * The rows of an asset: the first says all, and further ones, by the same name, only what other years gave,
 * or the same level once more.
 */
export function registerRows({ asset, funds, known }: RegisterItem): RegisterCells[] {
  const [first = [], ...more] = fundRows(funds);
  const cells: Cell[] = [
    ['kind', asset.kind],
    ['assetClass', asset.assetClass],
    ['titleLevel', asset.titleLevel],
    ['titleHolder', asset.titleHolder],
    ['acquiredOn', asset.acquiredOn],
    ['cost', asset.cost === 0n ? undefined : plainYuan(asset.cost)],
    ['capacityKw', asset.capacityKw],
    ['meterMultiplier', asset.meterMultiplier],
    ['energyPrice', asset.energyPriceYuanPerKwh],
    ['subsidyPrice', asset.subsidyPriceYuanPerKwh],
    ['knownFrom', known?.validFrom],
    ...PARTICULARS.map((name): Cell => [name, known?.[name]]),
  ];
  return [[...cells, ...first], ...more].map((row) => cellsOf([['name', asset.name], ...row]));
}

type Cell = readonly [column: RegisterColumn, text: string | undefined];

/** What stands in a row: no cell of it is blank. */
function cellsOf(cells: readonly Cell[]): RegisterCells {
  return new Map(
    cells.flatMap(([column, text = '']): [RegisterColumn, string][] => (text === '' ? [] : [[column, text]])),
  );
}

/** Funds side by side as far as they are of one year and of different levels. */
function fundRows(funds: readonly Fund[]): Cell[][] {
  const rows: { readonly year: number; readonly amounts: Map<FundLevel, Fen> }[] = [];
  for (const { level, year, amount } of [...funds].sort((one, other) => one.year - other.year)) {
    const free = rows.find((row) => row.year === year && !row.amounts.has(level));
    if (free === undefined) rows.push({ year, amounts: new Map([[level, amount]]) });
    else free.amounts.set(level, amount);
  }
  return rows.map(({ year, amounts }) => [
    ['fundYear', String(year)],
    ...FUND_LEVELS.map((level): Cell => {
      const amount = amounts.get(level);
      return [fundColumn(level), amount === undefined ? undefined : plainYuan(amount)];
    }),
  ]);
}
