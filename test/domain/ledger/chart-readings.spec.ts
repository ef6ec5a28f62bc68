import { withDetails } from '../../../src/domain/ledger/chart';
import { earlierName, readCode, readingsOf } from '../../../src/domain/ledger/chart-readings';
import type { Crossing } from '../../../src/domain/ledger/crossing';
import { ChartService } from '../../../src/features/ledger/chart.service';

const charts = new ChartService('seeds');
const old = withDetails(charts.requireChart('2004'), [
  { code: '20201', name: '电费' },
  { code: '32202', name: '未分配收益', undistributed: true },
]);
const now = withDetails(charts.requireChart('2023'), [
  { code: '21107', name: '电费' },
  { code: '21108', name: '工程款' },
  { code: '32201', name: '未分配收益', undistributed: true },
]);
const mapping = charts.findMapping({ old, now });
if (mapping === undefined) throw new Error('the mapping is there');

const crossing: Crossing = {
  ...{ validFrom: '2024-01-01', old, now, mapping, choices: {}, carried: new Map() },
};

describe('what an account of the new chart is called in the one before', () => {
  it.each([
    ['102', '102', 'money'],
    ['153', '154', 'what is being built'],
    ['154', '153', 'what is cleared up'],
    ['212', '211', 'wages that are owed'],
    ['211', '202', 'what is owed: welfare went there, too, but what steps owe stood on 202'],
    ['213', '202', 'what is owed for labour: nothing went there, and steps owed it on 202'],
    ['21107', '20201', 'a detail of the same name'],
    ['21108', '202', 'a detail of no such name'],
    ['322', '322', 'what is distributed'],
    ['32201', '32202', 'what is not distributed'],
    ['501', '501', 'what is earned: 511 went there, too, but steps earned it on 501'],
    ['502', '561', 'what a stake pays'],
    ['503', '522', 'grants'],
    ['504', '531', 'other income'],
    ['511', '502', 'operating expense'],
    ['513', '541', 'administration'],
    ['514', '551', 'public welfare'],
    ['515', '551', 'other expense'],
    ['132', undefined, 'what bears fruit: cattle or trees'],
    ['134', '132', 'trees that shelter'],
    ['133', undefined, 'what living things have lost: the old chart had no account for it'],
    ['214', undefined, 'taxes owed'],
    ['512', undefined, 'taxes of the business'],
    ['521', undefined, 'tax on income'],
  ])('%s: %s, %s', (code, name, why) => {
    expect([why, earlierName(code, crossing)]).toEqual([why, name]);
  });

  it('is what the change says, where it chose or carried a balance', () => {
    const chosen = { ...crossing, choices: { '131': '131', '132': '132' } };
    expect(earlierName('132', chosen)).toBe('132');
    expect(earlierName('131', chosen)).toBe('131');
    const carried = { ...crossing, carried: new Map([['131', ['132']]]), choices: { '132': '134' } };
    expect(earlierName('132', carried)).toBe('131');
  });

  it('is none of a line that has none: it bears its own chart and is taken for no other', () => {
    const readings = readingsOf([crossing], '2023-12-31');
    expect(readings.map(({ chart }) => chart)).toEqual(['2023']);
    expect(readCode(readings, '2023', '511')).toBe('502');
    expect(readCode(readings, '2004', '511')).toBe('511');
    expect(readCode(readings, '2023', '512')).toBe('2023:512');
  });
});

describe('what an account of the old chart is called behind the change', () => {
  it.each([
    ['502', '511'],
    ['541', '513'],
    ['20201', '21107'],
    ['322', '32201'],
    ['511', '2004:511'],
    ['551', '2004:551'],
    ['131', '2004:131'],
  ])('%s: %s', (code, name) => {
    expect(readCode(readingsOf([crossing], '2024-01-01'), '2004', code)).toBe(name);
  });

  it('goes through every change between, in either direction', () => {
    const third = { ...now, version: '2030' };
    const later: Crossing = {
      ...{ validFrom: '2030-01-01', old: now, now: third, choices: {}, carried: new Map() },
      mapping: { from: '2023', to: '2030', accounts: new Map([['511', { from: '511', to: ['502'] }]]) },
    };
    const both = [crossing, later];
    expect(readCode(readingsOf(both, '2023-06-30'), '2030', '502')).toBe('502');
    expect(readCode(readingsOf(both, '2023-06-30'), '2023', '502')).toBe('561');
    expect(readCode(readingsOf(both, '2024-06-30'), '2030', '502')).toBe('511');
    expect(readCode(readingsOf(both, '2024-06-30'), '2004', '502')).toBe('511');
    expect(readCode(readingsOf(both, '2031-06-30'), '2004', '502')).toBe('502');
  });
});
