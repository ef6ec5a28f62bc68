import {
  subsidyDifferences,
  type SubsidyMovement,
  type SubsidyRow,
  subsidyYear,
} from '../../../src/domain/income/subsidy-year';

type Typed = [kind: SubsidyMovement['kind'], on: string, amount: bigint, month?: string, assetId?: string];
const of = (typed: readonly Typed[]): SubsidyMovement[] =>
  typed.map(([kind, on, amount, month = '2024-11', assetId = 's1']) => ({
    assetId,
    month,
    kind,
    on,
    amount,
  }));
const year = (typed: readonly Typed[], to = '2025-12-31') =>
  subsidyYear(of(typed), { from: '2025-01-01', to });
const figures = ({ opening, settled, received, closing }: SubsidyRow): bigint[] => [
  ...[opening, settled, received, closing],
];

describe('the days on which subsidy came', () => {
  const received = (on: string, amount: bigint, pairedOn?: string): SubsidyMovement => ({
    ...{ assetId: 's1', month: '2024-11', kind: 'received', on, amount, pairedOn },
  });
  it.each<[rule: string, came: SubsidyMovement[], days: string[]]>([
    ['are told once', [received('2025-03-01', 2n), received('2025-03-01', 3n)], ['2025-03-01']],
    ['are none before the year', [received('2024-12-31', 2n)], []],
    [
      'are none of what came for nothing: the receipt was taken back within it',
      [received('2025-03-01', 2n, '2025-03-02'), received('2025-03-02', -2n, '2025-03-01')],
      [],
    ],
    [
      'stay those of another receipt of the same day',
      [
        received('2025-03-01', 2n, '2025-03-02'),
        received('2025-03-02', -2n, '2025-03-01'),
        received('2025-03-01', 2n),
      ],
      ['2025-03-01'],
    ],
    [
      'are the day on which the year before is taken back',
      [received('2024-12-31', 2n, '2025-01-02'), received('2025-01-02', -2n, '2024-12-31')],
      ['2025-01-02'],
    ],
    [
      'stay where it is taken back in a later year',
      [received('2025-12-31', 2n, '2026-01-02'), received('2026-01-02', -2n, '2025-12-31')],
      ['2025-12-31'],
    ],
  ])('%s', (_rule, came, days) => {
    const { rows } = subsidyYear([...of([['settled', '2024-12-01', 9n]]), ...came], {
      ...{ from: '2025-01-01', to: '2025-12-31' },
    });
    expect(rows.map(({ receivedOn }) => receivedOn)).toEqual([days]);
  });
});

