import type { OpeningColumn } from '../domain/months/opening';
import type { Pool, Stream } from '../domain/ledger/journal-entry';

/** How a column of the opening table is headed, the usual heading first. */
export const OPENING_HEADINGS: Readonly<Record<OpeningColumn, readonly [string, ...string[]]>> = {
  account: ['科目编码', '科目代码', '科目编号', '编码'],
  accountName: ['科目名称', '会计科目', '科目'],
  pool: ['资金类别', '资金池', '资金性质'],
  debit: ['借方余额', '期初借方', '期初借方余额', '借方'],
  credit: ['贷方余额', '期初贷方', '期初贷方余额', '贷方'],
  asset: ['资产', '资产名称', '资产编号'],
  stream: ['来源', '收入来源', '收入种类'],
  month: ['所属月份', '所属期', '月份'],
  counterparty: ['往来单位', '往来单位或个人', '对方单位'],
  dueOn: ['到期日', '应收日期', '到期日期'],
  aroseOn: ['发生日期', '发生日', '形成日期', '起始日期'],
};

/** The words by which a table names a pool. */
export const POOL_WORDS: ReadonlyMap<string, Pool> = new Map<string, Pool>([
  ['光伏收益', 'pv'],
  ['其他经营性资产收益', 'other'],
  ['集体自有资金', 'members'],
  ['专项资金', 'earmarked'],
  ['光伏', 'pv'],
  ['其他', 'other'],
  ['自有', 'members'],
  ['专项', 'earmarked'],
]);

/** The words by which a table names where income comes from. */
export const STREAM_WORDS: ReadonlyMap<string, Stream> = new Map<string, Stream>([
  ['电费', 'energy'],
  ['国家补贴', 'subsidy'],
  ['租金', 'rent'],
  ['分红', 'dividend'],
  ['其他收入', 'other'],
  ['补贴', 'subsidy'],
  ['其他', 'other'],
]);

/** What heads a row of totals. */
export const TOTAL_WORDS: readonly string[] = ['合计', '总计', '共计'];

/** The rows of the template's example sheet, in the order of the columns. */
export const OPENING_EXAMPLE: readonly (readonly string[])[] = [
  ['102', '银行存款', '光伏收益', '6412.66', '', '', '', '', '', '', ''],
  ['112', '应收款', '光伏收益', '4311.92', '', '一号电站', '国家补贴', '2024-07', '', '', ''],
  [
    '112',
    '应收款',
    '其他经营性资产收益',
    '6000.00',
    '',
    '加工车间',
    '租金',
    '2024-12',
    '某某公司',
    '2025-01-31',
    '',
  ],
  ['151', '固定资产', '光伏收益', '420000.00', '', '一号电站', '', '', '', '', ''],
  ['152', '累计折旧', '光伏收益', '', '105000.00', '一号电站', '', '', '', '', ''],
  ['211', '应付款', '光伏收益', '', '920.00', '', '', '', '某某保险公司', '', '2024-09-30'],
  ['221', '长期借款及应付款', '光伏收益', '', '3000.00', '', '', '', '某某信用社', '', '2022-03-15'],
  ['311', '公积公益金', '光伏收益', '', '315000.00', '', '', '', '', '', ''],
  ['322', '收益分配', '光伏收益', '', '6804.58', '', '', '', '', '', ''],
  ['322', '收益分配', '其他经营性资产收益', '', '6000.00', '', '', '', '', '', ''],
];

/** The template's sheets, and what its second one says above the example. */
export const OPENING_TEMPLATE = {
  fileName: '期初余额表模板.xlsx',
  sheet: '期初余额',
  exampleSheet: '填写示例',
  notes: [
    '只读第一张工作表“期初余额”，这一张是示例，不会导入。',
    '每行一笔余额，填在借方或贷方；每一类资金的借方合计要等于贷方合计。',
    '固定资产、累计折旧按资产一行一笔，资产名称和资产登记里的一致。',
    '应收的电费、补贴、租金写明资产、来源和所属月份，以后到账时逐笔核销。',
    '其他应收、应付、借款、押金知道发生日期的写上，账龄从那天算；不知道的留空，账龄表会注明。',
  ],
} as const;
