import 'reflect-metadata';
import { DomainError } from '../domain/shared/domain-error';
import { casesUsageText, caseText, missingCaseText, runText, unreadableText } from '../glossary/case-words';
import { errorCode } from '../platform/database/faults';
import { loadCase } from './load-case';
import { differencesOf, runCase } from './run-case';
import { openThrowawayApp } from './throwaway-app';

const FIRST_DAY = '2025-01-01';

/** Runs the cases of these files, each on a database of its own. @returns whether every figure came out */
async function runCases(files: readonly string[]): Promise<boolean> {
  let wrong = 0;
  for (const file of files) wrong += (await runFile(file)) ? 0 : 1;
  process.stdout.write(runText({ cases: files.length, wrong }));
  return wrong === 0;
}

async function runFile(file: string): Promise<boolean> {
  const told = readOrSay(file);
  if (told === undefined) return false;
  const { app, close } = await openThrowawayApp({ day: FIRST_DAY, demo: false });
  try {
    const result = await runCase(told, app);
    process.stdout.write(caseText(result));
    return differencesOf(result).length === 0;
  } finally {
    await close();
  }
}

function readOrSay(file: string): ReturnType<typeof loadCase> | undefined {
  try {
    return loadCase(file);
  } catch (error) {
    if (error instanceof DomainError) process.stdout.write(unreadableText(file, error));
    else if (isUnopened(error)) process.stdout.write(missingCaseText(file));
    else throw error;
    return undefined;
  }
}

/** The case, or a story it tells, cannot be opened as a file. */
function isUnopened(error: unknown): boolean {
  return ['ENOENT', 'ENOTDIR', 'EISDIR', 'EACCES'].includes(errorCode(error) ?? '');
}

const files = process.argv.slice(2);
if (files.length === 0) {
  process.stderr.write(casesUsageText());
  process.exitCode = 2;
} else {
  runCases(files)
    .then((right) => {
      process.exitCode = right ? 0 : 1;
    })
    .catch((error: unknown) => {
      process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
      process.exitCode = 1;
    });
}
