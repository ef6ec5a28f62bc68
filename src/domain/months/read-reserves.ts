import type { Pool } from '../ledger/journal-entry';
import { POOLS } from '../ledger/manual-lines';
import { type Fen, readYuan } from '../money/fen';
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
 *   `yearEnd.aboveDistributable`, `yearEnd.nothingTaken` (a part that comes to no fen), `yearEnd.noReserve`
 *   (nothing was entered), `form.missing` (the paper)
 */
export function readReserves(
  form: ReserveForm,
  bases: readonly ReserveLimit[],
): { reserves: Reserve[]; problems: Problem[] } {
  const problems: Problem[] = [];
  const reserves: Reserve[] = [];
  for (const [named, typed = ''] of Object.entries(form.reserves)) {
    if (typed.trim() === '') continue;
    const field = `reserves.${named}`;
    const pool = POOLS.find((each) => each === named);
    if (pool === undefined) {
      problems.push({ code: 'yearEnd.noSuchPool', field, value: named });
      continue;
    }
    const base = bases.find((each) => each.pool === pool);
    const amount = amountOf(typed, base?.base ?? 0n);
    const most = base?.distributable ?? 0n;
    if (amount === undefined || amount < 0n) {
      problems.push({ code: 'yearEnd.notAShare', field, value: typed });
    } else if (amount > most) {
      problems.push({
        code: 'yearEnd.aboveDistributable',
        field,
        value: typed,
        facts: { pool, amount, most },
      });
    } else if (amount > 0n) reserves.push({ pool, amount });
    else if (/[1-9]/.test(halfWidth(typed)))
      problems.push({ code: 'yearEnd.nothingTaken', field, value: typed, facts: { pool } });
  }
  if (problems.length === 0 && reserves.length === 0) problems.push({ code: 'yearEnd.noReserve', field: '' });
  if (form.paper.trim() === '') problems.push({ code: 'form.missing', field: 'paper' });
  return { reserves, problems };
}

const PERCENT = /^(\d{1,3})(?:\.(\d{1,4}))?\s*%$/;

function amountOf(typed: string, base: Fen): Fen | undefined {
  const text = halfWidth(typed).trim();
  const percent = PERCENT.exec(text);
  if (percent === null) return readYuan(text);
  const [, whole = '0', decimals = ''] = percent;
  const parts = BigInt(whole + decimals.padEnd(4, '0'));
  const all = 100n * 10n ** 4n;
  return parts > all ? undefined : (2n * base * parts + all) / (2n * all);
}
