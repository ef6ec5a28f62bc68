import { undistributedOn } from '../../src/domain/ledger/pool-movements';
import { expectSoundBooks } from '../books/invariants';
import { typedContract } from '../support/deductions';
import { describeOnEachEngine, type OpenDatabase } from '../support/engines';
import { surplusLinesOn } from '../support/surplus';
import { sheetFactsOn } from '../support/sheet-sums';
import { ownPasses, Tampering } from '../support/tampering';
import { ACCOUNTANT, claimOf, Village } from '../support/village';
import { codesOf } from './leases.fixture';

describeOnEachEngine('a cost that comes back', (open) => {
  let opened: OpenDatabase;
  let village: Village;
  let station: string;
  let premium: string;

  beforeAll(async () => {
    opened = await open();
    village = await Village.start(opened.database);
    await village.openWith(1_000_00n);
    station = await village.addStation();
    const form = { kind: 'insurance', name: 'fire', assetId: station, reason: '', amount: '300.00' };
    premium = (await record({ ...form, postedOn: '2025-03-03' })).id;
  });
  afterAll(() => opened.close());

  const record = (form: object) =>
    village.services.deductions.recordDeduction(
      village.id,
      { kind: '', name: '', reason: '', amount: '', postedOn: '2025-03-03', ...form },
      ACCOUNTANT,
    );
  const back = (deductionId: string, amount: string, refundedOn = '2025-06-20') =>
    village.services.costRefunds.refund(
      village.id,
      { deductionId, form: { amount, refundedOn, reason: 'policy ended', byPaper: 'slip no. 7' } },
      ACCOUNTANT,
    );
  const leftOn = async (day: string): Promise<bigint> =>
    undistributedOn(await village.services.books.listPoolMovements(village.id, 'pv'), day);
  const check = async () =>
    ownPasses(await village.services.check.checkBooks(village.id)).breaks.map(
      ({ pass, code }) => `${pass} ${code}`,
    );

  it('makes less of what is deducted, never more than was paid, and goes by a reversal', async () => {
    expect(await leftOn('2025-06-19')).toBe(700_00n);
    expect(await codesOf(back(premium, '300.01'))).toEqual(['deductions.refundAbovePaid']);
    const { voucher } = await back(premium, '120.00');
    expect(await codesOf(back(premium, '180.01'))).toEqual(['deductions.refundAbovePaid']);
    expect(await leftOn('2025-06-19')).toBe(700_00n);
    expect(await leftOn('2025-06-20')).toBe(820_00n);

    const period = { pool: 'pv' as const, from: '2025-01-01', to: '2025-07-31' };
    const lines = await surplusLinesOn(village.services).listLines(village.id, period);
    const [insurance] = lines.filter(({ kind }) => kind === 'out');
    expect(insurance?.total).toBe(180_00n);
    expect(insurance?.entries.map(({ amount }) => amount)).toEqual([300_00n, -120_00n]);
    const statement = await village.services.surplus.statement(village.id, period);
    expect(statement).toMatchObject({ deducted: 180_00n, distributable: 820_00n });
    const { id: planId } = await village.draft([claimOf(1_00n)]);
    const plan = await village.services.plans.requirePlan(village.id, planId);
    const sheet = await sheetFactsOn(village.services).deductionsOf(plan, opened.database.reader);
    expect(sheet.map(({ amount, kind, reason }) => [amount, kind, reason])).toEqual([
      ['30000', 'insurance', undefined],
      ['-12000', 'insurance', 'policy ended'],
    ]);
    expect(sheet[1]?.reckoning).toMatchObject({ by: 'fixed' });
    await expectSoundBooks(village);
    expect(await check()).toEqual([]);

    // The cost stays while something came back of it; what came back goes first.
    const costs = await village.services.deductions.listDeductions(village.id);
    const cost = costs.find(({ id }) => id === premium);
    expect(cost).toMatchObject({ amount: 300_00n, refunded: 120_00n });
    expect(await codesOf(village.reverse(cost?.entryId ?? ''))).toEqual(['deductions.refundedAlready']);
    await village.reverse(voucher.entryId);
    expect(await leftOn('2025-07-31')).toBe(700_00n);
    expect(await check()).toEqual([]);
    expect(await codesOf(back(premium, '300.00'))).toEqual([]);
    expect(await codesOf(back(premium, '0.01'))).toEqual(['deductions.refundAbovePaid']);
    expect(await codesOf(back('gone', '0.01'))).toEqual(['deductions.costUnknown']);
    await expectSoundBooks(village);
  });

  it('makes room under a cap and for a rate again, and asks for no fixed charge once more', async () => {
    const add = async (wish: object): Promise<string> =>
      (await village.services.contracts.addContract(village.id, typedContract(wish), ACCOUNTANT)).id;
    const named = { assetId: station, validFrom: '2025-01-01' };
    // 0.0002 yuan × 100,000 W = 20.00 a year.
    const capped = { termType: 'perWattYear', yuanPerWattYear: '0.0002', capacityKw: '100' };
    const cap = await add({ ...named, ...capped, name: 'cleaning' });
    const bill = (amount: string) => record({ contractId: cap, postedOn: '2025-07-02', amount });
    const { id } = await bill('20.00');
    expect(await codesOf(bill('0.01'))).not.toEqual([]);
    await back(id, '5.00', '2025-07-03');
    expect(await codesOf(back(id, '5.00', '2025-07-03'))).toEqual(['twice.samePaper']);
    expect(await codesOf(bill('5.01'))).not.toEqual([]);
    expect(await codesOf(bill('5.00'))).toEqual([]);

    const cover = { policyNumber: 'P1', sumInsured: '100', validTo: '2025-12-31', amount: '12.00' };
    const fixed = await add({ ...named, kind: 'insurance', name: 'hail', ...cover });
    const paid = await record({ contractId: fixed, postedOn: '2025-07-02', amount: '12.00' });
    await back(paid.id, '4.00', '2025-07-05');
    const contract = await village.services.contracts.requireContract(village.id, fixed);
    const [due] = await village.services.charges.listDues(village.id, { contract, upTo: '2025-12-31' });
    expect(due).toMatchObject({ charged: 12_00n, due: 0n });

    await village.settle(station, '2025-01', { kwh: 1_000 });
    const energy = (await village.owed()).filter(({ stream }) => stream === 'energy');
    await village.receive(energy, '2025-02-10');
    const percent = { termType: 'percentOfReceipt', rate: '10%', name: 'running' };
    const rate = await add({ ...named, ...percent, kind: 'other', reason: 'run by a firm' });
    const running = (amount: string) =>
      record({ contractId: rate, coversFrom: '2025-01-01', postedOn: '2025-07-05', amount, reason: 'run' });
    const charged = await running('40.00');
    await back(charged.id, '40.00', '2025-07-06');
    expect(await codesOf(running('40.00'))).toEqual([]);
    expect(await codesOf(running('0.01'))).not.toEqual([]);
    expect(await check()).toEqual([]);
    await expectSoundBooks(village);
  });

  it('comes back only of what was paid of an owed cost, and the payment stays with it', async () => {
    const owed = await record({
      ...{ kind: 'other', name: 'cable', reason: 'burnt', assetId: station, postedOn: '2025-07-01' },
      ...{ amount: '60.00', settling: 'owed', creditor: 'grid service' },
    });
    const pay = (paidOn: string, amount: string) =>
      village.services.costPayments.payCost(
        village.id,
        { deductionId: owed.id, form: { paidOn, amount } },
        ACCOUNTANT,
      );
    expect(await codesOf(back(owed.id, '0.01', '2025-07-02'))).toEqual(['deductions.refundAbovePaid']);
    const first = await pay('2025-07-04', '25.00');
    await pay('2025-07-05', '15.00');
    expect(await codesOf(back(owed.id, '25.01', '2025-07-04'))).toEqual(['deductions.refundAbovePaid']);
    expect(await codesOf(back(owed.id, '16.00', '2025-07-05'))).toEqual([]);
    expect(await codesOf(village.reverse(first.voucher.entryId))).toEqual(['deductions.refundedAlready']);
    expect((await village.services.costPayments.listOwed(village.id)).map(({ open }) => open)).toContain(
      20_00n,
    );
    expect(await check()).toEqual([]);
  });

  it('of an earlier year goes to the undistributed surplus, and is deducted less all the same', async () => {
    village.services.clock.moveTo('2026-02-10');
    const before = await leftOn('2026-02-10');
    const { id } = await record({
      ...{ kind: 'other', name: 'fence', reason: 'storm', assetId: station, postedOn: '2025-12-01' },
      amount: '10.00',
    });
    const { voucher } = await back(id, '10.00', '2026-02-10');
    expect(await leftOn('2026-02-10')).toBe(before);
    const booked = (await village.vouchers()).find(({ entryId }) => entryId === voucher.entryId);
    expect(booked?.postings.map(({ ledgerAccount }) => ledgerAccount)).toEqual(['102', '32201']);
    expect(await check()).toEqual([]);
    await village.reverse(voucher.entryId, '2026-02-10');
    expect(await leftOn('2026-02-10')).toBe(before - 10_00n);
    await expectSoundBooks(village);
    expect(await check()).toEqual([]);
  });

  it('is found changed by hand', async () => {
    const hand = await Tampering.on(opened);
    await hand.keep();
    for (const [sql, told] of [
      ['UPDATE cost_refunds SET amount_fen = 1', 'deductions check.factDiffers'],
      ['DELETE FROM cost_refunds', 'deductions check.factDiffers'],
      ["UPDATE cost_refunds SET refunded_on = '2025-07-09'", 'deductions check.factOther'],
      ["UPDATE cost_refunds SET deduction_id = 'gone'", 'deductions check.factOther'],
      ["UPDATE cost_refunds SET entry_id = 'gone'", 'deductions check.factWithoutEntry'],
      ['DELETE FROM cost_refunds WHERE amount_fen = 4000', 'charges check.chargeDiffers'],
    ] as const) {
      await hand.run(sql);
      expect(await check()).toContain(told);
      await hand.putBack();
    }
    expect(await check()).toEqual([]);
    await hand.close();
  });
});
