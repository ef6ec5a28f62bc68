import {
  type Cadence,
  dueMonths,
  isDueIn,
  readRecurrence,
  recurringClosingProblems,
  waiverProblems,
} from '../../../src/domain/ledger/recurring-voucher';
import { draftClosingProblems } from '../../../src/domain/ledger/voucher-hands';

const FORM = { name: 'hosting', every: 'month', fromMonth: '2025-01', toMonth: '', summary: '', lines: [] };

describe('a voucher that comes again', () => {
  it.each<{ every: Cadence; toMonth?: string; due: string[] }>([
    { every: 'month', toMonth: '2025-03', due: ['2024-11', '2024-12', '2025-01', '2025-02', '2025-03'] },
    { every: 'quarter', due: ['2024-11', '2025-02', '2025-05', '2025-08', '2025-11'] },
    { every: 'year', due: ['2024-11', '2025-11'] },
  ])('falls due every $every from its first month', ({ every, toMonth, due }) => {
    const recurrence = { every, fromMonth: '2024-11', toMonth };
    expect(dueMonths(recurrence, '2025-12', new Set())).toEqual(due);
    expect(isDueIn(recurrence, '2024-10')).toBe(false);
  });

  it('asks for what was not booked only', () => {
    const recurrence = { every: 'month' as const, fromMonth: '2025-01', toMonth: undefined };
    expect(dueMonths(recurrence, '2025-03', new Set(['2025-02']))).toEqual(['2025-01', '2025-03']);
  });

  it('is read with every fault at once', () => {
    const wrong = { ...FORM, name: ' ', every: 'week', fromMonth: '2025-02', toMonth: '2025-01' };
    expect(readRecurrence(wrong).problems.map(({ code, field }) => `${code} ${field}`)).toEqual([
      'form.missing name',
      'form.notAllowed every',
      'calendar.reversed toMonth',
    ]);
    expect(readRecurrence(FORM)).toEqual({
      recurrence: { every: 'month', fromMonth: '2025-01', toMonth: undefined },
      problems: [],
    });
  });
});

describe('the closing of a month', () => {
  const due = (month: string) => ({ id: `of ${month}`, name: 'hosting', month });

  it('waits for the recurring vouchers of the month itself', () => {
    const asked = recurringClosingProblems('2025-06', [due('2025-05'), due('2025-06'), due('2025-07')]);
    expect(asked).toEqual([
      { code: 'months.recurringDue', field: 'of 2025-06', facts: { name: 'hosting', month: '2025-06' } },
    ]);
  });

  it.each([
    ['2025-05-31', 0],
    ['2025-06-01', 1],
    ['2025-06-30', 1],
    ['2025-07-01', 0],
    ['', 0],
    ['June', 0],
  ])('waits for a draft of %s in June: %d', (postedOn, count) => {
    const draft = { id: 'a', form: { postedOn, summary: '' } };
    const asked = draftClosingProblems('2025-06', [draft]).map(({ code, field }) => `${code} ${field}`);
    expect(asked).toEqual(Array<string>(count).fill('months.draftOpen a'));
  });

  it.each([
    ['', 'form.missing'],
    ['   ', 'form.missing'],
    [' 没有账 ', 'voucher.waiverTooShort'],
    ['本月免费', undefined],
    ['字'.repeat(200), undefined],
    ['字'.repeat(201), 'form.tooLong'],
  ])('goes without one for the reason “%s” only where it says something', (reason, code) => {
    expect(waiverProblems(reason).map((problem) => problem.code)).toEqual(code === undefined ? [] : [code]);
  });
});