describe('the subsidy of a year', () => {
  it.each<[rule: string, typed: Typed[], rows: bigint[][]]>([
    [
      'opens with what was settled on the last day before',
      [['settled', '2024-12-31', 9n]],
      [[9n, 0n, 0n, 9n]],
    ],
    ['settles what was booked on its first day', [['settled', '2025-01-01', 9n]], [[0n, 9n, 0n, 9n]]],
    ['settles what was booked on its last day', [['settled', '2025-12-31', 9n]], [[0n, 9n, 0n, 9n]]],
    ['knows nothing of what was booked after it', [['settled', '2026-01-01', 9n]], []],
    ['opens with what was taken over within it', [['takenOver', '2025-03-01', 9n]], [[9n, 0n, 0n, 9n]]],
    [
      'opens without what came before it',
      [
        ['takenOver', '2024-01-01', 9n],
        ['received', '2024-12-31', 4n],
        ['received', '2025-01-01', 3n],
      ],
      [[5n, 0n, 3n, 2n]],
    ],
    [
      'leaves out what came wholly before it',
      [
        ['settled', '2024-12-01', 9n],
        ['received', '2024-12-31', 9n],
      ],
      [],
    ],
    [
      'takes a slip back on the day of the reversal',
      [
        ['settled', '2024-12-01', 9n],
        ['settled', '2025-02-01', -9n],
      ],
      [[9n, -9n, 0n, 0n]],
    ],
    [
      'opens without what a notice cut before it, and closes without what one cut within it',
      [
        ['takenOver', '2024-01-01', 9n],
        ['reduced', '2024-12-31', 2n],
        ['reduced', '2025-01-01', 3n],
      ],
      [[7n, 0n, 0n, 4n]],
    ],
    [
      'shows what a notice cut though it is taken back',
      [
        ['settled', '2024-12-01', 9n],
        ['reduced', '2025-02-01', 9n],
        ['reduced', '2025-03-01', -9n],
      ],
      [[9n, 0n, 0n, 9n]],
    ],
    [
      'shows a receipt that was taken back within it, too',
      [
        ['settled', '2025-02-01', 9n],
        ['received', '2025-03-01', 9n],
        ['received', '2025-04-01', -9n],
      ],
      [[0n, 9n, 0n, 9n]],
    ],
  ])('%s', (_rule, typed, rows) => {
    expect(year(typed).rows.map(figures)).toEqual(rows);
  });

  it('stands by station and month, with its sums and the days on which money came', () => {
    const { rows, total } = year([
      ['settled', '2025-02-01', 5n, '2025-01', 's2'],
      ['settled', '2025-02-01', 9n, '2025-01'],
      ['settled', '2024-12-01', 7n],
      ['received', '2025-06-02', 1n],
      ['received', '2025-05-01', 2n],
      ['received', '2025-06-02', 1n],
      ['received', '2024-12-31', 1n],
    ]);
    expect(rows.map(({ assetId, month, receivedOn }) => [assetId, month, receivedOn])).toEqual([
      ['s1', '2024-11', ['2025-05-01', '2025-06-02']],
      ['s1', '2025-01', []],
      ['s2', '2025-01', []],
    ]);
    expect(total).toEqual({ opening: 6n, settled: 14n, received: 4n, reduced: 0n, closing: 16n });
  });

  it.each([
    ['2025-12-31', 13],
    ['2025-01-01', 2],
  ])('says on %s that the subsidy of November 2024 is owed since %i months', (to, months) => {
    expect(year([['settled', '2024-12-01', 9n]], to).rows[0]?.monthsOwed).toBe(months);
    const came: Typed[] = [
      ['settled', '2024-12-01', 9n],
      ['received', '2025-01-01', 9n],
    ];
    expect(year(came, to).rows[0]?.monthsOwed).toBeUndefined();
  });

  it('opens each year with what the one before closed with', () => {
    const typed: Typed[] = [
      ['takenOver', '2024-01-01', 100n, '2023-06'],
      ['settled', '2024-02-01', 50n, '2024-01'],
      ['received', '2024-05-01', 30n, '2023-06'],
      ['settled', '2025-02-01', -50n, '2024-01'],
      ['received', '2025-05-01', 70n, '2023-06'],
    ];
    const before = subsidyYear(of(typed), { from: '2024-01-01', to: '2024-12-31' });
    const open = before.rows.filter(({ closing }) => closing !== 0n);
    expect(open.map(({ month, closing }) => [month, closing])).toEqual(
      year(typed).rows.map(({ month, opening }) => [month, opening]),
    );
    expect(year(typed).total.closing).toBe(0n);
  });

  it('is held against the account, month by month to the fen', () => {
    const { rows } = year([
      ['settled', '2025-02-01', 9n],
      ['settled', '2025-02-01', 5n, '2025-01'],
    ]);
    const row = (month: string, amount: bigint) => ({ assetId: 's1', month, amount });
    const agrees = [row('2024-11', 4n), row('2025-01', 5n), row('2024-11', 5n)];
    expect(subsidyDifferences(rows, agrees)).toEqual([]);
    expect(subsidyDifferences(rows, [row('2024-11', 8n), row('2025-03', 2n)])).toEqual([
      { assetId: 's1', month: '2024-11', listed: 9n, booked: 8n },
      { assetId: 's1', month: '2025-03', listed: 0n, booked: 2n },
      { assetId: 's1', month: '2025-01', listed: 5n, booked: 0n },
    ]);
  });
});
