import { FormProblems } from '../../src/domain/shared/problem';
import { PaidGrantsService } from '../../src/features/distribution/paid-grants.service';
import { LedgerReadService } from '../../src/features/ledger/ledger-read.service';
import { PayingVouchersService } from '../../src/features/ledger/paying-vouchers.service';
import { VoucherChoicesService } from '../../src/features/ledger/voucher-choices.service';
import { VoucherStepsService } from '../../src/features/months/voucher-steps.service';
import { describeOnEachEngine } from '../support/engines';
import { hangThrough } from '../support/hung-sheet';
import { refusals } from '../support/posts';
import { Tampering } from '../support/tampering';
import { startVillageApp, type VillageApp } from './api-village.fixture';
import { credit, debit, type Decided, WaitingPlanVillage } from './waiting-plan.fixture';

const bank = (sum: string): ReturnType<typeof credit> => credit(sum, { ledgerAccount: '102' });

/** A plan that is approved, granted after another that waits for its sheet: both owe 600.00 on 211. */
describeOnEachEngine('a payment that says which grant it pays', (_open, engine) => {
  let village: VillageApp;
  let at: WaitingPlanVillage;
  let day: string;
  let waiting: Decided;
  let [old, young] = ['', ''];

  const start = async (name: string): Promise<Decided> => {
    village.clock.moveTo('2025-07-05');
    at = await WaitingPlanVillage.start(village, name);
    const approved = await at.decide('2025-01-01', '2025-03-31', '2025-07-05');
    const { app, clock } = village;
    await hangThrough({ app, clock, collectiveId: at.added.id, planId: approved.planId });
    day = clock.today();
    waiting = await at.decide('2025-04-01', '2025-06-30', day);
    return approved;
  };
  const bothGranted = async (name: string): Promise<void> => {
    const approved = await start(name);
    expect(await at.grant(waiting, day)).toBe('granted');
    expect(await at.grant(approved, day)).toBe('granted');
    const grants = await village.app.get(PaidGrantsService).listGrants(at.added.id);
    [old = '', young = ''] = grants.map(({ voucher }) => voucher.entryId);
  };
  const pay = (sum: string, paysDebt: string, on = day) => at.post([debit(sum, { paysDebt }), bank(sum)], on);
  const paid = async (): Promise<string[]> =>
    (await at.paid()).map((told) => told.slice('2025-07-12 '.length));

  beforeAll(async () => {
    village = await startVillageApp(engine);
  });
  afterAll(() => village.close());

  it('pays that one, though an older one waits, and no more than it is owed', async () => {
    await bothGranted('Names');
    expect(await refusals(at.post([debit('600'), bank('600')], day))).toEqual([
      'payouts.planUnpublished lines',
    ]);
    expect(await refusals(pay('600', old))).toEqual(['payouts.planUnpublished lines']);
    expect(await refusals(pay('600.01', young))).toEqual(['voucher.paysAbove lines.0.paysDebt']);
    const { entryId } = await pay('250', young);
    expect(await paid()).toEqual(['0 of 60000', '25000 of 60000']);
    expect(await refusals(pay('350.01', young))).toEqual(['voucher.paysAbove lines.0.paysDebt']);
    await pay('350', young);
    expect(await paid()).toEqual(['0 of 60000', '60000 of 60000']);
    expect(await refusals(pay('0.01', young))).toEqual(['voucher.paysAbove lines.0.paysDebt']);
    await at.reverse(entryId, day);
    expect(await paid()).toEqual(['0 of 60000', '35000 of 60000']);
    expect(await at.breaks()).toEqual([]);
  });

  it('pays nothing else, nowhere else and on no earlier day', async () => {
    await bothGranted('Others');
    const at0 = ['voucher.paysElsewhere lines.0.paysDebt'];
    expect(await refusals(pay('600', 'nothing'))).toEqual(at0);
    expect(
      await refusals(at.post([debit('9', { paysDebt: young, stream: 'energy' }), bank('9')], day)),
    ).toEqual(at0);
    const members = { pool: 'members' };
    const ofMembers = [debit('9', { paysDebt: young, ...members }), { ...bank('9'), ...members }];
    expect(await refusals(at.post(ofMembers, day))).toEqual(expect.arrayContaining(at0));
    // On that day nothing is owed, nor had the sheet hung.
    expect(await refusals(pay('600', young, '2025-07-10'))).toContain('voucher.paysBefore lines.0.paysDebt');
    const turned = [debit('600', { paysDebt: young }), credit('600', { stream: 'energy' })];
    expect(await refusals(at.post(turned, day))).toEqual(['voucher.paysNoMoney lines']);
    const twice = [debit('400', { paysDebt: young }), debit('400', { paysDebt: young }), bank('800')];
    expect(await refusals(at.post(twice, day))).toEqual(['voucher.paysAbove lines.0.paysDebt']);
    // What is beyond it, or beside it, falls on what waits.
    expect(
      await refusals(at.post([debit('600', { paysDebt: young }), debit('1'), bank('601')], day)),
    ).toEqual(['payouts.planUnpublished lines']);
    expect(await paid()).toEqual(['0 of 60000', '0 of 60000']);
  });

  it('leaves nothing to a payment dated before it that would take its place', async () => {
    const approved = await start('Dated');
    expect(await at.grant(approved, day)).toBe('granted');
    expect(await at.grant(waiting, day)).toBe('granted');
    const grants = await village.app.get(PaidGrantsService).listGrants(at.added.id);
    [young = '', old = ''] = grants.map(({ voucher }) => voucher.entryId);
    village.clock.moveTo('2025-07-14');
    await pay('600', young, '2025-07-14');
    expect(await refusals(at.post([debit('600'), bank('600')], day))).toEqual([
      'payouts.planUnpublished lines',
    ]);
    expect(await paid()).toEqual(['60000 of 60000', '0 of 60000']);
    expect(await at.breaks()).toEqual([]);
  });

  it('lets a wrong grant that was paid be put right by its payment, as the refusal says', async () => {
    const approved = await start('Wrong');
    expect(await at.grant(approved, day)).toBe('granted');
    const { entryId, voucherNumber } = await at.post([debit('600'), bank('600')], day);
    expect(await at.grant(waiting, day)).toBe('granted');
    const grants = await village.app.get(PaidGrantsService).listGrants(at.added.id);
    const reversal = { reason: 'wrongAmount', postedOn: day, paidWhy: '多发的由村里收回来' };
    const reverse = (id: string) =>
      village.app
        .get(VoucherStepsService)
        .reverseVoucher(at.added.id, { entryId: id, ...reversal }, { by: 'wang' });
    const wrong = grants[0]?.voucher.entryId ?? '';
    const refused = await reverse(wrong).catch((error: unknown) => error);
    const problems = refused instanceof FormProblems ? refused.problems : [];
    const payments = `2025年记-${String(voucherNumber).padStart(4, '0')}`;
    expect(problems.map(({ code, facts = {} }) => [code, facts['payments']])).toEqual([
      ['payouts.planUnpublished', undefined],
      ['payouts.paymentFirst', payments],
    ]);
    await reverse(entryId);
    await reverse(wrong);
    expect(await at.grant(approved, day)).toBe('granted');
    const anew = (await village.app.get(PaidGrantsService).listGrants(at.added.id)).at(-1);
    await pay('600', anew?.voucher.entryId ?? '');
    expect(await paid()).toEqual(['0 of 60000', '60000 of 60000']);
    expect(await at.breaks()).toEqual([]);
  });

  it('is filled in on the form that a grant or a line of the bank opens', async () => {
    await bothGranted('Form');
    const paying = village.app.get(PayingVouchersService);
    const formOf = async (amount?: string) =>
      (await paying.formFor(at.added.id, { entryIds: young, on: day, amount }))?.lines.map((line) => [
        line.debit,
        line.paysDebt,
      ]);
    expect(await formOf()).toEqual([
      ['600.00', young],
      ['', undefined],
    ]);
    expect((await formOf('20'))?.[0]).toEqual(['20.00', young]);
    expect((await formOf('600.01'))?.[0]).toEqual(['600.00', undefined]);
    const values = { 'lines[0][paysDebt]': young };
    const { debts } = await village.app.get(VoucherChoicesService).choicesFor(at.added.id, values);
    expect(debts.map(({ value }) => value)).toEqual([young]);
    expect((await village.app.get(VoucherChoicesService).choicesFor(at.added.id)).debts).toEqual([]);
  });

  it('is held against the draft that said so', async () => {
    await bothGranted('Checked');
    const { entryId } = await pay('600', young);
    const hand = await Tampering.on(village);
    await hand.keep();
    const codes = async (): Promise<unknown[]> =>
      (await at.breaks()).map((each) => (each as { readonly code: string }).code);
    expect(await codes()).toEqual([]);
    await hand.run(`UPDATE debt_payments SET debt_entry_id = '${old}' WHERE entry_id = '${entryId}'`);
    expect(await codes()).toEqual(expect.arrayContaining(['check.draftDiffers', 'check.paidBeforeApproval']));
    await hand.putBack();
    await hand.run(`DELETE FROM debt_payments WHERE entry_id = '${entryId}'`);
    expect(await codes()).toEqual(expect.arrayContaining(['check.draftDiffers', 'check.paidBeforeApproval']));
    await hand.putBack();
    await hand.close();
    expect((await village.app.get(LedgerReadService).requireEntry(at.added.id, entryId)).entryId).toBe(
      entryId,
    );
  });
});
