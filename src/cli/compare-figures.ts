import { readYuan } from '../domain/money/fen';
import type { Figures } from './case-file';

/** A figure that came out otherwise than expected. Empty texts: nothing was expected, or nothing came. */
export interface Difference {
  /** The figure's place: the expectation and the names down to the figure. */
  readonly at: string;
  readonly expected: string;
  readonly got: string;
}

/**
 * Holds every expected figure against the one of the same name. Numbers are compared as numbers, so that
 * `49,236` is `49236`;
 * a list must have as many rows as expected; a name nobody knows is a difference that says which names
 * there are.
 * @returns the differences, and how many figures were compared
 */
export function compareFigures(
  expected: Figures,
  got: Figures | undefined,
  at: string,
): { differences: Difference[]; compared: number } {
  if (typeof expected === 'string') return compareText(expected, got, at);
  if (isRows(expected)) return compareRows(expected, got, at);
  if (typeof got !== 'object' || isRows(got))
    return differing({ at, expected: textOf(expected), got: textOf(got) });
  const results = Object.entries(expected).map(([name, value]) =>
    name in got
      ? compareFigures(value, got[name], `${at}.${name}`)
      : differing({ at: `${at}.${name}`, expected: textOf(value), got: `? ${Object.keys(got).join(', ')}` }),
  );
  return gathered(results);
}

interface Compared {
  differences: Difference[];
  compared: number;
}

function compareText(expected: string, got: Figures | undefined, at: string): Compared {
  if (typeof got === 'string' && isSame(expected, got)) return { differences: [], compared: 1 };
  return differing({ at, expected, got: textOf(got) });
}

function compareRows(expected: readonly Figures[], got: Figures | undefined, at: string): Compared {
  if (got === undefined || !isRows(got))
    return differing({ at, expected: textOf(expected), got: textOf(got) });
  const count = differenceOfCount(expected.length, got, at);
  const results = expected.map((row, index) => compareFigures(row, got[index], `${at}.${String(index + 1)}`));
  return gathered([...count, ...results]);
}

function differenceOfCount(expected: number, got: readonly Figures[], at: string): Compared[] {
  if (expected === got.length) return [];
  return [
    differing({
      at: `${at} (rows)`,
      expected: String(expected),
      got: `${String(got.length)}: ${textOf(got)}`,
    }),
  ];
}

function isSame(expected: string, got: string): boolean {
  if (expected.trim() === got.trim()) return true;
  const [left, right] = [readYuan(expected), readYuan(got)];
  return left !== undefined && left === right;
}

function differing(difference: Difference): Compared {
  return { differences: [difference], compared: 1 };
}

function gathered(results: readonly Compared[]): Compared {
  return {
    differences: results.flatMap((result) => result.differences),
    compared: results.reduce((sum, result) => sum + result.compared, 0),
  };
}

function isRows(figures: Figures): figures is readonly Figures[] {
  return Array.isArray(figures);
}

function textOf(figures: Figures | undefined): string {
  return figures === undefined ? '' : typeof figures === 'string' ? figures : JSON.stringify(figures);
}
