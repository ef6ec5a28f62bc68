import type { Pool } from '../ledger/journal-entry';
import { POOLS } from '../ledger/manual-lines';
import { sumFen } from '../money/fen';
import { readShareOrAmount } from '../money/share-or-amount';
import { halfWidth } from '../shared/half-width';
import type { Problem } from '../shared/problem';
import type { ReserveLimit } from './year-end';
import type { Reserve } from './year-end-postings';

/** What the assembly decided on the reserve, as typed. */
export interface ReserveForm {
  /** By pool: a percentage of the year's surplus (`5%`) or an amount in yuan; blank takes nothing. */
  readonly reserves: Readonly<Partial<Record<Pool, string>>>;
  /** The paper that says so: the assembly's resolution, its day and number. */
  readonly paper: string;
}

/**
 * Reads what is taken into the reserve. A percentage is reckoned on the year's surplus after losses of
 * earlier years and rounded to the fen, half upwards; nothing goes above what may be distributed.
 * @returns the amounts by pool, and every problem: `yearEnd.noSuchPool`, `yearEnd.notAShare`,
 *   `yearEnd.aboveDistributable`, `yearEnd.aboveWhole` (more than all pools together may give),
 *   `yearEnd.nothingTaken` (a part that comes to no fen), `yearEnd.noReserve` (nothing was entered),
 *   `form.missing` (the paper)
 */
export function readReserves(
  form: ReserveForm,
  bases: readonly ReserveLimit[],
): { reserves: Reserve[]; problems: Problem[] } {
  const read = Object.entries(form.reserves).map(([pool, typed]) =>
    typed.trim() === '' ? {} : readReserve(pool, typed, bases),
  );
  const reserves = read.flatMap(({ reserve }) => reserve ?? []);
  const problems = read.flatMap(({ problem }) => problem ?? []);
  const [{ whole: most } = { whole: 0n }] = bases;
  const amount = sumFen(reserves.map((each) => each.amount));
  if (problems.length === 0 && amount > most)
    problems.push({ code: 'yearEnd.aboveWhole', field: 'reserves', facts: { amount, most } });
  if (problems.length === 0 && reserves.length === 0) problems.push({ code: 'yearEnd.noReserve', field: '' });
  if (form.paper.trim() === '') problems.push({ code: 'form.missing', field: 'paper' });
  return { reserves, problems };
}

/** What is taken of one pool; neither where a plain zero was typed. */
function readReserve(
  named: string,
  typed: string,
  bases: readonly ReserveLimit[],
): { readonly reserve?: Reserve; readonly problem?: Problem } {
  const field = `reserves.${named}`;
  const pool = POOLS.find((each) => each === named);
  if (pool === undefined) return { problem: { code: 'yearEnd.noSuchPool', field, value: named } };
  const base = bases.find((each) => each.pool === pool);
  const amount = readShareOrAmount(typed, base?.base ?? 0n);
  const most = base?.distributable ?? 0n;
  if (amount === undefined || amount < 0n)
    return { problem: { code: 'yearEnd.notAShare', field, value: typed } };
  if (amount > most) {
    const facts = { pool, amount, most };
    return { problem: { code: 'yearEnd.aboveDistributable', field, value: typed, facts } };
  }
  if (amount > 0n) return { reserve: { pool, amount } };
  const isPart = /[1-9]/.test(halfWidth(typed));
  return isPart ? { problem: { code: 'yearEnd.nothingTaken', field, value: typed, facts: { pool } } } : {};
}
