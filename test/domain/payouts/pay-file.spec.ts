import fc from 'fast-check';
import { type PayFileList, writePayFile } from '../../../src/domain/payouts/pay-file';
import type { PayFileLayout } from '../../../src/domain/payouts/pay-file-layout';
import { LAYOUTS, layoutCalled, listOf, measured, payment } from './pay-files.fixture';

const write = (layout: PayFileLayout, list: PayFileList) => writePayFile(layout, list, measured(layout));
const codesOf = (layout: PayFileLayout, list: PayFileList): string[] =>
  write(layout, list).problems.map(({ code, field }) => `${field} ${code}`);

describe('a list as a bank wants it', () => {
  const two = listOf(
    payment(),
    payment({ number: 2, payee: '李建国', account: '62170001', kind: 'passbook', amount: 5n, memo: '劳务' }),
  );

  it('is a table with its total below', () => {
    const { file, problems } = write(layoutCalled('generic-xlsx'), two);
    expect(problems).toEqual([]);
    expect(file.name).toBe('代发-2025-0007.xlsx');
    expect(file.titles).toEqual(['序号', '户名', '账号', '开户行', '金额', '附言']);
    expect(file.lines).toEqual([
      ['1', '王秀英', '6228480402564890018', '石桥信用社', '920.00', '2025年7月岗位补贴'],
      ['2', '李建国', '62170001', '石桥信用社', '0.05', '劳务'],
    ]);
    expect(file.foot).toEqual(['合计', '2', '', '', '920.05', '']);
  });

  it('calls the kinds of accounts by the bank’s words', () => {
    const { file } = write(layoutCalled('one-card'), two);
    expect(file.lines.map(([, , kind]) => kind)).toEqual(['银行卡', '一卡通存折']);
  });

  it('is lines of fixed widths, counted in bytes, amounts in fen with noughts', () => {
    const { file, problems } = write(layoutCalled('rural-bank-fixed'), two);
    expect(problems).toEqual([]);
    expect(file.name).toBe('DF20250805-2025-0007.txt');
    // 1 + 付款账号 32 + 日期 8 + 笔数 6 + 总额(分) 15
    expect(file.head).toEqual([`1${'1210000100001'.padEnd(32)}20250805000002000000000092005`]);
    // 户名占 60 个字节:三个汉字六个字节,补 54 个空格;附言 40 个字节:2025年7月岗位补贴 17 个字节
    expect(file.lines[0]).toEqual([
      `2000001${'6228480402564890018'.padEnd(32)}王秀英${' '.repeat(54)}000000000092000` +
        `2025年7月岗位补贴${' '.repeat(40 - 17)}`,
    ]);
  });

  it('closes with count, total and the accounts added up', () => {
    const { file } = write(layoutCalled('credit-cooperative-fixed'), two);
    // 账号末八位相加:64890018 + 62170001 = 127060019
    expect(file.foot).toEqual([`T00000002${'920.05'.padStart(18)}0000000127060019`]);
    expect(file.lines.map(([line = '']) => line.slice(9, 10))).toEqual(['2', '1']);
  });
});

