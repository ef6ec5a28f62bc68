import { PayListWorkService } from '../../src/features/payouts/pay-list-work.service';
import { describeOnEachEngine, type OpenDatabase } from '../support/engines';
import { SEEDS } from '../support/policy-seeds';
import { typedLine, typedVoucher } from '../support/vouchers';
import { ACCOUNTANT, DEPUTY, OFFICER } from '../support/village';
import { CASHIER, PayScene, REASONS } from './pay-lists.fixture';

/** Of three people who are rewarded two are paid by lists. */
describeOnEachEngine('what waits of pay lists', (open) => {
  let opened: OpenDatabase;
  let scene: PayScene;
  let work: PayListWorkService;
  let debt: string;

  /** In whose hands, what, since when. */
  const waiting = async (today = '2025-07-20', by?: string): Promise<string[]> => {
    const asked = by === undefined ? { today } : { today, by };
    const told = await work.listWork(scene.village.id, asked);
    return told.map(({ whose, what, since }) => `${whose} ${what} ${since}`);
  };
  const submitted = async (...places: number[]) => {
    const { id } = await scene.draft(scene.keysOf(debt, ...places));
    await scene.pay.lists.submit(scene.village.id, { id, reasons: REASONS }, ACCOUNTANT);
    return id;
  };

  beforeEach(async () => {
    opened = await open();
    scene = await PayScene.start(opened);
    const { reading, ground, parts } = scene.pay;
    work = new PayListWorkService(opened.database, reading, ground, parts, SEEDS);
    debt = await scene.accept('1 300 1\n2 200 1\n3 100 1', '600');
  });
  afterEach(() => opened.close());

  it('goes from hand to hand, and never to whoever accepted what it pays', async () => {
    expect(await waiting()).toEqual([]);
    const { id } = await scene.draft(scene.keysOf(debt, 0, 1));
    expect(await waiting()).toEqual(['accountant 2025年第1号发放清单起草了，还没有提交 2025-07-20']);
    await scene.pay.lists.submit(scene.village.id, { id, reasons: REASONS }, ACCOUNTANT);
    const review = ['township 2025年第1号发放清单等审核 2025-07-20'];
    expect(await waiting()).toEqual(review);
    expect(await waiting('2025-07-20', OFFICER.by)).toEqual(review);
    expect(await waiting('2025-07-20', DEPUTY.by)).toEqual([]);
    const { digest } = (await scene.pay.reading.require(scene.village.id, id)).list;
    const form = { outcome: 'passed', reason: '', digest: digest ?? '' };
    await scene.pay.lists.review(scene.village.id, { id, form }, OFFICER);
    expect(await waiting()).toEqual(['cashier 2025年第1号发放清单同意了，等送银行 2025-07-20']);
    await scene.pay.bank.send(scene.village.id, id, CASHIER);
    expect(await waiting('2025-07-21')).toEqual([]);
    expect(await waiting('2025-07-22')).toEqual([
      'accountant 2025年第1号发放清单送了银行，还有 2 笔没有回音 2025-07-20',
    ]);
  });

  it('is what the bank did not pay until it is on a list again, or nobody owes it any more', async () => {
    const id = await scene.sent(scene.keysOf(debt, 0, 1));
    const failed = scene.outcome({ lineNumbers: '1,2', returnKind: 'closed' });
    await scene.pay.bank.fail(scene.village.id, { id, form: failed }, ACCOUNTANT);
    expect(await waiting()).toEqual([
      'accountant 银行没付成、退回、付款冲销了的有 2 笔，还没有重新列清单 2025-07-20',
    ]);
    const again = await submitted(0);
    expect(await waiting()).toEqual([
      'township 2025年第2号发放清单等审核 2025-07-20',
      'accountant 银行没付成、退回、付款冲销了的有 1 笔，还没有重新列清单 2025-07-20',
    ]);
    await scene.pay.lists.recall(scene.village.id, { id: again, reason: 'wrong card' }, ACCOUNTANT);
    expect(await waiting()).toEqual([
      'accountant 银行没付成、退回、付款冲销了的有 2 笔，还没有重新列清单 2025-07-20',
    ]);
    const lines = [
      typedLine({ ledgerAccount: '211', debit: '600', pool: 'pv' }),
      typedLine({ ledgerAccount: '102', credit: '600', pool: 'pv' }),
    ];
    const voucher = typedVoucher({ postedOn: '2025-07-20', lines });
    const hands = { preparedBy: 'ann', reviewedBy: 'ben' };
    await scene.services.manualVouchers.postVoucher(scene.village.id, voucher, hands);
    expect(await waiting()).toEqual([]);
  });
});
