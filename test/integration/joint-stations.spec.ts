import { addMonths } from '../../src/domain/calendar/calendar-day';
import { shareLines } from '../../src/domain/collectives/share-lines';
import { DomainError } from '../../src/domain/shared/domain-error';
import { FormProblems } from '../../src/domain/shared/problem';
import { expectSoundBooks } from '../books/invariants';
import { describeOnEachEngine, type OpenDatabase } from '../support/engines';
import { type Joint, SHARES, startJoint } from '../support/joint-station';
import { Tampering } from '../support/tampering';
import { ACCOUNTANT, type Village } from '../support/village';

const codeOf = (refused: Promise<unknown>): Promise<string> =>
  refused.then(
    () => 'done',
    (error: unknown) => {
      if (error instanceof FormProblems) return error.problems.map(({ code }) => code).join();
      return error instanceof DomainError ? error.code : String(error);
    },
  );

describeOnEachEngine('a joint station kept by a township', (open) => {
  let opened: OpenDatabase;
  let joint: Joint;

  beforeEach(async () => {
    opened = await open();
    joint = await startJoint(opened.database);
  });
  afterEach(() => opened.close());

  /** What each of the books is owed, by stream. */
  const owed = async (village: Village): Promise<string[]> =>
    (await village.owed()).map(
      ({ stream, outstanding, payer }) => `${stream} ${String(outstanding)} ${payer}`,
    );
  const expectSound = async (): Promise<void> => {
    for (const each of [joint.keeper, joint.east, joint.west]) {
      await expectSoundBooks(each);
      const check = await joint.services.check.checkBooks(each.id);
      expect(check.breaks).toEqual([]);
    }
  };

  it('books each owner his part of one slip, and nothing as the keeper’s income', async () => {
    const { waiting } = await joint.settle('2025-01', 1_003);
    expect(waiting).toEqual([]);
    // 1,003 kWh: fee 401.20, subsidy 351.05 → 40 % 160.48 and 140.42, 20 % 80.24 and 70.21
    expect(await owed(joint.keeper)).toEqual(['energy 40120 grid', 'subsidy 35105 grid']);
    expect(await owed(joint.east)).toEqual(['energy 16048 Township', 'subsidy 14042 Township']);
    expect(await owed(joint.west)).toEqual(['energy 8024 Township', 'subsidy 7021 Township']);
    const lines = (await joint.keeper.vouchers()).flatMap((voucher) => voucher.postings);
    expect(lines.some((line) => line.poolFlow !== undefined)).toBe(false);
    const way = lines.filter((line) => line.counterparty === 'transit');
    expect(way.reduce((sum, line) => sum + (line.side === 'debit' ? line.amount : -line.amount), 0n)).toBe(
      0n,
    );
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
    expect(await owed(joint.west)).toEqual(['energy 8000 Township', 'subsidy 7000 Township']);
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
    expect(await owed(joint.east)).toEqual([]);
    expect(await owed(joint.west)).toEqual([]);
    await joint.settle('2025-01', 900);
    expect(await owed(joint.east)).toEqual(['energy 14400 Township', 'subsidy 12600 Township']);
    await expectSound();
  });

  it('gives every owner his part once, cut off between his books and the keeper’s', async () => {
    const { services, keeper, east, west } = joint;
    // The keeper's own voucher of each part fails, as if the program died there.
    const post = services.ledger.post.bind(services.ledger);
    const cut = jest.spyOn(services.ledger, 'post').mockImplementation((tx, id, entry) => {
      if (entry.event === 'income.partTaken') throw new Error('cut off');
      return post(tx, id, entry);
    });
    await expect(joint.settle('2025-01', 1_000)).rejects.toThrow('cut off');
    cut.mockRestore();
    expect((await east.vouchers()).length + (await west.vouchers()).length).toBe(1);
    expect(await codeOf(keeper.hold('2025-01'))).toBe('done');
    expect(await codeOf(keeper.hold('2025-02'))).toContain('months.partsOnTheWay');
    expect(await services.slips.send(keeper.id)).toEqual([]);
    expect(await services.slips.send(keeper.id)).toEqual([]);
    expect((await east.vouchers()).length).toBe(1);
    expect((await west.vouchers()).length).toBe(1);
    await expectSound();
  });

  it('splits by the new shares from their first month on, each owner’s register with them', async () => {
    const { services, keeper, station } = joint;
    await joint.settle('2025-01', 1_000);
    const rows = shareLines(
      SHARES.map((row) => (row.key === '02' ? { ...row, owner: 'East cooperative' } : row)),
    );
    const change = (validFrom: string): Promise<unknown> =>
      services.shareChanges.changeShares(
        keeper.id,
        { assetId: station, form: { validFrom, rows } },
        ACCOUNTANT,
      );
    expect(await codeOf(change('2025-01-01'))).toBe('joint.sharesSettled');
    await change('2025-02-01');
    await joint.settle('2025-02', 1_000);
    const months = (await joint.east.owed()).map(
      (each) => `${each.aboutPeriod} ${each.stream} ${String(each.amount)}`,
    );
    expect(months).toEqual([
      '2025-01 energy 16000',
      '2025-01 subsidy 14000',
      '2025-02 energy 24000',
      '2025-02 subsidy 21000',
    ]);
    expect((await joint.west.owed()).map(({ aboutPeriod }) => aboutPeriod)).toEqual(['2025-01', '2025-01']);
    const [own] = await services.assets.listAssets(joint.east.id);
    expect(own?.shareTables.map(({ validFrom }) => validFrom)).toEqual(['2024-12-01', '2025-02-01']);
    await expectSound();
  });

  it('gives the village of the pictures what its sheet says, from the keeper’s slips', async () => {
    await opened.close();
    opened = await open();
    joint = await startJoint(opened.database, {
      ...{ capacityKw: '1600', meterMultiplier: '8000', energyPrice: '0.3844', subsidyPrice: '0.4656' },
      acquiredOn: '2018-12-31',
      rows: [
        { key: '01', label: 'second', share: '6.25%', owner: 'West cooperative' },
        { key: '02', label: 'of the pictures', share: '6.25%', owner: 'East cooperative' },
        { key: '03', label: 'the other fourteen', share: '87.5%', owner: 'Beyond the river' },
      ],
    });
    const { services, keeper, east, station } = joint;
    const readings = [
      '1765.0050',
      '1777.4050',
      '1790.7805',
      '1804.7805',
      '1822.4010',
      '1842.3150',
      '1863.9375',
    ];
    const energies = ['99200', '107004', '112000', '140964', '159312', '172980'];
    for (const [index, energy] of energies.entries()) {
      const month = addMonths('2024-12', index);
      const form = {
        ...slipForm,
        ...{ assetId: station, generationMonth: month, postedOn: `${addMonths(month, 1)}-18`, energy },
        ...{ readingFrom: readings[index] ?? '', readingTo: readings[index + 1] ?? '' },
        ...{ energyPrice: '0.3844', subsidyPrice: '0.4656' },
      };
      await services.slips.recordSettlement(keeper.id, form, ACCOUNTANT);
    }
    const slips = await services.incomeRead.listSettlements(east.id);
    expect(slips.map((slip) => [slip.ownKwh, slip.ownEnergyFee])).toEqual([
      ['6200', 238_328n],
      ['6688', 257_077n],
      ['7000', 269_080n],
      ['8810', 338_666n],
      ['9957', 382_747n],
      ['10811', 415_584n],
    ]);
    expect(slips[0]?.ownSubsidy).toBe(288_672n);
    await expectSound();
  });

  it.each([
    { sql: 'UPDATE joint_parts SET energy_fen = energy_fen + 1', found: 'joint check.jointDiffers' },
    { sql: 'UPDATE joint_receipt_parts SET amount_fen = amount_fen - 1', found: 'joint check.jointDiffers' },
    { sql: 'UPDATE joint_payments SET amount_fen = amount_fen - 1', found: 'joint check.jointDiffers' },
    { sql: "UPDATE joint_deliveries SET entry_id = 'gone'", found: 'joint check.factWithoutEntry' },
  ])('is found changed by hand: $sql', async ({ sql, found }) => {
    await joint.settle('2025-01', 1_000);
    await joint.keeper.receive(await joint.keeper.owed(), '2025-03-20');
    const amounts = { 'East cooperative': '1.00' };
    await joint.services.jointPayments.payOwners(
      joint.keeper.id,
      { paidOn: '2025-03-21', amounts },
      ACCOUNTANT,
    );
    const hand = await Tampering.on(opened);
    await hand.keep();
    await hand.run(sql);
    const { breaks } = await joint.services.check.checkBooks(joint.keeper.id);
    expect(breaks.map(({ pass, code }) => `${pass} ${code}`)).toContain(found);
    await hand.putBack();
    await hand.close();
  });
});

const slipForm = {
  ...{ generationMonth: '2025-01', postedOn: '2025-02-05', readingFrom: '0', readingTo: '100' },
  ...{ energy: '1000', energyUnit: 'kWh', energyPrice: '0.40', priceUnit: 'yuan/kWh', subsidyPrice: '0.35' },
  ...{ energyAmount: '', subsidyAmount: '' },
};
