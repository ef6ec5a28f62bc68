import { recordedTables } from '../../src/platform/audit/records';
import { audienceOf } from '../../src/features/oversight/audit-columns';
import { everyTable } from '../../src/platform/database/migrations/every-table';
import { errorCodeProblems, flowOrderProblems, formNameProblems, recordProblems } from './agreement-rules';
import { breachesOf, FILE_RULES } from './file-rules';
import { audienceProblems, coverProblems, passesOf } from './covered-tables';
import { projectFiles } from './project-files';

const files = projectFiles();

describe('the project', () => {
  it.each(FILE_RULES)('keeps the rule: $name', (rule) => {
    expectNone(breachesOf(rule, files), rule.cure);
  });

  it('has a sentence for every error code, and no sentence that nothing says', () => {
    expectNone(errorCodeProblems(files), 'one code, one sentence');
  });

  it('gives no two forms one name', () => {
    expectNone(formNameProblems(files), 'one name, one form');
  });

  it('lists the steps of the flow in one order everywhere', () => {
    expectNone(flowOrderProblems(files), 'one order of the flow');
  });

  it('writes no fact without a voucher past its record', () => {
    const names = recordedTables.map(({ name }) => name);
    expectNone(recordProblems(files, names), 'what has no voucher is on record');
  });

  it('knows of every table what holds its rows', () => {
    expectNone(coverProblems(everyTable, passesOf(files)), 'no row is changed unseen');
  });

  it('knows of every column on record whether an auditor reads it', () => {
    expectNone(audienceProblems(files, everyTable, audienceOf), 'nothing is given by accident, nor withheld');
  });
});

const SHOWN = 60;

/** Fails with the cure and the first places; a long list says how long it is. */
function expectNone(problems: readonly string[], cure: string): void {
  if (problems.length === 0) return;
  throw new Error([cure, ...problems.slice(0, SHOWN), `in all: ${String(problems.length)}`].join('\n  '));
}

describe('a room told together in the whole run', () => {
  const { wholeRooms } = jest.requireActual<{ wholeRooms: (names?: string[]) => string[] }>(
    '../support/spec-rooms.js',
  );

  it('has all its parts', () => {
    expect(wholeRooms()).toEqual(['domain', 'flows', 'integration', 'notices', 'platform']);
  });

  it('is refused where one is missing, or counts otherwise', () => {
    expect(() => wholeRooms(['flows-2-of-2.spec.js'])).toThrow('part 1 of 2 of flows is missing');
    expect(() => wholeRooms(['flows-1-of-1.spec.js', 'flows-1-of-2.spec.js'])).toThrow('part 2 of 2');
    expect(() => wholeRooms(['flows.spec.js'])).toThrow('room-1-of-2');
  });
});

