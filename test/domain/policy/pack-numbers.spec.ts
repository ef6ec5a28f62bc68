import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { FormProblems } from '../../../src/domain/shared/problem';
import { loadPack, packFilesIn } from '../../../src/features/policy/pack-files';

const FILES = packFilesIn(join(__dirname, '../../../seeds'));

/** A number of a pack: a value it gives, or one written in a line of a rule, limit, goal or tag. */
const VALUE = /(?<=\bvalue: ')(\d[\d.]*)(?=',? unit)/g;
const WRITTEN = /(?<=(?:at_least|at_most|more_than|less_than|exactly) )(\d[\d.]*)(?=[\s,\]}])/g;

/** Every place of a number that has to stand in a clause; zero needs none. */
function numbersIn(text: string): { readonly index: number; readonly number: string }[] {
  return [VALUE, WRITTEN]
    .flatMap((pattern) => [...text.matchAll(pattern)])
    .map(({ index, 0: number }) => ({ index, number }))
    .filter(({ number }) => !/^0+(\.0+)?$/.test(number));
}

function codesOf(text: string, id: string): string[] {
  try {
    loadPack(text, id);
    return [];
  } catch (error) {
    if (!(error instanceof FormProblems)) throw error;
    return error.problems.map(({ code }) => code);
  }
}

describe.each(FILES)('$id', ({ id, path }) => {
  const text = readFileSync(path, 'utf8');
  const numbers = numbersIn(text);

  it('lets no number of a rule be another than its clause states', () => {
    expect(codesOf(text, id)).toEqual([]);
    const unnoticed = numbers.filter(({ index }) => {
      // Sevens in front make a number no clause states.
      const changed = `${text.slice(0, index)}7777${text.slice(index)}`;
      return !codesOf(changed, id).includes('policy.numberNotInClause');
    });
    const lines = unnoticed.map(({ index, number }) => `${number}: ${text.slice(index - 60, index + 20)}`);
    expect(lines).toEqual([]);
  });
});

it('looks at numbers in every pack', () => {
  const without = FILES.filter(({ path }) => numbersIn(readFileSync(path, 'utf8')).length === 0);
  expect(without).toEqual([]);
});
