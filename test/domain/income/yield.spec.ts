import { join } from 'node:path';
import { compareQuantities } from '../../../src/domain/money/charge';
import { ofRegion } from '../../../src/domain/income/region-codes';
import {
  besideEachOther,
  besideNeighbours,
  expectedKwh,
  fromUsual,
  isThereAllMonth,
  likelyAtMost,
  yieldAlert,
} from '../../../src/domain/income/yield';
import { reconcileWords } from '../../../src/glossary/reconcile-words';
import { YieldTableService } from '../../../src/features/income/yield-table.service';

const TABLE = new YieldTableService(join(__dirname, '../../../seeds')).table();

describe('the sun of a region', () => {
  it.each<[place: string[], name: string | undefined]>([
    [['341200', '340000'], '安徽、河南'],
    [['130700', '130000'], '张家口、承德、蒙东'],
    [['130600', '130000'], '山东、河北南部、陕西关中'],
    [['620600', '620000'], '河西、青海、蒙西'],
    [['620822', '620800'], '山西、辽宁、吉林、黑龙江、甘肃东部'],
    [['310000'], undefined],
    [[], undefined],
  ])('of %p is that of %p, the nearer place before the wider', (place, name) => {
    expect(ofRegion(TABLE.regions, place)?.name).toBe(name);
  });

  it('spreads a whole year over its months', () => {
    expect(TABLE.monthShares.reduce((sum, share) => sum + Number(share) * 10, 0)).toBeCloseTo(1000, 6);
    expect([TABLE.confirmed, TABLE.monthShares.length]).toEqual([false, 12]);
  });

  // Hexian, Anhui: 60 kW said to give 350 kWh a day, which would be 2,129 full hours a year.
  it.each<[kwhADay: number, month: string, days: number, isLikely: boolean]>([
    [350, '2025-05', 31, false],
    [350, '2025-12', 31, false],
    [222, '2025-05', 31, true],
    [80_000 / 365, '2025-05', 31, true],
  ])('takes %p kWh a day of 60 kW in %s: %p days, %p', (kwhADay, month, days, isLikely) => {
    const most = likelyAtMost(TABLE, ['341200'], { capacityKw: '60', month }) ?? '';
    expect(compareQuantities(String(kwhADay * days), most) <= 0).toBe(isLikely);
  });

  it('gives no bound where nobody knows it', () => {
    expect(likelyAtMost(TABLE, ['310000'], { capacityKw: '60', month: '2025-05' })).toBeUndefined();
    expect(likelyAtMost(TABLE, ['341200'], { capacityKw: '60', month: '2025-05' })).toBe('9142.5');
  });
});

describe('what is expected of a station’s month', () => {
  const station = { capacityKw: '100', month: '2025-05', acquiredOn: '2024-05-10' };
  it.each<[rule: string, wish: Partial<typeof station> & { leftOn?: string }, least: string | undefined]>([
    ['is the region’s least, less what a year has cost it', {}, '10851.75'],
    ['is whole within its first year', { acquiredOn: '2024-06-30' }, '11130'],
    ['loses more in its third year', { acquiredOn: '2023-05-31' }, '10773.84'],
    ['is nothing of the month it was connected in', { month: '2024-05' }, undefined],
    ['is nothing of the month it left in', { leftOn: '2025-05-31' }, undefined],
    ['is something of the month before it left', { leftOn: '2025-06-01' }, '10851.75'],
    ['is nothing where nobody knows its size', { capacityKw: '0' }, undefined],
  ])('%s', (_rule, wish, least) => {
    expect(expectedKwh(TABLE, ['341200'], { ...station, ...wish })?.least).toBe(least);
  });

  it('is nothing where nobody knows the sun', () => {
    expect(expectedKwh(TABLE, ['310000'], station)).toBeUndefined();
  });

  it.each<[kwh: string, level: string]>([
    ['0', 'idle'],
    ['59.99', 'veryLow'],
    ['60', 'low'],
    ['79.99', 'low'],
    ['80', 'usual'],
    ['250', 'usual'],
    ['250.01', 'high'],
  ])('between 100 and 200 kWh makes %s %s', (kwh, level) => {
    expect(yieldAlert(TABLE, kwh, { least: '100', most: '200' })).toBe(level);
  });

  it.each<[own: string, neighbours: string[], ...told: readonly (string | boolean | undefined)[]]>([
    ['10', ['100', '100'], undefined, undefined, undefined],
    ['79.99', ['90', '100', '300'], '100', '79.99', true],
    ['80', ['300', '90', '100'], '100', '80', false],
    ['80', ['1', '90', '111', '300'], '100.5', '79.6', true],
    // 239.99 of 300 is 79.9966…: it is not written as the 80 it is below.
    ['239.99', ['300', '300', '300'], '300', '79.99', true],
    ['5', ['0', '0', '0'], '0', undefined, false],
  ])('beside its neighbours makes %s a kW beside %j', (own, neighbours, ...told) => {
    const beside = besideNeighbours(TABLE, own, neighbours);
    expect([beside?.middle, beside?.percent, beside?.isBelow]).toEqual(told);
  });

  it('stand beside all the others, the one that gave least to its kW first', () => {
    const stations = ['100', '20', '90', '110'].map((perKw) => ({ perKw }));
    const told = besideEachOther(TABLE, stations).map(({ perKw, beside }) => [
      perKw,
      beside?.middle,
      beside?.percent,
    ]);
    expect(told).toEqual([
      ['20', '100', '20'],
      ['90', '100', '90'],
      ['100', '90', '111.11'],
      ['110', '90', '122.22'],
    ]);
  });

  it.each<[month: string, acquiredOn: string, leftOn: string | undefined, isThere: boolean]>([
    ['2025-03', '2025-02-28', undefined, true],
    ['2025-03', '2025-03-01', undefined, false],
    ['2025-03', '2020-01-01', '2025-03-31', false],
    ['2025-03', '2020-01-01', '2025-04-01', true],
  ])(
    'in %s, connected on %s and left on %s, are there all month: %s',
    (month, acquiredOn, leftOn, isThere) => {
      expect(isThereAllMonth({ month, acquiredOn, leftOn })).toBe(isThere);
    },
  );

  it.each<[from: string, to: string | undefined, isThere: boolean]>([
    ['2025-02-01', '2025-02-28', true],
    ['2025-02-01', '2025-03-01', false],
    ['2025-03-31', undefined, false],
    ['2025-04-01', undefined, true],
  ])('that stand still from %s to %s, are there all March: %s', (from, to, isThere) => {
    const still = [{ from, to }];
    expect(isThereAllMonth({ month: '2025-03', acquiredOn: '2020-01-01', still })).toBe(isThere);
  });
});

