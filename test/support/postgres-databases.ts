import { setTimeout } from 'node:timers/promises';
import { Client } from 'pg';
import { migrate } from '../../src/platform/database/migrate';
import type { PostgresSettings } from '../../src/platform/database/engine';
import { addressOf, OWNER_ROLE, ROLE_PASSWORD, SERVING_ROLE } from './postgres';

let made = 0;

/** A fresh migrated database, copied from this worker's template; `drop` removes it. */
export async function makePostgresDatabase(): Promise<{
  settings: PostgresSettings;
  drop: () => Promise<void>;
}> {
  const template = `${databasePrefix()}_template`;
  return asAdministrator(async (client) => {
    if (!(await exists(client, template))) await makeTemplate(client, template);
    const name = `${databasePrefix()}_${String(Date.now())}_${String((made += 1))}`;
    await client.query(`CREATE DATABASE ${name} TEMPLATE ${template} OWNER ${OWNER_ROLE} STRATEGY FILE_COPY`);
    return { settings: settingsOf(name), drop: () => asAdministrator((later) => dropDatabase(later, name)) };
  });
}

/**
 * Removes a database as soon as those who were connected have gone: a backend outlives its connection by a
 * moment, and where PostgreSQL still finds one it sleeps a tenth of a second before it looks again.
 */
async function dropDatabase(client: Client, name: string): Promise<void> {
  for (let looked = 0; looked < 20; looked += 1) {
    const found = await client.query('SELECT 1 FROM pg_stat_activity WHERE datname = $1', [name]);
    if (found.rows.length === 0) break;
    await setTimeout(2);
  }
  await client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
}

/** Removes every database of this run from a server that was there before the tests. */
export async function dropTestDatabases(): Promise<void> {
  await asAdministrator(async (client) => {
    const found = await client.query<{ datname: string }>(
      'SELECT datname FROM pg_database WHERE datname LIKE $1',
      [`village_ledger_${process.env['TEST_RUN'] ?? 'none'}_%`],
    );
    for (const { datname } of found.rows)
      await client.query(`DROP DATABASE IF EXISTS ${datname} WITH (FORCE)`);
  });
}

/** Does something as the administrator of the test server, for example ends another connection. */
export async function asAdministrator<T>(work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: administratorUrl() });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

function administratorUrl(): string {
  const url = process.env['TEST_POSTGRES_URL'];
  if (url === undefined) throw new Error('no PostgreSQL for this test run');
  return url;
}

/** One template per worker, so that two workers never copy it at once. */
function databasePrefix(): string {
  return `village_ledger_${process.env['TEST_RUN'] ?? 'none'}_${process.env['JEST_WORKER_ID'] ?? '1'}`;
}

function settingsOf(database: string): PostgresSettings {
  const url = administratorUrl();
  return {
    engine: 'postgres',
    url: addressOf(url, database, SERVING_ROLE),
    ownerUrl: addressOf(url, database, OWNER_ROLE),
  };
}

async function exists(client: Client, database: string): Promise<boolean> {
  const found = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [database]);
  return found.rows.length > 0;
}

async function makeTemplate(client: Client, template: string): Promise<void> {
  for (const role of [OWNER_ROLE, SERVING_ROLE]) {
    const code = await client
      .query(`CREATE ROLE ${role} LOGIN PASSWORD '${ROLE_PASSWORD}'`)
      .then(() => undefined, codeOf);
    // 42710, 23505: another worker made the role first.
    if (code !== undefined && code !== '42710' && code !== '23505')
      throw new Error(`no role ${role}: ${code}`);
  }
  // Migrated under another name first: a migration that fails leaves no half template behind.
  const making = `${template}_making`;
  await client.query(`DROP DATABASE IF EXISTS ${making} WITH (FORCE)`);
  await client.query(`CREATE DATABASE ${making} OWNER ${OWNER_ROLE}`);
  await migrate(settingsOf(making));
  await client.query(`ALTER DATABASE ${making} RENAME TO ${template}`);
}

function codeOf(error: unknown): string {
  return typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : String(error);
}
