import { describeOnEachEngine, type OpenDatabase } from '../support/engines';
import { partKey } from '../../src/domain/payouts/payable-parts';
import { refusals } from '../support/posts';
import { ACCOUNTANT, claimOf, DEPUTY, OFFICER } from '../support/village';
import { industryOn } from '../support/works';
import { expectSoundBooks } from '../books/invariants';
import { PROJECT, STAGE } from './industry.fixture';
import { CASHIER, PayScene, REASONS } from './pay-lists.fixture';

const FIRM = {
  ...{ payeeName: 'A cooperative', payeeKind: 'organisation', payeeAccount: '1302 0105 0920 0012' },
  ...{ payeeBank: 'Rural Bank', payeePaper: 'contract 5 of 2025' },
};
const SHEDS = { bucket: 'industry', targetGroup: 'unknown', forWhat: 'sheds' };

/** A project of 100.00, of which the first stage is 60.00. */
describeOnEachEngine('paying stages of industry by lists', (open) => {
  let opened: OpenDatabase;
  let scene: PayScene;
  let projectId: string;

  const stages = () => industryOn(opened.database, scene.services).stages;
  const pay = () => scene.pay;
  const at = () => scene.village.id;
  /** A stage is entered, and accepted by another: the voucher by which it is owed. */
  const owed = async (amount: string): Promise<string> => {
    const form = { ...STAGE, amount };
    const { id: stageId } = await stages().enterStage(at(), { projectId, form }, ACCOUNTANT);
    const accepted = { projectId, stageId, acceptedOn: '2025-07-20' };
    return (await stages().acceptStage(at(), accepted, DEPUTY)).voucher.entryId;
  };
  const name = (debtId: string) => pay().named.name(at(), { debtId, form: FIRM }, ACCOUNTANT);
  const keysOf = async (...debts: readonly string[]): Promise<string[]> =>
    (await pay().parts.listParts(at())).filter(({ debtId }) => debts.includes(debtId)).map(partKey);
  const submitted = async (keys: readonly string[]) => {
    const { id } = await scene.draft(keys);
    await pay().lists.submit(at(), { id, reasons: REASONS }, ACCOUNTANT);
    const { digest } = (await pay().reading.require(at(), id)).list;
    return { id, form: { outcome: 'passed', reason: '', digest: digest ?? '' } };
  };
  const sent = async (keys: readonly string[]): Promise<string> => {
    const list = await submitted(keys);
    await pay().lists.review(at(), list, OFFICER);
    await pay().bank.send(at(), list.id, CASHIER);
    return list.id;
  };
  const confirm = (id: string) => pay().bank.confirm(at(), { id, form: scene.outcome() }, ACCOUNTANT);
  const standing = async (debtId: string): Promise<string> => {
    const { standing: found } = await pay().named.requireGranted(at(), debtId);
    return `${found.state} ${String(found.amount)}`;
  };

  beforeEach(async () => {
    opened = await open();
    scene = await PayScene.start(opened, [claimOf(10_000n, SHEDS)]);
    const claims = await stages().listClaims(at());
    const claimId = claims.find(({ claim }) => claim.amount === 10_000n)?.claim.id ?? '';
    projectId = (await stages().openProject(at(), { ...PROJECT, claimId }, ACCOUNTANT)).id;
  });
  afterEach(() => opened.close());

  it('goes from an accepted stage to the bank’s answer, back, and again, and is paid once', async () => {
    const first = await owed('60.00');
    expect(await keysOf(first)).toEqual([]);
    await name(first);
    const id = await sent(await keysOf(first));
    const rows = await pay().bank.bankRows(at(), id);
    expect(rows.map(({ payee, account, amount }) => [payee, account, amount])).toEqual([
      ['A cooperative', '1302010509200012', 60_00n],
    ]);
    await pay().bank.fail(
      at(),
      { id, form: scene.outcome({ lineNumbers: '1', returnKind: 'closed' }) },
      ACCOUNTANT,
    );
    expect([await scene.states(id), await standing(first)]).toEqual(['settled: returned', 'open 6000']);

    const again = await sent(await keysOf(first));
    await confirm(again);
    expect([await scene.states(again), await standing(first)]).toEqual(['settled: confirmed', 'paid 0']);
    expect(await keysOf(first)).toEqual([]);
    const { postings } = await scene.services.books.requireEntry(at(), await scene.lastVoucher(again));
    expect(postings.map(({ ledgerAccount, side, amount }) => [ledgerAccount, side, amount])).toEqual([
      ['211', 'debit', 60_00n],
      ['102', 'credit', 60_00n],
    ]);
    await expectSoundBooks(scene.village);
  });

  it('pays each stage by its own voucher, two on one list', async () => {
    const debts = [await owed('60.00'), await owed('40.00')];
    for (const debt of debts) await name(debt);
    const id = await sent(await keysOf(...debts));
    const lineNumbers = '1';
    await pay().bank.confirm(at(), { id, form: scene.outcome({ lineNumbers }) }, ACCOUNTANT);
    expect(await Promise.all(debts.map(standing))).toEqual(['paid 0', 'open 4000']);
    await confirm(id);
    expect(await Promise.all(debts.map(standing))).toEqual(['paid 0', 'paid 0']);
    await expectSoundBooks(scene.village);
  });

  it('is agreed to by nobody who accepted the stage', async () => {
    const debt = await owed('60.00');
    await name(debt);
    const list = await submitted(await keysOf(debt));
    const review = (by: string) => refusals(pay().lists.review(at(), list, { by }));
    expect(await review(DEPUTY.by)).toEqual(['approvals.tookPart decidedBy']);
    expect(await review(OFFICER.by)).toEqual([]);
  });

  it('takes back no stage that stands on a list', async () => {
    const debt = await owed('60.00');
    await name(debt);
    const { id } = await scene.draft(await keysOf(debt));
    const reverse = () =>
      scene.services.desk.reverseVoucher(
        at(),
        { entryId: debt, reason: 'wrongAmount', postedOn: '2025-07-20', paidWhy: '' },
        ACCOUNTANT,
      );
    expect(await refusals(reverse())).toBe('payouts.debtOnList');
    await pay().lists.recall(at(), { id, reason: 'wrong sum' }, ACCOUNTANT);
    await reverse();
    expect(await keysOf(debt)).toEqual([]);
  });
});
