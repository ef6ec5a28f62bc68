import { incomeRows, type NoticeAsset, type OwedIncome } from '../../../src/domain/notices/income-rows';

const H1 = { pool: 'pv', from: '2025-01-01', to: '2025-06-30' } as const;
const OTHER = { ...H1, pool: 'other' } as const;
const STATION: NoticeAsset = { id: 's1', name: 'Station 1', capacityKw: '100' };
const JOINT: NoticeAsset = { id: 's3', name: 'Joint station', capacityKw: '1600', sharePercent: '6.25' };

const owed = (wish: Partial<OwedIncome>): OwedIncome => ({
  assetId: 's1',
  stream: 'energy',
  month: '2024-12',
  bookedOn: '2025-01-18',
  amount: 243_633n,
  kwh: '6338',
  receipts: [],
  ...wish,
});
const paid = (receivedOn: string, amount: bigint): OwedIncome['receipts'] => [{ receivedOn, amount }];
/** What one asset's only stream says: received, outstanding. */
const told = (
  rows: OwedIncome[],
  stream: OwedIncome['stream'],
  period: Parameters<typeof incomeRows>[0] = H1,
) => {
  const [row] = incomeRows(period, [STATION], rows).rows;
  const receipt = row?.receipts.find((each) => each.stream === stream);
  return receipt === undefined ? undefined : [receipt.received, receipt.outstanding];
};

