import fc from 'fast-check';
import { type AgeingRow } from '../../src/domain/ledger/report-ageing';
import { BalancesService } from '../../src/features/ledger/balances.service';
import { BookLinesService } from '../../src/features/ledger/book-lines.service';
import { ChartService } from '../../src/features/ledger/chart.service';
import { ReportBodiesService } from '../../src/features/ledger/report-bodies.service';
import { ReportPartiesService } from '../../src/features/ledger/report-parties.service';
import { ReportsService } from '../../src/features/ledger/reports.service';
import { StatementLayoutsService } from '../../src/features/ledger/statement-layouts.service';
import { StatementsService } from '../../src/features/ledger/statements.service';
import { SetClock } from '../../src/platform/clock/clock';
import type { Database } from '../../src/platform/database/database';
import { assetVouchersOn } from '../support/asset-life';
import { describeOnEachEngine } from '../support/engines';
import { openOldBooks } from '../support/old-chart';
import { STATION } from '../support/station';
import { byTier } from '../support/tier';
import { ACCOUNTANT, servicesOn } from '../support/village';
import { deskOn } from '../support/voucher-desk';

const SEED = 20_261_128;
const YEAR_2023 = { from: '2023-01-01', by: 'postedOn' } as const;
const YEAR_2024 = { from: '2024-01-01', by: 'postedOn' } as const;

/** What the old accounts with dealings are called in the chart of 2023. */
const NEW_NAMES: Readonly<Record<string, string>> = {
  '112': '112',
  '113': '113',
  '202': '211',
  '221': '221',
};

/** Something owed or settled with somebody, against the bank; debit positive. */
interface Dealt {
  readonly day: string;
  readonly account: string;
  readonly signed: bigint;
  readonly who?: string | undefined;
  readonly pool?: 'pv' | 'other' | undefined;
}

const anyDealt: fc.Arbitrary<Dealt> = fc.record({
  day: fc.integer({ min: 1, max: 30 }).map((day) => `2023-11-${String(day).padStart(2, '0')}`),
  account: fc.constantFrom('112', '113', '202'),
  signed: fc.bigInt({ min: -500n, max: 500n }).filter((signed) => signed !== 0n),
  who: fc.constantFrom('Li', 'Wang', undefined),
  pool: fc.constantFrom('pv' as const, 'other' as const),
});

/** Books under the chart of 2004 that began with debts of known and unknown age. */
async function startOld(database: Database) {
  const services = servicesOn(database, new SetClock('2024-01-05'));
  const { openings, assets } = services;
  const id = await openOldBooks(services);
  const hall = await assets.addAsset(id, { ...STATION, kind: 'workshop', name: 'Hall' }, ACCOUNTANT);
  const line = (ledgerAccount: string, signed: bigint) => ({
    ...{ ledgerAccount, pool: 'other' as const },
    side: signed > 0n ? ('debit' as const) : ('credit' as const),
    amount: signed > 0n ? signed : -signed,
  });
  const further = [
    { ...line('202', -4_000n), counterparty: 'Haulier', aroseOn: '2022-06-01' },
    { ...line('202', -300n), counterparty: 'Li' },
    { ...line('112', 3_000n), counterparty: 'Zhang', aroseOn: '2022-05-01' },
    { ...line('112', 200n), counterparty: 'Zhang', aroseOn: '2023-10-20' },
    { ...line('113', 500n), counterparty: 'Wang', aroseOn: '2022-12-01' },
    { ...line('221', -900n), counterparty: 'Bank', aroseOn: '2021-03-15' },
    line('322', 1_500n),
  ];
  const bank = (['pv', 'other'] as const).map((pool) => ({ pool, amount: 1_000_000n }));
  const rent = { assetId: hall.id, stream: 'rent', month: '2023-09', counterparty: 'Li' } as const;
  const opening = { on: '2023-11-01', bank, receivables: [{ ...rent, amount: 70n }], further };
  await openings.recordShort(id, opening, ACCOUNTANT);

  const deal = ({ day, account, signed, who, pool = 'other' }: Dealt) =>
    database.inTransaction(id, (tx) =>
      services.ledger.post(tx, id, {
        ...{ event: 'test', postedOn: day, aboutPeriod: day.slice(0, 7), statementOn: day },
        ...{ summary: 's', source: { kind: 'test', id: '1' }, preparedBy: 'accountant' },
        postings: [
          { ...line(account, signed), pool, ...(who === undefined ? {} : { counterparty: who }) },
          { ...line('102', -signed), pool },
        ],
      }),
    );
  const holdAndChange = async () => {
    await services.months.holdMonth(id, '2023-11', ACCOUNTANT);
    await services.chartChange.changeChart(id, { year: 2024, chart: '2023', choices: {} }, ACCOUNTANT);
  };
  const [balances, lines] = [new BalancesService(database), new BookLinesService(database)];
  const layouts = new StatementLayoutsService('seeds');
  const reports = new ReportsService(database, new ChartService('seeds'), balances, lines, layouts);
  const statements = new StatementsService(reports, balances, lines, layouts);
  const desk = deskOn(assetVouchersOn(assets, services.books, database), services);
  const bodies = new ReportBodiesService(reports, statements, desk, new ReportPartiesService(reports, desk));
  return { id, services, reports, balances, bodies, deal, holdAndChange };
}
type OldBooks = Awaited<ReturnType<typeof startOld>>;

