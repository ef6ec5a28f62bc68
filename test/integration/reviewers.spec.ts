import { addDays } from '../../src/domain/calendar/calendar-day';
import { FormProblems } from '../../src/domain/shared/problem';
import { insertGrant } from '../../src/features/users/role-grants';
import type { HeldRole } from '../../src/platform/http/actor';
import {
  agree,
  type Dividends,
  dividendsOn,
  enterHouseholds,
  enterShares,
  roundOf,
  step,
} from '../support/dividends';
import { openBooks } from '../support/books';
import { setRoles } from '../support/roles';
import { describeOnEachEngine, type OpenDatabase } from '../support/engines';
import { ACCOUNTANT, claimOf, Village } from '../support/village';

const COUNTS = { due: '40', present: '40', inFavour: '40', against: '0', abstained: '0' };

const codesOf = (act: Promise<unknown>): Promise<string[]> =>
  act.then(
    () => [],
    (error: unknown) => {
      if (!(error instanceof FormProblems)) throw error;
      return error.problems.map(({ code }) => code);
    },
  );

describeOnEachEngine('who reviews what a village decided', (open) => {
  let opened: OpenDatabase;
  let village: Village;
  let dividends: Dividends;
  let officer: string;

  beforeEach(async () => {
    opened = await open();
    village = await Village.start(opened.database);
    dividends = dividendsOn(opened.database, village);
    await village.openWith(500_000n);
    const person = { username: 'sun', displayName: 'Sun', password: 'password-1', officeId: village.id };
    const roles: HeldRole[] = [{ role: 'township', collectiveId: village.id }];
    officer = await village.services.users.createUser({ ...person, roles });
  });
  afterEach(() => opened.close());

  /** Gives the officer one more role, or takes it again; somebody else does. */
  const also = (more?: HeldRole) => {
    const isOffice = ({ role }: HeldRole) => role === 'township';
    const change = (held: readonly HeldRole[]) => [...held.filter(isOffice), ...(more ? [more] : [])];
    return setRoles(village.services, officer, change);
  };
  const meet = (planId: string, by: string) => {
    const form = { heldOn: village.services.clock.today(), stepPaper: 'minutes', ...COUNTS };
    return village.services.deciding.recordMeeting(village.id, planId, { form, command: { by } });
  };
  const otherVillage = async () => {
    await openBooks(opened.database, 'another');
    return 'another';
  };
  async function submitted(): Promise<string> {
    const { id } = await village.draft([claimOf(1_000n)]);
    await village.submit(id);
    return id;
  }

  it('is not who noted the meeting, also once he keeps the books no more', async () => {
    const id = await submitted();
    await also({ role: 'accountant', collectiveId: village.id });
    await meet(id, officer);
    expect(await codesOf(village.review(id, { by: officer }))).toEqual(['approvals.tookPart']);
    await also();
    expect(await codesOf(village.review(id, { by: officer }))).toEqual(['approvals.tookPart']);
    const back = village.review(id, { by: officer, reason: 'not like this' });
    expect(await codesOf(back)).toEqual(['approvals.tookPart']);
    expect(await village.review(id)).toEqual({ approved: true });
  });

  it.each(['accountant', 'cashier'] as const)('is not who is %s of the village', async (role) => {
    const id = await submitted();
    await meet(id, ACCOUNTANT.by);
    await also({ role, collectiveId: village.id });
    expect(await codesOf(village.review(id, { by: officer }))).toEqual(['approvals.ofItsAccounts']);
    await also({ role, collectiveId: await otherVillage() });
    expect(await village.review(id, { by: officer })).toEqual({ approved: true });
  });

  const kept: [what: string, from: number | null, to: number, codes: string[]][] = [
    ['till the day before its first day', null, -1, []],
    ['till its first day', null, 0, ['approvals.ofItsAccounts']],
    ['on some day of it', 3, 3, ['approvals.ofItsAccounts']],
  ];
  it.each(kept)('may be who kept the accounts, if not in its days: %s', async (_what, from, to, codes) => {
    const id = await submitted();
    await meet(id, ACCOUNTANT.by);
    const { periodFrom } = await village.services.plans.requirePlan(village.id, id);
    const days = { from: from === null ? null : addDays(periodFrom, from), to: addDays(periodFrom, to) };
    const at = { by: 'somebody', at: village.services.clock.now(), collectiveId: village.id };
    await opened.database.inTransaction(village.id, (tx) =>
      insertGrant(tx, { ...at, ...days, userId: officer, role: 'cashier' }),
    );
    const returned = village.review(id, { by: officer, reason: 'not like this' });
    expect(await codesOf(returned)).toEqual(codes);
  });

  it('is not who noted a step of a round of members’ dividends, nor who is of its accounts', async () => {
    await enterHouseholds(dividends, village, { count: 3, from: '2024-01-01' });
    await enterShares(dividends, village, { lines: ['1 1', '2 1', '3 1'], from: '2025-01-01' });
    const { id: roundId } = await dividends.drafting.draftRound(village.id, roundOf('100.00'), ACCOUNTANT);
    for (const by of [officer, ...Array<string>(4).fill(ACCOUNTANT.by)])
      await step(dividends, village, { roundId, by });
    const { clock, users } = village.services;
    clock.moveTo(addDays(clock.today(), 7));
    const review = (by: string) => codesOf(agree(dividends, village, { roundId, by }));
    expect(await review(officer)).toEqual(['approvals.tookPart']);
    const person = { username: 'tao', displayName: 'Tao', password: 'password-1', officeId: village.id };
    const roles: HeldRole[] = [{ role: 'cashier', collectiveId: village.id }];
    const cashier = await users.createUser({ ...person, roles });
    expect(await review(cashier)).toEqual(['approvals.ofItsAccounts']);
    expect(await review('officer')).toEqual([]);
  });

  it.each<[what: string, from: number, to: number, codes: string[]]>([
    ['till the day before its shares’', -9, -1, []],
    ['on the day of its shares', 0, 0, ['approvals.ofItsAccounts']],
    ['before its draft', 5, 5, ['approvals.ofItsAccounts']],
  ])('of a round may have kept the accounts, if not in its days: %s', async (_what, from, to, codes) => {
    const rollOn = addDays(village.services.clock.today(), -10);
    await enterHouseholds(dividends, village, { count: 3, from: '2024-01-01' });
    await enterShares(dividends, village, { lines: ['1 1', '2 1', '3 1'], from: '2025-01-01' });
    const form = { ...roundOf('100.00'), rollOn };
    const { id: roundId } = await dividends.drafting.draftRound(village.id, form, ACCOUNTANT);
    for (let count = 0; count < 5; count += 1) await step(dividends, village, { roundId, by: ACCOUNTANT.by });
    const { clock } = village.services;
    clock.moveTo(addDays(clock.today(), 7));
    const at = { by: 'somebody', at: clock.now(), collectiveId: village.id };
    const days = { from: addDays(rollOn, from), to: addDays(rollOn, to) };
    await opened.database.inTransaction(village.id, (tx) =>
      insertGrant(tx, { ...at, ...days, userId: officer, role: 'cashier' }),
    );
    expect(await codesOf(agree(dividends, village, { roundId, by: officer }))).toEqual(codes);
  });
});
