import { closeSync, mkdirSync, openSync } from 'node:fs';
import { dirname } from 'node:path';
import { DataSource } from 'typeorm';
import { invariant } from '../../domain/shared/invariant';
import { dataSourceOptions } from './data-source-options';
import type { DatabaseSettings } from './engine';
import { withHook } from './migration-hook';
import { everyMigration } from './migrations/every-migration';
import { everyTable } from './migrations/every-table';
import { grantToServingRole } from './migrations/table-definition';

/**
 * Brings the tables up to this version, as the owner of the tables, each migration in a transaction of its
 * own.
 * @param hooksFolder where given, `<migration>.sql` in it runs at the start of that migration (to
 *   distribute tables)
 * @returns the names of the migrations that ran now
 */
export async function migrate(settings: DatabaseSettings, hooksFolder?: string): Promise<string[]> {
  if (settings.engine === 'sqlite') makeFile(settings.file);
  const options = dataSourceOptions(settings, 'owner');
  const migrations = everyMigration.map((migration) => withHook(migration, hooksFolder));
  const source = await new DataSource({ ...options, migrations }).initialize();
  try {
    const ran = await source.runMigrations({ transaction: 'each' });
    const role = servingRoleOf(settings);
    if (role !== undefined) await grantToServingRole(source, everyTable, role);
    return ran.map((migration) => migration.name);
  } finally {
    await source.destroy();
  }
}

/** Whether the tables are older than the program: a command that only reads them must not begin. */
export async function isBehind(settings: DatabaseSettings): Promise<boolean> {
  const options = dataSourceOptions(settings, 'owner');
  const source = await new DataSource({ ...options, migrations: everyMigration }).initialize();
  try {
    return await source.showMigrations();
  } finally {
    await source.destroy();
  }
}

/** An empty file is an empty database; what SQLite puts beside it gets the same rights. */
function makeFile(file: string): void {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  closeSync(openSync(file, 'a', 0o600));
}

/** The role of the serving connection where it is not the owner's own. */
function servingRoleOf(settings: DatabaseSettings): string | undefined {
  if (settings.engine === 'sqlite') return undefined;
  const [serving, owner] = [settings.url, settings.ownerUrl].map((url) =>
    decodeURIComponent(new URL(url).username),
  );
  if (serving === undefined || serving === owner) return undefined;
  invariant(/^[a-z_][a-z0-9_$]*$/i.test(serving), 'the serving role has a plain name');
  return serving;
}