describe('the income of a sheet', () => {
  it.each<{ rule: string; rows: OwedIncome[]; energy: [string, string] | undefined }>([
    {
      rule: 'counts the first day of the period',
      rows: [owed({ receipts: paid('2025-01-01', 243_633n) })],
      energy: ['243633', '0'],
    },
    {
      rule: 'counts the last day',
      rows: [owed({ receipts: paid('2025-06-30', 243_633n) })],
      energy: ['243633', '0'],
    },
    {
      rule: 'names as outstanding what comes a day later',
      rows: [owed({ receipts: paid('2025-07-01', 243_633n) })],
      energy: ['0', '243633'],
    },
    {
      rule: 'is silent of what came before',
      rows: [owed({ receipts: paid('2024-12-31', 243_633n) })],
      energy: undefined,
    },
    {
      rule: 'tells a part apart',
      rows: [owed({ receipts: paid('2025-02-20', 3_633n) })],
      energy: ['3633', '240000'],
    },
    {
      rule: 'leaves out what is booked after the period',
      rows: [owed({ bookedOn: '2025-07-01' })],
      energy: undefined,
    },
    {
      rule: 'names what is booked on the last day',
      rows: [owed({ bookedOn: '2025-06-30' })],
      energy: ['0', '243633'],
    },
  ])('$rule', ({ rows, energy }) => {
    expect(told(rows, 'energy')).toEqual(energy);
  });

  it('tells the months for which money came, and what of those months is missing', () => {
    const rows = [
      owed({ month: '2024-12', receipts: paid('2025-01-20', 243_633n) }),
      owed({ month: '2025-01', amount: 100n, kwh: '10' }),
      owed({ month: '2025-02', amount: 200n, kwh: '20', receipts: paid('2025-03-20', 200n) }),
      owed({ month: '2025-05', amount: 300n, kwh: '30' }),
    ];
    const { rows: printed, months } = incomeRows(H1, [STATION], rows);
    expect(months).toEqual([{ stream: 'energy', from: '2024-12', to: '2025-02' }]);
    expect(printed[0]).toMatchObject({ asset: 'Station 1', capacityKw: '100', energyKwh: '6358' });
    expect(told(rows, 'energy')).toEqual(['243833', '100']);
  });

  it('names a batch of subsidy as outstanding for the station it did not come for', () => {
    const batch = { stream: 'subsidy' as const, bookedOn: '2025-01-01' };
    const rows = [
      owed({ ...batch, month: '2024-07', amount: 431_192n, receipts: paid('2025-03-26', 431_192n) }),
      owed({ ...batch, month: '2024-12', amount: 295_097n, receipts: paid('2025-03-26', 295_097n) }),
      owed({ ...batch, assetId: 's3', month: '2024-07', amount: 1_995_096n }),
      owed({ ...batch, assetId: 's3', month: '2024-12', amount: 288_672n }),
      owed({ ...batch, assetId: 's3', month: '2025-01', amount: 9_999n }),
    ];
    const { rows: printed, months } = incomeRows(H1, [STATION, JOINT], rows);
    expect(months).toEqual([{ stream: 'subsidy', from: '2024-07', to: '2024-12' }]);
    expect(
      printed.map((row) => [row.asset, row.receipts.map((each) => [each.received, each.outstanding])]),
    ).toEqual([
      [
        'Station 1',
        [
          ['0', '0'],
          ['726289', '0'],
        ],
      ],
      [
        'Joint station',
        [
          ['0', '0'],
          ['0', '2283768'],
        ],
      ],
    ]);
    expect(printed[1]?.receipts[1]?.outstandingMonths).toEqual({ from: '2024-07', to: '2024-12' });
    expect(printed[0]?.receipts[1]).not.toHaveProperty('outstandingMonths');
    expect(printed[1]?.sharePercent).toBe('6.25');
  });

  it.each<{ month: string; outstanding: string | undefined }>([
    { month: '2024-12', outstanding: '5' },
    { month: '2025-01', outstanding: undefined },
  ])('misses a subsidy of which nothing came once its year is over: $month', ({ month, outstanding }) => {
    const rows = [owed({ stream: 'subsidy', month, amount: 5n })];
    expect(told(rows, 'subsidy')?.[1]).toBe(outstanding);
  });

  it('says on one sheet, the first, what tax the grid kept back of the slips it paid', () => {
    const kept = (rows: OwedIncome[], period: Parameters<typeof incomeRows>[0] = H1) =>
      incomeRows(period, [STATION], rows).taxKept;
    const twice = [...paid('2025-06-30', 200_000n), ...paid('2025-07-01', 43_633n)];
    const rows = [owed({ taxKept: 7_000n, receipts: twice }), owed({ taxKept: 1n, receipts: [] })];
    expect(kept(rows)).toBe('7000');
    expect(kept(rows, { ...H1, from: '2025-07-01', to: '2025-12-31' })).toBeUndefined();
    expect(kept([owed({ receipts: twice })])).toBeUndefined();
    expect(kept([owed({ assetId: 's9', taxKept: 5n, receipts: twice })])).toBeUndefined();
  });

  it('says what a document calls what came in the period, each once, by stream', () => {
    const came = paid('2025-02-02', 5n);
    const rent = owed({
      stream: 'rent',
      month: '2025-01',
      kwh: undefined,
      receipts: came,
      called: 'rent, why',
    });
    const [row] = incomeRows(
      { ...H1, pool: 'other' },
      [STATION],
      [
        ...[rent, rent, { ...rent, called: 'a gift' }, { ...rent, called: undefined }],
        ...[{ ...rent, called: 'of later', receipts: paid('2025-07-01', 5n) }],
        { ...rent, stream: 'other', called: undefined },
      ],
    ).rows;
    expect(row?.receipts.map(({ stream, called }) => [stream, called])).toEqual([
      ['rent', ['a gift', 'rent, why']],
      ['other', undefined],
    ]);
  });

  it('has the two streams of a station always, of other assets those that are owed', () => {
    const rent = owed({ stream: 'rent', month: '2025-01', amount: 600_000n, kwh: undefined });
    const other = owed({ ...rent, stream: 'other', amount: 5n, receipts: paid('2025-02-02', 5n) });
    expect(incomeRows(H1, [STATION], []).streams).toEqual(['energy', 'subsidy']);
    expect(incomeRows(OTHER, [STATION], []).streams).toEqual(['rent']);
    const { streams, months, rows } = incomeRows(OTHER, [STATION], [other, rent]);
    expect({ streams, months }).toEqual({ streams: ['rent', 'other'], months: [] });
    expect(rows[0]?.receipts.map((each) => [each.received, each.outstanding])).toEqual([
      ['0', '600000'],
      ['5', '0'],
    ]);
    expect(rows[0]).not.toHaveProperty('energyKwh');
  });
});
