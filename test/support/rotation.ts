import { KeyRotationService } from '../../src/features/collectives/key-rotation.service';
import { OtherSeals } from '../../src/features/collectives/other-seals.service';
import { AccountPersonsService } from '../../src/features/users/account-persons.service';
import { SecondFactorsService } from '../../src/features/users/second-factors.service';
import { UserSealsService } from '../../src/features/users/user-seals.service';
import type { PersonalKeys } from '../../src/platform/secrets/personal-keys';
import type { OpenDatabase } from './engines';
import type { Village } from './village';

class NoOtherSeals extends OtherSeals {
  override listKeyIds = () => Promise.resolve([]);
  override sealAnew = () => Promise.resolve(0);
}

/** The rotation of the keys under which a village's people are sealed. */
export function rotationOn(
  { database }: OpenDatabase,
  { services }: Village,
  keys: PersonalKeys,
): KeyRotationService {
  const { clock, collectives } = services;
  const persons = new AccountPersonsService(database, clock, keys, collectives);
  const seals = new UserSealsService(new SecondFactorsService(database, clock, keys), persons);
  return new KeyRotationService(database, keys, collectives, new NoOtherSeals(), seals);
}
