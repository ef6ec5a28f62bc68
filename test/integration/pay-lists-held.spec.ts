import { describeOnEachEngine, type OpenDatabase } from '../support/engines';
import { refusals } from '../support/posts';
import { STATION } from '../support/station';
import { typedLine, typedVoucher } from '../support/vouchers';
import { ACCOUNTANT, type Village } from '../support/village';
import { CARDS, PayScene } from './pay-lists.fixture';

const HANDS = { preparedBy: 'ann', reviewedBy: 'ben' };

/** Of 600 owed on 211, 500 stand on a list. */
describeOnEachEngine('what stands on a living pay list', (open) => {
  let opened: OpenDatabase;
  let scene: PayScene;
  let village: Village;
  let debt: string;
  let listId: string;

  const paying = (yuan: string) => ({
    lines: [
      typedLine({ ledgerAccount: '211', debit: yuan, pool: 'pv' }),
      typedLine({ ledgerAccount: '102', credit: yuan, pool: 'pv' }),
    ],
  });
  const payByHand = (yuan: string) =>
    scene.services.manualVouchers.postVoucher(
      village.id,
      typedVoucher({ postedOn: '2025-07-20', ...paying(yuan) }),
      HANDS,
    );
  const reverse = (entryId: string) =>
    scene.services.desk.reverseVoucher(
      village.id,
      { entryId, reason: 'wrongAmount', postedOn: '2025-07-20', paidWhy: 'it comes back next week' },
      ACCOUNTANT,
    );
  const vouchers = async (): Promise<number> => {
    const months = { first: '2025-01', last: '2025-12' };
    return (await scene.services.books.listVouchers(village.id, months)).length;
  };

  beforeEach(async () => {
    opened = await open();
    scene = await PayScene.start(opened);
    ({ village } = scene);
    debt = await scene.accept('1 300 1\n2 200 1\n3 100 1', '600');
    listId = await scene.sent(scene.keysOf(debt, 0, 1));
  });
  afterEach(() => opened.close());

  it('is not paid beside it: by hand, from older books, or by what comes each month', async () => {
    const before = await vouchers();
    expect(await refusals(payByHand('100.01'))).toEqual(['payouts.inFlight lines']);
    const older = (debit: string, id: string, line: number) => ({
      ...{ id, line },
      form: typedVoucher({ postedOn: '2025-07-20', ...paying(debit) }),
    });
    const file = [older('60', 'a', 2), older('50', 'b', 3)];
    const { voucherImport, recurring } = scene.services;
    const taken = voucherImport.importVouchers(village.id, file, ACCOUNTANT);
    expect(await refusals(taken)).toEqual(['payouts.inFlight line.3.lines']);
    const form = {
      ...{ name: 'rewards', every: 'month', fromMonth: '2025-07', toMonth: '', summary: 'rewards' },
      ...paying('250'),
    };
    // What comes later may pay what is owed then.
    const { id } = await recurring.addRecurring(village.id, form, ACCOUNTANT);
    const due = { id, month: '2025-07', attachments: '1' };
    expect(await refusals(recurring.bookRecurring(village.id, due, ACCOUNTANT))).toEqual([
      'payouts.inFlight lines',
    ]);
    expect(await vouchers()).toBe(before);
  });

  it('is not turned into what names another thing, without any money', async () => {
    const station = (await village.services.assets.addAsset(village.id, STATION, ACCOUNTANT)).id;
    for (const other of [{ stream: 'energy' }, { assetId: station }]) {
      const lines = [
        typedLine({ ledgerAccount: '211', debit: '600', pool: 'pv' }),
        typedLine({ ledgerAccount: '211', credit: '600', pool: 'pv', ...other }),
      ];
      const form = typedVoucher({ postedOn: '2025-07-20', lines });
      const posted = scene.services.manualVouchers.postVoucher(village.id, form, HANDS);
      expect(await refusals(posted)).toEqual(['payouts.inFlight lines']);
    }
    expect(await refusals(payByHand('100'))).toEqual([]);
  });

  it('is not made less by a correction of an earlier year', async () => {
    const correct = (amount: string) =>
      scene.services.priorYear.correct(
        village.id,
        {
          ...{ postedOn: '2025-07-20', aboutPeriod: '2024-11', account: '514', change: 'less', pool: 'pv' },
          ...{ amount, counter: '211', counterparty: '', reason: 'nobody is owed it', twiceReason: '' },
        },
        ACCOUNTANT,
      );
    // The books know no cost of that year, so it is refused all the same.
    expect(await refusals(correct('100.01'))).toContain('payouts.inFlight amount');
    expect(await refusals(correct('100'))).toEqual(['correction.aboveYear amount']);
  });

  it('is not paid again in place of a payment that was taken back', async () => {
    const failed = scene.outcome({ lineNumbers: '1,2', returnKind: 'closed' });
    await scene.pay.bank.fail(village.id, { id: listId, form: failed }, ACCOUNTANT);
    const paid = await payByHand('600');
    await reverse(paid.entryId);
    await scene.draft(scene.keysOf(debt, 0));
    const { voucherDrafts, manualVouchers } = scene.services;
    const anew = async (yuan: string) => {
      const form = typedVoucher({ postedOn: '2025-07-20', ...paying(yuan) });
      const command = { by: 'ann', corrects: paid.entryId };
      const draft = await voucherDrafts.saveDraft(village.id, { form }, command);
      await voucherDrafts.reviewDraft(village.id, draft, { by: 'ben' });
      return manualVouchers.postDraft(village.id, draft.id, { by: 'ann' });
    };
    expect(await refusals(anew('300.01'))).toEqual(['payouts.inFlight lines']);
    await anew('300');
  });

  it('leaves what is owed beside it to whoever pays it, and what it failed to pay, too', async () => {
    await payByHand('100');
    expect(await refusals(payByHand('0.01'))).toContain('payouts.inFlight lines');
    await scene.pay.bank.confirm(
      village.id,
      { id: listId, form: scene.outcome({ lineNumbers: '1' }) },
      ACCOUNTANT,
    );
    const failed = scene.outcome({ lineNumbers: '2', returnKind: 'closed' });
    await scene.pay.bank.fail(village.id, { id: listId, form: failed }, ACCOUNTANT);
    await payByHand('200');
    expect(await scene.told()).toBe('0 30000 0, 0 20000 0, 0 10000 0');
  });

  it('keeps its debt from being taken back until it is called back or did not go through', async () => {
    expect(await refusals(reverse(debt))).toBe('payouts.debtOnList');
    const failed = scene.outcome({ lineNumbers: '1,2', returnKind: 'closed' });
    await scene.pay.bank.fail(village.id, { id: listId, form: failed }, ACCOUNTANT);
    const { id } = await scene.draft(scene.keysOf(debt, 0));
    expect(await refusals(reverse(debt))).toBe('payouts.debtOnList');
    await scene.pay.lists.recall(village.id, { id, reason: 'the yards were not clean' }, ACCOUNTANT);
    await reverse(debt);
    expect(await scene.told()).toBe('');
  });

  it('is taken back from the end: the payment, what came back of it, the second payment', async () => {
    const { bank } = scene.pay;
    await bank.confirm(village.id, { id: listId, form: scene.outcome() }, ACCOUNTANT);
    const paid = await scene.lastVoucher(listId);
    const back = { id: listId, form: scene.outcome({ lineNumbers: '2', returnKind: 'closed' }) };
    await bank.giveBack(village.id, back, ACCOUNTANT);
    const cameBack = await scene.lastVoucher(listId);
    expect(await refusals(reverse(paid))).toBe('payouts.cameBack');

    const second = await scene.sent(scene.keysOf(debt, 1));
    expect(await refusals(reverse(cameBack))).toBe('payouts.onListAgain');
    await bank.confirm(village.id, { id: second, form: scene.outcome() }, ACCOUNTANT);
    expect(await refusals(reverse(cameBack))).toBe('payouts.paidAgain');
    await reverse(await scene.lastVoucher(second));
    await reverse(cameBack);
    expect(await scene.told()).toBe('0 30000 0, 0 20000 0, 10000 0 0');
    await reverse(paid);
    expect(await scene.told()).toBe('30000 0 0, 20000 0 0, 10000 0 0');
    // What was never paid cannot come back.
    const late = { id: listId, form: scene.outcome({ lineNumbers: '1', returnKind: 'closed' }) };
    expect(await refusals(bank.giveBack(village.id, late, ACCOUNTANT))).toBe('payouts.paymentReversed');
  });

  it('goes by the list or by hand, whoever comes first', async () => {
    await scene.setAccount(2, CARDS[2] ?? '');
    const both = await Promise.allSettled([scene.draft(scene.keysOf(debt, 2)), payByHand('100')]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });
});
