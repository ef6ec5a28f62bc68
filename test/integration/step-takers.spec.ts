import { addDays } from '../../src/domain/calendar/calendar-day';
import type { FormProblems } from '../../src/domain/shared/problem';
import { CollectiveEntity } from '../../src/features/collectives/collective.entity';
import { recordChange } from '../../src/platform/audit/records';
import type { RoleName } from '../../src/platform/http/actor';
import { describeOnEachEngine, type OpenDatabase } from '../support/engines';
import { signTwice } from '../support/signing';
import { NAMED_PAPERS, photoOf } from '../support/step-papers';
import { Tampering } from '../support/tampering';
import { ACCOUNTANT, claimOf, Village } from '../support/village';

const VOTES = { due: '40', present: '40', inFavour: '40', against: '0', abstained: '0' };

describeOnEachEngine('a step is its role’s', (open) => {
  let opened: OpenDatabase;
  let village: Village;

  beforeEach(async () => {
    opened = await open();
    village = await Village.start(opened.database);
    await village.openWith(100_000n);
  });
  afterEach(() => opened.close());

  const codeOf = (work: Promise<unknown>): Promise<string> =>
    work.then(
      () => 'done',
      (error: unknown) => (error as { code: string }).code,
    );
  /** Lets somebody in, called as what he is. */
  const letIn = (role: RoleName): Promise<string> => {
    const person = { username: role, displayName: role, password: 'password-1', officeId: village.id };
    return village.services.users.createUser({ ...person, roles: [{ role, collectiveId: village.id }] });
  };
  const submittedBy = async (routeId: string): Promise<string> => {
    await opened.database.inTransaction(village.id, async (tx) => {
      await tx.update(CollectiveEntity, { id: village.id }, { routeId });
      await recordChange(tx, CollectiveEntity, { id: village.id });
    });
    const { id } = await village.draft([claimOf(60_000n)]);
    await village.submit(id);
    return id;
  };
  const typed = (number: number) => {
    const heldOn = village.services.clock.today();
    return { stepNumber: String(number), heldOn, stepPaper: 'paper', ...NAMED_PAPERS };
  };
  const note = (id: string, number: number, by: string): Promise<string> =>
    codeOf(village.services.deciding.noteStep(village.id, id, { form: typed(number), command: { by } }));
  const meet = (id: string, number: number, by: string): Promise<string> => {
    const form = { ...typed(number), ...VOTES };
    return codeOf(village.services.deciding.recordMeeting(village.id, id, { form, command: { by } }));
  };
  const takenOf = async (id: string) =>
    (await village.services.plans.requirePlan(village.id, id)).decisions.map(({ takenAs }) => takenAs);

  it('the committee’s review is the committee’s where it has somebody', async () => {
    const [accountant, supervisor, township] = [
      await letIn('accountant'),
      await letIn('supervisor'),
      await letIn('township'),
    ];
    const id = await submittedBy('county-shandong');
    expect(await note(id, 1, supervisor)).toBe('approvals.othersStep');
    expect(await note(id, 1, accountant)).toBe('done');
    expect(await note(id, 2, accountant)).toBe('approvals.othersStep');
    expect(await note(id, 2, township)).toBe('approvals.othersStep');
    await signTwice(opened.database, village, id);
    expect(await note(id, 2, supervisor)).toBe('done');
    expect(await takenOf(id)).toEqual(['own', 'own']);
    expect(await village.services.check.checkBooks(village.id)).toMatchObject({ breaks: [] });
  });

  it('and the township’s where it has nobody, who may review all the same', async () => {
    const [cashier, township] = [await letIn('cashier'), await letIn('township')];
    const id = await submittedBy('county-guantao');
    expect(await meet(id, 1, cashier)).toBe('approvals.othersStep');
    // Nobody keeps the books of the village: the township notes the meeting in its place.
    expect(await meet(id, 1, township)).toBe('done');
    const { publicity, clock, plans } = village.services;
    const sheet = { from: clock.today(), to: addDays(clock.today(), 4), number: '1' };
    const of = { kind: 'plan', plan: await plans.requirePlan(village.id, id) } as const;
    await opened.database.inTransaction(village.id, (tx) =>
      publicity.noteHanging(tx, of, { sheet, by: ACCOUNTANT.by }),
    );
    clock.moveTo(addDays(clock.today(), 5));
    expect(await village.review(id, { by: township })).toEqual({ approved: true });
    expect(await takenOf(id)).toEqual(['standsIn', 'own', 'own']);
    expect(await note(id, 4, cashier)).toBe('approvals.othersStep');
    expect(await note(id, 4, township)).toBe('done');
    expect(await village.services.check.checkBooks(village.id)).toMatchObject({ breaks: [] });
  });

  it('of supervisors whom the village has not, no officer says a yes or a no alone', async () => {
    const [accountant, township] = [await letIn('accountant'), await letIn('township')];
    const id = await submittedBy('county-shandong');
    expect(await note(id, 1, accountant)).toBe('done');
    const { paperFiles = {} } = await photoOf(village, id);
    const scan = { paperFiles: { signed_paper: paperFiles['photo'] ?? '' } };
    const say = (wish: object): Promise<string[]> => {
      const form = { ...typed(2), ...wish };
      const noted = village.services.deciding.noteStep(village.id, id, { form, command: { by: township } });
      return noted.then(
        () => ['done'],
        (error: unknown) => (error as FormProblems).problems.map(({ code }) => code),
      );
    };
    const no = { outcome: 'refused', reason: 'the list of posts is missing' };
    const alone = ['approvals.scanMissing', 'approvals.signersTooFew'];
    expect([await say({}), await say(no)]).toEqual([alone, alone]);
    expect(await say({ ...no, ...scan })).toEqual(['approvals.signersTooFew']);
    await signTwice(opened.database, village, id);
    expect([await say({}), await say(no)]).toEqual([['approvals.scanMissing'], ['approvals.scanMissing']]);
    expect(await say({ ...no, ...scan })).toEqual(['done']);
    expect(await takenOf(id)).toEqual(['own', 'standsIn']);
    const { check } = village.services;
    expect(await check.checkBooks(village.id)).toMatchObject({ breaks: [] });
    const hand = await Tampering.on(opened);
    await hand.run('DELETE FROM step_signatures');
    await hand.close();
    const found = (await check.checkBooks(village.id)).breaks.map(({ code }) => code);
    expect(found).toContain('check.decisionSigners');
  });

  it('a review is the office’s that the route names, whoever may post it', async () => {
    const [accountant, reviewer, approver] = [
      await letIn('accountant'),
      await letIn('reviewer'),
      await letIn('approver'),
    ];
    const id = await submittedBy('county-yingshan');
    expect(await note(id, 1, accountant)).toBe('done');
    expect(await meet(id, 2, accountant)).toBe('done');
    expect(await codeOf(village.review(id, { by: reviewer }))).toBe('approvals.othersStep');
    expect(await village.review(id, { by: approver })).toEqual({ approved: true });
  });
});
