import type { KeptCostForm } from '../../src/domain/deductions/kept-cost';
import { describeOnEachEngine, type OpenDatabase } from '../support/engines';
import { codeOf, expectSoundJoint, type Joint, startJoint } from '../support/joint-station';
import { ACCOUNTANT } from '../support/village';

describeOnEachEngine('two bills of a keeper for the same days', (open) => {
  let opened: OpenDatabase;
  let joint: Joint;
  let first: { id: string; voucher: { entryId: string } };

  beforeEach(async () => {
    opened = await open();
    joint = await startJoint(opened.database);
    await joint.settle('2025-01', 4_000);
    await joint.keeper.receive(await joint.keeper.owed(), '2025-03-20');
    first = await joint.services.keptCosts.recordCost(joint.keeper.id, bill({}), ACCOUNTANT);
  });
  afterEach(() => opened.close());

  const bill = (wish: Partial<KeptCostForm>): KeptCostForm => ({
    ...{ assetId: joint.station, kind: 'o_and_m', name: 'upkeep', amount: '100.00' },
    ...{ paidOn: '2025-04-01', servedFrom: '2025-01-01', servedTo: '2025-03-31', note: 'as billed' },
    ...{ reason: '', ...wish },
  });
  const other = (wish: Partial<KeptCostForm>): Promise<string> => {
    const form = bill({ name: 'more upkeep', amount: '120.00', paidOn: '2025-06-01', ...wish });
    return codeOf(joint.services.keptCosts.recordCost(joint.keeper.id, form, ACCOUNTANT));
  };

  it.each<[rule: string, wish: Partial<KeptCostForm>, code: string]>([
    ['of some of the days', { servedFrom: '2025-02-01' }, 'joint.daysPaid'],
    ['of their last day', { servedFrom: '2025-03-31', servedTo: '2025-05-31' }, 'joint.daysPaid'],
    ['of the day after', { servedFrom: '2025-04-01', servedTo: '2025-05-31' }, 'done'],
    ['that says no days', { servedFrom: '', servedTo: '' }, 'done'],
    ['of another kind', { kind: 'insurance' }, 'done'],
    [
      'of the same sum and name',
      { name: 'upkeep', amount: '100.00', paidOn: '2025-04-02' },
      'deductions.sameBill',
    ],
  ])('asks of one %s', async (_, wish, code) => {
    expect(await other(wish)).toBe(code);
    if (code === 'done') return;
    expect(await other({ ...wish, twiceReason: 'the other roof' })).toBe('done');
    const [last] = await joint.services.keptCosts.listCosts(joint.keeper.id);
    expect(last?.cost.reason).toContain('the other roof');
    await expectSoundJoint(joint);
  });

  it('wants no reason where nothing is like it', async () => {
    const next = { servedFrom: '2025-04-01', servedTo: '2025-05-31', twiceReason: 'for nothing' };
    expect(await other(next)).toBe('deductions.notSeenTwice');
  });

  it('asks of what has no kind of its own under the same name alone', async () => {
    const named = { kind: 'other', reason: 'as asked' };
    expect(await other({ ...named, name: 'Fence' })).toBe('done');
    expect(await other({ ...named, name: 'Gate', amount: '130.00' })).toBe('done');
    expect(await other({ ...named, name: 'Fence.', amount: '140.00' })).toBe('joint.daysPaid');
  });

  it('asks no more once the first one has come back whole', async () => {
    const back = { refundedOn: '2025-05-02', reason: 'not owed', byPaper: 'credit note', attachments: '1' };
    const refund = (amount: string): Promise<string> => {
      const entry = { costId: first.id, form: { ...back, amount } };
      return codeOf(joint.services.keptRefunds.refund(joint.keeper.id, entry, ACCOUNTANT));
    };
    expect(await refund('99.99')).toBe('done');
    expect(await other({})).toBe('joint.daysPaid');
    expect(await refund('0.01')).toBe('done');
    expect(await other({})).toBe('done');
  });

  it('asks no more once the first one is reversed', async () => {
    await joint.keeper.reverse(first.voucher.entryId, '2025-05-02');
    expect(await other({})).toBe('done');
  });
});
