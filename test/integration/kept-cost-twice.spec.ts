import { describeOnEachEngine, type OpenDatabase } from '../support/engines';
import { typedContract } from '../support/deductions';
import { codeOf, expectSoundJoint, type Joint, startJoint } from '../support/joint-station';
import { ACCOUNTANT } from '../support/village';

const ROWS = [
  { key: '01', label: 'one', share: '40%', owner: 'East cooperative' },
  { key: '02', label: 'two', share: '60%', owner: 'West cooperative' },
];
const FIRST = { servedFrom: '2025-01-01', servedTo: '2025-03-31' };
const LAND = { kind: 'land_rent', termType: 'landRent', mu: '1', yuanPerMuYear: '160' };
const UPKEEP = { kind: 'o_and_m', termType: 'fixed', amount: '40.00' };

describeOnEachEngine('an owner’s part of a keeper’s cost beside his own contract', (open) => {
  let opened: OpenDatabase;
  let joint: Joint;
  let own: string;

  beforeEach(async () => {
    opened = await open();
    joint = await startJoint(opened.database, { rows: ROWS });
    await joint.settle('2025-01', 4_000);
    await joint.keeper.receive(await joint.keeper.owed(), '2025-03-20');
    own = (await joint.services.assets.listAssets(joint.east.id))[0]?.asset.id ?? '';
  });
  afterEach(() => opened.close());

  const agree = async (wish: object): Promise<string> => {
    const usual = { name: 'own contract', assetId: own, yearPart: 'quarter', validFrom: '2025-01-01' };
    const typed = typedContract({ ...usual, ...wish });
    return (await joint.services.contracts.addContract(joint.east.id, typed, ACCOUNTANT)).id;
  };
  const charge = (contractId: string, amount: string, wish: object = {}): Promise<string> => {
    const owing = { settling: 'owed', creditor: 'the field’s owner' } as const;
    const blank = { kind: '', name: '', reason: '', ...owing };
    const form = { contractId, postedOn: '2025-07-10', amount, ...blank, ...wish };
    return codeOf(joint.services.deductions.recordDeduction(joint.east.id, form, ACCOUNTANT));
  };
  const pay = async (wish: object): Promise<void> => {
    const bill = { kind: 'o_and_m', name: 'The keeper’s', amount: '105.00', note: 'as billed', reason: '' };
    const form = { ...bill, assetId: joint.station, paidOn: '2025-07-01', ...wish };
    await joint.services.keptCosts.recordCost(joint.keeper.id, form, ACCOUNTANT);
  };
  const take = async (twiceReason = ''): Promise<string> => {
    const [waiting] = await joint.services.takenCosts.listWaiting(joint.east.id);
    const form = { costId: waiting?.cost.id ?? '', postedOn: '2025-07-05', twiceReason };
    return codeOf(joint.services.takenCosts.takeCost(joint.east.id, form, ACCOUNTANT));
  };

  it('is rent of the quarter that the bill is for, not of that in which it was paid', async () => {
    const contractId = await agree(LAND);
    await pay({ kind: 'land_rent', amount: '100.00', ...FIRST });
    expect(await take()).toBe('done');
    expect(await charge(contractId, '40.00', { coversFrom: '2025-01-01' })).toBe('deductions.rentCharged');
    expect(await charge(contractId, '40.00')).toBe('done');
    await expectSoundJoint(joint);
  });

  it.each([{}, { validTo: '2025-03-31' }])(
    'wants a reason where the contract has charged the quarter of the bill: %j',
    async (ended) => {
      const contractId = await agree({ ...LAND, ...ended });
      expect(await charge(contractId, '40.00', { coversFrom: '2025-01-01' })).toBe('done');
      await pay({ kind: 'land_rent', ...FIRST });
      expect(await take()).toBe('joint.costCharged');
      expect(await take('the other mu')).toBe('done');
      const [taken] = (await joint.services.deductions.listDeductions(joint.east.id)).filter(
        ({ contractId: by }) => by === null,
      );
      expect(taken?.reason).toContain('the other mu');
      await expectSoundJoint(joint);
    },
  );

  it('is asked where rent is for more than one period, and so is the charge of any of them', async () => {
    const contractId = await agree(LAND);
    await pay({ kind: 'land_rent', servedFrom: '2025-01-01', servedTo: '2025-06-30' });
    expect(await take()).toBe('deductions.besideContract');
    expect(await take('the other mu')).toBe('done');
    for (const coversFrom of ['2025-01-01', '2025-04-01'])
      expect(await charge(contractId, '40.00', { coversFrom })).toBe('deductions.rentBilled');
    expect(await charge(contractId, '40.00')).toBe('done');
  });

  it('is asked beside upkeep that a contract has charged, and its reason stands with the cost', async () => {
    const contractId = await agree({ ...UPKEEP, validTo: '2025-06-30' });
    expect(await charge(contractId, '40.00', { coversFrom: '2025-01-01' })).toBe('done');
    await pay({ servedFrom: '2025-01-01', servedTo: '2025-06-30' });
    expect(await take()).toBe('deductions.daysCharged');
    expect(await take('washing alone')).toBe('done');
    const [taken] = (await joint.services.deductions.listDeductions(joint.east.id)).filter(
      ({ contractId: by }) => by === null,
    );
    expect(taken?.reason).toContain('washing alone');
    expect(taken?.reckoning).toMatchObject({ coversFrom: '2025-01-01', coversTo: '2025-06-30' });
    await expectSoundJoint(joint);
  });

  it.each([
    ['with days', FIRST, 'deductions.daysBilled'],
    ['without days', {}, 'deductions.yearBilled'],
  ])('%s has the charge of a contract entered after it ask', async (_, days, asked) => {
    await pay(days);
    expect(await take()).toBe('done');
    const contractId = await agree(UPKEEP);
    const first = { coversFrom: '2025-01-01' };
    expect(await charge(contractId, '40.00', first)).toBe(asked);
    expect(await charge(contractId, '40.00', { ...first, twiceReason: 'washing alone' })).toBe('done');
  });

  it('needs no reason where no contract of its own charges such a cost', async () => {
    await agree(UPKEEP);
    await pay({ kind: 'other', reason: 'as asked', ...FIRST });
    expect(await take('for nothing')).toBe('deductions.notSeenTwice');
    expect(await take()).toBe('done');
  });
});
