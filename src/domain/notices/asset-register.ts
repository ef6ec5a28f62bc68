import { FUND_LEVELS, type Fund } from '../assets/asset';
import { DEPARTURE_WAYS, type ExitWay, LEAVING_WAYS } from '../assets/asset-life';
import type { CalendarDay } from '../calendar/calendar-day';
import { type Fen, sumFen } from '../money/fen';
import { type ReportFigures, type ReportRow, reportTable, type ReportShape } from './report-notice';

/** What stands in the register on the last day, whose money it was, and what came and went. */
export const ASSET_REGISTER = {
  pools: 'none',
  sums: ['atStart', 'added', 'removed', 'atEnd'],
  tables: {
    standing: {
      fields: {
        asset: { kind: 'asset' },
        acquired: { kind: 'day' },
        lost: { kind: 'money' },
        cost: { kind: 'money' },
      },
      ...{ lead: 'asset', amount: 'cost', totals: { lost: '', cost: 'atEnd' } },
    },
    funds: {
      fields: { level: { kind: 'word', words: FUND_LEVELS }, amount: { kind: 'money' } },
      ...{ lead: 'level', amount: 'amount', totals: { amount: '' } },
    },
    moves: {
      fields: {
        day: { kind: 'day' },
        asset: { kind: 'asset' },
        way: { kind: 'word', words: ['acquired', 'improved', ...LEAVING_WAYS, ...DEPARTURE_WAYS] },
        added: { kind: 'money' },
        removed: { kind: 'money' },
      },
      ...{ lead: 'asset', amount: 'added', totals: { added: 'added', removed: 'removed' } },
    },
  },
} as const satisfies ReportShape;

/** An asset as the register has it on the first and on the last day. */
export interface AssetOverTime {
  readonly id: string;
  readonly acquiredOn: CalendarDay;
  /** What it had cost on the evening before the first day; absent where it was not there yet. */
  readonly costBefore?: Fen;
  /** On the last day, or when it left. */
  readonly cost: Fen;
  readonly funds: readonly Fund[];
  /** What it has lost in value, by the books of the last day. */
  readonly lost: Fen;
  readonly left?: { readonly on: CalendarDay; readonly by: ExitWay };
}

/** What the sheet is made of; what left before the first day is not among it. */
export interface AssetRegisterFacts {
  readonly periodTo: CalendarDay;
  readonly assets: readonly AssetOverTime[];
}

/** The figures of the sheet; what was improved is told on the last day, with the sum of its improvements. */
export function assetRegisterNotice({ assets, periodTo }: AssetRegisterFacts): ReportFigures {
  const { standing, funds, moves } = ASSET_REGISTER.tables;
  const standingNow = assets.filter(({ left }) => left === undefined);
  const rows = standingNow.map(({ id, acquiredOn, lost, cost }): ReportRow => {
    return { asset: id, acquired: acquiredOn, lost: String(lost), cost: String(cost) };
  });
  const moved = reportTable(moves, assets.flatMap((asset) => movesOf(asset, periodTo)).sort(byDay));
  const { added = '0', removed = '0' } = moved.totals;
  const stood = reportTable(standing, rows);
  return {
    sums: {
      atStart: String(sumFen(assets.map(({ costBefore = 0n }) => costBefore))),
      ...{ added, removed, atEnd: stood.totals['cost'] ?? '0' },
    },
    tables: {
      standing: stood,
      funds: reportTable(funds, fundRows(standingNow.flatMap((asset) => asset.funds))),
      moves: moved,
    },
  };
}

function movesOf(
  { id, acquiredOn, costBefore, cost, left }: AssetOverTime,
  periodTo: CalendarDay,
): ReportRow[] {
  const added = cost - (costBefore ?? 0n);
  const came: ReportRow[] =
    costBefore === undefined
      ? [{ day: acquiredOn, asset: id, way: 'acquired', added: String(added) }]
      : [{ day: left?.on ?? periodTo, asset: id, way: 'improved', added: String(added) }];
  const gone: ReportRow[] =
    left === undefined ? [] : [{ day: left.on, asset: id, way: left.by, removed: String(cost) }];
  return [...(added === 0n && costBefore !== undefined ? [] : came), ...gone];
}

/** Each level with what it gave, in the order in which levels are named. */
function fundRows(funds: readonly Fund[]): ReportRow[] {
  return FUND_LEVELS.flatMap((level): ReportRow[] => {
    const own = funds.filter((fund) => fund.level === level);
    return own.length === 0 ? [] : [{ level, amount: String(sumFen(own.map(({ amount }) => amount))) }];
  });
}

function byDay({ day: one = '' }: ReportRow, { day: other = '' }: ReportRow): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
