import { readAidRows } from '../../../src/domain/uses/aid-rows';
import { readLabourRows } from '../../../src/domain/uses/labour-rows';
import type { Problem } from '../../../src/domain/shared/problem';

const LI = {
  ...{ memberId: 'm1', memberNumber: 1, name: '李四', householdId: 'h1', status: undefined },
  ...({ age: 40, labour: 'able', officerRelation: 'none' } as const),
};
const told = (problems: readonly Problem[]) => problems.map(({ code, facts }) => [code, facts?.['row']]);

describe('somebody who stands on a list twice', () => {
  it.each<[what: string, rows: string, found: (string | number)[][]]>([
    ['both rows are whole', '1 2 120\n李四 1 120', [['works.rowTwice', 2]]],
    [
      'the first is wrong elsewhere',
      '1 0 120\n李四 1 120',
      [
        ['works.rowDays', 1],
        ['works.rowTwice', 2],
      ],
    ],
    [
      'a row before both names nobody',
      '9 1 120\n1 1 120\n李四 1 120',
      [
        ['works.rowNobody', 1],
        ['works.rowTwice', 3],
      ],
    ],
  ])('is told of a labour sheet by his own row: %s', (_what, rows, found) => {
    expect(told(readLabourRows(rows, { workers: [LI], most: 5 }).problems)).toEqual(found);
  });

  it('is told of rewards, also where the first row is wrong elsewhere', () => {
    expect(told(readAidRows('1 50\n李四 50', [LI]).problems)).toEqual([['aid.rowTwice', 2]]);
    expect(told(readAidRows('1 0\n李四 50', [LI]).problems)).toEqual([
      ['aid.rowStandard', 1],
      ['aid.rowTwice', 2],
    ]);
  });
});
