import fc from 'fast-check';
import { flowEffect, signedAmount } from '../../src/domain/ledger/journal-entry';
import type { StepKind } from '../../src/domain/ledger/trace-money';
import { sumFen } from '../../src/domain/money/fen';
import { BalancesService } from '../../src/features/ledger/balances.service';
import { BookLinesService } from '../../src/features/ledger/book-lines.service';
import { ChartService } from '../../src/features/ledger/chart.service';
import { type ReportScope, ReportsService } from '../../src/features/ledger/reports.service';
import { StatementLayoutsService } from '../../src/features/ledger/statement-layouts.service';
import { StatementsService } from '../../src/features/ledger/statements.service';
import { TracingService } from '../../src/features/ledger/tracing.service';
import type { Database } from '../../src/platform/database/database';
import { describeOnEachEngine } from '../support/engines';
import { expectIncomesAgree } from '../support/statements';
import { byTier } from '../support/tier';
import { BridgeService } from '../../src/features/surplus/bridge.service';
import { ACCOUNTANT, claimOf, Village } from '../support/village';
import { BookedHistory, type Booking, histories } from './book-history.fixture';

const SEED = 20_251_126;
const HISTORIES = byTier(3, 60);
const SEEDS = 'seeds';

function reportsOn(database: Database) {
  const balances = new BalancesService(database);
  const lines = new BookLinesService(database);
  const layouts = new StatementLayoutsService(SEEDS);
  const reports = new ReportsService(database, new ChartService(SEEDS), balances, lines, layouts);
  const statements = new StatementsService(reports, balances, lines, layouts);
  const bridgeOf = (village: Village, period: Parameters<BridgeService['bridgeOf']>[1]) =>
    new BridgeService(village.services.surplus, statements, reports, balances, lines).bridgeOf(
      village.id,
      period,
    );
  return { reports, statements, bridgeOf };
}

const anySpan = fc.record({
  from: fc.constantFrom('2025-01-01', '2025-02-01', '2025-03-01', '2025-02-14'),
  to: fc.constantFrom('2025-03-31', '2025-05-17', '2025-06-30'),
  pool: fc.constantFrom(undefined, 'pv' as const, 'other' as const),
});

describeOnEachEngine('the books of a random history', (open) => {
  it(`agree with each other to the fen (seed ${String(SEED)})`, async () => {
    const { database } = await open();
    let number = 0;
    await fc.assert(
      fc.asyncProperty(histories(40), anySpan, async (bookings, span) => {
        number += 1;
        const history = await BookedHistory.book(database, bookings, `R${String(number)}`);
        const { village } = history;
        await expectTraced(database, history);
        const scope: ReportScope = { collectiveId: village.id, by: 'postedOn', ...span };
        await expectAgreement(reportsOn(database), scope);
        await expectIncomesAgree(database, [village.id], [span.to, '2025-12-31']);
        const bridge = await reportsOn(database).bridgeOf(village, { ...span, pool: span.pool ?? 'pv' });
        expect(bridge.statutory + sumFen(bridge.lines.map(({ amount }) => amount))).toBe(bridge.pool);
      }),
      { seed: SEED, numRuns: HISTORIES },
    );
  }, 240_000);

  it('reads a long ledger page by page as it reads it whole', async () => {
    const { database } = await open();
    const bookings = fc.sample(histories(60), { seed: SEED, numRuns: 5 }).flat().slice(0, 60);
    const { village } = await BookedHistory.book(database, bookings, 'Pages');
    const { reports } = reportsOn(database);
    const scope = { ...wholeOf(village.id), account: '102' };
    const whole = await reports.detailLedger(scope, { dayTotals: true });
    const paged = [];
    for (let offset = 0; offset < whole.lines; offset += 3) {
      const stretch = { offset, limit: 3 };
      const { rows } = await reports.detailLedger(scope, { dayTotals: true, stretch });
      paged.push(...(offset === 0 ? rows : rows.slice(1)));
    }
    expect(whole.lines).toBeGreaterThan(6);
    expect(paged).toEqual(whole.rows);
  });

  it('carry to 本年收益 at the close what the statement calls net surplus', async () => {
    const { database } = await open();
    const bookings: Booking[] = [
      booked('accrual', 900_00n),
      booked('cost', 250_00n),
      booked('grant', 100_00n),
      booked('reserve', 40_00n),
    ];
    const { village } = await BookedHistory.book(database, bookings, 'Closing');
    const { statements } = reportsOn(database);
    const scope = wholeOf(village.id);
    const before = await statements.incomeStatement(scope);
    const net = before.thisYear.find(({ row }) => row.line === 12)?.amount;
    expect(net).toBe(550_00n);
    const close = (account: string, signed: bigint) => ({
      ledgerAccount: account,
      side: signed > 0n ? ('debit' as const) : ('credit' as const),
      amount: signed > 0n ? signed : -signed,
      pool: 'pv' as const,
    });
    const { ledger } = village.services;
    const postings = [
      close('501', 900_00n),
      close('511', -250_00n),
      close('514', -100_00n),
      close('321', -550_00n),
    ];
    const entry = {
      event: 'test.closed',
      postedOn: '2025-06-30',
      aboutPeriod: '2025-06',
      statementOn: '2025-06-30',
      summary: 'close',
      source: { kind: 'test', id: 'close' },
      postings,
      preparedBy: 'accountant',
    };
    await database.inTransaction(village.id, (tx) => ledger.post(tx, village.id, entry));
    expect(await statements.incomeStatement(scope)).toEqual(before);
    await expectIncomesAgree(database, [village.id], ['2025-06-15', '2025-06-30', '2025-12-31']);
    const sheet = await statements.balanceSheet(scope);
    expect(sheet.closing.right.find(({ row }) => row.line === 34)?.amount).toBe(510_00n);
  });
});

