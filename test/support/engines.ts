import { copyFileSync, existsSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { DataSource, DataSourceOptions } from 'typeorm';
import { dataSourceOptions } from '../../src/platform/database/data-source-options';
import { Database } from '../../src/platform/database/database';
import type { DatabaseSettings, Engine } from '../../src/platform/database/engine';
import { migrate } from '../../src/platform/database/migrate';
import { ClosedPairs } from './connections';
import { makePostgresDatabase } from './postgres-databases';
import { SqlRecord } from './driver-spy';
import { tempFolder } from './temp-folder';

/** A fresh, migrated, empty database with both connections open. */
export interface OpenDatabase {
  readonly settings: DatabaseSettings;
  readonly database: Database;
  readonly writer: DataSource;
  readonly reader: DataSource;
  /** Every statement the writer sent since it was opened. */
  readonly sql: SqlRecord;
  readonly close: () => Promise<void>;
}

/**
 * Opens a fresh database of the suite's engine. It is closed after the suite's last test, or earlier by the
 * test.
 */
export type OpenFresh = (wishes?: OpenWishes) => Promise<OpenDatabase>;

export interface OpenWishes {
  /** Entities both connections know; every entity of the service where none are given. */
  readonly entities?: readonly (new () => object)[];
  /** Opens these rows instead of fresh ones: a second program on the same database. */
  readonly settings?: DatabaseSettings;
  /** How long SQLite waits for another program's lock. */
  readonly busyTimeoutMs?: number;
}

/** The engines of this machine: SQLite always, PostgreSQL where the run has one. */
export function enginesHere(): Engine[] {
  return process.env['TEST_POSTGRES_URL'] === undefined ? ['sqlite'] : ['sqlite', 'postgres'];
}

/** The closed pairs that know every entity, for the next suite of the file. */
const closedPairs: Record<Engine, ClosedPairs> = { sqlite: new ClosedPairs(), postgres: new ClosedPairs() };

/** One suite, once on each engine of this machine. */
export function describeOnEachEngine(name: string, suite: (open: OpenFresh, engine: Engine) => void): void {
  for (const engine of enginesHere()) describeOn(engine, name, suite);
}

/** A suite about what one engine alone does; absent where the run has no such engine. */
export function describeOn(
  engine: Engine,
  name: string,
  suite: (open: OpenFresh, engine: Engine) => void,
): void {
  if (!enginesHere().includes(engine)) return;
  describe(`${name} (${engine})`, () => {
    const closing: (() => Promise<void>)[] = [];
    const pairs = closedPairs[engine];
    afterAll(async () => {
      for (const close of closing) await close();
    });
    suite(async (wishes = {}) => {
      const fresh =
        wishes.settings === undefined ? await freshSettings(engine) : { settings: wishes.settings };
      // A pair that knows other entities is not for the next test.
      const suitable = wishes.entities === undefined ? pairs : new ClosedPairs();
      const opened = await openDatabase(fresh.settings, wishes, suitable);
      const close = onceOnly(async () => {
        await opened.close();
        await fresh.drop?.();
      });
      closing.push(close);
      return { ...opened, close };
    }, engine);
  });
}

/** Settings of a fresh migrated database, for suites that start the whole application; `drop` removes it. */
export async function freshSettings(
  engine: Engine,
): Promise<{ settings: DatabaseSettings; drop?: () => Promise<void> }> {
  if (engine === 'postgres') return makePostgresDatabase();
  return { settings: { engine: 'sqlite', file: copyOf(await migrated()) } };
}

/** A migrated, empty SQLite file to copy. */
export function migrated(): Promise<string> {
  return madeOnce('migrated', (file) => migrate({ engine: 'sqlite', file }));
}

/**
 * A SQLite file that this worker's spec files share and copy; the first that asks for it makes it, and has
 * closed it when `make` is done.
 */
export async function madeOnce(name: string, make: (file: string) => Promise<unknown>): Promise<string> {
  const worker = process.env['JEST_WORKER_ID'] ?? '1';
  const template = join(process.env['TEST_FOLDER'] ?? '', `${name}-${worker}.db`);
  if (!existsSync(template)) {
    // Made under another name first: what fails leaves no half template behind.
    rmSync(`${template}.making`, { force: true });
    await make(`${template}.making`);
    renameSync(`${template}.making`, template);
  }
  return template;
}

/** The rows of a template in a data folder of their own. */
export function copyOf(template: string): string {
  const file = join(tempFolder('sqlite'), 'village-ledger.db');
  copyFileSync(template, file);
  return file;
}

async function openDatabase(
  settings: DatabaseSettings,
  wishes: OpenWishes,
  pairs: ClosedPairs,
): Promise<OpenDatabase> {
  const known = [...(wishes.entities ?? (await everyEntity()))];
  const sql = new SqlRecord();
  const busy = wishes.busyTimeoutMs === undefined ? {} : { timeout: wishes.busyTimeoutMs };
  const options = (use: 'reader' | 'writer'): DataSourceOptions =>
    Object.assign(dataSourceOptions(settings, use), busy, { entities: known });
  const { writer, reader } = await pairs.open({
    writer: Object.assign(options('writer'), { logger: sql, logging: true }),
    reader: options('reader'),
  });
  const close = () => pairs.close({ writer, reader });
  return { settings, database: new Database(writer, reader), writer, reader, sql, close };
}

const SOURCE_FOLDER = join(__dirname, '../../src');

let entities: Promise<(new () => object)[]> | undefined;

/** Every entity of the service, looked for once. */
export function everyEntity(): Promise<(new () => object)[]> {
  return (entities ??= findEntities());
}

async function findEntities(): Promise<(new () => object)[]> {
  const files = readdirSync(SOURCE_FOLDER, { recursive: true, encoding: 'utf8' });
  const modules = files
    .filter((file) => file.endsWith('.entity.ts'))
    .map((file): Promise<Record<string, new () => object>> => import(join(SOURCE_FOLDER, file)));
  return (await Promise.all(modules)).flatMap((exported) => Object.values(exported)).filter(isClass);
}

function isClass(value: unknown): value is new () => object {
  return typeof value === 'function';
}

function onceOnly(work: () => Promise<void>): () => Promise<void> {
  let done: Promise<void> | undefined;
  return () => (done ??= work());
}
