import { yuanText } from '../../domain/money/fen';
import type { YearChangeRow } from '../../domain/notices/year-plan-notice';
import { AREA, type Block, runs, STYLES } from './sheet-context';
import {
  type Cell,
  type Column,
  headBlock,
  headingBlock,
  noteLines,
  type SheetTable,
  stackedRow,
  totalBlock,
  WHOLE,
} from './sheet-table';
import { amountText } from './sheet-words';
import type { YearPlanContext } from './year-plan-sheet-wording';

const FIELDS = ['before', 'after', 'difference'] as const;
/** Room for twelve digits with their commas and a sign. */
const AMOUNT_WIDTH = 36;

const NAME: Column = { x: AREA.left, align: 'left' };
const NAME_WIDTH = AREA.width - FIELDS.length * AMOUNT_WIDTH - 3;

/** What a revision changes, each figure before and after with its difference; none where no figure moves. */
export function changeTable(context: YearPlanContext): SheetTable | undefined {
  const { notice, say } = context;
  const rows = notice.change?.rows ?? [];
  if (rows.length === 0) return undefined;
  const heads = FIELDS.map((field, index): Cell => {
    return { column: amountColumn(index), runs: runs(say(`change.${field}`), STYLES.columnHead) };
  });
  return {
    heading: headingBlock(context, say('change.heading'), WHOLE),
    head: headBlock(context, WHOLE, [
      { column: NAME, runs: runs(say('change.name'), STYLES.columnHead) },
      ...heads,
    ]),
    rows: rows.map((row) => changeRow(context, row)),
    foot: [],
    carry: (count, way) =>
      totalBlock(context, WHOLE, {
        cells: [{ column: NAME, runs: runs(say(`carry.${way}-rows`, { count }), STYLES.amountBold) }],
        height: 6.1,
      }),
  };
}

/** Why it is revised; nothing of a year's first plan. */
export function changeReason(context: YearPlanContext): Block[] {
  const { notice, say } = context;
  if (notice.change === undefined) return [];
  const text = say('change.why', { why: withoutStop(notice.change.why) });
  return noteLines(context, { heading: say('change.why-heading'), text });
}

function withoutStop(text: string): string {
  return text.trim().replace(/[\u3002.]$/u, '');
}

function changeRow(context: YearPlanContext, { name, before, after }: YearChangeRow): Block {
  const { paper } = context;
  const stack = { name: paper.wrap(runs(name, STYLES.item), NAME_WIDTH), below: [], pitch: 4.2 };
  const texts = [amountText(before), amountText(after), differenceText(BigInt(after) - BigInt(before))];
  const cells = texts.map((text, index): Cell => {
    return { column: amountColumn(index), runs: runs(text, STYLES.amount) };
  });
  return stackedRow(context, WHOLE, { stack, cells });
}

function differenceText(fen: bigint): string {
  return fen > 0n ? `+${yuanText(fen)}` : yuanText(fen);
}

function amountColumn(index: number): Column {
  return { x: AREA.right - (FIELDS.length - 1 - index) * AMOUNT_WIDTH, align: 'right' };
}
