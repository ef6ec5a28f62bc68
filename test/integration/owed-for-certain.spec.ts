import { MonthOverpaidTasksService } from '../../src/features/months/month-overpaid-tasks.service';
import { FormProblems } from '../../src/domain/shared/problem';
import { aidListsOn } from '../support/aid';
import { identityOf } from '../support/dividends';
import { describeOnEachEngine, type OpenDatabase } from '../support/engines';
import { owedOn, sureGrantsOn } from '../support/owed';
import { enterPerson, postsOf } from '../support/posts';
import { typedLine, typedVoucher } from '../support/vouchers';
import { ACCOUNTANT, claimOf, DEPUTY, Village } from '../support/village';

const TODAY = '2025-07-20';

/** Rewards by lists on 211, whose payments name neither a person nor a list. */
describeOnEachEngine('what is owed for certain', (open) => {
  let opened: OpenDatabase;
  let village: Village;
  let rewards: string;
  let first: string;

  /** A list is entered and accepted; the id of its voucher. */
  const accept = async (aidRows: string, aidTotal: string): Promise<string> => {
    const { lists, aid } = aidListsOn(opened.database, village.services);
    const form = {
      ...{ claimId: rewards, aidKind: 'own', aidGround: 'clean yards', aidBasis: 'rule 12' },
      ...{ aidRows, aidTotal, potOf: '', potPercent: '', equalReason: '' },
    };
    const { id: listId } = await lists.enterList(village.id, form, ACCOUNTANT);
    await lists.acceptList(
      village.id,
      { listId, aidOn: '2025-07-20', aidReason: 'for another thing each' },
      DEPUTY,
    );
    const list = (await aid.listLists(village.id)).find(({ id }) => id === listId);
    return list?.voucherEntryId ?? '';
  };
  const bookedOf = (entryId: string) => village.services.books.requireEntry(village.id, entryId);
  const move = (debit: string, credit: string, yuan: string) =>
    village.services.manualVouchers.postVoucher(
      village.id,
      typedVoucher({
        postedOn: '2025-07-20',
        lines: [
          typedLine({ ledgerAccount: debit, debit: yuan, pool: 'pv' }),
          typedLine({ ledgerAccount: credit, credit: yuan, pool: 'pv' }),
        ],
      }),
      { preparedBy: 'ann', reviewedBy: 'ben' },
    );
  /** `1 owed paid unsure` of each person, and what is open and paid over. */
  const told = async (): Promise<string> => {
    const { people, open: all, totals } = await owedOn(opened.database, village).read(village.id);
    const each = people.map(({ known, owed, paid, unsure }) =>
      [known.householdNumber, owed, paid, unsure].map(String).join(' '),
    );
    return `${each.join(', ')}; ${String(all)} open, ${String(totals.over)} over`;
  };
  const task = async () => {
    const { clock } = village.services;
    const tasks = new MonthOverpaidTasksService(sureGrantsOn(opened.database, village), clock);
    const found = await tasks.listTasks(village.id, clock.today().slice(0, 7));
    return found.map(({ note }) => note);
  };

  /** The codes of a refusal, each with its facts. */
  const refused = async (act: Promise<unknown>): Promise<unknown> =>
    act.then(
      () => 'done',
      (error: unknown) => {
        if (!(error instanceof FormProblems)) throw error;
        return Object.fromEntries(error.problems.map(({ code, facts }) => [code, facts]));
      },
    );
  /** What a reversed voucher's page says of its money. */
  const asked = async (entryId: string): Promise<string> => {
    const { reversedById = '' } = await village.services.books.requireEntry(village.id, entryId);
    return (await village.services.desk.paidWhyOf(village.id, reversedById)) ?? 'none kept';
  };

  beforeAll(async () => {
    opened = await open();
    village = await Village.start(opened.database);
    await village.openWith(500_000n);
    const people = postsOf(opened.database, village);
    for (const [index, personName] of ['Li', 'Wu', 'Sun'].entries())
      await enterPerson(people, village.id, { personName, identity: identityOf(index + 1) });
    const reward = { bucket: 'reward', targetGroup: 'unknown', forWhat: 'rewards' };
    [rewards = ''] = (await village.approvedPlan([claimOf(200_000n, reward)])).claimIds;
  });
  afterAll(() => opened.close());

  it('says nobody of two lists is paid where one was and nobody knows which', async () => {
    first = await accept('1 300 1', '300');
    const second = await accept('2 200 1', '200');
    const { entryId } = await move('211', '102', '200');
    expect(await told()).toBe('1 0 0 30000, 2 0 0 20000; 30000 open, 0 over');
    await village.reverse(entryId);
    await village.reverse(second);
    expect(await told()).toBe('1 30000 0 0; 30000 open, 0 over');
    expect(await asked(second)).toBe('none kept');
  });

  it('leaves the unpaid owed where a paid list is taken back, and tells what was paid over', async () => {
    await move('211', '102', '300');
    await accept('3 131 1', '131');
    expect(await told()).toBe('1 0 30000 0, 3 13100 0 0; 13100 open, 0 over');
    const left = { account: '211', paid: 300_00n, unsure: 0n, over: 300_00n, debit: 169_00n };
    expect(await refused(village.reverse(first))).toEqual({ 'reversal.ofPaid': left });
    expect(await refused(village.reverse(first, undefined, '收回'))).toMatchObject({
      'policy.reasonTooShort': {},
    });
    expect(await told()).toBe('1 0 30000 0, 3 13100 0 0; 13100 open, 0 over');
    await village.reverse(first, undefined, ' 下周一收回来，交到银行 ');
    expect(await asked(first)).toBe('已经付了 300.00 元，怎么办：下周一收回来，交到银行');
    expect(await told()).toBe('3 13100 0 0; 13100 open, 30000 over');
    expect(await task()).toEqual(['多付 300.00 元，要收回来或者重新列支']);
  });

  it('turns what was paid over into a claim, once and no more, so that others can be paid', async () => {
    expect(await refused(move('211', '102', '131'))).toHaveProperty(['voucher.debtShort']);
    expect(await refused(move('112', '211', '300.01'))).toHaveProperty(['voucher.incomeNotCome']);
    const claim = await move('112', '211', '300');
    expect(await told()).toBe('3 13100 0 0; 13100 open, 0 over');
    expect(await refused(move('112', '211', '0.01'))).toHaveProperty(['voucher.incomeNotCome']);
    expect(await refused(move('211', '102', '131.01'))).toHaveProperty(['voucher.debtShort']);
    const paid = await move('211', '102', '131');
    expect(await told()).toBe('3 0 13100 0; 0 open, 0 over');
    const back = await move('102', '112', '300');
    for (const { entryId } of [back, paid, claim]) await village.reverse(entryId);
    expect(await told()).toBe('3 13100 0 0; 13100 open, 30000 over');
    // A part of it comes back by bank, and the rest is written as a claim: who is owed is owed all the same.
    const part = await move('102', '211', '120');
    expect(await told()).toBe('3 13100 0 0; 13100 open, 18000 over');
    expect(await refused(move('112', '211', '180.01'))).toHaveProperty(['voucher.incomeNotCome']);
    const rest = [await move('112', '211', '100'), await move('112', '211', '80')];
    expect(await told()).toBe('3 13100 0 0; 13100 open, 0 over');
    const all = await move('211', '102', '131');
    expect(await told()).toBe('3 0 13100 0; 0 open, 0 over');
    for (const { entryId } of [all, ...rest, part]) await village.reverse(entryId);
    expect(await told()).toBe('3 13100 0 0; 13100 open, 30000 over');
  });

  it('knows who had the money when his list is owed anew', async () => {
    await accept('1 250 1\n2 60 1', '310');
    expect(await told()).toBe('1 0 25000 0, 2 6000 0 0, 3 13100 0 0; 19100 open, 5000 over');
    await move('102', '211', '50');
    expect(await told()).toBe('1 0 25000 0, 2 6000 0 0, 3 13100 0 0; 19100 open, 0 over');
    expect(await task()).toEqual([]);
    await move('211', '102', '191');
    expect(await told()).toBe('1 0 25000 0, 2 0 6000 0, 3 0 13100 0; 0 open, 0 over');
  });

  it('asks of a list that may have been paid, and tells before how much', async () => {
    const fourth = await accept('1 70 1', '70');
    const fifth = await accept('2 40 1', '40');
    expect(await village.services.desk.paidLeftBy(village.id, await bookedOf(fourth), TODAY)).toBeUndefined();
    await move('211', '102', '50');
    expect(await village.services.desk.paidLeftBy(village.id, await bookedOf(fourth), TODAY)).toBe(
      '211 科目付过一部分，付给谁没有记：这一笔里最多 50.00 元可能已经付了。冲销以后多付 10.00 元，' +
        '211 科目不记名的部分在借方 10.00 元。',
    );
    expect(await refused(village.reverse(fourth))).toMatchObject({
      'reversal.ofPaidPerhaps': { paid: 0n, unsure: 50_00n },
    });
    await village.reverse(fourth, undefined, '问过了，付的是另一份');
    expect(await asked(fourth)).toBe('可能已经付了 50.00 元，怎么办：问过了，付的是另一份');
    expect(await refused(village.reverse(fifth))).toMatchObject({ 'reversal.ofPaidPerhaps': {} });
    const { breaks } = await village.services.check.checkBooks(village.id);
    expect(breaks.filter(({ pass }) => pass !== 'uses')).toEqual([]);
  });
});
