import type { Labour, OfficerRelation } from '../collectives/person';
import { type Fen, readYuan, sumFen } from '../money/fen';
import { halfWidth } from '../shared/half-width';
import type { Problem } from '../shared/problem';

/** What of a person decides whether he may be paid for work, as the list has him on a day. */
export interface Fitness {
  readonly age: number;
  readonly labour: Labour;
  readonly officerRelation: OfficerRelation;
}

/** Somebody who may be paid for work: found by the number on the list, or by the name where one bears it. */
export interface Worker extends Fitness {
  readonly memberId: string;
  readonly memberNumber: number;
  readonly name: string;
  /** The word of the household's status on the last day of work: it is one of those to be helped. */
  readonly status: string | undefined;
}

/** What one person is paid on a sheet: days times the rate. */
export interface LabourLine {
  readonly memberId: string;
  /** Days are counted in halves: 2 is one day. */
  readonly halfDays: number;
  /** Fen a day. */
  readonly rate: Fen;
  readonly amount: Fen;
  readonly status: string | undefined;
}

/**
 * What days at a rate come to, rounded half up to the fen once, on the line it is printed on. Source: product
 * decision "Money".
 */
export function labourPay(halfDays: number, rate: Fen): Fen {
  return (BigInt(halfDays) * rate + 1n) / 2n;
}

/** Half days as a person reads them: `5`, `4.5`. */
export function daysText(halfDays: number): string {
  return halfDays % 2 === 0 ? String(halfDays / 2) : `${String((halfDays - 1) / 2)}.5`;
}

/**
 * Reads the rows of a labour sheet: who, days, yuan a day, parted by blanks, tabs or commas as they come out
 * of a spreadsheet. Every row that cannot be read is named by its number.
 * @param most how many days the sheet spans: nobody works more
 * @returns problems `form.missing`, `works.row*`
 */
export function readLabourRows(
  text: string,
  given: { readonly workers: readonly Worker[]; readonly most: number },
): { readonly lines: LabourLine[]; readonly problems: Problem[] } {
  const rows = text.split(/\r?\n/).filter((row) => row.trim() !== '');
  const problems: Problem[] = [];
  if (rows.length === 0) problems.push({ code: 'form.missing', field: FIELD });
  const seen = new Set<string>();
  const lines = rows.flatMap((row, index) => readRow(row, { ...given, row: index + 1, seen, problems }));
  return { lines, problems };
}

/** What a sheet comes to. */
export function sheetAmount(lines: readonly Pick<LabourLine, 'amount'>[]): Fen {
  return sumFen(lines.map(({ amount }) => amount));
}

const FIELD = 'labourRows';

interface RowRead {
  readonly workers: readonly Worker[];
  readonly most: number;
  readonly row: number;
  /** Who stood in the rows before, whatever else was wrong with them. */
  readonly seen: Set<string>;
  readonly problems: Problem[];
}

function readRow(text: string, { workers, most, row, seen, problems }: RowRead): LabourLine[] {
  const fail = (code: string, value: string, facts: Readonly<Record<string, number>> = {}): LabourLine[] => {
    problems.push({ code, field: FIELD, value, facts: { row, ...facts } });
    return [];
  };
  const cells = halfWidth(text)
    .trim()
    .split(/[\s,;]+/);
  const [who = '', days = '', rate = ''] = cells;
  if (cells.length !== 3) return fail('works.rowUnreadable', text.trim());
  const found = workers.filter(({ name, memberNumber }) => name === who || String(memberNumber) === who);
  const [worker] = found;
  if (worker === undefined) return fail('works.rowNobody', who);
  if (found.length > 1) return fail('works.rowSeveral', who);
  const { memberId, status } = worker;
  if (seen.has(memberId)) problems.push({ code: 'works.rowTwice', field: FIELD, facts: { row } });
  seen.add(memberId);
  const halfDays = readHalfDays(days);
  if (halfDays === undefined) return fail('works.rowDays', days);
  if (halfDays > most * 2) return fail('works.rowTooManyDays', days, { most });
  const perDay = readYuan(rate);
  if (perDay === undefined || perDay <= 0n) return fail('works.rowRate', rate);
  return [{ memberId, halfDays, rate: perDay, amount: labourPay(halfDays, perDay), status }];
}

/** Days with at most a half, more than nothing: `5`, `0.5`, `4.50`. */
function readHalfDays(text: string): number | undefined {
  const read = /^(\d{1,2})(?:\.([05])0?)?$/.exec(text);
  if (read === null) return undefined;
  const halves = Number(read[1]) * 2 + (read[2] === '5' ? 1 : 0);
  return halves > 0 ? halves : undefined;
}
