import { describeOnEachEngine, type OpenDatabase } from '../support/engines';
import { expectScaleRules } from '../support/driver-spy';
import { claimOf, Village } from '../support/village';
import { typedLine, typedVoucher } from '../support/vouchers';
import { expectSoundBooks } from '../books/invariants';

describeOnEachEngine('the ledger', (open) => {
  let opened: OpenDatabase;
  let village: Village;

  beforeEach(async () => {
    opened = await open();
    village = await Village.start(opened.database);
    await village.openWith(1_000_000n);
  });
  afterEach(() => opened.close());

  /** What a refused command must leave byte for byte: the chain, the months, every balance. */
  const standOf = async (of: Village) => ({
    chain: await of.services.books.requireChain(of.id),
    months: await of.services.books.listMonths(of.id),
    balance: await of.services.books.trialBalance(of.id, { first: '2025-01', last: '2025-12' }),
    counters: await opened.reader.query<unknown[]>('SELECT * FROM number_counters ORDER BY 1, 2, 3'),
  });

  it('numbers twenty vouchers posted at once without a gap, each linked to the one before', async () => {
    await Promise.all(Array.from({ length: 20 }, (_, index) => village.pay(BigInt(index + 1), '2025-03-03')));
    const vouchers = await expectSoundBooks(village);
    expect(vouchers).toHaveLength(21);
    expect(vouchers.map((voucher) => voucher.voucherNumber)).toEqual(vouchers.map((_, index) => index + 1));
  });

  it('keeps two villages that post at once apart, each with its own numbers and chain', async () => {
    const other = await Village.start(opened.database, { name: 'Xihe' });
    await other.openWith(5_000n);
    await Promise.all(
      Array.from({ length: 10 }, (_, index) => [
        village.pay(BigInt(index + 1), '2025-03-03'),
        other.pay(BigInt(index + 100), '2025-04-04'),
      ]).flat(),
    );
    expect(await expectSoundBooks(village)).toHaveLength(11);
    expect(await expectSoundBooks(other)).toHaveLength(11);
    const left = await other.services.surplus.undistributed(other.id, { pool: 'pv', day: '2025-04-04' });
    expect(left).toBe(3_955n);
  });

  it('starts a new series of numbers with the year of the voucher, while the chain runs on', async () => {
    village.services.clock.moveTo('2026-01-20');
    await village.pay(100n, '2025-12-31');
    const { voucher } = await village.pay(101n, '2026-01-02');
    expect(voucher).toMatchObject({ voucherYear: 2026, voucherNumber: 1, chainPosition: 3 });
    await expectSoundBooks(village);
  });

  it('opens the months up to the day of a voucher by itself, without a gap', async () => {
    await village.pay(100n, '2025-04-30');
    expect(await village.services.books.listMonths(village.id)).toEqual(
      ['2025-01', '2025-02', '2025-03', '2025-04'].map((month) => ({ month, state: 'open' })),
    );
  });

  it.each<{ day: string; why: string; code: string }>([
    { day: '2024-12-31', why: 'before the books open', code: 'period.beforeBooks' },
    { day: '2025-01-31', why: 'in a held month', code: 'period.held' },
    { day: '2025-07-21', why: 'ahead of today', code: 'period.inFuture' },
    { day: '2026-01-01', why: 'in a later year', code: 'period.inFuture' },
  ])('refuses an entry $why and leaves chain, months and balances as they were', async ({ day, code }) => {
    await village.hold('2025-01');
    const before = await standOf(village);
    await expect(village.pay(100n, day)).rejects.toMatchObject({ code });
    expect(await standOf(village)).toEqual(before);
  });

  it('takes an entry of today and of the first day of the books', async () => {
    await village.pay(100n, '2025-01-01');
    await village.pay(100n, '2025-07-20');
    await expectSoundBooks(village);
  });

  it('reverses a voucher once, line by line, and never a reversal', async () => {
    const { voucher } = await village.pay(12_345n, '2025-06-03');
    const reversal = await village.reverse(voucher.entryId);
    const [booked, mirror] = (await expectSoundBooks(village)).slice(-2);
    expect(mirror).toMatchObject({
      reversesId: voucher.entryId,
      statementOn: '2025-06-03',
      reason: 'wrongAmount',
    });
    expect(mirror?.postings).toEqual(booked?.postings.map((each) => ({ ...each, amount: -each.amount })));
    const before = await standOf(village);
    const again = village.reverse(voucher.entryId);
    await expect(again).rejects.toMatchObject({ code: 'reversal.alreadyReversed' });
    await expect(village.reverse(reversal.entryId)).rejects.toMatchObject({ code: 'reversal.ofReversal' });
    expect(await standOf(village)).toEqual(before);
  });

  it('reads what moved a pool from any day on as it stands in the whole history', async () => {
    const days = ['2025-01-01', '2025-02-10', '2025-02-11', '2025-03-03', '2025-06-30'];
    for (const [index, day] of days.slice(1).entries()) await village.pay(BigInt(index + 100), day);
    const { voucher } = await village.pay(7n, '2025-02-10');
    await village.reverse(voucher.entryId, '2025-03-03');
    const { books } = village.services;
    const all = await books.listPoolMovements(village.id, 'pv');
    const inOrder = (moves: typeof all): string[] =>
      moves.map((move) => [move.statementOn, move.flow, move.amount].join(' ')).sort();
    for (const from of [...days, '2025-02-28', '2026-01-01']) {
      const since = await books.listMovementsFrom(village.id, { pool: 'pv', from }, opened.database.reader);
      expect(inOrder(since)).toEqual(inOrder(all.filter(({ statementOn }) => statementOn >= from)));
    }
    expect(inOrder(all)).toContain('2025-02-10 deducted 100');
  });

  it('takes one of two reversals of the same voucher asked at once', async () => {
    const { voucher } = await village.pay(500n, '2025-06-03');
    const both = await Promise.allSettled([
      village.reverse(voucher.entryId),
      village.reverse(voucher.entryId),
    ]);
    expect(both.map((each) => each.status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await expectSoundBooks(village)).toHaveLength(3);
  });

  it.each<{ why: string; asked: Record<string, string>; code: string }>([
    { why: 'of no known reason', asked: { reason: 'whim' }, code: 'reversal.reasonUnknown' },
    { why: 'of an unknown voucher', asked: { entryId: 'nobody' }, code: 'ledger.entryUnknown' },
    { why: 'dated before the voucher', asked: { postedOn: '2025-06-02' }, code: 'reversal.beforeEntry' },
    { why: 'dated in a held month', asked: { postedOn: '2025-01-31', held: 'yes' }, code: 'period.held' },
  ])('refuses a reversal $why', async ({ asked, code }) => {
    const paidOn = asked['held'] === undefined ? '2025-06-03' : '2025-01-03';
    const { voucher } = await village.pay(500n, paidOn);
    await village.hold('2025-01');
    const form = { entryId: voucher.entryId, reason: 'wrongDate', postedOn: '2025-07-01', ...asked };
    const reversing = (async () =>
      village.services.reversing.reverseVoucher(village.id, form, { by: 'a' }))();
    await expect(reversing).rejects.toMatchObject({ code });
  });

  it('does not take back the opening', async () => {
    const [opening] = await village.vouchers();
    const reversing = village.reverse(opening?.entryId ?? '');
    await expect(reversing).rejects.toMatchObject({ code: 'reversal.ofOpening' });
  });

  it('takes what the books hold to the fen, on a side of a month and as a balance', async () => {
    const write = (postedOn: string, yuan: string, into = '102') =>
      village.services.manualVouchers.postVoucher(
        village.id,
        typedVoucher({
          postedOn,
          lines: [
            typedLine({ ledgerAccount: into, debit: yuan, pool: 'earmarked' }),
            typedLine({ ledgerAccount: into === '102' ? '211' : '102', credit: yuan }),
          ],
        }),
        { preparedBy: 'ann', reviewedBy: 'ben' },
      );
    const tooLarge = { problems: [{ code: 'money.tooLarge', value: '90071992547409.92' }] };
    await write('2025-02-03', '45035996273704.95');
    await write('2025-02-03', '45035996273704.95');
    await write('2025-02-04', '0.01');
    const before = await standOf(village);
    // The side of the month, the balance of a later one, and of an earlier day the balance it leads to.
    for (const day of ['2025-02-28', '2025-03-01', '2025-01-02'])
      await expect(write(day, '0.01')).rejects.toMatchObject(tooLarge);
    expect(await standOf(village)).toEqual(before);
    await write('2025-03-01', '0.01', '211');
    await write('2025-03-02', '0.01');
    await expectSoundBooks(village);
  });

  it('books once what is asked twice under one key, and refuses the key for something else', async () => {
    const command = { by: 'accountant', key: 'one-and-only' };
    const bill = { kind: 'insurance', name: 'fire', postedOn: '2025-05-05', amount: '9.20', reason: '' };
    const pay = (form: typeof bill) => village.services.deductions.recordDeduction(village.id, form, command);
    const [first, second] = await Promise.all([pay(bill), pay(bill)]);
    expect(second).toEqual(first);
    expect(await expectSoundBooks(village)).toHaveLength(2);
    await expect(pay({ ...bill, amount: '9.21' })).rejects.toMatchObject({ code: 'command.keyReused' });
    expect(await expectSoundBooks(village)).toHaveLength(2);
  });

  it('keeps the rules for many machines in every statement of the whole chain', async () => {
    opened.sql.clear();
    const station = await village.addStation({ acquiredOn: '2025-05-01' });
    await village.settle(station, '2025-05', { kwh: 10_000 });
    await village.receive(await village.owed(), '2025-06-20');
    await village.pay(1_000n, '2025-06-25');
    const plan = await village.approvedPlan([claimOf(200_000n), claimOf(100n, { bucket: 'labour' })]);
    const [first = '', second = ''] = plan.claimIds;
    await village.grant(plan.id, first);
    const granted = await village.grant(plan.id, second);
    await village.reverse(granted.voucher.entryId);
    await village.hold('2025-01');
    expect(opened.sql.statements.length).toBeGreaterThan(100);
    expectScaleRules(opened.sql.statements);
    await expectSoundBooks(village);
  });
});
