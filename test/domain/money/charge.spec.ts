import fc from 'fast-check';
import {
  charge,
  chargeInRange,
  chargeOn,
  compareQuantities,
  difference,
  product,
  readQuantity,
} from '../../../src/domain/money/charge';
import { BrokenInvariant } from '../../../src/domain/shared/invariant';

describe('a charge', () => {
  it.each<[string[], bigint]>([
    [['49236', '0.3844'], 1_892_632n],
    [['1', '0.005'], 1n],
    [['1', '0.0049999999'], 0n],
    [['1', '0.015'], 2n],
    [['1', '0.025'], 3n],
    [['-1', '0.005'], -1n],
    [['-1', '0.025'], -3n],
    [['1.5', '800', '1'], 120_000n],
    [['300000', '0.02', '0.5'], 300_000n],
    [['999999999999.99999999', '0.00000001'], 1_000_000n],
  ])('of %j is rounded once, halves away from zero', (factors, fen) => {
    expect(charge(...factors)).toBe(fen);
  });

  it.each<[bigint, string, bigint]>([
    [8_546_614n, '0.029', 247_852n],
    [100n, '0.005', 1n],
    [-100n, '0.005', -1n],
    [0n, '0.029', 0n],
  ])('of a rate on %s fen × %s is %s fen', (base, rate, fen) => {
    expect(chargeOn(base, rate)).toBe(fen);
  });

  it('mirrors itself when the quantity changes its sign, so that a reversal cancels', () => {
    const decimal = fc
      .tuple(fc.integer({ min: 0, max: 10 ** 9 }), fc.integer({ min: 0, max: 99_999_999 }))
      .map(([whole, decimals]) => `${String(whole)}.${String(decimals).padStart(8, '0')}`);
    fc.assert(
      fc.property(decimal, fc.constantFrom('0.3844', '0.42', '1', '0.00000005'), (quantity, price) => {
        expect(charge(`-${quantity}`, price)).toBe(-charge(quantity, price));
      }),
    );
  });

  it('is refused beyond the range of a money column', () => {
    expect(() => charge('999999999999', '999')).toThrow(BrokenInvariant);
    expect(chargeInRange('999999999999', '999')).toBeUndefined();
    expect(chargeInRange('90071992547409.914', '1')).toBe(9_007_199_254_740_991n);
    expect(chargeInRange('90071992547409.915', '1')).toBeUndefined();
  });
});

describe('a quantity', () => {
  it.each([
    ['0', '0'],
    ['1842.3150', '1842.3150'],
    ['1,842.3150', '1842.3150'],
    ['1\uff0c842.3150', '1842.3150'],
    [' 0.3844 ', '0.3844'],
    ['\uff10\uff0e\uff13\uff18\uff14\uff14', '0.3844'],
    ['123,456,789,012', '123456789012'],
  ])('is read from %j with its own decimals', (text, plain) => {
    expect(readQuantity(text)).toBe(plain);
  });

  it.each([
    ['nothing typed', ''],
    ['a sign', '-1'],
    ['a comma taken for a point', '0,3844'],
    ['a comma out of place', '1234,567'],
    ['a comma among decimals', '0.123,456'],
    ['thirteen digits', '1234567890123'],
    ['thirteen digits with commas', '1,234,567,890,123'],
    ['nine decimals', '0.123456789'],
    ['a point without decimals', '1.'],
    ['an exponent', '1e3'],
    ['a unit', '12 kWh'],
  ])('is not read from %s', (_, text) => {
    expect(readQuantity(text)).toBeUndefined();
  });

  it('is multiplied, subtracted and compared exactly', () => {
    expect(product('0.1', '3')).toBe('0.3');
    expect(product('1230.9', '40')).toBe('49236');
    expect(difference('0.3', '0.1')).toBe('0.2');
    expect(difference('100', '100.00000001')).toBe('-0.00000001');
    expect(compareQuantities('1.10', '1.1')).toBe(0);
    expect(compareQuantities('9', '10')).toBeLessThan(0);
    expect(compareQuantities('10', '9.99999999')).toBeGreaterThan(0);
  });
});
