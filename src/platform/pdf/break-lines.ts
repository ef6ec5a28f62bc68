import {
  CLOSING_MARKS,
  type MeasureText,
  OPENING_MARKS,
  squeezeEms,
  type TextLine,
  type TextRun,
} from './text-run';

/**
 * What must not begin a line (closing marks, stops, units that belong to a number) and what must not end
 * one.
 */
const OTHER_NEVER_FIRST = '\u2026\u2014\u00b7,.:;!?)\\]%\uff05\u00d7\u00f7*';
const NEVER_FIRST = new RegExp(`^[${CLOSING_MARKS}${OTHER_NEVER_FIRST}]`, 'u');
const NEVER_LAST = new RegExp(`[${OPENING_MARKS}(\\[\u2460-\u2473]$`, 'u');
const WORD = /[A-Za-z0-9,.+\-\u2212%/_]+|[\s\S]/gu;

interface Atom {
  readonly run: TextRun;
  readonly width: number;
}

/**
 * Breaks text into lines no wider than `width` points. A number or Latin word is never torn (unless it
 * alone is wider than a line), no closing mark or stop begins a line and no opening one ends it: the mark
 * takes its neighbour along (the forbidding rule of Chinese typesetting). Text holds no line feeds; white
 * space at a line's end is dropped.
 * @param firstIndent points that the first line starts further in
 */
export function breakLines(
  runs: readonly TextRun[],
  room: { readonly width: number; readonly firstIndent?: number },
  measure: MeasureText,
): TextLine[] {
  const lines: Atom[][] = [[]];
  let left = room.width - (room.firstIndent ?? 0);
  for (const unit of unitsOf(runs, measure).flatMap((whole) => tearTooWide(whole, room.width, measure))) {
    const line = lines.at(-1) ?? [];
    const needed = unitWidth(unit, line.at(-1));
    const visible = isBlank(unit) ? 0 : needed;
    if (line.length > 0 && visible > left + 0.01) {
      lines.push([]);
      left = room.width;
      if (isBlank(unit)) continue;
      lines.at(-1)?.push(...unit);
      left -= unitWidth(unit, undefined);
    } else if (line.length > 0 || !isBlank(unit) || lines.length === 1) {
      line.push(...unit);
      left -= needed;
    }
  }
  return lines.map((atoms, index) => toLine(atoms, index === lines.length - 1));
}

function unitsOf(runs: readonly TextRun[], measure: MeasureText): Atom[][] {
  const units: Atom[][] = [];
  for (const each of runs) {
    for (const [text] of each.text.matchAll(WORD)) {
      const atom = { run: { ...each, text }, width: measure(text, each) };
      const before = units.at(-1)?.at(-1)?.run.text ?? '';
      const joins = before !== '' && !/\s/u.test(text) && !/\s/u.test(before);
      if (joins && (NEVER_FIRST.test(text) || NEVER_LAST.test(before))) units.at(-1)?.push(atom);
      else units.push([atom]);
    }
  }
  return units;
}

function tearTooWide(unit: Atom[], width: number, measure: MeasureText): Atom[][] {
  if (unitWidth(unit, undefined) <= width) return [unit];
  return unit.flatMap(({ run }) =>
    [...run.text].map((text) => [{ run: { ...run, text }, width: measure(text, run) }]),
  );
}

function isBlank(unit: readonly Atom[]): boolean {
  return unit.every(({ run }) => /^\s*$/u.test(run.text));
}

function unitWidth(unit: readonly Atom[], before: Atom | undefined): number {
  let previous = before;
  let width = 0;
  for (const atom of unit) {
    width += atom.width - squeeze(previous, atom);
    previous = atom;
  }
  return width;
}

function squeeze(before: Atom | undefined, after: Atom): number {
  return before === undefined ? 0 : squeezeEms(before.run.text.slice(-1), after.run.text) * after.run.size;
}

function toLine(atoms: readonly Atom[], last: boolean): TextLine {
  const end = atoms.findLastIndex((atom) => !isBlank([atom]));
  const kept = last ? atoms : atoms.slice(0, end + 1);
  const runs: TextRun[] = [];
  let previous: Atom | undefined;
  for (const atom of kept) {
    const before = runs.at(-1);
    if (before !== undefined && sameStyle(previous, atom)) {
      runs[runs.length - 1] = { ...before, text: before.text + atom.run.text };
    } else runs.push(atom.run);
    previous = atom;
  }
  return { runs, width: unitWidth(kept, undefined), last };
}

function sameStyle(before: Atom | undefined, after: Atom): boolean {
  const { run } = after;
  return before?.run.face === run.face && before.run.size === run.size && before.run.grey === run.grey;
}
