import { halfWidth } from './half-width';

/** A row of a file that holds something: its number as a spreadsheet shows it, and its cells as text. */
export interface TextRow {
  readonly number: number;
  readonly cells: readonly string[];
}

/** A part that a table may have: the words that head its column, and whether it can be done without. */
export interface HeadedPart<Part extends string> {
  readonly part: Part;
  readonly words: readonly string[];
  readonly needed: boolean;
}

/** The heading of a table: the number of its row, and which part stands in which column. */
export interface TableHeading<Part extends string> {
  readonly row: number;
  readonly places: ReadonlyMap<Part, number>;
}

/** Who sends a table puts his name, a number and the period above the heading. */
const HEADING_WITHIN_ROWS = 30;

/**
 * Finds the heading: the first row in which every part that cannot be done without is named.
 * @returns undefined where no row of the first thirty is one
 */
export function headingIn<Part extends string>(
  rows: readonly TextRow[],
  parts: readonly HeadedPart<Part>[],
): TableHeading<Part> | undefined {
  for (const { number: row, cells } of rows.slice(0, HEADING_WITHIN_ROWS)) {
    const places = placesIn(cells, parts);
    if (parts.every(({ part, needed }) => !needed || places.has(part))) return { row, places };
  }
  return undefined;
}

/** Of several ways to read a table the one that names most of its columns, and of equals the first. */
export function bestNamed<Way>(
  ways: readonly Way[],
  headingOf: (way: Way) => TableHeading<string> | undefined,
): Way | undefined {
  let best: { way: Way; named: number } | undefined;
  for (const way of ways) {
    const named = headingOf(way)?.places.size ?? 0;
    if (named > (best?.named ?? 0)) best = { way, named };
  }
  return best?.way;
}

/** Each part takes the column of the first of its words that stands in the row. */
function placesIn<Part extends string>(
  cells: readonly string[],
  parts: readonly HeadedPart<Part>[],
): Map<Part, number> {
  const heads = cells.map(headOf);
  const places = new Map<Part, number>();
  for (const { part, words } of parts) {
    const others = new Set(parts.filter((each) => each.part !== part).flatMap((each) => each.words));
    const place = words
      .map((word) => heads.findIndex((head) => isHeaded(head, headOf(word), others)))
      .find((each) => each >= 0);
    if (place !== undefined) places.set(part, place);
  }
  return places;
}

/** A heading without blanks, and what of it stands before and within brackets at its end. */
interface Head {
  readonly whole: string;
  readonly before: string;
  readonly within: string;
}

function headOf(text: string): Head {
  const whole = halfWidth(text).replace(/\s+/g, '');
  const [, before = whole, within = ''] = /^(.*)\(([^()]*)\)$/.exec(whole) ?? [];
  return { whole, before, within };
}

/**
 * Whether a word heads a column: brackets behind it hold a unit or say it once more. What heads another
 * column says that it is that one.
 */
function isHeaded(head: Head, word: Head, others: ReadonlySet<string>): boolean {
  return head.whole === word.whole || (head.before === word.before && !others.has(head.within));
}
