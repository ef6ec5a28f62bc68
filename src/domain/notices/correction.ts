import { REVERSAL_REASONS } from '../ledger/reversal';
import { type Fen, sumFen } from '../money/fen';
import { type ReportFigures, type ReportRow, reportTable, type ReportShape } from './report-notice';

const COUNTS = { due: { kind: 'count' }, present: { kind: 'count' }, inFavour: { kind: 'count' } } as const;
const OLD = { number: { kind: 'text' }, version: { kind: 'count' }, code: { kind: 'text' } } as const;
const NEW = {
  newNumber: { kind: 'text' },
  newVersion: { kind: 'count' },
  newCode: { kind: 'text' },
} as const;

/**
 * What a published sheet says otherwise now: which lines, from what to what, why, and who decided it. What
 * only follows from other lines stands under them and counts nothing by itself.
 */
export const CORRECTION = {
  pools: 'none',
  matter: 'sheet',
  sums: ['before', 'more', 'less', 'after'],
  facts: {
    ...{ ...OLD, hungOn: { kind: 'day' }, ...NEW },
    /** What the whole comes to, by its name on the sheet. */
    result: { kind: 'text' },
    /** In which later days a difference counts, where the sheet itself is not published anew. */
    carriedBy: { kind: 'text' },
    why: { kind: 'text' },
    ...{ body: { kind: 'text' }, decidedOn: { kind: 'day' }, ...COUNTS },
  },
  tables: {
    lines: {
      fields: {
        line: { kind: 'text' },
        before: { kind: 'money' },
        after: { kind: 'money' },
        change: { kind: 'change' },
        more: { kind: 'money' },
        less: { kind: 'money' },
      },
      ...{ lead: 'line', amount: 'change', totals: { more: 'more', less: 'less' } },
      strong: ['more', 'less'],
    },
    causes: {
      fields: {
        part: { kind: 'text' },
        item: { kind: 'text' },
        day: { kind: 'day' },
        entry: { kind: 'entry' },
        asset: { kind: 'asset' },
        reason: { kind: 'word', words: [...REVERSAL_REASONS, 'booked'] },
        change: { kind: 'change' },
      },
      ...{ lead: 'item', amount: 'change', totals: {} },
    },
  },
} as const satisfies ReportShape;

/** A line of a sheet as it was and as it is; fen. */
export interface CorrectedLine {
  readonly line: string;
  readonly before: Fen;
  readonly after: Fen;
  /** Whether the result rises or falls with it; what only follows from other lines does neither. */
  readonly weighs: 'up' | 'down' | 'follows';
}

/** What of a sheet is put right. */
export interface CorrectedSheet {
  /** In the order of the sheet, those that stand as they were among them. */
  readonly lines: readonly CorrectedLine[];
  /** What the whole comes to. */
  readonly result: Omit<CorrectedLine, 'weighs'>;
  readonly causes: readonly ReportRow[];
  readonly facts: ReportRow;
}

/** The figures of the sheet: the result before + what makes it more − what makes it less = after. */
export function correctionNotice({ lines, result, causes, facts }: CorrectedSheet): ReportFigures {
  const { tables } = CORRECTION;
  const all: readonly CorrectedLine[] = [...lines, { ...result, weighs: 'follows' }];
  const moved = all.filter(({ before, after }) => before !== after);
  const effects = moved.map(effectOf);
  return {
    sums: {
      before: String(result.before),
      more: String(sumFen(effects.filter((effect) => effect > 0n))),
      less: String(-sumFen(effects.filter((effect) => effect < 0n))),
      after: String(result.after),
    },
    facts: { ...facts, result: result.line },
    tables: {
      lines: reportTable(tables.lines, moved.map(lineRow)),
      causes: reportTable(tables.causes, causes),
    },
  };
}

/** Whether anything of it differs. */
export function isMoved({ lines, result, causes }: Omit<CorrectedSheet, 'facts'>): boolean {
  return causes.length > 0 || [...lines, result].some(({ before, after }) => before !== after);
}

function effectOf({ before, after, weighs }: CorrectedLine): Fen {
  return weighs === 'follows' ? 0n : weighs === 'up' ? after - before : before - after;
}

function lineRow(corrected: CorrectedLine): ReportRow {
  const { line, before, after } = corrected;
  const effect = effectOf(corrected);
  const figures = { before: String(before), after: String(after), change: String(after - before) };
  if (effect === 0n) return { line, ...figures };
  return { line, ...figures, ...(effect > 0n ? { more: String(effect) } : { less: String(-effect) }) };
}
