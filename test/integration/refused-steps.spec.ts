import { CollectiveEntity } from '../../src/features/collectives/collective.entity';
import { addDays } from '../../src/domain/calendar/calendar-day';
import { FormProblems } from '../../src/domain/shared/problem';
import { recordChange } from '../../src/platform/audit/records';
import { describeOnEachEngine, type OpenDatabase } from '../support/engines';
import { signTwice } from '../support/signing';
import { NAMED_PAPERS } from '../support/step-papers';
import { ownPasses, Tampering } from '../support/tampering';
import { ACCOUNTANT, claimOf, Village } from '../support/village';
import { yearForm, yearPlansOn, yearUse } from '../support/year-plans';

const codeOf = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'done',
    (error: unknown) => {
      if (error instanceof FormProblems) return error.problems.map(({ code }) => code).join(' ');
      return (error as { code: string }).code;
    },
  );
const votes = (due: number, present: number, inFavour: number, against = present - inFavour) => ({
  ...{ due: String(due), present: String(present), inFavour: String(inFavour) },
  ...{ against: String(against), abstained: '0' },
});
const SUPERVISOR = { by: 'supervisor' };

type Wish = Readonly<Record<string, string | object>>;

/** What a body of the village said no to is on record, and the plan comes back. */
describeOnEachEngine('a step that was refused', (open) => {
  let opened: OpenDatabase;
  let village: Village;
  let years: ReturnType<typeof yearPlansOn>;

  beforeEach(async () => {
    opened = await open();
    village = await Village.start(opened.database);
    years = yearPlansOn(village.services);
    await village.openWith(100_000n);
  });
  afterEach(() => opened.close());

  const goBy = (routeId: string): Promise<void> =>
    opened.database.inTransaction(village.id, async (tx) => {
      await tx.update(CollectiveEntity, { id: village.id }, { routeId });
      await recordChange(tx, CollectiveEntity, { id: village.id });
    });
  const submitted = async (): Promise<string> => {
    const { id } = await village.draft([claimOf(60_000n)]);
    await village.submit(id);
    return id;
  };
  const planOf = (id: string) => village.services.plans.requirePlan(village.id, id);
  const typed = (number: number, wish: Wish) => {
    const heldOn = village.services.clock.today();
    return { stepNumber: String(number), heldOn, stepPaper: 'minutes 3', ...NAMED_PAPERS, ...wish };
  };
  const note = (id: string, number: number, wish: Wish = {}, command = ACCOUNTANT) =>
    village.services.deciding.noteStep(village.id, id, { form: typed(number, wish), command });
  const meet = (id: string, number: number, wish: Wish) => {
    const form = { ...typed(number, wish), ...votes(40, 40, 40), ...wish };
    return village.services.deciding.recordMeeting(village.id, id, { form, command: ACCOUNTANT });
  };
  const sound = async (): Promise<void> => {
    expect(await village.services.check.checkBooks(village.id)).toMatchObject({ breaks: [] });
  };

  it('by the votes of a meeting, which are truly short, ends the plan without a resolution', async () => {
    await goBy('county-guantao');
    const id = await submitted();
    const refused = { outcome: 'refused', reason: 'too little for posts' };
    expect(await codeOf(meet(id, 1, { ...refused, ...votes(42, 37, 19) }))).toBe('approvals.votePassed');
    expect(await codeOf(meet(id, 1, { ...votes(42, 37, 18) }))).toBe('approvals.noMajority');
    const bare = { paperTitles: {}, paperPlaces: {}, paperPages: {} };
    const failed = { ...refused, ...votes(42, 37, 18) };
    expect(await codeOf(meet(id, 1, { ...failed, ...bare }))).toBe(
      'approvals.paperMissing approvals.paperMissing',
    );
    expect(await codeOf(meet(id, 1, { ...failed, stepPaper: ' ' }))).toBe('form.missing');
    expect(await meet(id, 1, failed)).toEqual({ approved: false });
    const plan = await planOf(id);
    expect([plan.state, plan.decisions]).toMatchObject([
      'returned',
      [
        {
          ...{ outcome: 'refused', reason: 'too little for posts', paper: 'minutes 3' },
          counts: { due: 42, present: 37, inFavour: 18, against: 19, abstained: 0 },
          papers: [{ kind: 'minutes' }, { kind: 'attendance' }],
        },
      ],
    ]);
    // It is over with: nothing else is noted of it, and what is drafted anew begins from the first step.
    expect(await codeOf(meet(id, 1, { ...votes(42, 37, 37) }))).toBe('plan.notNow');
    const again = await submitted();
    await meet(again, 1, {});
    expect((await planOf(again)).decisions).toMatchObject([{ outcome: 'passed', reason: null }]);
    await sound();
  });

  it('stays before the next draft, also of one that ends a day earlier', async () => {
    await goBy('county-guantao');
    const id = await submitted();
    await meet(id, 1, { outcome: 'refused', reason: 'too dear', ...votes(42, 37, 18) });
    const { periodFrom, periodTo } = await planOf(id);
    const { drafting } = village.services;
    const shorter = {
      ...{ pool: 'pv', from: periodFrom, to: addDays(periodTo, -1), reasons: {}, leftOverNote: 'kept' },
      claims: [claimOf(60_000n)],
    };
    const { id: next } = await drafting.draftPlan(village.id, shorter, ACCOUNTANT);
    expect((await planOf(next)).revision).toBe(2);
  });

  it('where too few came to vote needs no vote, and the reverse', async () => {
    await goBy('county-guantao');
    const id = await submitted();
    const few = votes(42, 27, 0, 0);
    expect(await codeOf(meet(id, 1, { ...few }))).toBe('approvals.countsDoNotAddUp');
    const many = votes(42, 28, 0, 0);
    expect(await codeOf(meet(id, 1, { outcome: 'refused', ...many }))).toBe('approvals.countsDoNotAddUp');
    expect(await meet(id, 1, { outcome: 'refused', ...few })).toEqual({ approved: false });
    expect((await planOf(id)).state).toBe('returned');
    await sound();
  });

  it('by who talks it over or looks it through says why, unsigned, and by nobody’s own hand', async () => {
    await goBy('county-shandong');
    const id = await submitted();
    expect(await codeOf(note(id, 1, { outcome: 'refused' }))).toBe('approvals.refusalReasonMissing');
    expect(await codeOf(note(id, 1, { reason: 'too dear' }))).toBe('approvals.reasonOfPassed');
    expect(await codeOf(note(id, 1, { outcome: 'returned', reason: 'x' }))).toContain('form.notAllowed');
    await note(id, 1, { outcome: 'passed' });
    const no = { outcome: 'refused', reason: 'the list of posts is missing' };
    expect(await codeOf(note(id, 2, no))).toBe('approvals.ownDraft');
    const bare = { paperTitles: {}, paperPlaces: {}, paperPages: {} };
    expect(await codeOf(note(id, 2, { ...no, ...bare }, SUPERVISOR))).toBe('approvals.paperMissing');
    // To agree it takes two who signed; that they did not agree nobody signs.
    expect(await codeOf(note(id, 2, {}, SUPERVISOR))).toBe('approvals.signersTooFew');
    expect(await note(id, 2, no, SUPERVISOR)).toEqual({ approved: false });
    const plan = await planOf(id);
    expect([plan.state, plan.decisions.map(({ outcome, reason }) => [outcome, reason])]).toEqual([
      'returned',
      [
        ['passed', null],
        ['refused', 'the list of posts is missing'],
      ],
    ]);
    const other = await submitted();
    await note(other, 1, { outcome: 'refused', reason: 'not before harvest' });
    const last = await submitted();
    await note(last, 1);
    await signTwice(opened.database, village, last);
    await note(last, 2, {}, SUPERVISOR);
    await note(last, 3);
    // The step that would decide it refuses it: nothing is promised.
    await meet(last, 4, { outcome: 'refused', ...votes(40, 40, 20) });
    expect((await planOf(last)).state).toBe('returned');
    expect(await village.services.promises.listPromises(village.id, opened.database.reader)).toEqual([]);
    await sound();
  });

  it('stands though the books moved since, when nobody could agree any more', async () => {
    await goBy('county-guantao');
    const id = await submitted();
    await village.pay(1n, '2025-06-30');
    expect(await codeOf(meet(id, 1, {}))).toBe('plan.figuresChanged');
    await meet(id, 1, { outcome: 'refused', ...votes(40, 40, 0) });
    expect((await planOf(id)).state).toBe('returned');
  });

  it('of the plan of a year ends it alike', async () => {
    await goBy('county-shandong');
    const drafted = async (): Promise<string> => {
      const form = yearForm({ year: '2025', uses: [yearUse({ amount: '600.00' })] });
      const { id } = await years.drafting.draftPlan(village.id, form, ACCOUNTANT);
      await years.deciding.submitPlan(village.id, id, ACCOUNTANT);
      return id;
    };
    const id = await drafted();
    const noted = (number: number, wish: Wish = {}) => ({ form: typed(number, wish), command: ACCOUNTANT });
    await years.deciding.noteStep(village.id, id, noted(1));
    const no = { form: typed(2, { outcome: 'refused', reason: 'too little' }), command: SUPERVISOR };
    expect(await years.deciding.noteStep(village.id, id, no)).toEqual({ approved: false });
    expect((await years.reading.requirePlan(village.id, id)).state).toBe('returned');
    await goBy('county-guantao');
    const voted = await drafted();
    const form = { ...typed(1, { outcome: 'refused' }), ...votes(40, 40, 40) };
    const vote = (more: object) =>
      years.deciding.recordMeeting(village.id, voted, { form: { ...form, ...more }, command: ACCOUNTANT });
    expect(await codeOf(vote({}))).toBe('approvals.votePassed');
    expect(await vote(votes(40, 40, 20))).toEqual({ approved: false });
    expect((await years.reading.requirePlan(village.id, voted)).state).toBe('returned');
    await sound();
  });

  it('of many who note it at once is noted once', async () => {
    await goBy('county-guantao');
    const id = await submitted();
    const no = (): Promise<string> => codeOf(meet(id, 1, { outcome: 'refused', ...votes(40, 40, 0) }));
    const all = await Promise.all(Array.from({ length: 10 }, no));
    expect(all.sort()).toEqual(['done', ...Array<string>(9).fill('plan.notNow')]);
    expect((await planOf(id)).decisions).toHaveLength(1);
  });

  it.each<[string, string, string[]]>([
    [
      'votes that were enough',
      `UPDATE approval_decisions SET counts = REPLACE(REPLACE(counts, '"inFavour":18', '"inFavour":19'),
        '"against":19', '"against":18')`,
      ['check.decisionVote'],
    ],
    ['a no that became a yes', `UPDATE approval_decisions SET outcome = 'passed'`, ['check.decisionVote']],
    [
      'a plan that goes on',
      `UPDATE plans SET state = 'submitted' WHERE state = 'returned'`,
      ['check.planState'],
    ],
    ['an office that refused', `UPDATE approval_decisions SET outcome = 'returned'`, ['check.decisionVote']],
  ])('is held against its counts and its plan: %s', async (_, sql, codes) => {
    await goBy('county-guantao');
    await meet(await submitted(), 1, { outcome: 'refused', ...votes(42, 37, 18) });
    const hand = await Tampering.on(opened);
    await hand.keep();
    await hand.run(sql);
    const { breaks } = ownPasses(await village.services.check.checkBooks(village.id));
    expect(breaks.filter(({ pass }) => pass === 'approvals').map(({ code }) => code)).toEqual(
      expect.arrayContaining(codes),
    );
    await hand.putBack();
    await sound();
  });
});
