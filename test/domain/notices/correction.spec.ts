import {
  type CorrectedLine,
  type CorrectedSheet,
  CORRECTION,
  correctionNotice,
  isMoved,
} from '../../../src/domain/notices/correction';
import { changedRows } from '../../../src/domain/notices/corrected-rows';
import { reportProblems } from '../../../src/domain/notices/check-report-notice';
import { type ReportRow, reportTable, type ReportShape } from '../../../src/domain/notices/report-notice';
import { reportOf } from '../../notices/report-sheet.fixture';

const line = (name: string, before: bigint, after: bigint, weighs: CorrectedLine['weighs']) => {
  return { line: name, before, after, weighs };
};

/** The story of the picture: a cost of 780.00 too much, and 100.00 of labour. */
const PICTURE: CorrectedSheet = {
  lines: [
    line('repair', 126000n, 48000n, 'down'),
    line('costs', 765852n, 687852n, 'follows'),
    line('received', 100n, 100n, 'up'),
    line('labour', 1120000n, 1110000n, 'down'),
  ],
  result: { line: 'left', before: 250801n, after: 338801n },
  causes: [],
  facts: {},
};

describe('the figures of a correction', () => {
  test('are what makes the result more or less, and what only follows', () => {
    const { sums, tables, facts } = correctionNotice(PICTURE);
    expect(sums).toEqual({ before: '250801', more: '88000', less: '0', after: '338801' });
    expect(facts).toEqual({ result: 'left' });
    expect(tables['lines']).toEqual({
      rows: [
        { line: 'repair', before: '126000', after: '48000', change: '-78000', more: '78000' },
        { line: 'costs', before: '765852', after: '687852', change: '-78000' },
        { line: 'labour', before: '1120000', after: '1110000', change: '-10000', more: '10000' },
        { line: 'left', before: '250801', after: '338801', change: '88000' },
      ],
      totals: { more: '88000', less: '0' },
    });
  });

  test.each([
    ['a receipt more', 'up', 5n, 7n, { more: '2' }, { more: '2', less: '0' }],
    ['a receipt less', 'up', 7n, 5n, { less: '2' }, { more: '0', less: '2' }],
    ['a cost more', 'down', 5n, 7n, { less: '2' }, { more: '0', less: '2' }],
    ['a cost below nothing', 'down', 1n, -1n, { more: '2' }, { more: '2', less: '0' }],
  ] as const)('count %s on its side', (_, weighs, before, after, row, sums) => {
    const effect = weighs === 'up' ? after - before : before - after;
    const result = { line: 'left', before: 0n, after: effect };
    const told = correctionNotice({ ...PICTURE, lines: [line('x', before, after, weighs)], result });
    expect(told.tables['lines']?.rows[0]).toMatchObject(row);
    expect(told.sums).toMatchObject(sums);
    expect(reportProblems(reportOf('correction', told), CORRECTION)).toEqual([]);
  });

  test('are refused where the lines do not explain the result', () => {
    const told = correctionNotice({ ...PICTURE, result: { line: 'left', before: 0n, after: 1n } });
    const codes = reportProblems(reportOf('correction', told), CORRECTION).map(({ code }) => code);
    expect(codes).toEqual(['notice.equationBroken']);
  });

  test('are wanted where a line, the result or a row alone differs', () => {
    const still = {
      lines: [line('x', 1n, 1n, 'up')],
      result: { line: 'y', before: 2n, after: 2n },
      causes: [],
    };
    expect(isMoved(still)).toBe(false);
    expect(isMoved({ ...still, causes: [{ item: 'x' }] })).toBe(true);
    expect(isMoved({ ...still, lines: [line('x', 1n, 2n, 'follows')] })).toBe(true);
    expect(isMoved({ ...still, result: { line: 'y', before: 2n, after: 3n } })).toBe(true);
  });

  test('name nothing that their shape does not know', () => {
    const told = correctionNotice({ ...PICTURE, facts: { owner: 'x' } });
    expect(reportProblems(reportOf('correction', told), CORRECTION)).toEqual([
      { code: 'notice.cellWrong', field: 'facts.owner' },
    ]);
  });
});

const SHAPE = {
  pools: 'none',
  sums: ['a', 'b', 'c', 'd'],
  tables: {
    open: {
      fields: { item: { kind: 'text' }, amount: { kind: 'money' } },
      ...{ lead: 'item', amount: 'amount', totals: {} },
    },
    kept: {
      fields: { item: { kind: 'text' }, amount: { kind: 'money' } },
      ...{ listsPersons: true, lead: 'item', amount: 'amount', totals: {} },
    },
    counted: {
      fields: { item: { kind: 'text' }, people: { kind: 'count' } },
      ...{ lead: 'item', amount: 'people', totals: {} },
    },
  },
} as const satisfies ReportShape;

describe('the rows that two versions of a sheet have otherwise', () => {
  const sheet = (rows: readonly ReportRow[], name: keyof typeof SHAPE.tables = 'open') => {
    return { sums: {}, tables: { [name]: reportTable(SHAPE.tables[name], rows) } };
  };
  const row = (item: string, amount: string): ReportRow => ({ item, amount });

  test.each([
    ['nothing', [row('x', '1')], [row('x', '1')], []],
    ['a row that came', [], [row('x', '5')], [['x', 5n]]],
    ['a row that is gone', [row('x', '5')], [], [['x', -5n]]],
    ['an amount', [row('x', '5')], [row('x', '3')], [['x', -2n]]],
    [
      'a name, as two rows',
      [row('x', '5')],
      [row('y', '5')],
      [
        ['y', 5n],
        ['x', -5n],
      ],
    ],
    ['one of two alike', [row('x', '5'), row('x', '5')], [row('x', '5')], [['x', -5n]]],
    ['another order', [row('x', '5'), row('y', '5')], [row('y', '5'), row('x', '5')], []],
  ])('are %s', (_, before, after, told) => {
    const changes = changedRows(SHAPE, sheet(before), sheet(after));
    expect(changes.map((each) => [each.row['item'], each.change])).toEqual(told);
  });

  test('are none of those in which persons may be found, and have no change where no money is', () => {
    expect(changedRows(SHAPE, sheet([], 'kept'), sheet([row('x', '5')], 'kept'))).toEqual([]);
    const told = changedRows(SHAPE, sheet([], 'counted'), sheet([{ item: 'x', people: 3 }], 'counted'));
    expect(told).toEqual([{ table: 'counted', row: { item: 'x', people: 3 } }]);
  });
});
