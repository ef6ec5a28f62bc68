import fc from 'fast-check';
import {
  standingOf,
  type YearPeriod,
  type YearRule,
  type YearStanding,
  type YearWhole,
} from '../../../src/domain/distribution/year-standing';
import { GROSS, period, rule, year } from './years';

const seen = ({ outcome, bound, short }: YearStanding) => ({ outcome, bound, short });

describe('a share that is asked of a year', () => {
  it.each<{ what: string; side: YearRule['side']; posts: bigint; isOver: boolean; is: object }>([
    {
      what: 'is under way below its floor',
      side: 'at_least',
      posts: 79n,
      isOver: false,
      is: { outcome: 'outside', bound: 80n, short: 1n },
    },
    {
      what: 'is under way at its floor',
      side: 'at_least',
      posts: 80n,
      isOver: false,
      is: { outcome: 'within', bound: 80n, short: 0n },
    },
    {
      what: 'is broken below its floor once the year is over',
      side: 'at_least',
      posts: 79n,
      isOver: true,
      is: { outcome: 'broken', bound: 80n, short: 1n },
    },
    {
      what: 'is kept at its floor',
      side: 'at_least',
      posts: 80n,
      isOver: true,
      is: { outcome: 'kept', bound: 80n, short: 0n },
    },
    {
      what: 'is broken above its cap at once',
      side: 'at_most',
      posts: 81n,
      isOver: false,
      is: { outcome: 'broken', bound: 80n, short: 1n },
    },
    {
      what: 'is within its cap',
      side: 'at_most',
      posts: 80n,
      isOver: false,
      is: { outcome: 'within', bound: 80n, short: 0n },
    },
    {
      what: 'is broken above its cap once the year is over',
      side: 'at_most',
      posts: 81n,
      isOver: true,
      is: { outcome: 'broken', bound: 80n, short: 1n },
    },
    {
      what: 'is kept at its cap',
      side: 'at_most',
      posts: 80n,
      isOver: true,
      is: { outcome: 'kept', bound: 80n, short: 0n },
    },
  ])('$what', ({ side, posts, isOver, is }) => {
    expect(seen(standingOf(rule(side, '80%', GROSS), year([period(100n, posts)], isOver)))).toEqual(is);
  });

  it.each<{ what: string; side: YearRule['side']; whole: bigint; posts: bigint; is: object }>([
    {
      what: 'a floor of 80.8 fen asks for 81',
      side: 'at_least',
      whole: 101n,
      posts: 80n,
      is: { outcome: 'broken', bound: 81n, short: 1n },
    },
    {
      what: 'and is kept by 81',
      side: 'at_least',
      whole: 101n,
      posts: 81n,
      is: { outcome: 'kept', bound: 81n, short: 0n },
    },
    {
      what: 'a cap of 80.8 fen allows 80',
      side: 'at_most',
      whole: 101n,
      posts: 80n,
      is: { outcome: 'kept', bound: 80n, short: 0n },
    },
    {
      what: 'and is broken by 81',
      side: 'at_most',
      whole: 101n,
      posts: 81n,
      is: { outcome: 'broken', bound: 80n, short: 1n },
    },
    {
      what: 'beyond 2^53 by a fen',
      side: 'at_least',
      whole: 10n ** 30n,
      posts: 8n * 10n ** 29n - 1n,
      is: { outcome: 'broken', bound: 8n * 10n ** 29n, short: 1n },
    },
  ])('is compared exactly: $what', ({ side, whole, posts, is }) => {
    expect(seen(standingOf(rule(side, '80%', GROSS), year([period(whole, posts)], true)))).toEqual(is);
  });

  it('covers all its uses over all periods, and no other', () => {
    const periods = [
      period(60n, 10n),
      { ...period(40n, 5n), used: { posts: 5n, labour: 9n, industry: 30n } },
    ];
    const standing = standingOf(rule('at_least', '24%', GROSS), year(periods, true));
    expect(standing.covered).toEqual([
      { id: 'posts', amount: 15n },
      { id: 'labour', amount: 9n },
    ]);
    expect(seen(standing)).toEqual({ outcome: 'kept', bound: 24n, short: 0n });
  });

  it.each<{ of: YearWhole; terms: [string, bigint][]; sum: bigint }>([
    { of: { of: 'everything_received' }, terms: [['received', 100n]], sum: 100n },
    {
      of: { of: 'after_deductions' },
      terms: [
        ['received', 100n],
        ['insurance', -1n],
        ['land_rent', -5n],
      ],
      sum: 94n,
    },
    {
      of: { of: 'after_named_deductions', costs: ['land_rent'] },
      terms: [
        ['received', 100n],
        ['land_rent', -5n],
      ],
      sum: 95n,
    },
    {
      of: { of: 'after_named_deductions', costs: ['tax'] },
      terms: [
        ['received', 100n],
        ['tax', 0n],
      ],
      sum: 100n,
    },
    { of: { of: 'collective_income' }, terms: [['collective_income', 300n]], sum: 300n },
    { of: { of: 'new_income' }, terms: [['new_income', 40n]], sum: 40n },
  ])('says what it is a share of, term by term: $of', ({ of, terms, sum }) => {
    const periods = [period(60n, 1n, { land_rent: 2n }), period(40n, 1n, { land_rent: 3n, insurance: 1n })];
    const entered = { collective_income: 300n, new_income: 40n };
    const standing = standingOf(rule('at_least', '1%', of), year(periods, false, entered));
    expect(standing.whole.map(({ id, amount }) => [id, amount])).toEqual(terms);
    expect(standing.wholeSum).toBe(sum);
  });

  it.each<{ what: string; asked: YearRule; periods: YearPeriod[]; missing: string[] }>([
    {
      what: 'the share',
      asked: rule('at_least', undefined, GROSS),
      periods: [period(9n, 9n)],
      missing: ['posts.floor'],
    },
    {
      what: 'a cost',
      asked: rule('at_least', '60%', { of: 'after_deductions' }),
      periods: [period(9n, 9n, { land_rent: undefined, o_and_m: 1n })],
      missing: ['land_rent'],
    },
    {
      what: 'a sum nobody entered',
      asked: rule('at_least', '60%', { of: 'collective_income' }),
      periods: [],
      missing: ['collective_income'],
    },
  ])('is undecided without $what, even when the year is over', ({ asked, periods, missing }) => {
    expect(standingOf(asked, year(periods, true))).toMatchObject({
      outcome: 'undecided',
      missing,
      bound: undefined,
    });
  });

  it.each([
    ['nothing', [period(0n, 0n)]],
    ['a loss', [period(5n, 0n, { land_rent: 6n })]],
    ['no period', []],
  ])('is neither kept nor broken of %s', (_, periods) => {
    expect(standingOf(rule('at_least', '80%', { of: 'after_deductions' }), year(periods, true)).outcome).toBe(
      'nothing',
    );
  });

  it('stands the same in whatever order its periods come, and however they are cut', () => {
    const anyPeriod = fc.record({
      received: fc.bigInt({ min: 0n, max: 10n ** 12n }),
      posts: fc.bigInt({ min: 0n, max: 10n ** 12n }),
    });
    fc.assert(
      fc.property(fc.array(anyPeriod, { minLength: 1, maxLength: 12 }), (drawn) => {
        const periods = drawn.map(({ received, posts }) => period(received, posts));
        const asked = rule('at_least', '80%', GROSS);
        const whole = period(
          drawn.reduce((sum, each) => sum + each.received, 0n),
          drawn.reduce((sum, each) => sum + each.posts, 0n),
        );
        const standing = standingOf(asked, year(periods, true));
        expect(standingOf(asked, year([...periods].reverse(), true))).toEqual(standing);
        expect(seen(standingOf(asked, year([whole], true)))).toEqual(seen(standing));
      }),
      { seed: 20_250_711 },
    );
  });
});
