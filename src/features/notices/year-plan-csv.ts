import { costKindOf } from '../../domain/distribution/year-plan';
import { yuanText } from '../../domain/money/fen';
import type { PublishedFacts } from '../../domain/notices/published-facts';
import type { YearMoneyRow, YearPlanNotice, YearUseRow } from '../../domain/notices/year-plan-notice';
import { CELL_SEPARATOR, NOTICE_TABLE, YEAR_PLAN_TABLE } from '../../glossary/notice-table';
import { yearPlanWords } from '../../glossary/year-plan-words';
import { BYTE_ORDER_MARK, csvLine } from '../../platform/spreadsheets/csv-text';
import { reportCsv } from './report-csv';
import type { ReportReading } from './report-sheet';
import { noticeCsv, partOf, type TableLine } from './notice-csv';

/** The money of a sheet of whichever kind as a table. */
export function sheetCsv(facts: PublishedFacts, reading: ReportReading): string {
  if (facts.kind === 'report') return reportCsv(facts, reading);
  return facts.kind === 'distribution' ? noticeCsv(facts) : yearPlanCsv(facts);
}

/** A yearly plan's: what is expected, its costs with a minus, and what it is for; as {@link noticeCsv}. */
function yearPlanCsv({ sums, money, uses }: YearPlanNotice): string {
  const { parts, ...totals } = YEAR_PLAN_TABLE;
  const costs = money.filter(({ code }) => costKindOf(code) !== undefined);
  const came = money.filter((row) => !costs.includes(row));
  const kept: TableLine[] = [
    { item: yearPlanWords.reserve, about: uses.reserveFor ?? '', amount: BigInt(sums.reserve) },
    { item: yearPlanWords.left, amount: BigInt(sums.left) },
  ];
  const rows = [
    [...NOTICE_TABLE.columns],
    ...partOf(parts.money, totals.money, {
      lines: came.map((row) => moneyLine(row, 1n)),
      sum: BigInt(sums.carriedOver) + BigInt(sums.income),
    }),
    ...partOf(parts.costs, totals.costs, {
      lines: costs.map((row) => moneyLine(row, -1n)),
      sum: -BigInt(sums.costs),
    }),
    ...partOf(parts.uses, totals.used, {
      lines: [...uses.rows.map(useLine), ...kept],
      sum: BigInt(sums.expected),
    }),
  ];
  return BYTE_ORDER_MARK + rows.map(csvLine).join('');
}

function moneyLine({ name, from, why, amount }: YearMoneyRow, sign: 1n | -1n): TableLine {
  const about = [from, why].filter((text) => text !== undefined).join(CELL_SEPARATOR);
  return { item: name, about, amount: sign * BigInt(amount) };
}

function useLine({ name, description, posts, amount }: YearUseRow): TableLine {
  const standard = posts && yuanText(BigInt(posts.standard));
  const about =
    posts === undefined || standard === undefined
      ? description
      : yearPlanWords.posts(description, { ...posts, standard });
  return { item: name, about, amount: BigInt(amount) };
}
