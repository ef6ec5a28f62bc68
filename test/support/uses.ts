import { HouseholdsService } from '../../src/features/collectives/households.service';
import { CollectivesService } from '../../src/features/collectives/collectives.service';
import { PersonalReadsService } from '../../src/features/collectives/personal-reads.service';
import { RosterReadService } from '../../src/features/collectives/roster-read.service';
import type { LedgerService } from '../../src/features/ledger/ledger.service';
import { LocalStandardsService } from '../../src/features/policy/local-standards.service';
import { PackChoicesService } from '../../src/features/policy/pack-choices.service';
import { UsesService } from '../../src/features/uses/uses.service';
import type { Clock } from '../../src/platform/clock/clock';
import type { Database } from '../../src/platform/database/database';
import { keysOf } from './members';
import { seedRegisters } from './seed-registers';

/** The uses of the surplus, whose claims name nobody of the village's list. */
export function usesOn(database: Database, clock: Clock, ledger: LedgerService): UsesService {
  const { packs: policy } = seedRegisters();
  const collectives = new CollectivesService(database, ledger);
  const choices = new PackChoicesService(database, clock, policy, collectives);
  const standards = new LocalStandardsService(database, clock, policy, collectives);
  const households = new HouseholdsService(database, clock, choices, collectives, 'seeds');
  const reads = new PersonalReadsService(database, clock, keysOf());
  return new UsesService(ledger, new RosterReadService(database, clock, reads, households, standards));
}