describe('the difference of a month to what is usual', () => {
  const expected = { least: '5000', most: '8000' };
  it.each<[kwh: string, off: string]>([
    ['5000', 'within'],
    ['8000', 'within'],
    ['4999', 'below 5000: 1 kWh, 0.02 %'],
    ['3500', 'below 5000: 1500 kWh, 30 %'],
    ['0', 'below 5000: 5000 kWh, 100 %'],
    ['8000.5', 'above 8000: 0.5 kWh, 0 %'],
    ['10000', 'above 8000: 2000 kWh, 25 %'],
  ])('of %s kWh is %s', (kwh, told) => {
    const off = fromUsual(kwh, expected);
    const said =
      off.side === 'within' ? 'within' : `${off.side} ${off.bound}: ${off.kwh} kWh, ${off.percent ?? '–'} %`;
    expect(said).toBe(told);
  });

  // 60 kW in its sixth January: the usual range has three decimals, what is off it as many or more.
  it.each<[kwh: string, told: string]>([
    ['3600', '277.965 7.16'],
    ['3877.964', '0.001 0'],
    ['0.000001', '3877.964999 99.99'],
  ])('of %s kWh is told where the bound has more than two decimals', (kwh, told) => {
    const station = { capacityKw: '60', month: '2026-01', acquiredOn: '2020-06-30' };
    const usual = expectedKwh(TABLE, ['341200'], station) ?? expected;
    expect(usual).toEqual({ least: '3877.965', most: '4485' });
    const off = fromUsual(kwh, usual);
    expect(off.side === 'within' ? 'within' : `${off.kwh} ${off.percent ?? '–'}`).toBe(told);
  });
});

describe('a month beside what is usual, in words', () => {
  const expected = { least: '5000', most: '8000' };
  it.each<[kwh: string, told: string]>([
    ['6000', '发电平常：6,000 度，这里一般 5,000 到 8,000 度。'],
    ['4999.5', '发电平常：4,999.5 度，这里一般 5,000 到 8,000 度。'],
    ['4800', '发电平常：4,800 度，这里一般 5,000 到 8,000 度，比最少的还少 200 度（4%）。'],
    ['3400', '发电偏低：3,400 度，这里一般 5,000 到 8,000 度，比最少的还少 1,600 度（32%）。'],
    ['0', '没有发电：这里一般 5,000 到 8,000 度。'],
    ['12100', '发电高得少见：12,100 度，这里一般 5,000 到 8,000 度，比最多的还多 4,100 度（51.25%）。'],
  ])('of %s kWh', (kwh, told) => {
    const level = yieldAlert(TABLE, kwh, expected);
    expect(reconcileWords.level(level, { kwh, expected }).startsWith(told)).toBe(true);
  });
});
