import type { MeterTableWords } from '../domain/income/metered-table';

/**
 * How portals of inverters and meters head their tables. From memory of common exports, held against no real
 * file yet: a heading that is missing here is refused by name and may be added.
 */
export const meterTableWords: MeterTableWords = {
  columns: {
    span: ['日期', '统计日期', '统计时间', '时间', '统计周期', '年月', '月份', 'Date', 'Time', 'Month'],
    kwh: [
      ...['日发电量', '当日发电量', '月发电量', '当月发电量', '发电量', '逆变器发电量', '抄见电量', '电量'],
      ...['Yield', 'Energy', 'PV Yield', 'Inverter Yield', 'Daily Yield'],
    ],
    plant: ['电站名称', '电站', '设备名称', '逆变器', 'Plant', 'Plant Name', 'Device'],
  },
  units: {
    kWh: ['kWh', '千瓦时', '度'],
    MWh: ['MWh', '兆瓦时', '千千瓦时', '千度'],
    tenMWh: ['万kWh', '万千瓦时', '万度'],
  },
  totals: ['合计', '总计', '小计', 'Total', 'Sum'],
  nothing: ['', '-', '--', '—', '——', '无', 'N/A'],
};

/** What the page says of a table that was read. */
export const meterTableTold = {
  read: (rows: number, known: number): string =>
    `读到 ${String(rows)} 行${known > 0 ? `，其中 ${String(known)} 行已经记过，不再收` : ''}。`,
  missing: (count: number, days: readonly string[]): string =>
    `表里缺 ${String(count)} 天：${days.join('、')}${count > days.length ? '等' : ''}。缺的不会补，对账时会说。`,
} as const;
