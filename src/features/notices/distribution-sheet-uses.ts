import { sumFen, yuanText } from '../../domain/money/fen';
import { percentText } from '../../domain/money/printed-share';
import { noticeShares } from '../../domain/notices/check-distribution-notice';
import { reserveSums } from '../../domain/notices/reserve-rows';
import { AREA, type Block, runs, type SheetContext, STYLES } from './distribution-sheet-context';
import {
  type Cell,
  type Column,
  headBlock,
  headingBlock,
  type SheetTable,
  totalBlock,
  WHOLE,
  widest,
} from './distribution-sheet-table';
import { amountText } from './distribution-sheet-words';

const DESCRIPTION_X = AREA.left + 37.4;
const LINE_PITCH = 5.2;

interface Columns {
  readonly name: Column;
  readonly description: Column;
  readonly mark: Column;
  readonly amount: Column;
  readonly share: Column;
  readonly descriptionWidth: number;
}

interface Use {
  readonly name: string;
  readonly description: string;
  readonly mark: string;
  readonly amount: string;
  readonly share: string;
}

/**
 * Where the money goes: each use with its clause, amount and share of the distributable sum; what is left
 * over stands last.
 */
export function usesTable(context: SheetContext): SheetTable {
  const { notice, say } = context;
  const columns = layOut(context);
  const uses = listUses(context);
  const denominator = say('uses.denominator', { amount: amountText(notice.sums.distributable) });
  const head = (key: 'name' | 'description' | 'clause' | 'amount' | 'share', column: Column): Cell => ({
    column,
    runs: runs(say(`uses.${key}`), STYLES.columnHead),
  });
  return {
    heading: headingBlock(context, 'uses.heading', { ...WHOLE, right: denominator }),
    head: headBlock(context, WHOLE, [
      head('name', columns.name),
      head('description', columns.description),
      head('clause', columns.mark),
      head('amount', columns.amount),
      head('share', columns.share),
    ]),
    rows: uses.map((use, index) => useRow(context, columns, { ...use, last: index === uses.length - 1 })),
    foot: [totalRow(context, columns)],
    carry: (count, way) => carryRow(context, columns, { label: say(`carry.${way}`), count }),
  };
}

function listUses(context: SheetContext): Use[] {
  const { notice, say } = context;
  const shares = noticeShares(notice);
  const marks = [...say('marks')];
  const rows = notice.uses.rows.map((row, index) => ({
    name: row.name,
    description: row.description,
    mark:
      row.clauseMark === undefined
        ? say('uses.own-decision')
        : (marks[row.clauseMark - 1] ?? `(${row.clauseMark})`),
    amount: amountText(row.amount),
    share: shareText(shares?.rows[index], say('uses.no-mark')),
  }));
  const leftOver = {
    name: say('uses.left-over'),
    description: leftOverText(context),
    mark: say('uses.no-mark'),
    amount: amountText(notice.sums.leftOver),
    share: shareText(shares?.leftOver, say('uses.no-mark')),
  };
  return [...rows, leftOver];
}

/** What is left over for, and how much of it is set aside. */
function leftOverText({ notice: { uses, reserves }, say }: SheetContext): string {
  const kept = reserves === undefined ? 0n : reserveSums(reserves).after;
  const reserved = kept === 0n ? '' : say('uses.reserved', { amount: yuanText(kept) });
  return [uses.leftOverFor ?? '', reserved].filter((text) => text !== '').join(SEMICOLON);
}

const SEMICOLON = '\uff1b';

function shareText(hundredths: bigint | undefined, none: string): string {
  return hundredths === undefined ? none : percentText(hundredths);
}

function layOut(context: SheetContext): Columns {
  const { notice } = context;
  const amounts = [
    ...notice.uses.rows.map(({ amount }) => amountText(amount)),
    amountText(notice.sums.leftOver),
  ];
  const total = widest(context, [amountText(notice.sums.distributable)], STYLES.useTotal);
  const amountWidth = Math.max(widest(context, amounts, STYLES.useAmount), total);
  const amountX = AREA.right - 20.8;
  const marks = listUses(context).map(({ mark }) => mark);
  const markX = Math.min(134.8, amountX - amountWidth - 2.5 - widest(context, marks, STYLES.useText) / 2);
  return {
    name: { x: AREA.left, align: 'left' },
    description: { x: DESCRIPTION_X, align: 'left' },
    mark: { x: markX, align: 'centre' },
    amount: { x: amountX, align: 'right' },
    share: { x: AREA.right, align: 'right' },
    descriptionWidth: markX - 5 - DESCRIPTION_X,
  };
}

function useRow(context: SheetContext, columns: Columns, use: Use & { readonly last: boolean }): Block {
  const { paper, tight } = context;
  const name = paper.wrap(runs(use.name, STYLES.useName), DESCRIPTION_X - AREA.left - 2.5);
  const description = paper.wrap(runs(use.description, STYLES.useText), columns.descriptionWidth);
  const lines = Math.max(name.length, description.length);
  const height = 7.65 - tight + (lines - 1) * LINE_PITCH;
  const first = 5.3 - tight / 2;
  return {
    height,
    draw: (top) => {
      name.forEach((line, index) =>
        paper.text(line.runs, { ...columns.name, y: top + first + index * LINE_PITCH }),
      );
      description.forEach((line, index) =>
        paper.text(line.runs, { ...columns.description, y: top + first + index * LINE_PITCH }),
      );
      paper.text(runs(use.mark, STYLES.useText), { ...columns.mark, y: top + first });
      paper.text(runs(use.amount, STYLES.useAmount), { ...columns.amount, y: top + first + 0.1 });
      paper.text(runs(use.share, STYLES.useShare), { ...columns.share, y: top + first });
      if (!use.last) paper.rule(WHOLE.left, top + height, { width: WHOLE.width, weight: 0.4, grey: 0.25 });
    },
  };
}

function totalRow(context: SheetContext, columns: Columns): Block {
  const { notice, say } = context;
  const hundred = noticeShares(notice) === undefined ? say('uses.no-mark') : percentText(10_000n);
  const planned = [
    ...runs(`${say('uses.planned')} `, STYLES.useTotalText),
    ...runs(amountText(notice.sums.planned), STYLES.useTotal),
  ];
  const cells: Cell[] = [
    { column: columns.name, runs: runs(say('uses.total'), STYLES.useTotal) },
    { column: columns.description, runs: planned },
    { column: columns.amount, runs: runs(amountText(notice.sums.distributable), STYLES.useTotal) },
    { column: columns.share, runs: runs(hundred, STYLES.useTotal) },
  ];
  return totalBlock(context, WHOLE, { cells, height: 6.9 });
}

function carryRow(
  context: SheetContext,
  columns: Columns,
  carried: { readonly label: string; readonly count: number },
): Block {
  const rows = context.notice.uses.rows.slice(0, carried.count);
  const sum = yuanText(sumFen(rows.map(({ amount }) => BigInt(amount))));
  const cells: Cell[] = [
    { column: columns.name, runs: runs(carried.label, STYLES.useTotal) },
    { column: columns.amount, runs: runs(sum, STYLES.useTotal) },
  ];
  return totalBlock(context, WHOLE, { cells, height: 6.9 });
}
