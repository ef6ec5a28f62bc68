import type { VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { type MovedShown, MovedSheetSection } from '../../src/features/distribution/moved-sheet.pages';
import { MonthMovedNotes } from '../../src/features/months/month-moved.pages';
import { type MovedNote, MovedNoteSection } from '../../src/features/notices/moved-note.pages';
import { MovedSheets } from '../../src/features/oversight/moved-sheets.pages';

/** What a person reads: the text without its marks, runs of blanks as one. */
function textOf(node: VNode): string {
  return renderToString(node)
    .replace(/<[^>]*>/g, '')
    .replace(/\s+/g, ' ');
}

const voucher = (number: string, effect: bigint) => ({
  ...{ number, effect, href: '#', postedOn: '2025-07-18', on: '2025-07-18', summary: '冲销记-0030' },
});

const WITHIN = [voucher('记-0032', -40_000n), voucher('记-0033', 39_000n)];

const MOVED: MovedShown = {
  figures: [{ label: '到账', printed: 40_000n, now: 39_000n }],
  within: WITHIN,
  later: [],
  change: -1_000n,
  laterChange: 0n,
  unexplained: 0n,
  carried: { label: '2025年下半年', href: '#next', isDecided: false },
};

describe('what a plan says of corrections behind its approval', () => {
  it.each<{ rule: string; with: Partial<MovedShown>; says: string }>([
    {
      rule: 'the difference, and the period that is to carry it',
      with: {},
      says: '可分配收益比批准时少 10.00 元，差额算进2025年下半年的上期结转。',
    },
    {
      rule: 'the plan that has it already',
      with: { change: 500n, carried: { ...MOVED.carried, isDecided: true } },
      says: '可分配收益比批准时多 5.00 元，差额已算进2025年下半年的上期结转。',
    },
    { rule: 'that the sums are the same', with: { change: 0n, figures: [] }, says: '可分配收益没有变。' },
    {
      rule: 'what counts in later days',
      with: { later: [voucher('记-0045', 9_500n), voucher('记-0046', -9_600n)], laterChange: -100n },
      says: '另有2笔更正算在后面的收支里，可分配收益少 1.00 元。',
    },
    {
      rule: 'that later corrections come to nothing',
      with: { later: [voucher('记-0045', 9_500n), voucher('记-0046', -9_500n)] },
      says: '另有2笔更正算在后面的收支里，可分配收益一样多。',
    },
    {
      rule: 'what no voucher explains',
      with: { unexplained: -7n },
      says: '其中 −0.07 元说不出是哪张凭证',
    },
  ])('tells $rule', ({ with: more, says }) => {
    expect(textOf(<MovedSheetSection moved={{ ...MOVED, ...more }} />)).toContain(says);
  });

  it('gives each figure as approved, as the books have it, and the difference', () => {
    expect(textOf(<MovedSheetSection moved={MOVED} />)).toContain('到账400.00390.00−10.00');
  });

  it('says nothing where nothing has moved', () => {
    expect(textOf(<MovedSheetSection moved={undefined} />)).toBe('');
    expect(textOf(<MovedNoteSection moved={undefined} distributable={1n} />)).toBe('');
    expect(textOf(<MovedSheets moved={[]} />)).toBe('');
    expect(textOf(<MonthMovedNotes moved={[]} />)).toBe('');
  });
});

describe('what everyone reads of it under a sheet', () => {
  const within = WITHIN;
  const later: typeof WITHIN = [];
  const { change } = MOVED;
  it.each<{ rule: string; note: MovedNote; says: string[] }>([
    {
      rule: 'what there would be to distribute, and the vouchers without their summaries',
      note: { within, later, change },
      says: [
        '更正以后，能分的是 1,290.00 元，比公示的少 10.00 元，算进下一期的上期结转。',
        '2025年7月18日 记-0032：少 400.00 元',
        '2025年7月18日 记-0033：多 390.00 元',
      ],
    },
    {
      rule: 'the period that has it',
      note: { within, later, change, carriedBy: '2025年下半年' },
      says: ['，已算进2025年下半年的上期结转。'],
    },
    { rule: 'that it is the same', note: { within, later, change: 0n }, says: ['能分的钱一样多。'] },
    {
      rule: 'what counts in later days only',
      note: { within: [], later: within, change: 0n },
      says: ['公示上的数字没有改。更正算在后面的收支里。'],
    },
    {
      rule: 'both',
      note: { within, later: [voucher('记-0045', -1n)], change },
      says: ['的上期结转。另有更正算在后面的收支里。', '记-0045：少 0.01 元'],
    },
  ])('tells $rule', ({ note, says }) => {
    const text = textOf(<MovedNoteSection moved={note} distributable={130_000n} />);
    for (const words of says) expect(text).toContain(words);
    expect(text).not.toContain('冲销');
  });
});

it('tells on the month and in the queue which plan, through which vouchers and by how much', () => {
  const plan = { plan: '2025年上半年光伏收益方案', href: '#plan' };
  const numbers = ['记-0001', '记-0002', '记-0003', '记-0004', '记-0005'];
  const note = (vouchers: string[], effect: bigint) =>
    textOf(<MonthMovedNotes moved={[{ ...plan, vouchers, effect }]} />);
  expect(note(['记-0032'], 30_000n)).toBe(
    '记-0032 更正了已批准的2025年上半年光伏收益方案：可分配收益多 300.00 元，算进后面的账。方案和公示的数字不改。',
  );
  expect(note(numbers, 0n)).toContain('记-0004等5张 更正了');
  expect(note(numbers, 0n)).toContain('可分配收益合计不变。');
  const queue = textOf(
    <MovedSheets moved={[{ ...plan, village: '枣林村', vouchers: 2, effect: -10_000n }]} />,
  );
  expect(queue).toContain('枣林村2025年上半年光伏收益方案2笔−100.00');
});
