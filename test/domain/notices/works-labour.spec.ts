import { type AcceptedLabour, worksLabourNotice } from '../../../src/domain/notices/works-labour';

const EMPTY = { sheets: [], earlier: [], shares: [], lines: [] };

/** So many half days of each of these people at a rate, and what they come to. */
const labour = (
  workId: string,
  days: Readonly<Record<string, number>>,
  { rate = 10_000n, ...more }: Partial<AcceptedLabour> & { readonly rate?: bigint } = {},
): AcceptedLabour => {
  const lines = Object.entries(days).map(([memberId, halfDays]) => ({
    ...{ memberId, halfDays, rate, status: 'lifted_out' },
    amount: (rate * BigInt(halfDays)) / 2n,
  }));
  const amount = lines.reduce((sum, each) => sum + each.amount, 0n);
  return {
    ...{ workId, from: '2025-06-16', to: '2025-06-20', acceptedOn: '2025-06-25', acceptedAt: 'town' },
    ...{ lines, amount, open: 0n, ...more },
  };
};

describe('the labour of small public works in some days', () => {
  it('is nothing where none was accepted', () => {
    const { sums, tables, persons } = worksLabourNotice(EMPTY);
    expect(sums).toEqual({ before: '0', granted: '0', paid: '0', waiting: '0' });
    expect(tables['sheets']?.rows).toEqual([]);
    expect(persons?.['people']).toEqual({ rows: [], totals: { days: '0', amount: '0' } });
  });

  it('adds somebody up by work and rate, and says nothing of his household', () => {
    const sheets = [
      labour('lamps', { a: 10, b: 5 }),
      labour('lamps', { a: 4 }),
      labour('lamps', { a: 2 }, { rate: 12_000n }),
      labour('dam', { a: 2 }),
    ];
    const { persons, sums } = worksLabourNotice({ ...EMPTY, sheets });
    expect(persons?.['people']?.rows).toEqual([
      { person: 'a', group: 'a', work: 'lamps', days: 14, rate: '10000', amount: '70000' },
      { person: 'b', group: 'b', work: 'lamps', days: 5, rate: '10000', amount: '25000' },
      { person: 'a', group: 'a', work: 'lamps', days: 2, rate: '12000', amount: '12000' },
      { person: 'a', group: 'a', work: 'dam', days: 2, rate: '10000', amount: '10000' },
    ]);
    expect([sums['granted'], persons?.['people']?.totals['amount']]).toEqual(['117000', '117000']);
  });

  it('tells each sheet: which work, which days, accepted where and when, and what is paid', () => {
    const known = labour('lamps', { a: 10, b: 10 }, { open: 50_000n });
    const unknown = labour('dam', { a: 2 }, { acceptedAt: undefined });
    const { tables, sums } = worksLabourNotice({
      ...{ ...EMPTY, sheets: [known, unknown] },
      earlier: [{ amount: 900n, open: 100n }],
    });
    const days = { from: '2025-06-16', to: '2025-06-20', accepted: '2025-06-25' };
    expect(tables['sheets']?.rows).toEqual([
      { work: 'lamps', ...days, by: 'town', people: 2, amount: '100000', paid: '50000' },
      { work: 'dam', ...days, people: 1, amount: '10000', paid: '10000' },
    ]);
    expect(sums).toEqual({ before: '100', granted: '110000', paid: '60000', waiting: '50100' });
  });

  it.each([
    // 8,000.00 of 30,000.00 is 26.666… per cent
    [3_000_000n, 800_000n, '26.67%'],
    [800_000n, 800_000n, '100.00%'],
    [3_000_000n, 0n, '0.00%'],
  ])('holds labour against what a work for relief costs: %s, %s', (investment, paid, share) => {
    const { tables } = worksLabourNotice({
      ...EMPTY,
      shares: [{ workId: 'lamps', investment, labour: paid }],
    });
    const row = { work: 'lamps', investment: String(investment), labour: String(paid), share };
    expect(tables['shares']?.rows).toEqual([row]);
  });
});
