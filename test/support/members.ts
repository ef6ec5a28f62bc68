import type { CollectivesService } from '../../src/features/collectives/collectives.service';
import { CircumstancesService } from '../../src/features/collectives/circumstances.service';
import { HouseholdIncomesService } from '../../src/features/collectives/household-incomes.service';
import { HouseholdsService } from '../../src/features/collectives/households.service';
import { MeasuresService } from '../../src/features/collectives/measures.service';
import { MemberWriterService } from '../../src/features/collectives/member-writer.service';
import { MembersService } from '../../src/features/collectives/members.service';
import type { PaidToHouseholds } from '../../src/features/collectives/paid-to-households.service';
import { PersonalReadsService } from '../../src/features/collectives/personal-reads.service';
import { RosterImportService } from '../../src/features/collectives/roster-import.service';
import { RosterReadService } from '../../src/features/collectives/roster-read.service';
import { StatusReviewsService } from '../../src/features/collectives/status-reviews.service';
import type { LocalStandardsService } from '../../src/features/policy/local-standards.service';
import type { PackChoicesService } from '../../src/features/policy/pack-choices.service';
import type { Clock } from '../../src/platform/clock/clock';
import { readConfiguration } from '../../src/platform/config/configuration';
import type { Database } from '../../src/platform/database/database';
import { ImportPreviewsService } from '../../src/platform/spreadsheets/import-previews.service';
import { PersonalKeys } from '../../src/platform/secrets/personal-keys';
import { shareRollServiceOn } from './share-roll';

/** The keys of persons as a program is given them; one that all tests share where none is named. */
export function keysOf(...keys: readonly string[]): PersonalKeys {
  const given = keys.length === 0 ? ['a'.repeat(64)] : keys;
  return new PersonalKeys(readConfiguration({ PERSONAL_KEYS: given.join(',') }));
}

/** Books that paid nobody. */
const PAID_NOTHING: PaidToHouseholds = { listPaid: () => Promise.resolve(new Map()) };

/** Households and who belongs to them, on one database. */
export function membersOn(
  database: Database,
  ground: {
    readonly clock: Clock;
    readonly choices: PackChoicesService;
    readonly collectives: CollectivesService;
    readonly standards: LocalStandardsService;
    readonly keys: PersonalKeys;
    readonly payments?: PaidToHouseholds;
  },
) {
  const { clock, choices, collectives, standards, keys } = ground;
  const writer = new MemberWriterService(clock, keys);
  const members = new MembersService(database, clock, keys, writer);
  const previews = new ImportPreviewsService(database, clock);
  const imports = new RosterImportService(database, clock, keys, writer, previews);
  const reads = new PersonalReadsService(database, clock, keys);
  const households = new HouseholdsService(database, clock, choices, collectives, 'seeds');
  const reviews = new StatusReviewsService(database, clock, collectives, 'seeds');
  return {
    imports,
    members,
    reads,
    households,
    incomes: new HouseholdIncomesService(database, clock, ground.payments ?? PAID_NOTHING),
    circumstances: new CircumstancesService(database, clock, households),
    shares: shareRollServiceOn(database, clock),
    reviews,
    measures: new MeasuresService(database, clock, households, reviews),
    roster: new RosterReadService(database, clock, reads, households, standards),
  };
}
