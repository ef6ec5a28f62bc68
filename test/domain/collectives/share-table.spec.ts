import fc from 'fast-check';
import {
  rowsOfOwner,
  type ShareRow,
  shareTableProblems,
  shareWeights,
  tableInForce,
} from '../../../src/domain/collectives/share-table';
import { compareRatios, ratio, readRatio } from '../../../src/domain/money/ratio';

const rows = (shares: Record<string, string>): ShareRow[] =>
  Object.entries(shares).map(([key, share]) => ({ key, label: key, share, owner: key }));

describe('a share table', () => {
  it.each<{ rule: string; shares: Record<string, string> }>([
    { rule: 'is one owner alone', shares: { a: '100%' } },
    {
      rule: 'adds up to exactly 100 % over different decimals',
      shares: { a: '6.25%', b: '6.25%', c: '87.5%' },
    },
    { rule: 'is sixty-four equal parts', shares: Object.fromEntries(sixtyFour()) },
    { rule: 'may name an owner with nothing', shares: { a: '100%', b: '0%' } },
  ])('$rule', ({ shares }) => {
    expect(shareTableProblems(rows(shares))).toEqual([]);
  });

  it.each<{ rule: string; given: ShareRow[]; problems: unknown[] }>([
    {
      rule: 'is refused without a row',
      given: [],
      problems: [{ code: 'shares.notWhole', field: 'shares', facts: { total: '0.0000%' } }],
    },
    {
      rule: 'is refused below 100 %, by how much it is',
      given: rows({ a: '6.25%', b: '93.7499%' }),
      problems: [{ code: 'shares.notWhole', field: 'shares', facts: { total: '99.9999%' } }],
    },
    {
      rule: 'is refused above 100 %',
      given: rows({ a: '50%', b: '50.0001%' }),
      problems: [{ code: 'shares.notWhole', field: 'shares', facts: { total: '100.0001%' } }],
    },
    {
      rule: 'names a row above the whole beside one that is none',
      given: rows({ a: '150%', b: '-50%' }),
      problems: [
        { code: 'shares.aboveWhole', field: 'shares.0.share', value: '150%' },
        { code: 'shares.notAPercentage', field: 'shares.1.share', value: '-50%' },
      ],
    },
    {
      rule: 'has no row a hair above the whole',
      given: rows({ a: '100.0001%', b: '0%' }),
      problems: [{ code: 'shares.aboveWhole', field: 'shares.0.share', value: '100.0001%' }],
    },
    {
      rule: 'names every row that is wrong before it adds them up',
      given: [...rows({ '': '50', b: '-1%', c: '1,5%' }), ...rows({ b: '10%' })],
      problems: [
        { code: 'shares.keyTwice', field: 'shares.0.key', value: '' },
        { code: 'form.missing', field: 'shares.0.owner' },
        { code: 'shares.notAPercentage', field: 'shares.0.share', value: '50' },
        { code: 'shares.notAPercentage', field: 'shares.1.share', value: '-1%' },
        { code: 'shares.notAPercentage', field: 'shares.2.share', value: '1,5%' },
        { code: 'shares.keyTwice', field: 'shares.3.key', value: 'b' },
      ],
    },
  ])('$rule', ({ given, problems }) => {
    expect(shareTableProblems(given)).toEqual(problems);
  });

  it('keeps every share exactly as a weight', () => {
    const anyShare = fc.tuple(fc.integer({ min: 0, max: 100 }), fc.integer({ min: 0, max: 999_999 }));
    fc.assert(
      fc.property(fc.array(anyShare, { minLength: 1, maxLength: 20 }), (shares) => {
        const table = shares.map(([whole, part], index) => {
          const share = part === 0 ? `${String(whole)}%` : `${String(whole)}.${String(part)}%`;
          return { key: String(index), label: '', share, owner: '' };
        });
        const weights = shareWeights(table);
        for (const [index, row] of table.entries()) {
          for (const [place, other] of table.entries()) {
            const [left, right] = [readRatio(row.share), readRatio(other.share)];
            const crossed = ratio(left.numerator * right.denominator, left.denominator);
            const weight = weights[index]?.weight ?? -1n;
            const otherWeight = weights[place]?.weight ?? -1n;
            // weight / otherWeight = left / right, without ever dividing
            const product = ratio(weight * right.numerator, 1n);
            expect(compareRatios(product, ratio(otherWeight * crossed.numerator, crossed.denominator))).toBe(
              0,
            );
          }
        }
      }),
      { numRuns: 30 },
    );
  });

  it('gives a village that took in another the rows of both', () => {
    const merged = rows({ a: '10%', b: '20%', c: '70%' }).map((row) =>
      row.key === 'b' ? { ...row, owner: 'a' } : row,
    );
    expect(rowsOfOwner(merged, 'a').map((row) => row.key)).toEqual(['a', 'b']);
    expect(rowsOfOwner(merged, 'b').map((row) => row.key)).toEqual(['a', 'b']);
    expect(rowsOfOwner(merged, 'c').map((row) => row.key)).toEqual(['c']);
  });
});

describe('the table in force', () => {
  const tables = [
    { validFrom: '2024-12-01', rows: rows({ a: '100%' }) },
    { validFrom: '2017-07-01', rows: rows({ b: '100%' }) },
  ];
  it.each<{ day: string; from: string | undefined }>([
    { day: '2017-06-30', from: undefined },
    { day: '2017-07-01', from: '2017-07-01' },
    { day: '2024-11-30', from: '2017-07-01' },
    { day: '2024-12-01', from: '2024-12-01' },
    { day: '2030-01-01', from: '2024-12-01' },
  ])('on $day is the one from $from, whatever their order', ({ day, from }) => {
    expect(tableInForce(tables, day)?.validFrom).toBe(from);
    expect(tableInForce([...tables].reverse(), day)?.validFrom).toBe(from);
  });
});

function sixtyFour(): [string, string][] {
  return Array.from({ length: 64 }, (_, index) => [String(index), '1.5625%']);
}
