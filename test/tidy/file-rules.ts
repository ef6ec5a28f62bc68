import type { ProjectFile } from './project-files';

/** A rule on one file that no linter has. `breaches` names each place; the cure says what to do instead. */
export interface FileRule {
  readonly name: string;
  readonly cure: string;
  readonly appliesTo: (path: string) => boolean;
  readonly breaches: (file: ProjectFile) => string[];
}

const isCode = (path: string): boolean => /^(src|test)\/.*\.tsx?$/.test(path);
const isSource = (path: string): boolean => /^src\/.*\.tsx?$/.test(path);
/** The rules themselves name what they forbid. */
const isTidy = (path: string): boolean => path.startsWith('test/tidy/');

/** The name of anything a file declares for others or for itself. */
const DECLARED =
  /^\s*(?:export\s+)?(?:abstract\s+|async\s+)?(?:class|interface|type|enum|function)\s+([A-Za-z]\w*)/gm;

const BANNED = ['util', 'utils', 'helper', 'helpers', 'common', 'manager', 'base', 'misc', 'impl'];

/** Where Chinese may stand in src: the glossary, the pages and their frames, and the figures of vouchers. */
const CHINESE_ROOMS =
  /^src\/(glossary\/|platform\/views\/.*\.tsx$|domain\/money\/capital-figures\.ts$|.*\.pages\.tsx$)/;

