import { PlanSettlingService } from '../../src/features/distribution/plan-settling.service';
import { describeOnEachEngine, type OpenDatabase } from '../support/engines';
import { paidGrantsOn } from '../support/owed';
import { ACCOUNTANT, claimOf, Village } from '../support/village';
import { typedLine, typedVoucher } from '../support/vouchers';

/** 1,000.00 of the station's pool; a plan gives 700.01 to posts by two claims and 150.00 to works. */
describeOnEachEngine('what became of the lines of a plan', (open) => {
  let opened: OpenDatabase;
  let village: Village;
  let planId: string;
  let cleaning: string;
  let sweeping: string;

  const today = (): string => village.services.clock.today();
  const told = async () => {
    const service = new PlanSettlingService(opened.database, paidGrantsOn(opened.database, village));
    const plan = await village.services.plans.requirePlan(village.id, planId);
    return (await service.settlingOf(plan)).map(({ amount, paid, toPay, left, released }) => {
      expect(paid + toPay + left + released).toBe(amount);
      return [amount, paid, toPay, left, released].map(Number);
    });
  };
  const pay = (yuan: string) => {
    const debit = typedLine({ ledgerAccount: '213', debit: yuan, pool: 'pv' });
    const lines = [debit, typedLine({ ledgerAccount: '102', credit: yuan })];
    const by = { preparedBy: 'ann', reviewedBy: 'ben' };
    return village.services.manualVouchers.postVoucher(
      village.id,
      typedVoucher({ postedOn: today(), lines }),
      by,
    );
  };

  beforeAll(async () => {
    opened = await open();
    village = await Village.start(opened.database);
    await village.openWith(100_000n);
    const { id } = await village.draft([
      claimOf(60_000n),
      claimOf(10_001n, { forWhat: 'sweeping' }),
      claimOf(15_000n, { bucket: 'labour', targetGroup: 'unknown', forWhat: 'ditches' }),
    ]);
    planId = id;
  });
  afterAll(() => opened.close());

  it('is nothing before it is decided', async () => {
    expect(await told()).toEqual([]);
    await village.submit(planId);
    expect(await told()).toEqual([]);
  });

  it('is told to the fen, of a line of several claims together', async () => {
    await village.meet(planId);
    await village.review(planId);
    const { lines } = await village.services.plans.requirePlan(village.id, planId);
    [cleaning = '', sweeping = ''] = lines.flatMap(({ claims }) => claims.map(({ id }) => id));
    expect(await told()).toEqual([
      [70_001, 0, 0, 70_001, 0],
      [15_000, 0, 0, 15_000, 0],
    ]);
    await village.grant(planId, cleaning);
    await pay('250.33');
    expect((await told())[0]).toEqual([70_001, 25_033, 34_967, 10_001, 0]);
    const release = { releaseAmount: '0.01', releasedOn: today(), releaseReason: 'odd', paper: 'meeting 5' };
    const form = { claimId: sweeping, ...release };
    await village.services.releasing.release(village.id, { planId, form, command: ACCOUNTANT });
    await pay('349.67');
    expect(await told()).toEqual([
      [70_001, 60_000, 0, 10_000, 1],
      [15_000, 0, 0, 15_000, 0],
    ]);
  });
});
