import type { Month } from '../../src/domain/calendar/calendar-day';
import { addMonths } from '../../src/domain/calendar/calendar-day';
import type { SlipTaxForm } from '../../src/domain/income/slip-tax';
import { yuanText } from '../../src/domain/money/fen';
import { describeOnEachEngine, type OpenDatabase } from '../support/engines';
import { codeOf, expectSoundJoint, type Joint, SHARES, slipForm, startJoint } from '../support/joint-station';
import { reconciliationOn } from '../support/reconciliation';
import { Tampering } from '../support/tampering';
import { ACCOUNTANT, STATION, type Village } from '../support/village';

/** 1,000 kWh a month: 400.00 of fee, 350.00 of subsidy; East 40 %, West 20 %. */
describeOnEachEngine('a joint station’s slip that prints tax', (open) => {
  let opened: OpenDatabase;
  let joint: Joint;

  beforeAll(async () => {
    opened = await open();
    joint = await startJoint(opened.database);
    // 5.00 of the keeper's own, for tax that he bears.
    await joint.keeper.openWith(500n, 'other');
  });
  afterAll(() => opened.close());

  const settle = (month: Month, tax: SlipTaxForm, on = `${addMonths(month, 1)}-05`) => {
    const slip = { ...slipForm, generationMonth: month, postedOn: on, assetId: joint.station, ...tax };
    const unread = { readingFrom: '', readingTo: '', withoutReadings: 'on' };
    return joint.services.slips.recordSettlement(joint.keeper.id, { ...slip, ...unread }, ACCOUNTANT);
  };
  const say = (bearerFrom: string, taxBearer: string) => {
    const at = { collectiveId: joint.keeper.id, assetId: joint.station };
    const form = { bearerFrom, taxBearer, bearerPaper: 'Agreement 3' };
    return joint.services.prices.recordBearer(at, form, ACCOUNTANT);
  };
  const fees = async (of: Village): Promise<string[]> =>
    (await of.owed())
      .filter(({ stream }) => stream === 'energy')
      .map(({ aboutPeriod, outstanding, tax, taxKept }) =>
        [aboutPeriod, outstanding, tax ?? '-', taxKept ?? '-'].map(String).join(' '),
      );
  const linesOf = async (of: Village, month: Month): Promise<string[]> => {
    const voucher = (await of.vouchers()).findLast(({ aboutPeriod }) => aboutPeriod === month);
    const own = voucher?.postings.filter(({ stream }) => stream === 'energy') ?? [];
    return own.map((line) => `${line.ledgerAccount.slice(0, 3)} ${line.side} ${String(line.amount)}`);
  };
  const entryOf = async (month: Month): Promise<string> => {
    const slips = await joint.services.incomeRead.listSettlements(joint.keeper.id);
    return slips.find((slip) => slip.generationMonth === month)?.entryId ?? '';
  };

  const ownMoney = () =>
    joint.services.surplus.undistributed(joint.keeper.id, { pool: 'other', day: '2025-07-20' });

  const KEPT_BACK = { taxPercent: '3', paidAmount: '738.35' };
  const CHARGED = { taxBasis: 'net', taxPercent: '3', paidAmount: '762.00' };

  it('is refused until it is said whose the tax is', async () => {
    expect(await codeOf(settle('2025-01', KEPT_BACK))).toBe('settlement.taxBearerUnknown');
    expect(await codeOf(say('2025-01-02', 'owners'))).toBe('tariff.notFirstDay');
    await say('2025-01-01', 'owners');
    await say('2025-05-01', 'keeper');
    expect(await joint.services.assets.listAssets(joint.east.id)).toEqual([]);
  });

  it('is split at what the grid pays, and the tax it keeps back is each owner’s own', async () => {
    await settle('2025-01', KEPT_BACK);
    // 388.35, of which 30 and 10 %: 155.34; the tax 11.65, of which 3.50 and 1.16
    expect(await fees(joint.keeper)).toEqual(['2025-01 38835 - -']);
    expect(await fees(joint.east)).toEqual(['2025-01 15534 - 466']);
    expect(await fees(joint.west)).toEqual(['2025-01 7767 - 233']);
    expect(await linesOf(joint.east, '2025-01')).toEqual([
      ...['112 debit 15534', '501 debit 466', '501 credit 16000'],
    ]);
    await expectSoundJoint(joint);
  });

  it('is split by the running total, and the tax that comes with the fee is owed by each', async () => {
    await settle('2025-02', CHARGED);
    expect((await fees(joint.keeper))[1]).toBe('2025-02 41200 - -');
    expect((await fees(joint.east))[1]).toBe('2025-02 16480 480 -');
    expect((await fees(joint.west))[1]).toBe('2025-02 8240 240 -');
    expect(await linesOf(joint.east, '2025-02')).toEqual([
      ...['112 debit 16480', '501 credit 16000', '214 credit 480'],
    ]);
    await joint.keeper.receive(await joint.keeper.owed(), '2025-03-20');
    const owed = await joint.services.joint.listOwed(joint.keeper.id);
    expect(owed.map((each) => `${each.owner} ${String(each.owed)}`)).toEqual([
      ...['Beyond the river 60014', 'East cooperative 60014', 'West cooperative 30007'],
    ]);
    await expectSoundJoint(joint);
  });

  it('goes back with its slip, and comes again to the same', async () => {
    await settle('2025-03', CHARGED);
    const once = await fees(joint.east);
    const how = { reason: 'wrongAmount' as const, postedOn: '2025-04-10' };
    const { desk, joint: reading } = joint.services;
    await desk.reverseVoucher(joint.keeper.id, { entryId: await entryOf('2025-03'), ...how }, ACCOUNTANT);
    await expectSoundJoint(joint);
    await settle('2025-03', CHARGED, '2025-04-11');
    expect(await fees(joint.east)).toEqual(once);
    const { id = '' } =
      (await joint.services.incomeRead.listSettlements(joint.keeper.id)).find(
        ({ generationMonth }) => generationMonth === '2025-03',
      ) ?? {};
    const { parts } = await reading.requireSlip(joint.keeper.id, id);
    expect(parts.map(({ owner, tax }) => `${owner} ${String(tax?.tax)}`)).toEqual([
      ...['Beyond the river 480', 'East cooperative 480', 'West cooperative 240'],
    ]);
    const little = { energy: '0.2', taxPercent: '13', paidAmount: '0.14' };
    expect(await codeOf(settle('2025-04', little))).toBe('joint.taxTooSmall');
    await expectSoundJoint(joint);
  });

  it('is settled where an owner’s opening has the fee of its month', async () => {
    const other = await startJoint(opened.database, { acquiredOn: '2024-12-01' });
    const { assets, openings, prices, slips } = other.services;
    const form = { ...STATION, kind: 'jointPvStation', name: 'Joint station', ownShareKey: '02' };
    const shareTable = { validFrom: '2024-12-01', rows: SHARES };
    const wish = { ...form, acquiredOn: '2024-12-01', keeper: 'Township', shareTable };
    const { id: assetId } = await assets.addAsset(other.west.id, wish, ACCOUNTANT);
    const owed = { assetId, stream: 'energy' as const, month: '2024-12' };
    const receivables = [{ ...owed, amount: 7_767n, counterparty: 'Township' }];
    await openings.recordShort(other.west.id, { on: '2025-01-01', bank: [], receivables }, ACCOUNTANT);
    const at = { collectiveId: other.keeper.id, assetId: other.station };
    const bearer = { bearerFrom: '2024-12-01', taxBearer: 'owners', bearerPaper: 'Agreement 3' };
    await prices.recordBearer(at, bearer, ACCOUNTANT);
    const month = { generationMonth: '2024-12', postedOn: '2025-01-05', assetId: other.station };
    const unread = { readingFrom: '', readingTo: '', withoutReadings: 'on' };
    const slip = { ...slipForm, ...month, ...unread, ...KEPT_BACK };
    await slips.recordSettlement(other.keeper.id, slip, ACCOUNTANT);
    expect(await fees(other.west)).toEqual(['2024-12 7767 - -']);
    expect(await fees(other.east)).toEqual(['2024-12 15534 - 466']);
    await expectSoundJoint(other);
  });

  it('is reconciled by what came, and what was kept back for a cost is told beside it', async () => {
    const { services, keeper, east, station } = joint;
    const cost = { assetId: station, kind: 'land_rent', name: 'Land rent', amount: '100.00', note: '1 mu' };
    await services.keptCosts.recordCost(keeper.id, { ...cost, paidOn: '2025-04-12', reason: '' }, ACCOUNTANT);
    const [waiting] = await services.takenCosts.listWaiting(east.id);
    const taking = { costId: waiting?.cost.id ?? '', postedOn: '2025-04-12' };
    await services.takenCosts.takeCost(east.id, taking, ACCOUNTANT);
    await east.receive((await east.owed()).slice(0, 1), '2025-04-12');
    const [own] = await services.assets.listAssets(east.id);
    const at = { collectiveId: east.id, assetId: own?.asset.id ?? '' };
    const { rows } = await reconciliationOn(services).yearOf(at, { year: '2025', today: '2025-07-20' });
    const told = rows.find(({ month }) => month === '2025-01');
    // Of the fee of 155.34 the cost cleared 40.00, and the rest came; the subsidy is still open.
    expect([told?.settledKwh, told?.owed, told?.received]).toEqual(['1000', 29_534n, 11_534n]);
    expect(told?.open).toBe(14_000n);
    expect(told?.differences).toEqual([
      { why: 'unmetered' },
      { why: 'netted', stream: 'energy', amount: 4_000n },
      { why: 'waits', stream: 'subsidy', amount: 14_000n },
    ]);
    await expectSoundJoint(joint);
  });

  it('is the keeper’s own cost where he bears it: what the grid keeps back he owes the owners', async () => {
    const { services, keeper, east, west } = joint;
    const owed = async (): Promise<bigint[]> =>
      (await services.joint.listOwed(keeper.id)).map((each) => each.owed);
    const [before, money] = [await owed(), await ownMoney()];
    await settle('2025-05', KEPT_BACK);
    // The owners share 400.00, of which the grid pays 388.35: 4.66, 4.66 and 2.33 are the keeper's.
    const feesOf = async (of: Village) => (await fees(of)).find((fee) => fee.startsWith('2025-05'));
    expect(await Promise.all([keeper, east, west].map(feesOf))).toEqual([
      ...['2025-05 38835 - -', '2025-05 16000 - -', '2025-05 8000 - -'],
    ]);
    const grown = (await owed()).map((each, at) => each - (before[at] ?? 0n));
    expect([grown, await ownMoney()]).toEqual([[466n, 466n, 233n], money - 1_165n]);
    await expectSoundJoint(joint);
    await keeper.receive(
      (await keeper.owed()).filter(({ aboutPeriod }) => aboutPeriod === '2025-05'),
      '2025-06-20',
    );
    const whole = await owed();
    expect(whole.map((each, at) => each - (before[at] ?? 0n))).toEqual([30_000n, 30_000n, 15_000n]);

    // What came goes first, the rest out of the keeper's own money, and only as far as that goes.
    const pay = (owner: string, fen: bigint) => {
      const amounts = { [owner]: yuanText(fen).replaceAll(',', '') };
      return services.jointPayments.payOwners(keeper.id, { paidOn: '2025-06-21', amounts }, ACCOUNTANT);
    };
    const [beyond = 0n, ofEast = 0n, ofWest = 0n] = whole;
    await pay('Beyond the river', beyond - 466n);
    const { voucher } = await pay('East cooperative', ofEast);
    const { postings } = await services.books.requireEntry(keeper.id, voucher.entryId);
    expect(
      postings.flatMap(({ pool, side, amount }) => (pool === 'other' ? [`${side} ${String(amount)}`] : [])),
    ).toEqual(['debit 466', 'credit 466']);
    expect(await codeOf(pay('West cooperative', ofWest))).toContain('money.poolShort');
    await pay('West cooperative', ofWest - 233n);
    expect(await owed()).toEqual([466n, 0n, 233n]);
    const back = {
      entryId: await entryOf('2025-05'),
      reason: 'wrongAmount' as const,
      postedOn: '2025-06-22',
    };
    expect(await codeOf(services.desk.reverseVoucher(keeper.id, back, ACCOUNTANT))).toBe('joint.taxPassedOn');
    await expectSoundJoint(joint);
  });

  it('is owed by the keeper where it comes with the fee, and goes back while nobody was paid', async () => {
    const { services, keeper, east } = joint;
    const money = await ownMoney();
    await settle('2025-06', CHARGED);
    expect((await fees(keeper)).at(-1)).toBe('2025-06 41200 - -');
    expect((await fees(east)).at(-1)).toBe('2025-06 16480 - -');
    expect(await ownMoney()).toBe(money - 1_200n);
    const how = { reason: 'wrongAmount' as const, postedOn: '2025-07-09' };
    const back = async () => {
      const entryId = await entryOf('2025-06');
      return codeOf(services.desk.reverseVoucher(keeper.id, { entryId, ...how }, ACCOUNTANT));
    };
    expect([await back(), await ownMoney()]).toEqual(['done', money]);
    await settle('2025-06', KEPT_BACK, '2025-07-09');
    const amounts = { 'East cooperative': '0.34' };
    const paid = { paidOn: '2025-07-09', amounts };
    const { voucher } = await services.jointPayments.payOwners(keeper.id, paid, ACCOUNTANT);
    expect(await back()).toBe('joint.taxPassedOn');
    await keeper.reverse(voucher.entryId, '2025-07-09');
    expect([await back(), await ownMoney()]).toEqual(['done', money]);
    await settle('2025-06', CHARGED, '2025-07-10');
    // The fee is one sale, of him who owes its tax; the subsidy is the owners' all the same.
    const soldSince = async (of: Village, day: string) => {
      const states = await services.taxRead.listStates(of.id, '2025-07-20');
      const { sales, stated, keptBack } = states.find(({ from, to }) => from <= day && day <= to) ?? {};
      return [sales, stated, keptBack];
    };
    expect(await soldSince(keeper, '2025-07-10')).toEqual([40_000n, 1_200n, 0n]);
    expect(await soldSince(east, '2025-07-10')).toEqual([13_861n, 0n, 0n]);
    expect(await soldSince(keeper, '2025-06-05')).toEqual([38_835n, 0n, 1_165n]);
    await expectSoundJoint(joint);
  });

  it('is found changed by hand, on either side', async () => {
    const { keeper, east } = joint;
    const hand = await Tampering.on(opened);
    await hand.keep();
    for (const [sql, of, found] of [
      ['UPDATE joint_slip_taxes SET tax_fen = tax_fen + 1', keeper, 'joint check.jointTax'],
      ["UPDATE joint_slip_taxes SET way = 'keptBack'", keeper, 'joint check.jointTax'],
      ['DELETE FROM joint_slip_taxes', keeper, 'joint check.jointTax'],
      ['UPDATE joint_slip_taxes SET bearer = NULL', keeper, 'joint check.jointTax'],
      ["UPDATE joint_slip_taxes SET bearer = 'keeper'", keeper, 'joint check.jointTaxCost'],
      ['UPDATE joint_slip_taxes SET bearer = NULL', keeper, 'receivables check.slipDiffers'],
      ['UPDATE joint_part_taxes SET tax_fen = tax_fen + 1', keeper, 'joint check.jointDiffers'],
      ['DELETE FROM joint_part_taxes', keeper, 'joint check.jointTax'],
      [
        "UPDATE joint_part_taxes SET tax_fen = tax_fen + CASE owner WHEN 'East cooperative' THEN 1 " +
          "ELSE -1 END WHERE owner <> 'West cooperative'",
        keeper,
        'joint check.splitTax',
      ],
      [
        "UPDATE joint_part_taxes SET tax_fen = tax_fen + CASE owner WHEN 'East cooperative' THEN 1 " +
          "ELSE -1 END WHERE owner <> 'West cooperative'",
        east,
        'owners check.ownersTax',
      ],
      ['UPDATE receivables SET tax_kept_fen = tax_kept_fen - 1', keeper, 'owners check.ownersPart'],
    ] as const) {
      await hand.run(sql);
      const { breaks } = await joint.services.check.checkBooks(of.id);
      const codes = breaks.map(({ pass, code }) => `${pass} ${code}`);
      expect([sql, codes.includes(found), codes]).toEqual([sql, true, codes]);
      await hand.putBack();
    }
    await hand.close();
    await expectSoundJoint(joint);
  });
});