export const FILE_RULES: readonly FileRule[] = [
  {
    name: 'a name says what is inside',
    cure: 'name the file for its verb or noun, in kebab-case.role.ts; no utils, helpers, common, base',
    appliesTo: (path) => isCode(path),
    breaches: ({ path }) =>
      path
        .split('/')
        .filter((part) => wordsOf(part).some(isBanned) || !/^[a-z0-9]+([.-][a-z0-9]+)*$/.test(part)),
  },
  {
    name: 'a type says what it is',
    cure: 'an input is a form, an output a page or a view; no I…, …Dto, Base…, Common…, …Manager, …Helper',
    appliesTo: (path) => isCode(path) && !isTidy(path),
    breaches: ({ text }) =>
      matches(text, DECLARED, (name) => {
        return wordsOf(name).some(isBanned) || /^I[A-Z][a-z]|Dto$/.test(name);
      }),
  },
  {
    name: 'no barrels',
    cure: 'import from the file itself; no index.ts, no export *',
    appliesTo: isCode,
    breaches: ({ path, text }) => [
      ...(/(^|\/)index\.tsx?$/.test(path) ? [path] : []),
      ...lines(text, /^\s*export \* from/),
    ],
  },
  {
    name: 'money is never a float',
    cure: 'keep Fen as bigint: readYuan reads, yuanText prints, charge multiplies, a ratio divides',
    appliesTo: (path) => isSource(path),
    breaches: ({ text }) =>
      lines(text, /\bparseFloat\(|\.toFixed\([^)]|\bNumber\(\s*[\w.]*([fF]en|[yY]uan)\s*\)/),
  },
  {
    name: 'a type is not talked around',
    cure: 'narrow it by a check, or say unknown; no any, no `as unknown as`, no @ts-ignore',
    appliesTo: (path) => isCode(path) && !isTidy(path),
    breaches: ({ text }) => [
      ...lines(withoutComments(text), /\bas unknown as\b|\bas any\b|:\s*any\b|<any>/),
      ...lines(text, /@ts-(ignore|nocheck|expect-error)|\beslint-disable/),
    ],
  },
  {
    name: 'Chinese stands where an accountant looks for it',
    cure: 'move the words to src/glossary or a .pages.tsx, keep the code or id here',
    appliesTo: (path) => isSource(path) && !CHINESE_ROOMS.test(path),
    breaches: ({ text }) => lines(withoutComments(text), /\p{Script=Han}/u),
  },
  {
    name: 'a file is read in one sitting',
    cure: 'split it at its second thought: 300 lines a file, 110 characters a line',
    appliesTo: (path) => isCode(path) || /^templates\/.*\.(js|css)$/.test(path),
    breaches: ({ path, text }) => [
      ...(path.endsWith('.css') || lengthOf(text) <= 300 ? [] : [`${String(lengthOf(text))} lines`]),
      ...lines(text, /^.{111,}$/u),
    ],
  },
  {
    name: 'a column says what it holds',
    cure: 'give the heading a word; whoever hears the page read, or moves by columns, has nothing else',
    appliesTo: (path) => /^src\/.*\.tsx$/.test(path),
    breaches: ({ text }) => lines(text, /\bhead: ''|<th\b[^>]*\/>/),
  },
  {
    name: 'every test runs and nothing is left for later',
    // What this machine cannot run stands aside by a condition (`program === undefined ? it.skip : it`).
    cure: 'write it now or open an issue; no .skip(…), .only, no TODO',
    appliesTo: (path) => (isCode(path) || /^(templates|seeds)\//.test(path)) && !isTidy(path),
    breaches: ({ text }) => [
      ...lines(
        text,
        /\b(it|test|describe)\.(only\b|(skip|todo)(\.each)?\(|todo)|\b(xit|xdescribe|fit|fdescribe)\(/,
      ),
      ...lines(text, /\b(TODO|FIXME|XXX)\b/),
    ],
  },
  {
    name: 'nothing knows the machine it was written on',
    cure: 'take folders from the configuration or the system, and say nothing of a registry',
    appliesTo: (path) => !isTidy(path),
    breaches: ({ text }) =>
      lines(text, /(^|[\s'"`(=])\/(work|tmp|root|home)\/\w|\bregistry\.\w+\.\w+|\bnpmmirror\b/),
  },
  {
    name: 'a seed file names its reference',
    cure: 'say where the numbers come from: a `source`, a `document`, or a comment with Reference:',
    appliesTo: (path) => /^seeds\/.*\.ya?ml$/.test(path),
    breaches: ({ text }) =>
      /^[\s-]*(source|document):|^#.*\bReference:/m.test(text) ? [] : ['no reference'],
  },
  {
    name: 'a migration starts with its why',
    cure: 'begin the file, below its imports, with a comment `// Why: …`',
    appliesTo: (path) => /\/migrations\/.*\.migrations\.ts$/.test(path),
    breaches: ({ text }) =>
      /^\/\/ Why: \S/.test(text.replace(/^(import [^;]*;\s*)*/, '')) ? [] : ['no why'],
  },
];

/** Every breach of a rule in these files, each with its place. */
export function breachesOf(rule: FileRule, files: readonly ProjectFile[]): string[] {
  return files
    .filter((file) => rule.appliesTo(file.path))
    .flatMap((file) => rule.breaches(file).map((place) => `${file.path}: ${place}`));
}

function isBanned(word: string): boolean {
  return BANNED.includes(word);
}

/** `LedgerBase`, `ledger-base.service` and `ledger_base` alike are the words ledger and base. */
function wordsOf(name: string): string[] {
  return name
    .replace(/([a-z0-9])([A-Z])/g, '$1-$2')
    .toLowerCase()
    .split(/[^a-z0-9]+/);
}

function matches(text: string, pattern: RegExp, isBreach: (name: string) => boolean): string[] {
  return [...text.matchAll(pattern)].map((match) => match[1] ?? '').filter(isBreach);
}

function lines(text: string, pattern: RegExp): string[] {
  return text
    .split('\n')
    .map((line, place) => ({ line, place: `line ${String(place + 1)}` }))
    .filter(({ line }) => pattern.test(line))
    .map(({ line, place }) => `${place}: ${line.trim().slice(0, 80)}`);
}

function lengthOf(text: string): number {
  return text.trimEnd().split('\n').length;
}

/** A comment may cite a document or a term by its own name; lines keep their numbers. */
function withoutComments(text: string): string {
  return text
    .replace(/\/\*[\s\S]*?\*\//g, (comment) => comment.replace(/[^\n]/g, ' '))
    .replace(/^\s*\/\/.*$/gm, '');
}
