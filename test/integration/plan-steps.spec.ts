import { addDays } from '../../src/domain/calendar/calendar-day';
import type { PapersForm } from '../../src/domain/approvals/step-papers';
import { FormProblems } from '../../src/domain/shared/problem';
import { CollectiveEntity } from '../../src/features/collectives/collective.entity';
import { PlanEntity } from '../../src/features/distribution/plan.entity';
import { recordChange } from '../../src/platform/audit/records';
import { expectSoundBooks } from '../books/invariants';
import { describeOnEachEngine, type OpenDatabase } from '../support/engines';
import { signTwice } from '../support/signing';
import { NAMED_PAPERS, photoOf } from '../support/step-papers';
import { USUAL_ROUTE } from '../support/kit-routes';
import { ACCOUNTANT, claimOf, Village } from '../support/village';

const codeOf = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'done',
    (error: unknown) => {
      if (error instanceof FormProblems) return error.problems.map(({ code }) => code).join(' ');
      return (error as { code: string }).code;
    },
  );

/** What of a step without votes a case types otherwise. */
interface NotedWish extends PapersForm {
  readonly heldOn?: string;
  readonly stepPaper?: string;
}

/** What of a meeting's form a case types otherwise. */
interface MeetingWish extends PapersForm {
  readonly papersOutOn?: string;
  readonly inFavour?: string;
  readonly stepPaper?: string;
}