/** The rows by what the accounts are called in the new chart, without their order. */
const underNew = (rows: readonly AgeingRow[]) =>
  rows.map((row) => ({ ...row, ledgerAccount: NEW_NAMES[row.ledgerAccount] ?? '' })).sort(byRow);
const byRow = (one: AgeingRow, other: AgeingRow) =>
  `${one.ledgerAccount} ${one.party}` < `${other.ledgerAccount} ${other.party}` ? -1 : 1;

/** 账龄 of the first day of 2024, of each pool and of both. */
async function agedByPool({ id, reports }: OldBooks) {
  const pools = [undefined, 'pv' as const, 'other' as const];
  const told = pools.map(async (pool) => {
    const scope = { collectiveId: id, ...YEAR_2024, to: '2024-01-01', pool };
    return (await reports.ageing(scope)).rows;
  });
  return Promise.all(told);
}

describeOnEachEngine('what is owed when the chart of accounts changes', (open) => {
  it('is no movement of months that lie before and after it', async () => {
    const { database, close } = await open();
    const books = await startOld(database);
    const { id, services } = books;
    await books.deal({ day: '2023-11-10', account: '112', signed: -2_900n, who: 'Zhang' });
    await books.holdAndChange();
    services.clock.moveTo('2024-02-10');
    await books.deal({ day: '2024-02-01', account: '112', signed: -150n, who: 'Zhang' });
    const over = async (first: string) => {
      const told = await services.books.trialBalance(id, { first, last: '2024-02' });
      const bank = told.rows.filter(({ account }) => account.code === '102');
      return [
        ...bank.map(({ opening, debit, credit, closing }) => [opening, debit, credit, closing]),
        [told.debit, told.credit],
      ];
    };
    const [after] = await over('2024-02');
    expect(after).toEqual([2_002_900n, 150n, 0n, 2_003_050n]);
    expect(await over('2023-12')).toEqual([[2_002_900n, 0n, 0n, 2_002_900n], after, [150n, 150n]]);
    expect(await over('2023-11')).toEqual([[2_000_000n, 2_900n, 0n, 2_002_900n], after, [3_050n, 3_050n]]);
    await close();
  });

  it('goes on ageing from its own day, and of whom nobody knows it that is still said', async () => {
    const { database, close } = await open();
    const books = await startOld(database);
    const { id, reports, services } = books;
    await books.deal({ day: '2023-11-10', account: '112', signed: -2_900n, who: 'Zhang' });
    await books.deal({ day: '2023-11-15', account: '202', signed: 20n, who: 'Li' });
    await books.deal({ day: '2023-11-20', account: '202', signed: -50n, who: 'Li' });
    // 应付福利费 is an account of its own in the old chart; the new one has it among what is payable.
    await books.deal({ day: '2023-11-05', account: '212', signed: -40n, who: 'Fund' });
    const names = await services.counterparties.listNames(id);
    const told = async (scope: Parameters<ReportsService['ageing']>[0]) =>
      (await reports.ageing(scope)).rows.map(({ ledgerAccount, party, ...row }) => {
        const { counterparty } = JSON.parse(party) as { counterparty: string };
        const age = row.isOfUnknownAge ? 'or older' : 'known';
        return [ledgerAccount, names.nameOf(counterparty), row.oldestOn, row.parts.join(' '), age].join(' ');
      });
    const old = { collectiveId: id, ...YEAR_2023, to: '2023-12-31' };
    const before = await told(old);
    await books.holdAndChange();
    expect(await told(old)).toEqual(before);
    const now = { collectiveId: id, ...YEAR_2024, to: '2024-01-01' };
    expect(await told(now)).toEqual([
      '112 Li 2023-09-30 0 0 70 0 0 known',
      '112 Zhang 2022-05-01 0 200 0 0 100 known',
      '113 Wang 2022-12-01 0 0 0 0 500 known',
      '211 Haulier 2022-06-01 0 0 0 0 -4000 known',
      '211 Li 2023-11-01 0 -330 0 0 0 or older',
      '211 Fund 2023-11-05 0 -40 0 0 0 known',
      '221 Bank 2021-03-15 0 0 0 0 -900 known',
    ]);
    const whoAndSince = (rows: string[]) => rows.map((row) => row.split(' ').slice(1, 3).join(' '));
    expect(whoAndSince(await told(now))).toEqual(whoAndSince(before));

    // What is paid under the new chart settles the oldest of the old one first.
    services.clock.moveTo('2024-02-10');
    await books.deal({ day: '2024-02-01', account: '112', signed: -150n, who: 'Zhang' });
    await books.deal({ day: '2024-02-01', account: '211', signed: 3_000n, who: 'Haulier' });
    await books.deal({ day: '2024-02-02', account: '211', signed: -7n, who: 'Haulier' });
    const later = { ...now, to: '2024-02-10' };
    const rows = await told(later);
    expect(rows).toContain('112 Zhang 2023-10-20 0 0 150 0 0 known');
    expect(rows).toContain('211 Haulier 2022-06-01 -7 0 0 0 -1000 known');
    expect(await told({ ...later, account: '211' })).toEqual(rows.filter((row) => row.startsWith('211')));
    expect(await told({ ...now, known: '2024-01-05' })).toEqual(await told(now));
    expect(await told({ ...later, by: 'aboutPeriod' })).toEqual(rows);
    await close();
  });

  it(`stands the same, by whom, pool and age, in any history (seed ${String(SEED)})`, async () => {
    const { database, close } = await open();
    await fc.assert(
      fc.asyncProperty(
        fc.array(anyDealt, { minLength: 5, maxLength: 25 }),
        fc.array(anyDealt, { maxLength: 6 }),
        async (before, after) => {
          const books = await startOld(database);
          for (const dealt of before) await books.deal(dealt);
          const old = await agedByPool(books);
          await books.holdAndChange();
          const now = await agedByPool(books);
          expect(now.map((rows) => [...rows].sort(byRow))).toEqual(old.map(underNew));
          books.services.clock.moveTo('2024-02-20');
          for (const { day, account, ...dealt } of after) {
            const moved = { day: day.replace('2023-11', '2024-01'), account: NEW_NAMES[account] ?? '' };
            await books.deal({ ...dealt, ...moved });
          }
          const scope = { collectiveId: books.id, ...YEAR_2024, to: '2024-02-20' };
          const { rows } = await books.reports.ageing(scope);
          const standing = await books.balances.balancesOn(
            books.id,
            scope.to,
            await books.reports.wishOf(scope),
          );
          for (const account of Object.values(NEW_NAMES)) {
            const own = rows.filter(({ ledgerAccount }) => ledgerAccount === account);
            const sum = own.reduce((all, row) => all + row.balance, 0n);
            expect([account, sum]).toEqual([account, standing.get(account) ?? 0n]);
          }
        },
      ),
      { seed: SEED, numRuns: byTier(8, 60) },
    );
    await close();
  }, 240_000);
});

