import { CollectiveEntity } from '../../src/features/collectives/collective.entity';
import { recordChange } from '../../src/platform/audit/records';
import { describeOnEachEngine, type OpenDatabase } from '../support/engines';
import { USUAL_ROUTE } from '../support/kit-routes';
import { typedLine, typedVoucher } from '../support/vouchers';
import { claimOf, type Village } from '../support/village';
import { told, YearGrants } from './year-grants.fixture';

/** Wages month by month under the plan of the year; the half year's distribution settles them in July. */
describeOnEachEngine('wages under the plan of the year', (open) => {
  let opened: OpenDatabase;
  let village: Village;
  let given: YearGrants;
  let yearId: string;

  const decideYear = (amount: string, why?: string) => given.decideYear(amount, why);
  const accept = (month: string, days: string, by = yearId) => given.accept(month, days, by);
  const breaks = () => given.breaks();
  const lineOf = (planId: string) => given.lineOf(planId);
  const freeOn = (day: string) => given.freeOn(day);
  const pay = (yuan: string) =>
    village.services.manualVouchers.postVoucher(
      village.id,
      typedVoucher({
        postedOn: village.services.clock.today(),
        lines: [
          typedLine({ ledgerAccount: '213', debit: yuan, pool: 'pv' }),
          typedLine({ ledgerAccount: '102', credit: yuan }),
        ],
      }),
      { preparedBy: 'ann', reviewedBy: 'ben' },
    );
  const undistributedOn = (day: string) =>
    village.services.surplus.undistributed(village.id, { pool: 'pv', day });

  beforeEach(async () => {
    opened = await open();
    given = await YearGrants.start(opened, 200_000n);
    village = given.village;
    yearId = await decideYear('1,600.00');
  });
  afterEach(() => opened.close());

  it('are owed and paid before the half year is distributed, and settled once by it', async () => {
    await accept('2025-04', '30');
    expect(await breaks()).toEqual([]);
    // The statement of the half year does not subtract it; the pool's money does.
    expect([await undistributedOn('2025-04-30'), await freeOn('2025-04-30')]).toEqual([140_000n, 140_000n]);
    village.services.clock.moveTo('2025-07-20');
    await pay('500.00');
    await accept('2025-06', '15');
    const short = village.draft([claimOf(89_999n)]);
    expect(await told(short)).toMatch(/^plan.belowGranted .* 89999 90000 1$/);
    const { id: planId, claimIds } = await village.approvedPlan([claimOf(130_000n)]);
    expect(await lineOf(planId)).toEqual([130_000n, 90_000n, 90_000n]);
    const { figures } = await village.services.plans.requirePlan(village.id, planId);
    expect([figures.distributable, figures.leftOver]).toEqual(['200000', '70000']);
    // Undistributed on the last day less what is not granted on that day is what is left over.
    expect(await undistributedOn('2025-06-30')).toBe(110_000n);
    expect(await freeOn('2025-07-20')).toBe(70_000n);
    const next = { pool: 'pv' as const, from: '2025-07-01', to: '2025-07-20' };
    expect((await village.services.surplus.statement(village.id, next)).carriedOver).toBe(70_000n);
    expect(await breaks()).toEqual([]);
    // The months of the half year are the distribution's now, and what it took over is granted but once.
    expect(await told(accept('2025-05', '31'))).toBe('yearGrant.settled 2025-05 2025-06-30');
    expect(await told(accept('2025-05', '31', claimIds[0]))).toBe('grant.aboveLine 60000 40000 20000');
    expect(await breaks()).toEqual([]);
  });

  it('are never above the use of the year, nor above what is free', async () => {
    village.services.clock.moveTo('2025-07-20');
    await accept('2025-03', '31');
    await accept('2025-04', '30');
    expect(await told(accept('2025-05', '31'))).toBe('yearGrant.aboveLine 60000 40000 20000');
    yearId = await decideYear('2,000.00', 'more posts');
    await village.pay(50_000n, '2025-05-10');
    // What the revision has open is less what was granted under the plan before it.
    expect(await told(accept('2025-05', '31'))).toBe('yearGrant.aboveFree 60000 30000 30000');
    expect(await told(accept('2025-05', '15.5'))).toBe('done');
    expect(await freeOn('2025-07-20')).toBe(0n);
    expect(await breaks()).toEqual([]);
  });

  it('are in no revision of the year left out, before a distribution takes them over or after', async () => {
    village.services.clock.moveTo('2025-07-20');
    await accept('2025-04', '30');
    expect(await told(decideYear('599.99', 'less'))).toMatch(/^yearPlan.belowGiven .* 59999 60000 1$/);
    await village.approvedPlan([claimOf(70_000n)]);
    expect(await told(decideYear('699.99', 'less'))).toMatch(/^yearPlan.belowGiven .* 69999 70000 1$/);
    expect(await told(decideYear('700.00', 'less'))).toBe('done');
    expect(await breaks()).toEqual([]);
  });

  it('go out once the plan that stands for the year is approved, a revision as the first', async () => {
    await accept('2025-04', '30');
    expect(await told(pay('100.00'))).toBe('done');
    await opened.database.inTransaction(village.id, async (tx) => {
      await tx.update(CollectiveEntity, { id: village.id }, { routeId: USUAL_ROUTE });
      await recordChange(tx, CollectiveEntity, { id: village.id });
    });
    yearId = await decideYear('1,700.00', 'more');
    // Decided: a month may be granted. Its sheet does not hang yet: nothing of the year is paid.
    village.services.clock.moveTo('2025-05-31');
    expect(await told(accept('2025-05', '31'))).toBe('done');
    expect(await told(pay('100.00'))).toMatch(/^payouts.planUnpublished pv 2025-01-01 2025-12-31/);
    expect(await breaks()).toEqual([]);
  });

  it('that are taken back are promised by the line that took them over, and granted anew once', async () => {
    const entryId = await accept('2025-04', '30');
    village.services.clock.moveTo('2025-07-20');
    const { id: planId, claimIds } = await village.approvedPlan([claimOf(60_000n)]);
    expect(await lineOf(planId)).toEqual([60_000n, 60_000n, 60_000n]);
    await village.reverse(entryId);
    expect(await lineOf(planId)).toEqual([60_000n, 0n, 0n]);
    expect(await freeOn('2025-07-20')).toBe(140_000n);
    expect(await breaks()).toEqual([]);
    await accept('2025-04', '30', claimIds[0]);
    expect(await lineOf(planId)).toEqual([60_000n, 60_000n, 0n]);
    expect([await freeOn('2025-07-20'), await breaks()]).toEqual([140_000n, []]);
  });

  it('of months after a half year stay with the year, and lessen what it has left', async () => {
    village.services.clock.moveTo('2025-08-20');
    await accept('2025-07', '31');
    const { id: planId } = await village.approvedPlan([claimOf(60_000n)]);
    expect(await lineOf(planId)).toEqual([60_000n, 0n, 0n]);
    const { ground } = await village.services.plans.requirePlan(village.id, planId);
    expect(ground?.yearPlan?.left).toEqual({ posts: 100_000n });
    expect(await freeOn('2025-08-20')).toBe(80_000n);
    village.services.clock.moveTo('2025-09-20');
    // Of 1,600.00 of the year 600.00 are July's and 600.00 the half year's.
    expect(await told(accept('2025-08', '31'))).toBe('yearGrant.aboveLine 60000 40000 20000');
    expect(await breaks()).toEqual([]);
  });
});
