import { FormProblems } from '../../src/domain/shared/problem';
import { accessRefusal } from '../../src/features/users/access';
import { AccountPersonsService } from '../../src/features/users/account-persons.service';
import { NewAccountsService } from '../../src/features/users/new-accounts.service';
import { RolesService } from '../../src/features/users/roles.service';
import type { HeldRole, RoleName } from '../../src/platform/http/actor';
import { identityOf } from '../support/dividends';
import { describeOnEachEngine, type OpenDatabase } from '../support/engines';
import { keysOf } from '../support/members';
import { Village } from '../support/village';

const codesOf = (act: Promise<unknown>): Promise<string[]> =>
  act.then(
    () => [],
    (error: unknown) =>
      error instanceof FormProblems
        ? error.problems.map(({ field, code }) => `${field} ${code}`)
        : [(error as { readonly code: string }).code],
  );

/** Two counties; the first has a township of two villages. */
type Place = 'county' | 'township' | 'village' | 'other' | 'far';
const BARRED = ['role users.auditorBeside'];

describeOnEachEngine('an auditor given by the county', (open) => {
  let opened: OpenDatabase;
  let village: Village;
  let roles: RolesService;
  let qian: string;
  let sun: string;
  let yan: string;
  let ids: Record<Place, string>;

  beforeEach(async () => {
    opened = await open();
    village = await Village.start(opened.database);
    const { clock, database, collectives } = village.services;
    clock.moveTo('2025-07-10');
    roles = new RolesService(database, clock, collectives);
    const county = await office('county', null);
    const township = await office('township', county);
    const [own, other] = [await office('village', township), await office('village', township)];
    const far = await office('village', await office('township', await office('county', null)));
    ids = { county, township, village: own, other, far };
    qian = await person('qian', 'county', 'county');
    sun = await person('sun', 'township', 'township');
    yan = await person('yan', 'county');
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
  const person = (username: string, at: Place, role?: RoleName) => {
    const names = { username, displayName: username, password: 'password-1', officeId: ids[at] };
    const held: HeldRole[] = role === undefined ? [] : [{ role, collectiveId: ids[at] }];
    return village.services.users.createUser({ ...names, roles: held });
  };
  const give = (userId: string, at: Place, role: RoleName = 'auditor') => {
    const form = { userId, placeId: ids[at], role, from: '2025-07-10' };
    return roles.give(ids.county, form, { by: qian });
  };
  const giveBelow = (userId: string, at: Place, role: RoleName) => {
    const form = { userId, placeId: ids[at], role, from: '2025-07-10' };
    return roles.give(ids.township, form, { by: sun });
  };
  /** Whether the table lets somebody into a place today, by a line that is for auditors. */
  const refusalAt = async (userId: string, at: Place) => {
    const { collectives, users } = village.services;
    const place = { collectiveId: ids[at], ancestorIds: await collectives.listAncestorIds(ids[at]) };
    const { roles: held } = await users.requireUser(userId);
    const actor = { userId, displayName: '', officeId: ids.county, roles: held };
    return accessRefusal({ who: ['auditor'], scope: 'collective' }, actor, place);
  };

  const places: [given: Place, reached: Place[]][] = [
    ['county', ['county', 'township', 'village', 'other']],
    ['township', ['township', 'village', 'other']],
    ['village', ['village']],
  ];
  it.each(places)('at %s reaches that and what lies below it', async (given, reached) => {
    await give(yan, given);
    const all = Object.keys(ids) as Place[];
    const open: Place[] = [];
    for (const at of all) if ((await refusalAt(yan, at)) === undefined) open.push(at);
    expect(open).toEqual(reached);
  });

  it('is given at no other county, and nothing else is given so far', async () => {
    expect(await codesOf(give(yan, 'far'))).toEqual(['placeId form.notAllowed']);
    expect(await codesOf(give(yan, 'county', 'approver'))).toEqual(['placeId form.notAllowed']);
    expect(await codesOf(give(yan, 'village', 'accountant'))).toEqual(['placeId form.notAllowed']);
    expect(await codesOf(giveBelow(yan, 'township', 'auditor'))).toEqual(['users.unknown']);
    expect(await codesOf(giveBelow(sun, 'village', 'county'))).toContain('role form.notAllowed');
  });

  it('is nobody who has another role below or above', async () => {
    const keeper = await person('keeper', 'village', 'accountant');
    expect(await codesOf(give(keeper, 'county'))).toEqual(BARRED);
    expect(await codesOf(give(keeper, 'township'))).toEqual(BARRED);
    expect(await codesOf(give(sun, 'village'))).toEqual(BARRED);
    // Beside it, in another village, it may be so.
    expect(await codesOf(give(keeper, 'other'))).toEqual([]);
    // And the other way round, till the audit is ended.
    const clerk = await person('clerk', 'village');
    const { number } = await give(clerk, 'county');
    expect(await codesOf(giveBelow(clerk, 'village', 'cashier'))).toEqual(BARRED);
    const at = { collectiveId: ids.county, placeId: ids.county, number };
    await roles.end(at, { lastDay: '2025-07-10' }, { by: qian });
    village.services.clock.moveTo('2025-07-11');
    const form = { userId: clerk, placeId: ids.village, role: 'cashier', from: '2025-07-11' };
    expect(await codesOf(roles.give(ids.township, form, { by: sun }))).toEqual([]);
    expect(await refusalAt(clerk, 'village')).toBe('access.otherRole');
  });

  it('is nobody whose other account has such a role', async () => {
    const { database, clock, collectives } = village.services;
    const persons = new AccountPersonsService(database, clock, keysOf(), collectives);
    const making = new NewAccountsService(database, clock, collectives, persons);
    const form = { displayName: 'Zhao', password: 'wheat-barn-7', identity: identityOf(7) };
    const of = { officeId: ids.village, role: 'cashier' };
    // Whoever says whose an account is has been named himself.
    const officer = { collectiveId: ids.county, userId: sun };
    await persons.say(officer, { identity: identityOf(8) }, { by: qian });
    await making.make(ids.township, { ...form, ...of, username: 'one' }, { by: sun });
    const second = { ...form, officeId: ids.township, role: 'none', username: 'two' };
    const { id } = await making.make(ids.county, second, { by: qian });
    expect(await codesOf(give(id, 'county'))).toEqual(BARRED);
  });

  it('is one or the other, of two offices that give at once', async () => {
    const clerk = await person('clerk', 'village');
    const both = [give(clerk, 'county'), giveBelow(clerk, 'village', 'cashier')];
    const told = await Promise.all(both.map((each) => codesOf(each)));
    expect(told.filter((codes) => codes.length === 0)).toHaveLength(1);
    expect(told.flat()).toEqual(BARRED);
  });

  it('hands over to nobody who has one, and is ended by the county alone', async () => {
    const { number } = await give(yan, 'county');
    const at = { collectiveId: ids.county, placeId: ids.county, number };
    const taken = { userId: sun, from: '2025-07-11' };
    expect(await codesOf(roles.handOver(at, taken, { by: qian }))).toEqual(['userId users.auditorBeside']);
    const elsewhere = { ...at, collectiveId: ids.township };
    const end = { lastDay: '2025-07-10' };
    expect(await codesOf(roles.end(elsewhere, end, { by: sun }))).toEqual(['access.otherCollective']);
    const next = await person('next', 'county');
    expect(await codesOf(roles.handOver(at, { ...taken, userId: next }, { by: qian }))).toEqual([]);
    village.services.clock.moveTo('2025-07-11');
    expect([await refusalAt(yan, 'village'), await refusalAt(next, 'village')]).toEqual([
      ...['access.otherRole', undefined],
    ]);
  });

  it('comes with no hold on a village’s other posts: those are the township’s', async () => {
    const clerk = await person('clerk', 'village');
    const { number } = await giveBelow(clerk, 'village', 'cashier');
    const at = { collectiveId: ids.county, placeId: ids.village, number };
    const end = { lastDay: '2025-07-10' };
    expect(await codesOf(roles.end(at, end, { by: qian }))).toEqual(['access.otherCollective']);
  });
});
