import { undistributedOn } from '../../src/domain/ledger/pool-movements';
import { expectSoundBooks } from '../books/invariants';
import { typedContract } from '../support/deductions';
import { describeOnEachEngine, type OpenDatabase } from '../support/engines';
import { Tampering } from '../support/tampering';
import { ACCOUNTANT, Village } from '../support/village';
import { codesOf } from './leases.fixture';

describeOnEachEngine('a cost that is owed', (open) => {
  let opened: OpenDatabase;
  let village: Village;
  let station: string;

  beforeAll(async () => {
    opened = await open();
    village = await Village.start(opened.database);
    station = await village.addStation();
    await village.settle(station, '2025-01', { kwh: 1_000 });
    const energy = (await village.owed()).filter(({ stream }) => stream === 'energy');
    await village.receive(energy, '2025-02-10');
  });
  afterAll(() => opened.close());

  const bill = (amount: string, wish: object = {}) =>
    village.services.deductions.recordDeduction(
      village.id,
      {
        ...{
          kind: 'other',
          name: 'cable',
          assetId: station,
          postedOn: '2025-02-20',
          amount,
          reason: 'burnt',
        },
        ...{ settling: 'owed', creditor: 'grid service', ...wish },
      },
      ACCOUNTANT,
    );
  const pay = (deductionId: string, paidOn: string, amount: string) =>
    village.services.costPayments.payCost(village.id, { deductionId, form: { paidOn, amount } }, ACCOUNTANT);
  const leftOn = async (day: string): Promise<bigint> =>
    undistributedOn(await village.services.books.listPoolMovements(village.id, 'pv'), day);
  const stillOwed = async () =>
    (await village.services.costPayments.listOwed(village.id)).map((each) => each.open);

  it('is deducted on its day, whatever the bank holds, and carried below zero', async () => {
    expect(await leftOn('2025-02-28')).toBe(40_000n);
    // The bank has 400.00: a cost of 600.00 cannot be paid, and is owed all the same.
    expect(await codesOf(bill('600.00', { settling: 'bank', creditor: '' }))).toEqual([
      'deductions.abovePool',
    ]);
    await bill('600.00');
    expect(await leftOn('2025-02-28')).toBe(-20_000n);
    expect(await stillOwed()).toEqual([60_000n]);
    await expectSoundBooks(village);
  });

  it('is paid later in parts, never above what is owed or in the bank, and deducted only once', async () => {
    const [owed] = await village.services.costPayments.listOwed(village.id);
    const id = owed?.deductionId ?? '';
    expect(await codesOf(pay(id, '2025-02-19', '1.00'))).toEqual(['deductions.paidBeforeCost']);
    expect(await codesOf(pay(id, '2025-03-01', '600.01'))).toEqual(['deductions.paidAboveOwed']);
    expect(await codesOf(pay(id, '2025-03-01', '600.00'))).toEqual(['money.poolShort', 'money.accountShort']);
    const { voucher } = await pay(id, '2025-03-01', '400.00');
    expect(await stillOwed()).toEqual([20_000n]);
    expect(await leftOn('2025-03-31')).toBe(-20_000n);
    await expectSoundBooks(village);

    // What was paid goes back first; the cost after it, and with it what is owed.
    expect(await codesOf(village.reverse(owed?.entryId ?? '', '2025-03-02'))).toEqual([
      'deductions.paidAlready',
    ]);
    await village.reverse(voucher.entryId, '2025-03-02');
    expect(await stillOwed()).toEqual([60_000n]);
    await village.reverse(owed?.entryId ?? '', '2025-03-02');
    expect(await stillOwed()).toEqual([]);
    expect(await codesOf(pay(id, '2025-03-02', '1.00'))).toEqual(['deductions.notOwed']);
    expect(await leftOn('2025-03-31')).toBe(40_000n);
    await expectSoundBooks(village);
  });

  it('fills a cap for the days on which that holds, and for none before', async () => {
    const upkeep = { kind: 'o_and_m', name: 'washing' };
    const washed = await bill('150.00', upkeep);
    // 0.03 yuan × 5,000 W × 184 ÷ 365 = 75.61, rounded down.
    const cap = {
      ...{ kind: 'o_and_m', name: 'by watt', termType: 'perWattYear', yuanPerWattYear: '0.03' },
      ...{ capacityKw: '5', assetId: station, validFrom: '2025-07-01', reason: 'offer of June' },
    };
    await village.services.contracts.addContract(village.id, typedContract(cap), ACCOUNTANT);
    const served = { servedFrom: '2025-07-01', servedTo: '2025-07-10', twiceReason: 'beside' };
    const july = { ...upkeep, postedOn: '2025-07-10', ...served };
    expect(await codesOf(bill('75.62', july))).toEqual(['deductions.capTogether']);
    const { voucher } = await bill('75.61', july);
    expect(await codesOf(bill('1.00', { ...upkeep, postedOn: '2025-06-30' }))).toEqual([]);
    expect(await codesOf(bill('0.01', { ...july, postedOn: '2025-07-19' }))).toEqual([
      'deductions.capTogether',
    ]);
    for (const { entryId } of [voucher, washed.voucher]) await village.reverse(entryId, '2025-07-20');
  });

  it('is asked about where a contract of land rent charges days that it was for', async () => {
    const rent = { kind: 'land_rent', name: 'field' };
    const { voucher } = await bill('90.00', { ...rent, postedOn: '2025-03-05' });
    const land = {
      ...{ kind: 'land_rent', name: 'field', termType: 'fixed', amount: '100.00', yearPart: 'half-year' },
      ...{ assetId: station, validFrom: '2025-01-01', reason: '' },
    };
    const contract = await village.services.contracts.addContract(
      village.id,
      typedContract(land),
      ACCOUNTANT,
    );
    const charge = (twiceReason = '') => {
      const form = { kind: '', name: '', reason: '', contractId: contract.id, settling: 'owed', twiceReason };
      const typed = { ...form, creditor: 'the Lis', postedOn: '2025-06-30', amount: '100.00' };
      return village.services.deductions.recordDeduction(village.id, typed, ACCOUNTANT);
    };
    expect(await codesOf(charge())).toEqual(['deductions.rentBilled']);
    await village.reverse((await charge('the field by the road')).voucher.entryId, '2025-07-20');
    await village.reverse(voucher.entryId, '2025-07-20');
    expect(await codesOf(charge())).toEqual([]);
  });

  it('is found changed by hand: whom it is owed to, what was paid of it', async () => {
    const { id } = await bill('100.00', { postedOn: '2025-04-01' });
    await pay(id, '2025-04-02', '30.00');
    const check = async () =>
      (await village.services.check.checkBooks(village.id)).breaks.map(({ pass, code }) => `${pass} ${code}`);
    expect(await check()).toEqual([]);
    const hand = await Tampering.on(opened);
    await hand.keep();
    for (const [sql, told] of [
      ["UPDATE cost_debts SET creditor = 'me'", 'deductions check.costDebtDiffers'],
      ['DELETE FROM cost_debts', 'deductions check.costDebtDiffers'],
      ['UPDATE cost_payments SET amount_fen = 1', 'deductions check.costDebtDiffers'],
      ['DELETE FROM cost_payments WHERE amount_fen = 3000', 'deductions check.costDebtDiffers'],
      ["UPDATE cost_payments SET entry_id = 'gone'", 'deductions check.factWithoutEntry'],
      [`UPDATE cost_payments SET deduction_id = 'gone'`, 'deductions check.costDebtDiffers'],
    ] as const) {
      await hand.run(sql);
      expect(await check()).toContain(told);
      await hand.putBack();
    }
    await hand.close();
  });
});
