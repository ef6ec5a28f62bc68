import type { ReportScope } from '../../src/features/ledger/reports.service';
import { problemSentence } from '../../src/glossary/sentences';
import { describeOnEachEngine, type OpenDatabase } from '../support/engines';
import { reportsOn, statementsOn } from '../support/statements';
import { CrossedYear } from './crossed-year.fixture';

/** Accounts of 2023 that are in use here, by what they are called under the chart of 2004. */
const THEN: Readonly<Record<string, string>> = { '211': '202', '32201': '322', '511': '502', '513': '541' };

/** A voucher of one chart may be about a month of another. Each line stands on what means the same. */
describeOnEachEngine(
  'reports by the month a fact is about, on both sides of a change of the chart',
  (open) => {
    let opened: OpenDatabase;
    let year: CrossedYear;

    beforeEach(async () => {
      opened = await open();
      year = await CrossedYear.open(opened);
    });
    afterEach(() => opened.close());

    const book = (
      postedOn: string,
      aboutPeriod: string,
      ...lines: readonly (readonly [string, bigint, 'deducted'?])[]
    ) =>
      opened.database.inTransaction(year.id, (tx) =>
        year.village.services.ledger.post(tx, year.id, {
          ...{ event: 'test', postedOn, aboutPeriod, statementOn: postedOn, preparedBy: 'ann' },
          ...{ summary: 's', source: { kind: 'test', id: '1' } },
          postings: lines.map(([ledgerAccount, signed, poolFlow]) => ({
            ...(poolFlow === undefined ? {} : { poolFlow }),
            ...{ ledgerAccount, pool: 'members' as const, amount: signed > 0n ? signed : -signed },
            side: signed > 0n ? 'debit' : 'credit',
          })),
        }),
      );
    const ofYear = (of: number, by: ReportScope['by'] = 'aboutPeriod', to = `${String(of)}-12-31`) => ({
      ...{ collectiveId: year.id, from: `${String(of)}-01-01`, to, by },
    });
    const balances = async (scope: ReportScope) => {
      const { rows } = await reportsOn(opened).accountBalances(scope);
      return rows.map(({ account, opening, debit, credit, closing }) => {
        return [account.code, opening, debit, credit, closing] as const;
      });
    };
    const statement = async (scope: ReportScope) => {
      const { thisYear } = await statementsOn(opened).incomeStatement(scope);
      const told = thisYear.filter(({ amount = 0n }) => amount !== 0n);
      return Object.fromEntries(
        told.map(({ row, amount }) => [row.name.replace(/^[一二三四五减加：、]+/, ''), amount]),
      );
    };
    const refusal = (told: Promise<unknown>) =>
      told.then(
        () => 'told',
        (error: unknown) => {
          const { code, facts = {} } = error as { code: string; facts?: Record<string, string> };
          return problemSentence({ code, field: '', facts });
        },
      );
    /** Every account as 2023 ends, by its name of then, and as 2024 begins. */
    const closings = async () => {
      const then = (await balances(ofYear(2023))).filter(
        ([code, , , , closing]) => closing !== 0n && code.length === 3,
      );
      const now = (await balances(ofYear(2024))).filter(
        ([code, opening]) => opening !== 0n && code.length === 3,
      );
      return [
        Object.fromEntries(then.map(([code, , , , closing]) => [code, closing])),
        Object.fromEntries(now.map(([code, opening]) => [THEN[code] ?? code, opening])),
      ];
    };

    const sheet = async (scope: ReportScope, when: 'closing' | 'yearStart') => {
      const { left, right } = (await statementsOn(opened).balanceSheet(scope))[when];
      const amounts = [...left, ...right].flatMap(({ amount = 0n }) => (amount === 0n ? [] : [amount]));
      return amounts.map(String).sort();
    };
    /** What every report says of the end of 2023 it says of the beginning of 2024. */
    const expectGoesOn = async () => {
      const [then, now] = await closings();
      expect(now).toEqual(then);
      const [ended, began] = [await statement(ofYear(2023)), await statement(ofYear(2024))];
      expect(began['年初未分配收益']).toBe(ended['六、年末未分配收益']);
      expect(await sheet(ofYear(2024), 'yearStart')).toEqual(await sheet(ofYear(2023), 'closing'));
      const ledgers = await reportsOn(opened).generalLedger(ofYear(2023));
      const ends = ledgers.map(({ account, opening, months }) => [
        account.code,
        months.at(-1)?.balance ?? opening,
      ]);
      expect(Object.fromEntries(ends.filter(([, balance]) => balance !== 0n))).toEqual(then);
    };
    const lateBills = async () => {
      await year.pay('25.00', {
        ...{
          kind: 'other',
          name: 'upkeep',
          servedFrom: '2023-12-16',
          servedTo: '2023-12-31',
          otherYear: 'late',
        },
      });
      await book('2024-01-20', '2023-12', ['513', 7_00n, 'deducted'], ['102', -7_00n]);
    };

    it('have two late bills of the year before among its costs, and the next begins as it ends', async () => {
      await year.close();
      const before = await statement(ofYear(2023));
      expect(before).toMatchObject({ 经营支出: 300_00n, 本年收益: 750_00n, '六、年末未分配收益': 3_150_00n });
      await expectGoesOn();
      await lateBills();
      expect(await statement(ofYear(2023))).toEqual({
        ...{ 经营收入: 1_050_00n, 总收入合计: 1_050_00n, 经营支出: 325_00n, 管理费用: 7_00n },
        ...{ 本年收益: 718_00n, 年初未分配收益: 2_400_00n, 可分配收益: 3_118_00n },
        '六、年末未分配收益': 3_118_00n,
      });
      await expectGoesOn();
      const rows = await balances(ofYear(2023));
      expect(rows.filter(([code]) => code.startsWith('5'))).toEqual([
        ['501', 0n, 1_050_00n, 1_050_00n, 0n],
        ['502', 0n, 325_00n, 300_00n, 25_00n],
        ['541', 0n, 7_00n, 0n, 7_00n],
      ]);
      // By the voucher's day they are costs of the year in which they were booked, and 2023 is as it was.
      expect(await statement(ofYear(2023, 'postedOn'))).toEqual(before);
      expect(await statement(ofYear(2024, 'postedOn', '2024-01-20'))).toMatchObject({ 经营支出: 25_00n });
    });

    it('list them line by line and in the summary, under the accounts of their year', async () => {
      await year.close();
      await lateBills();
      const detail = async (account: string, counter: string) => {
        const scope = { ...ofYear(2023), account };
        const { rows, lines } = await reportsOn(opened).detailLedger(scope, { dayTotals: false });
        const late = rows.filter(({ line }) => line?.voucherYear === 2024);
        expect(late.map(({ line }) => line?.counterAccounts)).toEqual([[counter]]);
        return [lines, late.map(({ debit, balance }) => [debit, balance]), rows.at(-1)?.balance];
      };
      expect(await detail('541', '102')).toEqual([1, [[7_00n, 7_00n]], 7_00n]);
      const [, late, end] = await detail('502', '102');
      expect([late, end]).toEqual([[[25_00n, 25_00n]], 25_00n]);
      const none = await reportsOn(opened).detailLedger(
        { ...ofYear(2023), account: '511' },
        { dayTotals: false },
      );
      expect(none.lines).toBe(0);
      const summary = await reportsOn(opened).voucherSummary({ ...ofYear(2023), from: '2023-12-01' });
      const debits = summary.rows.filter(({ account }) => ['541', '511', '513'].includes(account.code));
      expect(debits.map(({ account, debit }) => [account.code, debit])).toEqual([['541', 7_00n]]);
    });

    it('have what is put right of the year before in it, and in no other', async () => {
      await year.close();
      for (const entryId of [year.rent, year.cost, year.owed, year.slip]) await year.reverse(entryId);
      await expectGoesOn();
      await year.due('200.00', { corrects: year.rent });
      await year.pay('85.00', { corrects: year.cost });
      await year.owe('180.00', { corrects: year.owed });
      await year.settleAnew(year.slip);
      await expectGoesOn();
      // 3,150.00, and 100.00 of rent, 5.00, 75.00 of the slip less, and 20.00 of the repair more.
      expect(await statement(ofYear(2023))).toMatchObject({
        ...{ 经营收入: 1_050_00n, 经营支出: 300_00n, 本年收益: 750_00n, 其他转入: -160_00n },
        '六、年末未分配收益': 2_990_00n,
      });
      const now = await statement(ofYear(2024));
      expect([now['经营支出'], now['年末未分配收益']]).toEqual([undefined, 2_990_00n]);
      expect((await balances(ofYear(2023))).find(([code]) => code === '202')?.at(-1)).toBe(-180_00n);
      const { rows } = await reportsOn(opened).ageing(ofYear(2023));
      expect(
        rows.filter(({ ledgerAccount }) => ledgerAccount === '202').map(({ balance }) => balance),
      ).toEqual([-180_00n]);
    });

    it('have what was booked ahead in the year it is about, under its own account there', async () => {
      await book('2023-12-15', '2024-01', ['541', 9_00n, 'deducted'], ['102', -9_00n]);
      await year.close();
      expect((await statement(ofYear(2023)))['管理费用']).toBeUndefined();
      const now = await balances(ofYear(2024));
      expect(now.filter(([code]) => ['513', '541'].includes(code))).toEqual([['513', -9_00n, 9_00n, 0n, 0n]]);
      await expectGoesOn();
    });

    it.each([
      ['2023', '2024-01-20', '2023-12', '512', '“512 税金及附加”'],
      ['2024', '2023-12-15', '2024-01', '551', '“551 其他支出”'],
    ])('refuse %s where a line of it has no one account there (%s)', async (of, on, about, account, told) => {
      if (on < '2024') await book(on, about, [account, 3_00n, 'deducted'], ['102', -3_00n]);
      await year.close();
      if (on > '2024') await book(on, about, [account, 3_00n, 'deducted'], ['102', -3_00n]);
      const scope = ofYear(Number(of));
      const asked = [statement(scope), balances(scope), sheet(scope, 'closing')];
      for (const each of asked) expect(await refusal(each)).toContain(told);
      const other = of === '2023' ? 2024 : 2023;
      expect(await refusal(statement(ofYear(other)))).toBe('told');
      expect(await refusal(statement(ofYear(Number(of), 'postedOn')))).toBe('told');
    });
  },
);
