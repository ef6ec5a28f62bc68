import { byDayHref } from '../../src/features/ledger/report-by-day';

const AT = { collectiveId: 'v', report: 'income-statement' } as const;
const values = { from: '2024-01-01', to: '2024-12-31', by: 'aboutPeriod', pool: '' };

describe('a report that cannot be drawn by 所属月份', () => {
  it('leads to the same by 记账日期', () => {
    const href = byDayHref(AT, { values, problems: [{ code: 'report.otherChart', field: '' }] });
    expect(href).toBe('/villages/v/books/income-statement?from=2024-01-01&to=2024-12-31&by=postedOn');
  });

  it('leads nowhere where its days are what is wrong', () => {
    const problems = [{ code: 'report.chartChanged', field: '' }];
    expect(byDayHref(AT, { values, problems })).toBeUndefined();
  });
});
