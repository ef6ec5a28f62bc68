import { join } from 'node:path';
import { DataSource } from 'typeorm';
import { dataSourceOptions } from '../../src/platform/database/data-source-options';
import type { DatabaseSettings, Engine } from '../../src/platform/database/engine';
import { freshSettings } from './engines';
import { tempFolder } from './temp-folder';

/** A database without any table. */
export async function emptySettings(
  engine: Engine,
): Promise<{ settings: DatabaseSettings; drop?: () => Promise<void> }> {
  if (engine === 'sqlite') return { settings: { engine, file: join(tempFolder('empty'), 'books.db') } };
  const fresh = await freshSettings(engine);
  await asOwner(fresh.settings, 'DROP SCHEMA public CASCADE');
  await asOwner(fresh.settings, 'CREATE SCHEMA public');
  return fresh;
}

/** Runs one statement as the owner of the tables. */
export async function asOwner<Row>(
  settings: DatabaseSettings,
  sql: string,
  values: readonly unknown[] = [],
): Promise<Row[]> {
  const source = await new DataSource(dataSourceOptions(settings, 'owner')).initialize();
  try {
    return (await source.query<Row[] | undefined>(sql, [...values])) ?? [];
  } finally {
    await source.destroy();
  }
}
