import { readClaim } from '../../src/domain/uses/claim';
import { CollectiveEntity } from '../../src/features/collectives/collective.entity';
import { PlanLineClaimEntity } from '../../src/features/distribution/plan-line-claim.entity';
import { FormProblems } from '../../src/domain/shared/problem';
import { expectSoundBooks } from '../books/invariants';
import { describeOnEachEngine, type OpenDatabase } from '../support/engines';
import { ACCOUNTANT, claimOf, Village } from '../support/village';

const codesOf = (refused: Promise<unknown>): Promise<string[]> =>
  refused.then(
    () => [],
    (error: unknown) =>
      error instanceof FormProblems ? error.problems.map(({ code }) => code) : [String(error)],
  );

describeOnEachEngine('the distribution of a period', (open) => {
  let opened: OpenDatabase;
  let village: Village;

  beforeEach(async () => {
    opened = await open();
    village = await Village.start(opened.database);
    await village.openWith(100_000n);
  });
  afterEach(() => opened.close());

  const stateOf = async (planId: string) =>
    (await village.services.plans.requirePlan(village.id, planId)).state;

  it('plans to the last fen and refuses one fen more, naming it', async () => {
    await expect(village.draft([claimOf(100_001n)])).rejects.toMatchObject({
      code: 'plan.aboveDistributable',
      facts: { planned: 100_001n, distributable: 100_000n, excess: 1n },
    });
    expect(await village.services.plans.listPlans(village.id)).toEqual([]);
    const { id } = await village.draft([claimOf(100_000n)]);
    const plan = await village.services.plans.requirePlan(village.id, id);
    expect(plan.figures).toMatchObject({ distributable: '100000', planned: '100000', leftOver: '0' });
  });

  it('keeps no number of one person: in its note, in a reason, or where it is sent back', async () => {
    const period = { pool: 'pv', from: '2025-01-01', to: '2025-06-30', claims: [claimOf(1n)] };
    const noted = { ...period, reasons: {}, leftOverNote: '找老李 13800138000' };
    const reasoned = { ...period, reasons: { 'FY-07n:posts': '找老李 13800138000' }, leftOverNote: '' };
    for (const form of [noted, reasoned]) {
      const drafted = village.services.drafting.draftPlan(village.id, form, ACCOUNTANT);
      expect(await codesOf(drafted)).toEqual(['form.privateNumber']);
    }
    expect(await village.services.plans.listPlans(village.id)).toEqual([]);
    const { id } = await village.draft([claimOf(1n)]);
    await village.submit(id);
    await village.meet(id);
    expect(await codesOf(village.review(id, { reason: '问 13800138000' }))).toEqual(['form.privateNumber']);
    expect(await stateOf(id)).toBe('submitted');
  });

  it('follows a rule whose text nobody has seen in made-up books only', async () => {
    const move = (to: Partial<CollectiveEntity>): Promise<unknown> =>
      opened.database.inReferenceTransaction((tx) => tx.update(CollectiveEntity, { id: village.id }, to));
    await move({ regionPath: ['620822'] });
    await expect(village.draft([claimOf(1n, { bucket: 'labour' })])).rejects.toMatchObject({
      code: 'policy.textNotSeen',
      facts: { pack: '620822/2019-06-01' },
    });
    await move({ madeUp: 1 });
    const { id } = await village.draft([claimOf(1n, { bucket: 'labour', targetGroup: 'unknown' })]);
    expect((await village.services.plans.requirePlan(village.id, id)).packId).toBe('620822/2019-06-01');
  });

  it('books nothing when it is approved; the debt arises with each grant', async () => {
    const before = await village.vouchers();
    const plan = await village.approvedPlan([claimOf(60_000n), claimOf(20_000n, { bucket: 'reward' })]);
    expect(await village.vouchers()).toEqual(before);
    for (const claimId of plan.claimIds) await village.grant(plan.id, claimId);
    const balance = await village.services.books.trialBalance(village.id, {
      first: '2025-01',
      last: '2025-07',
    });
    expect(Object.fromEntries(balance.rows.map((row) => [row.account.code, row.closing]))).toMatchObject({
      '102': 100_000n,
      '211': -20_000n,
      '213': -60_000n,
    });
    await expectSoundBooks(village);
  });

  it('carries the left-over of a settled period into the next, granted or not', async () => {
    const plan = await village.approvedPlan([claimOf(60_000n)]);
    await village.pay(1_000n, '2025-07-10');
    const next = { pool: 'pv', from: '2025-07-01', to: '2025-07-20' } as const;
    const statement = { carriedOver: 40_000n, received: 0n, deducted: 1_000n, distributable: 39_000n };
    expect(await village.services.surplus.statement(village.id, next)).toMatchObject(statement);
    await village.grant(plan.id, plan.claimIds[0] ?? '');
    expect(await village.services.surplus.statement(village.id, next)).toMatchObject(statement);
    await expectSoundBooks(village);
  });

  it.each<{ what: string; change: (of: Village) => Promise<unknown> }>([
    { what: 'a cost is booked within it', change: (of) => of.pay(1n, '2025-06-30') },
    { what: 'a receipt of it is taken back', change: takeBackReceipt },
  ])('is not submitted when the books have moved since the draft: $what', async ({ change }) => {
    const station = await village.addStation();
    await village.settle(station, '2025-01', { kwh: 1_000 });
    await village.receive(await village.owed(), '2025-02-20');
    const { id } = await village.draft([claimOf(1_000n)]);
    await change(village);
    await expect(village.submit(id)).rejects.toMatchObject({ code: 'plan.figuresChanged' });
    expect(await stateOf(id)).toBe('drafted');
  });

  it('is not approved when the books have moved since it was submitted', async () => {
    const { id } = await village.draft([claimOf(1_000n)]);
    await village.submit(id);
    await village.meet(id);
    await village.pay(1n, '2025-06-30');
    await expect(village.review(id)).rejects.toMatchObject({ code: 'plan.figuresChanged' });
    expect(await stateOf(id)).toBe('submitted');
    // The page and the queue say so beforehand.
    const refusal = async () =>
      village.services.checks.refusalOf(await village.services.plans.requirePlan(village.id, id));
    expect(await refusal()).toMatchObject({ code: 'plan.figuresChanged' });
    const fee = (await village.vouchers()).at(-1);
    await village.reverse(fee?.entryId ?? '');
    expect(await refusal()).toBeUndefined();
    expect(await village.review(id)).toEqual({ approved: true });
  });

  it('goes back to the village when the books have moved, so that it can be drafted anew', async () => {
    const { id } = await village.draft([claimOf(1_000n)]);
    await village.submit(id);
    await village.meet(id);
    await village.pay(1n, '2025-06-30');
    expect(await village.review(id, { reason: 'a bill came late' })).toEqual({ approved: false });
    const next = await village.draft([claimOf(99_999n)]);
    expect((await village.services.plans.requirePlan(village.id, next.id)).revision).toBe(2);
  });

  it('does not mind what is booked after the period', async () => {
    const { id } = await village.draft([claimOf(1_000n)]);
    await village.pay(1n, '2025-07-01');
    await village.submit(id);
    await village.meet(id);
    expect(await village.review(id)).toEqual({ approved: true });
  });

  it('is reviewed by another than its author, after the meeting, on the bytes that were seen', async () => {
    const { id } = await village.draft([claimOf(1_000n)]);
    await expect(village.review(id)).rejects.toMatchObject({ code: 'plan.notNow' });
    await village.submit(id);
    await expect(village.review(id)).rejects.toMatchObject({ code: 'approvals.otherStep' });
    await village.meet(id);
    expect(await codesOf(village.review(id, ACCOUNTANT))).toEqual(['approvals.ownDraft']);
    const form = { outcome: 'passed', reason: '', digest: '0'.repeat(64) };
    const blind = village.services.deciding.reviewPlan(village.id, id, { form, command: { by: 'officer' } });
    await expect(blind).rejects.toMatchObject({ code: 'approvals.bytesChanged' });
    expect(await stateOf(id)).toBe('submitted');
    expect(await village.review(id)).toEqual({ approved: true });
  });

  it('is drafted anew when it was returned with a reason, as the next revision', async () => {
    const { id } = await village.draft([claimOf(1_000n)]);
    await village.submit(id);
    await village.meet(id);
    expect(await codesOf(village.review(id, { reason: ' ' }))).toEqual(['approvals.reasonMissing']);
    expect(await village.review(id, { reason: 'who are the six?' })).toEqual({ approved: false });
    await expect(village.submit(id)).rejects.toMatchObject({ code: 'plan.notNow' });
    const next = await village.draft([claimOf(1_000n)]);
    expect((await village.services.plans.requirePlan(village.id, next.id)).revision).toBe(2);
  });

  it('voids the plan before it with its signatures and leaves no room beside one of other days', async () => {
    const first = await village.draft([claimOf(1_000n)]);
    const second = await village.draft([claimOf(2_000n)]);
    expect(await stateOf(first.id)).toBe('voided');
    await village.submit(second.id);
    await village.meet(second.id);
    const third = await village.draft([claimOf(3_000n)]);
    expect(await stateOf(second.id)).toBe('voided');
    await expect(village.review(second.id)).rejects.toMatchObject({ code: 'plan.notNow' });
    await village.submit(third.id);
    const overlapping = village.draft([claimOf(3_000n)], { from: '2025-01-01', to: '2025-07-01' });
    await expect(overlapping).rejects.toMatchObject({ code: 'plan.periodTaken' });
  });

  it('begins with the books or where the last one ended: no receipt is left between two sheets', async () => {
    const later = { from: '2025-07-01', to: '2025-07-20' };
    const early = village.draft([claimOf(1_000n)], later);
    await expect(early).rejects.toMatchObject({ code: 'plan.periodGap', facts: { next: '2025-01-01' } });
    await village.approvedPlan([claimOf(1_000n)]);
    await expect(village.draft([claimOf(1_000n)])).rejects.toMatchObject({ code: 'plan.periodTaken' });
    await village.draft([claimOf(1_000n)], later);
  });

  it('takes no new fact once settled, though its month is open; a reversal counts in it', async () => {
    const bill = await village.pay(100n, '2025-06-30');
    await village.approvedPlan([claimOf(1_000n)]);
    const late = village.pay(100n, '2025-06-30');
    await expect(late).rejects.toMatchObject({ code: 'period.settled', facts: { to: '2025-06-30' } });
    await village.pay(101n, '2025-07-01');
    await village.reverse(bill.voucher.entryId);
    await expectSoundBooks(village);
  });

  it('grants a claim once, only of an approved plan, and again after the grant is taken back', async () => {
    const drafted = await village.draft([claimOf(1_000n)]);
    await expect(village.grant(drafted.id, 'any')).rejects.toMatchObject({ code: 'plan.notNow' });
    const plan = await village.approvedPlan([claimOf(1_000n)]);
    const [claimId = ''] = plan.claimIds;
    await expect(village.grant(plan.id, 'nobody')).rejects.toMatchObject({ code: 'grant.claimUnknown' });
    const both = await Promise.allSettled([village.grant(plan.id, claimId), village.grant(plan.id, claimId)]);
    expect(both.map((each) => each.status).sort()).toEqual(['fulfilled', 'rejected']);
    await expect(village.grant(plan.id, claimId)).rejects.toMatchObject({ code: 'grant.twice' });
    const [granted] = (await village.vouchers()).slice(-1);
    await village.reverse(granted?.entryId ?? '');
    await village.grant(plan.id, claimId);
    await expectSoundBooks(village);
  });

  it('refuses a claim above what its line has left, whatever was written into the line', async () => {
    const plan = await village.approvedPlan([claimOf(1_000n)]);
    const { lines } = await village.services.plans.requirePlan(village.id, plan.id);
    const within = { collectiveId: village.id, planId: plan.id, planLineId: lines[0]?.id ?? '' };
    const [slipped] = await opened.database.inTransaction(village.id, async (tx) => {
      const named = await village.services.uses.nameClaims(tx, village.id, [
        { ...readClaim(claimOf(1n), 'pv', { buckets: ['posts'], groups: [], at: '' }).claim },
      ]);
      await tx.insert(PlanLineClaimEntity, { ...within, claimId: named[0]?.id ?? '', place: 2 });
      return named;
    });
    await village.grant(plan.id, plan.claimIds[0] ?? '');
    await expect(village.grant(plan.id, slipped?.id ?? '')).rejects.toMatchObject({
      code: 'grant.aboveLine',
      facts: { amount: 1n, left: 0n, excess: 1n },
    });
    await expectSoundBooks(village);
  });

  it('refuses a grant above the money of that day, by how much, and grants it to the last fen', async () => {
    const plan = await village.approvedPlan([claimOf(100_000n)]);
    const [claimId = ''] = plan.claimIds;
    const cost = { kind: 'insurance', name: 'premium', postedOn: '2025-07-15', amount: '0.01', reason: '' };
    const form = { ...cost, paysPromised: 'the grid cuts us off otherwise' };
    const bill = await village.services.deductions.recordDeduction(village.id, form, ACCOUNTANT);
    await expect(village.grant(plan.id, claimId)).rejects.toMatchObject({
      code: 'grant.abovePool',
      facts: { amount: 100_000n, undistributed: 99_999n, excess: 1n },
    });
    await village.reverse(bill.voucher.entryId);
    await village.grant(plan.id, claimId);
    await expectSoundBooks(village);
  });

  it('grants nothing before it was approved', async () => {
    const plan = await village.approvedPlan([claimOf(100_000n)]);
    const early = village.grant(plan.id, plan.claimIds[0] ?? '', '2025-07-10');
    await expect(early).rejects.toMatchObject({ code: 'grant.beforeApproval' });
  });
});

async function takeBackReceipt(of: Village): Promise<unknown> {
  const [receipt] = (await of.vouchers()).filter((voucher) => voucher.event === 'income.received');
  return of.reverse(receipt?.entryId ?? '');
}
