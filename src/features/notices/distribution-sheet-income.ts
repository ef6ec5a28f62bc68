import { type Fen, sumFen, yuanText } from '../../domain/money/fen';
import { streamTotal } from '../../domain/notices/check-distribution-notice';
import type { IncomeStream, NoticeIncomeRow } from '../../domain/notices/distribution-notice';
import type { DistributionContext } from './distribution-sheet-wording';
import { AREA, type Block, runs, STYLES } from './sheet-context';
import {
  type Cell,
  type Column,
  headBlock,
  headingBlock,
  noteBlock,
  type SheetTable,
  stackedRow,
  totalBlock,
  type TableSpan,
  widest,
} from './sheet-table';
import {
  assetLines,
  incomeMonthsText,
  outstandingNotes,
  taxKeptText,
  taxText,
} from './distribution-sheet-words';
import { amountText } from './sheet-words';

const SPAN: TableSpan = { left: AREA.left, width: 70 };
const COLUMN_GAP = 2;
/** The small lines stand below the amounts and may reach a little under the first of them, in mm. */
const OVERHANG = 4;

interface Columns {
  readonly streams: readonly { readonly stream: IncomeStream; readonly column: Column }[];
  readonly nameWidth: number;
}

/** What came in: one row per asset, one column per stream, and under it what is still outstanding. */
export function incomeTable(context: DistributionContext): SheetTable {
  const { notice, say } = context;
  const columns = layOut(context);
  const headCells = columns.streams.map(({ stream, column }) => ({
    column,
    runs: runs(say(`income.stream.${stream}`), STYLES.columnHead),
  }));
  const assetHead = runs(say(`income.asset.${notice.heading.pool}`), STYLES.columnHead);
  const taxes = [taxText(notice, say), taxKeptText(notice, say)];
  const notes = [...taxes, incomeMonthsText(notice, say), ...outstandingNotes(notice, say)];
  return {
    heading: headingBlock(context, say('income.heading'), SPAN),
    head: headBlock(context, SPAN, [
      { column: { x: SPAN.left, align: 'left' }, runs: assetHead },
      ...headCells,
    ]),
    rows: notice.income.rows.map((row) => assetRow(context, columns, row)),
    foot: [
      sumRow(context, columns, { label: say('income.total'), rows: notice.income.rows }),
      { height: 0.6, draw: () => undefined },
      ...notes.filter((note) => note !== undefined).map((note) => noteBlock(context, SPAN, note)),
    ],
    carry: (count, way) =>
      sumRow(context, columns, { label: say(`carry.${way}`), rows: notice.income.rows.slice(0, count) }),
  };
}

function layOut(context: DistributionContext): Columns {
  const { notice, say } = context;
  let right = SPAN.left + SPAN.width;
  const streams = [...notice.income.streams].reverse().map((stream) => {
    const column: Column = { x: right, align: 'right' };
    const cells = notice.income.rows.map((row) => receiptText(context, row, stream));
    const head = widest(context, [say(`income.stream.${stream}`)], STYLES.columnHead);
    const total = widest(context, [yuanText(streamTotal(notice, stream))], STYLES.amountBold);
    right -= Math.max(widest(context, cells, STYLES.amount), head, total, 13) + COLUMN_GAP;
    return { stream, column };
  });
  return { streams: streams.reverse(), nameWidth: right - SPAN.left };
}

function assetRow(context: DistributionContext, columns: Columns, row: NoticeIncomeRow): Block {
  const { paper, say } = context;
  const cells: Cell[] = columns.streams.map(({ stream, column }) => ({
    column,
    runs: runs(receiptText(context, row, stream), STYLES.amount),
  }));
  const besideAmounts = paper.wrap(runs(row.asset, STYLES.item), columns.nameWidth);
  const wideName = besideAmounts.length > 2;
  const belowWidth = wideName ? SPAN.width : columns.nameWidth + OVERHANG;
  const stack = {
    name: wideName ? paper.wrap(runs(row.asset, STYLES.item), SPAN.width) : besideAmounts,
    below: assetLines(row, say).flatMap((line) => paper.wrap(runs(line, STYLES.reckoning), belowWidth)),
    pitch: 4.2,
  };
  return stackedRow(context, SPAN, { stack, cells, wideName });
}

function sumRow(
  context: DistributionContext,
  columns: Columns,
  sum: { readonly label: string; readonly rows: readonly NoticeIncomeRow[] },
): Block {
  const { paper } = context;
  const received = (stream: IncomeStream): Fen =>
    sumFen(
      sum.rows.flatMap(({ receipts }) =>
        receipts.filter((receipt) => receipt.stream === stream).map((receipt) => BigInt(receipt.received)),
      ),
    );
  const totals = columns.streams.map(({ stream, column }) => ({ column, amount: received(stream) }));
  const cells: Cell[] = totals.map(({ column, amount }) => ({
    column,
    runs: runs(yuanText(amount), STYLES.amountBold),
  }));
  const whole = yuanText(sumFen(totals.map(({ amount }) => amount)));
  const label = runs(totals.length > 1 ? `${sum.label} ${whole}` : sum.label, STYLES.amountBold);
  const left: Column = { x: SPAN.left, align: 'left' };
  if (paper.width(label) <= columns.nameWidth || totals.length < 2) {
    return totalBlock(context, SPAN, { cells: [{ column: left, runs: label }, ...cells], height: 6.1 });
  }
  return tallSumRow(context, { cells, label: sum.label, whole });
}

/**
 * Where the sum of all streams does not fit beside their totals it stands on a line of its own above them.
 */
function tallSumRow(
  context: DistributionContext,
  sum: { readonly cells: readonly Cell[]; readonly label: string; readonly whole: string },
): Block {
  const { paper } = context;
  const line = totalBlock(context, SPAN, { cells: sum.cells, height: 10.4 });
  return {
    height: line.height,
    draw: (top) => {
      paper.rule(SPAN.left, top, { width: SPAN.width, weight: 1 });
      paper.tagged({ type: 'TD' }, () => {
        paper.text(runs(sum.label, STYLES.amountBold), { x: SPAN.left, y: top + 4.3 });
        const right = { x: SPAN.left + SPAN.width, align: 'right' } as const;
        paper.text(runs(sum.whole, STYLES.amountBold), { ...right, y: top + 4.3 });
      });
      for (const { column, runs: text } of sum.cells) paper.text(text, { ...column, y: top + 8.9 });
      paper.rule(SPAN.left, top + line.height, { width: SPAN.width, weight: 1 });
    },
  };
}

function receiptText({ say }: DistributionContext, row: NoticeIncomeRow, stream: IncomeStream): string {
  const receipt = row.receipts.find((each) => each.stream === stream);
  const outstanding = BigInt(receipt?.outstanding ?? '0') > 0n;
  if (receipt === undefined || BigInt(receipt.received) === 0n) {
    return say(outstanding ? 'income.outstanding' : 'income.none');
  }
  const amount = amountText(receipt.received);
  return outstanding ? say('income.partly', { amount }) : amount;
}
