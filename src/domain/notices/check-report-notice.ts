import { isCalendarDay } from '../calendar/calendar-day';
import { sumFen } from '../money/fen';
import type { Problem } from '../shared/problem';
import { isFenText } from './check-distribution-notice';
import {
  type DrawnReport,
  type FieldShape,
  type ReportShape,
  reportTable,
  tableOf,
  type TableShape,
} from './report-notice';

/**
 * What is wrong with a sheet about some days before it may be printed; none when it adds up. Codes, each with
 * the field it concerns: `notice.amountUnreadable`, `notice.equationBroken`, `notice.cellWrong`,
 * `notice.totalDiffers`, `notice.sumDiffers`.
 */
export function reportProblems(notice: DrawnReport, shape: ReportShape): Problem[] {
  const unreadable = shape.sums.filter((name) => !isFenText(notice.sums[name] ?? ''));
  if (unreadable.length > 0)
    return unreadable.map((name) => ({ code: 'notice.amountUnreadable', field: `sums.${name}` }));
  const tables = Object.entries(shape.tables);
  const cells = [
    ...factProblems(notice, shape),
    ...tables.flatMap(([name, table]) => cellProblems(notice, name, table)),
  ];
  if (cells.length > 0) return cells;
  return [
    ...equationProblems(notice, shape),
    ...tables.flatMap(([name, table]) => totalProblems(notice, name, table)),
    ...shape.sums.flatMap((sum) => sumProblems(notice, shape, sum)),
  ];
}

function factProblems({ facts = {} }: DrawnReport, { facts: wanted = {} }: ReportShape): Problem[] {
  const wrong = Object.entries(facts).filter(([name, value]) => !isCell(wanted[name], value));
  return wrong.map(([name]) => ({ code: 'notice.cellWrong', field: `facts.${name}` }));
}

function equationProblems({ sums }: DrawnReport, { sums: names, adds }: ReportShape): Problem[] {
  const [first, second, third, last] = names.map((name) => BigInt(sums[name] ?? 0));
  const found = (first ?? 0n) + (second ?? 0n) + (adds === true ? 1n : -1n) * (third ?? 0n);
  if (found === last) return [];
  return [{ code: 'notice.equationBroken', field: `sums.${names[3]}`, facts: { stated: last ?? 0n, found } }];
}

function cellProblems(notice: DrawnReport, name: string, { fields }: TableShape): Problem[] {
  return tableOf(notice, name).rows.flatMap((row, index) => {
    const wrong = Object.entries(row).filter(([field, value]) => !isCell(fields[field], value));
    return wrong.map(([field]) => ({ code: 'notice.cellWrong', field: `${name}.${index}.${field}` }));
  });
}

function isCell(field: FieldShape | undefined, value: string | number): boolean {
  if (field === undefined) return false;
  if (field.kind === 'count' || field.kind === 'halfDays')
    return typeof value === 'number' && Number.isSafeInteger(value);
  if (typeof value === 'number') return false;
  if (field.kind === 'money' || field.kind === 'change') return isFenText(value);
  if (field.kind === 'day') return isCalendarDay(value);
  if (field.kind === 'word') return field.words?.includes(value) === true;
  return value !== '';
}

function totalProblems(notice: DrawnReport, name: string, table: TableShape): Problem[] {
  const { rows, totals } = tableOf(notice, name);
  return Object.entries(reportTable(table, rows).totals)
    .filter(([field, found]) => totals[field] !== found)
    .map(([field, found]) => {
      const stated = totals[field] ?? '';
      return { code: 'notice.totalDiffers', field: `${name}.${field}`, facts: { stated, found } };
    });
}

/** A sum of the equation is what the totals that name it come to together. */
function sumProblems(notice: DrawnReport, { tables }: ReportShape, sum: string): Problem[] {
  const parts = Object.entries(tables).flatMap(([name, { totals }]) =>
    Object.entries(totals)
      .filter(([, of]) => of === sum)
      .map(([field]) => BigInt(tableOf(notice, name).totals[field] ?? 0)),
  );
  const stated = BigInt(notice.sums[sum] ?? 0);
  if (parts.length === 0 || sumFen(parts) === stated) return [];
  return [{ code: 'notice.sumDiffers', field: `sums.${sum}`, facts: { stated, found: sumFen(parts) } }];
}
