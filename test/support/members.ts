import type { CollectivesService } from '../../src/features/collectives/collectives.service';
import { HouseholdsService } from '../../src/features/collectives/households.service';
import { MembersService } from '../../src/features/collectives/members.service';
import { PersonalReadsService } from '../../src/features/collectives/personal-reads.service';
import { RosterReadService } from '../../src/features/collectives/roster-read.service';
import type { PackChoicesService } from '../../src/features/policy/pack-choices.service';
import type { Clock } from '../../src/platform/clock/clock';
import { readConfiguration } from '../../src/platform/config/configuration';
import type { Database } from '../../src/platform/database/database';
import { PersonalKeys } from '../../src/platform/secrets/personal-keys';

/** The keys of persons as a program is given them; one that all tests share where none is named. */
export function keysOf(...keys: readonly string[]): PersonalKeys {
  const given = keys.length === 0 ? ['a'.repeat(64)] : keys;
  return new PersonalKeys(readConfiguration({ PERSONAL_KEYS: given.join(',') }));
}

/** Households and who belongs to them, on one database. */
export function membersOn(
  database: Database,
  ground: {
    readonly clock: Clock;
    readonly choices: PackChoicesService;
    readonly collectives: CollectivesService;
    readonly keys: PersonalKeys;
  },
) {
  const { clock, choices, collectives, keys } = ground;
  const members = new MembersService(database, clock, keys);
  const reads = new PersonalReadsService(database, clock, keys);
  const households = new HouseholdsService(database, clock, choices, collectives);
  return { members, reads, households, roster: new RosterReadService(database, clock, reads, households) };
}
