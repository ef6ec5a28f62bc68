import { readYuan, sumFen } from '../money/fen';
import type { Problem } from '../shared/problem';
import { FUND_LEVELS } from './asset';
import { plateKey, plateOwners, plateProblems } from './plates';
import {
  fundColumn,
  type RegisterCells,
  type RegisterColumn,
  type RegisterFacts,
  type RegisterGroup,
  type RegisterItem,
  type RegisterRow,
  registerRows,
  type RegisterWords,
} from './register-columns';
import { codeInUnit, plainWord, RegisterReading, yuanTextOf } from './register-reading';

/** What was read of a register. */
export interface RegisterRead {
  /** The assets that are not in the village's register yet. */
  readonly items: readonly RegisterItem[];
  /** How many stand there already, word for word. */
  readonly standing: number;
  readonly problems: readonly Problem[];
}

/**
 * Reads a county's register, or says everything that is wrong with it, each with its cell. An asset takes a
 * row, and one more for each further year that gave money, with its name, the year and the amounts only.
 * Codes `register.*`, `assets.*`, `particulars.*`, `form.*`, `money.*`, `calendar.*`.
 */
export function readRegister(rows: readonly RegisterRow[], facts: RegisterFacts): RegisterRead {
  const isTotal = (row: RegisterRow): boolean => isTotalRow(row, facts);
  const lines = rows.filter((row) => !isTotal(row));
  const { items, standing, problems } = readAssets(lines, facts);
  problems.push(...totalProblems(rows.filter(isTotal), lines, facts));
  if (lines.every((row) => row.value('name').trim() === ''))
    problems.push({ code: 'register.nothing', field: '' });
  return { items, standing, problems };
}

/** Whether a row only adds up. */
export function isTotalRow(row: RegisterRow, { words }: RegisterFacts): boolean {
  return [row.value('rowNumber'), row.value('name')].some((text) => words.totals.includes(plainWord(text)));
}

/** Reads the rows of a register that are no totals. */
export function readAssets(
  lines: readonly RegisterRow[],
  facts: RegisterFacts,
): RegisterRead & { readonly problems: Problem[] } {
  const { groups, unnamed, problems } = groupsOf(lines);
  for (const group of unnamed) problems.push(...cellProblems(group, facts));
  const read: RegisterItem[] = [];
  const items: RegisterItem[] = [];
  for (const group of groups) {
    const reading = new RegisterReading(group, facts);
    const item = reading.item();
    problems.push(...reading.problems);
    const standing = facts.standing.get(group.name);
    if (item === undefined) continue;
    problems.push(...plateTwice({ group, item, read }, facts));
    read.push(item);
    if (standing === undefined) items.push(item);
    else problems.push(...differences({ group, item, standing }, facts));
  }
  return { items, standing: read.length - items.length, problems };
}

/** What else is wrong with a row whose name cannot stand; nothing of it is read. */
export function cellProblems(group: RegisterGroup, facts: RegisterFacts): Problem[] {
  const reading = new RegisterReading(group, { ...facts, standing: new Map() });
  reading.item();
  const name = group.first.cell('name');
  return reading.problems.filter(({ field }) => field !== name);
}

/** A plate of another asset of the county or of the file, or one that is not written as the county does. */
function plateTwice(
  given: {
    readonly group: RegisterGroup;
    readonly item: RegisterItem;
    readonly read: readonly RegisterItem[];
  },
  { standing, plates }: RegisterFacts,
): Problem[] {
  const { group, item, read } = given;
  const plate = item.known?.plateNumber ?? '';
  const kept = standing.get(group.name)?.known?.plateNumber;
  // What stands with this plate already was asked when it was entered.
  if (plate === '' || (kept !== undefined && plateKey(kept) === plateKey(plate))) return [];
  const others = [...standing.values(), ...read].filter(({ asset }) => asset.name !== group.name);
  const owners = plateOwners(
    others.map(({ asset, known }) => ({ name: asset.name, plateNumber: known?.plateNumber ?? '' })),
  );
  const field = group.first.cell('plateNumber');
  return plateProblems(plate, { ...plates, owners }).map((problem) => ({ ...problem, field }));
}

