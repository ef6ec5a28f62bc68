import type { Problem } from '../../src/domain/shared/problem';
import {
  claimCount,
  claimsUnder,
  unreadableAmounts,
  withoutBlankClaims,
} from '../../src/features/distribution/draft-claims.view';
import { LEFT_OVER, shareTexts } from '../../src/features/distribution/share-texts';
import {
  afterNext,
  inPageOrder,
  numberBlockers,
  numberTasks,
  type TaskDraft,
} from '../../src/features/months/month-task.view';
import { doneText } from '../../src/glossary/done';
import { periodName } from '../../src/glossary/periods';
import { villagePaths, withQuery } from '../../src/platform/http/office-paths';

describe('the tasks of a month', () => {
  const drafts: TaskDraft[] = [
    { id: 'slip:a', kind: 'settlement', state: 'done' },
    { id: 'slip:b', kind: 'settlement', state: 'todo', href: '/b' },
    { id: 'hold', kind: 'hold', state: 'locked', waitsForIds: ['slip:b', 'nowhere'] },
  ];

  it('are numbered in their order, the closing by 0, and name the numbers of those they wait for', () => {
    expect(numberTasks(drafts).map(({ key, waitsFor }) => [key, waitsFor])).toEqual([
      [1, []],
      [2, []],
      [0, [2]],
    ]);
  });

  it('are numbered from the top of the page, group by group, each group in the order of its steps', () => {
    const mixed: TaskDraft[] = [
      { id: 'plan', kind: 'plan', state: 'todo' },
      { id: 'cost', kind: 'deduction', state: 'todo' },
      { id: 'rent', kind: 'rent', state: 'todo' },
      { id: 'cover', kind: 'deduction', state: 'todo' },
    ];
    expect(inPageOrder(mixed).map(({ id }) => id)).toEqual(['rent', 'cost', 'cover', 'plan']);
  });

  it('say what can be shared out once the first that moves the pool is booked', () => {
    const coming: TaskDraft[] = [
      ...drafts,
      { id: 'a', kind: 'receipt', state: 'done', moves: { pool: 'pv', amount: 7n } },
      { id: 'b', kind: 'receipt', state: 'todo', moves: { pool: 'other', amount: 20n } },
      { id: 'c', kind: 'deduction', state: 'attention', moves: { pool: 'pv', amount: -30n } },
    ];
    expect(afterNext(coming, 'pv', 100n)).toEqual({ taskKey: 6, distributable: 70n });
    expect(afterNext(coming, 'other', 100n)).toEqual({ taskKey: 5, distributable: 120n });
    expect(afterNext(drafts, 'pv', 100n)).toBeUndefined();
  });

  it('stand beside what keeps the month open', () => {
    const problem: Problem = { code: 'months.slipMissing', field: 'b' };
    expect(numberBlockers([problem], drafts, ({ field }) => `slip:${field}`)).toEqual([
      { taskKey: 2, problem, href: '/b' },
    ]);
  });
});

describe('a posted draft', () => {
  it('loses the rows nobody filled in, and the button that was pressed', () => {
    const filled = { bucket: 'posts', amount: '1' };
    const blank = { bucket: 'labour', unit: 'person', targetGroup: 'others' };
    const body = { pool: 'pv', moreRows: 'posts', claims: [blank, filled, blank] };
    expect(withoutBlankClaims(body)).toEqual({ pool: 'pv', claims: [filled] });
  });

  it('adds up under each use, whatever is no amount counting nothing', () => {
    const values = {
      'claims[0][bucket]': 'posts',
      'claims[0][amount]': '1,000.50',
      'claims[1][bucket]': 'labour',
      'claims[2][bucket]': 'posts',
      'claims[2][amount]': 'much',
    };
    expect(claimsUnder(values, 'posts')).toEqual({ rows: [0, 2], amount: 100050n });
    expect(claimCount(values)).toBe(3);
  });

  it.each(['-5', '−5', '-0.01', '多少'])('takes %s for nothing, and says so', (typed) => {
    const values = {
      ...{ 'claims[0][bucket]': 'posts', 'claims[0][amount]': '10.00' },
      ...{ 'claims[1][bucket]': 'posts', 'claims[1][amount]': typed },
    };
    expect(claimsUnder(values, 'posts').amount).toBe(1_000n);
    expect(unreadableAmounts(values)).toBe(1);
  });
});

describe('the shares of a plan', () => {
  it('add up to 100.00% with what is left over', () => {
    const shares = shareTexts(300n, [{ key: 'posts', amount: 100n }]);
    expect([shares.get('posts'), shares.get(LEFT_OVER)]).toEqual(['33.33%', '66.67%']);
  });

  it.each([
    ['more is planned than there is', 99n],
    ['there is nothing', 0n],
  ])('are not told while %s', (_case, distributable) => {
    expect(shareTexts(distributable, [{ key: 'posts', amount: 100n }]).size).toBe(0);
  });
});

describe('the words of the office', () => {
  it.each([
    ['2025-01-01', '2025-06-30', '2025年上半年'],
    ['2025-07-01', '2025-12-31', '2025年下半年'],
    ['2025-01-01', '2025-12-31', '2025年度'],
    ['2025-03-01', '2025-05-31', '2025年3至5月'],
    ['2025-11-01', '2026-02-28', '2025年11月至2026年2月'],
  ])('name the period from %s to %s', (from, to, name) => {
    expect(periodName({ from, to })).toBe(name);
  });

  it('say what was done with its voucher, and nothing for a code that is none', () => {
    expect(doneText('receiptBooked', 14)).toBe('到账已入账，凭证 记-0014。');
    expect(doneText('toString')).toBeUndefined();
  });
});

describe('an address of the office', () => {
  it('leaves out what is not asked', () => {
    expect(villagePaths('v').entry('receipts', { asset: 'a', month: undefined })).toBe(
      '/villages/v/receipts/new?asset=a',
    );
    expect(withQuery('/x', {})).toBe('/x');
  });
});
