import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { DataSource } from 'typeorm';
import { CollectiveEntity } from '../../src/features/collectives/collective.entity';
import { ChartService } from '../../src/features/ledger/chart.service';
import { LedgerEntryEntity } from '../../src/features/ledger/ledger-entry.entity';
import { LedgerLineEntity } from '../../src/features/ledger/ledger-line.entity';
import { LedgerReadService } from '../../src/features/ledger/ledger-read.service';
import { LedgerService } from '../../src/features/ledger/ledger.service';
import { SetClock } from '../../src/platform/clock/clock';
import { dataSourceOptions } from '../../src/platform/database/data-source-options';
import { Database } from '../../src/platform/database/database';
import type { DatabaseSettings } from '../../src/platform/database/engine';
import { migrate } from '../../src/platform/database/migrate';
import { VILLAGES } from './entries';

/** Open books of the benchmark's villages, and the ledger over them. */
export interface BenchBooks {
  readonly database: Database;
  readonly ledger: LedgerService;
  readonly close: () => Promise<void>;
}

/** Migrates the database and opens the books of every village. */
export async function openBenchBooks(settings: DatabaseSettings): Promise<BenchBooks> {
  await migrate(settings);
  const entities = [LedgerEntryEntity, LedgerLineEntity, CollectiveEntity];
  const sources = await Promise.all(
    (['writer', 'reader'] as const).map((use) =>
      new DataSource({ ...dataSourceOptions(settings, use), entities }).initialize(),
    ),
  );
  const [writer, reader] = sources;
  if (writer === undefined || reader === undefined) throw new Error('a database has a writer and a reader');
  const database = new Database(writer, reader);
  const charts = new ChartService(resolve('seeds'));
  const reading = new LedgerReadService(database, charts);
  const ledger = new LedgerService(new SetClock('2025-01-31'), charts, reading);
  await database.inReferenceTransaction(async (tx) => {
    for (let number = 0; number < VILLAGES; number += 1) {
      const id = `village-${String(number).padStart(3, '0')}`;
      const facts = { parentId: null, organisationName: id, noticeLabel: id, routeId: null, contacts: [] };
      await tx.insert(CollectiveEntity, {
        id,
        kind: 'village',
        name: id,
        regionPath: [],
        madeUp: 1,
        ...facts,
      });
      await ledger.openBooks(tx, { collectiveId: id, chart: '2023', regionPath: [], openedOn: '2025-01-01' });
    }
  });
  const close = async (): Promise<void> => {
    await Promise.all(sources.map((source) => source.destroy()));
  };
  return { database, ledger, close };
}

/** A folder that is gone after the work. */
export async function inTempFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'village-ledger-bench-'));
  try {
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
