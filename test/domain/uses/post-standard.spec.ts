import type { Post, PostStandard } from '../../../src/domain/uses/post';
import { readStandard, standardAsked, type StandardForm } from '../../../src/domain/uses/post-standard';
import type { PostTerms } from '../../../src/domain/uses/post-terms';

const TERMS: PostTerms = {
  ...{ region: 'all', shownDays: 5, barred: [], leastAge: 16, mostAge: 60 },
  ...{ monthOfDays: 30, asksAbove: '3000', dayAsksAbove: '500', confirmed: false },
};
const post = (of: Partial<Post>): Post => ({
  ...{ id: 'p1', number: 1, kind: 'cleaning', name: 'east lanes', duties: 'sweep', place: 'east', seats: 1 },
  openedOn: '2025-01-15',
  ...of,
});
const pays = (of: Partial<PostStandard>): PostStandard => ({
  ...{ postId: 'p1', standardNumber: 1, from: '2025-02', every: 'month', amount: 50_000n },
  ...of,
});
const told = (problems: readonly { code: string; field: string }[]): string[] =>
  problems.map(({ code, field }) => `${code} ${field}`);

describe('what a post pays', () => {
  const form = (of: Partial<StandardForm>): StandardForm => ({
    ...{ standardFrom: '2025-07', paidEvery: 'month', standardAmount: '500', standardPaper: 'resolution' },
    postReasons: {},
    ...of,
  });
  const guantao = { ...TERMS, heavier: { usual: '500', most: '550', percent: 20 } };
  const others = (count: number, heavy: number) =>
    Array.from({ length: count }, (_, index) => ({
      post: post({ id: `o${String(index)}`, kind: 'water', name: `other ${String(index)}` }),
      standards: [pays({ amount: index < heavy ? 55_000n : 50_000n })],
      seatChanges: [],
    }));
  const read = (of: Partial<StandardForm>, ground: Partial<Parameters<typeof readStandard>[1]> = {}) =>
    told(
      readStandard(form(of), {
        of: { post: post({}), standards: [pays({})], seatChanges: [] },
        others: [],
        terms: TERMS,
        ...ground,
      }).problems,
    );

  it.each<[what: string, of: Partial<StandardForm>, problems: string[]]>([
    ['is whole', {}, []],
    ['begins with the post', { standardFrom: '2024-12' }, ['post.standardBeforePost standardFrom']],
    ['may begin before what was set last', { standardFrom: '2025-01' }, []],
    ['may be put right in its month', { standardFrom: '2025-02' }, []],
    ['is a month', { standardFrom: '2025-07-01' }, ['calendar.notAMonth standardFrom']],
    ['is something', { standardAmount: '0' }, ['money.notPositive standardAmount']],
    ['has a paper', { standardPaper: '' }, ['form.missing standardPaper']],
  ])('%s', (_what, of, problems) => {
    expect(read(of)).toEqual(problems);
  });

  // Guantao: 500 a month, 550 for heavier posts, at most 20 % of posts.
  it.each<[amount: string, count: number, heavy: number, problems: string[]]>([
    ['500.00', 4, 4, []],
    ['500.01', 4, 0, []],
    ['550.00', 4, 0, []],
    ['550.01', 4, 0, ['post.aboveMostWhy postReasons[heavier]']],
    ['550.00', 3, 0, ['post.tooManyHeavierWhy postReasons[heavier]']],
    ['550.00', 9, 1, []],
    ['550.00', 9, 2, ['post.tooManyHeavierWhy postReasons[heavier]']],
    // A23: of twelve posts two, 20 % being 2.4; together 12 × 500 + 2 × 50 a month.
    ['550.00', 11, 1, []],
    ['550.00', 11, 2, ['post.tooManyHeavierWhy postReasons[heavier]']],
  ])('%s beside %p others of which %p are heavier', (standardAmount, count, heavy, problems) => {
    const ground = { terms: guantao, others: others(count, heavy) };
    expect(read({ standardAmount }, ground)).toEqual(problems);
    expect(read({ standardAmount, postReasons: { heavier: 'the hill' } }, ground)).toEqual([]);
    const confirmed = { ...ground, terms: { ...guantao, confirmed: true } };
    const refused = problems.map((each) => each.replace('Why postReasons[heavier]', ' standardAmount'));
    expect(read({ standardAmount, postReasons: { heavier: 'the hill' } }, confirmed)).toEqual(refused);
  });

  it('is alike for posts of a kind, or a reason of its own says why', () => {
    const like = [
      { post: post({ id: 'p2', name: 'west' }), standards: [pays({ amount: 50_001n })], seatChanges: [] },
    ];
    expect(read({}, { others: like })).toEqual(['post.unlikePay postReasons[unlikePay]']);
    expect(read({ standardAmount: '500.01' }, { others: like })).toEqual([]);
    expect(read({ postReasons: { heavier: 'other' } }, { others: like })).toEqual([
      'post.unlikePay postReasons[unlikePay]',
    ]);
    expect(read({ postReasons: { unlikePay: 'half the lanes' } }, { others: like })).toEqual([]);
  });

  it.each<[what: string, standardFrom: string, otherFrom: string, amount: bigint, problems: string[]]>([
    ['begins while it is paid', '2025-01', '2025-06', 50_001n, ['post.unlikePay postReasons[unlikePay]']],
    ['begins in its first month', '2025-01', '2025-01', 50_001n, ['post.unlikePay postReasons[unlikePay]']],
    ['begins with the one that follows', '2025-01', '2025-07', 50_001n, []],
    [
      'begins long after, nothing following',
      '2025-07',
      '2026-01',
      50_001n,
      ['post.unlikePay postReasons[unlikePay]'],
    ],
    ['pays alike', '2025-01', '2025-06', 50_000n, []],
  ])('is held against another post that %s', (_what, standardFrom, from, amount, problems) => {
    const of = { post: post({}), standards: [pays({ from: '2025-07' })], seatChanges: [] };
    const others = [{ post: post({ id: 'p2' }), standards: [pays({ from, amount })], seatChanges: [] }];
    expect(read({ standardFrom }, { of, others })).toEqual(problems);
  });

  it('is told to the document as a change and as the wage of its first month', () => {
    const standard = { from: '2025-07', every: 'month', amount: 49_000n } as const;
    const month = '2025-07';
    const wage = { wage: '490.00', month, appointed_from: month, appointed_to: month };
    expect(standardAsked(standard, [pays({})], TERMS)).toEqual([
      { subject: 'post_standard', month, facts: { old: '500.00', new: '490.00' } },
      { subject: 'post_month', month, facts: wage },
    ]);
    // 30 days at 490.00: what is broken of it only asks.
    expect(standardAsked({ ...standard, every: 'day' }, [], TERMS)).toEqual([
      { subject: 'post_month', month, facts: { ...wage, wage: '14700.00' }, onlyAsks: true },
    ]);
    expect(standardAsked(standard, [], TERMS)).toEqual([{ subject: 'post_month', month, facts: wage }]);
  });

  it('is told with what follows it, where it begins before: a fall may lie there', () => {
    const later = [pays({ from: '2025-07' }), pays({ standardNumber: 2, from: '2025-09', amount: 1n })];
    const changes = (from: string) =>
      standardAsked({ from, every: 'month', amount: 60_000n }, later, TERMS)
        .filter(({ subject }) => subject === 'post_standard')
        .map(({ month, facts }) => `${month} ${facts['old'] ?? ''} ${facts['new'] ?? ''}`);
    expect(changes('2025-01')).toEqual(['2025-07 600.00 500.00']);
    expect(changes('2025-08')).toEqual(['2025-08 500.00 600.00', '2025-09 600.00 0.01']);
    expect(changes('2025-10')).toEqual(['2025-10 0.01 600.00']);
  });

  // 30 days' pay stand for a month's: 20.00 a day is 600.00 a month.
  it.each<
    [every: 'month' | 'day', typed: string, other: PostStandard['every'], amount: bigint, found: string]
  >([
    ['day', '20.00', 'month', 60_000n, ''],
    ['day', '20.01', 'month', 60_000n, 'post.unlikePayByDays 600.30'],
    ['day', '80.00', 'month', 60_000n, 'post.unlikePayByDays 2400.00'],
    ['month', '600.00', 'day', 2_000n, ''],
    ['month', '599.99', 'day', 2_000n, 'post.unlikePayByDays 599.99'],
    ['day', '20.00', 'day', 2_000n, ''],
    ['day', '20.01', 'day', 2_000n, 'post.unlikePay 20.01'],
  ])('by the %s of %s beside one by the %s of %p fen', (paidEvery, standardAmount, every, amount, found) => {
    const others = [{ post: post({ id: 'p2' }), standards: [pays({ every, amount })], seatChanges: [] }];
    const ground = { of: { post: post({}), standards: [], seatChanges: [] }, others, terms: TERMS };
    const asked = (postReasons: StandardForm['postReasons']) =>
      readStandard(form({ paidEvery, standardAmount, postReasons }), ground).problems;
    expect(asked({}).map(({ code, value = '' }) => `${code} ${value}`)).toEqual(found === '' ? [] : [found]);
    expect(asked({ unlikePay: 'half days' })).toEqual([]);
  });

  it.each<
    [every: 'month' | 'day', amount: bigint, old: PostStandard, facts: Readonly<Record<string, string>>]
  >([
    ['day', 1n, pays({ amount: 59_000n }), { old: '590.00', new: '0.30' }],
    ['month', 1_000n, pays({ every: 'day', amount: 1n }), { old: '0.30', new: '10.00' }],
    ['day', 2_000n, pays({ amount: 60_000n }), { old: '600.00', new: '600.00' }],
  ])('by the %s of %p fen is a change of months', (every, amount, old, facts) => {
    const asked = standardAsked({ from: '2025-07', every, amount }, [old], TERMS);
    expect(asked.filter(({ subject }) => subject === 'post_standard').map((each) => each.facts)).toEqual([
      facts,
    ]);
  });

  it.each<[every: 'month' | 'day', amount: string, isAsked: boolean]>([
    ['month', '3000.00', false],
    ['month', '3000.01', true],
    ['month', '99999999.00', true],
    ['day', '100.00', false],
    ['day', '100.01', true],
  ])('by the %s of %s is asked about as a slip of the hand: %p', (paidEvery, standardAmount, isAsked) => {
    const asked = isAsked ? ['post.muchPay postReasons[muchPay]'] : [];
    expect(read({ paidEvery, standardAmount })).toEqual(asked);
    expect(read({ paidEvery, standardAmount, postReasons: { heavier: 'a hill' } })).toEqual(asked);
    expect(read({ paidEvery, standardAmount, postReasons: { muchPay: 'a doctor' } })).toEqual([]);
    expect(read({ paidEvery, standardAmount }, { terms: { ...TERMS, confirmed: true } })).toEqual(asked);
  });
});
