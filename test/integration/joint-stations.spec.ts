import { GRID } from '../../src/domain/ledger/counterparty';
import { CrossTabsService } from '../../src/features/assets/cross-tabs.service';
import { MonthIncomeTasksService } from '../../src/features/months/month-income-tasks.service';
import { afterNext } from '../../src/features/months/month-task.view';
import { remarks } from '../../src/glossary/remarks';
import { describeOnEachEngine, type OpenDatabase } from '../support/engines';
import {
  codeOf,
  expectSoundJoint,
  type Joint,
  owedTo,
  SHARES,
  slipForm,
  startJoint,
} from '../support/joint-station';
import { surplusLinesOn } from '../support/surplus';
import { ACCOUNTANT, STATION } from '../support/village';

describeOnEachEngine('a joint station kept by a township', (open) => {
  let opened: OpenDatabase;
  let joint: Joint;

  beforeEach(async () => {
    opened = await open();
    joint = await startJoint(opened.database);
  });
  afterEach(() => opened.close());

  const expectSound = (): Promise<void> => expectSoundJoint(joint);

  it('books each owner his part of one slip, and nothing as the keeper’s income', async () => {
    const { waiting } = await joint.settle('2025-01', 1_003);
    expect(waiting).toEqual([]);
    // 1,003 kWh: fee 401.20, subsidy 351.05 → 40 % 160.48 and 140.42, 20 % 80.24 and 70.21
    expect(await owedTo(joint.keeper)).toEqual(['energy 40120 grid', 'subsidy 35105 grid']);
    expect(await owedTo(joint.east)).toEqual(['energy 16048 Township', 'subsidy 14042 Township']);
    expect(await owedTo(joint.west)).toEqual(['energy 8024 Township', 'subsidy 7021 Township']);
    const lines = (await joint.keeper.vouchers()).flatMap((voucher) => voucher.postings);
    expect(lines.some((line) => line.poolFlow !== undefined)).toBe(false);
    const way = lines.filter((line) => line.counterparty === 'transit');
    expect(way.reduce((sum, line) => sum + (line.side === 'debit' ? line.amount : -line.amount), 0n)).toBe(
      0n,
    );
    const { departures } = joint.services;
    const out = (leftOn: string) => {
      const why = { departureReason: 'scrapped', paper: 'list', approvedBy: 'all' };
      const form = { departureWay: 'struckOff', leftOn, ...why };
      return departures.record(joint.keeper.id, { assetId: joint.station, form }, ACCOUNTANT);
    };
    // What the grid owes and what waits for the owners is one money: 401.20 and 351.05.
    const facts = { asset: 'Joint station', amount: 75_225n };
    await expect(out('2025-07-20')).rejects.toMatchObject({
      problems: [{ code: 'departure.runs' }, { code: 'departure.unsettled', facts }],
    });
    await expectSound();
  });

  it('finds an owner whose name was kept with a blank, and says whose books are not here', async () => {
    const rows = SHARES.map((row) =>
      row.owner === 'East cooperative' ? { ...row, owner: `${row.owner}\u3000` } : row,
    );
    await opened.close();
    opened = await open();
    joint = await startJoint(opened.database, { rows });
    await joint.settle('2025-01', 1_003);
    expect(await owedTo(joint.east)).toEqual(['energy 16048 Township', 'subsidy 14042 Township']);
    const { joint: read } = joint.services;
    expect(await read.listElsewhere(joint.keeper.id, rows)).toEqual(['Beyond the river']);
    await expectSound();
  });

  it('enters the station in an owner’s register with his part of cost and funds', async () => {
    await joint.settle('2025-01', 1_000);
    const [own] = await joint.services.assets.listAssets(joint.east.id);
    expect(own?.asset).toMatchObject({ kind: 'jointPvStation', cost: 16_800_000n, keeper: 'Township' });
    expect(own?.funds).toEqual([{ level: 'central', year: 2018, amount: 16_800_000n }]);
    const typed = { ...slipForm, assetId: own?.asset.id ?? '' };
    expect(await codeOf(joint.services.slips.recordSettlement(joint.east.id, typed, ACCOUNTANT))).toBe(
      'joint.keptByOther',
    );
    const at = { collectiveId: joint.east.id, assetId: own?.asset.id ?? '' };
    const record = { kind: 'reset', on: '2025-02-01', readingWas: '9', readingIs: '0', multiplier: '' };
    const noted = joint.services.meters.recordEvent(
      at,
      { ...record, meterNumber: '', reason: '' },
      ACCOUNTANT,
    );
    expect(await codeOf(noted)).toBe('joint.keptByOther');
    const price = {
      validFrom: '2025-02-01',
      energyPrice: '1',
      subsidyPrice: '0',
      pricePaper: '',
      reason: '',
    };
    expect(await codeOf(joint.services.prices.recordPrice(at, price, ACCOUNTANT))).toBe('joint.keptByOther');
  });

  it('lets an owner cut what came over with his opening: the keeper has no slip of it', async () => {
    const { assets, openings, subsidyCuts } = joint.services;
    const form = { ...STATION, kind: 'jointPvStation', name: 'Joint station', ownShareKey: '01' };
    const shareTable = { validFrom: '2024-12-01', rows: SHARES };
    const wish = { ...form, acquiredOn: '2024-12-01', keeper: 'Township', shareTable };
    const { id: assetId } = await assets.addAsset(joint.east.id, wish, ACCOUNTANT);
    const owed = {
      assetId,
      stream: 'subsidy',
      month: '2024-12',
      amount: 50_000n,
      counterparty: GRID,
    } as const;
    const opening = { on: '2025-01-01', bank: [], receivables: [owed] };
    await openings.recordShort(joint.east.id, opening, ACCOUNTANT);
    await joint.settle('2025-01', 1_000);
    const [open] = await subsidyCuts.listOpen(joint.east.id);
    expect(open).toMatchObject({ assetId, aboutPeriod: '2024-12', counterparty: 'grid', joint: false });
    const cut = (cutKind: string): Promise<string> => {
      const typed = { cutKind, cutOn: '2025-07-10', byPaper: 'Notice 7', reason: 'next batch' };
      const amounts = { [open?.id ?? '']: '1.00' };
      return codeOf(subsidyCuts.recordCut(joint.east.id, { ...typed, amounts }, ACCOUNTANT));
    };
    expect(await cut('writtenOff')).toBe('done');
    expect(await cut('keptOwing')).toBe('done');
    expect((await joint.east.owed()).map(({ outstanding }) => outstanding)[0]).toBe(49_900n);
    await expectSound();
  });

  it('is added up with the registers of its owners, and not with its keeper’s as well', async () => {
    await joint.settle('2025-01', 1_000);
    const { assets, funds } = await new CrossTabsService(opened.database).sumsOf(
      [joint.keeper.id, joint.east.id],
      '2025-07-20',
    );
    const own = { count: 1, sum: 16_800_000n };
    expect(assets).toEqual([expect.objectContaining({ ...own, kind: 'jointPvStation' })]);
    expect(funds).toEqual([{ ...own, level: 'central', year: '2018' }]);
  });

  it('passes what came on to the owners, to the fen in the end, and pays them no more', async () => {
    await joint.settle('2025-01', 1_003);
    const [energy] = await joint.keeper.owed();
    await joint.keeper.receive([{ id: energy?.id ?? '', outstanding: 10_001n }], '2025-02-20');
    const owners = async (): Promise<string[]> =>
      (await joint.services.joint.listOwed(joint.keeper.id)).map(
        ({ owner, owed: sum }) => `${owner} ${String(sum)}`,
      );
    expect(await owners()).toEqual([
      'Beyond the river 4001',
      'East cooperative 4000',
      'West cooperative 2000',
    ]);
    const pay = (amounts: Record<string, string>, paidOn = '2025-02-21'): Promise<unknown> =>
      joint.services.jointPayments.payOwners(joint.keeper.id, { paidOn, amounts }, ACCOUNTANT);
    expect(await codeOf(pay({ 'East cooperative': '40.01' }))).toBe('joint.aboveOwed');
    expect(await codeOf(pay({ Nobody: '1.00' }))).toBe('joint.notOwed');
    expect(await codeOf(pay({}))).toBe('joint.nobody');
    await pay({ 'East cooperative': '40.00', 'West cooperative': '20.00' });
    expect(await owners()).toEqual(['Beyond the river 4001', 'East cooperative 0', 'West cooperative 0']);
    await joint.keeper.receive(await joint.keeper.owed(), '2025-03-20');
    // Fee and subsidy whole: 300.90, 300.90 − 40.00, 150.45 − 20.00 of the 752.25.
    expect(await owners()).toEqual([
      'Beyond the river 30090',
      'East cooperative 26090',
      'West cooperative 13045',
    ]);
    await joint.east.receive(await joint.east.owed(), '2025-03-21');
    await expectSound();
  });

  it('promises the keeper nothing of what is owed to the owners, and asks him to pass it on', async () => {
    await joint.settle('2025-01', 1_003);
    const { assets, incomeRead, rents, links, subsidyAdvances, ...rest } = joint.services;
    const { joint: reading } = rest;
    const lines = surplusLinesOn(joint.services);
    const period = { pool: 'pv', to: '2025-06-30' } as const;
    expect(await lines.subsidyRemark(joint.keeper.id, period)).toBe(
      remarks.ownersSubsidyWaits(['Joint station'], 35_105n),
    );
    const tasks = new MonthIncomeTasksService(assets, incomeRead, rents, links, subsidyAdvances);
    const listed = await tasks.listTasks(joint.keeper.id, '2025-02');
    expect(listed.map(({ id, amount, moves }) => [id.split(':')[0], amount, moves?.amount])).toEqual([
      ['slip', 75_225n, undefined],
      ['receipt', 40_120n, 0n],
      ['receipt', 35_105n, 0n],
    ]);
    expect(afterNext(listed, 'pv', 0n)).toBeUndefined();
    // Its owner waits for the slip of February, and has nothing to do about it.
    const waiting = (await tasks.listTasks(joint.west.id, '2025-03')).filter(
      ({ state }) => state === 'locked',
    );
    expect(waiting).toMatchObject([{ kind: 'settlement', subject: 'Joint station' }]);
    expect(waiting[0]?.note).toContain('不用村里做');
    expect(waiting[0]?.href).toBeUndefined();
    const [energy] = await joint.keeper.owed();
    await joint.keeper.receive([{ id: energy?.id ?? '', outstanding: 10_001n }], '2025-03-05');
    const toPassOn = () =>
      Promise.all(['2025-02-28', '2025-03-31'].map((day) => reading.sumToPassOn(joint.keeper.id, day)));
    expect(await toPassOn()).toEqual([0n, 10_001n]);
    const form = { paidOn: '2025-04-01', amounts: { 'East cooperative': '40.00' } };
    await joint.services.jointPayments.payOwners(joint.keeper.id, form, ACCOUNTANT);
    expect(await toPassOn()).toEqual([0n, 6_001n]);
  });

  it('serves an owner whose month is closed in his open month, about the month of generation', async () => {
    for (const month of ['2025-01', '2025-02']) await joint.west.hold(month);
    await joint.settle('2025-01', 1_000);
    const [late] = await joint.west.vouchers();
    expect(late).toMatchObject({ postedOn: '2025-03-01', aboutPeriod: '2025-01' });
    expect((await joint.east.vouchers())[0]).toMatchObject({
      postedOn: '2025-02-05',
      aboutPeriod: '2025-01',
    });
    await expectSound();
  });

  it('keeps the keeper’s month open while a part is on its way, and sends it again', async () => {
    joint.clock.moveTo('2025-02-10');
    // West has typed the slip of the month itself, as before the township kept the station.
    const { id } = await joint.services.assets.addAsset(
      joint.west.id,
      {
        ...{
          kind: 'jointPvStation',
          name: 'Joint station',
          cost: '84,000.00',
          titleHolder: 'West cooperative',
        },
        ...{ acquiredOn: '2018-06-30', capacityKw: '100', meterMultiplier: '10', energyPrice: '0.40' },
        ...{ subsidyPrice: '0.35', keeper: 'Township', ownShareKey: '02' },
        funds: [{ level: 'central', year: '2018', amount: '84,000.00' }],
        shareTable: {
          validFrom: '2024-12-01',
          rows: [
            { key: '02', label: 'Old two', share: '20%', owner: 'West cooperative' },
            { key: '99', label: 'Others', share: '80%', owner: 'Others' },
          ],
        },
      },
      ACCOUNTANT,
    );
    const typed = await joint.services.slips.recordSettlement(
      joint.west.id,
      { ...slipForm, assetId: id },
      ACCOUNTANT,
    );
    const { waiting } = await joint.settle('2025-01', 1_000);
    expect(waiting?.map(({ part, refusal }) => `${part.owner} ${refusal.code}`)).toEqual([
      'West cooperative joint.slipThere',
    ]);
    joint.clock.moveTo('2025-07-20');
    expect(await codeOf(joint.keeper.hold('2025-01'))).toBe('done');
    expect(await codeOf(joint.keeper.hold('2025-02'))).toContain('months.partsOnTheWay');
    await joint.west.reverse(typed.voucher?.entryId ?? '', '2025-02-10');
    expect(await joint.services.slips.send(joint.keeper.id)).toEqual([]);
    expect(await owedTo(joint.west)).toEqual(['energy 8000 Township', 'subsidy 7000 Township']);
    expect((await joint.services.assets.listAssets(joint.west.id)).map(({ asset }) => asset.id)).toEqual([
      id,
    ]);
    await expectSound();
  });

  it('takes a slip back out of every owner’s books with the keeper’s, then takes the right one', async () => {
    const wrong = await joint.settle('2025-01', 1_000);
    const desk = joint.services.desk;
    const [own] = await joint.east.vouchers();
    expect(await codeOf(joint.east.reverse(own?.entryId ?? ''))).toBe('joint.reversedByKeeper');
    const part = (await joint.keeper.vouchers()).find((voucher) => voucher.event === 'income.partTaken');
    expect(await codeOf(joint.keeper.reverse(part?.entryId ?? ''))).toBe('joint.partOfSlip');
    const form = { entryId: wrong.voucher?.entryId ?? '', reason: 'wrongAmount', postedOn: '2025-03-02' };
    await desk.reverseVoucher(joint.keeper.id, form, ACCOUNTANT);
    expect(await owedTo(joint.east)).toEqual([]);
    expect(await owedTo(joint.west)).toEqual([]);
    const right = await joint.settle('2025-01', 900);
    expect(await owedTo(joint.east)).toEqual(['energy 14400 Township', 'subsidy 12600 Township']);
    // Whose books begin after the slip has his part among what they begin with.
    await joint.services.collectives.createCollective({
      ...{ parentId: joint.keeper.id, kind: 'village', name: 'Beyond', routeId: null, contacts: [] },
      ...{ organisationName: 'Beyond the river', regionPath: ['341200'], noticeLabel: 'Beyond' },
      booksOpenOn: '2025-02-06',
    });
    const { parts } = await joint.services.joint.requireSlip(joint.keeper.id, right.id);
    expect(parts.map(({ ownerId, booksFrom }) => booksFrom ?? ownerId)).toEqual([
      '2025-02-06',
      joint.east.id,
      joint.west.id,
    ]);
    await expectSound();
  });
});
