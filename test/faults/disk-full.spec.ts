import { randomBytes } from 'node:crypto';
import { chmodSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { DomainError } from '../../src/domain/shared/domain-error';
import type { PostgresSettings } from '../../src/platform/database/engine';
import { migrate } from '../../src/platform/database/migrate';
import { describeOn } from '../support/engines';
import { startCluster, stopCluster } from '../support/postgres';
import { Village } from '../support/village';
import { expectKept, keyOf, listenTo, payBill, startBills } from './bills';

describeOn('sqlite', 'a disk that is full', (open) => {
  it('takes no voucher in part; when there is room again, booking goes on', async () => {
    const opened = await open();
    const village = await Village.start(opened.database);
    await village.openWith(100_000_000n);
    const { settings } = opened;
    if (settings.engine !== 'sqlite') throw new Error('this disk is SQLite’s');
    const limitKb = Math.ceil(statSync(settings.file).size / 1024) + 64;
    const wish = { settings, villageId: village.id, run: 'full', posters: 3, bills: 100 };
    const said = await listenTo(startBills(wish, limitKb));
    expect(said.failures).toHaveLength(3);
    for (const failure of said.failures)
      expect(failure).toMatch(/^(SQLITE_(FULL|IOERR)|command.outcomeUnknown)/);
    expect(said.kept.size).toBeGreaterThan(0);
    expect(await expectKept(village, said.kept)).toEqual([]);
    const key = keyOf('full', 9, 1);
    const kept = new Map([...said.kept, [key, await payBill(village, key)]]);
    expect(await expectKept(village, kept)).toEqual([]);
  });
});

describeOn('postgres', 'a server whose disk is full', (open) => {
  const folder = join(mkdtempSync(join(tmpdir(), 'village-ledger-full-')), 'cluster');
  // The server runs as a user of its own, who has to reach its folder.
  chmodSync(dirname(folder), 0o755);
  afterAll(() => {
    stopCluster(folder);
    rmSync(dirname(folder), { recursive: true, force: true });
  });

  it('takes no voucher in part, and what was acknowledged stays', async () => {
    const settings = await limitedServer(folder, 6 * 1024);
    const { database } = await open({ settings });
    const village = await Village.start(database);
    await village.openWith(100_000_000n);
    const { ledger } = village.services;
    const kept: number[] = [];
    let failure: unknown;
    for (let bill = 1; bill <= 400 && failure === undefined; bill += 1) {
      const booked = database.inTransaction(village.id, (tx) => ledger.post(tx, village.id, longEntry(bill)));
      await booked
        .then(({ voucherNumber }) => kept.push(voucherNumber))
        .catch((error: unknown) => (failure = error));
    }
    expect(String(failure)).toMatch(/could not extend|File too large|No space/);
    expect(failure).not.toBeInstanceOf(DomainError);
    expect(kept.length).toBeGreaterThan(5);
    const vouchers = await village.vouchers();
    expect(vouchers.map(({ voucherNumber }) => voucherNumber)).toEqual([1, ...kept]);
    expect(await expectKept(village, new Map())).toEqual([]);
  });
});

/** A server of its own that can write no file larger than so many kilobytes, migrated. */
async function limitedServer(folder: string, limitKb: number): Promise<PostgresSettings> {
  const url = startCluster(folder, { limitKb });
  const settings = { engine: 'postgres', url, ownerUrl: url } as const;
  await migrate(settings);
  return settings;
}

/** An entry with a summary so long, and so random, that a few dozen fill the table. */
function longEntry(bill: number) {
  const line = { pool: 'pv', amount: 100n } as const;
  return {
    event: 'fault.booked',
    postedOn: '2025-03-03',
    aboutPeriod: '2025-03',
    statementOn: '2025-03-03',
    summary: randomBytes(60_000).toString('hex'),
    source: { kind: 'fault', id: String(bill) },
    preparedBy: 'bills',
    postings: [
      { ...line, ledgerAccount: '151', side: 'debit' } as const,
      { ...line, ledgerAccount: '311', side: 'credit' } as const,
    ],
  };
}
