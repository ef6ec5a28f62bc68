import {
  standingOf,
  type Year,
  type YearRule,
  yearReason,
} from '../../../src/domain/distribution/year-standing';
import { sentenceFor } from '../../../src/glossary/sentences';
import { GROSS, period, rule, year } from './years';

describe('what is said of a year', () => {
  const said = (asked: YearRule, of: Year): string => {
    const { code, facts } = yearReason(standingOf(asked, of));
    return sentenceFor(code, facts);
  };
  const floor = rule('at_least', '80%', GROSS);
  const cap = rule('at_most', '20%', { of: 'after_deductions' });

  it.each<[string, YearRule, Year, string]>([
    [
      'early and below its floor',
      floor,
      year([period(100_000n, 29_999n)], false),
      '2020 年到现在，岗位、劳务用了 299.99 元，占全部到账 1,000.00 元的 29.99%。' +
        '全年要不低于 80%，照现在的数是 800.00 元，还差 500.01 元；年底才算，现在不算不合规定。',
    ],
    [
      'early and there',
      floor,
      year([period(100_000n, 80_000n)], false),
      '2020 年到现在，岗位、劳务用了 800.00 元，占全部到账 1,000.00 元的 80.00%，已经够全年要的 80%（800.00 元）；年底才算数。',
    ],
    [
      'over and kept',
      floor,
      year([period(100_000n, 91_800n)], true),
      '2020 年全年，岗位、劳务用了 918.00 元，占全部到账 1,000.00 元的 91.80%，不低于 80%（800.00 元）。',
    ],
    [
      'over and missed by a fen, which never reads as 80.00%',
      floor,
      year([period(10_000_000n, 7_999_999n)], true),
      '2020 年全年，岗位、劳务用了 79,999.99 元，占全部到账 100,000.00 元的 79.99%，低于 80%（80,000.00 元），差 0.01 元。',
    ],
    [
      'over a cap by a fen, which never reads as 20.00%',
      cap,
      year([period(10_000_001n, 2_000_001n, { land_rent: 1n })], true),
      '2020 年，岗位、劳务用了 20,000.01 元，占扣除费用后 100,000.00 元的 20.01%，超过 20%（20,000.00 元），多了 0.01 元。',
    ],
    ['of nothing', floor, year([], true), '2020 年全部到账没有钱，不算比例。'],
    [
      'undecided',
      rule('at_least', undefined, GROSS),
      year([], true),
      '2020 年的比例还定不了，缺 posts.floor。',
    ],
  ])('%s', (_, asked, of, sentence) => {
    expect(said(asked, of)).toBe(sentence);
  });

  it.each<[boolean, bigint, string]>([
    [false, 20n, 'split.yearCapWithin'],
    [false, 21n, 'split.yearCapBroken'],
    [true, 20n, 'split.yearCapKept'],
    [true, 21n, 'split.yearCapBroken'],
  ])('under a cap, year over: %s, used %s of 100', (isOver, posts, code) => {
    expect(yearReason(standingOf(cap, year([period(100n, posts)], isOver))).code).toBe(code);
  });
});
