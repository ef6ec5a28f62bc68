import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { DataSource } from 'typeorm';
import { CollectiveEntity } from '../../src/features/collectives/collective.entity';
import { ChartService } from '../../src/features/ledger/chart.service';
import { LedgerImportService } from '../../src/features/ledger/ledger-import.service';
import { LedgerReadService } from '../../src/features/ledger/ledger-read.service';
import { LedgerService } from '../../src/features/ledger/ledger.service';
import { SetClock } from '../../src/platform/clock/clock';
import { dataSourceOptions } from '../../src/platform/database/data-source-options';
import { Database } from '../../src/platform/database/database';
import type { DatabaseSettings } from '../../src/platform/database/engine';
import { migrate } from '../../src/platform/database/migrate';
import { VILLAGES, villageId } from './entries';
import { SentStatements } from './replay';

/** Open books of the benchmark's villages, and the ledger over them. */
export interface BenchBooks {
  readonly database: Database;
  readonly ledger: LedgerService;
  readonly importing: LedgerImportService;
  readonly reading: LedgerReadService;
  readonly charts: ChartService;
  /** What the writing connection sends, while it is asked to keep it. */
  readonly sent: SentStatements;
  readonly close: () => Promise<void>;
}

/** A county with detail accounts of its own: about sixty accounts in all. */
export const REGION: readonly string[] = ['341200'];

/** What the service reads and writes, as it was built: none can be left out. */
const ENTITIES = [join(__dirname, '../../src/features/**/*.entity.js')];

/** Migrates the database and opens the books of every village. */
export async function openBenchBooks(
  settings: DatabaseSettings,
  { openedOn, today } = { openedOn: '2025-01-01', today: '2025-01-31' },
): Promise<BenchBooks> {
  await migrate(settings);
  const sent = new SentStatements();
  const sources = await Promise.all(
    (['writer', 'reader'] as const).map((use) =>
      new DataSource({
        ...dataSourceOptions(settings, use),
        entities: ENTITIES,
        ...(use === 'writer' ? { logger: sent } : {}),
      }).initialize(),
    ),
  );
  const [writer, reader] = sources;
  if (writer === undefined || reader === undefined) throw new Error('a database has a writer and a reader');
  const database = new Database(writer, reader);
  const clock = new SetClock(today);
  const charts = new ChartService(resolve('seeds'));
  const reading = new LedgerReadService(database, charts);
  const ledger = new LedgerService(clock, charts, reading);
  const importing = new LedgerImportService(clock, charts);
  await database.inReferenceTransaction(async (tx) => {
    for (let number = 0; number < VILLAGES; number += 1) {
      const id = villageId(number);
      const facts = { parentId: null, organisationName: id, noticeLabel: id, routeId: null, contacts: [] };
      await tx.insert(CollectiveEntity, {
        id,
        kind: 'village',
        name: id,
        regionPath: [],
        madeUp: 1,
        ...facts,
      });
      await ledger.openBooks(tx, { collectiveId: id, chart: '2023', regionPath: REGION, openedOn });
    }
  });
  const close = async (): Promise<void> => {
    await Promise.all(sources.map((source) => source.destroy()));
  };
  return { database, ledger, importing, reading, charts, sent, close };
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
