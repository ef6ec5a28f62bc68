import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { EntityManager } from 'typeorm';
import { chainHash } from '../../src/domain/ledger/hash-chain';
import type { JournalEntry } from '../../src/domain/ledger/journal-entry';
import { ChartService } from '../../src/features/ledger/chart.service';
import { LedgerImportService } from '../../src/features/ledger/ledger-import.service';
import { LedgerReadService } from '../../src/features/ledger/ledger-read.service';
import { LedgerService } from '../../src/features/ledger/ledger.service';
import { SetClock } from '../../src/platform/clock/clock';
import { historyEntry, randomFrom } from '../bench/entries';
import { line } from '../domain/ledger/entries.fixture';
import { openBooks } from '../support/books';
import { expectScaleRules } from '../support/driver-spy';
import { describeOnEachEngine, type OpenDatabase } from '../support/engines';

const YEARS = { first: '2023-01', last: '2025-12' } as const;

const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');

describeOnEachEngine('the taking over of older books', (open, engine) => {
  let opened: OpenDatabase;
  let importing: LedgerImportService;
  let reading: LedgerReadService;
  let posting: LedgerService;
  const charts = new ChartService(join(__dirname, '../../seeds'));

  beforeEach(async () => {
    opened = await open();
    const clock = new SetClock('2025-06-30');
    reading = new LedgerReadService(opened.database, charts);
    posting = new LedgerService(clock, charts, reading);
    importing = new LedgerImportService(clock, charts);
    await openBooks(opened.database, 'old', { month: '2023-01' });
    await openBooks(opened.database, 'new', { month: '2023-01' });
  });
  afterEach(() => opened.close());

  const importInto = (id: string, entries: readonly JournalEntry[]): Promise<number> =>
    opened.database.inTransaction(id, (tx) =>
      importing.importEntries(
        tx,
        id,
        entries.map((entry) => ({ ...entry, preparedBy: 'wang', reviewedBy: 'li' })),
      ),
    );

  const some = (count: number): JournalEntry[] => {
    const random = randomFrom(7);
    const chart = charts.requireChart('2023');
    return Array.from({ length: count }, (_, index) => {
      const day = `${String(2023 + Math.floor((index * 3) / count))}-0${String(1 + (index % 6))}-15`;
      return historyEntry(chart, random, { day, id: String(index) });
    });
  };

  it('leaves the same months, numbers and balances as booking one voucher after the other', async () => {
    const entries = some(130);
    await expect(importInto('old', entries)).resolves.toBe(130);
    for (const entry of entries) {
      await opened.database.inTransaction('new', (tx) =>
        posting.post(tx, 'new', { ...entry, preparedBy: 'wang', reviewedBy: 'li' }),
      );
    }
    const standOf = async (id: string) => ({
      months: await reading.listMonths(id),
      balance: await reading.trialBalance(id, YEARS),
      vouchers: (await reading.listVouchers(id, YEARS)).map((voucher) => [
        voucher.voucherYear,
        voucher.voucherNumber,
        voucher.chainPosition,
        voucher.postedOn,
        voucher.preparedBy,
        voucher.reviewedBy,
        voucher.postedBy,
        voucher.postings,
      ]),
      turnovers: await opened.reader.query<unknown[]>(
        `SELECT month, ledger_account, pool, CAST(debit_fen AS TEXT) AS debit,
           CAST(credit_fen AS TEXT) AS credit
         FROM ledger_turnovers WHERE collective_id = '${id}' ORDER BY 1, 2, 3`,
      ),
    });
    expect(await standOf('old')).toEqual(await standOf('new'));
  });

  it('links every entry to the one before it, and goes on where the chain stood', async () => {
    const entries = some(12);
    await importInto('old', entries.slice(0, 5));
    await importInto('old', entries.slice(5));
    let previous = '';
    for (const voucher of await reading.listVouchers('old', YEARS)) {
      expect(voucher.previousHash).toBe(previous);
      const { voucherYear: year, voucherNumber: number, chainPosition: position, ...facts } = voucher;
      const chained = { ...facts, collectiveId: 'old', position, voucher: { year, number } };
      expect(voucher.hash).toBe(chainHash(previous, chained, sha256));
      previous = voucher.hash;
    }
    const chain = await reading.requireChain('old');
    expect(chain).toMatchObject({ length: 12, head: previous });
  });

  it.each<{ why: string; bad: Partial<JournalEntry>; error: string }>([
    { why: 'before the books open', bad: { postedOn: '2022-12-31' }, error: 'period.beforeBooks' },
    { why: 'ahead of today', bad: { postedOn: '2025-07-01' }, error: 'period.inFuture' },
    {
      why: 'that does not balance',
      bad: { postings: [line('501', -5n), line('511', 6n)] },
      error: 'debit equals credit',
    },
    {
      why: 'on an account that is not in the chart',
      bad: { postings: [line('999', 5n), line('511', -5n)] },
      error: 'account 999',
    },
  ])('takes none of the entries where one lies $why', async ({ bad, error }) => {
    const entries = some(60).map((entry, index) => (index === 40 ? { ...entry, ...bad } : entry));
    await expect(importInto('old', entries)).rejects.toThrow(error);
    expect(await reading.requireChain('old')).toMatchObject({ length: 0 });
    expect(await reading.listMonths('old')).toHaveLength(1);
  });

  it('takes nothing into a held month', async () => {
    await opened.database.inTransaction('old', (tx) =>
      tx.query(`UPDATE ledger_months SET state = 'held' WHERE collective_id = 'old'`),
    );
    await expect(importInto('old', some(3))).rejects.toMatchObject({ code: 'period.held' });
  });

  it('takes no entry of days on which the books were kept under another chart', async () => {
    await opened.database.inTransaction('old', (tx) =>
      tx.query(`UPDATE collective_books SET chart_from = '2024-01-01' WHERE collective_id = 'old'`),
    );
    await expect(importInto('old', some(3))).rejects.toMatchObject({ code: 'period.otherChart' });
    expect(await reading.requireChain('old')).toMatchObject({ length: 0 });
  });

  it('leaves the books as they are where there is nothing to take over', async () => {
    await importInto('old', some(2));
    const asked = "SELECT chain_length, chain_head FROM collective_books WHERE collective_id = 'old'";
    const before = await opened.reader.query<unknown[]>(asked);
    await expect(importInto('old', [])).resolves.toBe(0);
    expect(await opened.reader.query(asked)).toEqual(before);
  });

  it('locks the books first and names them in every statement', async () => {
    opened.sql.clear();
    await importInto('old', some(60));
    expectScaleRules(opened.sql.statements);
  });

  // SQLite tells no such figure, and plans by the keys alone.
  if (engine === 'postgres') {
    it('reads an entry to hold its line against it, however many there are', async () => {
      const entries = some(900).map((entry) => ({ ...entry, preparedBy: 'wang' }));
      const last = entries.slice(800);
      const read = await opened.database.inTransaction('old', async (tx) => {
        await importing.importEntries(tx, 'old', entries.slice(0, 800));
        const before = await countEntriesRead(tx);
        await importing.importEntries(tx, 'old', last);
        return (await countEntriesRead(tx)) - before;
      });
      const lines = last.flatMap(({ postings }) => postings).length;
      expect(read).toBeGreaterThan(0);
      expect(read).toBeLessThan(10 * lines);
    });
  }
});

/** How many rows of entries the transaction has read by their keys. */
async function countEntriesRead(tx: EntityManager): Promise<number> {
  const rows = await tx.query<{ read: string }[]>(
    "SELECT idx_tup_fetch AS read FROM pg_stat_xact_user_tables WHERE relname = 'ledger_entries'",
  );
  return Number(rows[0]?.read);
}
