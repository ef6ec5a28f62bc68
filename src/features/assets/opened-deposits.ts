import type { EntityManager } from 'typeorm';
import type { Asset } from '../../domain/assets/asset';
import type { LeaseTerms } from '../../domain/assets/lease';
import { openedDeposits } from '../../domain/assets/opened-deposits';
import type { CalendarDay } from '../../domain/calendar/calendar-day';
import type { Fen } from '../../domain/money/fen';
import type { LedgerReadService } from '../ledger/ledger-read.service';
import { readOpenedPayables } from './opened-deposits.store';

/** What of a contract's deposit was here when the books opened. */
export interface OpenedDeposit {
  readonly amount: Fen;
  readonly on: CalendarDay;
  /** The opening's voucher. */
  readonly entryId: string;
}

/** A contract as far as its deposit goes. */
interface LeaseWithDeposit {
  readonly id: string;
  readonly tenantId: string;
  readonly asset: Pick<Asset, 'pool'>;
  readonly signedOn: CalendarDay;
  readonly terms: Pick<LeaseTerms, 'firstOn'>;
  readonly deposit: Fen;
}

/** What of the deposits of contracts the opening of the books brought, by contract. */
export async function openedDepositsOf(
  db: EntityManager,
  of: {
    readonly collectiveId: string;
    readonly leases: readonly LeaseWithDeposit[];
    readonly books: LedgerReadService;
  },
): Promise<ReadonlyMap<string, OpenedDeposit>> {
  const { collectiveId, leases, books } = of;
  const names = await books.listCounterparties(collectiveId, db);
  const tenants = new Set(leases.map(({ tenantId }) => tenantId));
  const payables = await readOpenedPayables(
    db,
    { collectiveId, names, tenants },
    (chart) => books.rolesOf(chart).payable,
  );
  if (payables === undefined) return new Map();
  const { openedOn } = await books.requireChain(collectiveId, db);
  const contracts = leases.map(({ id, tenantId, asset, signedOn, terms, deposit }) => ({
    ...{ id, tenantId, pool: asset.pool, signedOn, firstOn: terms.firstOn, agreed: deposit },
  }));
  const found = openedDeposits(contracts, { openedOn, moves: payables.moves });
  const { entryId } = payables;
  return new Map([...found].map(([id, amount]) => [id, { amount, on: openedOn, entryId }]));
}
