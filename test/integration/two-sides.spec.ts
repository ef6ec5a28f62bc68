import { FormProblems } from '../../src/domain/shared/problem';
import { AccountPersonsService } from '../../src/features/users/account-persons.service';
import { AccountsService } from '../../src/features/users/accounts.service';
import { LogInTriesService } from '../../src/features/users/log-in-tries.service';
import { NewAccountsService } from '../../src/features/users/new-accounts.service';
import { RolesService } from '../../src/features/users/roles.service';
import { SecondFactorsService } from '../../src/features/users/second-factors.service';
import type { HeldRole, RoleName } from '../../src/platform/http/actor';
import { identityOf } from '../support/dividends';
import { describeOnEachEngine, type OpenDatabase } from '../support/engines';
import { keysOf } from '../support/members';
import { setRoles } from '../support/roles';
import { Village } from '../support/village';

const PASSWORD = 'wheat-barn-7';
const ZHOU = identityOf(7);

const codesOf = (act: Promise<unknown>): Promise<string[]> =>
  act.then(
    () => [],
    (error: unknown) =>
      error instanceof FormProblems
        ? error.problems.map(({ field, code }) => `${field} ${code}`)
        : [(error as { readonly code: string }).code],
  );

/** A county with a township, and below it one village and another. */
describeOnEachEngine('nobody is on both sides', (open) => {
  let opened: OpenDatabase;
  let village: Village;
  let roles: RolesService;
  let accounts: AccountsService;
  let persons: AccountPersonsService;
  let making: NewAccountsService;
  let [countyId, townId, placeId, otherId, qian, sun, zhou, he]: string[] = [];

  beforeEach(async () => {
    opened = await open();
    village = await Village.start(opened.database);
    const { database, clock, collectives } = village.services;
    clock.moveTo('2025-07-10');
    const keys = keysOf();
    roles = new RolesService(database, clock, collectives);
    persons = new AccountPersonsService(database, clock, keys, collectives);
    making = new NewAccountsService(database, clock, collectives, persons);
    const tries = new LogInTriesService(database, clock, collectives, keys);
    accounts = new AccountsService(
      ...([database, clock, collectives, tries, new SecondFactorsService(database, clock, keys)] as const),
    );
    countyId = await office('county', null);
    townId = await office('township', countyId);
    [placeId, otherId] = [await office('village', townId), await office('village', townId)];
    qian = await person('qian', countyId, 'county');
    sun = await person('sun', townId, 'township');
    zhou = await person('zhou', placeId, 'accountant');
    he = await person('he', placeId, 'cashier');
    const ofSun = { collectiveId: countyId, userId: sun };
    await persons.say(ofSun, { identity: identityOf(8) }, { by: qian });
  });
  afterEach(() => opened.close());

  let made = 0;
  const office = async (kind: 'county' | 'township' | 'village', parentId: string | null) => {
    made += 1;
    const name = `${kind} ${String(made)}`;
    const words = { name, organisationName: name, noticeLabel: name, regionPath: [], contacts: [] };
    const form = { kind, parentId, routeId: null, booksOpenOn: '2025-01-01', ...words };
    return (await village.services.collectives.createCollective(form)).id;
  };
  const person = (username: string, at: string, role: RoleName) => {
    const names = { username, displayName: username, password: 'password-1', officeId: at };
    return village.services.users.createUser({ ...names, roles: [{ role, collectiveId: at }] });
  };
  /** What was given before anybody asked, or what two accounts are that were found to be one person's. */
  const isAlready = (userId = '', role: RoleName, collectiveId = '') =>
    setRoles(village.services, userId, (held): HeldRole[] => [...held, { role, collectiveId }]);
  const say = (officeId = '', userId = '', by = '') =>
    persons.say({ collectiveId: officeId, userId }, { identity: ZHOU }, { by });
  const give = (officeId = '', userId = '', held: { role: RoleName; at?: string | undefined }, by = '') => {
    const form = { userId, placeId: held.at ?? '', role: held.role, from: '2025-07-10' };
    return roles.give(officeId, form, { by });
  };
  const make = (officeId: string | undefined, role: string, at = townId, by = qian) => {
    made += 1;
    const form = { username: `new${String(made)}`, displayName: 'new', password: PASSWORD };
    const whose = { identity: ZHOU, role, officeId: at ?? '' };
    return making.make(officeId ?? '', { ...form, ...whose }, { by: by ?? '' });
  };

  it.each(['township', 'reviewer', 'approver'] as const)(
    'makes nobody %s of the office above the village whose books he keeps',
    async (role) => {
      await say(townId, zhou, sun);
      expect(await codesOf(make(countyId, role))).toEqual(['role users.officerBeside']);
      const { id } = await make(countyId, 'none');
      expect(await codesOf(give(countyId, id, { role, at: townId }, qian))).toEqual([
        'role users.officerBeside',
      ]);
    },
  );

  it.each(['accountant', 'bookkeeper', 'cashier'] as const)(
    'gives nobody of the office, nor hands over, %s of a village below',
    async (role) => {
      const { id: reviewer } = await make(countyId, 'reviewer');
      const { id: second } = await make(townId, 'none', otherId, sun);
      for (const userId of [reviewer, second])
        expect(await codesOf(give(townId, userId, { role, at: otherId }, sun))).toEqual([
          'role users.officerBeside',
        ]);
      const third = await person('third', otherId ?? '', 'leader');
      const { number } = await give(townId, third, { role, at: otherId }, sun);
      const at = { collectiveId: townId ?? '', placeId: otherId ?? '', number };
      const handed = roles.handOver(at, { userId: second, from: '2025-07-11' }, { by: sun ?? '' });
      expect(await codesOf(handed)).toEqual(['userId users.officerBeside']);
      expect(await codesOf(make(townId, role, otherId, sun))).toEqual(['role users.officerBeside']);
      // Who keeps nothing may lead.
      expect(await codesOf(give(townId, second, { role: 'leader', at: otherId }, sun))).toEqual([]);
    },
  );

  it('lets nobody at the accounts of the people in whose village he keeps the books', async () => {
    await say(townId, zhou, sun);
    const { id: zhou2 } = await make(countyId, 'none');
    await isAlready(zhou2, 'township', townId);
    const at = { collectiveId: townId ?? '', userId: he ?? '' };
    const by = { by: zhou2 };
    const refused = ['users.ownBooks'];
    expect(await codesOf(accounts.setPassword(at, PASSWORD, by))).toEqual(refused);
    expect(await codesOf(accounts.endSecondFactor(at, 'lost his telephone', by))).toEqual(refused);
    expect(await codesOf(accounts.end(at, by))).toEqual(refused);
    expect(await codesOf(persons.say(at, { identity: identityOf(9) }, by))).toEqual(refused);
    const fresh = { username: 'mine', displayName: 'mine', password: PASSWORD, identity: identityOf(9) };
    const inPlace = { ...fresh, officeId: placeId ?? '', role: 'none' };
    expect(await codesOf(making.make(townId ?? '', inPlace, by))).toEqual(refused);
    // Of another village whoever is something in his, too.
    const far = await person('far', otherId ?? '', 'leader');
    const ofFar = { ...at, userId: far };
    expect(await codesOf(accounts.setPassword(ofFar, PASSWORD, by))).toEqual([]);
    await give(townId, far, { role: 'supervisor', at: placeId }, sun);
    expect(await codesOf(accounts.setPassword(ofFar, `${PASSWORD}b`, by))).toEqual(refused);
    // Nobody else is kept from it.
    expect(await codesOf(accounts.setPassword(at, PASSWORD, { by: sun ?? '' }))).toEqual([]);
  });

  it('lets nobody at the roles of the village whose money he handles', async () => {
    await isAlready(sun, 'cashier', placeId);
    const refused = ['users.ownBooks'];
    const by = { by: sun ?? '' };
    const first = { collectiveId: townId ?? '', placeId: placeId ?? '', number: 1 };
    const fresh = await person('fresh', otherId ?? '', 'leader');
    expect(await codesOf(give(townId, fresh, { role: 'leader', at: placeId }, sun))).toEqual(refused);
    expect(await codesOf(roles.end(first, { lastDay: '2025-07-10' }, by))).toEqual(refused);
    const taken = { userId: fresh, from: '2025-07-11' };
    expect(await codesOf(roles.handOver(first, taken, by))).toEqual(refused);
    expect(await codesOf(give(townId, fresh, { role: 'cashier', at: otherId }, sun))).toEqual([]);
  });
});
