import { FormProblems } from '../../src/domain/shared/problem';
import { BalancesService } from '../../src/features/ledger/balances.service';
import { BookLinesService } from '../../src/features/ledger/book-lines.service';
import { ChartService } from '../../src/features/ledger/chart.service';
import { ReportsService } from '../../src/features/ledger/reports.service';
import { StatementLayoutsService } from '../../src/features/ledger/statement-layouts.service';
import { TracingService } from '../../src/features/ledger/tracing.service';
import { linesInWords, VoucherLinesService } from '../../src/features/ledger/voucher-lines.service';
import { BridgeService } from '../../src/features/surplus/bridge.service';
import type { Database } from '../../src/platform/database/database';
import { assetVouchersOn } from '../support/asset-life';
import { describeOnEachEngine, type OpenDatabase } from '../support/engines';
import { openOldBooks } from '../support/old-chart';
import { STATION } from '../support/station';
import { expectIncomesAgree, statementsOn } from '../support/statements';
import { ownPasses, Tampering } from '../support/tampering';
import { ACCOUNTANT, servicesOn } from '../support/village';
import { deskOn } from '../support/voucher-desk';
import { SetClock } from '../../src/platform/clock/clock';

const codesOf = (refused: Promise<unknown>) =>
  refused.then(
    () => [],
    (error: unknown) => {
      if (error instanceof FormProblems) return error.problems.map(({ code }) => code);
      return [(error as { code: string }).code];
    },
  );

const line = (ledgerAccount: string, signed: bigint, pool: 'pv' | 'other' = 'other') => ({
  ...{ ledgerAccount, pool },
  side: signed > 0n ? ('debit' as const) : ('credit' as const),
  amount: signed > 0n ? signed : -signed,
});

function reportsOn(database: Database, { books, surplus }: ReturnType<typeof servicesOn>) {
  const [balances, lines] = [new BalancesService(database), new BookLinesService(database)];
  const charts = new ChartService('seeds');
  const reports = new ReportsService(database, charts, balances, lines, new StatementLayoutsService('seeds'));
  const tracing = new TracingService(database, charts, books, lines);
  const statements = statementsOn({ database });
  const bridges = new BridgeService(surplus, statements, reports, balances, lines);
  return { reports, tracing, statements, bridges };
}

