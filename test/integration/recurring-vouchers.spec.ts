import { FormProblems } from '../../src/domain/shared/problem';
import { describeOnEachEngine, type OpenDatabase } from '../support/engines';
import { Village } from '../support/village';
import { typedVoucher } from '../support/vouchers';

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
    await recurring.endRecurring(village.id, { id, toMonth: '2024-12' }, ANN);
    expect(await due()).toEqual([]);
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
