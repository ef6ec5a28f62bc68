import { FormProblems } from '../../src/domain/shared/problem';
import { planDigest } from '../../src/features/distribution/plan-digest';
import { describeOnEachEngine, type OpenDatabase } from '../support/engines';
import { ACCOUNTANT, claimOf, OFFICER, Village } from '../support/village';
import { hangByPhoto, yearForm, yearPlansOn, yearUse } from '../support/year-plans';
import { NAMED_PAPERS, photoOf } from '../support/step-papers';

const COUNTS = { due: '40', present: '40', inFavour: '40', against: '0', abstained: '0' };
const PERIOD = { from: '2025-01-01', to: '2025-06-30' };

const codeOf = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'done',
    (error: unknown) => {
      if (error instanceof FormProblems)
        return error.problems.map(({ code, field }) => `${code} ${field}`).join(' ');
      return (error as { code: string }).code;
    },
  );

/** A distribution beside the decided plan of its year: what goes beyond it goes on with a reason only. */
describeOnEachEngine('a distribution of a year that has its plan', (open) => {
  let opened: OpenDatabase;
  let village: Village;
  let years: ReturnType<typeof yearPlansOn>;

  beforeEach(async () => {
    opened = await open();
    village = await Village.start(opened.database);
    years = yearPlansOn(village.services);
    await village.openWith(200_000n);
  });
  afterEach(() => opened.close());

  /** A yearly plan of so much for posts, taken through every step that decides. */
  const decideYear = async (amount: string, changeWhy = ''): Promise<void> => {
    const form = yearForm({ uses: [yearUse({ amount })], changeWhy });
    const { id } = await years.drafting.draftPlan(village.id, form, ACCOUNTANT);
    const { digest } = await years.deciding.submitPlan(village.id, id, ACCOUNTANT);
    const { steps } = await years.reading.requirePlan(village.id, id);
    for (const [index, step] of steps.entries()) {
      const heldOn = village.services.clock.today();
      const noted = { stepNumber: String(index + 1), heldOn, stepPaper: 'paper', ...NAMED_PAPERS };
      if (step.kind === 'meeting')
        await years.deciding.recordMeeting(village.id, id, {
          form: { ...noted, ...COUNTS },
          command: ACCOUNTANT,
        });
      else if (step.kind === 'publicity')
        await hangByPhoto(village, id, { ...noted, ...(await photoOf(village, id, 'yearPlan')) });
      else
        await years.deciding.reviewPlan(village.id, id, {
          form: { outcome: 'passed', reason: '', digest },
          command: OFFICER,
        });
    }
    expect((await years.reading.requirePlan(village.id, id)).state).toBe('approved');
  };
  const draft = async (amount: bigint, reasons: Record<string, string> = {}, period = PERIOD) => {
    const form = { pool: 'pv', ...period, claims: [claimOf(amount)], reasons, leftOverNote: 'repairs' };
    return (await village.services.drafting.draftPlan(village.id, form, ACCOUNTANT)).id;
  };
  const planOf = (id: string) => village.services.plans.requirePlan(village.id, id);
  const ofYear = async (id: string) =>
    (await village.services.standing.listChecks(await planOf(id)))
      .filter(({ about }) => about.kind === 'year')
      .map(({ key, judgement, reason }) => [key, judgement.outcome, judgement.force, reason]);

  it('asks for no reason of all that is left, and of a fen more for one', async () => {
    await decideYear('600.00');
    const within = await draft(60_000n);
    expect(await ofYear(within)).toEqual([['year_plan:posts', 'passed', 'warn', '']]);
    const above = await draft(60_001n);
    expect(await ofYear(above)).toEqual([['year_plan:posts', 'failed', 'warn', '']]);
    expect(await codeOf(village.submit(above))).toBe('plan.beyondYear reasons.year_plan:posts');
    const said = await draft(60_001n, { 'year_plan:posts': '。' });
    expect(await codeOf(village.submit(said))).toBe('policy.reasonTooShort reasons.year_plan:posts');
    expect(await codeOf(draft(60_001n, { 'year_plan:posts': 'ask 13812345678' }))).toContain(
      'form.privateNumber',
    );
    const explained = await draft(60_001n, { 'year_plan:posts': 'two more posts' });
    expect(await ofYear(explained)).toEqual([['year_plan:posts', 'failed', 'warn', 'two more posts']]);
    await village.submit(explained);
    await village.meet(explained);
    expect(await village.review(explained)).toEqual({ approved: true });
    // What is decided is judged for ever by what was left when it was drafted, itself not counted.
    expect(await ofYear(explained)).toEqual([['year_plan:posts', 'failed', 'warn', 'two more posts']]);
    const next = { from: '2025-07-01', to: village.services.clock.today() };
    expect(await ofYear(await draft(1n, {}, next))).toEqual([['year_plan:posts', 'failed', 'warn', '']]);
    expect(await village.services.check.checkBooks(village.id)).toMatchObject({ breaks: [] });
  });

  it('leaves to the next period what the one before did not take, to the fen', async () => {
    await decideYear('600.00');
    const first = await draft(40_000n);
    await village.submit(first);
    await village.meet(first);
    await village.review(first);
    const next = { from: '2025-07-01', to: village.services.clock.today() };
    expect(await ofYear(await draft(20_000n, {}, next))).toEqual([['year_plan:posts', 'passed', 'warn', '']]);
    expect(await ofYear(await draft(20_001n, {}, next))).toEqual([['year_plan:posts', 'failed', 'warn', '']]);
  });

  it('asks nothing of a year without its plan, and is drafted again where that came since', async () => {
    const early = await draft(60_001n);
    expect(await ofYear(early)).toEqual([]);
    await village.submit(early);
    await decideYear('600.00');
    await expect(village.meet(early)).rejects.toMatchObject({ code: 'plan.yearPlanChanged' });
    const again = await draft(60_001n, { 'year_plan:posts': 'two more posts' });
    await village.submit(again);
    await village.meet(again);
    // A revision that leaves less: its reason was written for another excess.
    await decideYear('500.00', 'less sun');
    await expect(village.review(again)).rejects.toMatchObject({ code: 'plan.yearPlanChanged' });
    await decideYear('700.00', 'more sun');
    expect(await village.review(again)).toEqual({ approved: true });
    expect(await village.services.check.checkBooks(village.id)).toMatchObject({ breaks: [] });
  });

  it('keeps what was left with the draft: what is approved is a plan beside that, and no other', async () => {
    await decideYear('600.00');
    const { ground, ...plan } = await planOf(await draft(60_000n));
    if (ground?.yearPlan === undefined) throw new Error('nothing of the year was kept');
    expect(ground.yearPlan.left).toEqual({ posts: 60_000n });
    const moved = { ...ground, yearPlan: { ...ground.yearPlan, left: { posts: 59_999n } } };
    expect(planDigest({ ...plan, ground: moved })).not.toBe(planDigest({ ...plan, ground }));
  });
});
