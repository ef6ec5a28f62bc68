import { compareRatios, ratio, readRatio, sumRatios } from '../money/ratio';
import type { Share } from '../money/allocate';
import type { CalendarDay } from '../calendar/calendar-day';
import type { Problem } from '../shared/problem';

/**
 * One row of a joint asset's share table, by original village: it survives mergers, and an owner may hold
 * several rows. `share` is a percentage or decimal as written in the paper (`6.25%`), kept as text.
 */
export interface ShareRow {
  readonly key: string;
  readonly label: string;
  readonly share: string;
  /**
   * Who holds the row today; several rows may name one owner, and an owner's books may be kept elsewhere.
   */
  readonly owner: string;
}

/** A share table, valid from a day until the next one. */
export interface ShareTable {
  readonly validFrom: CalendarDay;
  readonly rows: readonly ShareRow[];
}

/** Everything wrong with a share table; it must add up to exactly 100 %. Codes `shares.*`. */
export function shareTableProblems(rows: readonly ShareRow[]): Problem[] {
  const problems: Problem[] = [];
  const keys = new Set<string>();
  rows.forEach((row, index) => {
    if (row.key === '' || keys.has(row.key)) {
      problems.push({ code: 'shares.keyTwice', field: `shares.${String(index)}.key`, value: row.key });
    }
    keys.add(row.key);
    if (row.owner.trim() === '')
      problems.push({ code: 'form.missing', field: `shares.${String(index)}.owner` });
    if (!/^\d+(\.\d+)?%$/.test(row.share)) {
      problems.push({
        code: 'shares.notAPercentage',
        field: `shares.${String(index)}.share`,
        value: row.share,
      });
    } else if (compareRatios(readRatio(row.share), ratio(1n, 1n)) > 0) {
      const at = { field: `shares.${String(index)}.share`, value: row.share };
      problems.push({ code: 'shares.aboveWhole', ...at });
    }
  });
  if (problems.length === 0) {
    const total = sumRatios(rows.map((row) => readRatio(row.share)));
    if (compareRatios(total, ratio(1n, 1n)) !== 0) {
      problems.push({ code: 'shares.notWhole', field: 'shares', facts: { total: percentText(total) } });
    }
  }
  return problems;
}

/**
 * Every row that is held by the holder of the row named: a village that took in another holds both their
 * rows.
 */
export function rowsOfOwner(rows: readonly ShareRow[], key: string): ShareRow[] {
  const owner = rows.find((row) => row.key === key)?.owner;
  return rows.filter((row) => row.owner === owner);
}

/** The rows as weights of a split; all over one common denominator. */
export function shareWeights(rows: readonly ShareRow[]): Share[] {
  const ratios = rows.map((row) => readRatio(row.share));
  const common = ratios.reduce(
    (largest, each) => (each.denominator > largest ? each.denominator : largest),
    1n,
  );
  return rows.map((row, index) => {
    const share = ratios[index] ?? ratio(0n, 1n);
    return { key: row.key, weight: (share.numerator * common) / share.denominator };
  });
}

/** The table in force on a day; the newest whose first day has come. */
export function tableInForce(tables: readonly ShareTable[], day: CalendarDay): ShareTable | undefined {
  return [...tables]
    .sort((a, b) => (a.validFrom < b.validFrom ? 1 : -1))
    .find((table) => table.validFrom <= day);
}

function percentText(total: { numerator: bigint; denominator: bigint }): string {
  const parts = (total.numerator * 1_000_000n) / total.denominator;
  const digits = parts.toString().padStart(5, '0');
  return `${digits.slice(0, -4)}.${digits.slice(-4)}%`;
}
