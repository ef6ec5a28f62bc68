import { shareLines, readShareLines } from '../../../src/domain/collectives/share-lines';
import { readPassingOn } from '../../../src/domain/income/passing-on';
import { readShareChange } from '../../../src/domain/income/share-change';

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
  const known = { validFrom: '2024-12-01', settled: ['2024-12', '2025-01'] };
  it.each([
    { validFrom: '2025-02-01', codes: [] },
    { validFrom: '2025-01-02', codes: [] },
    { validFrom: '2025-01-01', codes: ['joint.sharesSettled'] },
    { validFrom: '2024-12-01', codes: ['joint.sharesSettled'] },
    { validFrom: '2024-11-30', codes: ['joint.sharesNotLater', 'joint.sharesSettled'] },
    { validFrom: 'soon', codes: ['calendar.notADay'] },
  ])('from $validFrom', ({ validFrom, codes }) => {
    const { problems } = readShareChange({ validFrom, rows: ROWS }, known);
    expect(problems.map(({ code }) => code)).toEqual(codes);
  });

  it('take the place of a table by which nothing is split', () => {
    const { problems } = readShareChange({ validFrom: '2024-12-01', rows: ROWS }, { ...known, settled: [] });
    expect(problems).toEqual([]);
  });
});

describe('what is paid on to owners', () => {
  const owed = [
    { owner: 'East', owed: 4_000n },
    { owner: 'West', owed: 0n },
  ];
  const read = (amounts: Record<string, string>) => readPassingOn({ paidOn: '2025-02-21', amounts }, owed);
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
