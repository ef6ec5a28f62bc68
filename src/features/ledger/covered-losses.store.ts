import type { EntityManager } from 'typeorm';
import type { Chart } from '../../domain/ledger/chart';
import { requireNotCovered } from '../../domain/ledger/covered-losses';
import type { Posting } from '../../domain/ledger/journal-entry';
import { readByPeople } from './owed.store';
import { readNow } from './pool-balances.store';

/**
 * Refuses what makes more of 收益分配 than a loss that the reserve covered: see {@link requireNotCovered}.
 * @param more what is about to be written on it, and the closed year that it is about
 * @throws DomainError `reversal.lossCovered`
 */
export async function requireNotCoveredNow(
  db: EntityManager,
  collectiveId: string,
  more: { readonly postings: readonly Posting[]; readonly chart: Chart; readonly year: number },
): Promise<void> {
  const { chart, year, postings } = more;
  const asked = { accounts: [chart.roles.reserve], postedAfter: `${String(year)}-12-30` };
  const covering = await readByPeople(db, collectiveId, asked);
  if (covering.length === 0) return;
  requireNotCovered(postings, { covering, balances: await readNow(db, collectiveId) }, chart);
}
