import { DataSource } from 'typeorm';
import type { WorkForm } from '../../src/domain/uses/work';
import { dataSourceOptions } from '../../src/platform/database/data-source-options';
import { workWithdrawalMigrations } from '../../src/platform/database/migrations/work-withdrawals.migrations';
import { expectSoundBooks } from '../books/invariants';
import { describeOnEachEngine, type OpenDatabase } from '../support/engines';
import { addPerson } from '../support/people';
import { ownPasses, Tampering } from '../support/tampering';
import { ACCOUNTANT, claimOf, DEPUTY, Village } from '../support/village';
import { industryOn, workSheetsOn } from '../support/works';
import { codesOf, PERSON, SHEET, WORK, wordsOf } from './works.fixture';

describeOnEachEngine('a work that was typed wrongly', (open) => {
  let opened: OpenDatabase;
  let village: Village;
  let planId: string;
  let claimId: string;
  let workId: string;

  const on = () => workSheetsOn(opened.database, village.services);
  const openWork = async (form: Partial<WorkForm> = {}): Promise<string> =>
    (await on().sheets.openWork(village.id, { ...WORK, claimId, ...form }, ACCOUNTANT)).id;
  const enter = (id = workId) => on().sheets.enterSheet(village.id, { workId: id, form: SHEET }, ACCOUNTANT);
  const accept = (sheetId: string) =>
    on().sheets.acceptSheet(village.id, { workId, sheetId, acceptedOn: '2025-07-20' }, DEPUTY);
  const withdrawSheet = (sheetId: string) =>
    on().works.withdrawSheet(village.id, { workId, sheetId, withdrawnWhy: 'wrong days' }, ACCOUNTANT);
  const withdraw = (withdrawnWhy = 'named wrongly', id = workId) =>
    industryOn(opened.database, village.services).withdrawals.withdrawWork(
      village.id,
      { workId: id, withdrawnWhy },
      ACCOUNTANT,
    );
  const work = () => on().works.requireWork(village.id, workId);
  const told = async (): Promise<string[]> =>
    ownPasses(await village.services.check.checkBooks(village.id)).breaks.map(({ code }) => code);

  beforeAll(async () => {
    opened = await open();
    village = await Village.start(opened.database);
    await village.openWith(300_000n);
    await addPerson(opened.database, village.id, DEPUTY.by);
    const { members } = on();
    const other = { ...PERSON, personName: 'Wang Wu', identity: '34120219850615009X' };
    for (const head of [PERSON, other])
      await members.enterHousehold(village.id, { villageGroup: '1', head }, ACCOUNTANT);
    const labour = { bucket: 'labour', targetGroup: 'unknown', forWhat: 'ditches' };
    const plan = await village.approvedPlan([claimOf(150_000n), claimOf(130_000n, labour)]);
    planId = plan.id;
    claimId = plan.claimIds[1] ?? '';
    workId = await openWork();
  });
  afterAll(() => opened.close());

  it('stays while a sheet of it waits or is owed, and without a reason in words', async () => {
    const { id } = await enter();
    expect(await codesOf(withdraw())).toEqual(['works.sheetsStanding']);
    const { voucher } = await accept(id);
    expect(await codesOf(withdraw())).toEqual(['works.sheetsOwed']);
    await village.reverse(voucher.entryId);
    expect(await codesOf(withdraw())).toEqual(['works.sheetsStanding']);
    await withdrawSheet(id);
    expect(await codesOf(withdraw(' '))).toEqual(['form.missing']);
    expect(await codesOf(withdraw('of 341202193602290014'))).toEqual(['form.privateNumber']);
    expect(await codesOf(withdraw('wrong', 'gone'))).toEqual(['works.unknown']);
    expect((await work()).withdrawn).toBeUndefined();
  });

  it('is withdrawn with its reason, takes nothing more, and its name is free', async () => {
    expect(await codesOf(openWork())).toEqual(['works.nameTaken']);
    await withdraw(' named wrongly ');
    expect((await work()).withdrawn).toEqual({ on: '2025-07-20', why: 'named wrongly' });
    expect(await codesOf(withdraw())).toEqual(['works.withdrawn']);
    expect(await codesOf(enter())).toEqual(['works.withdrawn']);
    const form = { finishedOn: '2025-07-20', finishReason: '' };
    const finish = on().sheets.finishWork(village.id, { workId, form }, ACCOUNTANT);
    expect(await codesOf(finish)).toEqual(['works.withdrawn']);
    const gone = workId;
    workId = await openWork();
    expect(workId).not.toBe(gone);
    expect(await codesOf(openWork())).toEqual(['works.nameTaken']);
    const { id } = await enter();
    await accept(id);
    expect(await told()).toEqual([]);
    await expectSoundBooks(village);
  });

  it('takes its total with it: the works that stand are judged without it', async () => {
    expect(await codesOf(openWork({ workName: 'road', workInvestment: '800.00' }))).toEqual([
      'works.totalsMissing',
    ]);
    const owed = (await work()).sheets[0];
    await village.reverse(owed?.voucherEntryId ?? '');
    await withdrawSheet(owed?.id ?? '');
    await withdraw();
    workId = await openWork({ workInvestment: '800.00' });
    expect((await work()).relief?.investment).toBe(80_000n);
    await withdraw();
  });

  it('keeps its claim from being granted whole no longer, once no other work of it stands', async () => {
    workId = await openWork();
    expect(await codesOf(village.grant(planId, claimId))).toEqual(['grant.bySheets']);
    await withdraw();
    await village.grant(planId, claimId);
    expect(await codesOf(openWork())).toEqual(['works.claimUnknown']);
    expect(await told()).toEqual([]);
    await village.reverse((await village.vouchers()).at(-1)?.entryId ?? '');
    await expectSoundBooks(village);
  });

  it('goes, or takes the sheet that another clerk enters at once, and the other one reads why', async () => {
    const said: string[] = [];
    for (let round = 0; round < 4; round += 1) {
      workId = await openWork();
      const acts = [() => enter(), () => withdraw()];
      const tried = round % 2 === 0 ? acts : [...acts].reverse();
      const raced = await Promise.allSettled(tried.map((act) => act()));
      expect(raced.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
      said.push(...raced.flatMap((each) => (each.status === 'rejected' ? wordsOf(each.reason) : [])));
      const { withdrawn, sheets } = await work();
      expect(sheets).toHaveLength(withdrawn === undefined ? 1 : 0);
      if (withdrawn !== undefined) continue;
      await withdrawSheet(sheets[0]?.id ?? '');
      await withdraw();
    }
    const either = [
      '这项工程2025年7月20日已经撤了，不再记工、验收；要做，重新登记一项。',
      '还有 1 张工单没有撤：先撤掉工单，再撤工程。',
    ];
    expect(said).toHaveLength(4);
    expect(said.filter((sentence) => !either.includes(sentence))).toEqual([]);
    const named = await Promise.allSettled(Array.from({ length: 6 }, () => openWork()));
    expect(named.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await told()).toEqual([]);
  });

  it('is checked: none is withdrawn of which a sheet stands, and no name stands twice', async () => {
    const standing = (await on().works.listWorks(village.id)).filter((each) => each.withdrawn === undefined);
    workId = standing[0]?.id ?? '';
    await enter();
    expect([standing.length, await told()]).toEqual([1, []]);
    const hand = await Tampering.on(opened);
    await hand.keep();
    await hand.run(
      `INSERT INTO work_withdrawals (collective_id, work_id, withdrawn_on, why, entered_by, entered_at)
       SELECT collective_id, id, '2025-07-20', 'by hand', entered_by, entered_at FROM works
       WHERE id = '${workId}'`,
    );
    expect(await told()).toEqual(['check.workWithdrawnDiffers']);
    await hand.putBack();
    await hand.run('DELETE FROM work_withdrawals');
    expect(await told()).toContain('check.workNamedTwice');
    await hand.putBack();
    await hand.close();
  });

  it('was a row that stays as it was, with all that lies over it, when works may be withdrawn', async () => {
    const source = await new DataSource(dataSourceOptions(opened.settings, 'owner')).initialize();
    // What a later step added is not there yet.
    for (const column of ['both_why', 'labour_why'])
      await source.query(`ALTER TABLE work_sheets DROP COLUMN ${column}`);
    await source.query('ALTER TABLE work_acceptances DROP COLUMN again_why');
    const tables = ['works', 'work_sheets', 'work_sheet_lines', 'work_acceptances', 'work_sheet_withdrawals'];
    const rows = () =>
      Promise.all(tables.map((name) => source.query<object[]>(`SELECT * FROM ${name} ORDER BY 1, 2, 3`)));
    const before = await rows();
    expect(before.filter((each) => each.length === 0)).toEqual([]);
    const runner = source.createQueryRunner();
    await runner.query('DROP TABLE work_withdrawals');
    await runner.startTransaction();
    for (const Step of workWithdrawalMigrations) await new Step().up(runner);
    await runner.commitTransaction();
    expect(await rows()).toEqual(before);
    await expect(source.query("UPDATE works SET name = ''")).rejects.toThrow('append-only');
    await runner.release();
    await source.destroy();
  });
});