describeOnEachEngine('the bridge between the two surpluses', (open) => {
  it('names what is not banked, what was promised before and what was granted', async () => {
    const { database } = await open();
    const village = await Village.start(database);
    await village.openWith(500_00n);
    const station = await village.addStation();
    await village.settle(station, '2025-01', { kwh: 1000, on: '2025-02-05' });
    const energy = (await village.owed()).filter(({ stream }) => stream === 'energy');
    await village.receive(energy, '2025-02-10');
    await village.pay(100_00n, '2025-03-01');
    const { id, claimIds } = await village.approvedPlan([claimOf(600_00n)]);
    await village.grant(id, claimIds[0] ?? '', '2025-07-20');
    const { bridgeOf } = reportsOn(database);

    const first = await bridgeOf(village, { pool: 'pv', from: '2025-01-01', to: '2025-06-30' });
    expect(first).toEqual({
      statutory: 1_150_00n,
      lines: [{ reason: 'accrued', ledgerAccount: '112', stream: 'subsidy', amount: -350_00n }],
      pool: 800_00n,
    });
    const second = await bridgeOf(village, { pool: 'pv', from: '2025-07-01', to: '2025-07-31' });
    expect(second.lines.map(({ reason, amount }) => [reason, amount])).toEqual([
      ['accrued', -350_00n],
      ['granted', 600_00n],
      ['promised', -600_00n],
    ]);
    expect([second.statutory, second.pool]).toEqual([550_00n, 200_00n]);
  });
});

describeOnEachEngine('the statement of a year in which an earlier one is corrected', (open) => {
  const rowsOf = async (village: Village, database: Database, to: string) => {
    const scope = { ...wholeOf(village.id), from: `${to.slice(0, 4)}-01-01`, to };
    const { thisYear } = await reportsOn(database).statements.incomeStatement(scope);
    const [net, transferredIn, ...distributed] = [12, 14, 16, 17, 18].map(
      (wanted) => thisYear.find(({ row }) => row.line === wanted)?.amount,
    );
    return { net, transferredIn, distributed };
  };
  const NOTHING_DISTRIBUTED = [0n, 0n, 0n];

  it('takes more cost off what was brought, and no correction of it either is a distribution', async () => {
    const { database } = await open();
    const village = await Village.start(database);
    await village.openWith(500_00n, 'members');
    const form = {
      ...{ postedOn: '2025-03-10', aboutPeriod: '2024-11', account: '511', change: 'more', pool: 'members' },
      ...{ amount: '300.00', counter: '211', reason: 'a bill that came late' },
    };
    const { entryId } = await village.services.priorYear.correct(village.id, form, ACCOUNTANT);
    const corrected = { net: 0n, transferredIn: -300_00n, distributed: NOTHING_DISTRIBUTED };
    expect(await rowsOf(village, database, '2025-03-31')).toEqual(corrected);
    const period = { pool: 'members', from: '2025-01-01', to: '2025-03-31' } as const;
    const { lines } = await reportsOn(database).bridgeOf(village, period);
    expect(lines).toEqual([]);
    await village.reverse(entryId, '2025-03-20');
    expect(await rowsOf(village, database, '2025-03-31')).toEqual({ ...corrected, transferredIn: 0n });
  });

  it('takes reversed income off what was brought', async () => {
    const { database } = await open();
    const village = await Village.start(database);
    village.services.clock.moveTo('2026-01-10');
    await village.openWith(500_00n);
    const station = await village.addStation();
    await village.settle(station, '2025-11', { kwh: 1000, on: '2025-12-05' });
    const settled = (await village.vouchers()).at(-1);
    await village.reverse(settled?.entryId ?? '', '2026-01-10');
    const reversed = { net: 0n, transferredIn: -750_00n, distributed: NOTHING_DISTRIBUTED };
    expect(await rowsOf(village, database, '2026-01-31')).toEqual(reversed);
  });
});

