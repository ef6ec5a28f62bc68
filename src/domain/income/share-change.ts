import { type CalendarDay, firstDayOf, type Month } from '../calendar/calendar-day';
import { readShareLines } from '../collectives/share-lines';
import type { ShareRow } from '../collectives/share-table';
import { compareRatios, type Ratio, ratio, readRatio, shareText, sumRatios } from '../money/ratio';
import { privateNumberProblems } from '../shared/private-number';
import type { Problem } from '../shared/problem';
import { readDay } from '../shared/typed-fields';
import { cutMonth } from './cut-month';

/** What the keeper types when the shares of a station change. */
export interface ShareChangeForm {
  readonly validFrom: string;
  /** A line a row. @see readShareLines */
  readonly rows: string;
  /** The document that says so, its number, and its day. */
  readonly paperTitle: string;
  readonly paperNumber: string;
  readonly paperIssuedOn: string;
  readonly reason: string;
  /** `yes` where it is seen that the month whose middle it begins in goes by the table before. */
  readonly cutsMonth?: string;
  /** `yes` where it is seen that bills whose days reach past its first day keep their split. */
  readonly keepsBills?: string;
}

/** What became of an owner's part; as the tables write it, `0%` where he has none. */
export interface MovedShare {
  readonly owner: string;
  readonly before: string;
  readonly after: string;
}

/**
 * Whose part a new table changes, all his rows together: first who had one, then who comes new. A row that
 * has another number, or another village's name beside it, changes nobody's part.
 */
export function movedShares(before: readonly ShareRow[], after: readonly ShareRow[]): MovedShare[] {
  const shareIn = (rows: readonly ShareRow[], owner: string): Ratio =>
    sumRatios([
      ratio(0n, 1n),
      ...rows.filter((row) => row.owner === owner).map((row) => readRatio(row.share)),
    ]);
  return [...new Set([...before, ...after].map((row) => row.owner))].flatMap((owner) => {
    const [was, is] = [shareIn(before, owner), shareIn(after, owner)];
    if (compareRatios(was, is) === 0) return [];
    return [{ owner, before: shareText(was), after: shareText(is) }];
  });
}

/** A table like the one whose place it takes would change nothing. Code `joint.sharesSame`. */
export function sameTableProblems(
  replaced: readonly ShareRow[] | undefined,
  { validFrom: value, rows }: { readonly validFrom: string; readonly rows: readonly ShareRow[] },
): Problem[] {
  const isSame = replaced?.length === rows.length && rows.every((row, at) => isSameRow(row, replaced[at]));
  return isSame ? [{ code: 'joint.sharesSame', field: 'rows', facts: { validFrom: value } }] : [];
}

function isSameRow(one: ShareRow, other: ShareRow | undefined): boolean {
  if (other === undefined) return false;
  const isNamedSame = one.key === other.key && one.label === other.label && one.owner === other.owner;
  return isNamedSame && compareRatios(readRatio(one.share), readRatio(other.share)) === 0;
}

/** What stands of a kept station where its shares are changed. */
export interface KnownShares {
  /** The first days of its tables. */
  readonly tables: readonly CalendarDay[];
  /** Those of them by which no slip is split, since one names a village twice. */
  readonly unfit: readonly CalendarDay[];
  /** The months whose slips stand. */
  readonly settled: readonly Month[];
}

/**
 * Reads a new share table of a kept station: it begins after the present one, or takes its place where it
 * begins on the same day, and on no month that is split already; in the middle of a month it is to be seen
 * that all of that month goes by the table of its first day. In the place of an unfit table it comes from
 * the same day on, also where later ones are there, until the next of them. It names the document that says
 * so and why. Codes `joint.sharesNotLater`, `joint.sharesSettled`, `joint.cutsMonth`, `shares.*`,
 * `calendar.*`, `form.*`.
 */
export function readShareChange(
  form: ShareChangeForm,
  known: KnownShares,
): { validFrom: CalendarDay; rows: ShareRow[]; problems: Problem[] } {
  const problems: Problem[] = [];
  const field = 'validFrom';
  const value = readDay({ field, value: form.validFrom }, problems);
  if (value !== undefined)
    problems.push(...firstDayProblems(value, known), ...cutProblems(value, form, known));
  const { rows, problems: wrong } = readShareLines(form.rows);
  return { validFrom: form.validFrom, rows, problems: [...problems, ...wrong, ...paperProblems(form)] };
}

function firstDayProblems(value: CalendarDay, { tables, unfit, settled }: KnownShares): Problem[] {
  const inTurn = [...tables].sort();
  const present = inTurn.at(-1) ?? '';
  const at = { field: 'validFrom', value };
  const until = unfit.includes(value) ? inTurn.find((day) => day > value) : undefined;
  const problems: Problem[] = [];
  if (value < present && until === undefined)
    problems.push({ ...at, code: 'joint.sharesNotLater', facts: { validFrom: present } });
  // A table counts for a month if it is in force on the month's first day.
  const split = settled.map((month) => ({ month, first: firstDayOf(month) }));
  const under = split.filter(({ first }) => first >= value && (until === undefined || first < until));
  const month = under
    .map((each) => each.month)
    .sort()
    .at(-1);
  if (month !== undefined) problems.push({ ...at, code: 'joint.sharesSettled', facts: { month } });
  return problems;
}

function cutProblems(value: CalendarDay, { cutsMonth }: ShareChangeForm, { tables }: KnownShares): Problem[] {
  const cut = cutMonth(value, tables);
  if (cut === undefined || cutsMonth === 'yes') return [];
  const { month, by, from = '' } = cut;
  return [{ code: 'joint.cutsMonth', field: 'cutsMonth', facts: { validFrom: value, month, by, from } }];
}

function paperProblems(form: ShareChangeForm): Problem[] {
  const problems: Problem[] = [];
  const { paperTitle, paperNumber, reason } = form;
  const need = (field: string, value: string): void => {
    if (value.trim() === '') problems.push({ code: 'form.missing', field });
  };
  need('paperTitle', paperTitle);
  need('paperNumber', paperNumber);
  readDay({ field: 'paperIssuedOn', value: form.paperIssuedOn }, problems);
  need('reason', reason);
  return [...problems, ...privateNumberProblems({ paperTitle, paperNumber, reason })];
}
