import type { LinkageYear } from '../../../src/domain/assets/linkage';
import { villageLinkage } from '../../../src/domain/oversight/linkage-by-village';

const year = (wish: Partial<LinkageYear>): LinkageYear => ({
  ...{ year: 2025, from: '2025-01-01', to: '2025-06-30', isOver: false, unreported: 0 },
  ...{ jobs: undefined, wages: 0n, jobsShort: 0, wagesShort: 0n },
  ...wish,
});

describe('what tenants of a village promised and gave', () => {
  it('is nothing without a contract, and no number of people before a report', () => {
    const nothing = { contracts: 0, promised: 0, jobs: undefined, wages: 0n };
    expect(villageLinkage([])).toEqual({ ...nothing, jobsShort: 0, wagesShort: 0n, unreported: 0 });
    const silent = villageLinkage([{ promised: 5, year: year({ unreported: 181 }) }]);
    expect([silent.promised, silent.jobs, silent.unreported]).toEqual([5, undefined, 1]);
  });

  it('adds up contract by contract: more people here do not make up for fewer there', () => {
    const told = villageLinkage([
      { promised: 5, year: year({ jobs: 9, wages: 100n }) },
      { promised: 8, year: year({ jobs: 6, jobsShort: 2, wages: 250n, wagesShort: 40n }) },
      { promised: undefined, year: year({ wages: 7n, unreported: 3 }) },
    ]);
    expect(told).toEqual({
      ...{ contracts: 3, promised: 13, jobs: 15, wages: 357n, jobsShort: 2, wagesShort: 40n, unreported: 1 },
    });
  });
});
