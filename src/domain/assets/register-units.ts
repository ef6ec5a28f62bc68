import { halfWidth } from '../shared/half-width';
import type { Problem } from '../shared/problem';
import type { RegisterColumn } from './register-columns';

/** The units a register is written in: the words for yuan and for ten thousand yuan. */
export interface MoneyUnits {
  readonly yuan: string;
  readonly wan: string;
}

/** Which amounts are in units of ten thousand yuan, and whether the file says its unit at all. */
export interface UnitsRead {
  readonly inWan: ReadonlySet<RegisterColumn>;
  readonly said: boolean;
  readonly problems: readonly Problem[];
}

/** Yuan, or ten, a hundred, a thousand, ten thousand or a hundred million of it, with or without RMB. */
const MONEY = '(?:\u4eba\u6c11\u5e01)?([\u5341\u767e\u5343\u4e07\u4ebf]*\u5143)';
/** The word "unit", the sign behind it and the unit: `unit: yuan`; no price per something, no "and more". */
const PHRASE = `\u5355\u4f4d[:(]${MONEY}(?![/\u4ee5])`;
/** A unit alone in brackets or in a cell of its own. */
const ALONE = `(?:^|\\()(?:[\u91d1\u989d\u8d27\u5e01]*\u5355\u4f4d:?)?${MONEY}(?:\\)|$)`;

/**
 * Reads in what units the amounts of a register are written: a heading says it of its column, a line above
 * the table of all of them. Only a unit named as one counts: an amount in the title, as of projects above
 * 500,000, is none. Where two different ones are said of a column nobody guesses. Codes
 * `register.unitTwice`, `register.unitUnknown`.
 * @param headings the heading of each column of money
 */
export function readMoneyUnits(
  above: readonly string[],
  headings: ReadonlyMap<RegisterColumn, string>,
  units: MoneyUnits,
): UnitsRead {
  const overall = new Set(above.flatMap(unitsIn));
  const inWan = new Set<RegisterColumn>();
  const named = new Set<string>(overall);
  const problems: Problem[] = [];
  for (const [column, heading] of headings) {
    const own = unitsIn(heading);
    const said = new Set([...overall, ...own]);
    if (said.size > 1 && problems.length === 0)
      problems.push({ code: 'register.unitTwice', field: '', facts: { units: [...said] } });
    if (said.has(units.wan)) inWan.add(column);
    for (const unit of own) named.add(unit);
  }
  const unknown = [...named].find((unit) => unit !== units.yuan && unit !== units.wan);
  if (unknown !== undefined) problems.push({ code: 'register.unitUnknown', field: '', value: unknown });
  return { inWan, said: named.size > 0, problems };
}

/** Every unit of money that a text names as such. */
function unitsIn(text: string): string[] {
  const plain = halfWidth(text).replace(/\s+/g, '');
  return [PHRASE, ALONE].flatMap((pattern) =>
    [...plain.matchAll(new RegExp(pattern, 'g'))].flatMap(([, unit]) => unit ?? []),
  );
}
