import fc from 'fast-check';
import { DomainError } from '../../../src/domain/shared/domain-error';
import {
  isBeyondRange,
  MAX_FEN,
  plainYuan,
  readYuan,
  requireYuan,
  sumFen,
  yuanText,
} from '../../../src/domain/money/fen';

const anyFen = fc.bigInt({ min: -MAX_FEN, max: MAX_FEN });

describe('an amount in yuan', () => {
  it.each([
    ['0', 0n],
    ['0.00', 0n],
    ['-0', 0n],
    ['0.05', 5n],
    ['1260', 126_000n],
    ['1260.5', 126_050n],
    ['1,260.50', 126_050n],
    ['1\uff0c260.50', 126_050n],
    ['  81,220.28 ', 8_122_028n],
    ['+3.20', 320n],
    ['-3.20', -320n],
    ['−3.20', -320n],
    ['\uff11\uff0c\uff12\uff16\uff10\uff0e\uff15\uff10', 126_050n],
    ['\u3000\uff0d\uff13.20\u3000', -320n],
    ['¥1,260.50', 126_050n],
    ['\uffe5 1260', 126_000n],
    ['-¥3.20', -320n],
    ['\uffe5-3.20', -320n],
    ['1,260.50元', 126_050n],
    ['\uff11\uff12 \u5143', 1200n],
    ['\uffe50.05元', 5n],
    ['¥90071992547409.91元', MAX_FEN],
    ['90071992547409.91', MAX_FEN],
    ['-90071992547409.91', -MAX_FEN],
  ])('is read from %j', (text, fen) => {
    expect(readYuan(text)).toBe(fen);
  });

  it.each([
    ['nothing typed', ''],
    ['a third decimal', '1.005'],
    ['a point without decimals', '1.'],
    ['decimals without yuan', '.50'],
    ['a comma in the wrong place', '1,2345'],
    ['a comma taken for a point', '12,50'],
    ['two commas together', '1,,234'],
    ['two signs', '--1'],
    ['a sign at the end', '1-'],
    ['brackets for a negative', '(1.00)'],
    ['an exponent', '1e3'],
    ['hexadecimal', '0x10'],
    ['a space inside', '1 260'],
    ['the sign of yuan alone', '¥'],
    ['its word alone', '元'],
    ['two signs of yuan', '¥\uffe51260'],
    ['its sign behind', '1260¥'],
    ['its word before', '元1260'],
    ['its word twice', '1260元元'],
    ['a sign on either side of it', '-¥-3'],
    ['another currency', '$1260'],
    ['ten thousands', '3万元'],
    ['yuan and jiao', '3元5角'],
    ['a third decimal with its sign', '¥1.005'],
    ['one fen above the largest with its word', '90071992547409.92元'],
    ['words', 'NaN'],
    ['infinity', 'Infinity'],
    ['a unit', '1260 yuan'],
    ['a raised digit', '1²'],
    ['a digit in a ring', '①'],
    ['one fen above the largest', '90071992547409.92'],
    ['far above the largest', '9'.repeat(400)],
  ])('is not read from %s', (_, text) => {
    expect(readYuan(text)).toBeUndefined();
    expect(() => requireYuan(text)).toThrow(new DomainError('money.notAnAmount'));
  });

  it.each([
    ['90071992547409.91', false],
    ['90071992547409.92', true],
    ['-90071992547409.92', true],
    ['999,999,999,999,999', true],
    ['9'.repeat(400), true],
    ['¥90071992547409.92', true],
    ['90071992547409.92元', true],
    ['9万元', false],
    ['9,9', false],
    ['x', false],
    ['', false],
  ])('%j is beyond the range: %s', (text, beyond) => {
    expect(isBeyondRange(text)).toBe(beyond);
  });

  it.each([
    [0n, '0.00', '0.00'],
    [5n, '0.05', '0.05'],
    [-5n, '-0.05', '−0.05'],
    [126_000n, '1260.00', '1,260.00'],
    [-126_000n, '-1260.00', '−1,260.00'],
    [99_999n, '999.99', '999.99'],
    [100_000_000n, '1000000.00', '1,000,000.00'],
  ])('of %s fen is printed plainly and grouped', (fen, plain, grouped) => {
    expect(plainYuan(fen)).toBe(plain);
    expect(yuanText(fen)).toBe(grouped);
  });

  it('comes back to the fen from either print', () => {
    fc.assert(
      fc.property(anyFen, (fen) => {
        expect(readYuan(plainYuan(fen))).toBe(fen);
        expect(readYuan(yuanText(fen))).toBe(fen);
      }),
    );
  });

  it('sums to nothing where there is none, in any order where there are some', () => {
    expect(sumFen([])).toBe(0n);
    fc.assert(
      fc.property(fc.array(anyFen), (amounts) => {
        expect(sumFen(amounts)).toBe(sumFen([...amounts].reverse()));
      }),
    );
  });
});
