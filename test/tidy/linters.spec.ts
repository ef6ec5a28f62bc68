import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { tempFolder } from '../support/temp-folder';
import { ROOT } from './project-files';

/** A project of its own with the house's rules and a few planted files; answers with what the linter says. */
function plant(files: Record<string, string>): string {
  const folder = tempFolder('planted');
  symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'), 'dir');
  for (const name of ['eslint.config.mjs', '.dependency-cruiser.cjs', 'package.json', 'tsconfig.json']) {
    copyFileSync(join(ROOT, name), join(folder, name));
  }
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}

function saysOf(folder: string, program: string, ...words: string[]): string {
  try {
    return execFileSync(process.execPath, [join(ROOT, 'node_modules', program), ...words], {
      cwd: folder,
      encoding: 'utf8',
    });
  } catch (error) {
    return typeof error === 'object' && error !== null && 'stdout' in error
      ? String(error.stdout)
      : String(error);
  }
}

describe('the linter', () => {
  const parameters =
    'export function f(a: number, b: number, c: number, d: number): number {\n  return a + b + c + d;\n}\n';
  const dependencies = ['a', 'b', 'c', 'd', 'e', 'f'].map((name) => `readonly ${name}: number`).join(', ');
  const planted: Record<string, [text: string, rule: string]> = {
    'a floating promise': [
      'export async function later(): Promise<void> {}\nexport function now(): void {\n  later();\n}\n',
      '@typescript-eslint/no-floating-promises',
    ],
    'an any': ['export function read(row: any): string {\n  return String(row);\n}\n', 'no-explicit-any'],
    'a cast': ['export const row = JSON.parse("{}") as { id: string };\n', 'consistent-type-assertions'],
    'a long function': [
      `export function long(): void {\n${'  void 0;\n'.repeat(51)}}\n`,
      'max-lines-per-function',
    ],
    'a fourth parameter': [parameters, 'Three parameters at most'],
    'a sixth dependency': [
      `export class A {\n  constructor(${dependencies}) {}\n}\n`,
      'the sixth means two services',
    ],
    'a long line': [`export const text = '${'x'.repeat(100)}';\n`, 'max-len'],
  };

  it('finds each planted violation, and nothing in a good file', () => {
    const cases = Object.entries(planted);
    const files = Object.fromEntries(
      cases.map(([, [text]], place) => [`src/domain/planted-${String(place)}.ts`, text]),
    );
    const folder = plant({ ...files, 'src/domain/good.ts': 'export const five = 5n;\n' });
    const report = saysOf(folder, 'eslint/bin/eslint.js', 'src', '--format', 'json');
    const found = JSON.parse(report) as {
      filePath: string;
      messages: { ruleId: string; message: string }[];
    }[];
    const saysAbout = (name: string): string =>
      found
        .filter(({ filePath }) => filePath.endsWith(name))
        .flatMap(({ messages }) => messages.map(({ ruleId, message }) => `${ruleId} ${message}`))
        .join('\n');
    cases.forEach(([, [, rule]], place) => {
      expect(saysAbout(`planted-${String(place)}.ts`)).toContain(rule);
    });
    expect(saysAbout('good.ts')).toBe('');
  });
});

describe('the import rules', () => {
  const a = 'export const a = 1;\n';
  const from = (path: string, name = 'a'): string =>
    `import { ${name} } from '${path}';\nexport const b = ${name};\n`;

  /** What is planted: the rule it breaks, the file that breaks it, its text. */
  const planted: readonly [rule: string, path: string, text: string][] = [
    ['domain-is-pure', 'src/domain/assets/feature.ts', from('../../features/assets/a')],
    ['domain-is-pure', 'src/domain/assets/files.ts', from('node:fs', 'existsSync')],
    ['domain-is-pure', 'src/domain/assets/yaml.ts', from('yaml', 'parse')],
    ['floor', 'src/domain/money/above.ts', from('../assets/a')],
    ['flow-assets', 'src/domain/assets/later.ts', from('../income/a')],
    ['flow-assets', 'src/features/assets/later.ts', from('../notices/a.service')],
    ['flow-months', 'src/features/months/later.ts', from('../oversight/a.service')],
    ['registers-know-no-step', 'src/domain/ledger/step.ts', from('../assets/a')],
    ['registers-know-no-step', 'src/features/users/step.ts', from('../notices/a.service')],
    ['features-meet-at-services', 'src/features/income/row.ts', from('../assets/a.entity')],
    ['platform-knows-no-feature', 'src/platform/http/feature.ts', from('../../features/assets/a')],
    ['platform-knows-no-feature', 'src/glossary/feature.ts', from('../features/assets/a')],
    [
      'controllers-keep-off-the-database',
      'src/features/assets/a.controller.ts',
      from('typeorm', 'DataSource'),
    ],
    ['controllers-keep-off-the-database', 'src/features/assets/a.pages.tsx', from('./a.entity')],
    ['no-cycles', 'src/domain/uses/one.ts', from('./two', 'b')],
    ['no-orphans', 'src/domain/assets/alone.ts', a],
    ['no-unresolved', 'src/domain/assets/nowhere.ts', from('./nowhere-at-all')],
    ['no-test-code-in-src', 'src/domain/assets/test.ts', from('../../../test/a')],
    ['no-development-package-in-src', 'src/platform/development.ts', from('fast-check', 'assert')],
  ];
  const rooms = {
    'src/main.ts': from('./features/income/good', 'b'),
    'src/features/income/good.ts': from('../assets/a.service', 'b'),
    'src/features/assets/a.service.ts': from('../../domain/money/good', 'b'),
    'src/domain/money/good.ts': from('decimal.js', 'Decimal'),
    'src/domain/uses/two.ts': from('./one', 'b'),
    'src/domain/assets/a.ts': a,
    'src/domain/income/a.ts': a,
    'src/features/assets/a.ts': a,
    'src/features/assets/a.entity.ts': a,
    'src/features/notices/a.service.ts': a,
    'src/features/oversight/a.service.ts': a,
    'test/a.ts': a,
  };
  let report = '';

  beforeAll(() => {
    const folder = plant({ ...rooms, ...Object.fromEntries(planted.map(([, path, text]) => [path, text])) });
    report = saysOf(folder, 'dependency-cruiser/bin/dependency-cruise.mjs', 'src', '--output-type', 'err');
  });

  it.each(planted)('find the breach of %s planted in %s', (rule, path) => {
    expect(report).toContain(`error ${rule}: ${path}`);
  });

  it('let a step import an earlier step by its service, and money import decimal.js', () => {
    expect(report.split('\n').filter((line) => line.includes('good.ts') || line.includes('main.ts'))).toEqual(
      [],
    );
  });
});
