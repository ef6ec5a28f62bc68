import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DatabaseSettings } from '../../../src/platform/database/engine';
import { migrate } from '../../../src/platform/database/migrate';
import { enginesHere } from '../../support/engines';
import { asOwner, emptySettings } from '../../support/empty-database';
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
    expect(await found(settings)).toEqual(['0']);
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

async function found(settings: DatabaseSettings): Promise<string[]> {
  const rows = await asOwner<{ found: unknown }>(settings, 'SELECT found FROM hooked');
  return rows.map((row) => String(row.found));
}
