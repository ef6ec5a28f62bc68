import { reportProblems } from '../../../src/domain/notices/check-report-notice';
import {
  type DueItem,
  LEASES_ARREARS,
  leasesArrearsNotice,
  type RentAccount,
} from '../../../src/domain/notices/leases-arrears';
import { reportOf } from '../../notices/report-sheet.fixture';

const DAYS = { from: '2025-01-01', to: '2025-06-30' };

const item = (dueOn: string, amount: bigint, ...came: (readonly [string, bigint])[]): DueItem => ({
  ...{ dueOn, amount },
  receipts: came.map(([receivedOn, received]) => ({ receivedOn, amount: received })),
});
const account = (more: Partial<RentAccount> = {}): RentAccount => ({
  contract: { number: 'Z1', firstOn: '2024-01-01', lastOn: '2026-12-31' },
  ...{ assetId: 'a1', party: 'p1', items: [], waived: [], ...more },
});

describe('the figures of leases and arrears', () => {
  test.each([
    ['nothing', [], ['0', '0', '0', '0']],
    ['a due that came', [item('2025-03-01', 100n, ['2025-03-05', 100n])], ['0', '100', '100', '0']],
    ['a due of which part came', [item('2025-03-01', 100n, ['2025-03-05', 40n])], ['0', '100', '40', '60']],
    ['a due that came ahead', [item('2025-03-01', 100n, ['2024-12-01', 100n])], ['0', '100', '100', '0']],
    ['a due that came later', [item('2025-03-01', 100n, ['2025-07-01', 100n])], ['0', '100', '0', '100']],
    ['an old debt', [item('2024-03-01', 100n, ['2024-03-05', 30n])], ['70', '0', '0', '70']],
    ['an old debt paid now', [item('2024-03-01', 100n, ['2025-01-01', 100n])], ['100', '0', '100', '0']],
    ['an old due paid before', [item('2024-03-01', 100n, ['2024-12-31', 100n])], ['0', '0', '0', '0']],
    ['a due on the last day', [item('2025-06-30', 100n)], ['0', '100', '0', '100']],
    ['a due after it', [item('2025-07-01', 100n, ['2025-06-30', 100n])], ['0', '0', '0', '0']],
  ] as const)('count %s', (_, items, expected) => {
    const figures = leasesArrearsNotice([account({ items })], DAYS);
    const { before, due, ended, owing } = figures.sums;
    expect([before, due, ended, owing]).toEqual(expected);
    expect(reportProblems(reportOf('leases-arrears', figures), LEASES_ARREARS)).toEqual([]);
  });

  test('count what was given up in its days as due and ended', () => {
    const waived = [
      { dueOn: '2025-02-01', amount: 50n },
      { dueOn: '2025-07-01', amount: 9n },
    ];
    const { tables, sums } = leasesArrearsNotice([account({ waived })], DAYS);
    expect(sums).toEqual({ before: '0', due: '50', ended: '50', owing: '0' });
    expect(tables['rents']?.rows).toMatchObject([{ due: '50', received: '0', waived: '50', owing: '0' }]);
  });

  test('name who is late, the longest first, and nobody on the day itself or without a day', () => {
    const late = (party: string, ...items: DueItem[]) => account({ party, items });
    const { tables } = leasesArrearsNotice(
      [
        late('p1', item('2025-05-01', 10n), item('2025-04-01', 7n, ['2025-04-02', 7n])),
        late('p2', item('2025-02-01', 20n), item('2025-03-01', 5n)),
        late('p3', item('2025-06-30', 30n)),
        late('p4', { ...item('2025-01-01', 40n), isOpenEnded: true }),
      ],
      DAYS,
    );
    const rows = tables['late']?.rows.map(({ party, since, owing }) => [party, since, owing]);
    expect(rows).toEqual([
      ['p2', '2025-02-01', '25'],
      ['p1', '2025-05-01', '10'],
    ]);
    expect(tables['late']?.totals).toEqual({ owing: '35' });
  });

  test.each([
    ['before', '2024-01-01', '2024-12-31', 0],
    ['to the first day', '2024-01-01', '2025-01-01', 1],
    ['from the last day', '2025-06-30', '2026-01-01', 1],
    ['after', '2025-07-01', '2026-01-01', 0],
  ])('list a contract that ran %s', (_, firstOn, lastOn, count) => {
    const contract = { number: 'Z1', firstOn, lastOn };
    const { tables } = leasesArrearsNotice([account({ contract })], DAYS);
    expect(tables['contracts']?.rows).toHaveLength(count);
  });

  test('have no contract where none makes it due', () => {
    const { assetId, party, items, waived } = account({ items: [item('2025-02-01', 20n)] });
    const beside = { assetId, party, items, waived };
    const { tables } = leasesArrearsNotice([beside], DAYS);
    expect(tables['contracts']?.rows).toEqual([]);
    expect(tables['rents']?.rows[0]).toMatchObject({ asset: 'a1', owing: '20' });
    expect(tables['rents']?.rows[0]).not.toHaveProperty('contract');
  });
});
