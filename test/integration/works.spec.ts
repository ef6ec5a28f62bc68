import type { CheckResult } from '../../src/domain/ledger/check-pass';
import type { WorkForm } from '../../src/domain/uses/work';
import type { WorkSheetForm } from '../../src/domain/uses/work-sheet';
import { expectSoundBooks } from '../books/invariants';
import { describeOnEachEngine, type OpenDatabase } from '../support/engines';
import { addPerson } from '../support/people';
import { ownPasses, Tampering } from '../support/tampering';
import { ACCOUNTANT, claimOf, DEPUTY, Village } from '../support/village';
import { workSheetsOn } from '../support/works';
import { codesOf, PERSON, SHEET, WORK } from './works.fixture';
import { expectIndustryStory, INDUSTRY_TAMPERED } from './industry.fixture';
import { approve, draftUnder, villageUnder } from './plan-village.fixture';

describeOnEachEngine('labour of small public works', (open) => {
  let opened: OpenDatabase;
  let village: Village;
  let planId: string;
  let claimId: string;
  let workId: string;

  const on = () => workSheetsOn(opened.database, village.services);
  const enter = (change: Partial<WorkSheetForm> = {}) =>
    on().sheets.enterSheet(village.id, { workId, form: { ...SHEET, ...change } }, ACCOUNTANT);
  const accept = (sheetId: string, by = DEPUTY) =>
    on().sheets.acceptSheet(village.id, { workId, sheetId, acceptedOn: '2025-07-20' }, by);
  const withdraw = (sheetId: string) =>
    on().works.withdrawSheet(village.id, { workId, sheetId, withdrawnWhy: 'wrong days' }, ACCOUNTANT);
  const statesOf = async (): Promise<string[]> =>
    (await on().works.requireWork(village.id, workId)).sheets.map(({ state }) => state);
  const granted = async (): Promise<bigint> => {
    const { lines } = await village.services.plans.requirePlan(village.id, planId);
    return lines.find(({ bucket }) => bucket.id === 'labour')?.granted ?? 0n;
  };

  beforeAll(async () => {
    opened = await open();
    village = await Village.start(opened.database);
    await village.openWith(300_000n);
    await addPerson(opened.database, village.id, DEPUTY.by);
    const { members, households } = on();
    const first = await members.enterHousehold(village.id, { villageGroup: '1', head: PERSON }, ACCOUNTANT);
    const other = { ...PERSON, personName: 'Wang Wu', identity: '34120219850615009X' };
    await members.enterHousehold(village.id, { villageGroup: '2', head: other }, ACCOUNTANT);
    const at = { collectiveId: village.id, householdId: first.id };
    const status = { status: 'lifted_out', statusFrom: '2025-01-01', statusPaper: 'list' };
    await households.giveStatus(at, status, ACCOUNTANT);
    const industry = { bucket: 'industry', targetGroup: 'unknown', forWhat: 'mushrooms' };
    const labour = { bucket: 'labour', targetGroup: 'unknown', forWhat: 'ditches' };
    const plan = await village.approvedPlan([
      claimOf(150_000n),
      claimOf(130_000n, labour),
      claimOf(10_000n, industry),
    ]);
    planId = plan.id;
    claimId = plan.claimIds[1] ?? '';
  });
  afterAll(() => opened.close());

  it('is for a claim of an approved plan, which is not granted whole from then on', async () => {
    const open = (form: Partial<WorkForm>) =>
      on().sheets.openWork(village.id, { ...WORK, ...form }, ACCOUNTANT);
    const { lines } = await village.services.plans.requirePlan(village.id, planId);
    const wages = lines.find(({ bucket }) => bucket.id === 'posts')?.claims[0]?.id ?? '';
    expect(await codesOf(open({ claimId: wages }))).toEqual(['works.claimUnknown']);
    workId = (await open({ claimId })).id;
    expect(await codesOf(open({ claimId }))).toEqual(['works.nameTaken']);
    expect(await codesOf(village.grant(planId, claimId))).toEqual(['grant.bySheets']);
  });

  it('is not entered for what the document forbids, or for days to come', async () => {
    expect(await codesOf(enter({ item: 'materials' }))).toEqual(['policy.ruleBroken FY-07L']);
    const hired = enter({ item: 'contractor', labourRows: '3 1 120' });
    expect(await codesOf(hired)).toEqual(['policy.ruleBroken FY-07L', 'works.rowNobody']);
    expect(await codesOf(enter({ to: '2025-07-21' }))).toEqual(['works.notOver']);
    expect(await statesOf()).toEqual([]);
  });

  it('is owed when somebody else accepted it, and by a reversal no more', async () => {
    const { id } = await enter();
    expect(await granted()).toBe(0n);
    expect(await codesOf(accept(id, ACCOUNTANT))).toEqual(['works.ownSheet']);
    expect(await codesOf(enter({ from: '2025-07-13', labourRows: '1 1 120' }))).toEqual(['works.daysTwice']);
    const early = { workId, sheetId: id, acceptedOn: '2025-07-19' };
    expect(await codesOf(on().sheets.acceptSheet(village.id, early, DEPUTY))).toEqual([
      'uses.acceptedBeforeEntry',
    ]);
    const { voucher } = await accept(id);
    expect(await granted()).toBe(114_000n);
    expect(await codesOf(accept(id))).toEqual(['works.sheetOwed']);
    expect(await codesOf(withdraw(id))).toEqual(['works.sheetOwed']);
    const sheet = (await on().works.requireSheet(village.id, { workId, sheetId: id })).sheet;
    expect(sheet.lines.map(({ amount, status }) => [amount, status !== undefined])).toEqual([
      [60_000n, true],
      [54_000n, false],
    ]);
    const booked = await village.services.books.requireEntry(village.id, voucher.entryId);
    expect(booked.preparedBy).toBe(sheet.enteredBy);
    expect(booked.postings.map(({ ledgerAccount, side }) => [ledgerAccount, side])).toEqual([
      ['514', 'debit'],
      ['213', 'credit'],
    ]);
    await village.reverse(voucher.entryId);
    expect([await granted(), ...(await statesOf())]).toEqual([0n, 'takenBack']);
    await accept(id);
    expect([await granted(), ...(await statesOf())]).toEqual([114_000n, 'owed']);
    await expectSoundBooks(village);
  });

  it('is never owed above what the plan gives it', async () => {
    const days = { from: '2025-07-01', to: '2025-07-02' };
    const above = enter({ ...days, labourRows: '1 2 80.01' });
    expect(await codesOf(above)).toEqual(['policy.ruleBroken FY-07p']);
    const fits = await enter({ ...days, labourRows: '1 2 80.00' });
    const { id } = await enter({ ...days, labourRows: '2 0.5 0.02' });
    await accept(fits.id);
    expect(await granted()).toBe(130_000n);
    expect(await codesOf(accept(id))).toEqual(['grant.aboveLine']);
    await withdraw(id);
    expect(await codesOf(accept(id))).toEqual(['works.sheetWithdrawn']);
    await village.reverse((await village.vouchers()).at(-1)?.entryId ?? '');
    await withdraw(fits.id);
  });

  it('of one sheet, accepted and withdrawn at once, goes one way', async () => {
    const outcomes = new Set<string>();
    for (let round = 0; round < 4; round += 1) {
      const { id } = await enter({ from: '2025-07-01', to: '2025-07-02', labourRows: '2 2 10.00' });
      const before = await granted();
      const acts = [() => accept(id), () => withdraw(id), () => accept(id)];
      const tried = round % 2 === 0 ? acts : [...acts].reverse();
      const raced = await Promise.allSettled(tried.map((act) => act()));
      const done = raced.filter(({ status }) => status === 'fulfilled');
      expect(done).toHaveLength(1);
      const state = (await statesOf()).at(-1) ?? '';
      outcomes.add(state);
      expect(await granted()).toBe(state === 'owed' ? before + 2_000n : before);
      if (state !== 'owed') continue;
      await village.reverse((await village.vouchers()).at(-1)?.entryId ?? '');
      await withdraw(id);
    }
    expect([...outcomes].filter((state) => !['owed', 'withdrawn'].includes(state))).toEqual([]);
    await expectSoundBooks(village);
  });

  it('that builds an asset is part of what it cost', async () => {
    const { construction, constructionRead, books } = village.services;
    const contract = { name: 'wall', contractor: 'builder', contractSum: '500.00' };
    const project = { ...contract, pool: 'earmarked', paper: 'contract 1' };
    const { id: projectId } = await construction.addProject(village.id, project, ACCOUNTANT);
    const open = (of: string) =>
      on().sheets.openWork(village.id, { ...WORK, claimId, workName: 'wall', projectId: of }, ACCOUNTANT);
    expect(await codesOf(open('gone'))).toEqual(['works.projectUnknown']);
    const ditch = workId;
    workId = (await open(projectId)).id;
    const { id } = await enter({ from: '2025-07-01', to: '2025-07-02', labourRows: '2 2 75.00' });
    const cost = async () => (await constructionRead.requireProject(village.id, projectId)).stand.cost;
    const { voucher } = await accept(id);
    const booked = await books.requireEntry(village.id, voucher.entryId);
    const lines = booked.postings.map((line) => [line.ledgerAccount, line.side, line.poolFlow]);
    expect(lines).toEqual([
      ['153', 'debit', 'granted'],
      ['213', 'credit', undefined],
    ]);
    expect(await cost()).toBe(15_000n);
    await village.reverse(voucher.entryId);
    expect(await cost()).toBe(0n);
    const { voucher: again } = await accept(id);
    const { id: late } = await enter({ from: '2025-07-03', to: '2025-07-03', labourRows: '2 1 10.00' });
    const fund = { level: 'county', year: '2025', amount: '150.00' };
    const act = { act: 'acceptance', happenedOn: '2025-07-20', amount: '', kept: '', keptDueOn: '' };
    const blank = {
      titleHolder: 'village',
      capacityKw: '',
      meterMultiplier: '',
      energyPrice: '',
      subsidyPrice: '',
    };
    const asset = { ...blank, name: 'wall', kind: 'infrastructure', assetClass: 'public', funds: [fund] };
    const form = { ...act, assetId: '', asset };
    const wall = await construction.record(village.id, { projectId, form }, ACCOUNTANT);
    const inBooks = await books.requireEntry(village.id, wall.entryId);
    expect(inBooks.postings.map(({ ledgerAccount, amount, pool }) => [ledgerAccount, amount, pool])).toEqual([
      ['151', 15_000n, 'pv'],
      ['153', 15_000n, 'pv'],
    ]);
    expect(await codesOf(accept(late))).toEqual(['construction.accepted']);
    expect(await codesOf(village.reverse(again.entryId))).toEqual(['construction.accepted']);
    await withdraw(late);
    workId = ditch;
    await expectSoundBooks(village);
  });

  it('stands beside industry, which is owed stage by stage and carries households along', async () => {
    const plan = await village.services.plans.requirePlan(village.id, planId);
    const [claim] = plan.lines.find(({ bucket }) => bucket.id === 'industry')?.claims ?? [];
    await expectIndustryStory({ village, opened, planId, claimId: claim?.id ?? '', codesOf });
  });

  it('is checked: no row, sum, acceptance or grant changes unseen', async () => {
    const check = (): Promise<CheckResult> => village.services.check.checkBooks(village.id);
    const told = async (): Promise<string[]> =>
      ownPasses(await check()).breaks.map(({ pass, code }) => `${pass} ${code}`);
    expect(await told()).toEqual([]);
    const hand = await Tampering.on(opened);
    await hand.keep();
    const owed =
      "sheet_id IN (SELECT sheet_id FROM work_acceptances WHERE accepted_by = 'deputy bookkeeper')";
    const cases: [sql: string, found: string][] = [
      [`UPDATE work_sheet_lines SET half_days = half_days - 1 WHERE ${owed}`, 'works check.sheetDiffers'],
      ['UPDATE work_sheets SET amount_fen = amount_fen + 1', 'works check.sheetDiffers'],
      ["UPDATE work_sheets SET entered_by = 'deputy bookkeeper'", 'works check.sheetGrantDiffers'],
      ['UPDATE project_labour SET amount_fen = amount_fen + 1', 'construction check.projectLabourDiffers'],
      ["UPDATE project_labour SET pool = 'members'", 'construction check.projectLabourDiffers'],
      ['DELETE FROM project_labour', 'construction check.projectLabourDiffers'],
      ['DELETE FROM work_acceptances', 'works check.grantWithoutSheet'],
      ...INDUSTRY_TAMPERED,
    ];
    for (const [sql, found] of cases) {
      await hand.run(sql);
      expect(await told()).toContain(found);
      await hand.putBack();
    }
    await hand.close();
  });

  it('is finished once every sheet is settled, and takes no more', async () => {
    const finish = () =>
      on().sheets.finishWork(
        village.id,
        { workId, form: { finishedOn: '2025-07-20', finishReason: '' } },
        ACCOUNTANT,
      );
    const { id } = await enter({ from: '2025-07-01', to: '2025-07-02', labourRows: '1 2 5.00' });
    expect(await codesOf(finish())).toEqual(['works.sheetsWaiting']);
    await withdraw(id);
    await finish();
    expect(await codesOf(finish())).toEqual(['works.finished']);
    expect(await codesOf(enter({ from: '2025-07-01', to: '2025-07-02' }))).toEqual(['works.finished']);
  });
});

