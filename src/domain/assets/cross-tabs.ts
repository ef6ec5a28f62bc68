import { type Fen, sumFen } from '../money/fen';

/** How many assets, and what they cost or were given together. */
export interface TabCell {
  readonly count: number;
  readonly sum: Fen;
}

/** A register added up one way: a line for each class, each title, each level of funds. */
export interface CrossTab {
  readonly lines: ReadonlyMap<string, TabCell>;
  /** As it is printed under the lines. */
  readonly total: TabCell;
}

/** Two figures that should be one. */
export interface TabDifference {
  /** The line they stand in; absent for the totals. */
  readonly key?: string;
  readonly one: TabCell;
  readonly other: TabCell;
  /** The first less the second; fen. */
  readonly difference: Fen;
}

/** A part of a register as a database adds it up: what it is by several marks, how many, how much. */
export type TabGroup<Mark extends string> = TabCell & Readonly<Record<Mark, string>>;

const YUAN = 100n;
const HALF = 50n;

const NOTHING: TabCell = { count: 0, sum: 0n };

/** Adds groups up by one of their marks. @param keys the lines in order, there even with nothing in them */
export function crossTab<Mark extends string>(
  groups: readonly TabGroup<Mark>[],
  mark: Mark,
  keys: readonly string[],
): CrossTab {
  const lines = new Map<string, TabCell>(keys.map((key) => [key, NOTHING]));
  for (const group of groups) {
    const key: string = group[mark];
    lines.set(key, together([lines.get(key) ?? NOTHING, group]));
  }
  return { lines, total: together([...lines.values()]) };
}

/** All of several parts. */
export function together(cells: readonly TabCell[]): TabCell {
  return {
    count: cells.reduce((sum, { count }) => sum + count, 0),
    sum: sumFen(cells.map(({ sum }) => sum)),
  };
}

/**
 * Two ways of adding up one register must agree wherever both have a figure: in the lines they share and in
 * the totals. Case C1: a county's table by class and its table by title.
 * @param compare `sums` where a register counts otherwise, as an asset is counted at each level that paid
 * @returns every figure that differs, the lines in the order of the first table, then the totals
 */
export function compareCrossTabs(
  one: CrossTab,
  other: CrossTab,
  compare: 'countsAndSums' | 'sums' = 'countsAndSums',
): TabDifference[] {
  const shared = [...one.lines].flatMap(([key, cell]): [string | undefined, TabCell, TabCell][] => {
    const opposite = other.lines.get(key);
    return opposite === undefined ? [] : [[key, cell, opposite]];
  });
  return [...shared, [undefined, one.total, other.total] as const].flatMap(([key, left, right]) => {
    const same = left.sum === right.sum && (compare === 'sums' || left.count === right.count);
    if (same) return [];
    const difference = left.sum - right.sum;
    return [{ ...(key === undefined ? {} : { key }), one: left, other: right, difference }];
  });
}

/**
 * What differs between a table as it was printed and a register that has fen. A table whose figures are all
 * whole yuan, as four decimals of ten thousand are, was rounded to it: half a yuan more, or what was cut off
 * of a yuan, is no difference; in a total that is what its lines come to, half a yuan for each of them.
 * Source: case C1, to the yuan.
 */
export function beyondYuan(found: readonly TabDifference[], printed: CrossTab): TabDifference[] {
  if (!isOfYuan(printed)) return [...found];
  const { lines, total } = printed;
  const ofTotal = together([...lines.values()]).sum === total.sum ? BigInt(lines.size) * HALF : 0n;
  return found.filter(({ key, one, other, difference }) => {
    const apart = difference < 0n ? -difference : difference;
    const isRounded = difference <= HALF && difference > -YUAN;
    return one.count !== other.count || !(isRounded || (key === undefined && apart <= ofTotal));
  });
}

function isOfYuan({ lines, total }: CrossTab): boolean {
  return [...lines.values(), total].every(({ sum }) => sum % YUAN === 0n);
}

/** Lines of a register that a table printed with its total leaves out, though there is something in them. */
export function linesLeftOut(printed: CrossTab, register: CrossTab): TabDifference[] {
  return [...register.lines].flatMap(([key, other]): TabDifference[] => {
    if (printed.lines.has(key) || other.count === 0) return [];
    return [{ key, one: NOTHING, other, difference: -other.sum }];
  });
}

/**
 * What the lines come to against what is printed under them: nothing where they agree, or where the register
 * has each of them and the total so that all were rounded rightly, each by itself.
 */
export function totalDifference(printed: CrossTab, register: CrossTab): TabDifference | undefined {
  const { lines, total } = printed;
  const added = together([...lines.values()]);
  const isCounted = added.count === total.count;
  if (isCounted && added.sum === total.sum) return undefined;
  const apart = [
    ...beyondYuan(compareCrossTabs(printed, register), printed),
    ...linesLeftOut(printed, register),
  ];
  if (isCounted && isOfYuan(printed) && apart.length === 0) return undefined;
  return { one: added, other: total, difference: added.sum - total.sum };
}
