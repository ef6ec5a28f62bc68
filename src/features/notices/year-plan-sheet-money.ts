import { costKindOf } from '../../domain/distribution/year-plan';
import { sumFen, yuanText } from '../../domain/money/fen';
import type { YearMoneyRow } from '../../domain/notices/year-plan-notice';
import { AREA, type Block, runs, STYLES } from './sheet-context';
import {
  type Cell,
  type Column,
  headBlock,
  headingBlock,
  noteBlock,
  type SheetTable,
  stackedRow,
  type TableSpan,
  totalBlock,
  widest,
} from './sheet-table';
import { amountText } from './sheet-words';
import type { YearPlanContext } from './year-plan-sheet-wording';

const MONEY: TableSpan = { left: AREA.left, width: 75.5 };
const COSTS: TableSpan = { left: AREA.left + 80.5, width: 75.5 };

interface Columns {
  readonly span: TableSpan;
  readonly name: Column;
  readonly amount: Column;
  readonly nameWidth: number;
}

/** What is expected to come in beside what will have to be paid, each with where its figure comes from. */
export function moneyTables(context: YearPlanContext): SheetTable[] {
  const { notice, say } = context;
  const isCost = ({ code }: YearMoneyRow): boolean => costKindOf(code) !== undefined;
  const came = notice.money.filter((row) => !isCost(row));
  const costs = notice.money.filter(isCost);
  return [
    moneyTable(context, MONEY, { rows: came, heading: say('money.heading'), none: say('money.none') }),
    moneyTable(context, COSTS, { rows: costs, heading: say('costs.heading'), none: say('costs.none') }),
  ];
}

function moneyTable(
  context: YearPlanContext,
  span: TableSpan,
  told: { readonly rows: readonly YearMoneyRow[]; readonly heading: string; readonly none: string },
): SheetTable {
  const { say } = context;
  const { rows } = told;
  const columns = layOut(context, span, rows);
  const total = totalRow(context, columns, { label: say('money.total'), rows });
  const none = noteBlock(context, span, told.none);
  return {
    heading: headingBlock(context, told.heading, span),
    head: headBlock(context, span, [
      { column: columns.name, runs: runs(say('money.name'), STYLES.columnHead) },
      { column: columns.amount, runs: runs(say('money.amount'), STYLES.columnHead) },
    ]),
    rows: rows.map((row) => moneyRow(context, columns, row)),
    foot: rows.length === 0 ? [none, { height: 1.5, draw: () => undefined }, total] : [total],
    carry: (count, way) =>
      totalRow(context, columns, { label: say(`carry.${way}`), rows: rows.slice(0, count) }),
  };
}

function layOut(context: YearPlanContext, span: TableSpan, rows: readonly YearMoneyRow[]): Columns {
  const right = span.left + span.width;
  const cells = widest(
    context,
    rows.map(({ amount }) => amountText(amount)),
    STYLES.amount,
  );
  const width = Math.max(cells, widest(context, [sumText(rows)], STYLES.amountBold), 16);
  return {
    span,
    name: { x: span.left, align: 'left' },
    amount: { x: right, align: 'right' },
    nameWidth: span.width - width - 3,
  };
}

function moneyRow(context: YearPlanContext, columns: Columns, row: YearMoneyRow): Block {
  const { paper, say } = context;
  const { span, nameWidth } = columns;
  const below = [row.from, ...(row.why === undefined ? [] : [say('money.why', { why: row.why })])];
  const stack = {
    name: paper.wrap(runs(row.name, STYLES.item), nameWidth),
    below: below.flatMap((line) => paper.wrap(runs(line, STYLES.reckoning), nameWidth)),
    pitch: 4.2,
  };
  const amount: Cell = { column: columns.amount, runs: runs(amountText(row.amount), STYLES.amount) };
  return stackedRow(context, span, { stack, cells: [amount] });
}

function totalRow(
  context: YearPlanContext,
  columns: Columns,
  total: { readonly label: string; readonly rows: readonly YearMoneyRow[] },
): Block {
  const cells: Cell[] = [
    { column: columns.name, runs: runs(total.label, STYLES.amountBold) },
    { column: columns.amount, runs: runs(sumText(total.rows), STYLES.amountBold) },
  ];
  return totalBlock(context, columns.span, { cells, height: 6.1 });
}

function sumText(rows: readonly YearMoneyRow[]): string {
  return yuanText(sumFen(rows.map(({ amount }) => BigInt(amount))));
}
