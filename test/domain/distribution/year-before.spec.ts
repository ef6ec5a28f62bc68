import { useBefore } from '../../../src/domain/distribution/year-before';
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
