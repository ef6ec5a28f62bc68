import { isMonth, type Month } from '../calendar/calendar-day';
import { halfWidth } from '../shared/half-width';
import type { Problem } from '../shared/problem';
import type { TableHeading } from '../shared/table-headings';
import { monthIn, type SaidMonth, type SlipPart } from './settlement-layout';
import {
  type AskedStation,
  type LeftOut,
  OF_OTHERS,
  type SlipLine,
  type SlipStation,
  type ToldOfSlips,
} from './settlement-lines';

/** What stands around the lines of a table. */
interface Around {
  readonly heading: TableHeading<SlipPart>;
  /** The texts above the heading. */
  readonly above: readonly string[];
  readonly told: ToldOfSlips;
}

/**
 * The month of each line by its row: its own column says it, else a line above the heading, else the name of
 * the file, else a person. Where only the month is said, a person says the year; where line and file name
 * two months, a person says which. Codes `slipTable.monthUnread`, `slipTable.yearUnsaid`,
 * `slipTable.monthUnsaid`, `slipTable.monthsDiffer`, `slipTable.bareMonthsDiffer`.
 */
export function monthsOfLines(
  lines: readonly SlipLine[],
  around: Around & { readonly fileName: string },
  problems: Problem[],
): ReadonlyMap<number, Month> {
  const { heading, above, fileName, told } = around;
  const months = new Map<number, Month>();
  const asks = new Map<string, Problem>();
  const whole = isMonth(told.month) ? { month: told.month } : undefined;
  const [ofTitle, ofFile] = [monthIn(above.join(' ')), monthIn(fileName)];
  const ofTable = whole ?? ofTitle ?? ofFile;
  if (whole === undefined && !heading.places.has('generationMonth') && lines.length > 0)
    problems.push(...apartProblems(ofTitle, ofFile));
  for (const line of lines) {
    const typed = line.cell('generationMonth');
    const said = heading.places.has('generationMonth') ? monthIn(typed) : ofTable;
    const month = said === undefined ? undefined : withYear(said, told.year);
    if (month !== undefined) months.set(line.row, month);
    else if (heading.places.has('generationMonth') && said === undefined) {
      const field = `row.${String(line.row)}.generationMonth`;
      problems.push({ code: 'slipTable.monthUnread', field, value: typed });
    } else {
      const code = said === undefined ? 'slipTable.monthUnsaid' : 'slipTable.yearUnsaid';
      asks.set(code, { code, field: said === undefined ? 'month' : 'year' });
    }
  }
  problems.push(...asks.values());
  return months;
}

/** The title of a table says another month than the name of its file. */
function apartProblems(ofTitle: SaidMonth | undefined, ofFile: SaidMonth | undefined): Problem[] {
  if (ofTitle === undefined || ofFile === undefined) return [];
  const field = 'month';
  if ('month' in ofTitle && 'month' in ofFile) {
    const facts = { title: ofTitle.month, file: ofFile.month };
    return facts.title === facts.file ? [] : [{ code: 'slipTable.monthsDiffer', field, facts }];
  }
  const [title, file] = [bareMonth(ofTitle), bareMonth(ofFile)];
  return title === file ? [] : [{ code: 'slipTable.bareMonthsDiffer', field, facts: { title, file } }];
}

function bareMonth(said: SaidMonth): number {
  return Number('month' in said ? said.month.slice(-2) : said.withoutYear);
}

function withYear(said: SaidMonth, year: string): Month | undefined {
  if ('month' in said) return said.month;
  const month = `${year.trim()}-${said.withoutYear}`;
  return isMonth(month) ? month : undefined;
}

/** More stations that nobody knows are not asked for one by one. */
const ASKED_AT_MOST = 20;

/** Of more rows without a station the first are named. */
const ROWS_NAMED = 20;

/**
 * The station of each line by its row: by the number the grid has given its owner, else by its name; a table
 * whose rows name none is of the station a line above names. What nobody knows is asked once, or left out
 * where a person says that it is somebody else's; of very many the first are asked. Codes
 * `slipTable.stationUnknown`, `slipTable.stationUnsaid` and of some rows alone `slipTable.stationBlank`,
 * `slipTable.moreUnknown`, `slipTable.numberOfOther` where number and name are of two stations.
 */
