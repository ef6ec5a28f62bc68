import { resultProblems, settlingOf } from '../../../src/domain/distribution/line-settling';

describe('what came of a plan hangs out', () => {
  it.each<[string, (readonly [bigint, bigint, bigint, bigint])[], string[]]>([
    ['where nothing was decided', [], []],
    ['not where nothing is granted', [[100n, 0n, 0n, 0n]], ['plan.resultLeft 1.00']],
    ['not where a fen is left', [[100n, 99n, 0n, 99n]], ['plan.resultLeft 0.01']],
    [
      'not where another line is left',
      [
        [100n, 100n, 0n, 100n],
        [50n, 0n, 0n, 0n],
      ],
      ['plan.resultLeft 0.50'],
    ],
    ['not where nobody was paid', [[100n, 99n, 1n, 0n]], ['plan.resultUnpaid 0.99']],
    ['where all was paid', [[100n, 100n, 0n, 100n]], []],
    [
      'where single people wait',
      [
        [100n, 100n, 0n, 1n],
        [50n, 50n, 0n, 0n],
      ],
      [],
    ],
    ['where all was given back', [[100n, 0n, 100n, 0n]], []],
  ])('%s', (_, lines, told) => {
    const settled = lines.map(([amount, granted, released, paid]) =>
      settlingOf({ amount, granted, released, paid }),
    );
    const problems = resultProblems(settled);
    expect(problems.map(({ code, facts }) => `${code} ${String(Object.values(facts ?? {})[0])}`)).toEqual(
      told,
    );
  });
});
