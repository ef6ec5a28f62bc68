import { assetSale, type LeftAsset } from '../../../src/domain/income/asset-sale';
import { taxOfPeriod } from '../../../src/domain/income/tax-period';
import { vatRuleOn } from '../../../src/domain/income/vat';
import { sumFen } from '../../../src/domain/money/fen';
import { seedRegisters } from '../../support/seed-registers';

const TABLE = seedRegisters().vat.table();
const left = (wish: Partial<LeftAsset>): LeftAsset => ({
  ...{ assetId: 'a1', kind: 'machinery', way: 'sale', on: '2025-03-14', amount: 10_100n },
  ...{ basis: undefined, stated: undefined },
  ...wish,
});
const saleOf = (wish: Partial<LeftAsset>) => assetSale(left(wish), TABLE.assetSales);

describe('what an asset is sold for', () => {
  it.each<[what: string, wish: Partial<LeftAsset>, isSale: boolean]>([
    ['a sale', {}, true],
    ['an auction', { way: 'auction' }, true],
    ['scrap that brought something', { way: 'scrap' }, true],
    ['scrap that brought nothing', { way: 'scrap', amount: 0n }, false],
    ['money for damage', { way: 'damage' }, false],
    ['money for damage whose paper charges tax', { way: 'damage', stated: 100n }, true],
    ['what was put into a firm', { way: 'contribution' }, false],
    ['what was put into a firm with an invoice', { way: 'contribution', stated: 100n }, true],
    ['a stake', { kind: 'equity' }, false],
    ['a stake whose paper charges tax', { kind: 'equity', stated: 100n }, true],
  ])('%s', (_what, wish, isSale) => {
    expect(saleOf(wish) !== undefined).toBe(isSale);
  });

  it('stands where its money is, a building apart, and what lives with the operating income', () => {
    const place = { pool: 'earmarked', assetId: 'a1', on: '2025-03-14', amount: 10_100n };
    expect(saleOf({})).toMatchObject({ ...place, isImmovable: false });
    expect(saleOf({})?.stream).toBeUndefined();
    expect(saleOf({ kind: 'workshop' })).toMatchObject({ ...place, isImmovable: true });
    expect(saleOf({ kind: 'biological' })).toMatchObject({ ...place, stream: 'other', month: '2025-03' });
  });
});

describe('what assets were sold for and the threshold', () => {
  /** Rents of a quarter, 300,000.00 with their tax, and what was sold beside them. */
  const rents = {
    pool: 'other',
    assetId: 's1',
    stream: 'rent',
    month: '2025-02',
    stated: undefined,
  } as const;
  const RENT = { ...rents, amount: 30_000_000n, basis: undefined };
  const told = (on: string, amount: bigint, kind: LeftAsset['kind']) => {
    const rule = vatRuleOn(TABLE, on, 'quarter');
    const sold = saleOf({ on, amount, kind });
    if (rule === undefined || sold === undefined) throw new Error('the table knows the day');
    const { sales, immovables, isTaxed, isOnlyImmovables, parts } = taxOfPeriod([RENT, sold], rule);
    return [sales, immovables, isTaxed, isOnlyImmovables, sumFen(parts.map(({ amount: tax }) => tax))];
  };

  it('counts a machine with all others: above the threshold the whole is taxed', () => {
    // 297,029.70 + 10,198.02 = 307,227.72 without tax; the tax is 2,970.30 + 101.98.
    expect(told('2025-03-14', 1_030_000n, 'machinery')).toEqual([30_722_772n, 0n, true, false, 307_228n]);
    // 297,029.70 + 2,970.30 = 300,000.00: the threshold, reached and not passed; one fen more is.
    expect(told('2025-03-14', 300_000n, 'machinery')).toEqual([30_000_000n, 0n, false, false, 0n]);
    expect(told('2025-03-14', 300_001n, 'machinery')).toEqual([30_000_001n, 0n, true, false, 300_000n]);
  });

  it('leaves a building out for the others: it alone is taxed, at its own rate', () => {
    // 10,500.00 at 5 % hold 500.00.
    expect(told('2025-03-14', 1_050_000n, 'workshop')).toEqual([
      30_702_970n,
      1_000_000n,
      true,
      true,
      50_000n,
    ]);
    // 297,029.70 + 2,970.30 = 300,000.00: at the threshold nothing is owed of it either.
    expect(told('2025-03-14', 311_881n, 'workshop')).toEqual([30_000_000n, 297_030n, false, false, 0n]);
    // From 2026 on it is 3 % by the table: 10,300.00 hold 300.00.
    expect(told('2026-03-14', 1_030_000n, 'workshop')).toEqual([
      30_702_970n,
      1_000_000n,
      true,
      true,
      30_000n,
    ]);
  });

  it('before the notice of 2019 a building took the others with it', () => {
    const [, , isTaxed, isOnlyImmovables] = told('2018-03-14', 1_050_000n, 'workshop');
    expect([isTaxed, isOnlyImmovables]).toEqual([true, false]);
  });
});
