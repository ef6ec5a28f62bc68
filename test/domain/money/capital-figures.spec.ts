import fc from 'fast-check';
import {
  capitalFigures,
  spokenDigits,
  spokenNumber,
  spokenYuan,
} from '../../../src/domain/money/capital-figures';
import { MAX_FEN, requireYuan } from '../../../src/domain/money/fen';

describe('capital figures', () => {
  it.each([
    ['0.00', '零元整'],
    ['0.05', '伍分'],
    ['0.50', '伍角整'],
    ['0.55', '伍角伍分'],
    ['1.00', '壹元整'],
    ['1.05', '壹元零伍分'],
    ['10.00', '壹拾元整'],
    ['20.50', '贰拾元伍角整'],
    ['101.00', '壹佰零壹元整'],
    ['1,001.00', '壹仟零壹元整'],
    ['1,010.10', '壹仟零壹拾元壹角整'],
    ['8,007.27', '捌仟零柒元贰角柒分'],
    ['10,000.00', '壹万元整'],
    ['10,001.00', '壹万零壹元整'],
    ['78,712.00', '柒万捌仟柒佰壹拾贰元整'],
    ['81,220.28', '捌万壹仟贰佰贰拾元贰角捌分'],
    ['100,005.05', '壹拾万零伍元零伍分'],
    ['10,010,000.00', '壹仟零壹万元整'],
    ['10,000,000.00', '壹仟万元整'],
    ['100,000,000.00', '壹亿元整'],
    ['100,000,001.00', '壹亿零壹元整'],
    ['1,000,000,000,000.00', '壹万亿元整'],
    ['1,234,500,000,000.00', '壹万贰仟叁佰肆拾伍亿元整'],
    ['90,071,992,547,409.91', '玖拾万零柒佰壹拾玖亿玖仟贰佰伍拾肆万柒仟肆佰零玖元玖角壹分'],
    ['-3.20', '负叁元贰角整'],
  ])('write %s as %s', (yuan, figures) => {
    expect(capitalFigures(requireYuan(yuan))).toBe(figures);
  });

  it.each([
    ['0.00', '零元'],
    ['0.05', '五分'],
    ['0.50', '五角'],
    ['1.05', '一元零五分'],
    ['12.00', '十二元'],
    ['110.00', '一百一十元'],
    ['8007.27', '八千零七元二角七分'],
    ['37344.43', '三万七千三百四十四元四角三分'],
    ['120000.00', '十二万元'],
    ['-12.50', '十二元五角'],
  ])('%s is read out as %s', (yuan, words) => {
    expect(spokenYuan(requireYuan(yuan))).toBe(words);
  });

  it('are read digit by digit where they are a year or a telephone', () => {
    expect([spokenDigits('2025'), spokenDigits('0558-555 0107')]).toEqual([
      '二零二五',
      '零五五八，五五五，零一零七',
    ]);
    expect([spokenNumber(7n), spokenNumber(17n), spokenNumber(31n)]).toEqual(['七', '十七', '三十一']);
  });

  it('are different for different amounts', () => {
    const anyFen = fc.bigInt({ min: -MAX_FEN, max: MAX_FEN });
    fc.assert(
      fc.property(anyFen, anyFen, (left, right) => {
        expect(capitalFigures(left) === capitalFigures(right)).toBe(left === right);
      }),
    );
  });

  it('never say zero twice in a row, nor before a sign of a group', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 1n, max: MAX_FEN }), (fen) => {
        expect(capitalFigures(fen)).not.toMatch(/零零|零[万亿元整]/);
      }),
    );
  });
});
