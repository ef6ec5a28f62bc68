import { type Fen, plainYuan, sumFen } from '../../domain/money/fen';
import type {
  DistributionNotice,
  NoticeDeductionRow,
  NoticeIncomeRow,
} from '../../domain/notices/distribution-notice';
import { invariant } from '../../domain/shared/invariant';
import { CELL_SEPARATOR, COST_WORDS, NOTICE_TABLE } from '../../glossary/notice-table';
import { labelOf } from '../../glossary/terms';

/** One line of the table: what it is, what is said of it, its vouchers, and what it adds, in fen. */
interface TableLine {
  readonly item: string;
  readonly about?: string;
  readonly vouchers?: string;
  readonly amount: Fen;
}

/** Tells a spreadsheet that the text is UTF-8. */
const BYTE_ORDER_MARK = '\uFEFF';

/**
 * The money of a sheet as a table: where it came from, and where it went. Costs stand with a minus, so that
 * each part adds up by itself; its last line is that sum, and both are the distributable sum of the page.
 * Yuan with two decimals, UTF-8 with a byte order mark, lines ended by CR LF.
 * Source: RFC 4180.
 */
export function noticeCsv(notice: DistributionNotice): string {
  const { parts, columns } = NOTICE_TABLE;
  const rows = [
    [...columns],
    ...partOf(notice, { part: parts.money, lines: moneyLines(notice), total: NOTICE_TABLE.distributable }),
    ...partOf(notice, { part: parts.uses, lines: useLines(notice), total: NOTICE_TABLE.used }),
  ];
  return BYTE_ORDER_MARK + rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('');
}

function partOf(
  notice: DistributionNotice,
  { part, lines, total }: { part: string; lines: readonly TableLine[]; total: string },
): string[][] {
  const sum = sumFen(lines.map((line) => line.amount));
  invariant(sum === BigInt(notice.sums.distributable), 'each part of a table is the distributable sum');
  return [...lines, { item: total, amount: sum }].map(({ item, about = '', vouchers = '', amount }) => [
    part,
    item,
    about,
    vouchers,
    plainYuan(amount),
  ]);
}

function moneyLines({ sums, income, deductions }: DistributionNotice): TableLine[] {
  return [
    { item: NOTICE_TABLE.carriedOver, amount: BigInt(sums.carriedOver) },
    ...income.rows.flatMap(receiptLines),
    ...deductions.map(costLine),
  ];
}

function receiptLines({ asset, receipts }: NoticeIncomeRow): TableLine[] {
  return receipts.map(({ stream, received }) => ({
    item: asset,
    about: labelOf(`stream.${stream}`),
    amount: BigInt(received),
  }));
}

function costLine({ kind, name, asset, reason, vouchers, amount }: NoticeDeductionRow): TableLine {
  return {
    item: name ?? COST_WORDS[kind] ?? kind,
    about: [asset, reason].filter((text) => text !== undefined).join(CELL_SEPARATOR),
    vouchers: vouchers.join(' '),
    amount: -BigInt(amount),
  };
}

function useLines({ uses, sums }: DistributionNotice): TableLine[] {
  const rows = uses.rows.map(({ name, description, amount }) => ({
    item: name,
    about: description,
    amount: BigInt(amount),
  }));
  const leftOver = {
    item: NOTICE_TABLE.leftOver,
    about: uses.leftOverFor ?? '',
    amount: BigInt(sums.leftOver),
  };
  return [...rows, leftOver];
}

const PLAIN_AMOUNT = /^-?\d+\.\d\d$/;

/** A cell that no spreadsheet takes for a formula; quoted where it holds a comma, a quote or a line end. */
function cell(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) && !PLAIN_AMOUNT.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