describeOnEachEngine('the change of the chart of accounts', (open) => {
  let opened: OpenDatabase;
  let services: ReturnType<typeof servicesOn>;
  let id: string;

  beforeEach(async () => {
    opened = await open();
    services = servicesOn(opened.database, new SetClock('2024-01-05'));
    id = await openOldBooks(services);
    await services.openings.recordShort(
      id,
      { on: '2023-11-01', bank: [{ pool: 'other', amount: 900n }], receivables: [] },
      ACCOUNTANT,
    );
    await post('2023-11-20', [line('154', 40n), line('153', -40n)]);
    await post('2023-11-21', [line('502', 30n), line('311', -30n)]);
  });
  afterEach(() => opened.close());

  const post = (postedOn: string, postings: ReturnType<typeof line>[]) =>
    opened.database.inTransaction(id, (tx) =>
      services.ledger.post(tx, id, {
        ...{ event: 'test', postedOn, aboutPeriod: postedOn.slice(0, 7), statementOn: postedOn },
        ...{ summary: 's', source: { kind: 'test', id: '1' }, postings, preparedBy: 'accountant' },
      }),
    );
  const closeYear = async () => {
    await services.months.holdMonth(id, '2023-11', ACCOUNTANT);
    for (const step of ['income', 'surplus'] as const) {
      const form = { step, explanation: 'a sale under way' };
      await services.yearEnd.closeStep({ collectiveId: id, year: 2023 }, form, ACCOUNTANT);
    }
  };
  const change = () =>
    services.chartChange.changeChart(id, { year: 2024, chart: '2023', choices: {} }, ACCOUNTANT);
  const closingOf = async (first: string, last: string) => {
    const { rows } = await services.books.trialBalance(id, { first, last });
    return rows.map(({ account, closing }) => [account.code, account.name, closing]);
  };

  it('carries every balance by meaning, and the old codes read under their own chart', async () => {
    await closeYear();
    const money = () => services.surplus.undistributed(id, { pool: 'other', day: '2024-01-01' });
    const before = await money();
    await change();
    expect(await closingOf('2024-01', '2024-01')).toEqual([
      ['102', '银行存款', 900n],
      ['153', '在建工程', 40n],
      ['154', '固定资产清理', -40n],
      ['311', '公积公益金', -30n],
      ['32201', '未分配收益', -870n],
    ]);
    const old = await closingOf('2023-11', '2023-12');
    expect(old.filter(([, , closing]) => closing !== 0n)).toEqual([
      ['102', '银行存款', 900n],
      ['153', '固定资产清理', -40n],
      ['154', '在建工程', 40n],
      ['311', '公积公益金', -30n],
      ['322', '收益分配', -870n],
    ]);
    expect(old.map(([code, name]) => `${String(code)} ${String(name)}`)).toContain('502 经营支出');
    expect(await money()).toBe(before);
    const chartsBooked = (await services.books.listVouchers(id, { first: '2023-12', last: '2024-01' })).map(
      ({ chart, postedOn }) => [chart, postedOn],
    );
    expect(chartsBooked.slice(-2)).toEqual([
      ['2004', '2023-12-31'],
      ['2023', '2024-01-01'],
    ]);
  });

  it('carries what is owed by whom, by id where the old books hold a name, and the books agree', async () => {
    const { openings, assets, months, chartChange, counterparties, check } = services;
    const other = await openOldBooks(services, { name: 'Xihe' });
    const hall = await assets.addAsset(other, { ...STATION, kind: 'workshop', name: 'Hall' }, ACCOUNTANT);
    const rent = { assetId: hall.id, stream: 'rent', month: '2023-10', counterparty: 'Li' } as const;
    const owing = [{ ...line('202', -300n), counterparty: 'Wang' }, line('322', 300n)];
    const opening = { on: '2023-11-01', bank: [], receivables: [{ ...rent, amount: 500n }], further: owing };
    await openings.recordShort(other, opening, ACCOUNTANT);
    const hand = await Tampering.on(opened);
    await hand.run(
      "UPDATE ledger_lines SET counterparty = 'Wang' WHERE ledger_account = '202'",
      "DELETE FROM counterparties WHERE name = 'Wang'",
    );
    await months.holdMonth(other, '2023-11', ACCOUNTANT);
    await chartChange.changeChart(other, { year: 2024, chart: '2023', choices: {} }, ACCOUNTANT);
    const names = await counterparties.listNames(other);
    const carried = await hand.rows(
      `SELECT ledger_account, counterparty FROM ledger_lines WHERE counterparty IS NOT NULL
       AND entry_id IN (SELECT id FROM ledger_entries WHERE chart = '2023') AND collective_id = '${other}'`,
    );
    const told = carried.map((row) => [row['ledger_account'], names.nameOf(String(row['counterparty']))]);
    expect(told.sort()).toEqual([
      ['112', 'Li'],
      ['211', 'Wang'],
    ]);
    expect(carried.map((row) => row['counterparty'])).not.toContain('Wang');
    const { breaks } = ownPasses(await check.checkBooks(other));
    expect(breaks.map(({ code }) => code)).toEqual(['check.entryChanged']);
    await hand.close();
  });

  it.each([
    { what: 'nothing', change: '', found: [] },
    {
      what: 'the chart of before',
      change: "UPDATE chart_changes SET from_chart = '2023'",
      found: ['check.chartOther'],
    },
    {
      what: 'the change itself',
      change: 'DELETE FROM chart_changes',
      found: ['check.chartOther', 'check.chartVoucher', 'check.chartKept'],
    },
    {
      what: 'the voucher that brings balances in',
      change: "UPDATE chart_changes SET opening_entry_id = 'gone'",
      found: ['check.chartVoucher', 'check.factWithoutEntry'],
    },
    {
      what: 'the region of the books',
      change: `UPDATE collective_books SET region_path = '["999999"]'`,
      found: ['check.regionDiffers'],
    },
    {
      what: 'the day it holds from',
      change: "UPDATE chart_changes SET valid_from = '2024-02-01'",
      found: ['check.chartOther', 'check.chartVoucher', 'check.chartKept'],
    },
  ])(
    'is held against its vouchers when the books are checked: $what changed',
    async ({ change: sql, found }) => {
      await closeYear();
      await change();
      const hand = await Tampering.on(opened);
      if (sql !== '') await hand.run(sql);
      await hand.close();
      const { breaks } = await services.check.checkBooks(id);
      const codes = new Set(breaks.filter(({ pass }) => pass === 'charts').map(({ code }) => code));
      expect([...codes].sort()).toEqual([...found].sort());
    },
  );

  it('leaves the old year as it was closed, and opens the new one with what was carried over', async () => {
    await closeYear();
    const { reports, statements, tracing, bridges } = reportsOn(opened.database, services);
    const year = (of: number) => ({
      ...{ collectiveId: id, by: 'postedOn' as const, from: `${String(of)}-01-01` },
      to: of === 2023 ? '2023-12-31' : '2024-01-31',
    });
    const tellOld = async () => ({
      accounts: await reports.accountBalances(year(2023)),
      ledgers: await reports.generalLedger(year(2023)),
      detail: await reports.detailLedger({ ...year(2023), account: '322' }, { dayTotals: true }),
      summary: await reports.voucherSummary(year(2023)),
      sheet: await statements.balanceSheet(year(2023)),
      income: await statements.incomeStatement(year(2023)),
      bridge: await bridges.bridgeOf(id, { pool: 'other', from: '2023-01-01', to: '2023-12-31' }),
    });
    const before = await tellOld();
    const traced = await tracing.tracePool(id, 'other');
    await change();
    expect(await tellOld()).toEqual(before);
    expect(await tracing.tracePool(id, 'other')).toEqual(traced);
    expect(traced.map(({ amount, steps }) => [amount, steps.map(({ as }) => as)])).toEqual([
      [900n, ['banked', 'brought']],
    ]);
    expect(before.accounts.totals).toMatchObject({ closingDebit: 940n, closingCredit: 940n });

    const { rows, totals } = await reports.accountBalances(year(2024));
    expect(
      rows.map(({ account, opening, debit, closing }) => [account.code, opening, debit, closing]),
    ).toEqual([
      ['102', 900n, 0n, 900n],
      ['153', 40n, 0n, 40n],
      ['154', -40n, 0n, -40n],
      ['311', -30n, 0n, -30n],
      ['322', -870n, 0n, -870n],
      ['32201', -870n, 0n, -870n],
    ]);
    expect(totals).toMatchObject({ openingDebit: 940n, openingCredit: 940n, debit: 0n, credit: 0n });
    const detail = await reports.detailLedger({ ...year(2024), account: '153' }, { dayTotals: true });
    expect([detail.lines, detail.rows[0]?.balance]).toEqual([0, 40n]);
    const [ledger] = await reports.generalLedger({ ...year(2024), account: '102' });
    expect(ledger).toMatchObject({ opening: 900n });
    expect((await reports.voucherSummary(year(2024))).vouchers).toBe(0);

    const sheet = await statements.balanceSheet(year(2024));
    const amounts = (figures: typeof sheet.closing) =>
      [...figures.left, ...figures.right].map(({ row, amount }) => [row.line, amount]);
    expect(amounts(sheet.yearStart)).toEqual(amounts(sheet.closing));
    expect(amounts(sheet.closing).some(([, amount]) => amount === 900n)).toBe(true);
    const income = await statements.incomeStatement(year(2024));
    const left = income.thisYear.map(({ amount }) => amount);
    expect(left.filter((amount) => amount !== undefined && amount !== 0n)).toEqual([870n, 870n, 870n]);
    await expectIncomesAgree(opened.database, [id], ['2023-11-25', '2023-12-31', '2024-01-05', '2024-12-31']);
  });

  it('names the details of a county under each of its charts', async () => {
    const { charts, database } = { charts: new ChartService('seeds'), database: opened.database };
    const { assets, books } = services;
    const desk = deskOn(assetVouchersOn(assets, books, opened.database), services);
    const words = new VoucherLinesService(database, charts, services.counterparties, desk);
    const names = await words.namesFor(id);
    const [line32201] = linesInWords({ chart: '2023', postings: [line('32201', -1n)] }, names);
    expect(line32201).toMatchObject({ accountName: '收益分配', detailName: '未分配收益' });
  });

  it('books nothing before its day any more, and is taken back in no way', async () => {
    await closeYear();
    await change();
    expect(await codesOf(post('2023-12-31', [line('153', 1n), line('154', -1n)]))).toEqual([
      'period.otherChart',
    ]);
    const [first, ...rest] = await services.books.listVouchers(id, { first: '2023-11', last: '2024-01' });
    const reverse = (entryId: string) =>
      services.reversing.reverseVoucher(
        id,
        { entryId, reason: 'wrongAmount', postedOn: '2024-01-05' },
        ACCOUNTANT,
      );
    for (const { entryId } of rest.slice(-2))
      expect(await codesOf(reverse(entryId))).toEqual(['reversal.ofChartChange']);
    expect(first?.source.kind).toBe('opening');
  });

  it('waits for the year to be closed, for its day, and for books that are not ahead of it', async () => {
    expect(await codesOf(change())).toEqual(['chartChange.yearNotClosed']);
    await closeYear();
    services.clock.moveTo('2023-12-31');
    expect(await codesOf(change())).toEqual(['chartChange.notYet']);
    services.clock.moveTo('2024-01-05');
    await post('2024-01-02', [line('154', 1n), line('153', -1n)]);
    expect(await codesOf(change())).toEqual(['chartChange.bookedAfter']);
  });

  it('is done once, and asks where several accounts may take a balance', async () => {
    await post('2023-11-22', [line('131', 5n), line('154', -5n)]);
    await closeYear();
    expect(await codesOf(change())).toEqual(['chartChange.choiceMissing']);
    const form = { year: 2024, chart: '2023', choices: { '131': '132' } };
    await services.chartChange.changeChart(id, form, ACCOUNTANT);
    expect(await closingOf('2024-01', '2024-01')).toContainEqual(['132', '生产性生物资产', 5n]);
    expect(await codesOf(change())).toEqual(['chartChange.notKnown']);
  });
});
