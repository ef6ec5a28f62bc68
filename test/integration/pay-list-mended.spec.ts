import { Findings } from '../../src/domain/ledger/check-pass';
import { describeOnEachEngine, type OpenDatabase } from '../support/engines';
import { refusals } from '../support/posts';
import { Tampering } from '../support/tampering';
import { ACCOUNTANT, type Village } from '../support/village';
import { PayScene } from './pay-lists.fixture';

/** What was typed of the bank wrongly: refused, or put right. */
describeOnEachEngine('what was noted of a bank by mistake', (open) => {
  let opened: OpenDatabase;
  let scene: PayScene;
  let village: Village;

  const bank = () => scene.pay.bank;
  const outcome = (of: Record<string, string> = {}) => scene.outcome(of);

  beforeAll(async () => {
    opened = await open();
    scene = await PayScene.start(opened);
    ({ village } = scene);
  });
  afterAll(() => opened.close());

  const failed = (id: string, lineNumbers: string) => {
    const form = outcome({ lineNumbers, returnKind: 'wrongNumber' });
    return bank().fail(village.id, { id, form }, ACCOUNTANT);
  };
  const unfail = (id: string, lineNumbers: string, returnWords = 'the statement shows it') =>
    scene.pay.mistakes.unfail(village.id, { id, form: { lineNumbers, returnWords } }, ACCOUNTANT);
  const answered = (id: string, paid: readonly number[]) => {
    const day = '2025-07-20';
    const read = () => Promise.resolve({ day, paid, returned: [], fileDigest: 'of the answer' });
    return bank().takeResults(village.id, { id, keptId: 'kept', bankDay: day, read }, ACCOUNTANT);
  };

  it('puts lines on their way again that were noted as failed, and takes the answer', async () => {
    const debt = await scene.accept('1 70 1\n2 80 1', '150');
    const keys = scene.keysOf(debt, 0, 1);
    const id = await scene.sent(keys);
    await failed(id, '1,2');
    expect(await scene.states(id)).toBe('settled: returned returned');
    await expect(answered(id, [1, 2])).rejects.toThrow('payouts.notNow');
    expect(await refusals(unfail(id, '1', ''))).toEqual(['form.missing returnWords']);
    expect(await refusals(unfail(id, ''))).toEqual(['form.missing lineNumbers']);
    expect(await refusals(unfail(id, '3'))).toEqual(['payouts.notFailed lineNumbers']);
    const { id: other } = await scene.draft(keys.slice(0, 1));
    expect(await refusals(unfail(id, '1, 2'))).toEqual(['payouts.listedSince lineNumbers']);
    await scene.pay.lists.recall(village.id, { id: other, reason: 'the bank paid it' }, ACCOUNTANT);
    await unfail(id, '1, 2');
    expect(await scene.states(id)).toBe('sent: open open');
    expect(await refusals(scene.draft(keys))).toEqual([
      'payouts.onOtherList parts',
      'payouts.onOtherList parts',
    ]);
    await answered(id, [1, 2]);
    expect(await scene.states(id)).toBe('settled: confirmed confirmed');
    expect(await refusals(unfail(id, '1'))).toEqual(['payouts.notFailed lineNumbers']);
  });

  it('takes back no failure of what was paid since, and nothing that came back once paid', async () => {
    const debt = await scene.accept('1 90 1', '90');
    const keys = scene.keysOf(debt, 0);
    const first = await scene.sent(keys);
    await failed(first, '1');
    const second = await scene.sent(keys);
    await answered(second, [1]);
    expect(await refusals(unfail(first, '1'))).toEqual(['payouts.paidSince lineNumbers']);
    const back = outcome({ lineNumbers: '1', returnKind: 'closed' });
    await bank().giveBack(village.id, { id: second, form: back }, ACCOUNTANT);
    expect(await refusals(unfail(second, '1'))).toEqual(['payouts.notFailed lineNumbers']);
  });

  it('lets money come back no day before it was paid, so that the debt stands', async () => {
    const debt = await scene.accept('1 300 1\n2 200 1', '500');
    const id = await scene.sent(scene.keysOf(debt, 0, 1));
    village.services.clock.moveTo('2025-07-26');
    const paid = (lineNumbers: string, bankDay: string) =>
      bank().confirm(village.id, { id, form: outcome({ lineNumbers, bankDay }) }, ACCOUNTANT);
    await paid('1', '2025-07-25');
    await paid('2', '2025-07-22');
    const back = (bankDay: string, lineNumbers = '1') => {
      const form = outcome({ lineNumbers, bankDay, returnKind: 'closed' });
      return bank().giveBack(village.id, { id, form }, ACCOUNTANT);
    };
    expect(await refusals(back('2025-07-24'))).toEqual(['payouts.beforePaid bankDay']);
    expect(await refusals(back('2025-07-24', '1,2'))).toEqual(['payouts.beforePaid bankDay']);
    await back('2025-07-25');
    await back('2025-07-24', '2');
    expect(await scene.told()).toBe('39000 7000 0, 20000 8000 0');
  });

  const found = async (): Promise<string[]> => {
    const findings = new Findings('payLists');
    const db = opened.database.reader;
    const books = { db, collectiveId: village.id, chartOf: () => undefined, findings, seen: undefined };
    await scene.pay.check.checkRows(books);
    return [...new Set(findings.breaks.map(({ code }) => code))];
  };

  it('is replayed by the check, act by act', async () => {
    expect(await found()).toEqual([]);
    const hand = await Tampering.on(opened);
    await hand.run("UPDATE pay_list_acts SET act = 'giveBack' WHERE act = 'fail'");
    await hand.close();
    expect(await found()).toContain('check.payListOutcomes');
  });
});
