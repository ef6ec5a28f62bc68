import { FormProblems } from '../../src/domain/shared/problem';
import { describeOnEachEngine, type OpenDatabase } from '../support/engines';
import { closeAgreeing, statementsOn } from '../support/statements';
import { ACCOUNTANT, DEPUTY, Village } from '../support/village';
import { typedLine, typedVoucher } from '../support/vouchers';

const JANUARY = { first: '2026-01', last: '2026-01' };

const codesOf = (refused: Promise<unknown>) =>
  refused.then(
    () => [],
    (error: unknown) => {
      if (error instanceof FormProblems) return error.problems.map(({ code }) => code);
      return [(error as { code: string }).code];
    },
  );

describeOnEachEngine('the correction of a closed year', (open) => {
  let opened: OpenDatabase;
  let village: Village;

  beforeEach(async () => {
    opened = await open();
    village = await Village.start(opened.database);
    village.services.clock.moveTo('2026-01-10');
    const bank = [
      { pool: 'pv' as const, amount: 30_000_00n },
      { pool: 'members' as const, amount: 30_000_00n },
    ];
    const opening = { on: '2025-01-01', bank, receivables: [] };
    await village.services.openings.recordShort(village.id, opening, ACCOUNTANT);
  });
  afterEach(() => closeAgreeing(opened, [village.id], [2024, 2025, 2026]));

  const usual = {
    ...{ postedOn: '2026-01-10', aboutPeriod: '2025-11', account: '511', change: 'more' },
    ...{
      pool: 'members',
      amount: '300.00',
      counter: '211',
      counterparty: '',
      reason: 'a bill that came late',
    },
    twiceReason: '',
  };
  const correct = (wish: Partial<typeof usual> = {}) =>
    village.services.priorYear.correct(village.id, { ...usual, ...wish }, ACCOUNTANT);

  const payMembersCost = () =>
    village.services.manualVouchers.postVoucher(
      village.id,
      typedVoucher({
        postedOn: '2025-11-20',
        lines: [
          typedLine({ ledgerAccount: '511', debit: '500.00', pool: 'members' }),
          typedLine({ ledgerAccount: '102', credit: '500.00' }),
        ],
      }),
      { preparedBy: 'ann', reviewedBy: 'ben' },
    );

  const closeYear = async () => {
    await payMembersCost();
    for (let month = 1; month <= 11; month += 1) {
      await village.hold(`2025-${String(month).padStart(2, '0')}`);
    }
    for (const step of ['income', 'surplus', 'carryForward'] as const) {
      const form = { step, explanation: '' };
      await village.services.yearEnd.closeStep({ collectiveId: village.id, year: 2025 }, form, ACCOUNTANT);
    }
  };

  const januaryOf = async () => {
    const { rows } = await village.services.books.trialBalance(village.id, JANUARY);
    return Object.fromEntries(
      rows
        .filter(({ debit, credit }) => debit !== credit)
        .map((row) => [row.account.code, row.debit - row.credit]),
    );
  };

  it('goes through 322, is about its old month, and counts as deducted where the pool bears it', async () => {
    await closeYear();
    await correct();
    expect(await januaryOf()).toEqual({ '211': -300_00n, '32201': 300_00n });
    const voucher = (await village.vouchers()).at(-1);
    expect(voucher).toMatchObject({ aboutPeriod: '2025-11', postedOn: '2026-01-10', attachments: 1 });
    // One books it, another looks it over: January is not sealed before, as with every voucher of a step.
    const { signatures } = village.services;
    const entryId = voucher?.entryId ?? '';
    const sign = (command: typeof ACCOUNTANT) =>
      signatures.signVoucher(village.id, { entryId, part: 'review' }, command);
    expect(await signatures.reviewProblems(village.id, '2026-01')).toMatchObject([
      { code: 'voucher.unreviewed' },
    ]);
    await expect(sign(ACCOUNTANT)).rejects.toMatchObject({ code: 'voucher.reviewedBySame' });
    await sign(DEPUTY);
    expect(await signatures.reviewProblems(village.id, '2026-01')).toEqual([]);
    const day = '2026-01-10';
    const left = await village.services.surplus.undistributed(village.id, { pool: 'members', day });
    expect(left).toBe(30_000_00n - 500_00n - 300_00n);
  });

  it('names the year of the voucher it takes back, whose number this year has, too', async () => {
    const given = await village.services.manualVouchers.postVoucher(
      village.id,
      typedVoucher({
        postedOn: '2025-10-20',
        lines: [
          typedLine({ ledgerAccount: '322', debit: '70.00', pool: 'members' }),
          typedLine({ ledgerAccount: '211', credit: '70.00' }),
        ],
      }),
      { preparedBy: 'ann', reviewedBy: 'ben' },
    );
    await closeYear();
    const paid = (await village.vouchers()).find(({ postedOn }) => postedOn === '2025-11-20');
    await village.reverse(paid?.entryId ?? '', '2026-01-10');
    expect((await village.vouchers()).at(-2)?.summary).toBe('冲销2025年记-0003');
    // A cost and a distribution of last year taken back: this year has more to share, and gave nobody less.
    await village.reverse(given.entryId, '2026-01-10');
    const statements = statementsOn(opened);
    const year = { collectiveId: village.id, from: '2026-01-01', to: '2026-01-31', by: 'postedOn' } as const;
    const { thisYear } = await statements.incomeStatement(year);
    const told = (line: number) => thisYear.find(({ row }) => row.line === line)?.amount;
    expect([told(14), told(18)]).toEqual([570_00n, 0n]);
  });

  it.each<{ why: string; wish: Partial<typeof usual>; code: string }>([
    { why: 'about this year', wish: { aboutPeriod: '2026-01' }, code: 'correction.sameYear' },
    {
      why: 'on an account that is no result',
      wish: { account: '151' },
      code: 'correction.notIncomeOrExpense',
    },
    { why: 'against income', wish: { counter: '501' }, code: 'correction.counterNotAllowed' },
    { why: 'against what assets cost', wish: { counter: '151' }, code: 'correction.counterNotAllowed' },
    { why: 'against what they lost', wish: { counter: '152' }, code: 'correction.counterNotAllowed' },
    {
      why: 'income in money, which has forms',
      wish: { account: '501', counter: '102', pool: 'pv' },
      code: 'correction.incomeHasForm',
    },
    {
      why: 'as income out of what was worn off',
      wish: { account: '504', counter: '162' },
      code: 'correction.incomeNotWorn',
    },
    {
      why: 'as less worn off than there is',
      wish: { account: '511', change: 'less', counter: '162', amount: '0.01' },
      code: 'money.contraShort',
    },
    {
      why: 'against what is owed in a register',
      wish: { counter: '112' },
      code: 'correction.counterNotAllowed',
    },
    ...['301', '311', '241', '231'].map((counter) => ({
      why: `as income out of ${counter}`,
      wish: { account: '501', counter, pool: 'members' },
      code: 'correction.counterNotAllowed',
    })),
    ...['111', '121', '131', '141', '171', '181', '401'].map((counter) => ({
      why: `against ${counter}`,
      wish: { counter },
      code: 'correction.counterNotAllowed',
    })),
    {
      why: 'as income of a pool with forms, whatever it stands against',
      wish: { account: '501', counter: '211', pool: 'pv' },
      code: 'correction.incomeHasForm',
    },
    ...(['pv', 'other'] as const).flatMap((pool) => [
      ...['101', '102', '211', '212'].map((counter) => ({
        why: `as a cost of ${pool} that a bill proves, on ${counter}`,
        wish: { pool, counter, amount: '0.01' },
        code: 'correction.costHasForm',
      })),
      {
        why: `as a cost that came back to ${pool}`,
        wish: { pool, change: 'less', counter: '102', amount: '0.01' },
        code: 'correction.costHasForm',
      },
    ]),
    {
      why: 'as a cost that a member is to give back',
      wish: { change: 'less', counter: '113', amount: '0.01' },
      code: 'voucher.incomeNotCome',
    },
    {
      why: 'as tax that is let off and nobody owes',
      wish: { change: 'less', counter: '214', amount: '0.01' },
      code: 'voucher.incomeNotCome',
    },
    {
      why: 'as income out of a debt that nobody is owed',
      wish: { account: '501', pool: 'members', amount: '0.01' },
      code: 'voucher.debtShort',
    },
    { why: 'without a reason', wish: { reason: ' ' }, code: 'form.missing' },
    { why: 'over nothing', wish: { amount: '0' }, code: 'money.notPositive' },
    {
      why: 'about a month before there were collectives',
      wish: { aboutPeriod: '1955-12' },
      code: 'voucher.aboutTooEarly',
    },
    { why: 'above the money of its pool', wish: { amount: '29500.01' }, code: 'correction.abovePool' },
  ])('is refused $why', async ({ wish, code }) => {
    await closeYear();
    const before = (await village.vouchers()).length;
    expect(await codesOf(correct(wish))).toEqual([code]);
    expect((await village.vouchers()).length).toBe(before);
  });

  it('asks before it books the same a second time, and not once the first was taken back', async () => {
    await closeYear();
    const { entryId } = await correct();
    expect(await codesOf(correct())).toEqual(['correction.sameAgain']);
    await correct({ amount: '300.01' });
    await correct({ aboutPeriod: '2025-10' });
    expect(await codesOf(correct({ amount: '1', twiceReason: 'two bills' }))).toEqual(['correction.notSeen']);
    const { entryId: second } = await correct({ twiceReason: 'two bills' });
    for (const id of [entryId, second]) await village.reverse(id, '2026-01-10');
    await correct();
  });

  it('takes of a debt only what is owed to whom it names', async () => {
    const { counterparties } = village.services;
    const add = (name: string) =>
      counterparties.addCounterparty(village.id, { kind: 'organisation', name }, ACCOUNTANT);
    await add('Mason');
    await add('Mill');
    await closeYear();
    await correct({ counterparty: 'Mason' });
    const less = { change: 'less', amount: '100.00' };
    expect(await codesOf(correct(less))).toEqual(['voucher.owedByName']);
    expect(await codesOf(correct({ ...less, counterparty: 'Mill' }))).toEqual(['voucher.notOwedTo']);
    expect(await codesOf(correct({ ...less, counterparty: 'Miller' }))).toEqual([
      'voucher.counterpartyUnknown',
    ]);
    const more = { change: 'less', amount: '300.01', counterparty: 'Mason' };
    expect(await codesOf(correct(more))).toEqual(['voucher.debtShort']);
    await correct({ ...more, amount: '300.00' });
  });

  it('takes off a closed year no more than it showed, with the corrections of before', async () => {
    await closeYear();
    const less = { change: 'less', counter: '102', amount: '500.01' };
    expect(await codesOf(correct(less))).toEqual(['correction.aboveYear']);
    expect(await codesOf(correct({ ...less, account: '513', amount: '0.01' }))).toEqual([
      'correction.aboveYear',
    ]);
    expect(await codesOf(correct({ ...less, pool: 'earmarked', amount: '0.01' }))).toEqual([
      'correction.aboveYear',
    ]);
    await correct({ counter: '102', amount: '0.01' });
    const { entryId } = await correct(less);
    expect(await codesOf(correct({ ...less, amount: '0.01' }))).toEqual(['correction.aboveYear']);
    await village.reverse(entryId, '2026-01-10');
    await correct({ ...less, amount: '500.00' });
  });

  it('takes nothing off a closed year that a reversal of this one has taken back', async () => {
    await closeYear();
    const paid = (await village.vouchers()).find(({ postedOn }) => postedOn === '2025-11-20');
    await village.reverse(paid?.entryId ?? '', '2026-01-10');
    const less = { change: 'less', counter: '102', amount: '0.01' };
    expect(await codesOf(correct(less))).toEqual(['correction.aboveYear']);
    await correct({ counter: '102', amount: '0.01' });
    await correct(less);
  });

  it('waits for the year to be closed', async () => {
    await payMembersCost();
    expect(await codesOf(correct())).toEqual(['correction.yearNotClosed']);
    await correct({ aboutPeriod: '2024-12' });
  });
});
