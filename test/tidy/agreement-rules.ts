import type { ProjectFile } from './project-files';

const CODE = /^[a-z][A-Za-z]*\.[a-z][A-Za-z]*$/;

/** Every error code has a sentence in the glossary, and every sentence a code that says it. */
export function errorCodeProblems(files: readonly ProjectFile[]): string[] {
  const glossary = files
    .filter(({ path }) => /^src\/glossary\/sentences[\w-]*\.ts$/.test(path))
    .map(({ text }) => text)
    .join('\n');
  const sentences = new Set(found(glossary, /^\s*'([\w.]+)':/gm));
  const source = files.filter(
    ({ path }) => /^src\/.*\.tsx?$/.test(path) && !path.startsWith('src/glossary/'),
  );
  const thrown = new Set(source.flatMap(({ text }) => codesOf(text)));
  const mentioned = new Set(source.flatMap(({ text }) => found(text, /'([a-z][A-Za-z]*\.[A-Za-z]+)'/g)));
  return [
    ...[...thrown]
      .filter((code) => !sentences.has(code))
      .map((code) => `${code}: write its sentence in sentences.ts`),
    ...[...sentences]
      .filter((code) => !mentioned.has(code))
      .map((code) => `${code}: nothing says it, remove its sentence`),
  ];
}

/** Codes that a DomainError is made with, or that a problem carries. */
function codesOf(text: string): string[] {
  const patterns = [
    /\bDomainError\(\s*'([^']+)'/g,
    /\b(?:code|problem|refusal)\b\s*[:=(][^'\n;]*'([a-z][\w.]+)'/gi,
  ];
  return patterns.flatMap((pattern) => found(text, pattern)).filter((code) => CODE.test(code));
}

/** The description of the API knows a form by its name: of two that share one it describes only the last. */
export function formNameProblems(files: readonly ProjectFile[]): string[] {
  const forms = files
    .filter(({ path }) => path.endsWith('.forms.ts'))
    .flatMap(({ path, text }) =>
      found(text, /^export (?:abstract )?class (\w+)/gm).map((name) => ({ path, name })),
    );
  return forms
    .filter(({ name }, at) => forms.findIndex((each) => each.name === name) < at)
    .map(({ path, name }) => `${path}: another form is called ${name}; name it by what it enters`);
}

/** The steps of the flow stand in one order: the import rules, the list of modules, the map of src. */
export function flowOrderProblems(files: readonly ProjectFile[]): string[] {
  const steps = stepsOf(textOf(files, '.dependency-cruiser.cjs'));
  const built = steps.filter((step) =>
    files.some(({ path }) => path === `src/features/${step}/${step}.module.ts`),
  );
  const modules = found(textOf(files, 'src/app.module.ts'), /^\s+(\w+)Module\b/gm).map((name) =>
    name.toLowerCase(),
  );
  const map = textOf(files, 'src/README.md')
    .split('\n')
    .flatMap((row) => stepOfRow(row, steps));
  return [
    ...(steps.length === 0 ? ['.dependency-cruiser.cjs: list the steps as `const STEPS = [...]`'] : []),
    ...orderProblems(
      'src/app.module.ts',
      modules.filter((name) => steps.includes(name)),
      built,
    ),
    ...orderProblems(
      'src/README.md',
      map.filter((name) => steps.includes(name)),
      built,
    ),
  ];
}

/** A row of a table whose rows are on record is written together with its record, never alone. */
export function recordProblems(files: readonly ProjectFile[], tables: readonly string[]): string[] {
  const source = files.filter(({ path }) => /^src\/features\/.*\.ts$/.test(path));
  const entities = source.flatMap(({ text }) => [
    ...text.matchAll(/@Entity\('(\w+)'\)\s+export class (\w+)/g),
  ]);
  const recorded = entities.flatMap(([, table = '', entity = '']) => (tables.includes(table) ? entity : []));
  return source.flatMap(({ path, text }) => [
    ...recorded
      .filter((entity) => new RegExp(`\\.(insert|update|delete|save|upsert)\\(\\s*${entity}\\b`).test(text))
      .filter((entity) => !new RegExp(`record(Anew|Changes?)\\(\\w+, ${entity}\\b`).test(text))
      .map((entity) => `${path}: insertRecorded(tx, ${entity}, …), or recordChange after a change`),
    ...tables
      .filter((table) => new RegExp(`(INSERT INTO|UPDATE|DELETE FROM) ${table}\\b`).test(text))
      .filter((table) => !text.includes(`recordRows(tx, '${table}'`))
      .map((table) => `${path}: recordRows(tx, '${table}', …) beside the statement`),
  ]);
}

/** The step that a row of a table is about: named in its first cell, or in its second beside a number. */
function stepOfRow(row: string, steps: readonly string[]): string[] {
  const cells = row.startsWith('|') ? row.split('|').slice(1, 3) : [];
  const named = cells.map((cell) => steps.find((step) => new RegExp(`\\b${step}\\b`).test(cell)));
  return named.filter((step) => step !== undefined).slice(0, 1);
}

function orderProblems(place: string, given: readonly string[], expected: readonly string[]): string[] {
  const each = [...new Set(given)].filter((step) => expected.includes(step));
  if (each.join() === expected.join()) return [];
  return [`${place}: keep the order of the flow (${expected.join(', ')}), not (${each.join(', ')})`];
}

function stepsOf(rules: string): string[] {
  const list = /const STEPS = \[([^\]]*)\]/.exec(rules)?.[1] ?? '';
  return found(list, /'(\w+)'/g);
}

function textOf(files: readonly ProjectFile[], path: string): string {
  return files.find((file) => file.path === path)?.text ?? '';
}

function found(text: string, pattern: RegExp): string[] {
  return [...text.matchAll(pattern)].map((match) => match[1] ?? '');
}
