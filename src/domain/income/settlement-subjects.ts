import { isMonth, type Month } from '../calendar/calendar-day';
import { halfWidth } from '../shared/half-width';
import type { Problem } from '../shared/problem';
import type { TableHeading } from '../shared/table-headings';
import { monthIn, type SaidMonth, type SlipPart } from './settlement-layout';
import type { AskedStation, SlipLine, SlipStation, ToldOfSlips } from './settlement-lines';

/** What stands around the lines of a table. */
interface Around {
  readonly heading: TableHeading<SlipPart>;
  /** The texts above the heading. */
  readonly above: readonly string[];
  readonly told: ToldOfSlips;
}

/**
 * The month of each line by its row: its own column says it, else a line above the heading, else the name of
 * the file, else a person. Where only the month is said, a person says the year. Codes
 * `slipTable.monthUnread`, `slipTable.yearUnsaid`, `slipTable.monthUnsaid`.
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
  const ofTable = whole ?? monthIn(above.join(' ')) ?? monthIn(fileName);
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

function withYear(said: SaidMonth, year: string): Month | undefined {
  if ('month' in said) return said.month;
  const month = `${year.trim()}-${said.withoutYear}`;
  return isMonth(month) ? month : undefined;
}

/**
 * The station of each line by its row: by the number the grid has given its owner, else by its name; a table
 * whose rows name none is of the station a line above names. What nobody knows is asked once. Codes
 * `slipTable.stationUnknown`, `slipTable.stationUnsaid`, `slipTable.numberOfOther` where number and name are
 * of two stations.
 */
export function stationsOfLines(
  lines: readonly SlipLine[],
  around: Around & { readonly stations: readonly SlipStation[] },
  problems: Problem[],
): { readonly stations: ReadonlyMap<number, SlipStation>; readonly asked: readonly AskedStation[] } {
  const found = new Map<number, SlipStation>();
  const asked = new Map<string, Ask>();
  const { stations, told, above } = around;
  for (const line of lines) {
    const number = line.cell('customerNumber').replace(/\s+/g, '');
    const name = plainName(line.cell('station'));
    const byNumber = stations.find(({ customerNumbers }) => customerNumbers.includes(number));
    const byName = stations.find((each) => name !== '' && plainName(each.name) === name);
    if (byNumber !== undefined && byName !== undefined && byNumber.id !== byName.id) {
      const facts = { numberOf: byNumber.name, nameOf: byName.name };
      const field = `row.${String(line.row)}.customerNumber`;
      problems.push({ code: 'slipTable.numberOfOther', field, value: number, facts });
      continue;
    }
    const isNamed = number !== '' || name !== '';
    const known = byNumber ?? byName ?? (isNamed ? undefined : titleStation(above, stations));
    const key = isNamed ? `${number} ${name}` : 'all';
    const ask = asked.get(key) ?? askOf(line, isNamed, [number, line.cell('station')]);
    const toldId = told.stations[ask.field.replace('stations.', '')];
    const station = known ?? stations.find(({ id }) => id === toldId);
    if (known === undefined) asked.set(key, ask);
    if (station !== undefined) found.set(line.row, station);
    else if (ask.row === line.row) problems.push(unknownStation(ask));
  }
  return { stations: found, asked: [...asked.values()].map(({ field, named }) => ({ field, named })) };
}

type Ask = AskedStation & { readonly row: number };

function askOf(line: SlipLine, isNamed: boolean, names: readonly string[]): Ask {
  const field = isNamed ? `stations.r${String(line.row)}` : 'stations.all';
  return { field, named: names.filter((each) => each !== '').join(' '), row: line.row };
}

function unknownStation({ field, named, row }: Ask): Problem {
  if (named === '') return { code: 'slipTable.stationUnsaid', field };
  return { code: 'slipTable.stationUnknown', field, value: named, facts: { row } };
}

/** The only station that a line above the heading names. */
function titleStation(above: readonly string[], stations: readonly SlipStation[]): SlipStation | undefined {
  const text = plainName(above.join(' '));
  const named = stations.filter(
    ({ name, customerNumbers }) =>
      text.includes(plainName(name)) || customerNumbers.some((number) => text.includes(number)),
  );
  return named.length === 1 ? named[0] : undefined;
}

function plainName(name: string): string {
  return halfWidth(name).replace(/\s+/g, '');
}
