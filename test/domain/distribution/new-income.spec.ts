import {
  type EarnedLine,
  earnedSums,
  keepNewIncome,
  mostNewIncome,
  newIncomeProblems,
  readNewIncome,
} from '../../../src/domain/distribution/new-income';

const line = (amount: bigint, wish: Partial<EarnedLine> = {}): EarnedLine => {
  return { pool: 'other', amount, assetKind: undefined, saidKind: undefined, ...wish };
};
const rest = (amount: bigint) => ({ pv: 0n, fixedAsset: 0n, rest: amount });

describe('new income, out of which a document lets officers be rewarded', () => {
  it.each<{ rule: string; lines: EarnedLine[]; sums: object }>([
    { rule: 'nothing earned', lines: [], sums: rest(0n) },
    {
      rule: 'PV money, whatever it was called',
      lines: [line(5n, { pool: 'pv', saidKind: 'tax_share' })],
      sums: { pv: 5n, fixedAsset: 0n, rest: 0n },
    },
    {
      rule: 'a station kept among other money',
      lines: [line(5n, { assetKind: 'pvStation' })],
      sums: { pv: 5n, fixedAsset: 0n, rest: 0n },
    },
    {
      rule: 'a workshop',
      lines: [line(5n, { assetKind: 'workshop' })],
      sums: { pv: 0n, fixedAsset: 5n, rest: 0n },
    },
    {
      rule: 'land and a stake are no fixed assets',
      lines: [line(5n, { assetKind: 'land' }), line(7n, { assetKind: 'equity' })],
      sums: rest(12n),
    },
    {
      rule: 'what was said goes before what the asset is',
      lines: [
        line(5n, { assetKind: 'land', saidKind: 'fixed_asset' }),
        line(7n, { assetKind: 'workshop', saidKind: 'none_of_these' }),
      ],
      sums: { pv: 0n, fixedAsset: 5n, rest: 7n },
    },
    { rule: 'what was taken back counts nothing', lines: [line(5n), line(-5n)], sums: rest(0n) },
  ])('is told apart: $rule', ({ lines, sums }) => {
    expect(earnedSums(lines)).toEqual(sums);
  });

  it.each<{ rule: string; last: bigint | undefined; most: bigint }>([
    { rule: 'this year less last year (30,000 and 100,000)', last: 3_000_000n, most: 7_000_000n },
    { rule: 'as much as last year', last: 10_000_000n, most: 0n },
    { rule: 'less than last year', last: 10_000_001n, most: 0n },
    { rule: 'last year below zero', last: -1n, most: 10_000_001n },
    { rule: 'nothing on the books of last year', last: undefined, most: 10_000_000n },
  ])('is at most: $rule', ({ last, most }) => {
    const books = { thisYear: rest(10_000_000n), lastYear: last === undefined ? undefined : rest(last) };
    expect(mostNewIncome(books)).toBe(most);
    expect(newIncomeProblems(most, books)).toEqual([]);
    expect(newIncomeProblems(most + 1n, books)).toEqual([
      { code: 'plan.newIncomeAboveBooks', field: 'decisions.new_income', facts: { most, excess: 1n } },
    ]);
    expect(readNewIncome(keepNewIncome(books))).toEqual(books);
  });

  it.each([
    { rule: 'nothing typed', typed: undefined, books: { thisYear: rest(1n), lastYear: undefined } },
    { rule: 'books that begin within the year', typed: 5n, books: undefined },
  ])('is not judged: $rule', ({ typed, books }) => {
    expect(newIncomeProblems(typed, books)).toEqual([]);
  });
});
