import { costClosingProblems } from '../../src/domain/deductions/cost-dues';
import { placeOf } from '../../src/features/months/problem-places';

describe('where a problem of a month is mended', () => {
  it('is the charge of the whole period, also where the contract fills only its last days', () => {
    const days = { from: '2025-05-20', to: '2025-06-30' };
    const charge = {
      contractId: 'c1',
      pool: 'pv' as const,
      name: 'land rent',
      from: '2025-01-01',
      days,
      amount: 9n,
    };
    const [problem] = costClosingProblems([charge]);
    const books = { collectiveId: 'v1', mayOpen: () => true };
    expect(problem && placeOf(problem, books)).toBe(
      '/villages/v1/deductions/new?contract=c1&covers=2025-01-01',
    );
  });
});