/** 120.00 of labour each; the last column is what finishing the work asks for. */
describeOnEachEngine('labour of work for relief', (open) => {
  let opened: OpenDatabase;
  beforeAll(async () => (opened = await open()));
  afterAll(() => opened.close());

  it.each<{ region: string; today: string; use: string; funds: string[]; found: string[]; told: string[] }>([
    {
      ...{ region: '530113', today: '2024-07-20', use: 'living', funds: ['800.00', '', ''] },
      ...{ found: [], told: [] },
    },
    {
      ...{ region: '530113', today: '2024-07-20', use: 'living', funds: ['800.01', '', ''] },
      ...{ found: ['policy.reasonMissing DC-21d'], told: [] },
    },
    {
      ...{ region: '450000', today: '2022-07-20', use: 'target', funds: ['2000.00', '500.00', '300.00'] },
      ...{ found: [], told: [] },
    },
    {
      ...{ region: '450000', today: '2022-07-20', use: 'target', funds: ['2000.00', '500.00', '300.01'] },
      ...{ found: ['policy.ruleBroken GX-2-7a'], told: ['policy.ruleBroken GX-2-7a'] },
    },
  ])('under $region with $funds', async ({ region, today, use, funds, found, told }) => {
    const village = await villageUnder(opened, { region, today });
    const { works, sheets, members } = workSheetsOn(opened.database, village.services);
    await members.enterHousehold(
      village.id,
      { villageGroup: '1', head: { ...PERSON, fromDay: `${today.slice(0, 4)}-01-01` } },
      ACCOUNTANT,
    );
    const planId = await draftUnder(village, {
      wish: { region, today, reasons: region === '450000' ? { 'GX-3-6a2': 'later' } : {} },
      uses: { [use]: '200.00' },
    });
    await approve(village, planId);
    const { lines } = await village.services.plans.requirePlan(village.id, planId);
    const [workInvestment = '', workCentral = '', workRegion = ''] = funds;
    const claimId = lines[0]?.claims[0]?.id ?? '';
    const funded = { workInvestment, workCentral, workRegion };
    const form = { ...WORK, ...funded, claimId, workName: 'road' };
    const { id: workId } = await sheets.openWork(village.id, form, ACCOUNTANT);
    const days = { from: `${today.slice(0, 7)}-18`, to: `${today.slice(0, 7)}-19` };
    const sheet = { ...SHEET, ...days, labourRows: '1 2 60' };
    const { id: sheetId } = await sheets.enterSheet(village.id, { workId, form: sheet }, ACCOUNTANT);
    const at = { workId, sheetId, acceptedOn: today };
    const { voucher } = await sheets.acceptSheet(village.id, at, DEPUTY);
    const booked = await village.services.books.requireEntry(village.id, voucher.entryId);
    expect(booked.postings.map(({ ledgerAccount }) => ledgerAccount).slice(-1)).toEqual([
      (await village.services.ledger.requireChartOf(opened.database.reader, village.id)).roles.labourPayable,
    ]);
    const finish = (finishReason: string) =>
      sheets.finishWork(village.id, { workId, form: { finishedOn: today, finishReason } }, ACCOUNTANT);
    expect(await codesOf(finish(''))).toEqual(found);
    if (found.length > 0) expect(await codesOf(finish('yes'))).toContain('policy.reasonTooShort');
    if (found.length > 0) expect(await codesOf(finish('machines did the rest'))).toEqual(told);
    expect((await works.requireWork(village.id, workId)).finished === undefined).toBe(told.length > 0);
  });
});
