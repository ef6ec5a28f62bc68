import { yuanText } from '../../domain/money/fen';
import type { NoticeReserveRow } from '../../domain/notices/distribution-notice';
import { reserveSums, type ReserveSums } from '../../domain/notices/reserve-rows';
import type { DistributionContext } from './distribution-sheet-wording';
import { AREA, type Block, runs, STYLES } from './sheet-context';
import {
  type Cell,
  type Column,
  headBlock,
  headingBlock,
  type SheetTable,
  stackedRow,
  totalBlock,
  WHOLE,
  widest,
} from './sheet-table';
import { amountText, dayText } from './sheet-words';

const FIELDS = ['before', 'kept', 'released', 'after'] as const;
const GAP = 3;

interface Columns {
  readonly name: Column;
  readonly amounts: Readonly<Record<keyof ReserveSums, Column>>;
  readonly nameWidth: number;
}

/** What of the money left over is set aside: before, in the period, released, and when it ended. */
export function reservesTable(context: DistributionContext): SheetTable | undefined {
  const { say } = context;
  const { reserves } = context.notice;
  if (reserves === undefined) return undefined;
  const columns = layOut(context, reserves);
  const heads = FIELDS.map((field): Cell => {
    return { column: columns.amounts[field], runs: runs(say(`reserves.${field}`), STYLES.columnHead) };
  });
  const name = { column: columns.name, runs: runs(say('reserves.purpose'), STYLES.columnHead) };
  return {
    heading: headingBlock(context, say('reserves.heading'), WHOLE),
    head: headBlock(context, WHOLE, [name, ...heads]),
    rows: reserves.map((row) => reserveRow(context, columns, row)),
    foot: [totalRow(context, columns, { label: say('reserves.total'), rows: reserves })],
    carry: (count, way) =>
      totalRow(context, columns, { label: say(`carry.${way}`), rows: reserves.slice(0, count) }),
  };
}

function layOut(context: DistributionContext, reserves: readonly NoticeReserveRow[]): Columns {
  const { say } = context;
  const sums = reserveSums(reserves);
  let right = AREA.right;
  const placed = [...FIELDS].reverse().map((field): [keyof ReserveSums, Column] => {
    const column: Column = { x: right, align: 'right' };
    const cells = reserves.map((row) => amountText(row[field]));
    const head = widest(context, [say(`reserves.${field}`)], STYLES.columnHead);
    const total = widest(context, [yuanText(sums[field])], STYLES.amountBold);
    right -= Math.max(widest(context, cells, STYLES.amount), head, total, 16) + GAP;
    return [field, column];
  });
  const at = new Map(placed);
  const end: Column = { x: AREA.right, align: 'right' };
  const of = (field: keyof ReserveSums): Column => at.get(field) ?? end;
  return {
    name: { x: AREA.left, align: 'left' },
    amounts: { before: of('before'), kept: of('kept'), released: of('released'), after: of('after') },
    nameWidth: right - AREA.left,
  };
}

function reserveRow(context: DistributionContext, columns: Columns, row: NoticeReserveRow): Block {
  const { paper } = context;
  const stack = {
    name: paper.wrap(runs(row.purpose, STYLES.item), columns.nameWidth),
    below: linesOf(context, row).flatMap((line) =>
      paper.wrap(runs(line, STYLES.reckoning), columns.nameWidth),
    ),
    pitch: 4.2,
  };
  const cells = FIELDS.map((field): Cell => {
    return { column: columns.amounts[field], runs: runs(amountText(row[field]), STYLES.amount) };
  });
  return stackedRow(context, WHOLE, { stack, cells });
}

/** The decision it goes back to, and what was released with its reason. */
function linesOf(
  { say }: DistributionContext,
  { setOn, paper, later, releases }: NoticeReserveRow,
): string[] {
  const kept = later === undefined || later.kept === '0' ? undefined : amountText(later.kept);
  return [
    say('reserves.paper', { on: dayText(setOn, say), paper }),
    ...(kept === undefined ? [] : [say('reserves.kept-later', { amount: kept })]),
    ...releases.map(({ on, amount, reason }) =>
      say('reserves.release', { on: dayText(on, say), amount: amountText(amount), reason }),
    ),
  ];
}

function totalRow(
  context: DistributionContext,
  columns: Columns,
  total: { readonly label: string; readonly rows: readonly NoticeReserveRow[] },
): Block {
  const sums = reserveSums(total.rows);
  const cells = FIELDS.map((field): Cell => {
    return { column: columns.amounts[field], runs: runs(yuanText(sums[field]), STYLES.amountBold) };
  });
  const label = { column: columns.name, runs: runs(total.label, STYLES.amountBold) };
  return totalBlock(context, WHOLE, { cells: [label, ...cells], height: 6.1 });
}
