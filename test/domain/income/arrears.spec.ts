import {
  arrearsOn,
  lateParts,
  type OwedIncome,
  readReminder,
  type ReminderForm,
  sortArrears,
} from '../../../src/domain/income/arrears';

const owed = (wish: Partial<OwedIncome> = {}): OwedIncome => ({
  ...{ id: 'r', assetId: 'hall', counterparty: 'c', payer: 'Weavers', dueOn: '2023-10-01' },
  ...{ amount: 1_200_000n, receipts: [] },
  ...wish,
});
const paid = (receivedOn: string, amount: bigint) => ({ receivedOn, amount });
const told = (items: readonly OwedIncome[], on: string) =>
  arrearsOn(items, on).map(({ outstanding, daysLate }) => ({ outstanding, daysLate }));

describe('arrears told apart by contract', () => {
  const late = [
    ...[owed({ id: 'a' }), { ...owed({ id: 'b', counterparty: 'd' }), contractId: 'k' }],
    ...[
      { ...owed({ id: 'c', amount: 500n, receipts: [paid('2023-10-01', 499n)] }), contractId: 'k' },
      { ...owed({ id: 'e', dueOn: '2023-10-02' }), contractId: 'k' },
    ],
  ];

  it('are one sum: what each contract has, and what none made due', () => {
    const parts = lateParts(arrearsOn(late, '2023-10-02'));
    expect(parts.beside).toBe(1_200_000n);
    expect([...parts.byContract]).toEqual([['k', 1_200_001n]]);
    expect(parts.total).toBe(2_400_001n);
    expect(lateParts([])).toEqual({ total: 0n, byContract: new Map(), beside: 0n });
  });
});

describe('a list of arrears', () => {
  const row = (payer: string, daysLate: number, outstanding: bigint) => ({ payer, daysLate, outstanding });
  const rows = [row('b', 3, 10n), row('c', 9, 5n), row('a', 3, 20n), row('d', 3, 10n)];
  it.each<[order: Parameters<typeof sortArrears>[1], payers: string]>([
    ['days', 'c a b d'],
    ['amount', 'a b d c'],
    ['payer', 'a b c d'],
  ])('is sorted by %s, then by the amount, then as it came', (order, payers) => {
    expect(
      sortArrears(rows, order)
        .map(({ payer }) => payer)
        .join(' '),
    ).toBe(payers);
  });
});

describe('what is late as of a day', () => {
  it.each<{ rule: string; wish: Partial<OwedIncome>; on: string; late: object[] }>([
    { rule: 'nothing on the day it is due', wish: {}, on: '2023-10-01', late: [] },
    {
      rule: 'one day on the day after',
      wish: {},
      on: '2023-10-02',
      late: [{ outstanding: 1_200_000n, daysLate: 1 }],
    },
    {
      rule: 'the fen that is missing',
      wish: { receipts: [paid('2023-10-01', 1_199_999n)] },
      on: '2023-10-02',
      late: [{ outstanding: 1n, daysLate: 1 }],
    },
    {
      rule: 'nothing once all has come',
      wish: { receipts: [paid('2023-10-01', 1_200_000n)] },
      on: '2023-10-02',
      late: [],
    },
    {
      rule: 'what came only the day after',
      wish: { receipts: [paid('2023-10-03', 1_200_000n)] },
      on: '2023-10-02',
      late: [{ outstanding: 1_200_000n, daysLate: 1 }],
    },
    {
      rule: 'nothing that comes on the day itself',
      wish: { receipts: [paid('2023-10-02', 1_200_000n)] },
      on: '2023-10-02',
      late: [],
    },
    { rule: 'nothing that names no day', wish: { dueOn: undefined }, on: '2024-10-02', late: [] },
    {
      rule: 'a year and a day',
      wish: {},
      on: '2024-10-01',
      late: [{ outstanding: 1_200_000n, daysLate: 366 }],
    },
  ])('is $rule', ({ wish, on, late }) => {
    expect(told([owed(wish)], on)).toEqual(late);
  });

  it('is one row for each other and asset, the longest late first, then the most', () => {
    const rows = arrearsOn(
      [
        owed({ id: 'new', dueOn: '2023-11-01' }),
        owed({ id: 'old', amount: 5n }),
        owed({ id: 'other asset', assetId: 'store', dueOn: '2023-11-01', amount: 7n }),
        owed({ id: 'other tenant', counterparty: 'd', payer: 'Potters', dueOn: '2023-11-01', amount: 9n }),
      ],
      '2023-11-02',
    );
    expect(
      rows.map(({ payer, assetId, outstanding, daysLate }) => [payer, assetId, outstanding, daysLate]),
    ).toEqual([
      ['Weavers', 'hall', 1_200_005n, 32],
      ['Potters', 'hall', 9n, 1],
      ['Weavers', 'store', 7n, 1],
    ]);
    expect(rows[0]?.items.map((item) => [item.owed.id, item.daysLate, item.received])).toEqual([
      ['old', 32, 0n],
      ['new', 1, 0n],
    ]);
  });
});

describe('a reminder as typed', () => {
  const FORM: ReminderForm = { remindedOn: '2025-07-20', reminderWay: 'paper', reminderNote: ' soon ' };
  const facts = { today: '2025-07-20', lateOn: (day: string) => (day >= '2025-07-02' ? 1n : 0n) };
  const read = (wish: Partial<ReminderForm>): string[] =>
    readReminder({ ...FORM, ...wish }, facts).problems.map(({ code, field }) => `${code} ${field}`);

  it('is read with its day, its way and what was said', () => {
    expect(readReminder(FORM, facts)).toEqual({
      reminder: { remindedOn: '2025-07-20', way: 'paper', note: 'soon' },
      problems: [],
    });
  });

  it.each([
    { rule: 'the first day something is late', wish: { remindedOn: '2025-07-02' }, problems: [] },
    {
      rule: 'a day on which nothing was',
      wish: { remindedOn: '2025-07-01' },
      problems: ['arrears.nothingLate remindedOn'],
    },
    {
      rule: 'a day to come',
      wish: { remindedOn: '2025-07-21' },
      problems: ['arrears.remindedLater remindedOn'],
    },
    {
      rule: 'nothing right',
      wish: { remindedOn: '', reminderWay: 'pigeon', reminderNote: '13800138000' },
      problems: ['form.missing remindedOn', 'form.notAllowed reminderWay', 'form.privateNumber reminderNote'],
    },
  ])('is held against $rule', ({ wish, problems }) => {
    expect(read(wish)).toEqual(problems);
  });
});
