import { type Fen, readYuan, sumFen } from '../money/fen';
import { halfWidth } from '../shared/half-width';
import type { Problem } from '../shared/problem';
import type { Fitness, Worker } from './labour-rows';

/** Somebody who may be given a reward or a subsidy, with the household whose caps count, too. */
export interface Recipient extends Omit<Worker, keyof Fitness> {
  readonly householdId: string;
  /** What the household had a head in the year before, where it is known. Fen. */
  readonly perHead?: Fen | undefined;
  /** What of the household makes documents look at it first, by their ids. */
  readonly circumstances?: readonly string[];
}

/** What one person is given on a list: the written standard, so many times. */
export interface AidLine {
  readonly memberId: string;
  readonly householdId: string;
  /** Fen for one. */
  readonly standard: Fen;
  /** How many times: days, months, pieces; 1 of a single reward. */
  readonly times: number;
  readonly amount: Fen;
  /** The word of the household's standing, where it has one. */
  readonly status: string | undefined;
}

/** A standard, so many times: exact, nothing is rounded. */
export function aidAmount(standard: Fen, times: number): Fen {
  return standard * BigInt(times);
}

/** What a list comes to. */
export function aidTotal(lines: readonly Pick<AidLine, 'amount'>[]): Fen {
  return sumFen(lines.map(({ amount }) => amount));
}

const FIELD = 'aidRows';

/**
 * Reads the rows of a list: who, the standard in yuan, how many times, parted by blanks, tabs or commas as
 * they come out of a spreadsheet. Every row that cannot be read is named by its number.
 * @returns problems `form.missing`, `aid.row*`
 */
export function readAidRows(
  text: string,
  people: readonly Recipient[],
): { readonly lines: AidLine[]; readonly problems: Problem[] } {
  const rows = text.split(/\r?\n/).filter((row) => row.trim() !== '');
  const problems: Problem[] = [];
  if (rows.length === 0) problems.push({ code: 'form.missing', field: FIELD });
  const lines: AidLine[] = [];
  const seen = new Set<string>();
  const known = byNameAndNumber(people);
  rows.forEach((text, index) => {
    const row = index + 1;
    const { person, read } = readRow(text, known);
    // Whatever else is wrong with a row, it names somebody.
    if (person !== undefined && seen.has(person.memberId))
      problems.push({ code: 'aid.rowTwice', field: FIELD, facts: { row } });
    if (person !== undefined) seen.add(person.memberId);
    if ('memberId' in read) lines.push(read);
    else problems.push({ code: read.code, field: FIELD, value: read.value, facts: { row } });
  });
  return { lines, problems };
}

/** Who is meant by a name or a number: everybody is looked through once, however many rows there are. */
function byNameAndNumber(people: readonly Recipient[]): ReadonlyMap<string, readonly Recipient[]> {
  const known = new Map<string, Recipient[]>();
  for (const person of people)
    for (const who of new Set([person.name, String(person.memberNumber)])) {
      const own = known.get(who);
      if (own === undefined) known.set(who, [person]);
      else own.push(person);
    }
  return known;
}

type RowRead = AidLine | { readonly code: string; readonly value: string };

function readRow(
  text: string,
  known: ReadonlyMap<string, readonly Recipient[]>,
): { readonly person?: Recipient; readonly read: RowRead } {
  const cells = halfWidth(text)
    .trim()
    .split(/[\s,;]+/);
  const [who = '', yuan = '', many = '1'] = cells;
  if (cells.length < 2 || cells.length > 3)
    return { read: { code: 'aid.rowUnreadable', value: text.trim() } };
  const found = known.get(who) ?? [];
  const [person] = found;
  if (person === undefined) return { read: { code: 'aid.rowNobody', value: who } };
  if (found.length > 1) return { read: { code: 'aid.rowSeveral', value: who } };
  return { person, read: readSum(person, yuan, many) };
}

function readSum({ memberId, householdId, status }: Recipient, yuan: string, many: string): RowRead {
  const standard = readYuan(yuan);
  if (standard === undefined || standard <= 0n) return { code: 'aid.rowStandard', value: yuan };
  if (!/^[1-9]\d{0,2}$/.test(many)) return { code: 'aid.rowTimes', value: many };
  const times = Number(many);
  return { memberId, householdId, standard, times, amount: aidAmount(standard, times), status };
}
