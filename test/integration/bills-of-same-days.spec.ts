import { SetClock } from '../../src/platform/clock/clock';
import { expectSoundBooks } from '../books/invariants';
import { describeOnEachEngine, type OpenDatabase } from '../support/engines';
import { codeOf, expectSoundJoint, type Joint, startJoint } from '../support/joint-station';
import { ACCOUNTANT, STATION, Village } from '../support/village';
import { codesOf } from './leases.fixture';

const ASKED = ['deductions.daysPaid'];
const OWED = { settling: 'owed', creditor: 'the washer' };
const QUARTER = { servedFrom: '2025-01-01', servedTo: '2025-03-31' };

describeOnEachEngine('two bills of a village for the same days', (open) => {
  let opened: OpenDatabase;
  let village: Village;
  let station: string;
  let first: string;

  beforeEach(async () => {
    opened = await open();
    village = await Village.start(opened.database, { clock: new SetClock('2025-07-20') });
    station = (await village.services.assets.addAsset(village.id, STATION, ACCOUNTANT)).id;
    await village.openWith(1_000_000n);
    first = await book({ name: 'upkeep', amount: '100.00', postedOn: '2025-04-01' });
  });
  afterEach(() => opened.close());

  const book = async (wish: object): Promise<string> => {
    const usual = { kind: 'o_and_m', name: 'more upkeep', reason: '', amount: '120.00' };
    const form = { ...usual, assetId: station, postedOn: '2025-06-01', ...QUARTER, ...wish };
    const booked = village.services.deductions.recordDeduction(village.id, form, ACCOUNTANT);
    return (await booked).voucher.entryId;
  };
  const other = (wish: object) => codesOf(book(wish));

  it.each<[rule: string, wish: object, codes: string[]]>([
    ['of some of the days', { servedFrom: '2025-02-01' }, ASKED],
    ['of their last day', { servedFrom: '2025-03-31', servedTo: '2025-05-31' }, ASKED],
    ['for no asset, of its pool', { assetId: '', pool: 'pv' }, ASKED],
    ['for no asset, of another pool', { assetId: '', pool: 'other', ...OWED }, []],
    ['of the day after', { servedFrom: '2025-04-01', servedTo: '2025-05-31' }, []],
    ['that says no days', { servedFrom: '', servedTo: '' }, []],
    ['of another kind', { kind: 'insurance' }, []],
    [
      'of the same sum and name',
      { name: 'upkeep', amount: '100.00', postedOn: '2025-04-02' },
      ['deductions.sameBill'],
    ],
  ])('asks of one %s', async (_, wish, codes) => {
    const before = await village.vouchers();
    expect(await other(wish)).toEqual(codes);
    if (codes.length === 0) return;
    expect(await village.vouchers()).toEqual(before);
    expect(await other({ ...wish, twiceReason: 'the other roof' })).toEqual([]);
    const costs = await village.services.deductions.listDeductions(village.id);
    expect(costs.map(({ reason }) => reason ?? '').join(' ')).toContain('the other roof');
    await expectSoundBooks(village);
  });

  it('asks of what has no kind of its own under the same name alone, and wants no idle reason', async () => {
    const named = { kind: 'other', reason: 'as asked' };
    expect(await other({ ...named, name: 'Fence' })).toEqual([]);
    expect(await other({ ...named, name: 'Gate', amount: '130.00' })).toEqual([]);
    expect(await other({ ...named, name: 'Fence.', amount: '140.00' })).toEqual(ASKED);
    const next = { servedFrom: '2025-04-01', servedTo: '2025-05-31', twiceReason: 'for nothing' };
    expect(await other(next)).toEqual(['deductions.notSeenTwice']);
  });

  it('asks no more once the first one is reversed, or has come back whole', async () => {
    const [cost] = await village.services.deductions.listDeductions(village.id);
    const refund = (amount: string): Promise<unknown> => {
      const form = { amount, refundedOn: '2025-05-02', reason: 'not owed', byPaper: 'credit note' };
      const asked = { deductionId: cost?.id ?? '', form };
      return village.services.costRefunds.refund(village.id, asked, ACCOUNTANT);
    };
    await refund('99.99');
    expect(await other({})).toEqual(ASKED);
    await refund('0.01');
    const second = await book({});
    expect(await other({ amount: '130.00' })).toEqual(ASKED);
    await village.reverse(second);
    expect(await other({ amount: '130.00' })).toEqual([]);
    expect(first).not.toBe(second);
  });
});

describeOnEachEngine('an owner’s bill and his part of a keeper’s for the same days', (open) => {
  let opened: OpenDatabase;
  let joint: Joint;
  let own: string;

  beforeEach(async () => {
    opened = await open();
    joint = await startJoint(opened.database);
    await joint.settle('2025-01', 4_000);
    await joint.keeper.receive(await joint.keeper.owed(), '2025-03-20');
    own = (await joint.services.assets.listAssets(joint.east.id))[0]?.asset.id ?? '';
  });
  afterEach(() => opened.close());

  const pay = async (amount: string, twiceReason = ''): Promise<void> => {
    const bill = { kind: 'o_and_m', name: `washing ${amount}`, amount, note: 'as billed', reason: '' };
    const form = { ...bill, ...QUARTER, assetId: joint.station, paidOn: '2025-07-01', twiceReason };
    await joint.services.keptCosts.recordCost(joint.keeper.id, form, ACCOUNTANT);
  };
  const take = async (twiceReason = ''): Promise<string> => {
    const [waiting] = await joint.services.takenCosts.listWaiting(joint.east.id);
    const form = { costId: waiting?.cost.id ?? '', postedOn: '2025-07-05', twiceReason };
    return codeOf(joint.services.takenCosts.takeCost(joint.east.id, form, ACCOUNTANT));
  };
  const bill = (twiceReason = ''): Promise<string> => {
    const owing = { settling: 'owed', creditor: 'the washer' } as const;
    const usual = { kind: 'o_and_m', name: 'own washing', reason: '', amount: '7.00', assetId: own };
    const form = { ...usual, ...owing, ...QUARTER, postedOn: '2025-07-10', twiceReason };
    return codeOf(joint.services.deductions.recordDeduction(joint.east.id, form, ACCOUNTANT));
  };

  it('ask in both orders why they are two', async () => {
    await pay('100.00');
    expect(await take()).toBe('done');
    expect(await bill()).toBe('deductions.daysPaid');
    expect(await bill('the road to it')).toBe('done');
    await pay('90.00', 'the second wash');
    expect(await take()).toBe('deductions.daysPaid');
    expect(await take('the second wash')).toBe('done');
    await expectSoundJoint(joint);
  });

  it('do not ask of two parts of which the keeper was asked', async () => {
    await pay('100.00');
    await pay('90.00', 'the second wash');
    expect([await take(), await take()]).toEqual(['done', 'done']);
    await expectSoundJoint(joint);
  });
});
