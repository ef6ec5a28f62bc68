import { tornRegisterProblems } from '../../../src/domain/assets/torn-register';
import { openingRowProblems } from '../../../src/domain/months/read-opening';
import * as opening from './opening.fixture';
import { FACTS, ROWS, rowsOf } from '../assets/register.fixture';

const shed = (name: string, kind: string, cost = '100') =>
  `1 | ${name} | 经营性 | ${kind} | 2021-09-30 | 村 | 东河村 | ${cost} | 2021 | 100`;

describe('a register some of whose cells cannot be read', () => {
  const told = (text: string, ...torn: string[]): string[] =>
    tornRegisterProblems(rowsOf(text), FACTS, { names: new Set(torn), mark: '?', isRowLost: false }).map(
      ({ code, field }) => `${code} ${field}`,
    );
  const wrong = shed('棚', '？', '1x');
  const lostName = ' | | 经营性 | ？ | 2021-09-30 | 村 | 东河村 | 100 | 2021 | 90';

  it.each<[string, string, string[], string[]]>([
    [
      'other rows',
      `${shed('仓库', '')}\n${wrong}`,
      ['D2'],
      ['register.wordUnknown D3', 'money.notAnAmount H3'],
    ],
    ['the other cells of its row', wrong, ['H2'], ['register.wordUnknown D2']],
    ['a further row’s year', ROWS.replace('120000', ''), ['K3'], []],
    ['nothing of a sum one cell of which is torn', shed('仓库', '帮扶车间', ''), ['H2'], []],
    ['a row without its name', lostName, ['B2'], ['register.wordUnknown D2']],
    [
      'no further year of a row without its name',
      `${lostName.replace('？', '帮扶车间')}\n | 甲 | | | | | | | 2021 | 10`,
      ['B2'],
      [],
    ],
    [
      'no sum beside a row without its name',
      `${shed('仓库', '帮扶车间', '90')}\n | | | | | | | | 2021 | 10`,
      ['B3'],
      [],
    ],
    ['no row of totals', `${shed('仓库', '帮扶车间')}\n | | | | | | | 999`, ['A3'], []],
    [
      'the total of another column',
      `${shed('仓库', '帮扶车间', '')}\n合计 | | | | | | | 1 | | 99`,
      ['H2'],
      ['register.totalWrong J3'],
    ],
    ['no class that hangs on the kind', ` | 井 | 公益性 | | 2021-09-30 | 村 | 东河村 | |`, ['D2'], []],
    [
      'a class that is missing beside it',
      ` | 井 | | | 2021-09-30 | 村 | 东河村 | |`,
      ['D2'],
      ['form.missing C2'],
    ],
    ['a day since which it holds', `${shed('仓库', '帮扶车间')} | | 在用 | | | | 2022-01-01`, ['E2'], []],
  ])('tells %s', (_rule, text, torn, problems) => {
    expect(told(text, ...torn)).toEqual(problems);
  });

  it('holds no total where a row is lost whole', () => {
    const rows = rowsOf(`${shed('仓库', '帮扶车间')}\n合计 | | | | | | | 999`);
    const at = (isRowLost: boolean) =>
      tornRegisterProblems(rows, FACTS, { names: new Set(), mark: '?', isRowLost }).length;
    expect([at(true), at(false)]).toEqual([0, 1]);
  });
});

describe('opening balances some of which cannot be read', () => {
  const told = (text: string): string[] =>
    openingRowProblems(opening.rowsOf(text), opening.FACTS).map(({ code, field }) => `${code} ${field}`);

  it('are judged row by row, and no sum is said to be wrong', () => {
    expect(told('102 | | 光伏 | 1.001\n322 | | 光伏 | | 5\n合计 | | | 9 | 9')).toEqual([
      'money.notAnAmount D2',
    ]);
    expect(told('102 | | 光伏 | 1\n合计 | | | 9 | 9')).toEqual([]);
    expect(told('102 | | 光伏 | 1\n102 | | 光伏 | 1')).toHaveLength(1);
  });
});
