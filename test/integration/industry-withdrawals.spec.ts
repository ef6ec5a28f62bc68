import { DataSource } from 'typeorm';
import type { IndustryForm } from '../../src/domain/uses/industry';
import type { StageForm } from '../../src/domain/uses/industry-entries';
import { dataSourceOptions } from '../../src/platform/database/data-source-options';
import * as withdrawals from '../../src/platform/database/migrations/industry-withdrawals.migrations';
import { expectSoundBooks } from '../books/invariants';
import { describeOnEachEngine, type OpenDatabase } from '../support/engines';
import { addPerson } from '../support/people';
import { ownPasses, Tampering } from '../support/tampering';
import { ACCOUNTANT, claimOf, DEPUTY, Village } from '../support/village';
import { industryOn, workSheetsOn } from '../support/works';
import { PROJECT, STAGE } from './industry.fixture';
import { earnRent } from './plan-village.fixture';
import { codesOf, PERSON, wordsOf } from './works.fixture';

describeOnEachEngine('an industry project that was typed wrongly', (open) => {
  let opened: OpenDatabase;
  let village: Village;
  let planId: string;
  let claimId: string;
  let projectId: string;

  const on = () => industryOn(opened.database, village.services);
  const openProject = async (form: Partial<IndustryForm> = {}): Promise<string> =>
    (await on().stages.openProject(village.id, { ...PROJECT, claimId, ...form }, ACCOUNTANT)).id;
  const enter = (form: Partial<StageForm> = {}) =>
    on().stages.enterStage(village.id, { projectId, form: { ...STAGE, ...form } }, ACCOUNTANT);
  const accept = (stageId: string) =>
    on().stages.acceptStage(village.id, { projectId, stageId, acceptedOn: '2025-07-20' }, DEPUTY);
  const withdrawStage = (stageId: string) =>
    on().withdrawals.withdrawStage(village.id, { projectId, stageId, withdrawnWhy: 'wrong sum' }, ACCOUNTANT);
  const withdraw = (withdrawnWhy = 'typed wrongly', id = projectId) =>
    on().withdrawals.withdrawProject(village.id, { projectId: id, withdrawnWhy }, ACCOUNTANT);
  const link = () =>
    on().follow.linkHouseholds(
      village.id,
      {
        projectId,
        form: { linkedOn: '2025-07-01', linkWay: 'jobs', householdNumbers: '1', linkPaper: 'list' },
      },
      ACCOUNTANT,
    );
  const project = () => on().industry.requireProject(village.id, projectId);
  const told = async (): Promise<string[]> =>
    ownPasses(await village.services.check.checkBooks(village.id)).breaks.map(({ code }) => code);

  beforeAll(async () => {
    opened = await open();
    village = await Village.start(opened.database);
    await village.openWith(300_000n);
    await addPerson(opened.database, village.id, DEPUTY.by);
    const { members, households } = workSheetsOn(opened.database, village.services);
    const head = { villageGroup: '1', head: PERSON };
    const { id: householdId } = await members.enterHousehold(village.id, head, ACCOUNTANT);
    const status = { status: 'lifted_out', statusFrom: '2025-01-01', statusPaper: 'list' };
    await households.giveStatus({ collectiveId: village.id, householdId }, status, ACCOUNTANT);
    const industry = { bucket: 'industry', targetGroup: 'unknown', forWhat: 'sheds' };
    const plan = await village.approvedPlan([claimOf(150_000n), claimOf(10_000n, industry)]);
    planId = plan.id;
    claimId = plan.claimIds[1] ?? '';
    projectId = await openProject();
  });
  afterAll(() => opened.close());

  it('stays while a stage waits or is owed, or a return counts, and without a reason in words', async () => {
    const { id } = await enter();
    expect(await codesOf(withdraw())).toEqual(['industry.stagesStanding']);
    const { voucher } = await accept(id);
    expect(await codesOf(withdraw())).toEqual(['industry.stagesOwed']);
    await village.reverse(voucher.entryId);
    expect(await codesOf(withdraw())).toEqual(['industry.stagesStanding']);
    await withdrawStage(id);
    const rent = await earnRent(village, { kind: 'workshop', year: '2025', amount: '800.00' });
    const form = { returnYear: '2025', returnEntry: rent, returnAmount: '', returnWhy: 'paid for it' };
    await on().returns.noteReturn(village.id, { projectId, form }, ACCOUNTANT);
    expect(await codesOf(withdraw())).toEqual(['industry.returnsStanding']);
    const returnId = (await project()).cameBack[0]?.id ?? '';
    const none = { returnId, returnWithdrawnWhy: 'another shed' };
    await on().returns.withdrawReturn(village.id, { projectId, form: none }, ACCOUNTANT);
    expect(await codesOf(withdraw(' '))).toEqual(['form.missing']);
    expect(await codesOf(withdraw('of 341202193602290014'))).toEqual(['form.privateNumber']);
    expect(await codesOf(withdraw('wrong', 'gone'))).toEqual(['industry.unknown']);
    expect((await project()).withdrawn).toBeUndefined();
  });

  it('is withdrawn with its reason, takes nothing more, and its name is free', async () => {
    expect(await codesOf(openProject({ industryName: 'mush rooms' }))).toEqual(['industry.nameTaken']);
    await withdraw(' typed wrongly ');
    expect((await project()).withdrawn).toEqual({ on: '2025-07-20', why: 'typed wrongly' });
    expect(await codesOf(withdraw())).toEqual(['industry.withdrawn']);
    const looked = { lookedOn: '2025-07-19', finding: 'growing', householdGain: '' };
    const at = { projectId, form: looked };
    const acts = [enter(), link(), on().follow.noteReview(village.id, at, ACCOUNTANT)];
    const end = { projectId, form: { lastStageOn: '2025-07-10', dutyReason: '' } };
    acts.push(on().stages.finishProject(village.id, end, ACCOUNTANT));
    for (const refused of acts) expect(await codesOf(refused)).toEqual(['industry.withdrawn']);
    const gone = projectId;
    projectId = await openProject();
    expect(projectId).not.toBe(gone);
    expect(await codesOf(openProject())).toEqual(['industry.nameTaken']);
    await accept((await enter()).id);
    expect(await told()).toEqual([]);
    await expectSoundBooks(village);
  });

  it('takes its duty with it: a household that it named counts for the next one', async () => {
    const [owed] = (await project()).stages;
    await village.reverse(owed?.voucherEntryId ?? '');
    await withdrawStage(owed?.id ?? '');
    await link();
    const first = projectId;
    projectId = await openProject({ industryName: 'sheds' });
    await link();
    const duties = async () => {
      const known = await on().stages.listKnown(village.id);
      return known.slice(1).map(({ duty }) => duty && [duty.counted, duty.elsewhere.length]);
    };
    expect(await duties()).toEqual([
      [1, 0],
      [0, 1],
    ]);
    await withdraw('typed wrongly', first);
    expect(await duties()).toEqual([undefined, [1, 0]]);
    await withdraw();
  });

  it('keeps its claim from being granted whole no longer, once no other project of it stands', async () => {
    projectId = await openProject();
    expect(await codesOf(village.grant(planId, claimId))).toEqual(['grant.byStages']);
    await withdraw();
    await village.grant(planId, claimId);
    expect(await codesOf(openProject())).toEqual(['industry.claimUnknown']);
    expect(await told()).toEqual([]);
    await village.reverse((await village.vouchers()).at(-1)?.entryId ?? '');
    await expectSoundBooks(village);
  });

  it('goes, or takes the stage that another clerk enters at once, and the other one reads why', async () => {
    const said: string[] = [];
    for (let round = 0; round < 4; round += 1) {
      projectId = await openProject();
      const acts = [() => enter(), () => withdraw()];
      const tried = round % 2 === 0 ? acts : [...acts].reverse();
      const raced = await Promise.allSettled(tried.map((act) => act()));
      expect(raced.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
      said.push(...raced.flatMap((each) => (each.status === 'rejected' ? wordsOf(each.reason) : [])));
      const { withdrawn, stages } = await project();
      expect(stages).toHaveLength(withdrawn === undefined ? 1 : 0);
      if (withdrawn !== undefined) continue;
      await withdrawStage(stages[0]?.id ?? '');
      await withdraw();
    }
    const either = [
      '这个产业项目2025年7月20日已经撤了，不再记、不再验收；要做，重新登记一个。',
      '还有 1 段没有撤：先撤掉它们，再撤项目。',
    ];
    expect(said).toHaveLength(4);
    expect(said.filter((sentence) => !either.includes(sentence))).toEqual([]);
    const named = await Promise.allSettled(Array.from({ length: 6 }, () => openProject()));
    expect(named.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await told()).toEqual([]);
  });

  it('is checked: none is withdrawn of which a stage stands, and no name stands twice', async () => {
    const all = await on().industry.listProjects(village.id);
    const standing = all.filter((each) => each.withdrawn === undefined);
    projectId = standing[0]?.id ?? '';
    await enter();
    expect([standing.length, await told()]).toEqual([1, []]);
    const hand = await Tampering.on(opened);
    await hand.keep();
    await hand.run(
      `INSERT INTO industry_withdrawals
         (collective_id, project_id, withdrawn_on, why, entered_by, entered_at)
       SELECT collective_id, id, '2025-07-20', 'by hand', entered_by, entered_at FROM industry_projects
       WHERE id = '${projectId}'`,
    );
    expect(await told()).toEqual(['check.projectWithdrawnDiffers']);
    await hand.putBack();
    await hand.run('DELETE FROM industry_withdrawals');
    expect(await told()).toContain('check.projectNamedTwice');
    await hand.putBack();
    await hand.close();
  });

  it('was a row that stays as it was, with all that lies over it, when it may be withdrawn', async () => {
    const source = await new DataSource(dataSourceOptions(opened.settings, 'owner')).initialize();
    const over = ['projects', 'stages', 'acceptances', 'stage_withdrawals', 'links', 'returns'];
    const tables = [...over, 'return_withdrawals'].map((name) => `industry_${name}`);
    const rows = () =>
      Promise.all(tables.map((name) => source.query<object[]>(`SELECT * FROM ${name} ORDER BY 1, 2, 3`)));
    const before = await rows();
    expect(before.filter((each) => each.length === 0)).toEqual([]);
    const runner = source.createQueryRunner();
    await runner.query('DROP TABLE industry_withdrawals');
    await runner.startTransaction();
    for (const Step of withdrawals.industryWithdrawalMigrations) await new Step().up(runner);
    await runner.commitTransaction();
    expect(await rows()).toEqual(before);
    await expect(source.query("UPDATE industry_projects SET name = ''")).rejects.toThrow('append-only');
    await expect(source.query("UPDATE industry_returns SET reason = ''")).rejects.toThrow('append-only');
    await runner.release();
    await source.destroy();
  });
});
