import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import {
  type BankLayout,
  type BankRow,
  findHeading,
  layoutOf,
  readBankDay,
} from '../../../src/domain/ledger/bank-layout';
import { lineMarks, readStatement } from '../../../src/domain/ledger/bank-statement';

const readLayout: (text: string) => BankLayout = parse;
const layoutIn = (id: string): BankLayout =>
  readLayout(readFileSync(join(__dirname, `../../../seeds/bank-layouts/${id}.yaml`), 'utf8'));
const generic = layoutIn('generic');
const twoColumns = layoutIn('rural-commercial-bank');
const marked = layoutIn('rural-credit-cooperative');

describe('a day as a bank writes it', () => {
  it.each<{ text: string; day: string | undefined }>([
    { text: '2025-06-30', day: '2025-06-30' },
    { text: '2025/6/3', day: '2025-06-03' },
    { text: '2025.06.30', day: '2025-06-30' },
    { text: '20250630', day: '2025-06-30' },
    { text: '2025年6月30日', day: '2025-06-30' },
    { text: '2025-06-30 09:15:02', day: '2025-06-30' },
    { text: '2025-06-30T00:00:00.000Z', day: '2025-06-30' },
    { text: '２０２５－０６－３０', day: '2025-06-30' },
    { text: '45838', day: '2025-06-30' },
    { text: '45838.5', day: '2025-06-30' },
    { text: '43890', day: '2020-02-29' },
    { text: '20250631', day: undefined },
    { text: '2025-02-29', day: undefined },
    { text: '19999', day: undefined },
    { text: '6/30', day: undefined },
    { text: '', day: undefined },
  ])('reads $text as $day', ({ text, day }) => {
    expect(readBankDay(text, generic.dates)).toBe(day);
  });
});

/** The rows of a file that hold something, numbered as a spreadsheet does. */
const rowsOf = (cells: readonly string[][]): BankRow[] =>
  cells.map((each, place) => ({ number: place + 1, cells: each })).filter((row) => row.cells.length > 0);

const amountsOf = (layout: BankLayout, head: string[], ...rows: string[][]) =>
  readStatement(rowsOf([head, ...rows]), layout).lines.map(({ amount }) => amount);
const codesOf = (layout: BankLayout, head: string[], ...rows: string[][]) =>
  readStatement(rowsOf([head, ...rows]), layout).problems.map(({ code, field }) => `${field} ${code}`);

