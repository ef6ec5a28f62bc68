import { join } from 'node:path';
import { ChartService } from '../../src/features/ledger/chart.service';
import { CountyBalancesService } from '../../src/features/ledger/county-balances.service';
import { LedgerImportService } from '../../src/features/ledger/ledger-import.service';
import { LedgerMonthsService } from '../../src/features/ledger/ledger-months.service';
import { LedgerReadService } from '../../src/features/ledger/ledger-read.service';
import { SetClock } from '../../src/platform/clock/clock';
import { MONTHS } from '../bench/entries';
import { line } from '../domain/ledger/entries.fixture';
import { openBooks } from '../support/books';
import { describeOnEachEngine, type OpenDatabase } from '../support/engines';

describeOnEachEngine('the year ends of many villages', (open) => {
  let opened: OpenDatabase;
  let county: CountyBalancesService;

  beforeAll(async () => {
    opened = await open();
    county = new CountyBalancesService(opened.database);
    const charts = new ChartService(join(__dirname, '../../seeds'));
    const clock = new SetClock('2017-01-31');
    const reading = new LedgerReadService(opened.database, charts);
    const importing = new LedgerImportService(clock, charts);
    const months = new LedgerMonthsService(opened.database, clock, reading);
    /** Books the same expense against income in each of two years, and seals so many months. */
    const keep = async (id: string, fen: bigint, sealed: number): Promise<void> => {
      await openBooks(opened.database, id, { month: '2015-01' });
      await opened.database.inTransaction(id, async (tx) => {
        const entries = ['2015-03-05', '2016-12-31'].map((postedOn) => ({
          event: 'test.booked',
          postedOn,
          aboutPeriod: postedOn.slice(0, 7),
          statementOn: postedOn,
          summary: 'test',
          source: { kind: 'test', id: postedOn },
          postings: [line('511', fen), line('501', -fen)],
          preparedBy: 'wang',
        }));
        await importing.importEntries(tx, id, entries);
        for (const month of MONTHS.slice(0, sealed)) {
          await months.holdMonth(tx, id, { month, by: 'wang' });
          await months.sealMonth(tx, id, { month, by: 'li' });
        }
      });
    };
    await keep('a', 500n, 24);
    await keep('b', 2_000n, 23);
    await keep('c', 9_000n, 24);
  });

  it('add up by account and year over the villages asked for, whose December is sealed', async () => {
    expect(await county.listTotals(['a', 'b'], { first: 2014, last: 2016 })).toEqual([
      { year: 2015, ledgerAccount: '501', balance: -2_500n },
      { year: 2015, ledgerAccount: '511', balance: 2_500n },
      { year: 2016, ledgerAccount: '501', balance: -1_000n },
      { year: 2016, ledgerAccount: '511', balance: 1_000n },
    ]);
  });

  it('stand side by side for one account, village by village, each village once', async () => {
    expect(await county.listVillages(['b', 'a', 'b'], { first: 2015, last: 2016 }, '511')).toEqual([
      { collectiveId: 'a', year: 2015, balance: 500n },
      { collectiveId: 'a', year: 2016, balance: 1_000n },
      { collectiveId: 'b', year: 2015, balance: 2_000n },
    ]);
  });

  it('are asked for in groups of a hundred villages, and none are asked for in vain', async () => {
    const many = Array.from({ length: 250 }, (_, index) => `x${String(index)}`);
    const years = { first: 2016, last: 2016 };
    expect(await county.listTotals([...many, 'a', 'c'], years)).toEqual([
      { year: 2016, ledgerAccount: '501', balance: -19_000n },
      { year: 2016, ledgerAccount: '511', balance: 19_000n },
    ]);
    expect(await county.listTotals([], years)).toEqual([]);
    const backwards = { first: 2017, last: 2016 };
    expect(await county.listTotals(['a'], backwards)).toEqual([]);
    expect(await county.listVillages(['a'], backwards, '511')).toEqual([]);
  });
});
