import { Findings } from '../../src/domain/ledger/check-pass';
import { partKey } from '../../src/domain/payouts/payable-parts';
import { describeOnEachEngine, type OpenDatabase } from '../support/engines';
import { refusals } from '../support/posts';
import { Tampering } from '../support/tampering';
import { typedLine, typedVoucher } from '../support/vouchers';
import { ACCOUNTANT, DEPUTY, OFFICER, type Village } from '../support/village';
import { CARDS, CASHIER, PayScene, REASONS } from './pay-lists.fixture';

/** Three people are rewarded by a list on 211; one of them has no account at first. */
describeOnEachEngine('paying people by lists', (open) => {
  let opened: OpenDatabase;
  let scene: PayScene;
  let village: Village;
  let members: string[];

  const pay = () => scene.pay;
  const outcome = (of: Record<string, string> = {}) => scene.outcome(of);
  const accept = (rows: string, total: string) => scene.accept(rows, total);
  const setAccount = (place: number, number: string) => scene.setAccount(place, number);
  const draft = (keys: readonly string[], channel?: string) => scene.draft(keys, channel);
  const sent = (keys: readonly string[]) => scene.sent(keys);
  const told = () => scene.told();
  const states = (id: string) => scene.states(id);
  const vouchers = async (): Promise<number> => {
    const months = { first: '2025-01', last: '2025-12' };
    return (await village.services.books.listVouchers(village.id, months)).length;
  };
  beforeAll(async () => {
    opened = await open();
    scene = await PayScene.start(opened);
    ({ village, members } = scene);
  });
  afterAll(() => opened.close());

  it('takes a part to the bank, back, and to the bank again, and pays it once', async () => {
    const debt = await accept('1 300 1\n2 200 1\n3 100 1', '600');
    const [li = '', wu = '', sun = ''] = members.map((memberId) => partKey({ debtId: debt, memberId }));
    expect(await refusals(draft([li, wu, sun]))).toEqual(['payouts.noAccount parts']);
    const id = await sent([li, wu]);
    expect(await told()).toBe('30000 0 0, 20000 0 0, 10000 0 0');
    expect(await refusals(draft([li]))).toEqual(['payouts.onOtherList parts']);
    const rows = await pay().bank.bankRows(village.id, id);
    const { name, bytes } = await pay().files.fileOf(village.id, id, 'generic-csv');
    expect(name).toMatch(/^代发-2025-000\d\.csv$/);
    expect(bytes.toString()).toContain(`1,Li,${CARDS[0] ?? ''},Rural Bank,300.00,`);
    await expect(pay().files.fileOf(village.id, id, 'none')).rejects.toThrow('payFile.layoutUnknown');
    expect(rows.map(({ payee, account, amount }) => [payee, account, amount])).toEqual([
      ['Li', CARDS[0], 300_00n],
      ['Wu', CARDS[1], 200_00n],
    ]);

    await pay().bank.confirm(village.id, { id, form: outcome({ lineNumbers: '1' }) }, ACCOUNTANT);
    expect(await told()).toBe('0 30000 0, 20000 0 0, 10000 0 0');
    const failed = outcome({ lineNumbers: '2', returnKind: 'wrongNumber' });
    await pay().bank.fail(village.id, { id, form: failed }, ACCOUNTANT);
    expect(await states(id)).toBe('settled: confirmed returned');
    const again = { id, form: outcome({ lineNumbers: '1' }) };
    expect(await refusals(pay().bank.confirm(village.id, again, ACCOUNTANT))).toBe('payouts.notNow');

    await setAccount(2, CARDS[2] ?? '');
    const second = await sent([wu, sun]);
    await pay().bank.confirm(village.id, { id: second, form: outcome() }, ACCOUNTANT);
    expect(await told()).toBe('0 30000 0, 0 20000 0, 0 10000 0');
    const back = outcome({ lineNumbers: '1', returnKind: 'closed' });
    await pay().bank.giveBack(village.id, { id: second, form: back }, ACCOUNTANT);
    expect(await told()).toBe('0 30000 0, 20000 0 0, 0 10000 0');
    const third = await sent([wu]);
    await pay().bank.confirm(village.id, { id: third, form: outcome() }, ACCOUNTANT);
    expect(await told()).toBe('0 30000 0, 0 20000 0, 0 10000 0');
    const attempts = (await pay().reading.require(village.id, third)).lines.map(({ attempt }) => attempt);
    expect(attempts).toEqual([3]);
  });

  it('freezes what is approved: another account voids it, and the list is called back', async () => {
    const debt = await accept('1 50 1\n2 60 1', '110');
    const keys = members.slice(0, 2).map((memberId) => partKey({ debtId: debt, memberId }));
    const { id } = await draft(keys);
    const { lists, bank, reading } = pay();
    const digest = async () => (await reading.require(village.id, id)).list.digest ?? '';
    await lists.submit(village.id, { id, reasons: REASONS }, ACCOUNTANT);
    const passed = { outcome: 'passed', reason: '', digest: await digest() };
    const review = (by: string, of = {}) =>
      lists.review(village.id, { id, form: { ...passed, ...of } }, { by });
    expect(await refusals(review(ACCOUNTANT.by))).toEqual(['approvals.ownDraft decidedBy']);
    // Who accepted the work does not agree to its payment.
    expect(await refusals(review(DEPUTY.by))).toEqual(['approvals.tookPart decidedBy']);
    expect(await refusals(review(OFFICER.by, { digest: 'other' }))).toBe('approvals.bytesChanged');
    await review(OFFICER.by);
    await setAccount(0, CARDS[3] ?? '');
    expect(await refusals(bank.send(village.id, id, CASHIER))).toBe('payouts.accountChanged');
    await lists.recall(village.id, { id, reason: 'the card of Li is another one' }, ACCOUNTANT);
    expect(await states(id)).toBe('recalled: dropped dropped');
    const again = await sent(keys);
    const [row] = await pay().bank.bankRows(village.id, again);
    expect(row?.account).toBe(CARDS[3]);
    expect(await refusals(lists.recall(village.id, { id: again, reason: 'late' }, ACCOUNTANT))).toBe(
      'payouts.notNow',
    );
    // The file stays what was sent, whatever becomes of the person since.
    await setAccount(0, CARDS[0] ?? '');
    expect(await pay().bank.bankRows(village.id, again)).toEqual(
      await pay().bank.bankRows(village.id, again),
    );
    expect((await pay().bank.bankRows(village.id, again))[0]?.account).toBe(CARDS[3]);
    await pay().bank.confirm(village.id, { id: again, form: outcome() }, ACCOUNTANT);
  });

  it('pays once whoever confirms at the same time, and gives the same key the same answer', async () => {
    const debt = await accept('1 70 1\n2 80 1', '150');
    const id = await sent(members.slice(0, 2).map((memberId) => partKey({ debtId: debt, memberId })));
    const before = await vouchers();
    const asked = { id, form: outcome({ lineNumbers: '1' }) };
    const both = await Promise.allSettled([
      pay().bank.confirm(village.id, asked, ACCOUNTANT),
      pay().bank.confirm(village.id, asked, DEPUTY),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const keyed = { ...ACCOUNTANT, key: 'the second line' };
    const rest = { id, form: outcome() };
    const answers = [
      await pay().bank.confirm(village.id, rest, keyed),
      await pay().bank.confirm(village.id, rest, keyed),
    ];
    expect(answers[0]).toEqual(answers[1]);
    expect(await states(id)).toBe('settled: confirmed confirmed');
    expect(await vouchers()).toBe(before + 2);
  });

  it('puts a part on one list only, whoever drafts at the same time', async () => {
    const debt = await accept('1 90 1', '90');
    const keys = [partKey({ debtId: debt, memberId: members[0] ?? '' })];
    const both = await Promise.allSettled([draft(keys), draft(keys)]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await refusals(draft(keys, 'passbook'))).toEqual(['payouts.onOtherList parts']);
    expect(await refusals(draft(keys, 'cash'))).toContain('payouts.cashWhyMissing cashWhy');
  });

  it('keeps off a list what may have been paid by hand', async () => {
    const debt = await accept('2 40 1', '40');
    await village.services.manualVouchers.postVoucher(
      village.id,
      typedVoucher({
        postedOn: '2025-07-20',
        lines: [
          typedLine({ ledgerAccount: '211', debit: '10', pool: 'pv' }),
          typedLine({ ledgerAccount: '102', credit: '10', pool: 'pv' }),
        ],
      }),
      { preparedBy: 'ann', reviewedBy: 'ben' },
    );
    const keys = [partKey({ debtId: debt, memberId: members[1] ?? '' })];
    expect(await refusals(draft(keys))).toEqual(['payouts.unsure parts']);
  });

  const found = async (): Promise<string[]> => {
    const findings = new Findings('payLists');
    const db = opened.database.reader;
    const books = { db, collectiveId: village.id, chartOf: () => undefined, findings, seen: undefined };
    await pay().check.checkRows(books);
    return [...new Set(findings.breaks.map(({ code }) => code))];
  };

  it('finds nothing in the check after all that', async () => {
    expect(await found()).toEqual([]);
  });

  // Each stays for the next one, so the finding of the one before may be told, too.
  it.each([
    [
      "UPDATE pay_list_lines SET amount_fen = amount_fen + 1 WHERE state = 'confirmed'",
      'check.payListChanged',
    ],
    ['UPDATE debt_payments SET amount_fen = amount_fen + 2', 'check.payListParts'],
    ["UPDATE pay_list_lines SET state = 'returned' WHERE state = 'confirmed'", 'check.payListOutcomes'],
    ["UPDATE pay_list_lines SET state = 'confirmed'", 'check.partPaidTwice'],
    ['UPDATE pay_list_acts SET entry_id = NULL', 'check.paymentWithoutList'],
  ])('is told by the check where somebody runs %s', async (sql, code) => {
    const hand = await Tampering.on(opened);
    await hand.run(sql);
    await hand.close();
    expect(await found()).toContain(code);
  });
});
