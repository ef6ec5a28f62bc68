import { FormProblems } from '../../src/domain/shared/problem';
import { describeOnEachEngine, type OpenDatabase } from '../support/engines';
import { Village } from '../support/village';
import { typedLine, typedVoucher } from '../support/vouchers';

const ANN = { by: 'ann' };

const problemsOf = (refused: Promise<unknown>) =>
  refused.then(
    () => [],
    (error: unknown) => {
      if (!(error instanceof FormProblems)) throw error;
      return error.problems;
    },
  );

describeOnEachEngine('recurring vouchers', (open) => {
  let opened: OpenDatabase;
  let village: Village;

  beforeEach(async () => {
    opened = await open();
    village = await Village.start(opened.database);
    await village.openWith(100_000n, 'members');
  });
  afterEach(() => opened.close());

  const countOf = async () => (await village.vouchers()).length;

  const form = {
    name: 'hosting',
    every: 'quarter',
    fromMonth: '2025-01',
    toMonth: '',
    summary: 'hosting fee',
    lines: typedVoucher().lines,
  };

  it('are offered when due and booked once for each of their months', async () => {
    const { recurring, books } = village.services;
    const { id } = await recurring.addRecurring(village.id, form, ANN);
    const due = async () => (await recurring.listDue(village.id, '2025-07')).map(({ month }) => month);
    expect(await due()).toEqual(['2025-01', '2025-04', '2025-07']);
    const book = (month: string) => recurring.bookRecurring(village.id, { id, month }, ANN);
    const { entryId } = await book('2025-04');
    expect(await books.requireEntry(village.id, entryId)).toMatchObject({
      event: 'ledger.recurring',
      postedOn: '2025-04-30',
      preparedBy: 'ann',
    });
    expect((await books.requireEntry(village.id, (await book('2025-07')).entryId)).postedOn).toBe(
      '2025-07-20',
    );
    expect(await due()).toEqual(['2025-01']);
    await expect(book('2025-04')).rejects.toMatchObject({ code: 'voucher.recurringTwice' });
    await expect(book('2025-05')).rejects.toMatchObject({ code: 'voucher.recurringNotDue' });
    // A character that no sheet can print is told before any of them is booked for good.
    const rare = recurring.addRecurring(village.id, { ...form, name: 'rare', summary: '\u{20bb7}' }, ANN);
    await expect(rare).rejects.toMatchObject({ problems: [{ code: 'form.notPrintable', field: 'summary' }] });
    await expect(book('2024-10')).rejects.toMatchObject({ code: 'voucher.recurringNotDue' });
  });

  it('pay in each month what another one made owed, and never more', async () => {
    const { recurring } = village.services;
    const add = (name: string, debit: string, credit: string) =>
      recurring.addRecurring(
        village.id,
        {
          ...{ ...form, name, every: 'month' },
          lines: [
            typedLine({ ledgerAccount: debit, debit: '90.00', pool: 'members' }),
            typedLine({ ledgerAccount: credit, credit: '90.00', pool: 'members' }),
          ],
        },
        ANN,
      );
    const wages = await add('wages', '513', '212');
    const paid = await add('paid', '212', '102');
    const book = ({ id }: { id: string }, month: string) =>
      recurring.bookRecurring(village.id, { id, month }, ANN);
    expect((await problemsOf(book(paid, '2025-01'))).map(({ code }) => code)).toEqual(['voucher.debtShort']);
    await book(wages, '2025-01');
    await book(paid, '2025-01');
    expect((await problemsOf(book(paid, '2025-02'))).map(({ code }) => code)).toEqual(['voucher.debtShort']);
    // What no month allows is told when it is set up.
    expect((await problemsOf(add('owed', '113', '504'))).map(({ code }) => code)).toEqual([
      'voucher.incomeNotCome',
    ]);
  });

  it('end behind what was booked, with no month left out that has gone by, and do not go on', async () => {
    const { recurring } = village.services;
    const { id } = await recurring.addRecurring(village.id, form, ANN);
    const end = (toMonth: string) =>
      recurring.endRecurring(village.id, { id, toMonth }, ANN).then(
        () => 'ended',
        (error: unknown) => (error as { code: string }).code,
      );
    const book = (month: string) => recurring.bookRecurring(village.id, { id, month }, ANN);
    await book('2025-04');
    expect(await end('2025-03')).toBe('voucher.recurringBookedAfter');
    expect(await end('2024-12')).toBe('voucher.recurringBookedAfter');
    // July runs still: it may end before it. January has gone by, and is not behind the end.
    expect(await end('2025-04')).toBe('ended');
    expect((await recurring.listDue(village.id, '2025-07')).map(({ month }) => month)).toEqual(['2025-01']);
    expect(await end('2025-05')).toBe('voucher.recurringOver');
    const { id: monthly } = await recurring.addRecurring(
      village.id,
      { ...form, name: 'monthly', every: 'month', fromMonth: '2025-06' },
      ANN,
    );
    const without = (toMonth: string) => recurring.endRecurring(village.id, { id: monthly, toMonth }, ANN);
    await expect(without('2025-05')).rejects.toMatchObject({ code: 'voucher.recurringLeftOut' });
    const waiver = { id: monthly, month: '2025-06', reason: 'free in June' };
    await recurring.waiveRecurring(village.id, waiver, ANN);
    await without('2025-05');
  });

  it('carry no number of a person, and begin with the books', async () => {
    const { recurring } = village.services;
    const told = async (wish: Partial<typeof form>) =>
      (await problemsOf(recurring.addRecurring(village.id, { ...form, ...wish }, ANN))).map(
        ({ code, field }) => `${code} ${field}`,
      );
    expect(await told({ name: 'Zhang 13800138000' })).toEqual(['form.privateNumber name']);
    expect(await told({ fromMonth: '2024-12' })).toEqual(['voucher.recurringTooEarly fromMonth']);
  });

  it('keep their month open until they are booked or waived with a reason that stays', async () => {
    const { recurring } = village.services;
    const { id } = await recurring.addRecurring(village.id, { ...form, every: 'month' }, ANN);
    const wanted = async (month: string) => (await problemsOf(village.hold(month))).map(({ code }) => code);
    expect(await wanted('2025-01')).toEqual(['months.recurringDue']);
    await recurring.bookRecurring(village.id, { id, month: '2025-01', attachments: '2' }, ANN);
    expect(await wanted('2025-01')).toEqual([]);
    expect(await wanted('2025-02')).toEqual(['months.recurringDue']);
    const waiver = { id, month: '2025-02', reason: ' free in February ' };
    expect(
      await problemsOf(recurring.waiveRecurring(village.id, { ...waiver, reason: ' no ' }, ANN)),
    ).toEqual([expect.objectContaining({ code: 'voucher.waiverTooShort', field: 'reason' })]);
    await recurring.waiveRecurring(village.id, waiver, ANN);
    const [kept] = await recurring.listRecurring(village.id);
    expect(kept?.waived.get('2025-02')).toBe('free in February');
    const again = recurring.waiveRecurring(village.id, waiver, ANN);
    await expect(again).rejects.toMatchObject({ code: 'voucher.recurringWaived' });
    const booked = recurring.waiveRecurring(village.id, { ...waiver, month: '2025-01' }, ANN);
    await expect(booked).rejects.toMatchObject({ code: 'voucher.recurringTwice' });
    expect(await wanted('2025-02')).toEqual([]);
    const [, first] = await village.vouchers();
    expect(first).toMatchObject({ postedOn: '2025-01-31', attachments: 2 });
  });

  it('are due again in their month when the voucher was reversed: booked anew, or waived', async () => {
    const { recurring, check } = village.services;
    const { id } = await recurring.addRecurring(village.id, { ...form, every: 'year' }, ANN);
    const book = () => recurring.bookRecurring(village.id, { id, month: '2025-01' }, ANN);
    const wanted = async () => (await problemsOf(village.hold('2025-01'))).map(({ code }) => code);
    const first = await book();
    await village.reverse(first.entryId, '2025-01-31');
    expect(await wanted()).toEqual(['months.recurringDue']);
    const second = await book();
    await expect(book()).rejects.toMatchObject({ code: 'voucher.recurringTwice' });
    const [kept] = await recurring.listRecurring(village.id);
    expect(kept?.booked.get('2025-01')).toBe(second.entryId);
    await village.reverse(second.entryId, '2025-01-31');
    const third = await book();
    expect((await check.checkBooks(village.id)).breaks).toEqual([]);
    await village.reverse(third.entryId, '2025-02-10');
    expect(await recurring.listDue(village.id, '2025-01')).toEqual([
      { id, name: 'hosting', month: '2025-01' },
    ]);
    await recurring.waiveRecurring(village.id, { id, month: '2025-01', reason: 'cancelled' }, ANN);
    expect(await village.hold('2025-01')).toEqual({ month: '2025-01' });
  });

  it('are booked today for a month that was held meanwhile, and are about that month', async () => {
    const { recurring, books, check } = village.services;
    const { id } = await recurring.addRecurring(village.id, { ...form, every: 'month' }, ANN);
    const book = (month: string) => recurring.bookRecurring(village.id, { id, month }, ANN);
    const first = await book('2025-01');
    await village.hold('2025-01');
    await recurring.waiveRecurring(village.id, { id, month: '2025-02', reason: 'no bill yet' }, ANN);
    await village.hold('2025-02');
    await village.reverse(first.entryId, '2025-03-10');
    for (const month of ['2025-01', '2025-02']) {
      const { form: shown } = await recurring.requireDue(village.id, { id, month });
      const times = { postedOn: '2025-07-20', aboutPeriod: month };
      expect(shown).toMatchObject(times);
      expect(await books.requireEntry(village.id, (await book(month)).entryId)).toMatchObject(times);
    }
    expect((await check.checkBooks(village.id)).breaks).toEqual([]);
  });

  it('are booked for no month that has not begun', async () => {
    const { recurring } = village.services;
    const { id } = await recurring.addRecurring(village.id, { ...form, fromMonth: '2025-05' }, ANN);
    const early = recurring.bookRecurring(village.id, { id, month: '2025-08' }, ANN);
    await expect(early).rejects.toMatchObject({ code: 'voucher.recurringNotDue' });
  });

  it('share the closing with drafts of the month, which are booked or given up first', async () => {
    const { voucherDrafts } = village.services;
    const draft = { form: typedVoucher({ postedOn: '2025-01-31' }) };
    const { id } = await voucherDrafts.saveDraft(village.id, draft, ANN);
    const problem = { code: 'months.draftOpen', field: id, facts: { day: '2025-01-31' } };
    expect(await problemsOf(village.hold('2025-01'))).toEqual([problem]);
    await voucherDrafts.voidDraft(village.id, id, ANN);
    expect(await village.hold('2025-01')).toEqual({ month: '2025-01' });
  });

  it('are booked once when two press at once', async () => {
    const { recurring } = village.services;
    const { id } = await recurring.addRecurring(village.id, form, ANN);
    const press = () => recurring.bookRecurring(village.id, { id, month: '2025-04' }, ANN);
    const outcomes = await Promise.allSettled([press(), press(), press()]);
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await countOf()).toBe(2);
  });

  it('are kept only when they are right', async () => {
    const { recurring } = village.services;
    const wrong = { ...form, every: 'day', lines: form.lines.slice(0, 1) };
    const codes = (await problemsOf(recurring.addRecurring(village.id, wrong, ANN))).map(({ code }) => code);
    expect(codes).toEqual(['form.notAllowed', 'voucher.fewLines', 'voucher.unbalanced']);
    await recurring.addRecurring(village.id, form, ANN);
    expect(await problemsOf(recurring.addRecurring(village.id, form, ANN))).toEqual([
      { code: 'voucher.recurringTaken', field: 'name', value: 'hosting' },
    ]);
  });
});
