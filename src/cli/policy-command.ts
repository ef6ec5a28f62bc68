import { readFileSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { parseArgs } from 'node:util';
import { FormProblems, type Problem } from '../domain/shared/problem';
import { coverageProblems } from '../domain/policy/coverage';
import { comparePacks, quotedItems } from '../domain/policy/compare-packs';
import { inputsOfItem } from '../domain/policy/rule-inputs';
import { runExample } from '../domain/policy/run-example';
import { loadCoverage, loadExamples } from '../features/policy/example-files';
import { type LoadedPack, loadPack, type PackFile, packFilesIn } from '../features/policy/pack-files';
import * as texts from '../glossary/policy-texts';
import * as words from '../glossary/policy-words';
import { errorCode } from '../platform/database/faults';
import { readSources, verifyPack } from './policy-sources';

/** What a command prints, and its exit code: 1: something does not hold, 2: it was asked wrongly. */
export interface Answer {
  readonly text: string;
  readonly code: 0 | 1 | 2;
}

const USAGE: Answer = { text: words.policyUsageText(), code: 2 };

/**
 * Runs one command over policy packs.
 * @param args as typed behind `npm run policy --`
 */
export function runPolicyCommand(args: readonly string[], seedsFolder: string): Answer {
  const asked = readAsked(args);
  if (asked === undefined) return USAGE;
  const { verb, names, sources } = asked;
  try {
    if (verb === 'lint') return lintPacks(names, seedsFolder);
    if (verb === 'explain' && names.length > 0) return explainPack(names, seedsFolder);
    if (verb === 'compare' && names.length === 2) return compareTwo(names, seedsFolder);
    if (verb === 'coverage' && names.length === 0) return coverDocuments(seedsFolder);
    if (verb === 'test') return testPacks(names, seedsFolder);
    if (verb === 'verify' && sources !== undefined) return verifyPacks(names, { sources, seedsFolder });
    return USAGE;
  } catch (error) {
    if (error instanceof NotAsked) return { text: error.message, code: 2 };
    if (error instanceof FormProblems) return { text: words.brokenPackText(error), code: 1 };
    throw error;
  }
}

/** What was named is not there, or cannot be opened. */
class NotAsked extends Error {}

interface Asked {
  readonly verb: string | undefined;
  readonly names: readonly string[];
  readonly sources: string | undefined;
}

function readAsked(args: readonly string[]): Asked | undefined {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: { sources: { type: 'string' } },
      allowPositionals: true,
    });
    const [verb, ...names] = positionals;
    return { verb, names, sources: values.sources };
  } catch {
    return undefined;
  }
}

function lintPacks(paths: readonly string[], seedsFolder: string): Answer {
  const files = paths.length === 0 ? packFilesIn(seedsFolder) : paths.map(packFile);
  const results = files.map((file) => ({ file, problems: problemsOf(file) }));
  const wrong = results.filter(({ problems }) => problems.length > 0).length;
  const lines = results.map(({ file, problems }) => words.lintText(file.id, problems));
  return {
    text: lines.join('') + words.lintedText({ files: files.length, wrong }),
    code: wrong === 0 ? 0 : 1,
  };
}

/** The file at a path: region and first day are the last two parts of where it lies. */
function packFile(path: string): PackFile {
  return { id: `${basename(dirname(path))}/${basename(path, '.yaml')}`, path };
}

function problemsOf(file: PackFile): readonly Problem[] {
  try {
    open(file);
    return [];
  } catch (error) {
    if (error instanceof FormProblems) return error.problems;
    throw error;
  }
}

function open({ id, path }: PackFile): LoadedPack {
  return loadPack(
    reading(path, () => readFileSync(path, 'utf8')),
    id,
  );
}

function reading<T>(path: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (['ENOENT', 'ENOTDIR', 'EISDIR', 'EACCES'].includes(errorCode(error) ?? ''))
      throw new NotAsked(words.unopenedText(path));
    throw error;
  }
}

