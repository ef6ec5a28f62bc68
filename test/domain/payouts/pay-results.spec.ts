import type { PayFileLine } from '../../../src/domain/payouts/pay-file';
import { readPayResults } from '../../../src/domain/payouts/pay-results';
import { payment, WORDS } from './pay-files.fixture';

const HEAD = ['序号', '户名', '账号', '金额', '处理结果', '失败原因'];
const [wang, li, child] = [
  payment(),
  payment({ number: 2, payee: '李建国', account: '6217000120034567890', amount: 40_050n }),
  // 与王秀英共用一张卡
  payment({ number: 3, payee: '王小宝', amount: 92_000n }),
];

const read = (lines: readonly PayFileLine[], ...rows: string[][]) =>
  readPayResults(
    [['代发结果'], HEAD, ...rows].map((cells, place) => ({ number: place + 1, cells })),
    lines,
    WORDS,
  );
const codesOf = (lines: readonly PayFileLine[], ...rows: string[][]): string[] =>
  read(lines, ...rows).problems.map(({ code, field }) => `${field} ${code}`);

describe('what a bank says of a list', () => {
  it('is taken line by line; what it does not mention stays open', () => {
    const { results, problems } = read(
      [wang, li, child],
      ['1', '王秀英', wang.account, '920.00', '成功', ''],
      ['2', '李建国', li.account, '400.50', '失败', '户名不符'],
      ['合计', '', '', '1320.50', '', ''],
    );
    expect(problems).toEqual([]);
    expect(results).toEqual([
      { number: 1, returned: undefined },
      { number: 2, returned: { kind: 'wrongName', reason: '户名不符' } },
    ]);
  });

  it('knows an account of which the bank prints a part', () => {
    const { results } = read([li], ['', '', '621700******7890', '400.50', '成功', '']);
    expect(results).toEqual([{ number: 2, returned: undefined }]);
  });

  it('takes the first digits of an account beside a name or a number, and blanks in a name', () => {
    for (const [number, payee] of [
      ['', '王 秀英'],
      ['1', ''],
    ] as const)
      expect(read([wang], [number, payee, '6228****', '920.00', '成功', '']).results).toEqual([
        { number: 1, returned: undefined },
      ]);
  });

  it('shortens a reason that is longer than a sheet has room for', () => {
    const long = '户名不符'.repeat(30);
    const reason = read([li], ['2', '', li.account, '400.50', '失败', long]).results[0]?.returned?.reason;
    expect([reason?.length, reason?.at(-1), long.startsWith(reason?.slice(0, -1) ?? '?')]).toEqual([
      ...[100, '…', true],
    ]);
  });

  it('tells people apart who share an account, by name or by number', () => {
    const byName = read([wang, child], ['', '王小宝', wang.account, '920.00', '成功', '']);
    expect(byName.results.map(({ number }) => number)).toEqual([3]);
    const byNumber = read([wang, child], ['1', '', wang.account, '920.00', '成功', '']);
    expect(byNumber.results.map(({ number }) => number)).toEqual([1]);
  });

  it('keeps no number of a person that a reason repeats', () => {
    const { results } = read([li], ['2', '', li.account, '400.50', '退票', '账号6217000120034567890已销户']);
    expect(results[0]?.returned?.reason).toBe('账号***************7890已销户');
  });

  it.each<{ why: string; lines?: PayFileLine[]; rows: string[][]; codes: string[] }>([
    {
      why: 'an account that is not of the list',
      rows: [['9', '张三', '6228480402564890099', '920.00', '成功', '']],
      codes: ['row.3.account payResult.notOfList'],
    },
    {
      why: 'a total that its rows do not come to',
      rows: [
        ['1', '王秀英', wang.account, '920.00', '成功', ''],
        ['合计', '', '', '1320.50', '', ''],
      ],
      codes: ['row.4.amount payResult.otherTotal'],
    },
    {
      why: 'another sum',
      rows: [['1', '王秀英', wang.account, '921.00', '成功', '']],
      codes: ['row.3.amount payResult.otherAmount'],
    },
    {
      why: 'another name',
      rows: [['1', '王秀芳', wang.account, '920.00', '成功', '']],
      codes: ['row.3.payee payResult.otherPayee'],
    },
    {
      why: 'two people share the account and nothing tells them apart',
      lines: [wang, child],
      rows: [['', '', wang.account, '920.00', '成功', '']],
      codes: ['row.3.account payResult.several'],
    },
    {
      why: 'the same payment twice',
      rows: [
        ['1', '', wang.account, '920.00', '成功', ''],
        ['1', '', wang.account, '920.00', '失败', '销户'],
      ],
      codes: ['row.4.account payResult.twice'],
    },
    {
      why: 'a word that nobody knows',
      rows: [['1', '', wang.account, '920.00', '处理中', '']],
      codes: ['row.3.result payResult.wordUnknown'],
    },
    {
      why: 'a return without a reason',
      rows: [['1', '', wang.account, '920.00', '失败', '']],
      codes: ['row.3.reason payResult.noReason'],
    },
    {
      why: 'no amount, and too few digits of an account',
      rows: [['1', '', '6228*', '九百', '成功', '']],
      codes: ['row.3.amount money.notAnAmount'],
    },
    {
      why: 'too few digits of an account',
      rows: [['', '', '62*', '920.00', '成功', '']],
      codes: ['row.3.account payResult.notOfList'],
    },
    {
      why: 'the first digits alone, which are the bank’s own',
      rows: [['', '', '6228****', '920.00', '成功', '']],
      codes: ['row.3.account payResult.accountUnsure'],
    },
    { why: 'no row at all', rows: [], codes: ['file file.noRows'] },
  ])('$why', ({ lines = [wang, li], rows, codes }) => {
    expect(codesOf(lines, ...rows)).toEqual(codes);
  });

  it('says what must head its columns', () => {
    const { problems } = readPayResults([{ number: 1, cells: ['户名', '金额'] }], [wang], WORDS);
    expect(problems).toEqual([
      { code: 'payResult.noHeading', field: 'file', facts: { wanted: ['账号', '金额', '处理结果'] } },
    ]);
  });
});
