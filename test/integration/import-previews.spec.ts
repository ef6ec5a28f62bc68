import { ImportPreviewsService } from '../../src/platform/spreadsheets/import-previews.service';
import { describeOnEachEngine } from '../support/engines';
import { ACCOUNTANT, Village } from '../support/village';

describeOnEachEngine('a file that is kept to be looked at', (open) => {
  it.each([
    ['a person’s number', '李一341202197505050017.xlsx', '李一**************0017.xlsx'],
    ['a month', '202505电费.xlsx', '202505电费.xlsx'],
  ])('keeps no number of a person in its name: %s', async (_what, named, kept) => {
    const opened = await open();
    const village = await Village.start(opened.database);
    const previews = new ImportPreviewsService(opened.database, village.services.clock);
    const wanted = { kind: 'a table', columns: [] };
    const given = { source: { pasted: 'a\tb' }, fileName: named, wanted };
    const id = await previews.keep(village.id, given, ACCOUNTANT);
    const found = await previews.requireKept(village.id, { kind: 'a table', id });
    expect(found.fileName).toBe(kept);
    await opened.close();
  });
});
