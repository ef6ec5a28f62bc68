import type { EntityManager } from 'typeorm';
import { type CalendarDay, yearOf } from '../../domain/calendar/calendar-day';
import type { Pool } from '../../domain/ledger/journal-entry';
import type { PoolBalance } from '../../domain/ledger/pool-balances';
import type { OwedTo } from '../../domain/ledger/pool-lines';
import { sumFen } from '../../domain/money/fen';
import { LINES_OF_ENTRIES, LINES_OF_THEM } from './balances.store';
import { readCounterpartyNames } from './counterparties.store';
import { run } from './ledger.store';
import { readNow } from './pool-balances.store';

interface OwedRow {
  readonly ledger_account: string;
  readonly pool: Pool;
  readonly counterparty: string | null;
  readonly amount: string;
}

/** The condition that a line is on an account or a detail of it; its values are {@link rangeOf}. */
export const ON_ACCOUNT = '(l.ledger_account >= ? AND l.ledger_account < ?)';

/** An account with its details, as an index goes by them: digits stand in the same order everywhere. */
export function rangeOf(account: string): [from: string, to: string] {
  return [account, String(Number(account) + 1)];
}

/**
 * What is owed on these accounts and their details, by pool and by whom it is owed to, as of the end of a day
 * or of now; a credit below zero, what is one other's in several parts it may be. Who is named by name in
 * older books counts as who bears it. What names somebody is asked of the index of such lines; the rest is
 * what the balance has beyond it.
 */
export async function readOwed(
  db: EntityManager,
  collectiveId: string,
  { accounts, day }: { readonly accounts: readonly string[]; readonly day?: CalendarDay },
): Promise<OwedTo[]> {
  const asked = [...new Set(accounts)];
  if (asked.length === 0) return [];
  const named: OwedRow[] = [];
  for (const account of asked) named.push(...(await readNamed(db, collectiveId, account)));
  const names = await readCounterpartyNames(db, collectiveId);
  const owed = named.map(owedOf);
  const all = await readNow(db, collectiveId);
  const balances = all.filter(({ ledgerAccount }) => asked.some((code) => ledgerAccount.startsWith(code)));
  const later = day === undefined ? [] : await readAfter(db, collectiveId, { accounts: asked, day });
  const less = later.map(owedOf).map((each) => ({ ...each, amount: -each.amount }));
  return [...owed, ...unnamedOf(balances, owed), ...less].map((each) => names.byId(each));
}

/** What balances have beyond what is owed by name, account by account and pool by pool. */
function unnamedOf(balances: readonly PoolBalance[], named: readonly OwedTo[]): OwedTo[] {
  const keyOf = ({ ledgerAccount, pool }: PoolBalance): string => `${ledgerAccount} ${pool}`;
  const places = new Map([...balances, ...named].map((each) => [keyOf(each), each]));
  return [...places].flatMap(([key, { ledgerAccount, pool }]) => {
    const sumOf = (of: readonly PoolBalance[]) =>
      sumFen(of.filter((each) => keyOf(each) === key).map((each) => each.amount));
    const amount = sumOf(balances) - sumOf(named);
    return amount === 0n ? [] : [{ ledgerAccount, pool, amount }];
  });
}

const SIGNED = `CAST(SUM(CASE l.side WHEN 'debit' THEN l.amount_fen ELSE -l.amount_fen END) AS TEXT)
  AS amount`;

function readNamed(db: EntityManager, collectiveId: string, account: string): Promise<OwedRow[]> {
  return run<OwedRow>(
    db,
    `SELECT l.ledger_account, l.pool, l.counterparty, ${SIGNED}
     FROM ledger_lines l WHERE l.collective_id = ? AND ${ON_ACCOUNT} AND l.counterparty IS NOT NULL
     GROUP BY l.ledger_account, l.pool, l.counterparty`,
    [collectiveId, ...rangeOf(account)],
  );
}

/** What moved there after a day. */
function readAfter(
  db: EntityManager,
  collectiveId: string,
  { accounts, day }: { readonly accounts: readonly string[]; readonly day: CalendarDay },
): Promise<OwedRow[]> {
  return run<OwedRow>(
    db,
    `SELECT l.ledger_account, l.pool, l.counterparty, ${SIGNED}
     FROM ${LINES_OF_ENTRIES} WHERE e.collective_id = ? AND ${LINES_OF_THEM}
       AND e.voucher_year >= ? AND e.posted_on > ? AND (${accounts.map(() => ON_ACCOUNT).join(' OR ')})
     GROUP BY l.ledger_account, l.pool, l.counterparty`,
    [collectiveId, yearOf(day), day, ...accounts.flatMap(rangeOf)],
  );
}

function owedOf({ ledger_account: ledgerAccount, pool, counterparty, amount }: OwedRow): OwedTo {
  const owed = { ledgerAccount, pool, amount: BigInt(amount) };
  return counterparty === null ? owed : { ...owed, counterparty };
}
