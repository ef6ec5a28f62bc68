import { join } from 'node:path';
import { compareQuantities } from '../../../src/domain/money/charge';
import { ofRegion } from '../../../src/domain/income/region-codes';
import { likelyAtMost } from '../../../src/domain/income/yield';
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
