import { type CalendarDay, readDayText } from '../calendar/calendar-day';
import { halfWidth } from '../shared/half-width';
import { hasPrivateNumber } from '../shared/private-number';
import type { Problem } from '../shared/problem';
import { readIdentityNumber } from '../shared/identity-number';
import { otherVillageProblems } from './other-village';
import { type PersonForm, type ReadPerson, readPerson } from './person';
import { readVillageGroup } from './place-name';

/** What the columns of a table of people are. */
export const ROSTER_COLUMNS = [
  ...(['household', 'villageGroup', 'personName', 'identity', 'relation', 'belongs', 'labour'] as const),
  ...([
    'officerRelation',
    'mobile',
    'accountKind',
    'accountNumber',
    'bank',
    'fromDay',
    'otherVillageWhy',
  ] as const),
] as const;
export type RosterColumn = (typeof ROSTER_COLUMNS)[number];

/** One row of the table, each cell by its column. */
export interface RosterRecord {
  readonly row: number;
  value(column: RosterColumn): string;
  /** The cell's name, `B7`. */
  cell(column: RosterColumn): string;
}

/** A household of the table: a new one, or more people of one that is on the list. */
export interface ReadHousehold {
  /** Its id, where somebody of it is on the list already. */
  readonly standingId: string | undefined;
  readonly villageGroup: string;
  readonly people: readonly ReadPerson[];
}

/** What a table of people is held against. */
export interface RosterGround {
  readonly today: CalendarDay;
  /** The words of a table for what may be chosen, by column. */
  readonly words: Readonly<Record<WordColumn, ReadonlyMap<string, string>>>;
  /** What stands in a row that only counts the others. */
  readonly totals: readonly string[];
  /** The household of whoever bears the number and is on the list; undefined for nobody. */
  readonly householdOf: (identity: string) => string | undefined;
  /** Whether another village of the county has whoever bears the number on its list on a day or later. */
  readonly standsElsewhere: (identity: string, fromDay: CalendarDay) => boolean;
  /** Whether a household that is on the list has its head. */
  readonly hasHead: (householdId: string) => boolean;
}

type WordColumn = 'relation' | 'belongs' | 'labour' | 'officerRelation' | 'accountKind' | 'otherVillageWhy';
const WORD_COLUMNS: readonly WordColumn[] = [
  'relation',
  'belongs',
  'labour',
  'officerRelation',
  'accountKind',
  'otherVillageWhy',
];

/** What was read of a table of people. */
export interface RosterRead {
  /** What is to be entered. */
  readonly households: readonly ReadHousehold[];
  /** How many of the table are on the list already, and are left as they are. */
  readonly standing: number;
  readonly problems: readonly Problem[];
}

/**
 * Reads a table of people, or says everything that is wrong with it, each with its cell; no problem repeats a
 * name or a number. A household is what bears one mark in the column of households; without that column each
 * head begins one. Who is on the list already is left as is: a file adds and changes nobody.
 * @returns problems `form.*`, `calendar.*`, `person.*`, `roster.wordUnknown` (with the words there are),
 *   `roster.identityTwice` (with the row), `roster.withoutHead`, `roster.twoHouseholds`
 */
export function readRoster(records: readonly RosterRecord[], ground: RosterGround): RosterRead {
  const problems: Problem[] = [];
  const rowOf = new Map<string, number>();
  const isTotal = (record: RosterRecord): boolean => isTotalRow(record, ground.totals);
  const rows = records
    .filter((record) => !isTotal(record))
    .map((record): RosterRow => {
      const person = readRow(record, ground, problems);
      // Whatever else is wrong with a row, whose it is says its number.
      const at = { field: '', value: record.value('identity') };
      const identity = person?.personal.identity ?? readIdentityNumber(at, ground.today, [])?.number;
      const earlier = identity === undefined ? undefined : rowOf.get(identity);
      if (identity !== undefined && earlier === undefined) rowOf.set(identity, record.row);
      if (earlier !== undefined)
        problems.push({
          code: 'roster.identityTwice',
          field: record.cell('identity'),
          facts: { row: earlier },
        });
      const standingId = person && ground.householdOf(person.personal.identity);
      // A reason in no word that is known was told already.
      const isToldWhy =
        person?.otherVillageWhy === undefined && record.value('otherVillageWhy').trim() !== '';
      if (person !== undefined && standingId === undefined && !isToldWhy) {
        const stands = ground.standsElsewhere(person.personal.identity, person.fromDay);
        const told = otherVillageProblems(person.otherVillageWhy, stands);
        problems.push(...told.map((each) => ({ ...each, field: record.cell('otherVillageWhy') })));
      }
      return { record, person, standingId };
    });
  const households = groupedRows(rows).flatMap((group) => readGroup(group, ground, problems));
  const standing = rows.filter(({ standingId }) => standingId !== undefined).length;
  return { households, standing, problems: problems.map(withoutNumber) };
}

/** Whatever column a number of a person was typed in, the sentence does not send it back. */
function withoutNumber(problem: Problem): Problem {
  return hasPrivateNumber(problem.value ?? '') ? { ...problem, value: '*' } : problem;
}

