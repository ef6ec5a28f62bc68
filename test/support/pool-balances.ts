import { OwedUnderAssetsService } from '../../src/features/ledger/owed-under-assets.service';
import { PoolBalancesService } from '../../src/features/ledger/pool-balances.service';
import type { Database } from '../../src/platform/database/database';
import { tracingOn } from './statements';

/** Balances by account and pool, wired as their module does. */
export function poolBalancesOn(database: Database): PoolBalancesService {
  return new PoolBalancesService(new OwedUnderAssetsService(database, tracingOn({ database })));
}
