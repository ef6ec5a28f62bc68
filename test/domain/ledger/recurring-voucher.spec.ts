import {
  type Cadence,
  dueMonths,
  isDueIn,
  readRecurrence,
} from '../../../src/domain/ledger/recurring-voucher';

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
