import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { describeOnEachEngine, type OpenDatabase } from '../support/engines';
import { payoutsOn } from '../support/payouts';
import { refusals } from '../support/posts';
import { tempFolder } from '../support/temp-folder';
import { ACCOUNTANT, OFFICER } from '../support/village';
import { CASHIER, PayScene, REASONS } from './pay-lists.fixture';

/** A form of fixed widths that leaves a name so many bytes, as a county would write it. */
const formOf = (id: string, width: number): unknown => ({
  ...{ id, name: id, confirmed: false, takes: ['card'] },
  file: { form: 'fixed', encoding: 'gb18030', name: '{list}.txt' },
  lines: [
    { title: 'payee', of: 'payee', width },
    { title: 'account', of: 'account', width: 32 },
    { title: 'amount', of: 'amount', width: 12 },
  ],
});

function folderWith(files: Readonly<Record<string, string>>): string {
  const folder = tempFolder('forms');
  mkdirSync(join(folder, 'pay-files'));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, 'pay-files', name), text);
  return folder;
}

/** Li's name takes two bytes, the bank's forms one or two. */
describeOnEachEngine('whether a bank’s form can take a list', (open) => {
  let opened: OpenDatabase;
  let scene: PayScene;
  let id: string;

  beforeEach(async () => {
    opened = await open();
    scene = await PayScene.start(opened);
    const debt = await scene.accept('1 300 1', '300');
    ({ id } = await scene.draft(scene.keysOf(debt, 0)));
    const { lists, reading } = scene.pay;
    await lists.submit(scene.village.id, { id, reasons: REASONS }, ACCOUNTANT);
    const { digest } = (await reading.require(scene.village.id, id)).list;
    const form = { outcome: 'passed', reason: '', digest: digest ?? '' };
    await lists.review(scene.village.id, { id, form }, OFFICER);
  });
  afterEach(() => opened.close());

  const withForms = (...widths: readonly number[]) => {
    const texts = widths.map((width): [string, string] => {
      const name = `form-${String(width)}`;
      return [`${name}.yaml`, stringify(formOf(name, width))];
    });
    return payoutsOn(opened.database, scene.village, folderWith(Object.fromEntries(texts)));
  };

  it('is told while it can be called back, and no list goes out that no file could hold', async () => {
    const pay = withForms(1);
    const kept = await pay.reading.require(scene.village.id, id);
    const [misfit] = await pay.fits.listMisfits(opened.database.reader, scene.village.id, {
      ...{ kept, day: '2025-07-20' },
    });
    expect(misfit?.layout.id).toBe('form-1');
    expect(misfit?.problems).toMatchObject([{ code: 'payFile.tooWide', field: 'lines.1.payee' }]);
    expect(await refusals(pay.bank.send(scene.village.id, id, CASHIER))).toEqual([
      'payFile.noForm lines',
      'payFile.tooWide lines.1.payee',
    ]);
    expect(await scene.states(id)).toBe('approved: open');
    await pay.lists.recall(scene.village.id, { id, reason: 'a name too long' }, ACCOUNTANT);
    expect(await scene.told()).toBe('30000 0 0');
  });

  it('goes out where one form can take it', async () => {
    const pay = withForms(1, 2);
    await pay.bank.send(scene.village.id, id, CASHIER);
    const file = await pay.files.fileOf(scene.village.id, id, 'form-2');
    expect(file.bytes.toString()).toBe(`Li${'6222021234567890128'.padEnd(32)}${'300.00'.padEnd(12)}\r\n`);
  });

  it('does not go out where every file of a form is wrong', async () => {
    const pay = payoutsOn(opened.database, scene.village, folderWith({ 'torn.yaml': 'lines: [' }));
    expect(await refusals(pay.bank.send(scene.village.id, id, CASHIER))).toEqual(['payFile.noForm lines']);
    expect(await scene.states(id)).toBe('approved: open');
  });

  it('is asked of no file with a slip of the pen: it is named, the others go on', () => {
    const good = stringify(formOf('own', 20));
    const { layouts } = payoutsOn(
      opened.database,
      scene.village,
      folderWith({
        'a-good.yaml': good,
        'b-misspelt.yaml': good.replace('id: own', 'id: other').replace('of: amount', 'of: ammount'),
        'c-twice.yaml': good,
        'd-torn.yaml': 'lines: [',
        'e-notes.txt': 'no form at all',
      }),
    );
    expect(layouts.listLayouts().map((each) => each.id)).toEqual(['own']);
    expect(
      layouts.listWrong().map(({ file, problems }) => [file, ...problems.map(({ code }) => code)]),
    ).toEqual([
      ['b-misspelt.yaml', 'payLayout.notInList', 'payLayout.noPlaceFor'],
      ['c-twice.yaml', 'payLayout.twice'],
      ['d-torn.yaml', 'payLayout.notYaml'],
    ]);
  });
});
