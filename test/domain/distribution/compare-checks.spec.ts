import { compareRuns, sumKnown, usesOfYear } from '../../../src/domain/distribution/compare-runs';
import {
  type DryRun,
  type DryRunUse,
  type RunCheck,
  unknownUse,
} from '../../../src/domain/distribution/dry-run';
import type { Judgement } from '../../../src/domain/policy/judge';
import { BrokenInvariant } from '../../../src/domain/shared/invariant';

const check = (
  key: string,
  matter: string,
  judgement: Partial<Judgement> = {},
  bounds: RunCheck['bounds'] = [],
): RunCheck => ({
  ...{ key, matter, bounds, reason: '', about: { kind: 'plan', id: '' } },
  judgement: {
    ...{ ruleId: key, outcome: 'failed', force: 'block', clause: 'uses', says: key, missing: [], facts: {} },
    ...judgement,
  },
});
const known = (id: string, decided: bigint | undefined, wouldBe: bigint | undefined): DryRunUse => {
  return { ...unknownUse(id, decided), name: id, by: 'village', wouldBe };
};
const run = (uses: DryRunUse[], checks: RunCheck[] = []): DryRun => {
  const amounts = uses.map(({ wouldBe }) => wouldBe);
  const sum = sumKnown(amounts);
  return {
    ...{ distributable: 100n, uses, decidedLeft: 10n, problems: [], checks },
    left: sum === undefined ? undefined : 100n - sum,
  };
};

describe('checks of two packs stand side by side', () => {
  const pairs = (ones: RunCheck[], others: RunCheck[]): string[] =>
    compareRuns(run([], ones), run([], others)).checks.map(({ one, other }) =>
      [one?.key ?? '–', other?.key ?? '–'].join(' | '),
    );

  it.each<{ rule: string; ones: RunCheck[]; others: RunCheck[]; rows: string[] }>([
    { rule: 'none beside none', ones: [], others: [], rows: [] },
    {
      rule: 'the same rule, whatever it compares',
      ones: [check('A', 'x')],
      others: [check('B', 'x'), check('A', 'y')],
      rows: ['A | A', '– | B'],
    },
    {
      rule: 'else what compares the same',
      ones: [check('A', 'x'), check('B', 'y')],
      others: [check('D', 'y'), check('C', 'x')],
      rows: ['A | C', 'B | D'],
    },
    {
      rule: 'each check once, the first of several',
      ones: [check('A', 'x'), check('B', 'x'), check('E', 'x')],
      others: [check('C', 'x'), check('D', 'x')],
      rows: ['A | C', 'B | D', 'E | –'],
    },
    {
      rule: 'a rule of the same number before one that compares the same and stands earlier',
      ones: [check('A', 'x'), check('B', 'x')],
      others: [check('B', 'x')],
      rows: ['A | –', 'B | B'],
    },
    {
      rule: 'what only the other has comes last, in its order',
      ones: [check('A', 'x')],
      others: [check('C', 'c'), check('B', 'b')],
      rows: ['A | –', '– | C', '– | B'],
    },
  ])('$rule', ({ ones, others, rows }) => {
    expect(pairs(ones, others)).toEqual(rows);
  });

  const floor = { side: 'floor', amount: 60n, clause: 'uses' } as const;
  it.each<{ rule: string; one: RunCheck; other: RunCheck; isAlike: boolean }>([
    {
      rule: 'the same words',
      one: check('A', 'x'),
      other: check('A', 'x', { clause: 'b', says: 'b' }),
      isAlike: true,
    },
    {
      rule: 'another outcome',
      one: check('A', 'x'),
      other: check('A', 'x', { outcome: 'undecided' }),
      isAlike: false,
    },
    {
      rule: 'refused by one, warned of by the other',
      one: check('A', 'x'),
      other: check('A', 'x', { force: 'warn' }),
      isAlike: false,
    },
    {
      rule: 'let pass by both, however they would refuse',
      one: check('A', 'x', { outcome: 'passed' }),
      other: check('A', 'x', { outcome: 'passed', force: 'warn' }),
      isAlike: true,
    },
    {
      rule: 'a fen more wanting',
      one: check('A', 'x', { facts: { shortfall: 1n } }),
      other: check('A', 'x', { facts: { shortfall: 2n } }),
      isAlike: false,
    },
    {
      rule: 'a fen more exceeded',
      one: check('A', 'x', { facts: { excess: 1n } }),
      other: check('A', 'x', { facts: { excess: 2n } }),
      isAlike: false,
    },
    {
      rule: 'wanting here and exceeded there by as much',
      one: check('A', 'x', { facts: { shortfall: 1n } }),
      other: check('A', 'x', { facts: { excess: 1n } }),
      isAlike: false,
    },
    {
      rule: 'another sum that was looked at',
      one: check('A', 'x', { facts: { planned: 1n } }),
      other: check('A', 'x', { facts: { planned: 2n } }),
      isAlike: true,
    },
    {
      rule: 'the same bound of another clause',
      one: check('A', 'x', {}, [floor]),
      other: check('A', 'x', {}, [{ ...floor, clause: 'b' }]),
      isAlike: true,
    },
    {
      rule: 'a bound a fen higher',
      one: check('A', 'x', {}, [floor]),
      other: check('A', 'x', {}, [{ ...floor, amount: 61n }]),
      isAlike: false,
    },
    {
      rule: 'a cap in place of a floor',
      one: check('A', 'x', {}, [floor]),
      other: check('A', 'x', {}, [{ ...floor, side: 'cap' }]),
      isAlike: false,
    },
    { rule: 'what only one of them has', one: check('A', 'x'), other: check('B', 'y'), isAlike: false },
  ])('and are alike or not: $rule', ({ one, other, isAlike }) => {
    expect(compareRuns(run([], [one]), run([], [other])).checks[0]?.isAlike).toBe(isAlike);
  });
});

