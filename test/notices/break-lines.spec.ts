import { breakLines } from '../../src/platform/pdf/break-lines';
import { run, type TextLine } from '../../src/platform/pdf/text-run';
import { widePunctuation } from '../../src/platform/text/wide-punctuation';

const STYLE = { face: 'serif', size: 10 } as const;
const measure = (text: string): number => [...text].reduce((sum, c) => sum + (c > '\u00ff' ? 10 : 5), 0);
const lines = (text: string, width: number): string[] =>
  breakLines([run(text, STYLE)], { width }, measure).map((line: TextLine) =>
    line.runs.map((r) => r.text).join(''),
  );

describe('breaking lines', () => {
  test.each([
    ['characters fill the line', '一二三四五', 20, ['一二', '三四', '五']],
    ['a stop takes its character along to the next line', '一二。三', 20, ['一', '二。', '三']],
    ['an opening mark goes with what it opens', '一《二三', 20, ['一', '《二', '三']],
    ['a number is never torn', '一12345二', 25, ['一', '12345', '二']],
    ['a number wider than the line is torn', '1234567', 15, ['123', '456', '7']],
    ['a clause mark stays with its clause', '一二①三', 30, ['一二', '①三']],
    ['a space at the end of a line is dropped', '一二 三', 20, ['一二', '三']],
    ['nothing gives one empty line', '', 20, ['']],
  ])('%s', (_, text, width, expected) => {
    expect(lines(text, width)).toEqual(expected);
  });

  test('two closing marks are set closer, so more fits the line', () => {
    expect(lines('一\uff09\uff0c二', 36)).toEqual(['一\uff09\uff0c二']);
  });
});

describe('width of punctuation', () => {
  test.each([
    ['a comma after Chinese', '应到42人,实到37人', '应到42人\uff0c实到37人'],
    ['a comma in an amount stays', '合计1,260.00元', '合计1,260.00元'],
    [
      'brackets around Chinese, and the comma after them',
      '通过(同意35人),7月',
      '通过\uff08同意35人\uff09\uff0c7月',
    ],
    ['brackets around a number beside Chinese', '三(二)7:“在”', '三\uff08二\uff097\uff1a“在”'],
    ['a clock time stays', '7:30', '7:30'],
    ['Latin brackets stay', 'kWh (net)', 'kWh (net)'],
  ])('%s', (_, typed, printed) => {
    expect(widePunctuation(typed)).toBe(printed);
  });
});
