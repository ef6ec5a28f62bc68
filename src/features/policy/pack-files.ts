import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseDocument } from 'yaml';
import type { PolicyPack } from '../../domain/policy/pack';
import { readPack } from '../../domain/policy/read-pack';
import { FormProblems, type Problem, refuseProblems } from '../../domain/shared/problem';
import { sha256 } from '../../platform/digests/sha256';

/** A pack with the digest a plan keeps of it: SHA-256 in hex over the canonical JSON of its file. */
export interface LoadedPack {
  readonly pack: PolicyPack;
  readonly digest: string;
  readonly canonical: string;
}

/** Where a pack lies, and the id that its place gives it. */
export interface PackFile {
  readonly id: string;
  readonly path: string;
}

/** What lies beside packs and is none: how the rules are carried out, and the examples of each pack. */
const NO_PACK = /(^|[/\\])coverage\.yaml$|\.examples\.yaml$/;

/** Every pack file of the seeds, by id. */
export function packFilesIn(seedsFolder: string): PackFile[] {
  const folder = join(seedsFolder, 'policies');
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return names
    .filter((name) => name.endsWith('.yaml') && !NO_PACK.test(name))
    .sort()
    .map((name) => ({ id: packId(name), path: join(folder, name) }));
}

/**
 * Loads every pack under `policies/<region code>/<first day>.yaml`.
 * @throws FormProblems with everything wrong in any of the files; `facts.file` names the file
 */
export function loadPacks(seedsFolder: string): LoadedPack[] {
  const problems: Problem[] = [];
  const packs = packFilesIn(seedsFolder).flatMap(({ id, path }) => {
    try {
      return [packOfFile(id, readFileSync(path, 'utf8'))];
    } catch (error) {
      if (!(error instanceof FormProblems)) throw error;
      const inFile = error.problems.map((problem) => ({ ...problem, facts: { ...problem.facts, file: id } }));
      problems.push(...inFile);
      return [];
    }
  });
  refuseProblems(problems);
  return packs;
}

/** What was read of each file, by its text: the same text gives the same pack, which nobody changes. */
const readBefore = new Map<string, LoadedPack>();

function packOfFile(id: string, text: string): LoadedPack {
  const key = `${id}\n${text}`;
  const loaded = readBefore.get(key) ?? loadPack(text, id);
  readBefore.set(key, loaded);
  return loaded;
}

/**
 * Reads one pack from its YAML text (1.2 core schema, every key once, no aliases, no tags).
 * @throws FormProblems `policy.notYaml`, or what {@link readPack} finds
 */
export function loadPack(text: string, id: string): LoadedPack {
  const document = parseDocument(text, {
    version: '1.2',
    schema: 'core',
    uniqueKeys: true,
    resolveKnownTags: false,
  });
  const broken = [...document.errors, ...document.warnings].map((error): Problem => {
    const line = error.linePos?.[0].line ?? 1;
    return { code: 'policy.notYaml', field: '', value: error.code, facts: { line } };
  });
  refuseProblems(broken);
  const raw = withoutAliases(() => document.toJS({ maxAliasCount: 0 }));
  const canonical = canonicalJson(raw);
  return { pack: readPack(raw, id), digest: packDigest(canonical), canonical };
}

/** The digest of a pack's canonical text. */
export function packDigest(canonical: string): string {
  return sha256(canonical);
}

/**
 * The same data always as the same text: JSON without spaces, keys of every mapping in the order of their
 * code units.
 * Comments, quoting and the order of keys in a file do not change it; any word or number does.
 */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map((item) => canonicalJson(item)).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const entries = [...new Map<string, unknown>(Object.entries(value))].sort(([left], [right]) =>
    left < right ? -1 : 1,
  );
  return `{${entries.map(([key, item]) => `${JSON.stringify(key)}:${canonicalJson(item)}`).join(',')}}`;
}

function packId(file: string): string {
  return file.replace(/\.yaml$/, '').replaceAll('\\', '/');
}

function withoutAliases(read: () => unknown): unknown {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof ReferenceError)) throw error;
    throw new FormProblems([{ code: 'policy.notYaml', field: '', value: 'ALIAS', facts: { line: 1 } }]);
  }
}