describe('uses of two packs stand side by side', () => {
  it('each by its id, nothing where a pack does not know it, and the difference of what is known', () => {
    const one = run([known('a', 50n, 50n), known('b', 40n, undefined), known('c', undefined, 0n)]);
    const other = run([known('d', undefined, 5n), known('a', 50n, 45n), known('b', 40n, 40n)]);
    const found = compareRuns(one, other);
    expect(found.uses.map(({ id, decided, difference }) => [id, decided, difference])).toEqual([
      ['a', 50n, -5n],
      ['b', 40n, undefined],
      ['c', undefined, 0n],
      ['d', undefined, 5n],
    ]);
    expect(found.uses[3]?.one).toEqual(unknownUse('d', undefined));
    expect(found.uses[2]?.other).toEqual(unknownUse('c', undefined));
    expect(found.left).toEqual({ decided: 10n, one: undefined, other: 10n, difference: undefined });
  });

  it('what one gives more, it leaves less of', () => {
    const found = compareRuns(run([known('a', 90n, 90n)]), run([known('a', 90n, 70n)]));
    expect(found.left).toEqual({ decided: 10n, one: 10n, other: 30n, difference: 20n });
  });

  it('only where both were run over the same plan', () => {
    const one = run([]);
    expect(() => compareRuns(one, { ...one, distributable: 99n })).toThrow(BrokenInvariant);
    expect(() => compareRuns(one, { ...one, decidedLeft: 9n })).toThrow(BrokenInvariant);
    expect(() => compareRuns(one, { ...one, left: 99n })).toThrow(BrokenInvariant);
  });

  it('over a year by the sums of its plans; not known of one plan is not known of the year', () => {
    const spring = compareRuns(
      run([known('a', 50n, 50n), known('b', undefined, 1n)]),
      run([known('a', 50n, 45n)]),
    );
    const autumn = compareRuns(
      run([known('a', 7n, 7n)]),
      run([known('a', 7n, 8n), known('c', 3n, undefined)]),
    );
    expect(usesOfYear([spring, autumn])).toEqual([
      { id: 'a', decided: 57n, one: 57n, other: 53n, difference: -4n },
      { id: 'b', decided: 0n, one: 1n, other: 0n, difference: -1n },
      { id: 'c', decided: 3n, one: 0n, other: undefined, difference: undefined },
    ]);
    expect(usesOfYear([])).toEqual([]);
  });
});
