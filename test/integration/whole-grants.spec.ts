import { FormProblems } from '../../src/domain/shared/problem';
import { WholeGrantEntity } from '../../src/features/distribution/whole-grant.entity';
import { describeOnEachEngine, type OpenDatabase } from '../support/engines';
import { owedOn } from '../support/owed';
import { Tampering } from '../support/tampering';
import { ACCOUNTANT, claimOf, OFFICER, Village } from '../support/village';

/** What a plan promised people, granted as one sum without a list. */
describeOnEachEngine("people's money granted without a list", (open) => {
  let opened: OpenDatabase;
  let village: Village;
  let planId: string;
  let claims: string[];

  beforeAll(async () => {
    opened = await open();
    village = await Village.start(opened.database);
    await village.openWith(300_000n);
    const reward = { bucket: 'reward', targetGroup: 'unknown', forWhat: 'rewards' };
    const plan = await village.approvedPlan([claimOf(150_000n), claimOf(130_000n, reward)]);
    [planId, claims] = [plan.id, plan.claimIds];
  });
  afterAll(() => opened.close());

  const grant = (at: number, wholeWhy: string, by = OFFICER.by, byOffice = false) =>
    village.services.wholeGrants.grantClaim(
      village.id,
      { planId, claimId: claims[at] ?? '', grantedOn: '2025-07-20', wholeWhy, byOffice },
      { by },
    );
  const refused = (act: Promise<unknown>): Promise<string> =>
    act.then(
      () => 'done',
      (error: unknown) =>
        error instanceof FormProblems
          ? error.problems.map(({ code }) => code).join()
          : (error as { code: string }).code,
    );

  it('is granted by another than who drafted the plan, with a reason', async () => {
    expect(await refused(grant(0, '考勤是纸质的', ACCOUNTANT.by))).toBe('grant.ownPlan');
    expect(await refused(grant(0, ''))).toBe('grant.wholeWhy');
    expect(await refused(grant(0, '没有'))).toBe('policy.reasonTooShort');
    const { voucher } = await grant(0, ' 考勤是纸质的 ', OFFICER.by, true);
    const booked = await village.services.books.requireEntry(village.id, voucher.entryId);
    expect(booked.preparedBy).toBe(ACCOUNTANT.by);
    const { whole } = await owedOn(opened.database, village).read(village.id);
    expect(whole.map(({ claim, wholeWhy }) => [claim.bucket, wholeWhy])).toEqual([['posts', '考勤是纸质的']]);
  });

  it('once, by one of two at the same time', async () => {
    const both = await Promise.all([refused(grant(1, '张榜公示过')), refused(grant(1, '张榜公示过'))]);
    expect(both.sort()).toEqual(['done', 'grant.twice']);
    const rows = await opened.database.reader.findBy(WholeGrantEntity, { collectiveId: village.id });
    expect(rows.map(({ why, grantedBy }) => [why, grantedBy]).sort()).toEqual([
      ['张榜公示过', OFFICER.by],
      ['考勤是纸质的', OFFICER.by],
    ]);
  });

  it('is found by the check where who drafted stands as who granted', async () => {
    const codes = async (): Promise<string[]> => {
      const { breaks } = await village.services.check.checkBooks(village.id);
      return breaks.filter(({ pass }) => pass === 'grants').map(({ code }) => code);
    };
    expect(await codes()).toEqual([]);
    const hand = await Tampering.on(opened);
    await hand.run(`UPDATE whole_grants SET granted_by = '${ACCOUNTANT.by}'`);
    await hand.close();
    expect(await codes()).toEqual(['check.wholeGrantDiffers', 'check.wholeGrantDiffers']);
  });
});
