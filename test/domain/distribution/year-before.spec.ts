import { unspentUses, useBefore } from '../../../src/domain/distribution/year-before';
import { yearBeforeWords } from '../../../src/glossary/year-plan-words';

const posts = (people: number, amount: bigint) => ({
  ...{ bucket: 'posts', forWhat: 'wages', amount },
  posts: { people, standard: amount / BigInt(people), months: 1 },
});
const PLAN = [
  posts(6, 600n),
  posts(2, 300n),
  { bucket: 'aid', forWhat: 'aid', posts: undefined, amount: 50n },
];
const line = (id: string, amount: bigint) => ({ bucket: { id }, amount });
const GIVEN = [line('posts', 400n), line('posts', 450n), line('works', 7n)];

describe('a use in the year before', () => {
  it('is what the plan of that year had for it, for how many, and what its periods gave', () => {
    expect(useBefore('posts', { plan: PLAN, given: GIVEN })).toEqual({
      planned: { amount: 900n, people: 8 },
      given: 850n,
    });
    expect(useBefore('works', { plan: PLAN, given: GIVEN })).toEqual({
      planned: { amount: 0n, people: 0 },
      given: 7n,
    });
  });

  it('is not nothing where nobody decided anything of that year', () => {
    expect(useBefore('posts', { plan: undefined, given: undefined })).toEqual({
      planned: undefined,
      given: undefined,
    });
  });

  it('is told in words, also where it is absent', () => {
    const told = (use: string, known: Parameters<typeof useBefore>[1]) =>
      yearBeforeWords.ofUse(2024, useBefore(use, known));
    expect(told('posts', { plan: PLAN, given: GIVEN })).toBe('2024年计划 9.00、8人，各期分了 8.50');
    expect(told('aid', { plan: PLAN, given: undefined })).toBe('2024年计划 0.50');
    expect(told('works', { plan: undefined, given: GIVEN })).toBe('2024年各期分了 0.07');
    expect(told('aid', { plan: undefined, given: GIVEN })).toBe('2024年没有这一项');
    expect(yearBeforeWords.without(2024, { plan: true, periods: true })).toBeUndefined();
    expect(yearBeforeWords.without(2024, { plan: false, periods: false })).toBe(
      '2024年没有年度计划，也没有定过分配方案',
    );
  });
});

describe('what decided periods promised and did not spend', () => {
  const promise = (id: string, amount: bigint, granted: bigint, released: readonly bigint[]) => ({
    ...{ bucket: { id, name: id }, amount, granted },
    claims: released.map((each) => ({ released: each })),
  });
  it.each([
    ['a vacant post that came back', [promise('posts', 60_000n, 55_000n, [5_000n])], 5_000n, 0n],
    ['one fen that nobody gave back yet', [promise('posts', 60_000n, 59_999n, [0n])], 0n, 1n],
    ['a grant that was reversed', [promise('posts', 60_000n, 0n, [0n])], 0n, 60_000n],
    [
      'two periods together',
      [promise('posts', 60_000n, 55_000n, [4_999n, 1n]), promise('posts', 30_001n, 30_000n, [])],
      5_000n,
      1n,
    ],
  ])('is come back or still open to the fen: %s', (_what, lines, released, open) => {
    const [row, ...others] = unspentUses(lines);
    expect(others).toEqual([]);
    expect(row).toMatchObject({ released, open });
    expect((row?.granted ?? 0n) + released + open).toBe(row?.promised);
  });

  it('is nothing where all is granted', () => {
    expect(unspentUses([promise('posts', 60_000n, 60_000n, [0n])])).toEqual([]);
  });
});
