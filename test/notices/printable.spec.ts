import { findUnprintable, notoFontFiles } from '../../src/platform/pdf/font-files';

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
