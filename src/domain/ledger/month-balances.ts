import type { Month } from '../calendar/calendar-day';
import { type Fen, sumFen } from '../money/fen';
import { DomainError } from '../shared/domain-error';
import { invariant } from '../shared/invariant';

/** What one account turned over in one pool in a month, on either side; red letters take away. */
export interface PoolTurnover {
  readonly ledgerAccount: string;
  readonly pool: string;
  readonly debit: Fen;
  readonly credit: Fen;
}

/** A balance of a sealed month. `opening` is signed: debit positive, credit negative. */
export interface MonthBalance extends PoolTurnover {
  readonly opening: Fen;
}

/** What an account stands at when the month ends, signed as the opening is. */
export function closingOf({ opening, debit, credit }: MonthBalance): Fen {
  return opening + debit - credit;
}

/**
 * The balances of a month that is to be sealed: what the seal before it closed with is brought in, never
 * reckoned again from history. Accounts without any balance or movement are left out; one that only has
 * something brought in stays.
 * @param before the balances of the month sealed before, none for the first
 * @returns by account, then by pool, in the order of their codes
 */
export function monthBalances(
  before: readonly MonthBalance[],
  turnovers: readonly PoolTurnover[],
): MonthBalance[] {
  const balances = new Map<string, MonthBalance>();
  for (const balance of before) {
    const { ledgerAccount, pool } = balance;
    const opening = closingOf(balance);
    if (opening !== 0n) {
      balances.set(keyOf(balance), { ledgerAccount, pool, opening, debit: 0n, credit: 0n });
    }
  }
  for (const turnover of turnovers) {
    const { ledgerAccount, pool, debit, credit } = turnover;
    const key = keyOf(turnover);
    const opening = balances.get(key)?.opening ?? 0n;
    balances.set(key, { ledgerAccount, pool, opening, debit, credit });
  }
  const all = [...balances].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, balance]) => balance);
  invariant(sumFen(all.map(closingOf)) === 0n, 'the balances of a month add up to zero');
  return all;
}

/**
 * Whether a month may be sealed with these turnovers: what was kept with every entry is what its lines add
 * up to, and every pool's debit is its credit.
 * @throws DomainError `seal.turnoversDiffer`, `seal.poolUnbalanced`
 */
export function requireSoundTurnovers(kept: readonly PoolTurnover[], ofLines: readonly PoolTurnover[]): void {
  const [stands, found] = [byKey(kept), byKey(ofLines)];
  for (const [key, { ledgerAccount, pool }] of new Map([...stands, ...found])) {
    const [told, summed] = [stands.get(key) ?? NOTHING, found.get(key) ?? NOTHING];
    if (told.debit !== summed.debit || told.credit !== summed.credit) {
      const facts = { account: ledgerAccount, pool, keptDebit: told.debit, keptCredit: told.credit };
      throw new DomainError('seal.turnoversDiffer', { ...facts, debit: summed.debit, credit: summed.credit });
    }
  }
  const sums = new Map<string, { debit: Fen; credit: Fen }>();
  for (const { pool, debit, credit } of ofLines) {
    const sum = sums.get(pool) ?? { ...NOTHING };
    sum.debit += debit;
    sum.credit += credit;
    sums.set(pool, sum);
  }
  for (const [pool, { debit, credit }] of sums) {
    if (debit !== credit) throw new DomainError('seal.poolUnbalanced', { pool, debit, credit });
  }
}

const NOTHING: { readonly debit: Fen; readonly credit: Fen } = { debit: 0n, credit: 0n };

/** What a seal says of its month: what its digest covers. */
export interface MonthSeal {
  readonly collectiveId: string;
  readonly month: Month;
  /** Where the chain of the books stood when the month was sealed. */
  readonly chainPosition: number;
  readonly chainHead: string;
  readonly sealedBy: string;
  readonly sealedAt: string;
  readonly balances: readonly MonthBalance[];
}

/** What stands for the digest of the seal before, at the first month of the books. */
export const FIRST_SEAL = '0'.repeat(64);

/**
 * The canonical text of a seal: a JSON array in a fixed order, fen as decimal text, balances by account and
 * pool in the order of their codes (by UTF-16 unit). It names the digest of the seal before, so that no
 * sealed month can be exchanged alone. Rule for changing it: never. A new version gets a new first element
 * and applies from its first seal on; the golden vectors of every version stay in the tests.
 */
export function canonicalSeal(previousDigest: string, seal: MonthSeal): string {
  return JSON.stringify([
    'seal/1',
    seal.collectiveId,
    seal.month,
    previousDigest,
    [seal.chainPosition, seal.chainHead],
    [seal.sealedBy, seal.sealedAt],
    seal.balances.map((each) => [
      each.ledgerAccount,
      each.pool,
      each.opening.toString(),
      each.debit.toString(),
      each.credit.toString(),
    ]),
  ]);
}

function keyOf({ ledgerAccount, pool }: Pick<PoolTurnover, 'ledgerAccount' | 'pool'>): string {
  return `${ledgerAccount} ${pool}`;
}

function byKey(rows: readonly PoolTurnover[]): Map<string, PoolTurnover> {
  return new Map(rows.map((row) => [keyOf(row), row]));
}
