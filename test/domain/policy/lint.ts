import { readPack } from '../../../src/domain/policy/read-pack';
import { FormProblems, type Problem } from '../../../src/domain/shared/problem';
import { SMALL_PACK_ID, smallPack } from './small-pack';

export type Pack = ReturnType<typeof smallPack>;

/** Everything that is wrong with the small pack after a change. */
export function problemsAfter(change: (pack: Pack) => void): readonly Problem[] {
  const pack = smallPack();
  change(pack);
  try {
    readPack(pack, SMALL_PACK_ID);
    return [];
  } catch (error) {
    if (!(error instanceof FormProblems)) throw error;
    return error.problems;
  }
}

/** What is wrong with the small pack after a change: place and code. */
export function lint(change: (pack: Pack) => void): string[] {
  return problemsAfter(change).map((problem) => `${problem.field}: ${problem.code}`);
}

/** The same with the value at fault. */
export function faults(change: (pack: Pack) => void): string[] {
  return problemsAfter(change).map(({ field, code, value }) => `${field}: ${code} ${value ?? ''}`.trim());
}
