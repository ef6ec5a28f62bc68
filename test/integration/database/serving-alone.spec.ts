import { DataSource } from 'typeorm';
import { openBooksApp, requireTables } from '../../../src/cli/open-books-app';
import { BookChecksService } from '../../../src/features/oversight/book-checks.service';
import { dataSourceOptions } from '../../../src/platform/database/data-source-options';
import type { PostgresSettings } from '../../../src/platform/database/engine';
import { describeOn, type OpenDatabase } from '../../support/engines';
import { SERVING_ROLE } from '../../support/postgres';
import { tempFolder } from '../../support/temp-folder';
import { Village } from '../../support/village';

describeOn('postgres', 'a command that reads the books as the serving role alone', (open) => {
  let opened: OpenDatabase;
  let alone: PostgresSettings;
  let village: Village;

  beforeAll(async () => {
    opened = await open();
    const { settings } = opened;
    if (settings.engine !== 'postgres') throw new Error('a suite of PostgreSQL');
    alone = { ...settings, ownerUrl: settings.url };
    village = await Village.start(opened.database);
    await village.openWith(10_000n);
  });

  it('checks all of the books without the address of the owner', async () => {
    const before = { ...process.env };
    Object.assign(process.env, { DATABASE_URL: alone.url, DATA_FOLDER: tempFolder('keys'), DEMO: 'false' });
    delete process.env['DATABASE_OWNER_URL'];
    const app = await openBooksApp();
    const { passes, breaks } = await app.get(BookChecksService).checkBeside(village.id);
    await app.close();
    process.env = before;
    expect(breaks).toEqual([]);
    const withOwner = await village.services.check.checkBooks(village.id);
    expect(passes.map(({ pass }) => pass)).toEqual(
      expect.arrayContaining(withOwner.passes.map(({ pass }) => pass)),
    );
  });

  it('looks at nothing, and says so, where an older version granted it no sight of the tables', async () => {
    const owner = await new DataSource(dataSourceOptions(opened.settings, 'owner')).initialize();
    await owner.query(`REVOKE SELECT ON migrations FROM ${SERVING_ROLE}`);
    await owner.destroy();
    await expect(requireTables(alone)).rejects.toMatchObject({ code: 'config.tablesUnseen' });
    await expect(requireTables(opened.settings)).resolves.toBeUndefined();
  });
});