function verifyPacks(
  names: readonly string[],
  where: { readonly sources: string; readonly seedsFolder: string },
): Answer {
  const sources = reading(where.sources, () => readSources(where.sources));
  const verified = packsNamed(names, where.seedsFolder).map((file) => verifyPack(open(file).pack, sources));
  const lines = verified.map((each) =>
    words.verifiedText({
      ...each,
      id: each.pack.id,
      title: each.pack.source.title,
      clauses: each.pack.clauses.length,
      source: each.source?.name ?? '',
      sha256: each.pack.source.textSha256 ?? '',
      departures: each.departures.map(({ clause, departure }) => ({ ...clause, ...departure })),
    }),
  );
  const wrong = verified.filter(({ outcome }) => outcome === 'differs' || outcome === 'noText').length;
  const unseen = verified.filter(({ outcome }) => outcome === 'unseen').length;
  return {
    text: lines.join('') + words.allVerifiedText({ packs: verified.length, wrong, unseen }),
    code: wrong === 0 ? 0 : 1,
  };
}

function testPacks(names: readonly string[], seedsFolder: string): Answer {
  const results = packsNamed(names, seedsFolder).map((file) => ({ id: file.id, ...testPack(file) }));
  const wrong = results.filter((each) => each.problems.length + each.differences.length > 0).length;
  return {
    text: results.map(words.testedText).join('') + words.allTestedText({ packs: results.length, wrong }),
    code: wrong === 0 ? 0 : 1,
  };
}

/** Runs the examples beside a pack; what is wrong with their file comes before what they find. */
function testPack(file: PackFile): Omit<words.TestedWords, 'id'> {
  const { pack } = open(file);
  try {
    const examples = loadExamples(file, pack)?.examples ?? [];
    const differences = examples.flatMap((example) => runExample(pack, example));
    return { examples: examples.length, differences, problems: [] };
  } catch (error) {
    if (error instanceof FormProblems) return { examples: 0, differences: [], problems: error.problems };
    throw error;
  }
}

/** A pack, or one line of it: its clause, its numbers, and what it needs to be judged. */
function explainPack([name = '', id]: readonly string[], seedsFolder: string): Answer {
  const packs = packsNamed([name], seedsFolder).map((file) => open(file).pack);
  const said = packs.flatMap((pack) => {
    const items = quotedItems(pack);
    const chosen = items.filter(({ address }) => id === undefined || address === id);
    if (chosen.length === 0) {
      const known = items.map(({ address }) => address);
      throw new NotAsked(texts.noSuchLineText(id ?? '', known));
    }
    const lines = chosen.map((item) =>
      id === undefined ? texts.itemLine(item) : texts.itemText(item, inputsOfItem(pack, item.address)),
    );
    return [texts.packHeadText(pack), ...lines];
  });
  return { text: said.join(''), code: 0 };
}

function compareTwo(names: readonly string[], seedsFolder: string): Answer {
  const [left, right] = packsNamed(names, seedsFolder).map((file) => open(file).pack);
  if (left === undefined || right === undefined) return USAGE;
  return { text: texts.comparedText({ left, right, differences: comparePacks(left, right) }), code: 0 };
}

/** Holds the list of what carries out each rule of the documents against the packs and their examples. */
function coverDocuments(seedsFolder: string): Answer {
  const files = packFilesIn(seedsFolder);
  const documents = loadCoverage(seedsFolder).map((document) => {
    const file = files.find(({ id }) => id === document.pack);
    if (file === undefined)
      throw new NotAsked(
        words.noSuchPackText(
          document.pack,
          files.map(({ id }) => id),
        ),
      );
    const { pack } = open(file);
    const examples = loadExamples(file, pack)?.examples ?? [];
    return { ...document, problems: coverageProblems(document, { pack, examples }) };
  });
  return {
    text: words.coverageText(documents),
    code: documents.every(({ problems }) => problems.length === 0) ? 0 : 1,
  };
}

/** The packs of these ids, or of the regions that have one only; all of them where none is named. */
function packsNamed(names: readonly string[], seedsFolder: string): PackFile[] {
  const files = packFilesIn(seedsFolder);
  if (names.length === 0) return files;
  return names.map((name) => {
    const found = files.filter(({ id }) => id === name || id.startsWith(`${name}/`));
    const [file] = found;
    const idsOf = (packs: readonly PackFile[]): string[] => packs.map(({ id }) => id);
    if (found.length > 1) throw new NotAsked(words.severalPacksText(name, idsOf(found)));
    if (file === undefined) throw new NotAsked(words.noSuchPackText(name, idsOf(files)));
    return file;
  });
}
