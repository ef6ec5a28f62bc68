import { join } from 'node:path';
import type { CollectivesService } from '../../src/features/collectives/collectives.service';
import { AidListsService } from '../../src/features/distribution/aid-lists.service';
import type { LedgerReadService } from '../../src/features/ledger/ledger-read.service';
import { LocalStandardsService } from '../../src/features/policy/local-standards.service';
import { PackChoicesService } from '../../src/features/policy/pack-choices.service';
import { AidService } from '../../src/features/uses/aid.service';
import { StateAidService } from '../../src/features/uses/state-aid.service';
import { AidTermsService } from '../../src/features/uses/aid-terms.service';
import type { Clock } from '../../src/platform/clock/clock';
import type { Database } from '../../src/platform/database/database';
import { keysOf, membersOn } from './members';
import { seedRegisters } from './seed-registers';
import type { Services } from './village';

interface Steps {
  readonly books: LedgerReadService;
  readonly collectives: CollectivesService;
}

const peopleOn = (database: Database, clock: Clock, { collectives }: Steps) => {
  const { packs } = seedRegisters();
  const choices = new PackChoicesService(database, clock, packs, collectives);
  const standards = new LocalStandardsService(database, clock, packs, collectives);
  return membersOn(database, { clock, choices, collectives, standards, keys: keysOf() });
};

/** Lists of rewards and subsidies, with the households whose people stand on them. */
export function aidOn(database: Database, clock: Clock, steps: Steps): AidService {
  const { packs } = seedRegisters();
  const standards = new LocalStandardsService(database, clock, packs, steps.collectives);
  const terms = new AidTermsService(steps.collectives, standards, join(__dirname, '../../seeds'));
  return new AidService(database, clock, peopleOn(database, clock, steps).roster, steps.books, terms);
}

/** Lists against the plans of a village, from another program on its database. */
export function aidListsOn(database: Database, services: Services) {
  const { clock, plans, granting } = services;
  const aid = aidOn(database, clock, services);
  const lists = new AidListsService(database, clock, plans, aid, granting);
  const people = peopleOn(database, clock, services);
  const stateAid = new StateAidService(database, clock, aid, people.households);
  return { ...people, aid, lists, stateAid };
}
