import { findUnprintable, notoFontFiles } from '../../src/platform/pdf/font-files';
import { boxedCode, unprintableProblems } from '../../src/platform/pdf/printable';

describe('what the fonts of a sheet can show', () => {
  test.each<[string, string, string | undefined]>([
    ['names, amounts and marks are printed', '杨树湾村\u3000①1,260.00元“好”', undefined],
    ['pasted tabs, line ends and thin spaces are blanks', 'a\tb\r\nc\u2009d\ufeff', undefined],
    ['a rare character is named', '村民\u{20bb7}某', '\u{20bb7}'],
    ['a picture is named', '丰收\u{1f33e}', '\u{1f33e}'],
    ['a mark nobody sees is named by its number', '村\u202e', 'U+202E'],
    ['the first is named', '\u{1f33e}\u{20bb7}', '\u{1f33e}'],
  ])('%s', (_, text, character) => {
    expect(findUnprintable(['', text], notoFontFiles())).toBe(character);
  });
});

describe('what no font has', () => {
  test('is told at the field in which it was typed', () => {
    const typed = { summary: '付\u{20bb7}某工资', name: '王小明' };
    expect(unprintableProblems(typed, notoFontFiles())).toEqual([
      { code: 'form.notPrintable', field: 'summary', facts: { character: '\u{20bb7}' } },
    ]);
  });

  test.each([
    ['\u{20bb7}', ['20B', 'B7']],
    ['\u0626', ['06', '26']],
    ['\u200d', undefined],
    ['\ufe0f', undefined],
  ])('stands in books as its code in two rows: %j', (character, rows) => {
    expect(boxedCode(character)).toEqual(rows);
  });
});
