import type { EntityManager } from 'typeorm';
import type { Chart } from '../../domain/ledger/chart';
import type { JournalEntry } from '../../domain/ledger/journal-entry';
import {
  contraAccounts,
  contraShortProblems,
  shortageProblems,
  takesContra,
  takesMoney,
} from '../../domain/ledger/money-on-hand';
import { poolsSpent, type PromisedPool, promisedProblems } from '../../domain/ledger/promised-money';
import {
  isOnlyOwed,
  paidFromReserve,
  poolsPaying,
  reservedProblems,
} from '../../domain/ledger/reserved-money';
import type { Problem } from '../../domain/shared/problem';
import { readMoney, readOnHand } from './pool-balances.store';
import { readPromised, readReserved } from './promised-money.store';

/** An entry just booked that pays for something. */
export interface SpendingEntry extends Pick<JournalEntry, 'postedOn' | 'postings'> {
  /** Whether somebody has said why it is paid out of money that is promised, and by whose decision. */
  readonly paysPromised?: boolean;
  /** Whether a person wrote its lines: what a step takes of an asset, its register knows. */
  readonly isByHand?: boolean;
}

/**
 * What keeps an entry just booked from standing: depreciation or money that is not there, or, where it is,
 * money that was set aside or that an approved distribution has promised. Who says why promised money pays
 * must need to; money set aside pays once it is released. What is only owed takes nothing that is set aside.
 */
export async function moneyProblems(
  tx: EntityManager,
  collectiveId: string,
  { entry, chart }: { readonly entry: SpendingEntry; readonly chart: Chart },
): Promise<Problem[]> {
  const { postedOn, postings, paysPromised = false, isByHand = false } = entry;
  if (isByHand && takesContra(postings, chart)) {
    const stands = await readOnHand(tx, collectiveId, { day: postedOn, mains: contraAccounts(chart) });
    const short = contraShortProblems(entry, stands, chart);
    if (short.length > 0) return short;
  }
  if (takesMoney(postings, chart)) {
    const money = await readMoney(tx, collectiveId, { day: postedOn, chart });
    const short = shortageProblems(entry, money, chart);
    if (short.length > 0) return short;
    const pools = await readReserved(tx, collectiveId, poolsPaying(postings, chart));
    const paid = paidFromReserve(entry, { pools, money }, chart);
    if (paid.length > 0) return paid;
  }
  const pools = await readPromised(tx, collectiveId, poolsSpent(postings));
  const isOwed = ({ pool }: PromisedPool): boolean => isOnlyOwed(postings, pool, chart);
  const reserved = reservedProblems(
    entry,
    pools.filter((each) => !isOwed(each)),
  );
  if (reserved.length > 0) return reserved;
  // What is owed is the same beside a reserve as without one.
  const promised = promisedProblems(
    entry,
    pools.map((each) => (isOwed(each) ? { ...each, reserves: [] } : each)),
  );
  if (!paysPromised) return promised;
  return promised.length > 0 ? [] : [{ code: 'money.notPromised', field: 'paysPromised' }];
}