describeOnEachEngine('a plan takes every step of its route', (open) => {
  let opened: OpenDatabase;
  let village: Village;
  let today: string;

  beforeEach(async () => {
    opened = await open();
    village = await Village.start(opened.database);
    await village.openWith(100_000n);
    today = village.services.clock.today();
  });
  afterEach(() => opened.close());

  const goBy = (routeId: string): Promise<void> =>
    opened.database.inTransaction(village.id, async (tx) => {
      await tx.update(CollectiveEntity, { id: village.id }, { routeId });
      await recordChange(tx, CollectiveEntity, { id: village.id });
    });
  const planOf = (id: string) => village.services.plans.requirePlan(village.id, id);
  const submitted = async (): Promise<string> => {
    const { id } = await village.draft([claimOf(60_000n)]);
    await village.submit(id);
    return id;
  };
  const note = (id: string, number: number, wish: NotedWish = {}, command = ACCOUNTANT) => {
    const heldOn = village.services.clock.today();
    const form = { stepNumber: String(number), heldOn, stepPaper: 'paper', ...NAMED_PAPERS };
    return village.services.deciding.noteStep(village.id, id, {
      form: { ...form, ...wish },
      command,
    });
  };
  /** Publishes its sheet, which hangs from today. */
  const hang = async (id: string, days = 7): Promise<void> => {
    const { publicity, clock } = village.services;
    const from = clock.today();
    const sheet = { from, to: addDays(from, days - 1), number: '1' };
    await opened.database.inTransaction(village.id, async (tx) =>
      publicity.noteHanging(tx, { kind: 'plan', plan: await planOf(id) }, { sheet, by: 'tests' }),
    );
  };
  const meet = (id: string, number: number, wish: MeetingWish = {}) => {
    const form = {
      ...{ stepNumber: String(number), heldOn: village.services.clock.today(), stepPaper: 'minutes' },
      ...{ due: '40', present: '40', inFavour: '40', against: '0', abstained: '0', ...NAMED_PAPERS, ...wish },
    };
    return village.services.deciding.recordMeeting(village.id, id, { form, command: ACCOUNTANT });
  };
  /** What was decided is given back, all of it: that is what came of it. */
  const giveBack = (id: string, claimId: string) => {
    const released = { releaseAmount: '600', releasedOn: village.services.clock.today() };
    const form = { claimId, ...released, releaseReason: 'nobody came', paper: 'meeting 5' };
    return village.services.releasing.release(village.id, { planId: id, form, command: ACCOUNTANT });
  };
  const wait = (days: number): void =>
    village.services.clock.moveTo(addDays(village.services.clock.today(), days));

  it('and is decided no sooner, by four deliberations and two disclosures', async () => {
    await goBy('four-deliberations-two-disclosures');
    const id = await submitted();
    const claim = (await planOf(id)).lines[0]?.claims[0]?.id ?? '';
    expect(await codeOf(village.review(id))).toBe('approvals.otherStep');
    expect(await codeOf(meet(id, 1))).toBe('approvals.otherStep');
    expect(await codeOf(note(id, 2))).toBe('approvals.otherStep');
    expect(await codeOf(note(id, 1, { stepPaper: '' }))).toBe('form.missing');
    expect(await codeOf(note(id, 1, { heldOn: addDays(today, -1) }))).toBe('approvals.meetingBeforeDraft');
    for (const number of [1, 2, 3]) await note(id, number);
    expect(await codeOf(note(id, 3))).toBe('approvals.stepTaken');
    // The vote is shown by its minutes, though its route names no evidence.
    expect(await codeOf(meet(id, 4, { stepPaper: ' ' }))).toBe('form.missing');
    await meet(id, 4);
    expect(await codeOf(village.review(id))).toBe('approvals.otherStep');
    // No word of the village stands for the sheet itself.
    expect(await codeOf(note(id, 5))).toBe('plan.publishFirst');
    await hang(id);
    // The sheet hangs for seven days, and nobody agrees before they have gone.
    expect(await codeOf(village.review(id))).toBe('approvals.publicityGoesOn');
    wait(6);
    expect(await codeOf(village.review(id))).toBe('approvals.publicityGoesOn');
    expect(await codeOf(village.grant(id, claim))).toBe('plan.notNow');
    wait(1);
    expect(await village.review(id)).toEqual({ approved: true });
    // Agreed to once more, it is told that another step is next, not that its own period is taken.
    expect(await codeOf(village.review(id))).toBe('approvals.otherStep');
    const decidedOn = village.services.clock.today();
    const granted = await codeOf(note(id, 7, { heldOn: decidedOn }));
    const grant = await village.grant(id, claim);
    // Nothing came of it yet: first nothing is granted, then nobody is paid.
    expect(granted).toBe('plan.resultLeft');
    expect(await codeOf(note(id, 7, { heldOn: decidedOn }))).toBe('plan.resultUnpaid');
    await village.reverse(grant.voucher.entryId);
    await giveBack(id, claim);
    expect(await codeOf(note(id, 7, { heldOn: decidedOn }))).toBe('approvals.photoMissing');
    const result = await note(id, 7, { heldOn: decidedOn, ...(await photoOf(village, id)) });
    expect(result).toEqual({ approved: true });
    expect(await codeOf(note(id, 8))).toBe('plan.notNow');
    const plan = await planOf(id);
    expect(plan.decisions.map(({ stepId, decidedOn: on, untilOn }) => [stepId, on, untilOn])).toEqual([
      ...['party_branch', 'committees', 'party_members', 'assembly'].map((step) => [step, today, null]),
      ['decision_publicity', today, addDays(today, 6)],
      ['township_review', decidedOn, null],
      ['result_publicity', decidedOn, addDays(decidedOn, 6)],
    ]);
    await expectSoundBooks(village);
    expect(await village.services.check.checkBooks(village.id)).toMatchObject({ breaks: [] });
  });

  it('by the village committee’s law with Party members, and is filed before its result hangs', async () => {
    await goBy('village-four-deliberations');
    const id = await submitted();
    await note(id, 1);
    await note(id, 2);
    expect(await codeOf(note(id, 3))).toBe('approvals.otherStep');
    expect(await codeOf(meet(id, 3))).toBe('form.missing');
    expect(await codeOf(meet(id, 3, { papersOutOn: today }))).toBe('approvals.papersLate');
    wait(3);
    expect(await codeOf(meet(id, 3, { papersOutOn: today, inFavour: '20' }))).toBe(
      'approvals.countsDoNotAddUp',
    );
    await meet(id, 3, { papersOutOn: today });
    // The Party's members decide nothing for the village, and their meeting is not noted a second time.
    expect(await codeOf(meet(id, 3, { papersOutOn: today }))).toBe('approvals.stepTaken');
    const none = { paperTitles: {}, paperPlaces: {}, paperPages: {} };
    expect((await codeOf(meet(id, 4, none))).split(' ')).toEqual(Array(3).fill('approvals.paperMissing'));
    await meet(id, 4);
    expect((await planOf(id)).decisions.at(-1)?.papers).toMatchObject([
      { kind: 'minutes', pages: 3, keptAt: 'cabinet 2', sha256: null },
      { kind: 'attendance' },
      { kind: 'resolution' },
    ]);
    await hang(id);
    wait(7);
    await village.review(id);
    wait(1);
    const settledOn = village.services.clock.today();
    // Filed before anything is paid: until then it is not approved.
    expect([(await planOf(id)).state, await codeOf(note(id, 8))]).toEqual([
      'submitted',
      'approvals.otherStep',
    ]);
    await note(id, 7, { stepPaper: 'No 12' });
    // That the result hung is shown by a photo that is kept with the plan, by no name of one.
    wait(1);
    const claim = (await planOf(id)).lines[0]?.claims[0]?.id ?? '';
    await giveBack(id, claim);
    expect(await codeOf(note(id, 8))).toBe('approvals.photoMissing');
    await note(id, 8, await photoOf(village, id));
    const plan = await planOf(id);
    expect(plan.decisions.map(({ papersOutOn }) => papersOutOn).filter((day) => day !== null)).toEqual([
      today,
    ]);
    expect([plan.state, plan.decisions.at(-2)?.paper]).toEqual(['approved', 'No 12']);
    // What hangs later moves neither the day of the promise nor what the books are held against.
    const promised = await village.services.promises.listPromises(village.id, opened.database.reader);
    expect(promised.map(({ promisedOn }) => promisedOn)).toEqual([settledOn]);
    expect(await village.services.check.checkBooks(village.id)).toMatchObject({ breaks: [] });
  });

  it('is returned at once while it hangs, and drafted again from the first step', async () => {
    await goBy('county-guantao');
    const id = await submitted();
    expect(await codeOf(meet(id, 1, { stepPaper: ' ' }))).toBe('form.missing');
    await meet(id, 1);
    expect(await codeOf(village.review(id))).toBe('approvals.otherStep');
    await hang(id, 5);
    await village.review(id, { reason: 'too much for posts' });
    expect((await planOf(id)).state).toBe('returned');
    expect(await codeOf(note(id, 4))).toBe('plan.notNow');
    const again = await submitted();
    expect(await codeOf(note(again, 2))).toBe('approvals.otherStep');
  });

  it('is decided by the supervision committee’s paper, without any office above', async () => {
    await goBy('county-shandong');
    const id = await submitted();
    await note(id, 1);
    expect(await codeOf(village.review(id))).toBe('approvals.otherStep');
    const supervisor = { by: 'supervisor' };
    expect(await codeOf(note(id, 2, {}, supervisor))).toBe('approvals.signersTooFew');
    await signTwice(opened.database, village, id);
    // Whoever drafted it does not note that the committee agreed.
    expect(await codeOf(note(id, 2))).toBe('approvals.ownDraft');
    await note(id, 2, {}, supervisor);
    await note(id, 3);
    expect(await meet(id, 4)).toEqual({ approved: true });
    expect((await planOf(id)).state).toBe('approved');
  });

  it('keeps the text of its route: what the file says later changes nothing of it', async () => {
    await goBy(USUAL_ROUTE);
    const id = await submitted();
    const before = await planOf(id);
    expect(JSON.parse(before.routeText ?? '')).toMatchObject({
      steps: [{ id: 'representatives_meeting' }, {}, {}],
    });
    const other = { ...JSON.parse(before.routeText ?? '') } as { steps: { id: string }[] };
    const routeText = JSON.stringify({
      ...other,
      steps: other.steps.filter(({ id: step }) => step !== 'township_review'),
    });
    await opened.database.inTransaction(village.id, (tx) =>
      tx.update(PlanEntity, { collectiveId: village.id, id }, { routeText }),
    );
    const found = await village.services.check.checkBooks(village.id);
    expect(found.breaks.map(({ pass }) => pass)).toContain('plans');
  });

  it('of before goes on as it was: meetings and reviews, no publicity', async () => {
    await goBy('four-deliberations-two-disclosures');
    const { id } = await village.draft([claimOf(60_000n)]);
    await opened.database.inTransaction(village.id, async (tx) => {
      await tx.update(PlanEntity, { collectiveId: village.id, id }, { form: 'plan/3' });
      await recordChange(tx, PlanEntity, { collectiveId: village.id, id });
    });
    await village.submit(id);
    await village.meet(id);
    expect(await village.review(id)).toEqual({ approved: true });
    expect((await planOf(id)).decisions).toHaveLength(2);
    expect(await village.services.check.checkBooks(village.id)).toMatchObject({ breaks: [] });
  });

  it('of many who note one step at once one does', async () => {
    await goBy('four-deliberations-two-disclosures');
    const id = await submitted();
    const all = await Promise.all(Array.from({ length: 10 }, () => codeOf(note(id, 1))));
    expect(all.sort()).toEqual([...Array<string>(9).fill('approvals.stepTaken'), 'done']);
    expect((await planOf(id)).decisions).toHaveLength(1);
  });
});
