import { LedgerReadService } from '../../src/features/ledger/ledger-read.service';
import { describeOnEachEngine } from '../support/engines';
import { hangThrough } from '../support/hung-sheet';
import { startVillageApp, type VillageApp } from './api-village.fixture';
import { credit, debit, WaitingPlanVillage } from './waiting-plan.fixture';

const PAYMENT = [debit('600'), credit('600', { ledgerAccount: '102' })];
const MADE_UP = [debit('600', { ledgerAccount: '102' }), credit('600')];

/** What was paid before a debt arose, or on a later day, would pay it as soon as it is owed. */
describeOnEachEngine('a plan that is not approved grants nothing that is paid already', (_open, engine) => {
  let village: VillageApp;
  let at: WaitingPlanVillage;
  beforeAll(async () => {
    village = await startVillageApp(engine);
  });
  afterAll(() => village.close());

  const start = async (name: string): Promise<void> => {
    at = await WaitingPlanVillage.start(village, name);
  };
  const told =
    '方案还没有批准，账上却已经有 600.00 元先付了这一笔：是从前多付的，或者日期写在后面的付款。' +
    '先把那张付款的凭证对清，该冲销的冲销。';

  it('dated before a payment of another plan', async () => {
    await start('Back');
    const first = await at.decide('2025-01-01', '2025-03-31', '2025-07-05');
    const { app, clock } = village;
    await hangThrough({ app, clock, collectiveId: at.added.id, planId: first.planId });
    const second = await at.decide('2025-04-01', '2025-06-30', clock.today());
    clock.moveTo('2025-07-20');
    expect(await at.grant(first, '2025-07-20')).toBe('granted');
    await at.post(PAYMENT, '2025-07-20');
    const { length } = await app.get(LedgerReadService).requireChain(at.added.id);
    expect(await at.grant(second, '2025-07-15')).toEqual([409, 'grant.paidAhead', told]);
    expect((await app.get(LedgerReadService).requireChain(at.added.id)).length).toBe(length);
    expect(await at.paid()).toEqual(['2025-07-20 60000 of 60000']);
    // On a day on which it takes nothing it is granted, and waits.
    expect(await at.grant(second, '2025-07-20')).toBe('granted');
    expect(await at.paid()).toEqual(['2025-07-20 60000 of 60000', '2025-07-20 0 of 60000']);
    expect(await at.breaks()).toEqual([]);
  });

  it('paid ahead by a debt that was taken back', async () => {
    await start('Ahead');
    const madeUp = await at.post(MADE_UP, '2025-07-18');
    const payment = await at.post(PAYMENT, '2025-07-18');
    await at.reverse(madeUp.entryId, '2025-07-19');
    const plan = await at.decide('2025-01-01', '2025-03-31', '2025-07-20');
    expect(await at.grant(plan, '2025-07-20')).toEqual([409, 'grant.paidAhead', told]);
    await at.reverse(payment.entryId, '2025-07-20');
    expect(await at.grant(plan, '2025-07-20')).toBe('granted');
    expect(await at.paid()).toEqual(['2025-07-20 0 of 60000']);
  });
});