describe('a planted violation', () => {
  const name = 'a name says what is inside';
  const type = 'a type says what it is';
  const float = 'money is never a float';
  const cast = 'a type is not talked around';
  const chinese = 'Chinese stands where an accountant looks for it';
  const long = 'a file is read in one sitting';
  const column = 'a column says what it holds';
  const later = 'every test runs and nothing is left for later';
  const machine = 'nothing knows the machine it was written on';

  it.each<[rule: string, path: string, text: string]>([
    [name, 'src/domain/money/fen-utils.ts', ''],
    [name, 'src/platform/helpers/print.ts', ''],
    [name, 'src/features/common/print.ts', ''],
    [name, 'src/features/assets/asset-manager.service.ts', ''],
    [name, 'src/platform/pages/base.tsx', ''],
    [name, 'src/domain/money/Fen.ts', ''],
    [type, 'src/domain/assets/asset.ts', 'export class AssetManager {}'],
    [type, 'src/domain/assets/asset.ts', 'abstract class BaseAsset {}'],
    [type, 'src/domain/assets/asset.ts', 'export interface IAsset {}'],
    [type, 'src/features/assets/assets.forms.ts', 'export class AssetDto {}'],
    ['no barrels', 'src/domain/assets/index.ts', ''],
    ['no barrels', 'src/domain/assets/asset.ts', "export * from './share';"],
    [float, 'src/domain/assets/asset.ts', 'const cost = parseFloat(text);'],
    [float, 'src/domain/assets/asset.ts', 'return yuan.toFixed(2);'],
    [float, 'src/domain/assets/asset.ts', 'const cost = Number(asset.costFen);'],
    [cast, 'src/domain/assets/asset.ts', 'const asset = row as unknown as Asset;'],
    [cast, 'src/domain/assets/asset.ts', 'function read(row: any): Asset {}'],
    [cast, 'test/domain/assets/asset.spec.ts', '// @ts-ignore'],
    [chinese, 'src/domain/assets/asset.ts', "const label = '资产';"],
    [chinese, 'src/features/assets/assets.controller.ts', "const label = '资产';"],
    [long, 'src/domain/assets/asset.ts', 'const line = 1;\n'.repeat(301)],
    [long, 'src/domain/assets/asset.ts', `const line = '${'x'.repeat(100)}';`],
    [column, 'src/features/assets/assets.pages.tsx', "{ head: '', cell: (row) => row.name },"],
    [column, 'src/features/assets/assets.pages.tsx', '<th scope="col" />'],
    [later, 'test/domain/assets/asset.spec.ts', "it.skip('adds up', () => undefined);"],
    [later, 'test/domain/assets/asset.spec.ts', "describe.only('an asset', () => undefined);"],
    [later, 'src/domain/assets/asset.ts', '// TODO: round'],
    [machine, 'src/domain/assets/asset.ts', "const folder = '/tmp/assets';"],
    [machine, 'README.md', 'Open /home/someone/books.'],
    [machine, 'README.md', 'npm install --registry https://registry.example.org'],
    ['a seed file names its reference', 'seeds/tariffs/340000.yaml', 'price: "0.3844"'],
    [
      'a migration starts with its why',
      'src/platform/database/migrations/more.migrations.ts',
      'export class More {}',
    ],
  ])('of "%s" is found in %s', (rule, path, text) => {
    const own = FILE_RULES.filter((each) => each.name === rule);
    const problems = own.flatMap((each) => breachesOf(each, [{ path, text }]));
    expect(problems).toHaveLength(1);
    expect(() => expectNone(problems, own[0]?.cure ?? '')).toThrow(own[0]?.cure);
  });

  const glossary = { path: 'src/glossary/sentences.ts', text: "  'asset.sold': '…'," };
  const selling = { path: 'src/domain/assets/sale.ts', text: "throw new DomainError('asset.sold');" };

  it('of the sentences is found in both directions', () => {
    expect(errorCodeProblems([glossary, selling])).toEqual([]);
    expect(errorCodeProblems([glossary])).toEqual(['asset.sold: nothing says it, remove its sentence']);
    expect(errorCodeProblems([selling])).toEqual(['asset.sold: write its sentence in sentences.ts']);
    const problem = {
      path: 'src/domain/assets/lease.ts',
      text: "problems.push({ code: 'asset.leased', field })",
    };
    expect(errorCodeProblems([glossary, selling, problem])).toEqual([
      'asset.leased: write its sentence in sentences.ts',
    ]);
  });

  it('of the names of forms is found where two rooms choose the same one', () => {
    const form = (room: string, name: string) => ({
      path: `src/features/${room}/${room}.forms.ts`,
      text: `export class ${name} implements ReviewForm {`,
    });
    expect(formNameProblems([form('assets', 'ReviewEntryForm'), form('uses', 'LookEntryForm')])).toEqual([]);
    expect(formNameProblems([form('assets', 'ReviewEntryForm'), form('uses', 'ReviewEntryForm')])).toEqual([
      'src/features/uses/uses.forms.ts: another form is called ReviewEntryForm; name it by what it enters',
    ]);
  });

  it('of rows on record is found where one is written past it', () => {
    const entity = {
      path: 'src/features/assets/a.entity.ts',
      text: "@Entity('things')\nexport class ThingEntity {",
    };
    const writing = (text: string) => ({ path: 'src/features/assets/a.service.ts', text });
    const problems = (text: string) => recordProblems([entity, writing(text)], ['things']).length;
    expect(problems('await tx.insert(\n  ThingEntity, rows)')).toBe(1);
    expect(problems('await insertRecorded(tx, ThingEntity, rows)')).toBe(0);
    expect(problems('await tx.update(ThingEntity, key, row); await recordAnew(tx, ThingEntity, key)')).toBe(
      0,
    );
    expect(recordProblems([entity, writing('tx.insert(ThingEntity, rows)')], [])).toEqual([]);
    expect(problems('`INSERT INTO things (id) VALUES (?)`')).toBe(1);
    expect(problems("`INSERT INTO things`; await recordRows(tx, 'things', keys)")).toBe(0);
  });

  it('of a table that nothing holds is found, and of one that is held twice', () => {
    const thing = { name: 'things', columns: '', primaryKey: [] };
    const told = (recorded: boolean, name = 'things') =>
      coverProblems([...everyTable, { ...thing, name, recorded }], passesOf(files));
    expect(told(true)).toEqual([]);
    expect(told(false)).toEqual(['things: put its rows on record, or name the pass that recomputes them']);
    expect(told(true, 'sessions')).toEqual(['sessions: is held twice; one is enough']);
    expect(coverProblems(everyTable, []).length).toBeGreaterThan(5);
    expect(coverProblems([], passesOf(files))).toContain('sessions: is no table');
  });

  it('of a column that nobody has placed is found, also of one that a table gained', () => {
    const thing = { name: 'things', columns: 'id text, mood text?', primaryKey: [], recorded: true };
    const gained = {
      path: 'src/platform/database/migrations/more.migrations.ts',
      text: "addColumns(runner, [{ table: 'things', column: 'whim text?' }]);",
    };
    expect(audienceProblems([gained], [thing], audienceOf)).toEqual([
      'things.mood: open or personal? Name it in audit-columns.ts',
      'things.whim: open or personal? Name it in audit-columns.ts',
    ]);
  });

  it('of the order of steps is found in the list of modules and in the map', () => {
    const rules = { path: '.dependency-cruiser.cjs', text: "const STEPS = ['assets', 'income'];" };
    const rooms = ['assets', 'income'].map((step) => ({
      path: `src/features/${step}/${step}.module.ts`,
      text: '',
    }));
    const modules = { path: 'src/app.module.ts', text: '  AssetsModule,\n  IncomeModule,\n' };
    const map = { path: 'src/README.md', text: '| `assets` | owns |\n| `income` | receives |\n' };
    const turned = (file: { path: string; text: string }) => ({
      ...file,
      text: file.text.trimEnd().split('\n').reverse().join('\n'),
    });
    expect(flowOrderProblems([rules, ...rooms, modules, map])).toEqual([]);
    expect(flowOrderProblems([rules, ...rooms, turned(modules), map])).toHaveLength(1);
    expect(flowOrderProblems([rules, ...rooms, modules, turned(map)])).toHaveLength(1);
  });
});
