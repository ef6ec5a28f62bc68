import { proceduresOn } from './approvals';
import { IssuedSharesService } from '../../src/features/collectives/issued-shares.service';
import { ShareRollService } from '../../src/features/collectives/share-roll.service';
import { LedgerReadService } from '../../src/features/ledger/ledger-read.service';
import { ReentriesService } from '../../src/features/ledger/reentries.service';
import { DividendReadService } from '../../src/features/uses/dividend-read.service';
import { DividendRollsService } from '../../src/features/uses/dividend-rolls.service';
import type { Clock } from '../../src/platform/clock/clock';
import type { Database } from '../../src/platform/database/database';
import { seedRegisters } from './seed-registers';

/** The roll of shares on one database, with the rounds that were given by it. */
export function shareRollServiceOn(database: Database, clock: Clock): ShareRollService {
  return new ShareRollService(database, clock, usesOn(database, clock));
}

/** How many shares were issued, on one database. */
export function issuedSharesOn(database: Database, clock: Clock): IssuedSharesService {
  const uses = usesOn(database, clock);
  return new IssuedSharesService(database, clock, new ShareRollService(database, clock, uses), uses);
}

function usesOn(database: Database, clock: Clock): DividendRollsService {
  const { charts } = seedRegisters();
  const procedures = proceduresOn(database, clock);
  const books = new LedgerReadService(database, charts);
  const rounds = new DividendReadService(
    database,
    books,
    procedures,
    clock,
    new ReentriesService(database, books),
  );
  return new DividendRollsService(rounds);
}
