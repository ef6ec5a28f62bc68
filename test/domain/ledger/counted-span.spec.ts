import { countedSpan, type ReportSpan } from '../../../src/domain/ledger/account-sums';

describe('the days a report counts', () => {
  it.each<{ asked: ReportSpan; from: string; to: string }>([
    { asked: { by: 'postedOn', from: '2025-03-15', to: '2025-04-15' }, from: '2025-03-15', to: '2025-04-15' },
    {
      asked: { by: 'aboutPeriod', from: '2025-03-15', to: '2025-04-15' },
      from: '2025-03-01',
      to: '2025-04-30',
    },
    {
      asked: { by: 'aboutPeriod', from: '2024-02-29', to: '2024-02-29' },
      from: '2024-02-01',
      to: '2024-02-29',
    },
    {
      asked: { by: 'aboutPeriod', from: '2025-01-01', to: '2025-12-31' },
      from: '2025-01-01',
      to: '2025-12-31',
    },
  ])('$asked.from to $asked.to by $asked.by are $from to $to', ({ asked, from, to }) => {
    expect(countedSpan(asked)).toEqual({ by: asked.by, from, to });
  });
});
