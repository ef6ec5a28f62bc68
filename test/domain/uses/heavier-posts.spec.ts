import { heavierBySeats, heavierProblems, type PaidPost } from '../../../src/domain/uses/heavier-posts';
import type { PaidEvery, Post } from '../../../src/domain/uses/post';
import type { PostTerms } from '../../../src/domain/uses/post-terms';

// Guantao: 500 a month, 550 for heavier posts, at most 20 % of posts.
const TERMS: PostTerms = {
  ...{ region: 'Guantao', shownDays: 5, barred: [], leastAge: 16, mostAge: 60, monthOfDays: 30 },
  ...{
    asksAbove: '3000',
    dayAsksAbove: '500',
    heavier: { usual: '500', most: '550', percent: 20 },
    confirmed: false,
  },
};
const ASKS = ['post.tooManyHeavierWhy postReasons[heavier]'];
const post = (of: Partial<Post>, changes: [from: string, seats: number][] = []) => ({
  post: {
    ...{ id: 'p1', number: 1, kind: 'cleaning' as const, name: 'lanes', duties: 'sweep', place: 'east' },
    ...{ seats: 1, openedOn: '2025-01-01', ...of },
  },
  seatChanges: changes.map(([from, seats], index) => ({ number: index + 1, from, seats })),
});
const pays = (amount: bigint, every: PaidEvery = 'month', from = '2025-01') => [
  { postId: 'p1', standardNumber: 1, from, every, amount },
];
const told = (problems: readonly { code: string; field: string }[]): string[] =>
  problems.map(({ code, field }) => `${code} ${field}`);

describe('another number of seats', () => {
  const usual = (seats: number): PaidPost => ({ ...post({ id: 'u', seats }), standards: pays(50_000n) });
  const heavy = (seats: number): PaidPost => ({ ...post({ id: 'h', seats }), standards: pays(55_000n) });
  const change = (of: PaidPost, others: PaidPost[], seats: number, wish: Partial<PostTerms> = {}) => {
    const asked = { from: '2025-07-01', seats, why: 'more snow', paper: 'resolution', reasons: {} };
    const ground = { of, others, terms: { ...TERMS, ...wish } };
    const given = { ...asked, reasons: { heavier: 'a hill' } };
    return [told(heavierBySeats(asked, ground)), told(heavierBySeats(given, ground))];
  };

  it.each<[what: string, of: PaidPost, others: PaidPost[], seats: number, asks: boolean]>([
    ['fewer usual ones, a fifth left', usual(5), [heavy(1)], 4, false],
    ['fewer usual ones, a fourth left', usual(5), [heavy(1)], 3, true],
    ['no usual ones', usual(5), [heavy(1)], 0, true],
    ['more heavier ones, two of ten', heavy(1), [usual(8)], 2, false],
    ['more heavier ones, two of nine', heavy(1), [usual(7)], 2, true],
    ['fewer heavier ones, though still too many', heavy(4), [usual(4)], 3, false],
    ['more usual ones, though still too few', usual(4), [heavy(4)], 5, false],
    ['the first seats of all', heavy(0), [], 1, true],
  ])('%s', (_what, of, others, seats, asks) => {
    expect(change(of, others, seats)).toEqual([asks ? ASKS : [], []]);
    const refuses = asks ? ['post.tooManyHeavier seats'] : [];
    expect(change(of, others, seats, { confirmed: true })).toEqual([refuses, refuses]);
    expect(change(of, others, seats, { heavier: { usual: '500', most: '550', percent: 100 } })).toEqual([
      [],
      [],
    ]);
  });

  it("counts the seats of every day from then on, and a day's pay as 30 of it", () => {
    // Two heavier of ten until the usual post of five closes in October.
    const closing: PaidPost = { ...post({ id: 'c', seats: 5 }, [['2025-10-01', 0]]), standards: [] };
    expect(change(heavy(1), [usual(3), closing], 2)[0]).toEqual(ASKS);
    const later: PaidPost = { ...post({ id: 'c', seats: 5, openedOn: '2025-07-02' }), standards: [] };
    expect(change(heavy(1), [usual(3), later], 2)[0]).toEqual(ASKS);
    const opened: PaidPost = { ...post({ id: 'c', seats: 5, openedOn: '2025-07-01' }), standards: [] };
    expect(change(heavy(1), [usual(3), opened], 2)[0]).toEqual([]);
    const byDay = (amount: bigint): PaidPost => ({ ...post({ id: 'd' }), standards: pays(amount, 'day') });
    expect(change(usual(5), [byDay(1_667n)], 3)[0]).toEqual(ASKS);
    expect(change(usual(5), [byDay(1_666n)], 3)[0]).toEqual([]);
  });
});

describe('a pay above the usual', () => {
  const read = (every: PaidEvery, amount: bigint, others: PaidPost[], of: PaidPost) =>
    told(heavierProblems({ from: '2025-07', every, amount, reasons: {} }, { of, others, terms: TERMS }));
  const own = { ...post({ id: 'h' }), standards: [] };

  it.each<[amount: bigint, usual: number, problems: string[]]>([
    [1_666n, 0, []],
    [1_667n, 4, []],
    [1_667n, 3, ASKS],
    [1_833n, 4, []],
    [1_834n, 4, ['post.aboveMostByDaysWhy postReasons[heavier]']],
  ])('by the day of %p beside %p usual ones', (amount, seats, problems) => {
    const others = [{ ...post({ id: 'u', seats }), standards: pays(50_000n) }];
    expect(read('day', amount, others, own)).toEqual(problems);
  });

  it.each<[what: string, usual: PaidPost, problems: string[]]>([
    ['of as many as were opened', { ...post({ seats: 3 }, [['2025-06-01', 4]]), standards: [] }, []],
    ['of fewer since', { ...post({ seats: 4 }, [['2025-06-01', 3]]), standards: [] }, ASKS],
    ['of fewer later on', { ...post({ seats: 4 }, [['2025-12-31', 3]]), standards: [] }, ASKS],
    ['that opens a day later', { ...post({ seats: 4, openedOn: '2025-07-02' }), standards: [] }, ASKS],
  ])('beside a usual post %s', (_what, usual, problems) => {
    expect(read('month', 55_000n, [usual], own)).toEqual(problems);
  });
});
