import { withDetails } from '../../../src/domain/ledger/chart';
import {
  crossedIfKnown,
  crossedPostings,
  type Crossing,
  crossingsBetween,
  meantBy,
  takenBackOn,
} from '../../../src/domain/ledger/crossing';
import type { Posting } from '../../../src/domain/ledger/journal-entry';
import { ChartService } from '../../../src/features/ledger/chart.service';

const charts = new ChartService('seeds');
const old = withDetails(charts.requireChart('2004'), [
  { code: '20201', name: '电费' },
  { code: '20202', name: '工程款' },
  { code: '50101', name: '租赁收入' },
]);
const now = withDetails(charts.requireChart('2023'), [
  { code: '21107', name: '电费' },
  { code: '32201', name: '未分配收益', undistributed: true },
  { code: '50102', name: '租赁收入' },
]);
const mapping = charts.findMapping({ old, now });
if (mapping === undefined) throw new Error('the mapping is there');

const crossing: Crossing = {
  ...{ validFrom: '2024-01-01', old, now, mapping, choices: { '132': '134' } },
  carried: new Map([
    ['102', ['102']],
    ['322', ['32201']],
    ['20202', ['21108']],
    ['131', ['131', '132']],
  ]),
};
const line = (ledgerAccount: string, wish: Partial<Posting> = {}): Posting => ({
  ...{ ledgerAccount, side: 'debit', amount: 5n, pool: 'other', ...wish },
});

describe('where a line of before a change of the chart is taken back', () => {
  it.each([
    ['102', ['102'], 'money'],
    ['202', ['211'], 'what is owed'],
    ['20201', ['21107'], 'a detail, under the name it has now'],
    ['20202', ['21108'], 'a detail, where the vouchers of the change say so'],
    ['211', ['212'], 'wages that are owed'],
    ['212', ['211'], 'welfare that is owed'],
    ['153', ['154'], 'what is cleared up'],
    ['154', ['153'], 'what is being built'],
    ['132', ['134'], 'what was chosen'],
    ['131', ['131', '132'], 'what was split'],
    ['401', ['401'], 'what it costs to make things'],
    ['311', ['311'], 'the reserve'],
    ['322', ['32201'], 'what is not distributed'],
    ['321', ['32201'], 'the surplus of the year'],
    ['501', ['32201'], 'income'],
    ['50101', ['32201'], 'a detail of income'],
    ['502', ['32201'], 'operating expense'],
    ['511', ['32201'], 'income that may be either of two'],
    ['551', ['32201'], 'other expense'],
  ])('%s: %j, %s', (code, accounts) => {
    expect(takenBackOn(code, crossing)).toEqual(accounts);
  });

  it('is 322 itself, or its detail, where nothing stood on it', () => {
    const nothing = { ...crossing, carried: new Map() };
    expect(takenBackOn('501', nothing)).toEqual(['32201']);
    expect(takenBackOn('501', { ...nothing, now: charts.requireChart('2023') })).toEqual(['322']);
  });

  it('keeps all else of a line, and says which account cannot be told', () => {
    const marks = { assetId: 'a', stream: 'rent', poolFlow: 'received', counterparty: 'c' } as const;
    const lines = [
      line('202', { ...marks, planLineId: 'p', generationMonth: '2023-12' }),
      line('561', marks),
    ];
    const crossed = crossedPostings(lines, [crossing]);
    expect(crossed.map(({ ledgerAccount }) => ledgerAccount)).toEqual(['211', '32201']);
    expect(crossed.map((each, at) => ({ ...each, ledgerAccount: lines[at]?.ledgerAccount }))).toEqual(lines);
    expect(() => crossedPostings([line('131')], [crossing])).toThrow('reversal.otherChart');
    expect(crossedIfKnown([line('131')], [crossing])).toBeUndefined();
    expect(crossedIfKnown(lines, [crossing])).toEqual(crossed);
    expect(crossedIfKnown(lines, [])).toEqual(lines);
  });

  it('lies behind the changes between two days alone', () => {
    const of = (from: string, to: string) => crossingsBetween([crossing], { from, to }).length;
    expect(of('2023-12-31', '2024-01-01')).toBe(1);
    expect(of('2023-12-30', '2023-12-31')).toBe(0);
    expect(of('2024-01-01', '2024-05-01')).toBe(0);
  });

  it('goes through one change after the other', () => {
    const back = new Map([['154', { from: '154', to: ['153'] }]]);
    const further = { ...crossing, mapping: { from: '2023', to: '2031', accounts: back } };
    const next: Crossing = {
      ...further,
      validFrom: '2031-01-01',
      old: now,
      carried: new Map([['153', ['151']]]),
    };
    expect(crossedPostings([line('154')], [crossing, next])).toEqual([line('151')]);
    expect(meantBy('153', [crossing, next])).toEqual(['153']);
    expect(crossingsBetween([next, crossing], { from: '2023-01-01', to: '2032-01-01' })).toEqual([
      crossing,
      next,
    ]);
  });

  it('means what it meant: income is income still', () => {
    expect(meantBy('50101', [crossing])).toEqual(['50102']);
    expect(meantBy('511', [crossing])).toEqual(['501', '502']);
    expect(meantBy('541', [])).toEqual(['541']);
  });
});
