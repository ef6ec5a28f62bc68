import type { Problem } from '../shared/problem';
import type { PayLineState } from './pay-list';
import type { PayResult } from './pay-results';
import type { ReturnKind } from './read-outcomes';

/** Lines that the bank did not pay for one reason. */
export interface ReturnedLines {
  readonly numbers: readonly number[];
  readonly kind: ReturnKind;
  readonly reason: string;
}

/** What of a bank's answer is new, by the numbers of the lines, and what was known before. */
export interface ResultsToTake {
  readonly paid: readonly number[];
  readonly returned: readonly ReturnedLines[];
  readonly known: readonly number[];
  readonly problems: readonly Problem[];
}

/**
 * Holds a bank's answer against how the lines stand. What was taken before is known and taken no second time;
 * what contradicts it is told, and so is an answer that says nothing new.
 * Codes by `line.<number>`: `payResult.paidBefore`, `payResult.returnedBefore`; `payResult.nothingNew`.
 */
export function resultsToTake(
  results: readonly PayResult[],
  stateOf: ReadonlyMap<number, PayLineState>,
): ResultsToTake {
  const paid: number[] = [];
  const known: number[] = [];
  const problems: Problem[] = [];
  const returned = new Map<string, ReturnedLines & { readonly numbers: number[] }>();
  for (const { number, returned: why } of results) {
    const state = stateOf.get(number);
    const said = why === undefined ? 'confirmed' : 'returned';
    if (state === said) known.push(number);
    else if (state !== 'open') {
      const code = state === 'confirmed' ? 'payResult.paidBefore' : 'payResult.returnedBefore';
      problems.push({ code, field: `line.${String(number)}` });
    } else if (why === undefined) paid.push(number);
    else {
      const key = JSON.stringify([why.kind, why.reason]);
      const same = returned.get(key);
      if (same === undefined) returned.set(key, { ...why, numbers: [number] });
      else same.numbers.push(number);
    }
  }
  if (paid.length + returned.size + problems.length === 0)
    problems.push({ code: 'payResult.nothingNew', field: 'file' });
  return { paid, returned: [...returned.values()], known, problems };
}
