import type { YearPlanForm } from '../../src/domain/distribution/read-year-plan';
import { FormProblems } from '../../src/domain/shared/problem';
import { describeOnEachEngine, type OpenDatabase } from '../support/engines';
import { ownPasses, Tampering } from '../support/tampering';
import { ACCOUNTANT, claimOf, OFFICER, Village } from '../support/village';
import { yearForm, yearPlansOn, yearUse } from '../support/year-plans';

const codesOf = (refused: Promise<unknown>): Promise<string[]> =>
  refused.then(
    () => [],
    (error: unknown) =>
      error instanceof FormProblems ? error.problems.map(({ code }) => code) : [String(error)],
  );

const COUNTS = { due: '40', present: '40', inFavour: '40', against: '0', abstained: '0' };
const MEETING = { heldOn: '2025-07-20', stepPaper: 'minutes', ...COUNTS };

describeOnEachEngine('the yearly use plan', (open) => {
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

  const draft = async (uses: YearPlanForm['uses'], wish: Partial<YearPlanForm> = {}) =>
    years.drafting.draftPlan(village.id, yearForm({ uses, ...wish }), ACCOUNTANT);
  const read = (id: string) => years.reading.requirePlan(village.id, id);
  const submit = (id: string) => years.deciding.submitPlan(village.id, id, ACCOUNTANT);
  const meet = (id: string) =>
    years.deciding.recordMeeting(village.id, id, { form: MEETING, command: ACCOUNTANT });
  const review = async (id: string, { by = OFFICER.by, reason = '', seen = '' } = {}) => {
    const digest = seen === '' ? ((await read(id)).digest ?? '') : seen;
    const outcome = reason === '' ? 'passed' : 'returned';
    return years.deciding.reviewPlan(village.id, id, { form: { outcome, reason, digest }, command: { by } });
  };
  const decided = async (uses: YearPlanForm['uses'], wish: Partial<YearPlanForm> = {}) => {
    const { id } = await draft(uses, wish);
    await submit(id);
    await meet(id);
    await review(id);
    return id;
  };
  const WAGES = [yearUse({ postPeople: '6', postStandard: '100.00', postMonths: '1' })];
  const found = async () => ownPasses(await village.services.check.checkBooks(village.id)).breaks;

  it('proposes what the books say: the opening carried over, what contracts and the grid owe', async () => {
    const station = await village.addStation();
    await village.settle(station, '2025-01', { kwh: 1_000 });
    const { proposed } = await years.basis.basisOf(village.id, { pool: 'pv', year: 2025 });
    const known = Object.fromEntries(proposed.map((each) => [each.code, [each.proposed, each.basis]]));
    expect(known).toMatchObject({
      carried_over: [100_000n, 'carried'],
      energy: [undefined, 'none'],
      subsidy: [35_000n, 'owed'],
      rent: [0n, 'contracts'],
    });
    await village.receive(await village.owed(), '2025-02-20');
    await village.pay(700n, '2025-03-01');
    const next = await years.basis.basisOf(village.id, { pool: 'pv', year: 2026 });
    const then = Object.fromEntries(next.proposed.map((each) => [each.code, [each.proposed, each.basis]]));
    expect(then).toMatchObject({
      carried_over: [174_300n, 'carried'],
      energy: [40_000n, 'lastYear'],
      subsidy: [0n, 'owed'],
      other_income: [0n, 'lastYear'],
      'cost:insurance': [700n, 'lastYear'],
    });
  });

  it('uses what is expected to the last fen, and refuses one fen more by name', async () => {
    const whole = yearUse({ amount: '900.00' });
    await expect(draft([whole], { reserve: '100.01', reserveFor: 'repairs' })).rejects.toMatchObject({
      code: 'yearPlan.aboveExpected',
      facts: { expected: 100_000n, used: 90_000n, reserve: 10_001n, excess: 1n },
    });
    expect(await years.reading.listPlans(village.id)).toEqual([]);
    const { id } = await draft([whole], { reserve: '100.00', reserveFor: 'repairs' });
    expect((await read(id)).figures).toMatchObject({ expected: 100_000n, left: 0n });
  });

  it('is decided by every step of the route, on its bytes, by another; it books nothing', async () => {
    const before = await village.vouchers();
    const { id } = await draft(WAGES);
    await expect(meet(id)).rejects.toMatchObject({ code: 'yearPlan.notNow' });
    await submit(id);
    await expect(review(id)).rejects.toMatchObject({ code: 'approvals.otherStep' });
    expect(await meet(id)).toEqual({ approved: false });
    expect(await codesOf(review(id, { by: ACCOUNTANT.by }))).toEqual(['approvals.ownDraft']);
    await expect(review(id, { seen: 'another' })).rejects.toMatchObject({ code: 'approvals.bytesChanged' });
    expect(await review(id)).toEqual({ approved: true });
    expect((await read(id)).state).toBe('approved');
    expect(await village.vouchers()).toEqual(before);
    // A distribution of a period may still use all the money that came.
    expect((await village.draft([claimOf(100_000n)])).id).not.toBe('');
    expect(await found()).toEqual([]);
  });

  it('comes back with reasons, and is drafted anew as a revision', async () => {
    const { id } = await draft(WAGES);
    await submit(id);
    await meet(id);
    expect(await codesOf(review(id, { reason: ' ' }))).toEqual(['approvals.reasonMissing']);
    await review(id, { reason: 'too few months' });
    expect((await read(id)).state).toBe('returned');
    await expect(submit(id)).rejects.toMatchObject({ code: 'yearPlan.notNow' });
    const again = await draft(WAGES);
    expect(await read(again.id)).toMatchObject({ revision: 2, state: 'drafted' });
    expect(await found()).toEqual([]);
  });

  it('under way is voided by a new draft, with its signatures', async () => {
    const { id } = await draft(WAGES);
    await submit(id);
    await meet(id);
    const again = await draft([...WAGES, yearUse({ amount: '1.00' })]);
    expect((await read(id)).state).toBe('voided');
    await expect(review(id)).rejects.toMatchObject({ code: 'yearPlan.notNow' });
    expect(await read(again.id)).toMatchObject({ revision: 2, decisions: [] });
    expect(await found()).toEqual([]);
  });

  it('decided, holds until its revision is decided, which says why', async () => {
    const first = await decided(WAGES);
    expect(await codesOf(draft(WAGES))).toEqual(['yearPlan.changeWhyMissing']);
    const { id } = await draft(WAGES, { changeWhy: 'less sun' });
    await submit(id);
    await meet(id);
    expect((await read(first)).state).toBe('approved');
    await review(id);
    expect((await read(first)).state).toBe('replaced');
    expect(await read(id)).toMatchObject({ state: 'approved', revision: 2, changeWhy: 'less sun' });
    expect(await found()).toEqual([]);
  });

  it('is of one pool and year: another of either stands beside it', async () => {
    const first = await decided(WAGES);
    const next = await draft(WAGES, { year: '2026' });
    expect((await read(next.id)).revision).toBe(1);
    expect((await read(first)).state).toBe('approved');
    expect(await codesOf(draft(WAGES, { year: '2027' }))).toEqual(['yearPlan.otherYear']);
  });

  it.each([
    [
      'a line of it',
      "UPDATE year_plan_lines SET reason = 'x' WHERE line_number = 1",
      'check.yearPlanChanged',
    ],
    ['its year', 'UPDATE year_plans SET year = 2026', 'check.yearPlanChanged'],
    ['its state, back', "UPDATE year_plans SET state = 'submitted'", 'check.yearPlanState'],
  ])('is told by the check where somebody changed %s by hand', async (_what, sql, code) => {
    await decided(WAGES);
    const hand = await Tampering.on(opened);
    await hand.run(sql);
    await hand.close();
    expect((await found()).map((broken) => broken.code)).toContain(code);
  });
});