/** A row that counts the others has no number of anybody. */
function isTotalRow(record: RosterRecord, totals: readonly string[]): boolean {
  if (record.value('identity').trim() !== '') return false;
  const [household, name] = (['household', 'personName'] as const).map((column) =>
    halfWidth(record.value(column)).replace(/[\s:]/g, ''),
  );
  return totals.includes(household ?? '') || totals.includes(name ?? '');
}

interface RosterRow {
  readonly record: RosterRecord;
  readonly person: ReadPerson | undefined;
  readonly standingId: string | undefined;
}

function readRow(record: RosterRecord, ground: RosterGround, problems: Problem[]): ReadPerson | undefined {
  const said = new Map(WORD_COLUMNS.map((column) => [column, codeOf(record, column, { ground, problems })]));
  const form: PersonForm = {
    personName: record.value('personName'),
    identity: record.value('identity'),
    relation: said.get('relation') ?? '',
    belongs: said.get('belongs') ?? '',
    labour: said.get('labour') ?? '',
    officerRelation: said.get('officerRelation') ?? '',
    mobile: record.value('mobile'),
    accountKind: said.get('accountKind') ?? '',
    accountNumber: record.value('accountNumber'),
    bank: record.value('bank'),
    otherVillageWhy: said.get('otherVillageWhy') ?? '',
    fromDay: dayOf(record.value('fromDay')) || ground.today,
  };
  const read = readPerson(form, ground.today);
  const isColumn = (field: string): field is RosterColumn =>
    ROSTER_COLUMNS.some((column) => column === field);
  // A word that is not known was told already.
  const isTold = ({ code, field }: Problem): boolean =>
    code === 'form.missing' && isColumn(field) && record.value(field) !== '';
  for (const problem of read.problems.filter((each) => !isTold(each))) {
    const { field } = problem;
    problems.push({ ...problem, field: isColumn(field) ? record.cell(field) : record.cell('personName') });
  }
  readVillageGroup({ field: record.cell('villageGroup'), value: record.value('villageGroup') }, problems);
  return read.person;
}

/** A day however people part it, as it stands where it is none. */
function dayOf(typed: string): string {
  return readDayText(typed) ?? typed.trim();
}

function codeOf(
  record: RosterRecord,
  column: WordColumn,
  { ground, problems }: { readonly ground: RosterGround; readonly problems: Problem[] },
): string {
  const typed = record.value(column).trim();
  if (typed === '') return '';
  const code = ground.words[column].get(typed);
  const words = [...ground.words[column]];
  // Of several words for one thing the usual one, which stands first.
  const known = words.filter(([, own], place) => words.findIndex(([, each]) => each === own) === place);
  if (code === undefined)
    problems.push({
      code: 'roster.wordUnknown',
      field: record.cell(column),
      value: typed,
      facts: { known: known.map(([word]) => word) },
    });
  return code ?? '';
}

/** The rows of each household, in the order of the table. */
function groupedRows(rows: readonly RosterRow[]): RosterRow[][] {
  const groups: RosterRow[][] = [];
  const byMark = new Map<string, RosterRow[]>();
  for (const row of rows) {
    const mark = row.record.value('household').trim();
    const begins = mark === '' ? row.person?.relation === 'head' : !byMark.has(mark);
    const own = mark === '' ? groups.at(-1) : byMark.get(mark);
    if (begins || own === undefined) {
      const group = [row];
      groups.push(group);
      if (mark !== '') byMark.set(mark, group);
    } else own.push(row);
  }
  return groups;
}

function readGroup(rows: readonly RosterRow[], ground: RosterGround, problems: Problem[]): ReadHousehold[] {
  const [first] = rows;
  if (first === undefined) return [];
  const at = first.record.cell('relation');
  const ids = new Set(rows.flatMap(({ standingId }) => standingId ?? []));
  if (ids.size > 1) problems.push({ code: 'roster.twoHouseholds', field: first.record.cell('household') });
  const [standingId] = ids;
  const added = rows.filter((row) => row.standingId === undefined);
  const heads = added.filter(({ person }) => person?.relation === 'head');
  const inherited = standingId !== undefined && ground.hasHead(standingId) ? 1 : 0;
  const isRead = rows.every(({ person }) => person !== undefined);
  if (isRead && added.length > 0 && heads.length + inherited === 0)
    problems.push({ code: 'roster.withoutHead', field: at });
  for (const { record } of heads.slice(1 - inherited))
    problems.push({ code: 'person.secondHead', field: record.cell('relation') });
  const people = added.flatMap(({ person }) => person ?? []);
  if (people.length === 0) return [];
  const villageGroup =
    rows.map(({ record }) => record.value('villageGroup')).find((text) => text !== '') ?? '';
  // The head first: nobody of a household stands on the list before it.
  const ordered = [...people].sort(
    (one, other) => Number(other.relation === 'head') - Number(one.relation === 'head'),
  );
  return [{ standingId, villageGroup, people: ordered }];
}
