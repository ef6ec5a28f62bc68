import type { Asset } from '../../../src/domain/assets/asset';
import { OPENING_COLUMNS, type OpeningFacts, type OpeningRow } from '../../../src/domain/months/opening';
import { POOL_WORDS, STREAM_WORDS, TOTAL_WORDS } from '../../../src/glossary/columns-opening';
import { FULL } from '../ledger/entries.fixture';

const asset = (id: string, wish: Partial<Asset>): Asset => ({
  id,
  kind: 'pvStation',
  assetClass: 'operating',
  titleLevel: 'village',
  name: id,
  pool: 'pv',
  cost: 42_000_000n,
  titleHolder: 'Donghe',
  acquiredOn: '2018-06-30',
  ...wish,
});

const OF_A_HOUSEHOLD = { assetClass: 'household', titleLevel: 'household' } as const;

/** A village in the middle of its life: a station, a workshop, books from July on. */
export const FACTS: OpeningFacts = {
  chart: FULL,
  openedOn: '2025-07-01',
  assets: [
    asset('s1', { name: '一号电站' }),
    asset('w1', { name: '加工车间', kind: 'workshop', pool: 'other', cost: 10_000_000n }),
    asset('h1', { ...{ name: '农户大棚', kind: 'other', pool: 'other' }, ...OF_A_HOUSEHOLD }),
    asset('late', { name: '二号电站', acquiredOn: '2025-08-01' }),
  ],
  words: { pools: POOL_WORDS, streams: STREAM_WORDS, totals: TOTAL_WORDS },
};

/** The rows of a table, cells parted by `|` in the order of the usual columns; the first row is row 2. */
export function rowsOf(text: string): OpeningRow[] {
  return text
    .trim()
    .split('\n')
    .map((line, place) => {
      const cells = line.split('|').map((cell) => cell.trim());
      const row = place + 2;
      return {
        row,
        value: (column) => cells[OPENING_COLUMNS.indexOf(column)] ?? '',
        cell: (column) => `${'ABCDEFGHIJK'[OPENING_COLUMNS.indexOf(column)] ?? ''}${String(row)}`,
      };
    });
}

/** Books in the middle of a year that balance and agree with the registers. */
export const SOUND = `
101 | 库存现金 | 光伏收益 | 100.00
102 | 银行存款 | 光伏 | 3,412.66
112 | 应收款 | 光伏收益 | 4311.92 | | 一号电站 | 国家补贴 | 2024-07
112 | 应收款 | 其他 | 6000.00 | | 加工车间 | 租金 | 2025年6月 | 某某公司 | 2025/7/31
112 | 应收款 | 光伏收益 | 50.00 | | | | | 张三
151 | 固定资产 | 光伏收益 | 420000.00 | | 一号电站
151 | | 其他 | 100000 | 0 | 加工车间
152 | 累计折旧 | 光伏收益 | | 105000.00 | 一号电站
211 | 应付款 | 光伏收益 | | 920.00 | | | | 某某保险公司 | | 2024.9.30
321 | 本年收益 | 其他 | 15.00
501 | 经营收入 | 光伏收益 | | 1000.00
511 | 经营支出 | 光伏收益 | 400.00
131 | | 光伏收益 | 0.00
311 | 公积公益金 | 光伏收益 | | 315000.00
311 | 公积公益金 | 其他 | | 100015.00
322 | 收益分配 | 光伏收益 | | 6354.58
322 | 收益分配 | 其他 | | 6000.00
合计 | | | 534289.58 | 534289.58
`;