function booked(event: Booking['event'], amount: bigint): Booking {
  return { event, day: '2025-03-10', about: '2025-03', amount, pool: 'pv', who: 'grid', reverses: 60 };
}

function wholeOf(collectiveId: string): ReportScope {
  return { collectiveId, from: '2025-01-01', to: '2025-06-30', by: 'postedOn' };
}

/** Every fen that came to the bank, was brought, used or paid, voucher by voucher, stands in the trace. */
async function expectTraced(database: Database, { village, lines }: BookedHistory): Promise<void> {
  const { books } = village.services;
  const tracing = new TracingService(
    database,
    new ChartService(SEEDS),
    books,
    new BookLinesService(database),
  );
  const taken = new Set(lines.flatMap((line) => line.reversesId ?? []));
  const standing = lines.filter((line) => !taken.has(line.entryId) && line.reversesId === undefined);
  for (const pool of ['pv', 'other'] as const) {
    const steps = (await tracing.tracePool(village.id, pool)).flatMap((strand) =>
      strand.steps.map(({ as, line }) => ({ as, line, amount: strand.amount })),
    );
    const told = (entryId: string, as: StepKind): bigint =>
      sumFen(
        steps.filter((step) => step.as === as && step.line.entryId === entryId).map(({ amount }) => amount),
      );
    for (const entryId of new Set(
      standing.filter((line) => line.pool === pool).map((line) => line.entryId),
    )) {
      const own = standing.filter((line) => line.entryId === entryId);
      const cash = sumFen(own.filter(({ ledgerAccount }) => /^10[12]/.test(ledgerAccount)).map(signedAmount));
      expect(told(entryId, 'banked') - told(entryId, 'paid')).toBe(cash);
      expect(told(entryId, 'brought') - told(entryId, 'used')).toBe(flowEffect(own));
    }
  }
}

async function expectAgreement(
  { reports, statements }: ReturnType<typeof reportsOn>,
  scope: ReportScope,
): Promise<void> {
  const { rows, totals } = await reports.accountBalances(scope);
  const { rows: sinceJanuary } = await reports.accountBalances({ ...scope, from: '2025-01-01' });
  for (const row of rows) {
    const asked = { ...scope, account: row.account.code };
    const detail = await reports.detailLedger(asked, { dayTotals: true });
    const ofLines = detail.rows.filter(({ kind }) => kind === 'line');
    expect(detail.rows[0]?.balance).toBe(row.opening);
    expect(sumFen(ofLines.map(({ debit }) => debit))).toBe(row.debit);
    expect(sumFen(ofLines.map(({ credit }) => credit))).toBe(row.credit);
    expect(detail.rows.at(-1)?.balance).toBe(row.closing);
    const days = detail.rows.filter(({ kind }) => kind === 'day');
    expect(sumFen(days.map(({ debit }) => debit))).toBe(row.debit);
    const [{ opening, months } = { opening: 0n, months: [] }] = await reports.generalLedger(asked);
    expect(opening).toBe(row.opening);
    expect(opening + sumFen(months.map(({ debit, credit }) => debit - credit))).toBe(row.closing);
    expect(months.length === 0 ? opening : months.at(-1)?.balance).toBe(row.closing);
    const inYear = sinceJanuary.filter(({ account }) => account.code === row.account.code);
    const yearSums = months.slice(-1).map(({ yearDebit, yearCredit }) => [yearDebit, yearCredit]);
    expect(yearSums).toEqual(months.length === 0 ? [] : inYear.map(({ debit, credit }) => [debit, credit]));
  }
  const summary = await reports.voucherSummary(scope);
  expect([summary.totals.debit, summary.totals.credit]).toEqual([totals.debit, totals.credit]);
  const closingOf = (wanted: RegExp) =>
    sumFen(
      rows.filter(({ level, account }) => level === 0 && wanted.test(account.code)).map((row) => row.closing),
    );
  const { closing } = await statements.balanceSheet(scope);
  expect(closing.left.at(-1)?.amount).toBe(closing.right.at(-1)?.amount);
  const { thisYear } = await statements.incomeStatement(scope);
  expect(thisYear.at(-1)?.amount).toBe(-closingOf(/^(32|5)/));
  const aged = await reports.ageing(scope);
  for (const code of ['112', '113', '211']) {
    const own = aged.rows.filter((row) => row.ledgerAccount === code);
    expect(sumFen(own.flatMap((row) => row.parts))).toBe(closingOf(new RegExp(code)));
    expect(sumFen(own.map((row) => row.balance))).toBe(closingOf(new RegExp(code)));
  }
}
