import type { PlanWant } from '../../../src/domain/approvals/plan-approved';
import type { WaitingPlan } from '../../../src/domain/distribution/waiting-plan';
import {
  beyondApproved,
  beyondOwed,
  nowPaid,
  payableFrom,
  waitProblems,
} from '../../../src/domain/payouts/plan-waits';
import { problemSentence } from '../../../src/glossary/sentences';

const HANGS: PlanWant = { what: 'hangs', until: '2025-07-17' };
const OBJECTED: PlanWant = { what: 'objections', count: 2 };

const planOf = (planId: string, ...wants: PlanWant[]): WaitingPlan => ({
  ...{ planId, pool: 'pv', from: '2025-01-01', to: '2025-06-30', wants },
});

describe('what is told of a plan that is not approved', () => {
  const name = '2025年1月1日至2025年6月30日光伏收益的方案';
  it.each([
    [[{ what: 'publish' }], '还没有公示，公示满了才能发这笔钱。'],
    [[{ what: 'photo' }], '的公示还没有登记张贴：没有照片，天数不算，满了才能发这笔钱。'],
    [[HANGS], '公示到2025年7月17日，2025年7月18日起可以发这笔钱。'],
    [
      [HANGS, OBJECTED],
      '公示到2025年7月17日，还有 2 条意见没有答复；答复完了，2025年7月18日起可以发这笔钱。',
    ],
    [
      [HANGS, { what: 'step', step: '备案' }],
      '公示到2025年7月17日，满了还有“备案”没有办，办完才能发这笔钱。',
    ],
    [[OBJECTED], '的公示还有 2 条意见没有答复，答复完了才能发这笔钱。'],
    [[{ what: 'tornDown', hung: 3 }], '的公示提前揭下了，只贴满 3 天；再贴出，贴满天数以后才能发这笔钱。'],
    [[{ what: 'step', step: '备案' }], '还有“备案”没有办，办完才能发这笔钱。'],
  ] as [PlanWant[], string][])('%j', (wants, sentence) => {
    const problems = waitProblems([planOf('a', ...wants)], 'parts');
    expect(problems.map(problemSentence)).toEqual([name + sentence]);
  });

  it('is each plan once', () => {
    const two = [planOf('a', HANGS, OBJECTED), planOf('b', OBJECTED)];
    expect(waitProblems(two, 'parts')).toHaveLength(2);
  });
});

describe('the day from which a list may go out', () => {
  it.each([
    ['nothing waits', [], undefined],
    ['a sheet hangs', [planOf('a', HANGS)], '2025-07-18'],
    ['two hang', [planOf('a', HANGS), planOf('b', { what: 'hangs', until: '2025-08-01' })], '2025-08-02'],
    ['somebody waits for an answer', [planOf('a', HANGS, OBJECTED)], undefined],
    ['one of two is not published', [planOf('a', HANGS), planOf('b', { what: 'publish' })], undefined],
  ] as [string, WaitingPlan[], string | undefined][])('%s', (_, waiting, day) => {
    expect(payableFrom(waiting)).toBe(day);
  });
});

describe('what names no debt pays the oldest first', () => {
  const waits = new Map([
    ['june', planOf('a', HANGS)],
    ['july', planOf('b', HANGS)],
  ]);
  const open = [
    { entryId: 'may', amount: 300n },
    { entryId: 'june', amount: 100n },
    { entryId: 'july', amount: 50n },
  ];
  it.each([
    ['all that is approved', 300n, open, ''],
    ['a fen more', 301n, open, 'a b'],
    ['the oldest waits', 1n, open.slice(1), 'a b'],
    ['nothing waits', 999n, open.slice(0, 1), ''],
  ] as const)('%s', (_, amount, debts, plans) => {
    const told = beyondApproved(amount, { open: debts, waits }).map(({ planId }) => planId);
    expect(told.join(' ')).toBe(plans);
  });
});

describe('what an account owes beside what waits on it', () => {
  const waiting = [
    { entryId: 'june', amount: 100n, account: '213' },
    { entryId: 'july', amount: 50n, account: '211' },
  ];
  it.each([
    ['all that is owed besides', '213', 300n, 400n, ''],
    ['a fen more', '213', 301n, 400n, 'june'],
    ['nothing else is owed there, whatever another account owes', '213', 1n, 100n, 'june'],
    ['what waits on another account', '212', 400n, 400n, ''],
  ] as const)('%s', (_, account, amount, owed, debts) => {
    const told = beyondOwed({ account, amount }, { owed, waiting }).map(({ entryId }) => entryId);
    expect(told.join(' ')).toBe(debts);
  });

  it('tells the debts on which falls what was paid of one that is taken back', () => {
    const may = { entryId: 'may', amount: 10n };
    const june = { entryId: 'june', amount: 100n };
    expect(nowPaid([may, june], [{ ...june, amount: 99n }])).toEqual([may, june]);
    expect(nowPaid([may, june], [may, june])).toEqual([]);
    expect(nowPaid([june], [])).toEqual([june]);
  });
});
