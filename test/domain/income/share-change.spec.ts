import { shareLines, readShareLines } from '../../../src/domain/collectives/share-lines';
import { owedOnce, readPassingOn } from '../../../src/domain/income/passing-on';
import { cutIn, cutMonth } from '../../../src/domain/income/cut-month';
import { movedShares, readShareChange } from '../../../src/domain/income/share-change';

const PAPER = {
  ...{ paperTitle: 'On the merging of villages', paperNumber: 'No 7', paperIssuedOn: '2025-01-10' },
  reason: 'East took in West',
};
const ROWS = '01\tOld one\t60%\tEast\n02,Old two,40%,West\n\n';

describe('a share table as lines', () => {
  it('is read from tabs or commas, and written so that it reads the same', () => {
    const { rows, problems } = readShareLines(ROWS);
    expect(problems).toEqual([]);
    expect(rows[1]).toEqual({ key: '02', label: 'Old two', share: '40%', owner: 'West' });
    expect(readShareLines(shareLines(rows)).rows).toEqual(rows);
  });

  it.each([
    { text: '01\tOld one\t100%', codes: ['shares.notARow'] },
    { text: '01\tOld one\t100%\t', codes: ['shares.notARow'] },
    { text: '01\tOld one\t99%\tEast', codes: ['shares.notWhole'] },
    { text: '01,a,50%,East\n01,b,50%,West', codes: ['shares.keyTwice'] },
  ])('$text is refused', ({ text, codes }) => {
    expect(readShareLines(text).problems.map(({ code }) => code)).toEqual(codes);
  });

  it('names the line that has not four cells', () => {
    expect(readShareLines(`${ROWS}03 c 1% d`).problems).toEqual([
      { code: 'shares.notARow', field: 'rows', value: '03 c 1% d', facts: { line: 3 } },
    ]);
  });
});

describe('new shares of a kept station', () => {
  const known = { tables: ['2024-12-01'], unfit: [], settled: ['2024-12', '2025-01'] };
  it.each([
    { validFrom: '2025-02-01', codes: [] },
    { validFrom: '2025-01-02', codes: ['joint.cutsMonth'] },
    { validFrom: '2025-01-02', cutsMonth: 'yes', codes: [] },
    { validFrom: '2025-01-01', codes: ['joint.sharesSettled'] },
    { validFrom: '2024-12-01', codes: ['joint.sharesSettled'] },
    { validFrom: '2024-11-30', codes: ['joint.sharesNotLater', 'joint.sharesSettled'] },
    { validFrom: 'soon', codes: ['calendar.notADay'] },
  ])('from $validFrom', ({ validFrom, cutsMonth = '', codes }) => {
    const { problems } = readShareChange({ ...PAPER, validFrom, cutsMonth, rows: ROWS }, known);
    expect(problems.map(({ code }) => code)).toEqual(codes);
  });

  it('take the place of a table by which nothing is split', () => {
    const form = { ...PAPER, validFrom: '2024-12-01', rows: ROWS };
    expect(readShareChange(form, { ...known, settled: [] }).problems).toEqual([]);
  });

  it.each([
    // A first table that names a village twice, and a right one from the middle of February on.
    { validFrom: '2024-12-01', settled: [], codes: [] },
    { validFrom: '2024-12-01', settled: ['2025-03'], codes: [] },
    { validFrom: '2024-12-01', settled: ['2025-02'], codes: ['joint.sharesSettled'] },
    { validFrom: '2024-12-02', settled: [], codes: ['joint.sharesNotLater', 'joint.cutsMonth'] },
    { validFrom: '2025-02-15', settled: ['2025-02'], codes: ['joint.cutsMonth'] },
    { validFrom: '2025-02-15', settled: ['2025-03'], codes: ['joint.sharesSettled', 'joint.cutsMonth'] },
  ])('take the place of an unfit table before others: $validFrom $settled', (given) => {
    const { validFrom, settled, codes } = given;
    const found = { tables: ['2025-02-15', '2024-12-01'], unfit: ['2024-12-01'], settled };
    const { problems } = readShareChange({ ...PAPER, validFrom, rows: ROWS }, found);
    expect(problems.map(({ code }) => code)).toEqual(codes);
  });

  it('take the place of no fit table before others', () => {
    const found = { tables: ['2024-12-01', '2025-02-15'], unfit: [], settled: [] };
    const { problems } = readShareChange({ ...PAPER, validFrom: '2024-12-01', rows: ROWS }, found);
    expect(problems.map(({ code }) => code)).toEqual(['joint.sharesNotLater']);
  });

  it.each([
    ['paperTitle', 'form.missing paperTitle'],
    ['paperNumber', 'form.missing paperNumber'],
    ['paperIssuedOn', 'form.missing paperIssuedOn'],
    ['reason', 'form.missing reason'],
  ])('name their document and why: not without %s', (field, code) => {
    const form = { ...PAPER, validFrom: '2025-02-01', rows: ROWS, [field]: ' ' };
    const { problems } = readShareChange(form, known);
    expect(problems.map((each) => `${each.code} ${each.field}`)).toEqual([code]);
  });
});