describe('what keeps a list from being written', () => {
  const fixed = layoutCalled('rural-bank-fixed');

  it.each<{ why: string; layout?: PayFileLayout; list: PayFileList; codes: string[] }>([
    { why: 'nobody is on it', list: listOf(), codes: ['lines payFile.noLines'] },
    {
      why: 'somebody has no account',
      list: listOf(payment({ account: '' })),
      codes: ['lines.1 payFile.noAccount'],
    },
    {
      why: 'the bank does not pay to such an account',
      layout: { ...fixed, takes: ['passbook'] },
      list: listOf(payment()),
      codes: ['lines.1 payFile.kindNotTaken'],
    },
    {
      why: 'nothing is to be paid',
      list: listOf(payment({ amount: 0n })),
      codes: ['lines.1 payFile.notAboveZero'],
    },
    {
      why: 'a name of 30 characters fits its 60 bytes',
      list: listOf(payment({ payee: '长'.repeat(30) })),
      codes: [],
    },
    {
      why: 'a name of 31 characters does not, and is not cut',
      list: listOf(payment({ payee: '长'.repeat(31) })),
      codes: ['lines.1.payee payFile.tooWide'],
    },
    {
      why: 'a rare character takes four bytes: 15 fit',
      list: listOf(payment({ payee: '𠮷'.repeat(15) })),
      codes: [],
    },
    {
      why: 'a rare character takes four bytes: 16 do not',
      list: listOf(payment({ payee: '𠮷'.repeat(16) })),
      codes: ['lines.1.payee payFile.tooWide'],
    },
    {
      why: 'an amount has 16 digits of fen',
      list: listOf(payment({ amount: 9_007_199_254_740_991n })),
      codes: ['head.total payFile.tooWide', 'lines.1.amount payFile.tooWide'],
    },
    {
      why: 'a line break would make a line of its own',
      list: listOf(payment({ memo: '岗位\n补贴' })),
      codes: ['lines.1.memo payFile.unseen'],
    },
    {
      why: 'more than the bank takes at once',
      layout: { ...fixed, file: { ...fixed.file, most_lines: 1 } },
      list: listOf(payment(), payment({ number: 2 })),
      codes: ['lines payFile.tooMany'],
    },
    {
      why: 'everything at once',
      list: listOf(payment({ account: '', amount: 0n }), payment({ number: 2, payee: '长'.repeat(31) })),
      codes: ['lines.1 payFile.noAccount', 'lines.1 payFile.notAboveZero', 'lines.2.payee payFile.tooWide'],
    },
  ])('$why', ({ layout = fixed, list, codes }) => {
    expect(codesOf(layout, list)).toEqual(codes);
  });

  it('never repeats an account', () => {
    const { problems } = write(fixed, listOf(payment({ account: '6'.repeat(33) })));
    expect(problems.map(({ code }) => code)).toEqual(['payFile.tooWide']);
    expect(JSON.stringify(problems)).not.toContain('666');
  });
});

describe('any list', () => {
  const name = fc.string({ unit: fc.constantFrom('王', '秀', '𠮷', 'A', '·'), minLength: 1, maxLength: 12 });
  const lines = fc.array(
    fc.record({ payee: name, amount: fc.bigInt(1n, 99_999_999n), account: fc.stringMatching(/^\d{16,19}$/) }),
    { minLength: 1, maxLength: 30 },
  );

  it.each(LAYOUTS.map((layout) => ({ id: layout.id, layout })))(
    'adds up and keeps its widths: $id',
    ({ layout }) => {
      const width = (places: PayFileLayout['head']): number =>
        (places ?? []).reduce((sum, place) => sum + (place.width ?? 0), 0);
      fc.assert(
        fc.property(lines, (given) => {
          const list = listOf(...given.map((line, place) => payment({ ...line, number: place + 1 })));
          const { file, problems } = write(layout, list);
          expect(problems).toEqual([]);
          const total = given.reduce((sum, { amount }) => sum + amount, 0n);
          const sums = [...file.head, ...file.foot].join(' ');
          const yuan = `${String(total / 100n)}.${String(total % 100n).padStart(2, '0')}`;
          expect(sums.includes(yuan) || sums.includes(String(total))).toBe(true);
          if (layout.file.form !== 'fixed') return;
          const bytes = (cells: readonly string[]): number => measured(layout)(cells.join(''));
          expect(bytes(file.head)).toBe(width(layout.head));
          expect(bytes(file.foot)).toBe(width(layout.foot));
          const widths = new Set(file.lines.map(bytes));
          expect([...widths]).toEqual([layout.lines.reduce((sum, place) => sum + (place.width ?? 0), 0)]);
        }),
        { seed: 20_250_805, numRuns: 60 },
      );
    },
  );
});
