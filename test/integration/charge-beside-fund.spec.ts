import { SetClock } from '../../src/platform/clock/clock';
import { expectSoundBooks } from '../books/invariants';
import { typedContract } from '../support/deductions';
import { describeOnEachEngine, type OpenDatabase } from '../support/engines';
import { ACCOUNTANT, STATION, Village } from '../support/village';
import { codesOf } from './leases.fixture';

/** Upkeep of 1,000.00 a quarter by contract, of whose first bill the regional fund paid 900.00. */
describeOnEachEngine('a charge of which another fund paid a part', (open) => {
  let opened: OpenDatabase;
  let village: Village;
  let station: string;
  let contractId: string;

  beforeAll(async () => {
    opened = await open();
    village = await Village.start(opened.database, { clock: new SetClock('2025-07-20') });
    const { services, id } = village;
    station = (await services.assets.addAsset(id, STATION, ACCOUNTANT)).id;
    await village.openWith(1_000_000n);
    const upkeep = { kind: 'o_and_m', name: 'upkeep', termType: 'fixed', yearPart: 'quarter' };
    const terms = { assetId: station, validFrom: '2025-01-01', validTo: '2025-12-31', amount: '1000.00' };
    const contract = typedContract({ ...upkeep, ...terms });
    ({ id: contractId } = await services.contracts.addContract(id, contract, ACCOUNTANT));
    await tell('900.00', '2025-03-20');
  });
  afterAll(() => opened.close());

  const tell = (elsewhere: string, paidOn: string) =>
    village.services.costsElsewhere.record(
      village.id,
      {
        ...{ kind: 'o_and_m', name: 'upkeep', assetId: station, bill: '1000.00', elsewhere, paidOn },
        ...{ upkeepYear: '2025', paper: `notice of ${paidOn}` },
      },
      ACCOUNTANT,
    );
  const charge = (amount: string, wish: object = {}) => {
    const blank = { kind: '', name: '', reason: '', coversFrom: '2025-01-01', postedOn: '2025-03-31' };
    const form = { ...blank, contractId, amount, ...wish };
    return village.services.deductions.recordDeduction(village.id, form, ACCOUNTANT);
  };
  const bill = (amount: string, twiceReason: string) => {
    const form = { kind: 'o_and_m', name: 'upkeep', reason: '', postedOn: '2025-03-31', assetId: station };
    const booked = { ...form, amount, twiceReason };
    return village.services.deductions.recordDeduction(village.id, booked, ACCOUNTANT);
  };
  const wanted = async (): Promise<string[]> => {
    const due = await village.services.charges.listWanted(village.id, '2025-03-31');
    return due.map(({ from, amount }) => `${from} ${String(amount)}`);
  };

  it('is told the way: whole with a reason, or the rest by a bill and no charge of the period', async () => {
    expect(await codesOf(charge('1,000.00'))).toEqual(['deductions.chargePaidElsewhere']);
    expect(await codesOf(charge('100.00'))).toEqual(['deductions.restByBill']);
    // A reason beside the rest contradicts nothing any more: the way alone is told.
    expect(await codesOf(charge('100.00', { twiceReason: 'the rest' }))).toEqual(['deductions.restByBill']);
  });

  it('goes that way to its end, and the month wants nothing more', async () => {
    expect(await wanted()).toEqual(['2025-01-01 100000']);
    expect(await codesOf(bill('100.00', 'what the fund left over'))).toEqual([]);
    await village.services.costChanges.waiveCharge(
      village.id,
      { contractId, from: '2025-01-01', reason: 'the fund paid 900.00, the rest by its bill' },
      ACCOUNTANT,
    );
    expect(await wanted()).toEqual([]);
    expect(await codesOf(charge('1,000.00'))).toContain('deductions.chargeWhollyElsewhere');
    await expectSoundBooks(village);
  });

  it('is told to go without a charge where the fund paid all of it', async () => {
    await tell('1000.00', '2025-06-20');
    const second = { coversFrom: '2025-04-01', postedOn: '2025-06-30' };
    expect(await codesOf(charge('1,000.00', second))).toEqual(['deductions.chargeWhollyElsewhere']);
    expect(await codesOf(charge('1,000.00', { ...second, twiceReason: 'new panels' }))).toEqual([]);
    await expectSoundBooks(village);
  });
});