export function stationsOfLines(
  lines: readonly SlipLine[],
  around: Around & { readonly stations: readonly SlipStation[] },
  problems: Problem[],
): Subjects {
  const found = new Map<number, SlipStation>();
  const asks = new Map<string, Ask>();
  const known = knownStations(around);
  for (const line of lines) {
    const number = line.cell('customerNumber').replace(/\s+/g, '');
    const named = line.cell('station');
    const name = plainName(named);
    const [byNumber, byName] = [known.byNumber.get(number), known.byName.get(name)];
    if (byNumber !== undefined && byName !== undefined && byNumber.id !== byName.id) {
      const facts = { numberOf: byNumber.name, nameOf: byName.name };
      const field = `row.${String(line.row)}.customerNumber`;
      problems.push({ code: 'slipTable.numberOfOther', field, value: number, facts });
      continue;
    }
    const isNamed = number !== '' || name !== '';
    const station = byNumber ?? byName ?? (isNamed ? undefined : known.ofTitle);
    if (station !== undefined) {
      found.set(line.row, station);
      continue;
    }
    const key = isNamed ? `${number} ${name}` : 'all';
    const ask = asks.get(key);
    if (ask === undefined) asks.set(key, askOf(line, isNamed, [number, named]));
    else ask.rows.push(line.row);
  }
  const answers = answered([...asks.values()], { ...around, found, lines: lines.length }, problems);
  return { stations: found, ...answers };
}

/** What is told of the stations that nobody knows; the rest is asked. */
function answered(
  asks: readonly Ask[],
  given: Pick<Around, 'told'> & {
    readonly stations: readonly SlipStation[];
    readonly found: Map<number, SlipStation>;
    readonly lines: number;
  },
  problems: Problem[],
): Omit<Subjects, 'stations'> {
  const { told, stations, found } = given;
  const toldOf = ({ field }: Ask): string => told.stations[field.replace('stations.', '')] ?? '';
  const leftOut = asks.filter((ask) => isLeftOut(ask, toldOf(ask), told));
  const open: Ask[] = [];
  for (const ask of asks) {
    const station = stations.find(({ id }) => id === toldOf(ask));
    if (station !== undefined) for (const row of ask.rows) found.set(row, station);
    else if (!isLeftOut(ask, toldOf(ask), told)) open.push(ask);
  }
  const isOpen = new Set(open);
  const first = new Set(open.slice(0, ASKED_AT_MOST));
  problems.push(...[...first].map((ask) => unknownStation(ask, given.lines)));
  const more = open.length - first.size;
  if (more > 0) problems.push({ code: 'slipTable.moreUnknown', field: 'others', facts: { more } });
  const asked = asks.filter((ask) => first.has(ask) || (toldOf(ask) !== '' && !isOpen.has(ask)));
  return {
    asked: asked.map(({ field, named }) => ({ field, named })),
    leftOut: leftOut.map(({ named, rows }) => ({ named, rows })),
  };
}

/** What bears no name cannot be somebody else's: it is asked. */
function isLeftOut({ named }: Ask, toldId: string, { others }: ToldOfSlips): boolean {
  return named !== '' && (toldId === OF_OTHERS || (toldId === '' && others === OF_OTHERS));
}

interface Subjects {
  readonly stations: ReadonlyMap<number, SlipStation>;
  readonly asked: readonly AskedStation[];
  readonly leftOut: readonly LeftOut[];
}

/** A name that nobody knows, and every row that bears it. */
type Ask = AskedStation & { readonly rows: number[] };

function askOf(line: SlipLine, isNamed: boolean, names: readonly string[]): Ask {
  const field = isNamed ? `stations.r${String(line.row)}` : 'stations.all';
  return { field, named: names.filter((each) => each !== '').join(' '), rows: [line.row] };
}

function unknownStation({ field, named, rows }: Ask, lines: number): Problem {
  const [row = 0] = rows;
  // Where other rows name theirs, these have lost it.
  if (named === '' && rows.length < lines) {
    const facts = { rows: rows.slice(0, ROWS_NAMED).map(String), count: rows.length };
    return { code: 'slipTable.stationBlank', field, facts };
  }
  if (named === '') return { code: 'slipTable.stationUnsaid', field };
  return { code: 'slipTable.stationUnknown', field, value: named, facts: { row } };
}

/** The stations by their numbers and names, of two of one name the first, and the one the title names. */
function knownStations({ above, stations }: Around & { readonly stations: readonly SlipStation[] }): {
  readonly byNumber: ReadonlyMap<string, SlipStation>;
  readonly byName: ReadonlyMap<string, SlipStation>;
  readonly ofTitle: SlipStation | undefined;
} {
  const firstOnes = [...stations].reverse();
  const text = plainName(above.join(' '));
  const titled = stations.filter(
    ({ name, customerNumbers }) =>
      text.includes(plainName(name)) || customerNumbers.some((number) => text.includes(number)),
  );
  return {
    byNumber: new Map(firstOnes.flatMap((each) => each.customerNumbers.map((number) => [number, each]))),
    byName: new Map(firstOnes.map((each) => [plainName(each.name), each])),
    ofTitle: titled.length === 1 ? titled[0] : undefined,
  };
}

function plainName(name: string): string {
  return halfWidth(name).replace(/\s+/g, '');
}