describe('the sign of an amount', () => {
  const signed = ['日期', '摘要', '金额'];
  const two = ['交易日期', '摘要', '收入', '支出'];
  const mark = ['交易日期', '摘要', '借贷标志', '发生额'];
  const day = '2025-06-30';

  it.each<{ why: string; layout: BankLayout; head: string[]; row: string[]; amount: bigint }>([
    {
      why: 'a plain amount came in',
      layout: generic,
      head: signed,
      row: [day, '', '1,260.5'],
      amount: 126050n,
    },
    { why: 'a negative one went out', layout: generic, head: signed, row: [day, '', '-3'], amount: -300n },
    {
      why: 'a yuan sign stands before',
      layout: generic,
      head: signed,
      row: [day, '', '¥3.00'],
      amount: 300n,
    },
    { why: 'yuan stands behind', layout: generic, head: signed, row: [day, '', '-3.00元'], amount: -300n },
    { why: 'income', layout: twoColumns, head: two, row: [day, '', '5.00', ''], amount: 500n },
    { why: 'expense', layout: twoColumns, head: two, row: [day, '', '0.00', '5.00'], amount: -500n },
    { why: 'expense beside a dash', layout: twoColumns, head: two, row: [day, '', '--', '5'], amount: -500n },
    {
      why: 'income taken back in red',
      layout: twoColumns,
      head: two,
      row: [day, '', '-5', ''],
      amount: -500n,
    },
    { why: 'expense taken back', layout: twoColumns, head: two, row: [day, '', '', '-5'], amount: 500n },
    { why: 'the bank credits', layout: marked, head: mark, row: [day, '', '贷', '5'], amount: 500n },
    { why: 'the bank debits', layout: marked, head: mark, row: [day, '', '借', '5'], amount: -500n },
    { why: 'a small letter', layout: marked, head: mark, row: [day, '', 'd', '5'], amount: -500n },
    { why: 'a credit taken back', layout: marked, head: mark, row: [day, '', '贷', '-5'], amount: -500n },
  ])('$why: $amount', ({ layout, head, row, amount }) => {
    expect(amountsOf(layout, head, row)).toEqual([amount]);
  });

  it.each<{ layout: BankLayout; head: string[]; row: string[]; problem: string }>([
    { layout: generic, head: signed, row: [day, '', '3.005'], problem: 'row.2.amount bank.amountUnreadable' },
    { layout: generic, head: signed, row: [day, '', ''], problem: 'row.2.amount bank.amountMissing' },
    { layout: generic, head: signed, row: [day, '', '-'], problem: 'row.2.amount bank.amountMissing' },
    { layout: generic, head: signed, row: [day, '', '0.000'], problem: 'row.2.amount bank.amountUnreadable' },
    { layout: generic, head: signed, row: [day, '利息', ''], problem: 'row.2.amount bank.amountMissing' },
    { layout: generic, head: signed, row: ['6-30', '', '3'], problem: 'row.2.day bank.dayUnreadable' },
    { layout: generic, head: signed, row: ['', '转账', '3'], problem: 'row.2.day bank.dayMissing' },
    { layout: twoColumns, head: two, row: [day, '', '1', '2'], problem: 'row.2.out bank.bothSides' },
    { layout: twoColumns, head: two, row: [day, '', '', ''], problem: 'row.2.in bank.amountMissing' },
    { layout: marked, head: mark, row: [day, '', '?', '5'], problem: 'row.2.mark bank.markUnknown' },
    {
      layout: generic,
      head: signed,
      row: [day, 'x'.repeat(201), '5'],
      problem: 'row.2.text bank.textTooLong',
    },
  ])('refuses $row: $problem', ({ layout, head, row, problem }) => {
    expect(codesOf(layout, head, row)).toEqual([problem]);
  });

  it.each<{ why: string; layout: BankLayout; head: string[]; row: string[] }>([
    { why: 'nought', layout: generic, head: signed, row: [day, '结息', '0.00'] },
    { why: 'a full-width nought', layout: generic, head: signed, row: [day, '结息', '０．００'] },
    { why: 'nought beside a mark', layout: marked, head: mark, row: [day, '', '', '0'] },
    { why: 'nought on both sides', layout: twoColumns, head: two, row: [day, '', '0.00', '0.00'] },
    { why: 'nought beside nothing', layout: twoColumns, head: two, row: [day, '', '0', ''] },
    { why: 'what was brought forward', layout: generic, head: signed, row: [day, '期初余额', ''] },
    { why: 'what was on the page before', layout: twoColumns, head: two, row: [day, '承前页', '', ''] },
  ])('takes no line from $why', ({ layout, head, row }) => {
    expect([codesOf(layout, head, row), amountsOf(layout, head, row)]).toEqual([[], []]);
  });

  it('takes what only begins with such a word and has an amount', () => {
    expect(amountsOf(generic, signed, [day, '合计付电费', '-5'])).toEqual([-500n]);
  });

  it('leaves of a number of a person its last places, and a serial number as it is', () => {
    const head = ['交易日期', '摘要', '金额', '对方户名', '流水号'];
    const row = [day, '转卡6228480123456789012 张三', '5', '李四13800138000', '6228480123456789012'];
    const { lines } = readStatement(rowsOf([head, row]), generic);
    expect(lines.map(({ text, counterparty, reference }) => [text, counterparty, reference])).toEqual([
      ['转卡***************9012 张三', '李四*******8000', '6228480123456789012'],
    ]);
  });

  it('takes no line from a row with a bad cell, and the good ones beside it', () => {
    const read = readStatement(
      rowsOf([signed, [day, 'a', '1'], ['bad', 'b', 'bad'], [day, 'c', '3']]),
      generic,
    );
    expect(read.lines.map(({ row, text }) => [row, text])).toEqual([
      [2, 'a'],
      [4, 'c'],
    ]);
    expect(read.problems.map(({ field }) => field)).toEqual(['row.3.day', 'row.3.amount']);
  });
});

