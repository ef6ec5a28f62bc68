import { type Fen, plainYuan, sumFen } from '../../domain/money/fen';
import type {
  DistributionNotice,
  NoticeDeductionRow,
  NoticeIncomeRow,
} from '../../domain/notices/distribution-notice';
import { reserveSums } from '../../domain/notices/reserve-rows';
import { invariant } from '../../domain/shared/invariant';
import { CELL_SEPARATOR, COST_WORDS, NOTICE_TABLE } from '../../glossary/notice-table';
import { labelOf } from '../../glossary/terms';
import { BYTE_ORDER_MARK, csvLine } from '../../platform/spreadsheets/csv-text';

/** One line of the table: what it is, what is said of it, its vouchers, and what it adds, in fen. */
export interface TableLine {
  readonly item: string;
  readonly about?: string;
  readonly vouchers?: string;
  readonly amount: Fen;
}

/**
 * The money of a sheet as a table: where it came from, what was paid first, and where it went. Each part
 * ends with its own sum; costs stand with a minus, so that the first two sums give the third, the
 * distributable sum of the page.
 * Yuan with two decimals, UTF-8 with a byte order mark, lines ended by CR LF.
 * Source: RFC 4180.
 */
export function noticeCsv(notice: DistributionNotice): string {
  const { parts, columns } = NOTICE_TABLE;
  const { sums, deductions } = notice;
  const [carried, received] = [BigInt(sums.carriedOver), BigInt(sums.received)];
  const rows = [
    [...columns],
    ...partOf(parts.money, NOTICE_TABLE.money, { lines: moneyLines(notice), sum: carried + received }),
    ...partOf(parts.costs, NOTICE_TABLE.costs, {
      lines: deductions.map(costLine),
      sum: -BigInt(sums.deducted),
    }),
    ...partOf(parts.uses, NOTICE_TABLE.used, { lines: useLines(notice), sum: BigInt(sums.distributable) }),
    ...reservePart(notice),
  ];
  return BYTE_ORDER_MARK + rows.map(csvLine).join('');
}

export function partOf(
  part: string,
  total: string,
  { lines, sum }: { readonly lines: readonly TableLine[]; readonly sum: Fen },
): string[][] {
  invariant(sum === sumFen(lines.map((line) => line.amount)), 'each part of a table is a sum of the sheet');
  return [...lines, { item: total, amount: sum }].map(({ item, about = '', vouchers = '', amount }) => [
    part,
    item,
    about,
    vouchers,
    plainYuan(amount),
  ]);
}

function moneyLines({ sums, income }: DistributionNotice): TableLine[] {
  return [
    { item: NOTICE_TABLE.carriedOver, amount: BigInt(sums.carriedOver) },
    ...income.rows.flatMap(receiptLines),
    ...(income.taxOwed === undefined
      ? []
      : [{ item: NOTICE_TABLE.taxOwed, amount: -BigInt(income.taxOwed) }]),
  ];
}

function receiptLines({ asset, receipts }: NoticeIncomeRow): TableLine[] {
  return receipts.map(({ stream, received, called = [] }) => ({
    item: asset,
    about: [labelOf(`stream.${stream}`), ...called].join(CELL_SEPARATOR),
    amount: BigInt(received),
  }));
}

function costLine({ kind, name, asset, reason, vouchers, amount }: NoticeDeductionRow): TableLine {
  return {
    item: name ?? COST_WORDS[kind],
    about: [asset, reason].filter((text) => text !== undefined).join(CELL_SEPARATOR),
    vouchers: vouchers.join(' '),
    amount: -BigInt(amount),
  };
}

function useLines({ uses, sums }: DistributionNotice): TableLine[] {
  const rows = uses.rows.map(({ name, description, amount, granted }) => ({
    item: name,
    about: granted === undefined ? description : `${description}${CELL_SEPARATOR}${grantedWords(granted)}`,
    amount: BigInt(amount),
  }));
  const leftOver = {
    item: NOTICE_TABLE.leftOver,
    about: uses.leftOverFor ?? '',
    amount: BigInt(sums.leftOver),
  };
  return [...rows, leftOver];
}

function grantedWords(granted: string): string {
  return `${NOTICE_TABLE.granted}${plainYuan(BigInt(granted))}`;
}

/** What of the money left over is set aside: kept before, kept and released in the period. */
function reservePart({ reserves }: DistributionNotice): string[][] {
  if (reserves === undefined) return [];
  const { parts, reserve, reserved } = NOTICE_TABLE;
  const lines = reserves.flatMap(({ purpose, paper, before, kept, released }): TableLine[] => {
    const about = (moved: string): string => `${moved}${CELL_SEPARATOR}${paper}`;
    return [
      { item: purpose, about: about(reserve.before), amount: BigInt(before) },
      { item: purpose, about: about(reserve.kept), amount: BigInt(kept) },
      { item: purpose, about: about(reserve.released), amount: -BigInt(released) },
    ];
  });
  return partOf(parts.reserves, reserved, { lines, sum: reserveSums(reserves).after });
}
