import { readDayText, readMonthText } from '../../../src/domain/calendar/calendar-day';

describe('a day as it stands in a table', () => {
  const days: [string, string | undefined][] = [
    ['2025-07-01', '2025-07-01'],
    ['2025/7/1', '2025-07-01'],
    ['2025.7.1', '2025-07-01'],
    ['20250701', '2025-07-01'],
    ['2025年7月1日', '2025-07-01'],
    ['２０２５年７月１日', '2025-07-01'],
    [' 2025-07-01 12:30:05 ', '2025-07-01'],
    ['2025/7/1 9:05', '2025-07-01'],
    ['2025-02-29', undefined],
    ['2024-02-29', '2024-02-29'],
    ['7/1/2025', undefined],
    ['45839', undefined],
    ['2025-07', undefined],
    ['', undefined],
  ];
  it.each(days)('%s', (text, day) => {
    expect(readDayText(text)).toBe(day);
  });
});

describe('a month as it stands in a table', () => {
  const months: [string, string | undefined][] = [
    ['2025-07', '2025-07'],
    ['2025/7', '2025-07'],
    ['202507', '2025-07'],
    ['2025年7月', '2025-07'],
    ['2025-07-15', '2025-07'],
    ['2025-13', undefined],
    ['2025', undefined],
  ];
  it.each(months)('%s', (text, month) => {
    expect(readMonthText(text)).toBe(month);
  });
});
