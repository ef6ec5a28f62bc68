import { ProceduresService } from '../../src/features/approvals/procedures.service';
import { ShareRollService } from '../../src/features/collectives/share-roll.service';
import { LedgerReadService } from '../../src/features/ledger/ledger-read.service';
import { DividendReadService } from '../../src/features/uses/dividend-read.service';
import { DividendRollsService } from '../../src/features/uses/dividend-rolls.service';
import type { Clock } from '../../src/platform/clock/clock';
import type { Database } from '../../src/platform/database/database';
import { seedRegisters } from './seed-registers';

/** The roll of shares on one database, with the rounds that were given by it. */
export function shareRollServiceOn(database: Database, clock: Clock): ShareRollService {
  const { charts, routes } = seedRegisters();
  const procedures = new ProceduresService(database, routes, clock);
  const books = new LedgerReadService(database, charts);
  const rounds = new DividendReadService(database, books, procedures, clock);
  return new ShareRollService(database, clock, new DividendRollsService(rounds));
}
