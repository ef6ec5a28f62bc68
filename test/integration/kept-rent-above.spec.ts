import { describeOnEachEngine, type OpenDatabase } from '../support/engines';
import { typedContract } from '../support/deductions';
import { codeOf, expectSoundJoint, type Joint, startJoint } from '../support/joint-station';
import { ACCOUNTANT } from '../support/village';

const HALVES = [
  { key: '01', label: 'one', share: '50%', owner: 'East cooperative' },
  { key: '02', label: 'two', share: '50%', owner: 'West cooperative' },
];
const QUARTER = { servedFrom: '2025-01-01', servedTo: '2025-03-31' };

/** Of a contract of 400.00 a quarter, of which the keeper’s bills take half of what they say. */
describeOnEachEngine('a keeper’s rent above what the owner’s contract still asks for', (open) => {
  let opened: OpenDatabase;
  let joint: Joint;
  let contractId: string;

  beforeEach(async () => {
    opened = await open();
    joint = await startJoint(opened.database, { rows: HALVES });
    await joint.settle('2025-01', 4_000);
    await joint.keeper.receive(await joint.keeper.owed(), '2025-03-20');
    const assetId = (await joint.services.assets.listAssets(joint.east.id))[0]?.asset.id ?? '';
    const land = { kind: 'land_rent', termType: 'fixed', amount: '400.00', yearPart: 'quarter' };
    const typed = typedContract({ ...land, name: 'own field', assetId, validFrom: '2025-01-01' });
    contractId = (await joint.services.contracts.addContract(joint.east.id, typed, ACCOUNTANT)).id;
  });
  afterEach(() => opened.close());

  const pay = async (amount: string, name = `rent ${amount}`): Promise<void> => {
    const bill = { kind: 'land_rent', name, amount, note: 'as billed', reason: '', ...QUARTER };
    const hasOne = (await joint.services.keptCosts.listCosts(joint.keeper.id)).length > 0;
    const twiceReason = hasOne ? 'one more part' : '';
    const form = { ...bill, assetId: joint.station, paidOn: '2025-07-01', twiceReason };
    await joint.services.keptCosts.recordCost(joint.keeper.id, form, ACCOUNTANT);
  };
  const take = async (twiceReason = ''): Promise<string> => {
    const [waiting] = await joint.services.takenCosts.listWaiting(joint.east.id);
    const form = { costId: waiting?.cost.id ?? '', postedOn: '2025-07-05', twiceReason };
    return codeOf(joint.services.takenCosts.takeCost(joint.east.id, form, ACCOUNTANT));
  };
  const charge = (amount: string, twiceReason = ''): Promise<string> => {
    const owing = { settling: 'owed', creditor: 'the field’s owner' } as const;
    const typed = { contractId, amount, postedOn: '2025-07-10', coversFrom: '2025-01-01', twiceReason };
    const form = { ...typed, kind: '', name: '', reason: '', ...owing };
    return codeOf(joint.services.deductions.recordDeduction(joint.east.id, form, ACCOUNTANT));
  };
  const booked = async (): Promise<string[]> =>
    (await joint.services.deductions.listDeductions(joint.east.id)).map(
      ({ amount, contractId: by, reason }) =>
        `${String(amount)} ${by === null ? 'beside' : 'charge'} ${reason ?? ''}`,
    );

  it.each([
    ['one fen was left', ['799.98'], '800.00', ['39999 charge '], 40_000],
    ['it is more by itself', [], '1000.00', [], 50_000],
    ['several together are more', ['500.00'], '400.00', ['25000 charge '], 20_000],
    ['several before it leave less', ['200.00', '200.02', '200.04'], '200.06', undefined, 10_003],
  ])('is asked where %s', async (_, before, amount, charges, part) => {
    for (const each of before) {
      await pay(each);
      expect(await take()).toBe('done');
    }
    const had = await booked();
    if (charges !== undefined) expect(had).toEqual(charges);
    await pay(amount);
    expect(await take('  ')).toBe('joint.costAboveRent');
    expect(await take()).toBe('joint.costAboveRent');
    expect(await booked()).toEqual(had);
    expect(await take('the other field')).toBe('done');
    const now = await booked();
    expect(now).toHaveLength(had.length + 1);
    expect(now.at(-1)).toContain(`${String(part)} beside`);
    expect(now.at(-1)).toContain('the other field');
    await expectSoundJoint(joint);
  });

  it('goes unasked as long as it is no more', async () => {
    for (const amount of ['500.00', '299.98', '0.02']) {
      await pay(amount);
      expect(await take()).toBe('done');
    }
    expect((await booked()).map((line) => line.split(' ', 2).join(' '))).toEqual([
      ...['25000 charge', '14999 charge', '1 charge'],
    ]);
    expect(await charge('0.01')).toBe('deductions.rentCharged');
  });

  it('tells who means other land that the contract’s own charge goes first', async () => {
    await pay('800.00');
    expect(await take('the other field')).toBe('joint.costIsRent');
    expect(await charge('400.00')).toBe('done');
    expect(await take()).toBe('joint.costCharged');
    expect(await take('the other field')).toBe('done');
    await expectSoundJoint(joint);
  });

  it('leaves what the contract asks for to its own charge, which asks in its turn', async () => {
    await pay('1000.00');
    expect(await take('the other field')).toBe('done');
    expect(await charge('400.00')).toBe('deductions.rentBilled');
    expect(await charge('400.00', 'our own field')).toBe('done');
    await expectSoundJoint(joint);
  });

  it('asks beside a part that the village charged first', async () => {
    await pay('500.00');
    expect(await take()).toBe('done');
    expect(await charge('150.00')).toBe('done');
    await pay('0.02');
    expect(await take()).toBe('joint.costCharged');
    expect(await take('the other field')).toBe('done');
    expect((await booked()).filter((line) => line.includes('beside'))).toHaveLength(1);
  });
});
