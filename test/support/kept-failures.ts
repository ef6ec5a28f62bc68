import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';

/** Where histories that once broke a rule are kept: each is tried first, in every later run. */
const FOLDER = join(__dirname, '../books/kept');

/** How a property is run: its seed is printed, and so is the path to a failure. */
export interface KeptRun {
  readonly seed: number;
  readonly numRuns: number;
}

/**
 * Runs a property over the histories that failed before and over random ones. A history that fails is
 * written to `test/books/kept/<name>.json`; commit it with the cure.
 */
export async function assertKeepingFailures<Ts extends unknown[]>(
  name: string,
  property: fc.IAsyncPropertyWithHooks<Ts>,
  run: KeptRun,
): Promise<void> {
  const examples = readKept<Ts>(name);
  console.info(
    `${name}: seed ${String(run.seed)}, ${String(examples.length)} kept, ${String(run.numRuns)} runs`,
  );
  const numRuns = run.numRuns + examples.length;
  const details = await fc.check(property, { ...run, numRuns, examples, endOnFailure: true });
  if (!details.failed) return;
  const { counterexample } = details;
  const known = examples.map(textOf).includes(textOf(counterexample));
  if (counterexample !== null && !known) keep(name, [...examples, counterexample]);
  throw new Error(fc.defaultReportMessage(details) ?? 'a history failed', {
    cause: 'errorInstance' in details ? details.errorInstance : undefined,
  });
}

const pathOf = (name: string): string => join(FOLDER, `${name}.json`);

function readKept<Ts extends unknown[]>(name: string): Ts[] {
  if (!existsSync(pathOf(name))) return [];
  return JSON.parse(readFileSync(pathOf(name), 'utf8'), (_key, value: unknown) => revived(value)) as Ts[];
}

function keep(name: string, histories: readonly unknown[]): void {
  mkdirSync(FOLDER, { recursive: true });
  writeFileSync(pathOf(name), `${textOf(histories)}\n`);
}

/** JSON, amounts in fen as `{"fen": "5"}`. */
function textOf(histories: unknown): string {
  const plain = (_key: string, value: unknown): unknown =>
    typeof value === 'bigint' ? { fen: value.toString() } : value;
  return JSON.stringify(histories, plain, 2);
}

function revived(value: unknown): unknown {
  const isFen = typeof value === 'object' && value !== null && Object.keys(value).join() === 'fen';
  return isFen && 'fen' in value && typeof value.fen === 'string' ? BigInt(value.fen) : value;
}