describe('a statement', () => {
  const file = [
    ['某农村商业银行账户明细'],
    ['账号', '6228************0011', '', '', ''],
    [],
    ['交易日期', '摘要', '收入(元)', '支出(元)', '账户余额（元）', '对方户名', '流水号'],
    ['20250602', '电费', '100.00', '', '1,100.00', '供电公司', 'A1'],
    ['20250603', '手续费', '', '2.00', '1,098.00', '', 'A2'],
    ['', '', '', '', '', '', ''],
    ['合计', '', '100.00', '2.00', '', '', ''],
  ];

  it('is read below its preamble and above its totals', () => {
    const { heading, lines, problems } = readStatement(rowsOf(file), twoColumns);
    expect(problems).toEqual([]);
    expect(heading?.row).toBe(4);
    expect(lines).toEqual([
      {
        row: 5,
        bookedOn: '2025-06-02',
        amount: 10000n,
        text: '电费',
        counterparty: '供电公司',
        reference: 'A1',
        balanceAfter: 110000n,
      },
      {
        row: 6,
        bookedOn: '2025-06-03',
        amount: -200n,
        text: '手续费',
        counterparty: '',
        reference: 'A2',
        balanceAfter: 109800n,
      },
    ]);
  });

  it('is turned round where the bank lists the latest line first', () => {
    const turned = [...file.slice(0, 4), file[5] ?? [], file[4] ?? []];
    expect(readStatement(rowsOf(turned), twoColumns).lines.map(({ reference }) => reference)).toEqual([
      'A1',
      'A2',
    ]);
    const oneDay = turned.map((row) => row.map((cell) => cell.replace('20250603', '20250602')));
    expect(readStatement(rowsOf(oneDay), twoColumns).lines.map(({ reference }) => reference)).toEqual([
      'A1',
      'A2',
    ]);
  });

  it('without its heading is refused as a whole', () => {
    const read = readStatement(rowsOf(file.slice(4)), twoColumns);
    expect(read.lines).toEqual([]);
    expect(read.problems.map(({ code }) => code)).toEqual(['bank.noHeading']);
  });

  it.each<{ head: string[]; id: string | undefined }>([
    { head: ['日期', '摘要', '金额', '余额'], id: 'generic' },
    { head: ['交易日期', '摘要', '收入', '支出', '余额'], id: 'rural-commercial-bank' },
    { head: ['交易日期', '摘要', '借贷标志', '交易金额', '余额'], id: 'rural-credit-cooperative' },
    { head: ['记账日', '备注', '借方（支出）', '贷方（收入）', '可用余额'], id: 'rural-commercial-bank' },
    { head: ['交易时间', '摘要', '借方', '贷方', '余额'], id: 'rural-commercial-bank' },
    { head: ['日期', '摘要', '借方发生额(支取)', '贷方发生额(收入)'], id: 'rural-commercial-bank' },
    { head: ['日期', '摘要', '支出 (元)', '收入(万元)'], id: 'rural-commercial-bank' },
    { head: ['交易时间', '摘要', '借方（收入）', '贷方（支出）', '余额'], id: undefined },
    { head: ['交易时间', '摘要', '金额（支出为负）'], id: 'generic' },
    { head: ['日期', '金额'], id: undefined },
  ])('headed $head is of layout $id', ({ head, id }) => {
    expect(layoutOf(rowsOf([head]), [generic, twoColumns, marked])?.id).toBe(id);
  });

  it('is read by its days, though the time of day has a column of its own', () => {
    const head = ['交易时间', '交易日期', '摘要', '借方(支出)', '贷方(收入)'];
    const read = readStatement(rowsOf([head, ['10:31:22', '2025-06-30', '手续费', '2.00', '']]), twoColumns);
    expect(read.lines).toMatchObject([{ bookedOn: '2025-06-30', amount: -200n }]);
  });

  it('has its heading within thirty rows', () => {
    const head = ['日期', '摘要', '金额'];
    const above = (rows: number) => [...Array<string[]>(rows).fill(['x']), head];
    expect(findHeading(rowsOf(above(29)), generic)?.row).toBe(30);
    expect(findHeading(rowsOf(above(30)), generic)).toBeUndefined();
  });
});

describe('the mark of a line', () => {
  const lines = readStatement(
    rowsOf([
      ['日期', '摘要', '金额'],
      ['2025-06-01', '工资', '-50'],
      ['2025-06-01', '工资', '-50'],
      ['2025-06-02', '工资', '-50'],
    ]),
    generic,
  ).lines;

  it('tells two equal payments of a day apart', () => {
    expect(new Set(lineMarks(lines)).size).toBe(3);
  });

  it('is the same when only a part of the days is read again', () => {
    expect(lineMarks(lines.slice(2))).toEqual(lineMarks(lines).slice(2));
  });
});
