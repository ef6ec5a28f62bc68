import { statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { problemSentence } from '../../src/glossary/sentences';
import { readConfiguration } from '../../src/platform/config/configuration';
import { placeProblems } from '../../src/platform/config/place-problems';
import { migrate } from '../../src/platform/database/migrate';
import { tempFolder } from '../support/temp-folder';

const folder = tempFolder('places');
const file = join(folder, 'file');
const missing = join(folder, 'missing');

beforeAll(() => {
  writeFileSync(file, '');
});

function problemsOf(env: Record<string, string>): string[] {
  const configuration = readConfiguration({ DATA_FOLDER: folder, ...env });
  return placeProblems(configuration).map((problem) => `${problem.field} ${problem.code}`);
}

describe('the places an operator names', () => {
  const rules: [string, Record<string, string>, string[]][] = [
    ['are not asked for where none is named', {}, []],
    ['are fine where they are there', { SERIF_FONT_FILE: file, MIGRATION_HOOKS_FOLDER: folder }, []],
    [
      'are named where a font cannot be read',
      { SERIF_FONT_FILE: missing, SANS_FONT_FILE: folder, FALLBACK_FONT_FILE: join(file, 'x') },
      ['SERIF_FONT_FILE config.noFile', 'SANS_FONT_FILE config.noFile', 'FALLBACK_FONT_FILE config.noFile'],
    ],
    [
      'are named where the hooks are no folder',
      { MIGRATION_HOOKS_FOLDER: file },
      ['MIGRATION_HOOKS_FOLDER config.noFolder'],
    ],
    [
      'are named where there are no hooks',
      { MIGRATION_HOOKS_FOLDER: missing },
      ['MIGRATION_HOOKS_FOLDER config.noFolder'],
    ],
    ['are named where data would go into a file', { DATA_FOLDER: file }, ['DATA_FOLDER config.noDataFolder']],
    [
      'are named where no folder can be made',
      { DATA_FOLDER: join(file, 'data') },
      ['DATA_FOLDER config.noDataFolder'],
    ],
    [
      'are left alone where nothing is kept in them',
      {
        DATA_FOLDER: join(file, 'data'),
        DATABASE_URL: 'postgres://app@db/ledger',
        ...{ COOKIE_SECRET: 'a'.repeat(32), PERSONAL_KEYS: 'b'.repeat(64) },
      },
      [],
    ],
  ];
  it.each(rules)('%s', (_rule, env, expected) => {
    expect(problemsOf(env)).toEqual(expected);
  });

  it('are told with the path that was given', () => {
    const [problem] = placeProblems(readConfiguration({ DATA_FOLDER: folder, SANS_FONT_FILE: missing }));
    expect(problem === undefined ? '' : problemSentence(problem)).toContain(missing);
  });

  it('hold the books for their owner only', async () => {
    const data = join(folder, 'new', 'data');
    expect(problemsOf({ DATA_FOLDER: data })).toEqual([]);
    const books = join(data, 'village-ledger.db');
    await migrate({ engine: 'sqlite', file: books });
    expect(statSync(data).mode & 0o777).toBe(0o700);
    expect(statSync(books).mode & 0o777).toBe(0o600);
  });
});
