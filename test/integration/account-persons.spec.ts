import { FormProblems } from '../../src/domain/shared/problem';
import { AccountPersonEntity } from '../../src/features/users/account-person.entity';
import { AccountPersonsService } from '../../src/features/users/account-persons.service';
import { NewAccountsService } from '../../src/features/users/new-accounts.service';
import { RolesService } from '../../src/features/users/roles.service';
import type { PersonalKeys } from '../../src/platform/secrets/personal-keys';
import type { HeldRole, RoleName } from '../../src/platform/http/actor';
import { identityOf } from '../support/dividends';
import { describeOnEachEngine, type OpenDatabase } from '../support/engines';
import { keysOf } from '../support/members';
import { Village } from '../support/village';
import { rotationOn } from '../support/rotation';

const KEYS = ['1'.repeat(64), '2'.repeat(64)] as const;
const PASSWORD = 'wheat-barn-7';
const ZHAO = identityOf(7);
const QIAN = identityOf(8);

const codesOf = (act: Promise<unknown>): Promise<string[]> =>
  act.then(
    () => [],
    (error: unknown) =>
      error instanceof FormProblems
        ? error.problems.map(({ field, code }) => `${field} ${code}`)
        : [(error as { readonly code: string }).code],
  );

describeOnEachEngine('an account is a person', (open) => {
  let opened: OpenDatabase;
  let village: Village;
  let [countyId, townshipId, placeId, otherId, officer]: string[] = [];
  let keys: PersonalKeys;

  beforeEach(async () => {
    opened = await open();
    village = await Village.start(opened.database);
    village.services.clock.moveTo('2025-07-10');
    keys = keysOf(KEYS[0]);
    countyId = await office('county', null);
    townshipId = await office('township', countyId);
    placeId = await office('village', townshipId);
    otherId = await office('village', townshipId);
    officer = await person('sun', townshipId, { role: 'township', collectiveId: townshipId });
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
  const person = (username: string, officeId: string, held?: HeldRole) => {
    const names = { username, displayName: username, password: 'password-1' };
    return village.services.users.createUser({ ...names, officeId, roles: held === undefined ? [] : [held] });
  };
  const persons = () => {
    const { database, clock, collectives } = village.services;
    return new AccountPersonsService(database, clock, keys, collectives);
  };
  const make = (username: string, wish: { identity?: string; role?: string; officeId?: string } = {}) => {
    const { database, clock, collectives } = village.services;
    const making = new NewAccountsService(database, clock, collectives, persons());
    const form = { username, displayName: username, password: PASSWORD, identity: ZHAO, role: 'none' };
    const at = { officeId: placeId ?? '', ...wish };
    return making.make(townshipId ?? '', { ...form, ...at }, { by: officer ?? '' });
  };
  const say = (userId: string, identity: string, personWhy?: string, by = officer ?? '') =>
    persons().say({ collectiveId: townshipId ?? '', userId }, { identity, personWhy }, { by });
  const give = (userId: string, role: RoleName, at = placeId ?? '') => {
    const { database, clock, collectives } = village.services;
    const form = { userId, placeId: at, role, from: '2025-07-10' };
    return new RolesService(database, clock, collectives).give(townshipId ?? '', form, { by: officer ?? '' });
  };

  const refused: [what: string, first: RoleName, second: RoleName, code: string][] = [
    ['cashier and bookkeeper', 'cashier', 'accountant', 'users.cashierAndBookkeeper'],
    ['an agency’s bookkeeper and cashier', 'bookkeeper', 'cashier', 'users.cashierAndBookkeeper'],
    ['supervisor and accountant', 'accountant', 'supervisor', 'users.supervisorBeside'],
    ['auditor and leader', 'leader', 'auditor', 'users.auditorBeside'],
    ['one role twice', 'leader', 'leader', 'users.roleHeldAlready'],
  ];
  it.each(refused)('is not %s of one village under two accounts', async (_what, first, second, code) => {
    await make('one', { role: first });
    expect(await codesOf(make('two', { role: second }))).toEqual([`role ${code}`]);
    const { id } = await make('two');
    expect(await codesOf(give(id, second))).toEqual([`role ${code}`]);
    // Elsewhere, and for another person, it may be so.
    expect(await codesOf(give(id, second, otherId))).toEqual([]);
    expect(await codesOf(make('three', { role: second, identity: QIAN }))).toEqual([]);
  });

  it('is told once made, masked, and never stands in clear anywhere', async () => {
    const { id } = await make('one');
    const [said] = await persons().storyOf(id);
    expect(said).toMatchObject({
      maskedIdentity: `341202********${ZHAO.slice(-4)}`,
      saidBy: officer,
      why: null,
    });
    const rows = await opened.database.reader.find(AccountPersonEntity);
    expect(JSON.stringify(rows)).not.toContain(ZHAO);
    expect(await codesOf(make('bad', { identity: '123' }))).toEqual(['identity person.identityLength']);
  });

  it('is said later of an account of before, and anew with a reason', async () => {
    const old = await person('old', placeId ?? '');
    expect((await persons().listPersonIds()).has(old)).toBe(false);
    await say(old, QIAN);
    expect(await codesOf(say(old, QIAN, 'typed wrongly'))).toEqual(['identity users.personSame']);
    expect(await codesOf(say(old, ZHAO))).toEqual(['personWhy form.missing']);
    expect(await codesOf(say(old, ZHAO, 'no'))).toEqual(['personWhy policy.reasonTooShort']);
    await say(old, ZHAO, 'typed wrongly');
    expect((await persons().storyOf(old)).map(({ why }) => why)).toEqual(['typed wrongly', null]);
    const { id } = await make('new');
    const ids = await persons().listPersonIds();
    expect(ids.get(old)).toBe(ids.get(id));
    // Whom it was taken for wrongly is another person.
    const { id: other } = await make('other', { identity: QIAN });
    expect((await persons().listPersonIds()).get(other)).not.toBe(ids.get(old));
  });

  it('is not said by somebody else than the office right above, nor of oneself', async () => {
    const { id } = await make('one', { role: 'leader' });
    expect(await codesOf(say(id, QIAN, 'typed wrongly', id))).toEqual(['access.otherCollective']);
    expect(await codesOf(say(officer ?? '', QIAN))).toEqual(['users.unknown']);
    const chief = await person('qian', countyId ?? '', { role: 'county', collectiveId: countyId ?? '' });
    const at = { collectiveId: countyId ?? '', userId: officer ?? '' };
    await persons().say(at, { identity: QIAN }, { by: chief });
    expect(await codesOf(make('mine', { identity: QIAN }))).toEqual(['identity users.ownAccount']);
    expect(await codesOf(say(id, QIAN, 'typed wrongly'))).toEqual(['identity users.ownAccount']);
    // Nor that a second account of his is somebody else's, and no more bars him from what it drafted.
    const second = await person('second', placeId ?? '');
    const beside = { role: 'approver' as const, collectiveId: townshipId ?? '' };
    const colleague = await person('colleague', townshipId ?? '', beside);
    expect(await codesOf(say(second, QIAN, undefined, colleague))).toEqual(['identity users.selfUnnamed']);
    const ofColleague = { collectiveId: countyId ?? '', userId: colleague };
    await persons().say(ofColleague, { identity: identityOf(9) }, { by: chief });
    await say(second, QIAN, undefined, colleague);
    expect(await codesOf(say(second, ZHAO, 'typed wrongly'))).toEqual(['identity users.ownAccount']);
    expect((await persons().storyOf(second)).map(({ saidBy }) => saidBy)).toEqual([colleague]);
  });

  it('is said by nobody of whose own nobody said it, once somebody above is there to', async () => {
    // The first of a county: nobody is above.
    const one = await person('one', placeId ?? '');
    expect(await codesOf(say(one, ZHAO))).toEqual([]);
    const chief = await person('qian', countyId ?? '', { role: 'county', collectiveId: countyId ?? '' });
    const refused = ['identity users.selfUnnamed'];
    // A second account of his own would be one: of his own number, which nobody said to be his.
    expect(await codesOf(make('mine', { identity: QIAN }))).toEqual(refused);
    expect(await codesOf(say(await person('two', placeId ?? ''), QIAN))).toEqual(refused);
    const ofOfficer = { collectiveId: countyId ?? '', userId: officer ?? '' };
    expect(await codesOf(persons().say(ofOfficer, { identity: QIAN }, { by: chief }))).toEqual([]);
    expect(await codesOf(make('mine', { identity: QIAN }))).toEqual(['identity users.ownAccount']);
    expect(await codesOf(make('another', { identity: identityOf(9) }))).toEqual([]);
  });

  it('gives nothing to another account of his own', async () => {
    const second = await person('second', placeId ?? '');
    await say(second, QIAN);
    const chief = await person('qian', countyId ?? '', { role: 'county', collectiveId: countyId ?? '' });
    const ofOfficer = { collectiveId: countyId ?? '', userId: officer ?? '' };
    await persons().say(ofOfficer, { identity: QIAN }, { by: chief });
    expect(await codesOf(give(second, 'leader'))).toEqual(['role users.ownRoles']);
  });

  it('is one person whoever is said first, in two offices at once', async () => {
    const [one, two] = [await person('one', placeId ?? ''), await person('two', otherId ?? '')];
    await Promise.all([say(one, ZHAO), say(two, ZHAO)]);
    const ids = await persons().listPersonIds();
    expect(ids.get(one)).toBe(ids.get(two));
  });

  it('stays one person when the keys are changed', async () => {
    const { id } = await make('one', { role: 'cashier' });
    keys = keysOf(KEYS[1], KEYS[0]);
    const { id: between } = await make('two');
    await rotationOn(opened, village, keys).sealAnew();
    keys = keysOf(KEYS[1]);
    const { id: after } = await make('three');
    const ids = await persons().listPersonIds();
    expect(new Set([id, between, after].map((each) => ids.get(each))).size).toBe(1);
    expect(await persons().listKeyIds()).toEqual([keys.current.id]);
    expect((await persons().storyOf(id))[0]?.maskedIdentity).toContain(ZHAO.slice(-4));
  });
});
