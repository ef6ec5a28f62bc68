import { PostWagesService } from '../../src/features/distribution/post-wages.service';
import { CollectiveEntity } from '../../src/features/collectives/collective.entity';
import { recordChange } from '../../src/platform/audit/records';
import { attendanceOn } from '../support/attendance';
import { describeOnEachEngine, type OpenDatabase } from '../support/engines';
import { USUAL_ROUTE } from '../support/kit-routes';
import { addPerson } from '../support/people';
import { appointForm, enterPerson, postForm, postsOf, standardForm } from '../support/posts';
import { NAMED_PAPERS } from '../support/step-papers';
import { typedLine, typedVoucher } from '../support/vouchers';
import { ACCOUNTANT, claimOf, DEPUTY, OFFICER, Village } from '../support/village';
import { yearForm, yearPlansOn, yearUse } from '../support/year-plans';

const COUNTS = { due: '40', present: '40', inFavour: '40', against: '0', abstained: '0' };

/** What a refusal is and its facts, or `done`. */
const told = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'done',
    (error: unknown) => {
      const { code, facts, problems } = error as {
        code?: string;
        facts?: Record<string, unknown>;
        problems?: readonly { code: string; facts?: Record<string, unknown> }[];
      };
      const [first = { code, facts }] = problems ?? [];
      return [first.code, ...Object.values(first.facts ?? {}).map(String)].join(' ');
    },
  );

/** Wages month by month under the plan of the year; the half year's distribution settles them in July. */
describeOnEachEngine('wages under the plan of the year', (open) => {
  let opened: OpenDatabase;
  let village: Village;
  let years: ReturnType<typeof yearPlansOn>;
  let yearId: string;
  let appointment: string;

  const wages = () => {
    const { clock, monthGrants } = village.services;
    const attendance = attendanceOn(opened.database, clock, village.services);
    return { attendance, wages: new PostWagesService(opened.database, clock, attendance, monthGrants) };
  };
  /** A yearly plan of so much for posts, taken through every step that decides. */
  const decideYear = async (amount: string, changeWhy = ''): Promise<string> => {
    const form = yearForm({ uses: [yearUse({ amount })], changeWhy });
    const { id } = await years.drafting.draftPlan(village.id, form, ACCOUNTANT);
    const { digest } = await years.deciding.submitPlan(village.id, id, ACCOUNTANT);
    const { steps } = await years.reading.requirePlan(village.id, id);
    for (const [index, step] of steps.entries()) {
      const heldOn = village.services.clock.today();
      const noted = { stepNumber: String(index + 1), heldOn, stepPaper: 'paper', ...NAMED_PAPERS };
      const command = ACCOUNTANT;
      if (step.kind === 'meeting')
        await years.deciding.recordMeeting(village.id, id, { form: { ...noted, ...COUNTS }, command });
      else if (step.kind === 'review')
        await years.deciding.reviewPlan(village.id, id, {
          form: { outcome: 'passed', reason: '', digest },
          command: OFFICER,
        });
    }
    return id;
  };
  /** Somebody enters the days of a month, another accepts them. @returns the voucher */
  const accept = async (month: string, days: string, by = yearId): Promise<string> => {
    const { attendance, wages: accepting } = wages();
    const form = { month, days: { [appointment]: days }, attendanceReason: '' };
    const { id: sheetId } = await attendance.enterSheet(village.id, form, ACCOUNTANT);
    const acceptedOn = village.services.clock.today();
    const asked = { sheetId, claimId: by, acceptedOn };
    return (await accepting.acceptSheet(village.id, asked, DEPUTY)).voucher.entryId;
  };
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
  const breaks = async () => (await village.services.check.checkBooks(village.id)).breaks;
  const lineOf = async (planId: string) => {
    const { lines } = await village.services.plans.requirePlan(village.id, planId);
    const line = lines.find(({ bucket }) => bucket.id === 'posts');
    return line && [line.amount, line.granted, line.takenOver];
  };
  const freeOn = async (day: string) =>
    await village.services.promises.leastFreeFrom(village.id, { pool: 'pv', day });
  const undistributedOn = (day: string) =>
    village.services.surplus.undistributed(village.id, { pool: 'pv', day });

  beforeEach(async () => {
    opened = await open();
    village = await Village.start(opened.database);
    village.services.clock.moveTo('2025-04-30');
    years = yearPlansOn(village.services);
    await village.openWith(200_000n);
    await addPerson(opened.database, village.id, DEPUTY.by);
    const on = postsOf(opened.database, village);
    const li = { personName: 'Li Si', identity: '341202199912311236', status: 'lifted_out' };
    await enterPerson(on, village.id, li);
    const { id: postId } = await on.posts.openPost(village.id, postForm(), ACCOUNTANT);
    const at = { collectiveId: village.id, postId };
    await on.posts.setStandard(at, standardForm({ standardFrom: '2025-02' }), ACCOUNTANT);
    appointment = (await on.appointments.appoint(at, appointForm(), ACCOUNTANT)).id;
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
