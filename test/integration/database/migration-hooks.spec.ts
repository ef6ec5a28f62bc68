import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DataSource } from 'typeorm';
import { dataSourceOptions } from '../../../src/platform/database/data-source-options';
import type { DatabaseSettings, Engine } from '../../../src/platform/database/engine';
import { migrate } from '../../../src/platform/database/migrate';
import { enginesHere, freshSettings } from '../../support/engines';
import { tempFolder } from '../../support/temp-folder';

const SECOND_STEP = 'FoundationForeignKeys1751328000002';

describe.each(enginesHere())('a hook of the operator (%s)', (engine) => {
  it('runs once, at the start of its migration, before what that migration does', async () => {
    const { settings, drop } = await emptySettings(engine);
    const hooks = tempFolder('hooks');
    // What stands at that moment: the tables of the first step, and no foreign key of the second.
    const counted = engine === 'postgres' ? "pg_constraint WHERE contype = 'f'" : 'collective_books';
    const sql = `CREATE TABLE hooked AS SELECT COUNT(*) AS found FROM ${counted}`;
    writeFileSync(join(hooks, `${SECOND_STEP}.sql`), sql);
    expect(await migrate(settings, hooks)).toContain(SECOND_STEP);
    expect(await migrate(settings, hooks)).toEqual([]);
    expect((await asOwner(settings, 'SELECT found FROM hooked')).map(String)).toEqual(['0']);
    await drop?.();
  });

  it('that fails leaves its migration undone, and the next start takes it up again', async () => {
    const { settings, drop } = await emptySettings(engine);
    const hooks = tempFolder('hooks');
    writeFileSync(join(hooks, `${SECOND_STEP}.sql`), 'SELECT * FROM nowhere');
    await expect(migrate(settings, hooks)).rejects.toThrow('nowhere');
    const ran = await migrate(settings);
    expect(ran.slice(0, 2)).toEqual([SECOND_STEP, 'FoundationGuards1751328000003']);
    await drop?.();
  });
});

/** A database without any table. */
async function emptySettings(
  engine: Engine,
): Promise<{ settings: DatabaseSettings; drop?: () => Promise<void> }> {
  if (engine === 'sqlite') return { settings: { engine, file: join(tempFolder('empty'), 'books.db') } };
  const fresh = await freshSettings(engine);
  await asOwner(fresh.settings, 'DROP SCHEMA public CASCADE');
  await asOwner(fresh.settings, 'CREATE SCHEMA public');
  return fresh;
}

async function asOwner(settings: DatabaseSettings, sql: string): Promise<unknown[]> {
  const source = await new DataSource(dataSourceOptions(settings, 'owner')).initialize();
  try {
    const rows = await source.query<{ found?: unknown }[] | undefined>(sql);
    return (rows ?? []).map((row) => row.found);
  } finally {
    await source.destroy();
  }
}
