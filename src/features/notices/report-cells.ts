import {
  type DrawnReport,
  isNamed,
  type NamedKind,
  type ReportRow,
} from '../../domain/notices/report-notice';
import { daysText } from '../../domain/uses/attendance';
import type { TemplateColumn } from './report-template';
import type { Say } from './sheet-wording';
import { amountText, changeText, dayText } from './sheet-words';

/**
 * The names behind the ids of a sheet, as its audience sees them: looked up whenever it is drawn, never
 * hashed.
 */
export type ReportNames = Readonly<Partial<Record<NamedKind, ReadonlyMap<string, string>>>>;

/** No names at all. */
export const NO_NAMES: ReportNames = {};

/** What the cells of a sheet are said with. */
export interface CellWords {
  readonly say: Say<string>;
  readonly names: ReportNames;
  /** Days of its year are said without their year. */
  readonly notice: { readonly heading: Pick<DrawnReport['heading'], 'periodTo'> };
}

/** What stands in a cell; nothing where the row has nothing to say. */
export function cellText(
  { say, names, notice }: CellWords,
  column: Pick<TemplateColumn, 'field' | 'kind'>,
  row: ReportRow,
): string {
  const { field, kind } = column;
  const value = row[field];
  if (value === undefined) return '';
  if (typeof value === 'number') return kind === 'halfDays' ? daysText(value) : String(value);
  if (kind === 'money') return amountText(value);
  if (kind === 'change') return changeText(value);
  if (kind === 'day') return dayText(value, say, notice.heading.periodTo);
  if (kind === 'word') return say(`words.${field}.${value}`);
  return isNamed(kind) ? (names[kind]?.get(value) ?? '') : value;
}

/** What stands under a column that is added up. */
export function totalText({ kind }: Pick<TemplateColumn, 'kind'>, total: string): string {
  if (kind === 'money') return amountText(total);
  if (kind === 'change') return changeText(total);
  return kind === 'halfDays' ? daysText(Number(total)) : total;
}

/** Whether a column holds figures, which are never broken into lines. */
export function isFigure({ kind }: Pick<TemplateColumn, 'kind'>): boolean {
  return ['money', 'change', 'count', 'halfDays'].includes(kind);
}
