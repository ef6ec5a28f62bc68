import { sumFen, yuanText } from '../../domain/money/fen';
import { percentText } from '../../domain/money/printed-share';
import type { FenText } from '../../domain/notices/distribution-notice';
import { AREA, type Block, runs, type SheetContext, STYLES } from './sheet-context';
import {
  type Cell,
  type Column,
  headBlock,
  headingBlock,
  type SheetTable,
  totalBlock,
  WHOLE,
  widest,
} from './sheet-table';
import { amountText } from './sheet-words';

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

/** A use, or what is kept of the money, as a row of the table. */
export interface PrintedUse {
  readonly name: string;
  readonly description: string;
  /** How it is reckoned, or what of it was given before, on a line of its own. */
  readonly reckoned?: string | undefined;
  /** The mark of its clause; absent of what a village decides itself, null of what is no use. */
  readonly clauseMark?: number | null | undefined;
  readonly amount: FenText;
  /** In hundredths of a percent; absent where there is nothing to divide. */
  readonly share: bigint | undefined;
}

/** The uses of a sheet, and the whole that they add up to. */
export interface PrintedUses {
  readonly heading: string;
  readonly denominator: string;
  readonly rows: readonly PrintedUse[];
  readonly whole: FenText;
  /** What of the whole is used, said in the total. */
  readonly planned: { readonly label: string; readonly amount: FenText };
  /** Right under the total. */
  readonly below?: readonly Block[];
}

/** Where the money goes: each use with its clause, amount and share; what is kept of it stands last. */
export function usesTable(context: SheetContext, uses: PrintedUses): SheetTable {
  const { say } = context;
  const columns = layOut(context, uses);
  const head = (key: 'name' | 'description' | 'clause' | 'amount' | 'share', column: Column): Cell => ({
    column,
    runs: runs(say(`uses.${key}`), STYLES.columnHead),
  });
  return {
    heading: headingBlock(context, uses.heading, { ...WHOLE, right: uses.denominator }),
    head: headBlock(context, WHOLE, [
      head('name', columns.name),
      head('description', columns.description),
      head('clause', columns.mark),
      head('amount', columns.amount),
      head('share', columns.share),
    ]),
    rows: uses.rows.map((use, index) =>
      useRow(context, columns, { ...use, last: index === uses.rows.length - 1 }),
    ),
    foot: [totalRow(context, columns, uses), ...(uses.below ?? [])],
    carry: (count, way) =>
      carryRow(context, columns, { label: say(`carry.${way}`), rows: uses.rows.slice(0, count) }),
  };
}

function markText({ say }: SheetContext, { clauseMark: mark }: PrintedUse): string {
  if (mark === undefined) return say('uses.own-decision');
  return mark === null ? say('uses.no-mark') : ([...say('marks')][mark - 1] ?? `(${mark})`);
}

function shareText({ say }: SheetContext, hundredths: bigint | undefined): string {
  return hundredths === undefined ? say('uses.no-mark') : percentText(hundredths);
}

function layOut(context: SheetContext, { rows, whole }: PrintedUses): Columns {
  const amounts = rows.map(({ amount }) => amountText(amount));
  const total = widest(context, [amountText(whole)], STYLES.useTotal);
  const amountWidth = Math.max(widest(context, amounts, STYLES.useAmount), total);
  const amountX = AREA.right - 20.8;
  const marks = rows.map((row) => markText(context, row));
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

function useRow(
  context: SheetContext,
  columns: Columns,
  use: PrintedUse & { readonly last: boolean },
): Block {
  const { paper, tight } = context;
  const name = paper.wrap(runs(use.name, STYLES.useName), DESCRIPTION_X - AREA.left - 2.5);
  const description = [use.description, use.reckoned ?? '']
    .filter((text) => text !== '')
    .flatMap((text) => paper.wrap(runs(text, STYLES.useText), columns.descriptionWidth));
  const lines = Math.max(name.length, description.length);
  const height = 7.65 - tight + (lines - 1) * LINE_PITCH;
  const first = 5.3 - tight / 2;
  return {
    height,
    draw: (top) => {
      const stacks = [
        { lines: name, column: columns.name },
        { lines: description, column: columns.description },
      ];
      for (const { lines: stack, column } of stacks) {
        paper.tagged({ type: 'TD' }, () =>
          stack.forEach((line, index) =>
            paper.text(line.runs, { ...column, y: top + first + index * LINE_PITCH }),
          ),
        );
      }
      paper.text(runs(markText(context, use), STYLES.useText), { ...columns.mark, y: top + first });
      paper.text(runs(amountText(use.amount), STYLES.useAmount), { ...columns.amount, y: top + first + 0.1 });
      paper.text(runs(shareText(context, use.share), STYLES.useShare), { ...columns.share, y: top + first });
      if (!use.last) paper.rule(WHOLE.left, top + height, { width: WHOLE.width, weight: 0.4, grey: 0.25 });
    },
  };
}

function totalRow(context: SheetContext, columns: Columns, { planned, rows, whole }: PrintedUses): Block {
  const { say } = context;
  const isShared = rows.some(({ share }) => share !== undefined);
  const said = [
    ...runs(`${planned.label} `, STYLES.useTotalText),
    ...runs(amountText(planned.amount), STYLES.useTotal),
  ];
  const cells: Cell[] = [
    { column: columns.name, runs: runs(say('uses.total'), STYLES.useTotal) },
    { column: columns.description, runs: said },
    { column: columns.amount, runs: runs(amountText(whole), STYLES.useTotal) },
    {
      column: columns.share,
      runs: runs(shareText(context, isShared ? 10_000n : undefined), STYLES.useTotal),
    },
  ];
  return totalBlock(context, WHOLE, { cells, height: 6.9 });
}

function carryRow(
  context: SheetContext,
  columns: Columns,
  carried: { readonly label: string; readonly rows: readonly PrintedUse[] },
): Block {
  const sum = yuanText(sumFen(carried.rows.map(({ amount }) => BigInt(amount))));
  const cells: Cell[] = [
    { column: columns.name, runs: runs(carried.label, STYLES.useTotal) },
    { column: columns.amount, runs: runs(sum, STYLES.useTotal) },
  ];
  return totalBlock(context, WHOLE, { cells, height: 6.9 });
}
