import { FormProblems } from '../../src/domain/shared/problem';
import { AccountRelativesService } from '../../src/features/users/account-relatives.service';
import { RolesService } from '../../src/features/users/roles.service';
import type { HeldRole, RoleName } from '../../src/platform/http/actor';
import { describeOnEachEngine, type OpenDatabase } from '../support/engines';
import { Village } from '../support/village';

const codesOf = (act: Promise<unknown>): Promise<string[]> =>
  act.then(
    () => [],
    (error: unknown) =>
      error instanceof FormProblems
        ? error.problems.map(({ field, code }) => `${field} ${code}`)
        : [(error as { readonly code: string }).code],
  );

describeOnEachEngine('near relatives', (open) => {
  let opened: OpenDatabase;
  let village: Village;
  let roles: RolesService;
  let relatives: AccountRelativesService;
  let townshipId: string;
  let placeId: string;
  let officer: string;
  let an: string;
  let bo: string;
  let cao: string;

  beforeEach(async () => {
    opened = await open();
    village = await Village.start(opened.database);
    const { collectives, clock, database } = village.services;
    clock.moveTo('2025-07-10');
    roles = new RolesService(database, clock, collectives);
    relatives = new AccountRelativesService(database, clock, collectives);
    townshipId = await office('township', null);
    placeId = await office('village', townshipId);
    officer = await person('sun', townshipId, [{ role: 'township', collectiveId: townshipId }]);
    an = await person('an', placeId, [{ role: 'cashier', collectiveId: placeId }]);
    bo = await person('bo', placeId, []);
    cao = await person('cao', placeId, []);
  });
  afterEach(() => opened.close());

  const office = async (kind: 'township' | 'village', parentId: string | null) => {
    const words = { name: kind, organisationName: kind, noticeLabel: kind, regionPath: [], contacts: [] };
    const made = { kind, parentId, routeId: null, booksOpenOn: '2025-01-01', ...words };
    return (await village.services.collectives.createCollective(made)).id;
  };
  const person = (username: string, officeId: string, held: HeldRole[]) => {
    const names = { username, displayName: username, password: 'password-1' };
    return village.services.users.createUser({ ...names, officeId, roles: held });
  };
  const give = (userId: string, role: RoleName, from = '2025-07-10') =>
    roles.give(townshipId, { userId, placeId, role, from }, { by: officer });
  const hand = (number: number, userId: string) =>
    roles.handOver(
      { collectiveId: townshipId, placeId, number },
      { userId, from: '2025-07-11' },
      { by: officer },
    );
  const say = (one: string, other: string, by = officer) => {
    const form = { relativeId: other, kinKind: 'spouse', kinSince: '2020-01-01', kinPaper: 'book' } as const;
    return relatives.say({ collectiveId: townshipId, userId: one }, form, { by });
  };
  const end = (number: number, why: string, by = officer) =>
    relatives.end({ collectiveId: townshipId, userId: an, number }, why, { by });

  it('are not given, nor handed, what the law bars them from, until the relation is taken back', async () => {
    await say(bo, an);
    expect(await codesOf(give(bo, 'supervisor'))).toEqual(['role users.supervisorKin']);
    expect(await codesOf(give(bo, 'leader'))).toEqual([]);
    const { number } = await give(cao, 'supervisor');
    expect(await codesOf(hand(number, bo))).toEqual([
      'userId users.supervisorBeside',
      'userId users.supervisorKin',
    ]);
    expect(await codesOf(end(1, ''))).toEqual(['kinWhy form.missing']);
    expect(await codesOf(end(1, 'divorced', bo))).toEqual(['access.otherCollective']);
    await end(1, 'divorced');
    expect(await codesOf(end(1, 'divorced'))).toEqual(['users.kinEnded']);
    expect(await codesOf(end(2, 'divorced'))).toEqual(['users.kinUnknown']);
    expect(await codesOf(hand(number, bo))).toEqual(['userId users.supervisorBeside']);
    const [told] = await relatives.listOf(bo);
    expect(told).toMatchObject({ kind: 'spouse', paper: 'book', ended: { by: officer, why: 'divorced' } });
  });

  it('take over from each other: one is out the day before the other is in', async () => {
    const { number } = await give(bo, 'leader');
    await say(bo, cao);
    expect(await codesOf(give(cao, 'leader'))).toEqual(['role users.councilKin']);
    expect(await codesOf(hand(number, cao))).toEqual([]);
  });

  it('keep what they hold when it is said later', async () => {
    await give(bo, 'supervisor');
    expect(await codesOf(say(an, bo))).toEqual([]);
    expect(await codesOf(say(bo, an))).toEqual(['relativeId users.kinKnown']);
    expect((await village.services.users.requireUser(bo)).roles).toHaveLength(1);
  });

  it('are said by an officer, of people of the office', async () => {
    expect(await codesOf(say(an, bo, an))).toEqual(['access.otherCollective']);
    const stranger = await person('far', await office('township', null), []);
    expect(await codesOf(say(an, stranger))).toEqual(['users.unknown']);
    expect(await codesOf(say(an, an))).toEqual(['relativeId users.kinSelf']);
  });
});
