import { Findings } from '../../src/domain/ledger/check-pass';
import { partKey } from '../../src/domain/payouts/payable-parts';
import { describeOnEachEngine, type OpenDatabase } from '../support/engines';
import { refusals } from '../support/posts';
import { Tampering } from '../support/tampering';
import { ACCOUNTANT, claimOf, GRANTER, OFFICER, type Village } from '../support/village';
import { CARDS, CASHIER, PayScene } from './pay-lists.fixture';

const FIRM = {
  ...{ payeeName: 'Yunong Ltd', payeeKind: 'organisation', payeeAccount: '1302 0105 0920 0012' },
  ...{ payeeBank: 'Rural Bank', payeePaper: 'contract 5 of 2025' },
};
const SHOP = { ...FIRM, payeeName: 'Hardware shop', payeeAccount: '99887766', payeePaper: 'invoice 81' };
const DAM = { bucket: 'labour', targetGroup: 'unknown', forWhat: 'the dam' };
const WHY = { 'payCheck.peoplesSum': 'the firm shows who got it' };

/** 500.00 for labour is granted as one sum to nobody by name, and 300.00 are a reward of Li's. */
describeOnEachEngine('paying a sum to somebody outside the village', (open) => {
  let opened: OpenDatabase;
  let scene: PayScene;
  let village: Village;
  let debtId: string;

  const pay = () => scene.pay;
  const name = (form = FIRM, by = ACCOUNTANT) => pay().named.name(village.id, { debtId, form }, by);
  const keysOf = async (): Promise<string[]> =>
    (await pay().parts.listParts(village.id)).filter((part) => part.debtId === debtId).map(partKey);
  const submitted = async (keys: readonly string[], reasons: Record<string, string> = WHY) => {
    const { id } = await scene.draft(keys);
    await pay().lists.submit(village.id, { id, reasons }, ACCOUNTANT);
    const { digest } = (await pay().reading.require(village.id, id)).list;
    return { id, form: { outcome: 'passed', reason: '', digest: digest ?? '' } };
  };
  const sent = async (keys: readonly string[], reasons?: Record<string, string>): Promise<string> => {
    const list = await submitted(keys, reasons);
    await pay().lists.review(village.id, list, OFFICER);
    await pay().bank.send(village.id, list.id, CASHIER);
    return list.id;
  };
  const standing = async (): Promise<string> => {
    const { standing: found } = await pay().named.requireGranted(village.id, debtId);
    return [found.state, String(found.amount), found.covered.length].join(' ');
  };

  beforeEach(async () => {
    opened = await open();
    scene = await PayScene.start(opened, [claimOf(50_000n, DAM)]);
    ({ village } = scene);
    const { id: planId, claimIds } = scene.plan;
    debtId = (await village.grant(planId, claimIds[0] ?? '')).voucher.entryId;
  });
  afterEach(() => opened.close());

  it('goes to whom a paper names, back, and to another, and is paid once', async () => {
    expect(await keysOf()).toEqual([]);
    await name();
    const debt = await scene.accept('1 300 1', '300');
    const keys = [...(await keysOf()), ...scene.keysOf(debt, 0)];
    const id = await sent(keys);
    const rows = await pay().bank.bankRows(village.id, id);
    expect(rows.map(({ payee, account, amount }) => [payee, account, amount])).toEqual([
      ['Li', CARDS[0], 300_00n],
      ['Yunong Ltd', '1302010509200012', 500_00n],
    ]);
    expect(await refusals(name(SHOP))).toBe('payees.onList');
    await pay().bank.confirm(village.id, { id, form: scene.outcome() }, ACCOUNTANT);
    expect(await standing()).toBe('paid 0 1');
    expect(await keysOf()).toEqual([]);
    expect(await refusals(name(SHOP))).toBe('payees.paid');

    const back = scene.outcome({ lineNumbers: '2', returnKind: 'closed' });
    await pay().bank.giveBack(village.id, { id, form: back }, ACCOUNTANT);
    expect(await standing()).toBe('open 50000 0');
    await name(SHOP);
    const again = await sent(await keysOf());
    expect((await pay().bank.bankRows(village.id, again))[0]?.account).toBe('99887766');
    await pay().bank.confirm(village.id, { id: again, form: scene.outcome() }, ACCOUNTANT);
    expect(await standing()).toBe('paid 0 1');
    expect(await scene.told()).toBe('0 30000 0');
    expect(await found()).toEqual([]);
  });

  it('is agreed to by nobody who granted it or said whose it is', async () => {
    await name(FIRM, { by: 'drew' });
    const list = await submitted(await keysOf());
    const review = (by: string) => refusals(pay().lists.review(village.id, list, { by }));
    expect(await review(GRANTER.by)).toEqual(['approvals.tookPart decidedBy']);
    expect(await review('drew')).toEqual(['approvals.tookPart decidedBy']);
    expect(await review(OFFICER.by)).toEqual([]);
  });

  it('asks why money for people goes to one, why an account is new, and whose it is besides', async () => {
    await name();
    expect(await refusals(submitted(await keysOf(), {}))).toEqual([
      'payCheck.peoplesSum reasons.payCheck.peoplesSum',
    ]);
    const { id } = await scene.draft(await keysOf()).catch(async () => {
      const [list] = await pay().reading.listAll(village.id);
      return { id: list?.list.id ?? '' };
    });
    await pay().lists.recall(village.id, { id, reason: 'another account' }, ACCOUNTANT);
    await name({ ...FIRM, payeeAccount: CARDS[0] ?? '' });
    const { id: second } = await scene.draft(await keysOf());
    const codes = (await pay().checks.list(village.id, second)).map(({ code, facts }) => [
      code,
      facts['who'],
    ]);
    expect(codes).toEqual([
      ['payCheck.accountChanged', 'Yunong Ltd'],
      ['payCheck.accountShared', 'Yunong Ltd、Li'],
      ['payCheck.peoplesSum', 'Yunong Ltd'],
    ]);
  });

  it('takes no paper that is none, no account that is none, and of a firm no other kind', async () => {
    expect(await refusals(name({ ...FIRM, payeePaper: '', payeeAccount: '12' }))).toEqual([
      'form.missing payeePaper',
      'payees.accountLength payeeAccount',
    ]);
    const card = { ...FIRM, payeeKind: 'person', payeeAccount: '6222021234567890129' };
    expect(await refusals(name(card))).toEqual(['person.cardCheck payeeAccount']);
    await name();
    expect(await refusals(name({ ...FIRM, payeeKind: 'office' }))).toEqual(['payees.otherKind payeeKind']);
    const none = { debtId: 'none', form: FIRM };
    expect(await refusals(pay().named.name(village.id, none, ACCOUNTANT))).toBe('payees.debtUnknown');
  });

  const found = async (): Promise<string[]> => {
    const findings = new Findings('payLists');
    const db = opened.database.reader;
    const books = { db, collectiveId: village.id, chartOf: () => undefined, findings, seen: undefined };
    await pay().check.checkRows(books);
    return [...new Set(findings.breaks.map(({ code }) => code))];
  };

  it('keeps no number in the open, and is told by the check where a line names nobody', async () => {
    await name();
    await scene.draft(await keysOf());
    expect(await found()).toEqual([]);
    const hand = await Tampering.on(opened);
    const rows = await hand.rows('SELECT sealed FROM payee_accounts');
    expect(JSON.stringify(rows)).not.toContain('1302010509200012');
    await hand.run('UPDATE pay_list_lines SET member_version = 7');
    await hand.close();
    expect(await found()).toEqual(['check.payListPayee']);
  });
});
