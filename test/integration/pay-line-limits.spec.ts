import { FormProblems } from '../../src/domain/shared/problem';
import { describeOnEachEngine, type OpenDatabase } from '../support/engines';
import { ACCOUNTANT, OFFICER, type Village } from '../support/village';
import { typedLine, typedVoucher } from '../support/vouchers';
import { CARDS, CASHIER, PayScene, REASONS } from './pay-lists.fixture';

/** 2,000.00 were decided for rewards. Li got 600.00 by a list that was taken back after he was paid. */
describeOnEachEngine('pay lists against the plan lines by which people are owed', (open) => {
  let opened: OpenDatabase;
  let scene: PayScene;
  let village: Village;
  let planId: string;

  const reverse = (entryId: string) =>
    scene.services.desk.reverseVoucher(
      village.id,
      { entryId, reason: 'wrongAmount', postedOn: '2025-07-20', paidWhy: 'it comes back next week' },
      ACCOUNTANT,
    );
  const submit = (id: string) => scene.pay.lists.submit(village.id, { id, reasons: REASONS }, ACCOUNTANT);
  const agree = async (id: string) => {
    const { digest } = (await scene.pay.reading.require(village.id, id)).list;
    const form = { outcome: 'passed', reason: '', digest: digest ?? '' };
    return scene.pay.lists.review(village.id, { id, form }, OFFICER);
  };
  const release = async (releaseAmount: string) => {
    const [plan] = await scene.services.plans.listPlans(village.id);
    const claimId = plan?.lines[0]?.claims[0]?.id ?? '';
    const form = { claimId, releaseAmount, releasedOn: '2025-07-20', releaseReason: 'nobody', paper: '5' };
    return scene.services.releasing.release(village.id, { planId, form, command: ACCOUNTANT });
  };
  const above = (refused: Promise<unknown>): Promise<string> =>
    refused.then(
      () => 'went on',
      (error: unknown) => {
        if (!(error instanceof FormProblems)) throw error;
        const [{ code, facts = {} } = { code: '' }] = error.problems;
        return [code, ...[facts.amount, facts.left, facts.excess, facts.onLists].map(String)].join(' ');
      },
    );

  beforeEach(async () => {
    opened = await open();
    scene = await PayScene.start(opened);
    ({ village } = scene);
    planId = (await scene.services.plans.listPlans(village.id))[0]?.id ?? '';
    await scene.setAccount(2, CARDS[2] ?? '');
    const wrong = await scene.accept('1 600 1', '600');
    const paid = await scene.sent(scene.keysOf(wrong, 0));
    await scene.pay.bank.confirm(village.id, { id: paid, form: scene.outcome() }, ACCOUNTANT);
    await reverse(wrong);
  });
  afterEach(() => opened.close());

  it('pays all that is left of a line and no fen more, whoever holds what was paid of it', async () => {
    const debt = await scene.accept('2 1400 1\n3 0.01 1', '1400.01');
    const { id: all } = await scene.draft(scene.keysOf(debt, 1, 2));
    expect(await above(submit(all))).toBe('payouts.aboveLine 140001 140000 1 0');
    await scene.pay.lists.recall(village.id, { id: all, reason: 'above' }, ACCOUNTANT);
    const { id } = await scene.draft(scene.keysOf(debt, 1));
    await submit(id);
    const { id: second } = await scene.draft(scene.keysOf(debt, 2));
    expect(await above(submit(second))).toBe('payouts.aboveLine 1 0 1 140000');
    await agree(id);
    await scene.pay.bank.send(village.id, id, CASHIER);
    // What the bank does not pay is nobody's any more.
    const failed = scene.outcome({ lineNumbers: '1', returnKind: 'closed' });
    await scene.pay.bank.fail(village.id, { id, form: failed }, ACCOUNTANT);
    await submit(second);
  });

  it('lets a list go on once what was paid over is back', async () => {
    const debt = await scene.accept('2 1600 1', '1600');
    const { id } = await scene.draft(scene.keysOf(debt, 1));
    expect(await above(submit(id))).toBe('payouts.aboveLine 160000 140000 20000 0');
    await scene.services.manualVouchers.postVoucher(
      village.id,
      typedVoucher({
        postedOn: '2025-07-20',
        lines: [
          typedLine({ ledgerAccount: '102', debit: '200', pool: 'pv' }),
          typedLine({ ledgerAccount: '211', credit: '200', pool: 'pv' }),
        ],
      }),
      { preparedBy: 'ann', reviewedBy: 'ben' },
    );
    await submit(id);
  });

  it('holds when it is agreed to and sent: somebody released meanwhile what it pays', async () => {
    const debt = await scene.accept('2 700 1', '700');
    const [first, second] = [scene.keysOf(debt, 1), await scene.accept('3 500 1', '500')];
    const { id: agreed } = await scene.draft(first);
    const { id: waiting } = await scene.draft(scene.keysOf(second, 2));
    await submit(agreed);
    await submit(waiting);
    await agree(agreed);
    await release('200.01');
    expect(await above(agree(waiting))).toBe('payouts.aboveLine 50000 49999 1 70000');
    expect(await above(scene.pay.bank.send(village.id, agreed, CASHIER))).toBe(
      'payouts.aboveLine 70000 69999 1 50000',
    );
    await scene.pay.lists.recall(village.id, { id: waiting, reason: 'released' }, ACCOUNTANT);
    await scene.pay.bank.send(village.id, agreed, CASHIER);
  });

  it('is had by one of two lists that are submitted at once', async () => {
    const debt = await scene.accept('2 701 1\n3 700 1', '1401');
    const { id: one } = await scene.draft(scene.keysOf(debt, 1));
    const { id: other } = await scene.draft(scene.keysOf(debt, 2));
    const both = await Promise.allSettled([submit(one), submit(other)]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const left = both[0].status === 'rejected' ? one : other;
    expect(await above(submit(left))).toMatch(/^payouts\.aboveLine 70[01]00 (69900|70000) /);
  });
});
