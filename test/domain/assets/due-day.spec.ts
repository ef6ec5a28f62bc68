import { dueDay } from '../../../src/domain/assets/due-day';

describe('the day of a payment', () => {
  const payment = { from: '2025-07-01', to: '2025-09-30' };

  it.each([
    [{ rule: 'beforeStart', days: 1 }, '2025-06-30'],
    [{ rule: 'afterStart', days: 15 }, '2025-07-16'],
    [{ rule: 'afterEnd', days: 1 }, '2025-10-01'],
    [{ rule: 'onDate', date: '07-01' }, '2025-07-01'],
    [{ rule: 'onDate', date: '06-30' }, '2026-06-30'],
  ] as const)('%j is %s', (due, day) => {
    expect(dueDay({ type: 'fixed', due }, payment)).toBe(day);
  });

  it.each([
    [{ rule: 'beforeStart', days: 1 }, '2025-09-30'],
    [{ rule: 'afterStart', days: 91 }, '2025-09-30'],
    [{ rule: 'afterStart', days: 92 }, '2025-10-01'],
    [{ rule: 'afterEnd', days: 1 }, '2025-10-01'],
  ] as const)('of a share of turnover, %j, is %s', (due, day) => {
    expect(dueDay({ type: 'turnover', due }, payment)).toBe(day);
  });
});
