import type { Facts } from '../domain/shared/domain-error';
import type { Problem } from '../domain/shared/problem';
import { OPENING_HEADINGS } from './columns-opening';
import { fieldLabel, findTerm } from './terms';

/** The usual heading of each column of the opening table. */
const HEADINGS: ReadonlyMap<string, string> = new Map(
  Object.entries(OPENING_HEADINGS).map(([column, [heading]]) => [column, heading]),
);

/**
 * Where a problem lies, as people say it: the field, or of a cell that its column is known of the row and the
 * heading, with the cell's name for who looks at the sheet: `第 7 行“借方余额”（D7）`; of a cell of a sheet from
 * the grid or a bank of its row and heading; in the file of a bank's form its place there.
 */
export function placeText({ code, field, facts }: Problem): string {
  if (code.startsWith('payLayout.')) return filePlace(field);
  const cell = /^row\.(\d+)\.(\w+)$/.exec(field);
  if (cell !== null) return `第 ${cell[1] ?? ''} 行${partLabel(cell[2] ?? '', facts?.['called'])}`;
  const [, row] = /^[A-Z]{1,3}(\d+)$/.exec(field) ?? [];
  const { column, heading: told } = facts ?? {};
  const known = typeof column === 'string' ? HEADINGS.get(column) : undefined;
  const heading = typeof told === 'string' ? told : known;
  return row === undefined || heading === undefined
    ? fieldLabel(field)
    : `第 ${row} 行“${heading}”（${field}）`;
}

/** A place in a file that is written by hand, by the file's own words, counted from 1: `lines 第 3 格的 of`. */
function filePlace(field: string): string {
  if (field === '') return '文件';
  return field
    .split('.')
    .map((part) => (/^\d+$/.test(part) ? `第 ${String(Number(part) + 1)} 格的` : part))
    .join(' ')
    .replace(/的$/, '');
}

/** The column of a sheet by its heading; where one column holds two things, by what it is there. */
function partLabel(part: string, called: unknown): string {
  if (typeof called === 'string') return fieldLabel(called);
  const heading = findTerm(`slipPart.${part}`) ?? findTerm(`bankPart.${part}`);
  return heading?.label ?? fieldLabel(part);
}

/** What the sentence of a problem is filled with: what was typed, its facts, and where it lies. */
export function spokenFacts(problem: Problem): Facts {
  return { value: problem.value ?? '', ...problem.facts, field: placeText(problem) };
}
