import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseDocument } from 'yaml';
import { type CoveredDocument, readCoverage } from '../../domain/policy/coverage';
import { type ExampleFile, readExamples } from '../../domain/policy/example';
import type { PolicyPack } from '../../domain/policy/pack';
import { exampleProblems } from '../../domain/policy/run-example';
import { type Problem, refuseProblems } from '../../domain/shared/problem';
import type { PackFile } from './pack-files';

/** Where the examples of a pack lie: beside it, `2023-09-21.examples.yaml`. */
export function exampleFileOf({ path }: PackFile): string {
  return path.replace(/\.yaml$/, '.examples.yaml');
}

/**
 * The examples of a pack; undefined where no file of them lies beside it. Every value is the text a person
 * wrote, `920.00` with its zeros.
 * @throws FormProblems with everything wrong in the file
 */
export function loadExamples(file: PackFile, pack: PolicyPack): ExampleFile | undefined {
  const path = exampleFileOf(file);
  if (!existsSync(path)) return undefined;
  const read = readExamples(plainTexts(readFileSync(path, 'utf8')));
  const place: Problem = {
    code: 'policy.misfiled',
    field: 'pack',
    value: read.pack,
    facts: { place: pack.id },
  };
  refuseProblems([
    ...(read.pack === pack.id ? [] : [place]),
    ...read.examples.flatMap((example) => exampleProblems(pack, example)),
  ]);
  return read;
}

/** How the rules of the documents are carried out, `policies/coverage.yaml`. */
export function loadCoverage(seedsFolder: string): CoveredDocument[] {
  return readCoverage(plainTexts(readFileSync(join(seedsFolder, 'policies', 'coverage.yaml'), 'utf8')));
}

function plainTexts(text: string): unknown {
  const document = parseDocument(text, { version: '1.2', schema: 'failsafe', uniqueKeys: true });
  refuseProblems(
    [...document.errors, ...document.warnings].map((error): Problem => {
      const facts = { line: error.linePos?.[0].line ?? 1 };
      return { code: 'policy.notYaml', field: '', value: error.code, facts };
    }),
  );
  return document.toJS({ maxAliasCount: 0 });
}