/** Columns of which a row of a further year says nothing. */
const SAID_ONCE = ['kind', 'titleHolder', 'acquiredOn', 'cost'] as const;

/** Whether a row only adds the money of a further year to an asset. */
export function isFurtherYear(row: RegisterRow): boolean {
  return SAID_ONCE.every((column) => row.value(column) === '');
}

/** The assets by name; a row whose name is missing or said before is none, and looked at by itself. */
function groupsOf(rows: readonly RegisterRow[]): {
  readonly groups: RegisterGroup[];
  readonly unnamed: RegisterGroup[];
  readonly problems: Problem[];
} {
  const unnamed: RegisterGroup[] = [];
  const byName = new Map<string, { name: string; first: RegisterRow; rows: RegisterRow[] }>();
  const problems: Problem[] = [];
  for (const row of rows) {
    const name = row.value('name').trim();
    const earlier = byName.get(name);
    const isFurther = isFurtherYear(row);
    if (name !== '' && earlier === undefined) byName.set(name, { name, first: row, rows: [row] });
    else if (earlier !== undefined && isFurther) earlier.rows.push(row);
    else if (!isFurther) unnamed.push({ name, first: row, rows: [row] });
    if (name === '') problems.push({ code: 'form.missing', field: row.cell('name') });
    else if (earlier !== undefined && !isFurther) {
      const facts = { row: earlier.first.row };
      problems.push({ code: 'register.nameTwice', field: row.cell('name'), value: name, facts });
    }
  }
  return { groups: [...byName.values()], unnamed, problems };
}

/**
 * What a row says otherwise than the village's register, as far as the file has columns: code
 * `register.differs`. An import adds and never changes.
 */
function differences(
  { group, item, standing }: { group: RegisterGroup; item: RegisterItem; standing: RegisterItem },
  { columns, words }: RegisterFacts,
): Problem[] {
  const said = registerRows(item);
  const kept = registerRows(standing);
  const longest = said.length > kept.length ? said : kept;
  return longest.flatMap((_row, place): Problem[] => {
    const row = group.rows[place] ?? group.first;
    return columns.flatMap((column): Problem[] => {
      const text = textOf(kept[place], column);
      if (column === 'rowNumber' || textOf(said[place], column) === text) return [];
      const facts = { standing: wordOf(words, column, text) };
      return [{ code: 'register.differs', field: row.cell(column), value: row.value(column), facts }];
    });
  });
}

function textOf(cells: RegisterCells | undefined, column: RegisterColumn): string {
  return cells?.get(column) ?? '';
}

/** The usual word for a code; a text that is none stays as it is. */
function wordOf(words: RegisterWords, column: RegisterColumn, text: string): string {
  if (column !== 'kind' && column !== 'assetClass' && column !== 'titleLevel' && column !== 'condition')
    return text;
  return [...words[column]].find(([, code]) => code === text)?.[0] ?? text;
}

/**
 * A row of totals must be the sum of the rows, to the fen: code `register.totalWrong`. A column with an
 * amount that cannot be read has no sum, and its total is passed over.
 */
export function totalProblems(
  totals: readonly RegisterRow[],
  lines: readonly RegisterRow[],
  facts: RegisterFacts,
): Problem[] {
  const columns = ['cost' as const, ...FUND_LEVELS.map(fundColumn)];
  const sums = columns.flatMap((column): [RegisterColumn, bigint][] => {
    const texts = lines.map((row) => yuanTextOf(row, column, facts.inWan)).filter((text) => text !== '');
    const amounts = texts.flatMap((text) => readYuan(text) ?? []);
    return amounts.length === texts.length ? [[column, sumFen(amounts)]] : [];
  });
  return totals.flatMap((row) =>
    sums.flatMap(([column, sum]): Problem[] => {
      const value = row.value(column);
      if (value === '') return [];
      const at = { field: row.cell(column), value };
      const total = readYuan(yuanTextOf(row, column, facts.inWan));
      if (total === undefined) return [{ code: codeInUnit('money.notAnAmount', column, facts.inWan), ...at }];
      if (total === sum) return [];
      return [{ code: 'register.totalWrong', ...at, facts: { sum, difference: total - sum } }];
    }),
  );
}
