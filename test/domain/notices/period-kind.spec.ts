import { periodKindOf } from '../../../src/domain/notices/period-kind';

describe('a sheet calls its period', () => {
  it.each<{ from: string; to: string; kind: string }>([
    { from: '2025-01-01', to: '2025-12-31', kind: 'year' },
    { from: '2025-01-01', to: '2025-06-30', kind: 'first-half' },
    { from: '2025-07-01', to: '2025-12-31', kind: 'second-half' },
    { from: '2025-01-01', to: '2025-03-31', kind: 'quarter' },
    { from: '2025-04-01', to: '2025-06-30', kind: 'quarter' },
    { from: '2025-07-01', to: '2025-09-30', kind: 'quarter' },
    { from: '2025-10-01', to: '2025-12-31', kind: 'quarter' },
    { from: '2025-02-01', to: '2025-04-30', kind: 'months' },
    { from: '2025-01-01', to: '2025-06-29', kind: 'months' },
    { from: '2025-01-02', to: '2025-06-30', kind: 'months' },
    { from: '2025-01-01', to: '2025-03-30', kind: 'months' },
    { from: '2024-07-01', to: '2025-06-30', kind: 'months' },
    { from: '2024-01-01', to: '2025-12-31', kind: 'months' },
    { from: '2025-05-05', to: '2025-05-05', kind: 'months' },
  ])('$kind from $from to $to', ({ from, to, kind }) => {
    expect(periodKindOf({ from, to })).toBe(kind);
  });
});
