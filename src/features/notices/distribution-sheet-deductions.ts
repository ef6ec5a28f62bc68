import { sumFen, yuanText } from '../../domain/money/fen';
import type { NoticeDeductionRow } from '../../domain/notices/distribution-notice';
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
import { deductionLines, deductionName } from './distribution-sheet-words';
import { amountText } from './sheet-words';

const SPAN: TableSpan = { left: AREA.left + 75, width: 81 };

interface Columns {
  readonly item: Column;
  readonly voucher: Column;
  readonly amount: Column;
  readonly itemWidth: number;
}

/** What was paid first: each cost with how it was reckoned, its vouchers and its amount. */
export function deductionsTable(context: DistributionContext): SheetTable {
  const { notice, say } = context;
  const columns = layOut(context);
  const { item, voucher, amount } = columns;
  const foot = totalRow(context, columns, { label: say('deductions.total'), rows: notice.deductions });
  const none = noteBlock(context, SPAN, say('deductions.none'));
  return {
    heading: headingBlock(context, say('deductions.heading'), SPAN),
    head: headBlock(context, SPAN, [
      { column: item, runs: runs(say('deductions.item'), STYLES.columnHead) },
      { column: voucher, runs: runs(say('deductions.voucher'), STYLES.columnHead) },
      { column: amount, runs: runs(say('deductions.amount'), STYLES.columnHead) },
    ]),
    rows: notice.deductions.map((row) => costRow(context, columns, row)),
    foot: notice.deductions.length === 0 ? [none, { height: 1.5, draw: () => undefined }, foot] : [foot],
    carry: (count, way) =>
      totalRow(context, columns, { label: say(`carry.${way}`), rows: notice.deductions.slice(0, count) }),
  };
}

function layOut(context: DistributionContext): Columns {
  const { notice, say } = context;
  const amounts = notice.deductions.map(({ amount }) => amountText(amount));
  const vouchers = notice.deductions.flatMap((row) => row.vouchers);
  const right = SPAN.left + SPAN.width;
  const total = widest(context, [amountText(notice.sums.deducted)], STYLES.amountBold);
  const amountWidth = Math.max(widest(context, amounts, STYLES.amount), total, 14.5);
  const voucherHead = widest(context, [say('deductions.voucher')], STYLES.columnHead);
  const voucherWidth = Math.max(widest(context, vouchers, STYLES.voucher), voucherHead);
  const voucherX = right - amountWidth - voucherWidth - 3;
  return {
    item: { x: SPAN.left, align: 'left' },
    voucher: { x: voucherX, align: 'left' },
    amount: { x: right, align: 'right' },
    itemWidth: voucherX - SPAN.left - 1.8,
  };
}

function costRow(context: DistributionContext, columns: Columns, row: NoticeDeductionRow): Block {
  const { notice, paper, say } = context;
  const name = runs(deductionName(row, notice, say), STYLES.item);
  const lines = deductionLines(row, notice, say);
  const stack = {
    name: paper.wrap(name, columns.itemWidth),
    below: lines.flatMap((line) => paper.wrap(runs(line, STYLES.reckoning), columns.itemWidth)),
    pitch: 4.2,
  };
  const [first = '', ...others] = row.vouchers;
  const voucher: Cell = {
    column: columns.voucher,
    runs: runs(first, STYLES.voucher),
    below: others.map((each) => runs(each, STYLES.voucher)),
  };
  const amount: Cell = { column: columns.amount, runs: runs(amountText(row.amount), STYLES.amount) };
  return stackedRow(context, SPAN, { stack, cells: [voucher, amount] });
}

function totalRow(
  context: DistributionContext,
  columns: Columns,
  total: { readonly label: string; readonly rows: readonly NoticeDeductionRow[] },
): Block {
  const sum = yuanText(sumFen(total.rows.map(({ amount }) => BigInt(amount))));
  const cells: Cell[] = [
    { column: columns.item, runs: runs(total.label, STYLES.amountBold) },
    { column: columns.amount, runs: runs(sum, STYLES.amountBold) },
  ];
  return totalBlock(context, SPAN, { cells, height: 6.1 });
}
