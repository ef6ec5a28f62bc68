import { requireReversalReason } from '../../domain/ledger/reversal';
import { sumFen } from '../../domain/money/fen';
import type { CorrectedLine, CorrectedSheet } from '../../domain/notices/correction';
import { type ChangedRow, changedRows } from '../../domain/notices/corrected-rows';
import type { ReportNotice, ReportRow } from '../../domain/notices/report-notice';
import type { YearPlanNotice } from '../../domain/notices/year-plan-notice';
import { correctionWords } from '../../glossary/correction-words';
import { periodName } from '../../glossary/periods';
import { voucherNumberText } from '../../glossary/voucher-summaries';
import { yearPlanWords } from '../../glossary/year-plan-words';
import type { MovedSheet } from '../distribution/moved-sheets.service';
import { namedSums } from './held-figures.pages';
import { cellText, NO_NAMES } from './report-cells';
import { reportTemplate, requireShape } from './report-template';

/** What of a plan's sheet of a period the books tell otherwise now. */
export function movedCorrection({ moved, carriedBy, plan }: MovedSheet): CorrectedSheet {
  const weights = { carriedOver: 'up', received: 'up', deducted: 'down', distributable: 'follows' } as const;
  const words = correctionWords.moved;
  const lines = moved.figures.flatMap(({ figure, printed, now }): CorrectedLine[] =>
    figure === 'leftOver'
      ? []
      : [{ line: words[figure], before: printed, after: now, weighs: weights[figure] }],
  );
  const left = moved.figures.find(({ figure }) => figure === 'leftOver');
  const stands = BigInt(plan.figures.leftOver);
  const causesOf = (part: 'within' | 'later'): ReportRow[] =>
    moved[part].map(({ of, effect }) => ({
      ...{ part: correctionWords.counts[part], item: voucherNumberText(of.voucherNumber) },
      ...{ day: of.postedOn, entry: of.entryId, reason: reasonOf(of), change: String(effect) },
    }));
  return {
    lines,
    result: { line: words.leftOver, before: left?.printed ?? stands, after: left?.now ?? stands },
    causes: [...causesOf('within'), ...causesOf('later')],
    facts: { carriedBy: carriedBy === undefined ? correctionWords.nextPeriod : periodName(carriedBy) },
  };
}

/** Why a voucher was booked: what one that takes another back gives as its reason, or that it was late. */
export function reasonOf({ reversesId, reason }: { reversesId?: string; reason?: string }): string {
  return reversesId === undefined || reason === undefined ? 'booked' : requireReversalReason(reason);
}

/** What a later version of a year's plan has otherwise. */
export function yearCorrection(before: YearPlanNotice, after: YearPlanNotice): CorrectedSheet {
  const names = new Map([...before.money, ...after.money].map(({ code, name }) => [code, name]));
  const uses = new Map([...before.uses.rows, ...after.uses.rows].map(({ bucket, name }) => [bucket, name]));
  const moneyIn = ({ money }: YearPlanNotice, code: string): bigint =>
    BigInt(money.find((each) => each.code === code)?.amount ?? 0);
  const usedIn = ({ uses: { rows } }: YearPlanNotice, bucket: string): bigint =>
    sumFen(rows.filter((each) => each.bucket === bucket).map(({ amount }) => BigInt(amount)));
  const sumsOf = (name: 'expected' | 'used' | 'reserve' | 'left') => {
    return { before: BigInt(before.sums[name]), after: BigInt(after.sums[name]) };
  };
  const lines: CorrectedLine[] = [
    ...[...names].map(([code, name]): CorrectedLine => {
      const isCost = code.startsWith(COST);
      const told = { before: moneyIn(before, code), after: moneyIn(after, code) };
      return isCost
        ? { line: correctionWords.cost(name), ...told, weighs: 'down' }
        : { line: name, ...told, weighs: 'up' };
    }),
    { line: yearPlanWords.expected, ...sumsOf('expected'), weighs: 'follows' },
    ...[...uses].map(([bucket, name]): CorrectedLine => {
      const told = { before: usedIn(before, bucket), after: usedIn(after, bucket) };
      return { line: correctionWords.use(name), ...told, weighs: 'down' };
    }),
    { line: correctionWords.used, ...sumsOf('used'), weighs: 'follows' },
    { line: yearPlanWords.reserve, ...sumsOf('reserve'), weighs: 'down' },
  ];
  const { body, decidedOn, due, present, inFavour } = after.decision;
  const why = after.change?.why.replace(/[\u3002.]$/u, '') ?? '';
  return {
    lines,
    result: { line: yearPlanWords.left, ...sumsOf('left') },
    causes: [],
    facts: { ...(why === '' ? {} : { why }), body, decidedOn, due, present, inFavour },
  };
}

/** What the code of a cost begins with. */
const COST = 'cost:';

/** What a later version of a sheet of the books has otherwise; without the vouchers' reasons. */
export function reportCorrection(before: ReportNotice, after: ReportNotice): CorrectedSheet {
  const weights = ['up', 'up', 'down'] as const;
  const was = namedSums(before).map(([, fen]) => BigInt(fen));
  const lines = namedSums(after).map(([line, fen], index): CorrectedLine => {
    return { line, before: was[index] ?? 0n, after: BigInt(fen), weighs: weights[index] ?? 'follows' };
  });
  const result = lines.at(-1) ?? { line: '', before: 0n, after: 0n };
  const shape = requireShape(after.heading);
  return {
    lines: lines.slice(0, -1),
    result: { line: result.line, before: result.before, after: result.after },
    causes: changedRows(shape, before, after).map((each) => causeOf(after, each)),
    facts: {},
  };
}

/** A row of a sheet of the books in few words: its table, what it is by its own texts, its ids. */
function causeOf({ heading }: ReportNotice, { table, row, change }: ChangedRow): ReportRow {
  const { say, columns } = reportTemplate(heading.sheet);
  const kinds: readonly string[] = ['text', 'word', 'count'];
  const words = { say, names: NO_NAMES, notice: { heading } };
  const texts = (columns[table] ?? [])
    .filter(({ kind }) => kinds.includes(kind))
    .map((column) => cellText(words, column, row));
  const item = texts.filter((text) => text !== '').join(' ');
  const first = (kind: string): ReportRow[string] | undefined => {
    const column = (columns[table] ?? []).find((each) => each.kind === kind);
    return column === undefined ? undefined : row[column.field];
  };
  const cells = {
    ...{ part: say(`tables.${table}.heading`), item: item === '' ? undefined : item },
    ...{ day: first('day'), entry: first('entry'), asset: first('asset') },
    change: change === undefined ? undefined : String(change),
  };
  return Object.fromEntries(
    Object.entries(cells).flatMap(([field, value]) => (value === undefined ? [] : [[field, value]])),
  );
}
