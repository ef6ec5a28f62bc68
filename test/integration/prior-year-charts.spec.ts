import { FormProblems } from '../../src/domain/shared/problem';
import { problemSentence } from '../../src/glossary/sentences';
import { SetClock } from '../../src/platform/clock/clock';
import { describeOnEachEngine, type OpenDatabase } from '../support/engines';
import { openOldBooks } from '../support/old-chart';
import { ACCOUNTANT, servicesOn } from '../support/village';

/** What 2023 showed under the chart of 2004: 经营支出, 管理费, 发包收入, 返还, 投资收益. */
const SHOWN = [
  ['502', 300_00n],
  ['541', 70_00n],
  ['511', -800_00n],
  ['521', -50_00n],
  ['561', -40_00n],
] as const;

describeOnEachEngine('the correction of a year under the chart before', (open) => {
  let opened: OpenDatabase;
  let services: ReturnType<typeof servicesOn>;
  let id = '';
  /** A cost of 90.00 that was reversed in its own year. */
  let reversed = '';

  beforeEach(async () => {
    opened = await open();
    services = servicesOn(opened.database, new SetClock('2024-01-05'));
    id = await openOldBooks(services);
    const bank = [{ pool: 'members' as const, amount: 10_000_00n }];
    await services.openings.recordShort(id, { on: '2023-11-01', bank, receivables: [] }, ACCOUNTANT);
    for (const [account, amount] of SHOWN) await post(account, amount);
    const { entryId } = await post('502', 90_00n);
    const back = { entryId, reason: 'wrongAmount', postedOn: '2023-11-25' };
    await services.reversing.reverseVoucher(id, back, ACCOUNTANT);
    reversed = entryId;
    await services.months.holdMonth(id, '2023-11', ACCOUNTANT);
    for (const step of ['income', 'surplus'] as const) {
      const form = { step, explanation: '' };
      await services.yearEnd.closeStep({ collectiveId: id, year: 2023 }, form, ACCOUNTANT);
    }
    await services.chartChange.changeChart(id, { year: 2024, chart: '2023', choices: {} }, ACCOUNTANT);
  });
  afterEach(() => opened.close());

  const post = (
    account: string,
    signed: bigint,
    wish: { readonly on?: string; readonly money?: string; readonly corrects?: string } = {},
  ) => {
    const { on = '2023-11-20', money = '154', corrects } = wish;
    const line = (ledgerAccount: string, amount: bigint) => ({
      ...{ ledgerAccount, pool: 'members' as const, amount: amount > 0n ? amount : -amount },
      side: amount > 0n ? ('debit' as const) : ('credit' as const),
    });
    return opened.database.inTransaction(id, (tx) =>
      services.ledger.post(tx, id, {
        ...{ event: 'test', postedOn: on, aboutPeriod: '2023-11', statementOn: on, corrects },
        ...{ summary: 's', source: { kind: 'test', id: '1' }, preparedBy: 'accountant' },
        postings: [line(account, signed), line(money, -signed)],
      }),
    );
  };

  /** `booked`, or the sentences of what is wrong. */
  const correct = (account: string, change: 'more' | 'less', amount: string): Promise<string> =>
    services.priorYear
      .correct(
        id,
        {
          ...{ postedOn: '2024-01-05', aboutPeriod: '2023-11', account, change, pool: 'members', amount },
          ...{ counter: '102', reason: 'typed wrongly' },
        },
        ACCOUNTANT,
      )
      .then(
        () => 'booked',
        (error: unknown) => {
          if (!(error instanceof FormProblems)) throw error;
          return error.problems.map(problemSentence).join();
        },
      );

  it.each([
    ['511 经营支出', '300.00', '300.01'],
    ['513 管理费用', '70.00', '70.01'],
    ['503 补助收入', '50.00', '50.01'],
    ['501 经营收入', '800.00', '800.01'],
    ['502 投资收益', '840.00', '840.01'],
  ])('takes off %s what its old accounts showed, and no fen more', async (name, most, above) => {
    const account = name.slice(0, 3);
    const refused = await correct(account, 'less', above);
    expect(refused).toContain(`2023年集体自有资金的“${name}”（按现在的科目）只有 ${most} 元`);
    expect(await correct(account, 'less', most)).toBe('booked');
    expect(await correct(account, 'less', '0.01')).toContain('只有 0.00 元');
  });

  it('takes what may be either of two accounts off once', async () => {
    expect(await correct('501', 'less', '800.00')).toBe('booked');
    expect(await correct('502', 'less', '40.01')).toContain('只有 40.00 元');
    expect(await correct('502', 'less', '40.00')).toBe('booked');
  });

  it('lets a correction under the new chart be taken back', async () => {
    expect(await correct('511', 'more', '20.00')).toBe('booked');
    expect(await correct('511', 'less', '320.01')).toContain('只有 320.00 元');
    expect(await correct('511', 'less', '20.00')).toBe('booked');
    expect(await correct('515', 'less', '0.01')).toContain('只有 0.00 元');
  });

  it('shows what was reversed under the old chart and is entered anew under the new one', async () => {
    const anew = await post('511', 60_00n, { on: '2024-01-05', money: '153', corrects: reversed });
    expect(anew.moved).toMatchObject({ year: 2023 });
    expect(await correct('511', 'less', '360.01')).toContain('只有 360.00 元');
    const { rows } = await services.books.trialBalance(id, { first: '2024-01', last: '2024-01' });
    const moved = rows.filter((row) => row.debit !== row.credit);
    expect(moved.map((row) => [row.account.code, row.debit - row.credit])).toEqual([
      ['153', -60_00n],
      ['32201', 60_00n],
    ]);
    const form = { entryId: anew.entryId, reason: 'wrongAmount', postedOn: '2024-01-05' };
    await services.reversing.reverseVoucher(id, form, ACCOUNTANT);
    expect(await correct('511', 'less', '300.01')).toContain('只有 300.00 元');
  });
});
