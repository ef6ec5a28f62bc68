import { FormProblems } from '../../src/domain/shared/problem';
import { LogInTriesService } from '../../src/features/users/log-in-tries.service';
import { RolesService } from '../../src/features/users/roles.service';
import { SessionsService } from '../../src/features/users/sessions.service';
import { SecondFactorsService } from '../../src/features/users/second-factors.service';
import { readConfiguration } from '../../src/platform/config/configuration';
import type { HeldRole } from '../../src/platform/http/actor';
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

describeOnEachEngine('roles with days', (open) => {
  let opened: OpenDatabase;
  let village: Village;
  let roles: RolesService;
  let sessions: SessionsService;
  let townshipId: string;
  let placeId: string;
  let officer: string;
  let [old, next]: string[] = [];

  beforeEach(async () => {
    opened = await open();
    village = await Village.start(opened.database);
    const { collectives, clock, database } = village.services;
    clock.moveTo('2025-07-10');
    roles = new RolesService(database, clock, collectives);
    const configuration = readConfiguration({ LOG_LEVEL: 'silent', DATA_FOLDER: '/nowhere' });
    sessions = new SessionsService(
      database,
      clock,
      configuration,
      new LogInTriesService(database, clock, collectives, keysOf()),
      new SecondFactorsService(database, clock, keysOf()),
    );
    townshipId = await office('township', 'Town', null);
    placeId = await office('village', 'East', townshipId);
    officer = await person('sun', townshipId, [{ role: 'township', collectiveId: townshipId }]);
    old = await person('old', placeId, [{ role: 'accountant', collectiveId: placeId }]);
    next = await person('next', placeId, []);
  });
  afterEach(() => opened.close());

  const office = async (kind: 'township' | 'village', name: string, parentId: string | null) => {
    const words = { name, organisationName: name, noticeLabel: name, regionPath: [], contacts: [] };
    const made = { kind, parentId, routeId: null, booksOpenOn: '2025-01-01', ...words };
    return (await village.services.collectives.createCollective(made)).id;
  };
  const person = (username: string, officeId: string, held: HeldRole[]) => {
    const names = { username, displayName: username, password: 'password-1' };
    return village.services.users.createUser({ ...names, officeId, roles: held });
  };
  const give = (wish: { userId?: string; role?: string; from?: string; to?: string } = {}, by = officer) =>
    roles.give(
      townshipId,
      { userId: next ?? '', placeId, role: 'cashier', from: '2025-07-10', ...wish },
      { by },
    );
  const hand = (from: string, userId = next ?? '', by = officer) =>
    roles.handOver({ collectiveId: townshipId, placeId, number: 1 }, { userId, from, paper: 'list' }, { by });
  const end = (number: number, lastDay: string, by = officer) =>
    roles.end({ collectiveId: townshipId, placeId, number }, { lastDay }, { by });
  const heldBy = async (userId = next ?? '', day?: string) => {
    if (day !== undefined) village.services.clock.moveTo(day);
    return (await village.services.users.requireUser(userId)).roles.map(({ role }) => role);
  };

  it('gives nothing before its first day and nothing after its last, also to who is logged in', async () => {
    await give({ from: '2025-07-11', to: '2025-07-12' });
    const { token } = await sessions.logIn('next', 'password-1');
    const actor = async (day: string) => {
      village.services.clock.moveTo(day);
      return (await sessions.actorOf(token))?.roles.map(({ role }) => role);
    };
    const days = ['2025-07-10', '2025-07-11', '2025-07-12', '2025-07-13'];
    const held: unknown[] = [];
    for (const day of days) held.push(await actor(day));
    expect(held).toEqual([[], ['cashier'], ['cashier'], []]);
    village.services.clock.moveTo('2025-07-10');
    const asked: HeldRole = { role: 'cashier', collectiveId: placeId };
    expect(await village.services.users.holdsRole(next ?? '', asked)).toBe(false);
    village.services.clock.moveTo('2025-07-12');
    expect(await village.services.users.holdsRole(next ?? '', asked)).toBe(true);
    expect(await village.services.users.isOfTheAccounts(next ?? '', placeId)).toBe(true);
  });

  it('is handed over in the middle of a month: neither a day without anybody nor one with two', async () => {
    await hand('2025-07-16');
    const both: unknown[] = [];
    for (const day of ['2025-07-10', '2025-07-15', '2025-07-16', '2025-08-01'])
      both.push([await heldBy(old, day), await heldBy(next, day)]);
    expect(both).toEqual([
      [['accountant'], []],
      [['accountant'], []],
      [[], ['accountant']],
      [[], ['accountant']],
    ]);
    expect(await roles.listAt(placeId)).toMatchObject([
      { userId: old, from: null, to: '2025-07-15', ended: { by: officer, paper: 'list' } },
      { userId: next, from: '2025-07-16', to: null, takenFrom: 1, givenBy: officer, paper: 'list' },
    ]);
    expect(await codesOf(hand('2025-08-10'))).toEqual(['users.roleEnded']);
  });

  it('lets one of two officers who hand it over at once, and tells the other', async () => {
    const third = await person('third', placeId, []);
    const ends = await Promise.all([codesOf(hand('2025-07-16')), codesOf(hand('2025-07-20', third))]);
    expect(ends.map(([code = 'done']) => code).sort()).toEqual(['done', 'users.roleEnded']);
    expect((await roles.listAt(placeId)).filter(({ to }) => to === null)).toHaveLength(1);
    const fourth = await person('fourth', placeId, []);
    const given = await Promise.all([1, 2].map(() => codesOf(give({ userId: fourth }))));
    expect(given.flat()).toEqual(['role users.roleHeldAlready']);
    const both = await person('both', placeId, []);
    const sides = [give({ userId: both }), give({ userId: both, role: 'accountant' })];
    expect((await Promise.all(sides.map(codesOf))).flat()).toEqual(['role users.cashierAndBookkeeper']);
  });

  it('gives both sides of the money to nobody on the same day, and to one after the other', async () => {
    expect(await codesOf(give({ userId: old ?? '' }))).toEqual(['role users.cashierAndBookkeeper']);
    await give({ userId: next ?? '' });
    expect(await codesOf(hand('2025-07-16'))).toEqual(['userId users.cashierAndBookkeeper']);
    await end(2, '2025-07-15');
    expect(await codesOf(hand('2025-07-16'))).toEqual([]);
  });

  it('ends at once, with a day, or before it begins; once', async () => {
    expect(await codesOf(end(1, '2025-07-08'))).toEqual(['lastDay users.dayPast']);
    await end(1, '2025-07-09');
    expect(await heldBy(old)).toEqual([]);
    expect(await codesOf(end(1, '2025-07-20'))).toEqual(['users.roleEnded']);
    const { number } = await give({ from: '2025-08-01' });
    await end(number, '2025-07-31');
    expect(await heldBy(next, '2025-08-01')).toEqual([]);
    expect(await codesOf(end(9, '2025-08-02'))).toEqual(['users.roleUnknown']);
  });

  it('is given by an officer of the office right above, to people of it, and never to himself', async () => {
    expect(await codesOf(give({}, old))).toEqual(['access.otherCollective']);
    expect(await codesOf(give({ userId: officer }))).toEqual(['role users.ownRoles']);
    expect(await codesOf(hand('2025-07-16', officer))).toEqual(['userId users.ownRoles']);
    expect(await codesOf(give({ role: 'township' }))).toEqual(['role form.notAllowed']);
    expect(await codesOf(give({ from: '2025-07-09' }))).toEqual(['from users.dayPast']);
    const stranger = await person('stranger', village.id, []);
    expect(await codesOf(give({ userId: stranger }))).toEqual(['users.unknown']);
    const elsewhere = { userId: next ?? '', placeId: village.id, role: 'cashier', from: '2025-07-10' };
    expect(await codesOf(roles.give(townshipId, elsewhere, { by: officer }))).toEqual([
      'placeId form.notAllowed',
    ]);
    await end(1, '2025-07-09');
    expect(await codesOf(give({ userId: old ?? '' }, officer))).toEqual([]);
    // An officer whose own days are over gives nothing any more.
    await opened.database.inTransaction(townshipId, (tx) =>
      tx.query(
        `INSERT INTO role_ends (collective_id, grant_number, last_day, ended_by, ended_at)
         VALUES ('${townshipId}', 1, '2025-07-09', 'command', '2025-07-10T00:00:00.000Z')`,
      ),
    );
    expect(await codesOf(give({ from: '2025-09-01' }))).toEqual(['access.otherCollective']);
  });
});
