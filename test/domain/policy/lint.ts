import { readPack } from '../../../src/domain/policy/read-pack';
import { FormProblems } from '../../../src/domain/shared/problem';
import { SMALL_PACK_ID, smallPack } from './small-pack';

export type Pack = ReturnType<typeof smallPack>;

/** What is wrong with the small pack after a change: place and code. */
export function lint(change: (pack: Pack) => void): string[] {
  const pack = smallPack();
  change(pack);
  try {
    readPack(pack, SMALL_PACK_ID);
    return [];
  } catch (error) {
    if (!(error instanceof FormProblems)) throw error;
    return error.problems.map((problem) => `${problem.field}: ${problem.code}`);
  }
}
