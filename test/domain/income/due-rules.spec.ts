import { brokenDues } from '../../../src/domain/income/due-rules';
import { seedRegisters } from '../../support/seed-registers';

const pack = seedRegisters().packs.requirePack('341200/2023-09-21').pack;
const DUE = '2023-10-01';
const FULL = 1_200_000n;

describe('rent in time and in full, as the document of Fuyang asks', () => {
  it.each<
    [what: string, came: [day: string, fen: bigint][], grace: string | undefined, on: string, broken: number]
  >([
    ['is kept by money of the day itself', [[DUE, FULL]], undefined, '2023-10-02', 0],
    ['is not judged on the day it is due', [], undefined, DUE, 0],
    ['is broken a day later', [], undefined, '2023-10-02', 1],
    ['is broken by a fen that is missing', [[DUE, FULL - 1n]], undefined, '2023-10-02', 1],
    ['is broken by money that came a day late', [['2023-10-02', FULL]], undefined, '2023-10-03', 1],
    ['waits for the days of grace that the village settled', [], '10', '2023-10-11', 0],
    ['is broken the day after them', [], '10', '2023-10-12', 1],
    ['is kept by money of the last day of grace', [['2023-10-11', FULL]], '10', '2023-10-12', 0],
    ['is broken by money of the day after', [['2023-10-12', FULL]], '10', '2023-10-12', 1],
    [
      'adds up what came in parts',
      [
        ['2023-09-01', 1n],
        [DUE, FULL - 1n],
      ],
      '0',
      '2023-10-02',
      0,
    ],
  ])('%s', (_what, came, grace, on, broken) => {
    const receipts = came.map(([receivedOn, amount]) => ({ receivedOn, amount }));
    const local = grace === undefined ? {} : { 'due.grace': grace };
    const found = brokenDues({ dueOn: DUE, amount: FULL, receipts }, { pack, local }, on);
    expect(found.map(({ rule }) => rule)).toEqual(Array<string>(broken).fill('FY-18b'));
    expect(found.every((each) => each.grace === Number(grace ?? '0'))).toBe(true);
  });

  it('says nothing of what names no day, as the fees of the grid', () => {
    expect(
      brokenDues({ dueOn: undefined, amount: FULL, receipts: [] }, { pack, local: {} }, '2023-12-01'),
    ).toEqual([]);
  });
});