describeOnEachEngine('the income statement of the first year under another chart', (open) => {
  const SAID = '上年同期空着：2023年2月10日用的是2004年村集体经济组织会计科目';

  it('says why the column of last year is empty, and where its figures are', async () => {
    const { database, close } = await open();
    const { id: collectiveId, services, bodies, holdAndChange } = await startOld(database);
    const told = async (scope: { readonly from: string; readonly by: 'postedOn' }, to: string) => {
      const { body, remarks } = await bodies.bodyOf('income-statement', { collectiveId, ...scope, to });
      const isEmpty = body.rows.every(({ cells }) => cells.at(-1) === undefined);
      return [
        isEmpty,
        remarks.filter((remark) => remark.startsWith('上年同期')).map((each) => each.slice(0, SAID.length)),
      ];
    };
    expect(await told(YEAR_2023, '2023-12-31')).toEqual([false, []]);
    await holdAndChange();
    expect(await told(YEAR_2023, '2023-12-31')).toEqual([false, []]);
    expect(await told(YEAR_2024, '2024-02-10')).toEqual([true, [SAID]]);
    services.clock.moveTo('2025-01-05');
    expect(await told({ ...YEAR_2024, from: '2025-01-01' }, '2025-02-10')).toEqual([false, []]);
    await close();
  });
});
