import type { HouseholdStatus } from '../../../src/domain/collectives/household-status';
import { householdsDue, readReviews, reviewsDue } from '../../../src/domain/collectives/status-reviews';
import { narrowestOf } from '../../../src/domain/shared/narrowest-region';

const status = (of: Partial<HouseholdStatus>): HouseholdStatus => ({
  ...{ householdId: 'one', statusNumber: 1, status: 'lifted_out', fromDay: '2023-02-28', end: undefined },
  ...of,
});
const ended = status({ householdId: 'two', end: { endedOn: '2024-12-31', why: 'ended' } });
const later = status({ householdId: 'three', fromDay: '2023-02-01' });
const review = (reviewedOn: string) => ({ householdId: 'one', statusNumber: 1, reviewedOn });

describe('when a standing is to be looked at again', () => {
  it.each<[months: number, reviews: string[], dueOn: string]>([
    [12, [], '2024-02-28'],
    [24, [], '2025-02-28'],
    [12, ['2024-02-29'], '2025-02-28'],
    [12, ['2025-03-01', '2024-03-01'], '2026-03-01'],
  ])('every %p months, looked at on %p: %s', (months, reviews, dueOn) => {
    expect(reviewsDue([status({})], reviews.map(review), months)[0]?.dueOn).toBe(dueOn);
  });

  it('nobody is asked about one that ended, and the earliest comes first', () => {
    const due = reviewsDue([status({}), ended, later], [review('2024-05-01')], 12);
    expect(due.map(({ status: { householdId }, dueOn }) => `${householdId} ${dueOn}`)).toEqual([
      'three 2024-02-01',
      'one 2025-05-01',
    ]);
  });

  it.each<[today: string, lived: string[], households: number]>([
    ['2024-02-27', ['one', 'three'], 1],
    ['2024-02-28', ['one', 'three'], 2],
    ['2024-02-28', ['one'], 1],
    ['2024-01-31', ['one', 'three'], 0],
  ])('by %p, of the households %p, %p are asked about: each once', (today, lived, households) => {
    const second = status({ statusNumber: 2, status: 'monitored' });
    const due = reviewsDue([status({}), second, ended, later], [], 12);
    expect(householdsDue(due, { lived: new Set(lived), today })).toBe(households);
  });

  it.each([
    ['341522001001', 24],
    ['341523001001', 12],
    ['341521001001', 6],
  ])('the narrowest region says how often: %s', (region, months) => {
    const terms = [
      { codes: [''], months: 12 },
      { codes: ['3415', '341522'], months: 24 },
      { codes: ['341521'], months: 6 },
      { codes: ['341523'], months: 12 },
    ];
    expect(narrowestOf(region, terms)?.months).toBe(months);
    expect(narrowestOf<(typeof terms)[number]>(region, [])).toBeUndefined();
  });
});

describe('reviews of a day', () => {
  const read = (reviewDay: string, reviewed: Record<string, string>, reviewPaper = 'minutes') =>
    readReviews({ reviewDay, reviewPaper, reviewed }, [status({}), ended, later], '2025-07-20');
  const codes = (...given: Parameters<typeof read>): string[] =>
    read(...given).problems.map(({ code, field }) => `${code} ${field}`);

  it('keep those that were ticked', () => {
    const { reviewed, problems } = read('2025-07-20', { 'one.1': 'yes', 'three.1': '' });
    expect(problems).toEqual([]);
    expect(reviewed.map(({ householdId }) => householdId)).toEqual(['one']);
  });

  it.each<[what: string, codes: string[], given: Parameters<typeof read>]>([
    ['tomorrow', ['person.dayAhead reviewDay'], ['2025-07-21', { 'one.1': 'yes' }]],
    ['no day', ['calendar.notADay reviewDay'], ['2025-7-1', { 'one.1': 'yes' }]],
    ['nobody', ['review.nobody reviewed'], ['2025-07-20', {}]],
    ['one that has ended', ['review.unknown reviewed'], ['2025-07-20', { 'two.1': 'yes' }]],
    ['the day before it began', ['review.beforeStatus reviewDay'], ['2023-02-27', { 'one.1': 'yes' }]],
    ['its first day', [], ['2023-02-28', { 'one.1': 'yes' }]],
    ['no paper', ['form.missing reviewPaper'], ['2025-07-20', { 'one.1': 'yes' }, ' ']],
  ])('%s', (_what, expected, given) => {
    expect(codes(...given)).toEqual(expected);
  });
});
