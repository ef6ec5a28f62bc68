import {
  compareRatios,
  fractionText,
  greatestDivisor,
  ratio,
  readRatio,
  shareText,
  sumRatios,
} from '../../../src/domain/money/ratio';
import { DomainError } from '../../../src/domain/shared/domain-error';

describe('a ratio', () => {
  it.each([
    ['0.6', 3n, 5n],
    ['60%', 3n, 5n],
    ['6.25%', 1n, 16n],
    ['1.5625%', 1n, 64n],
    ['1', 1n, 1n],
    ['-0.5', -1n, 2n],
    ['0', 0n, 1n],
  ])('is read exactly from %s', (text, numerator, denominator) => {
    expect(compareRatios(readRatio(text), ratio(numerator, denominator))).toBe(0);
  });

  it.each(['', '%', '.5', '1.', '1/3', '1e-2', '\uff160%', '0,6', '60 percent'])(
    'is not read from %j',
    (text) => {
      expect(() => readRatio(text)).toThrow(new DomainError('money.notARatio'));
    },
  );

  it.each([
    ['a third is below 0.3334', 1n, 3n, '0.3334', -1],
    ['a third is above 0.3333', 1n, 3n, '0.3333', 1],
    ['two thirds are not 66.67 %', 2n, 3n, '66.67%', -1],
    ['6 of 10 are 60 %', 6n, 10n, '60%', 0],
  ])('is compared before anything is rounded: %s', (_, numerator, denominator, bound, sign) => {
    expect(compareRatios(ratio(numerator, denominator), readRatio(bound))).toBe(sign);
  });

  it('adds up to one from 64 equal shares of 1.5625 %, not from 63', () => {
    const share = readRatio('1.5625%');
    expect(compareRatios(sumRatios(Array.from({ length: 64 }, () => share)), ratio(1n, 1n))).toBe(0);
    expect(compareRatios(sumRatios(Array.from({ length: 63 }, () => share)), ratio(1n, 1n))).toBe(-1);
  });
});

describe('a fraction in print', () => {
  it.each<[bigint, bigint, string]>([
    [0n, 7n, '0'],
    [2n, 6n, '1/3'],
    [-2n, 6n, '-1/3'],
    [6n, 3n, '2'],
    [7n, 3n, '7/3'],
    [10n ** 40n, 3n * 10n ** 40n, '1/3'],
  ])('stands in lowest terms: %s of %s is %s', (numerator, denominator, text) => {
    expect(fractionText(ratio(numerator, denominator))).toBe(text);
  });

  it.each<[string | [bigint, bigint], string]>([
    ['45%', '45%'],
    ['0.029', '2.9%'],
    ['1', '100%'],
    [[1n, 64n], '1/64'],
    [[2n, 20n], '1/10'],
  ])('is a share as it was written: %s is %s', (share, text) => {
    expect(shareText(typeof share === 'string' ? readRatio(share) : ratio(...share))).toBe(text);
  });

  it.each<[bigint, bigint, bigint]>([
    [12n, 18n, 6n],
    [0n, 5n, 5n],
    [5n, 0n, 5n],
    [7n, 9n, 1n],
  ])('is cut by what divides both: %s and %s by %s', (a, b, divisor) => {
    expect(greatestDivisor(a, b)).toBe(divisor);
  });
});
