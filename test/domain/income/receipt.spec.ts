import { GRID } from '../../../src/domain/ledger/counterparty';
import { readReceipt, type ReceiptForm } from '../../../src/domain/income/receipt';

const OPEN = [
  { id: 'energy', stream: 'energy', counterparty: GRID, outstanding: 157_450n, bookedOn: '2025-03-18' },
  { id: 'subsidy', stream: 'subsidy', counterparty: GRID, outstanding: 190_710n, bookedOn: '2025-03-18' },
];
const FORM: ReceiptForm = {
  receivedOn: '2025-04-02',
  amount: '3,481.60',
  amounts: { energy: '1,574.50', subsidy: '1,907.10' },
};
const problemsOf = (change: Partial<ReceiptForm>) => readReceipt({ ...FORM, ...change }, OPEN).problems;

describe('a receipt', () => {
  it.each<{ rule: string; change: Partial<ReceiptForm>; lines: [string, bigint][] }>([
    {
      rule: 'clears several receivables',
      change: {},
      lines: [
        ['energy', 157_450n],
        ['subsidy', 190_710n],
      ],
    },
    {
      rule: 'clears a part',
      change: { amount: '0.01', amounts: { energy: '0.01' } },
      lines: [['energy', 1n]],
    },
    {
      rule: 'leaves out what is empty or nothing',
      change: { amount: '1574.50', amounts: { energy: '1574.50', subsidy: ' ', other: '' } },
      lines: [['energy', 157_450n]],
    },
    {
      rule: 'leaves out a zero',
      change: { amount: '1574.50', amounts: { energy: '1574.50', subsidy: '0' } },
      lines: [['energy', 157_450n]],
    },
    {
      rule: 'comes on the day the slip was booked',
      change: { receivedOn: '2025-03-18' },
      lines: [
        ['energy', 157_450n],
        ['subsidy', 190_710n],
      ],
    },
  ])('$rule', ({ change, lines }) => {
    const { problems, ...read } = readReceipt({ ...FORM, ...change }, OPEN);
    expect(problems).toEqual([]);
    expect(read.lines.map((line) => [line.receivableId, line.amount])).toEqual(lines);
  });

  it.each<{ rule: string; change: Partial<ReceiptForm>; problems: unknown[] }>([
    {
      rule: 'one fen above what is outstanding',
      change: { amount: '1574.51', amounts: { energy: '1574.51' } },
      problems: [
        {
          code: 'receipt.aboveOutstanding',
          field: 'amounts.energy',
          value: '1574.51',
          facts: { outstanding: 157_450n, excess: 1n },
        },
      ],
    },
    {
      rule: 'parts that are not the whole',
      change: { amount: '3481.61' },
      problems: [
        {
          code: 'receipt.partsNotWhole',
          field: 'amount',
          value: '3481.61',
          facts: { parts: 348_160n, difference: 1n },
        },
      ],
    },
    {
      rule: 'a day before the slip was booked',
      change: { receivedOn: '2025-03-17', amounts: { energy: '3481.60' } },
      problems: [
        {
          code: 'receipt.aboveOutstanding',
          field: 'amounts.energy',
          value: '3481.60',
          facts: { outstanding: 157_450n, excess: 190_710n },
        },
      ],
    },
    {
      rule: 'a day before the slip was booked, the amounts being right',
      change: { receivedOn: '2025-03-17', amount: '1574.50', amounts: { energy: '1574.50' } },
      problems: [
        {
          code: 'receipt.beforeBooked',
          field: 'amounts.energy',
          value: '1574.50',
          facts: { bookedOn: '2025-03-18' },
        },
      ],
    },
    {
      rule: 'no money',
      change: { amount: '0', amounts: {} },
      problems: [{ code: 'money.notPositive', field: 'amount', value: '0' }],
    },
    {
      rule: 'nothing typed',
      change: { receivedOn: '', amount: ' ', amounts: {} },
      problems: [
        { code: 'form.missing', field: 'receivedOn' },
        { code: 'form.missing', field: 'amount' },
      ],
    },
    {
      rule: 'everything at once, each by its field, and no sum of what cannot be read',
      change: { receivedOn: '2025-4-2', amount: '-5', amounts: { energy: 'x', subsidy: '-1', nobody: '1' } },
      problems: [
        { code: 'calendar.notADay', field: 'receivedOn', value: '2025-4-2' },
        { code: 'money.notPositive', field: 'amount', value: '-5' },
        { code: 'money.notAnAmount', field: 'amounts.energy', value: 'x' },
        { code: 'money.negative', field: 'amounts.subsidy', value: '-1' },
        { code: 'receipt.notOpen', field: 'amounts.nobody', value: '1' },
      ],
    },
  ])('is refused with $rule', ({ change, problems }) => {
    expect(problemsOf(change)).toEqual(problems);
  });
});

describe('what the bank pays beyond an energy fee', () => {
  const fee = { amount: '1574.51', amounts: { energy: '1574.50' } };
  const why = { excessReason: 'the grid rounds the sum' };
  it.each<{ rule: string; change: Partial<ReceiptForm>; open?: object; codes: string[]; excess?: bigint }>([
    { rule: 'a fen, with a reason', change: { ...fee, ...why }, codes: [], excess: 1n },
    { rule: 'a fen below the bound', change: { ...fee, ...why, amount: '1575.49' }, codes: [], excess: 99n },
    { rule: 'a fen without one', change: fee, codes: ['receipt.excess excessReason'] },
    {
      rule: 'the bound',
      change: { ...fee, ...why, amount: '1575.50' },
      codes: ['receipt.partsNotWhole amount'],
    },
    {
      rule: 'a fen less',
      change: { ...fee, ...why, amount: '1574.49' },
      codes: ['receipt.partsNotWhole amount'],
    },
    {
      rule: 'the very fee, and a reason',
      change: { ...fee, ...why, amount: '1574.50' },
      codes: ['receipt.noExcess excessReason'],
    },
    {
      rule: 'beyond a part of the fee',
      change: { ...fee, ...why, amounts: { energy: '1574.49' } },
      codes: ['receipt.partsNotWhole amount'],
    },
    {
      rule: 'beyond the subsidy',
      change: { ...why, amount: '1907.11', amounts: { subsidy: '1907.10' } },
      codes: ['receipt.partsNotWhole amount'],
    },
    {
      rule: 'what a keeper owes',
      change: { ...fee, ...why },
      open: { counterparty: 'keeper' },
      codes: ['receipt.partsNotWhole amount'],
    },
    {
      rule: 'what no bank paid',
      change: { ...fee, ...why, fromAdvance: 'on' },
      codes: ['receipt.partsNotWhole amount'],
    },
    {
      rule: 'with a telephone',
      change: { ...fee, excessReason: '13812345678' },
      codes: ['form.privateNumber excessReason'],
      excess: 1n,
    },
  ])('$rule: $codes', ({ change, open = {}, codes, excess }) => {
    const owed = OPEN.map((each) => ({ ...each, ...open }));
    const read = readReceipt({ ...FORM, ...change }, owed, 100n);
    expect(read.problems.map(({ code, field }) => `${code} ${field}`)).toEqual(codes);
    expect(read.excess?.amount).toBe(excess);
  });

  it('is never taken where no bound is known', () => {
    expect(readReceipt({ ...FORM, ...fee, ...why }, OPEN).problems).toHaveLength(1);
  });
});
