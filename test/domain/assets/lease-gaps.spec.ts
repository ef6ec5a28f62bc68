import { leaseGaps } from '../../../src/domain/assets/lease-gaps';

const span = (firstOn: string, lastOn: string) => ({ firstOn, lastOn });

describe('the days on which an asset is under no contract', () => {
  it.each([
    { rule: 'none where it was never leased', spans: [], gaps: [] },
    { rule: 'none on the last day', spans: [span('2025-01-01', '2025-07-20')], gaps: [] },
    {
      rule: 'those since the last contract ended',
      spans: [span('2025-01-01', '2025-07-19')],
      gaps: [{ from: '2025-07-20', to: undefined }],
    },
    {
      rule: 'none between one day and the next',
      spans: [span('2025-06-01', '2025-12-31'), span('2025-01-01', '2025-05-31')],
      gaps: [],
    },
    {
      rule: 'a day between two, in whatever order they were entered',
      spans: [span('2025-06-02', '2025-12-31'), span('2025-01-01', '2025-05-31')],
      gaps: [{ from: '2025-06-01', to: '2025-06-01' }],
    },
    {
      rule: 'not bounded by a contract that never came into force',
      spans: [span('2025-08-01', '2025-07-31')],
      gaps: [],
    },
    {
      rule: 'none while another part is leased for longer',
      spans: [span('2025-01-01', '2025-12-31'), span('2025-02-01', '2025-03-31')],
      gaps: [],
    },
  ])('are $rule', ({ spans, gaps }) => {
    expect(leaseGaps(spans, '2025-07-20')).toEqual(gaps);
  });
});