describe('the month that a share table cuts', () => {
  const tables = ['2024-12-01', '2025-03-10', '2025-05-05', '2025-05-16'];
  it.each([
    { what: 'none where it begins with a month', validFrom: '2025-02-01', cut: undefined },
    { what: 'none before the first table', validFrom: '2024-11-10', cut: undefined },
    {
      what: 'goes by the table of its first day',
      validFrom: '2025-03-10',
      cut: { month: '2025-03', by: '2024-12-01', from: '2025-04' },
    },
    {
      what: 'of two in one month the first splits nothing',
      validFrom: '2025-05-05',
      cut: { month: '2025-05', by: '2025-03-10', from: undefined },
    },
    {
      what: 'and the last one the next month',
      validFrom: '2025-05-16',
      cut: { month: '2025-05', by: '2025-03-10', from: '2025-06' },
    },
  ])('$what', ({ validFrom, cut }) => {
    expect(cutMonth(validFrom, tables)).toEqual(cut);
  });

  it('is told of a slip of that month, and of no other', () => {
    const whole = tables.map((validFrom) => ({ validFrom, rows: [] }));
    expect(cutIn('2025-05', whole)).toEqual({ month: '2025-05', by: '2025-03-10', from: '2025-06' });
    expect(cutIn('2025-06', whole)).toBeUndefined();
    expect(cutIn('2024-12', whole)).toBeUndefined();
  });
});

describe('whose part a new share table changes', () => {
  const row = (key: string, share: string, owner: string) => ({ key, label: key, share, owner });
  const before = [row('1', '30%', 'East'), row('2', '20%', 'West'), row('3', '50%', 'Beyond')];
  it.each([
    {
      what: 'nobody',
      after: before.map((each) => ({ ...each, key: `n${each.key}`, label: 'new' })),
      moved: [],
    },
    {
      what: 'who took in another village, and the one who is gone',
      after: [row('1', '30%', 'East'), row('2', '20%', 'East'), row('3', '50%', 'Beyond')],
      moved: ['East 30% 50%', 'West 20% 0%'],
    },
    {
      what: 'who comes new',
      after: [
        row('1', '30%', 'East'),
        row('2', '20%', 'West'),
        row('3', '43.75%', 'Beyond'),
        row('4', '6.25%', 'New'),
      ],
      moved: ['Beyond 50% 43.75%', 'New 0% 6.25%'],
    },
  ])('$what', ({ after, moved }) => {
    const told = movedShares(before, after).map((each) => `${each.owner} ${each.before} ${each.after}`);
    expect(told).toEqual(moved);
  });

  it('of 64 shares in 58 villages is six villages and the six they took in', () => {
    const rows = (owners: number) =>
      Array.from({ length: 64 }, (_, index) => {
        const owner = String(index < owners ? index + 1 : index + 1 - owners);
        return row(String(index), '1.5625%', owner);
      });
    const moved = movedShares(rows(64), rows(58));
    expect(moved).toHaveLength(12);
    expect(moved[0]).toEqual({ owner: '1', before: '1.5625%', after: '3.125%' });
    expect(moved.at(-1)).toEqual({ owner: '64', before: '1.5625%', after: '0%' });
  });
});

describe('what is paid on to owners', () => {
  const owed = [
    { owner: 'East', owed: 4_000n },
    { owner: 'West', owed: 0n },
  ];
  const once = owedOnce(owed, new Map());
  const read = (amounts: Record<string, string>) => readPassingOn({ paidOn: '2025-02-21', amounts }, once);
  it.each([
    { amounts: { East: '40.00' }, codes: [] },
    { amounts: { East: '40.01' }, codes: ['joint.aboveOwed'] },
    { amounts: { West: '0.01' }, codes: ['joint.notOwed'] },
    { amounts: { East: '0' }, codes: ['money.notPositive'] },
    { amounts: { East: ' ', West: '' }, codes: ['joint.nobody'] },
  ])('$amounts', ({ amounts, codes }) => {
    expect(read(amounts).problems.map(({ code }) => code)).toEqual(codes);
  });

  it('says by how much it is too much', () => {
    expect(read({ East: '40.01' }).problems[0]?.facts).toEqual({ owner: 'East', owed: 4_000n, excess: 1n });
  });
});
