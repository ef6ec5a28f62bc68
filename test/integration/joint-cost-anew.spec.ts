import type { KeptCostForm } from '../../src/domain/deductions/kept-cost';
import { describeOnEachEngine, type OpenDatabase } from '../support/engines';
import { codeOf, expectSoundJoint, type Joint, startJoint } from '../support/joint-station';
import { reentryPathsOn } from '../support/reentry-paths';
import { ACCOUNTANT, type Village } from '../support/village';

const TODAY = '2026-01-20';
const ROWS = [
  { key: '01', label: 'one', share: '40%', owner: 'East cooperative' },
  { key: '02', label: 'two', share: '60%', owner: 'West cooperative' },
];
const FIRST = { servedFrom: '2025-01-01', servedTo: '2025-03-31' };

/**
 * A keeper's insurance of 100.00 of May 2025, of which East's books took 40.00. In 2026 both take it back,
 * and the keeper enters 90.00 in its place.
 */
describeOnEachEngine('an owner’s part of a keeper’s cost of a closed year, entered anew', (open) => {
  let opened: OpenDatabase;
  let joint: Joint;
  let paid: { id: string; voucher: { entryId: string } };
  let took: string;

  beforeEach(async () => {
    opened = await open();
    joint = await startJoint(opened.database, { rows: ROWS });
    await joint.settle('2025-01', 4_000);
    await joint.keeper.receive(await joint.keeper.owed(), '2025-03-20');
  });
  afterEach(() => opened.close());

  const pay = (wish: Partial<KeptCostForm>, corrects?: string) => {
    const bill = { kind: 'insurance', name: 'roofs', note: 'as billed', reason: 'due' };
    const form = { ...bill, assetId: joint.station, amount: '90.00', paidOn: TODAY, ...wish };
    const by = corrects === undefined ? ACCOUNTANT : { ...ACCOUNTANT, corrects };
    return joint.services.keptCosts.recordCost(joint.keeper.id, form, by);
  };
  const take = async (costId: string, postedOn = TODAY, corrects?: string): Promise<string> => {
    const by = corrects === undefined ? ACCOUNTANT : { ...ACCOUNTANT, corrects };
    const { voucher } = await joint.services.takenCosts.takeCost(joint.east.id, { costId, postedOn }, by);
    return voucher.entryId;
  };
  const reverse = async (of: Village, entryId: string, reason = 'wrongAmount', on = TODAY): Promise<void> => {
    await joint.services.desk.reverseVoucher(of.id, { entryId, reason, postedOn: on }, ACCOUNTANT);
  };
  const takenIn2025 = async (wish: Partial<KeptCostForm> = {}): Promise<void> => {
    paid = await pay({ amount: '100.00', paidOn: '2025-05-21', ...wish });
    took = await take(paid.id, '2025-05-22');
    joint.clock.moveTo(TODAY);
  };
  const bothReversed = async (reason?: string): Promise<void> => {
    await reverse(joint.east, took, reason);
    await reverse(joint.keeper, paid.voucher.entryId, reason);
  };
  /** What East's January moved, by account, debit above zero. */
  const moved = async (): Promise<Record<string, bigint>> => {
    const month = { first: '2026-01', last: '2026-01' };
    const { rows } = await joint.services.books.trialBalance(joint.east.id, month);
    const any = rows.filter(({ debit, credit }) => debit !== credit);
    return Object.fromEntries(any.map((row) => [row.account.code, row.debit - row.credit]));
  };
  const entry = (id: string) => joint.services.books.requireEntry(joint.east.id, id);
  /** The form to which the reversed voucher of somebody leads, and what stands on it. */
  const formOf = async (of: Village, entryId: string): Promise<{ at: string; filled: unknown }> => {
    const [path = '', query] = (await reentryPathsOn(joint.services).pathOf(of.id, entryId)).split('?');
    const asked = new URLSearchParams(query);
    expect(asked.get('corrects')).toBe(entryId);
    const filled: unknown = JSON.parse(asked.get('filled') ?? '{}');
    return { at: path.replace(`/villages/${of.id}/`, ''), filled };
  };

  it.each<[what: string, days: Partial<KeptCostForm>, about: string]>([
    ['that says no days', {}, '2025-05'],
    ['that says its days', FIRST, '2025-03'],
  ])('takes the place of the reversed one, by a bill %s', async (_what, days, aboutPeriod) => {
    await takenIn2025(days);
    await bothReversed();
    expect(await moved()).toEqual({ '112': 40_00n, '32201': -40_00n });
    const why = 'servedTo' in days ? { otherYear: 'put right' } : {};
    const anew = await pay({ ...days, ...why }, paid.voucher.entryId);
    const entryId = await take(anew.id);
    expect(await entry(entryId)).toMatchObject({ statementOn: '2025-05-22', aboutPeriod });
    // 40 % of 10.00 less, of what that year left.
    expect(await moved()).toEqual({ '112': 4_00n, '32201': -4_00n });
    // Once more: by his own voucher alone, whatever the keeper's is.
    await reverse(joint.east, entryId);
    await take(anew.id);
    expect(await moved()).toEqual({ '112': 4_00n, '32201': -4_00n });
    await expectSoundJoint(joint);
  });

  it('leaves a cost that is another to this year, and what was put right within its year alone', async () => {
    await takenIn2025();
    await bothReversed();
    const other = await take((await pay({ name: 'fence', kind: 'other', amount: '50.00' })).id);
    expect(await entry(other)).toMatchObject({ statementOn: TODAY, aboutPeriod: '2026-01' });
    await reverse(joint.east, other);
    const [again] = await joint.services.takenCosts.listWaiting(joint.east.id);
    const anew = await take(again?.cost.id ?? '');
    expect(await entry(anew)).toMatchObject({ statementOn: TODAY, aboutPeriod: '2026-01' });
    expect(await moved()).toEqual({ '112': 20_00n, '32201': -40_00n, '511': 20_00n });
    await expectSoundJoint(joint);
  });

  it('is this year’s where it was reversed because it was booked twice', async () => {
    await takenIn2025();
    await bothReversed('bookedTwice');
    const anew = await pay({}, paid.voucher.entryId);
    expect(await entry(await take(anew.id))).toMatchObject({ statementOn: TODAY });
    expect(await moved()).toEqual({ '112': 4_00n, '32201': -40_00n, '511': 36_00n });
  });

  it('leads the keeper to his costs, and the owner to the one in the place of the first', async () => {
    await takenIn2025(FIRST);
    await bothReversed();
    expect(await formOf(joint.keeper, paid.voucher.entryId)).toEqual({
      at: 'kept/costs',
      filled: {
        ...{ assetId: joint.station, kind: 'insurance', name: 'roofs', amount: '100.00' },
        ...{ note: 'as billed', reason: 'due', paidOn: '2025-05-21', ...FIRST },
      },
    });
    const days = { ...FIRST, otherYear: 'put right' };
    const second = await pay({ ...days, name: 'all roofs' }, paid.voucher.entryId);
    await reverse(joint.keeper, second.voucher.entryId);
    const third = await pay({ ...days, amount: '80.00' }, second.voucher.entryId);
    await pay({ amount: '50.00', servedFrom: '2025-04-01', servedTo: '2025-04-30', otherYear: 'late' });
    expect(await formOf(joint.east, took)).toEqual({ at: `joint-costs/${third.id}`, filled: {} });
    await take(third.id, TODAY, took);
    expect(await moved()).toEqual({ '112': 8_00n, '32201': -8_00n });
    await expectSoundJoint(joint);
  });

  it('is found by what it is for where the keeper did not say whose place it takes', async () => {
    await takenIn2025(FIRST);
    await bothReversed();
    expect(await formOf(joint.east, took)).toMatchObject({ at: `joint-costs/${paid.id}` });
    await pay({ kind: 'o_and_m', amount: '50.00' });
    const anew = await pay({ ...FIRST, name: 'all roofs', otherYear: 'put right' });
    expect(await codeOf(take(anew.id))).toBe('reentry.waits');
    expect(await formOf(joint.east, took)).toMatchObject({ at: `joint-costs/${anew.id}` });
    await take(anew.id, TODAY, took);
    expect(await moved()).toEqual({ '112': 4_00n, '32201': -4_00n });
    await expectSoundJoint(joint);
  });

  it('leads to the forms of what came back of a cost, and of other payments', async () => {
    await takenIn2025();
    const { keptRefunds, takenRefunds, takenCosts, jointPayments } = joint.services;
    const form = { refundedOn: TODAY, amount: '10.00', reason: 'less', byPaper: 'letter 1' };
    const back = await keptRefunds.refund(joint.keeper.id, { costId: paid.id, form }, ACCOUNTANT);
    const [waits] = await takenCosts.listWaiting(joint.east.id);
    const taking = { costId: waits?.cost.id ?? '', postedOn: TODAY };
    const { voucher } = await takenRefunds.takeRefund(joint.east.id, taking, ACCOUNTANT);
    await reverse(joint.east, voucher.entryId);
    expect(await formOf(joint.east, voucher.entryId)).toMatchObject({ at: `joint-costs/${taking.costId}` });
    await reverse(joint.keeper, back.voucher.entryId);
    const filled = await formOf(joint.keeper, back.voucher.entryId);
    expect(filled).toEqual({ at: `kept/costs/${paid.id}/refunds`, filled: form });
    const amounts = { 'East cooperative': '1.00' };
    const other = await jointPayments.payOwners(joint.keeper.id, { paidOn: TODAY, amounts }, ACCOUNTANT);
    await reverse(joint.keeper, other.voucher.entryId);
    expect(await formOf(joint.keeper, other.voucher.entryId)).toMatchObject({ at: 'kept/payments/new' });
  });
});
