import { SetClock } from '../../src/platform/clock/clock';
import { expectSoundBooks } from '../books/invariants';
import { typedContract } from '../support/deductions';
import { describeOnEachEngine, type OpenDatabase } from '../support/engines';
import { ACCOUNTANT, STATION, Village } from '../support/village';
import { codesOf } from './leases.fixture';

const BILLED = 'deductions.daysBilled';
const OF_YEAR = 'deductions.yearBilled';
const RENT = { kind: 'land_rent', termType: 'landRent', mu: '0.4', yuanPerMuYear: '900' };

describeOnEachEngine('bills for days that a contract has charged, after it has ended', (open) => {
  let opened: OpenDatabase;
  let village: Village;
  let station: string;
  const clock = new SetClock('2025-07-20');

  beforeAll(async () => {
    opened = await open();
    village = await Village.start(opened.database, { clock });
    station = (await village.services.assets.addAsset(village.id, STATION, ACCOUNTANT)).id;
    await village.openWith(1_000_000n);
  });
  afterAll(() => opened.close());

  const charged = async (wish: object, amount: string): Promise<string> => {
    const ends = { assetId: station, validFrom: '2025-01-01', validTo: '2025-03-10' };
    const contract = typedContract({ ...ends, ...wish });
    const { id: contractId } = await village.services.contracts.addContract(village.id, contract, ACCOUNTANT);
    return book({ contractId, postedOn: '2025-03-10', amount });
  };
  const book = async (form: object): Promise<string> => {
    const blank = { kind: '', name: '', reason: '', coversFrom: '', postedOn: '2025-06-20' };
    const booked = village.services.deductions.recordDeduction(
      village.id,
      { ...blank, amount: '1.00', ...form },
      ACCOUNTANT,
    );
    return (await booked).voucher.entryId;
  };
  const billCodes = (form: object) => codesOf(book({ assetId: station, ...form }));
  const days = (servedFrom: string, servedTo: string) => ({ servedFrom, servedTo });

  it('ask why they are another, land rent as well; not of other days, assets and kinds', async () => {
    const land = { kind: 'land_rent', termType: 'landRent', mu: '4', yuanPerMuYear: '900' };
    // 900.00 × 69 ÷ 90
    const rent = await charged({ ...land, name: 'field', yearPart: 'quarter' }, '690.00');
    const bill = { kind: 'land_rent', name: 'rent' };
    expect(await billCodes({ ...bill, ...days('2025-01-01', '2025-03-10') })).toEqual([
      'deductions.daysCharged',
    ]);
    // The last day that was charged, and the first that was not.
    expect(await billCodes({ ...bill, ...days('2025-03-10', '2025-03-31') })).toEqual([
      'deductions.daysCharged',
    ]);
    expect(await billCodes({ ...bill, ...days('2025-03-11', '2025-03-31') })).toEqual([]);
    const january = days('2025-01-01', '2025-01-31');
    expect(await billCodes({ kind: 'insurance', name: 'hail', ...january })).toEqual([]);
    expect(await billCodes({ kind: 'other', name: ' fi eld', reason: 'asked for', ...january })).toEqual([
      'deductions.daysCharged',
    ]);
    const other = { ...STATION, name: 'another roof', plateNumber: '', capacityKw: '60' };
    const { id: assetId } = await village.services.assets.addAsset(village.id, other, ACCOUNTANT);
    expect(await billCodes({ ...bill, assetId, ...january })).toEqual([]);
    const why = { twiceReason: 'the field behind the road' };
    expect(await billCodes({ ...bill, ...january, ...why })).toEqual([]);
    await village.reverse(rent);
    // The bill of January stands, and is all that is asked about.
    expect(await billCodes({ ...bill, name: 'again', ...january })).toEqual(['deductions.daysPaid']);
  });

  it('ask of upkeep and insurance, too', async () => {
    const upkeep = { kind: 'o_and_m', name: 'upkeep', termType: 'fixed', yearPart: 'quarter' };
    await charged({ ...upkeep, amount: '90.00' }, '69.00');
    const bill = { kind: 'o_and_m', name: 'first quarter', ...days('2025-01-01', '2025-03-31') };
    expect(await billCodes(bill)).toEqual(['deductions.daysCharged']);
    await expectSoundBooks(village);
  });

  it.each([
    ['upkeep that has ended', { kind: 'o_and_m' }, { kind: 'o_and_m', name: 'second quarter' }, BILLED],
    ['insurance that runs', { kind: 'insurance', validTo: '2025-12-31' }, { kind: 'insurance' }, BILLED],
    ['upkeep, under its name', { kind: 'o_and_m' }, { kind: 'other', name: 'the contract' }, BILLED],
    ['no named kind, under its name', { kind: 'other' }, { kind: 'other', name: 'the contract' }, BILLED],
    ['no named kind, under another name', { kind: 'other' }, { kind: 'other' }, ''],
    [
      'upkeep, for other days',
      { kind: 'o_and_m' },
      { kind: 'o_and_m', ...days('2025-07-01', '2025-07-01') },
      '',
    ],
    ['upkeep, for no days it says', { kind: 'o_and_m' }, { kind: 'o_and_m', ...days('', '') }, OF_YEAR],
    ['rent, for no days it says', RENT, { kind: 'land_rent', ...days('', '') }, OF_YEAR],
    ['insurance, for no days', { kind: 'insurance' }, { kind: 'insurance', ...days('', '') }, OF_YEAR],
    [
      'upkeep, for no days and asked beside the contract',
      { kind: 'o_and_m', validTo: '2025-12-31' },
      { kind: 'o_and_m', ...days('', '') },
      '',
    ],
    ['insurance, of no days and upkeep', { kind: 'o_and_m' }, { kind: 'insurance', ...days('', '') }, ''],
    ['upkeep, under another kind', { kind: 'o_and_m' }, { kind: 'insurance' }, ''],
  ])('have charges ask, the other way round, of %s', async (says, of, typed, asked) => {
    const place = { ...STATION, name: `roof of ${says}`, plateNumber: '', capacityKw: '60' };
    const { id: assetId } = await village.services.assets.addAsset(village.id, place, ACCOUNTANT);
    const term = { termType: 'fixed', yearPart: 'quarter', amount: '90.00', reason: 'agreed' };
    const ends = { assetId, validFrom: '2025-04-01', validTo: '2025-06-30', ...term, ...of };
    const policy = of.kind === 'insurance' ? { policyNumber: `P ${says}`, sumInsured: '50000.00' } : {};
    const contract = typedContract({ name: 'the contract', ...policy, ...ends });
    const { id: contractId } = await village.services.contracts.addContract(village.id, contract, ACCOUNTANT);
    const served = days('2025-04-01', '2025-06-30');
    const why = { reason: 'asked for', postedOn: '2025-07-10' };
    const bill = { assetId, name: 'bill', amount: '99.00', ...served, ...why, ...typed };
    const entryId = await book({ ...bill, ...('validTo' in of ? { twiceReason: 'another' } : {}) });
    const charge = { contractId, amount: '90.00', postedOn: '2025-06-30', coversFrom: '2025-04-01' };
    expect(await codesOf(book(charge))).toEqual(asked === '' ? [] : [asked]);
    if (asked === '') return;
    const charged = await book({ ...charge, twiceReason: 'another roof' });
    await village.reverse(charged);
    await village.reverse(entryId);
    expect(await codesOf(book(charge))).toEqual([]);
    await expectSoundBooks(village);
  });

  it('ask of the whole year where a bill says no days; not of another year, kind and name', async () => {
    const gate = { ...STATION, name: 'a gate', plateNumber: '', capacityKw: '60' };
    const { id: assetId } = await village.services.assets.addAsset(village.id, gate, ACCOUNTANT);
    const guard = { kind: 'o_and_m', name: 'guard duty', termType: 'fixed', yearPart: 'quarter', assetId };
    await charged({ ...guard, amount: '75.00' }, '57.50');
    const bill = { kind: 'o_and_m', name: 'guard', assetId };
    const other = { ...bill, kind: 'other', reason: 'asked for' };
    expect(await billCodes(bill)).toEqual(['deductions.yearCharged']);
    expect(await billCodes({ ...other, name: 'guardduty' })).toEqual(['deductions.yearCharged']);
    expect(await billCodes({ ...other, name: 'guard dog' })).toEqual([]);
    expect(await billCodes({ ...bill, kind: 'insurance' })).toEqual([]);
    expect(await billCodes({ ...bill, twiceReason: 'the other gate' })).toEqual([]);
    clock.moveTo('2026-01-20');
    expect(await billCodes({ ...bill, name: 'of the year after', postedOn: '2026-01-10' })).toEqual([]);
  });
});
