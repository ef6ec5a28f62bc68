import { registerRowProblems } from '../../../src/domain/assets/read-register';
import { openingRowProblems } from '../../../src/domain/months/read-opening';
import * as opening from './opening.fixture';
import { FACTS, ROWS, rowsOf } from '../assets/register.fixture';

const shed = (name: string, kind: string, cost = '100') =>
  `1 | ${name} | 经营性 | ${kind} | 2021-09-30 | 村 | 东河村 | ${cost} | 2021 | 100`;

describe('a register some of whose cells cannot be read', () => {
  const told = (text: string, ...torn: number[]): string[] =>
    registerRowProblems(rowsOf(text), FACTS, new Set(torn)).map(({ code, field }) => `${code} ${field}`);

  const cases: [string, string[], string[]][] = [
    ['says what is wrong with the assets that can', [shed('仓库', '帮扶车间', ''), shed('棚', '？')], ['D3']],
    ['says nothing of an asset a further row of which cannot', [ROWS.replace('120000', '')], []],
    [
      'holds no total against rows that are not all there',
      [shed('仓库', '帮扶车间', ''), shed('棚', '帮扶车间'), '合计 | | | | | | | 999'],
      [],
    ],
  ];
  it.each(cases)('%s', (_rule, lines, fields) => {
    const torn = lines.length === 1 ? 3 : 2;
    expect(told(lines.join('\n'), torn)).toEqual(fields.map((field) => `register.wordUnknown ${field}`));
  });

  it('says nothing at all where a row lost its name, which may be that of any asset', () => {
    const lines = [shed('棚', '？'), ' | | | | | | | | 2021 | 100'].join('\n');
    expect(told(lines, 3)).toEqual([]);
    expect(told(lines.replace('\n |', '\n 合计 |'), 3)).toEqual(['register.wordUnknown D2']);
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
