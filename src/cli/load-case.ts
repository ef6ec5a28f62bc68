import { readFileSync } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';
import { parseDocument } from 'yaml';
import { FormProblems, type Problem, refuseProblems } from '../domain/shared/problem';
import type { Case, CollectiveEntry } from './case-file';
import { readCase } from './read-case';

/**
 * Loads a case with the stories it tells first, and theirs. All collectives come first, offices before
 * their villages, then
 * all people, then the books in the order in which the files name them.
 * @throws FormProblems with everything wrong in a file; `facts.file` names it
 */
export function loadCase(file: string): Case {
  const own = naming(file, () => readCase(parsed(readFileSync(file, 'utf8'))));
  const told = own.stories.map((story) => loadCase(resolve(dirname(file), story)));
  return {
    ...own,
    standsOn: own.standsOn ?? told.at(-1)?.standsOn,
    collectives: [...told.flatMap((story) => story.collectives), ...own.collectives].sort(officesFirst),
    users: [...told.flatMap((story) => story.users), ...own.users],
    books: [...told.flatMap((story) => story.books), ...own.books],
    expect: own.expect,
  };
}

const KINDS = ['county', 'township', 'village'];

function officesFirst(left: CollectiveEntry, right: CollectiveEntry): number {
  return KINDS.indexOf(left.kind) - KINDS.indexOf(right.kind);
}

/**
 * YAML 1.2 under its failsafe schema: every value is the text a person wrote, `920.00` and `2025-07` alike.
 */
function parsed(text: string): unknown {
  const document = parseDocument(text, { version: '1.2', schema: 'failsafe', uniqueKeys: true });
  refuseProblems(
    [...document.errors, ...document.warnings].map((error): Problem => {
      const facts = { line: error.linePos?.[0].line ?? 1 };
      return { code: 'policy.notYaml', field: '', value: error.code, facts };
    }),
  );
  return document.toJS({ maxAliasCount: 0 });
}

function naming<T>(file: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof FormProblems)) throw error;
    const inFile = { file: basename(file) };
    throw new FormProblems(
      error.problems.map((problem) => ({ ...problem, facts: { ...problem.facts, ...inFile } })),
    );
  }
}
