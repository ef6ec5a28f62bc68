/**
 * The words of the table anyone may download beside a sheet. Source: the sheet's own wording and the public
 * page.
 */
export const NOTICE_TABLE = {
  columns: ['部分', '项目', '说明', '凭证号', '金额（元）'],
  parts: { money: '钱从哪来', uses: '钱到哪去' },
  carriedOver: '上期结转',
  distributable: '合计：可分配收益',
  leftOver: '留到下期',
  used: '合计：分配和留存',
} as const;

/** How the sheet calls a cost that has no name of its own. */
export const COST_WORDS: Readonly<Record<string, string>> = {
  'land-rent': '土地租金',
  operation: '运行维护费',
  insurance: '资产保险',
  other: '其他必要费用',
};

/** What stands between the parts of one cell. */
export const CELL_SEPARATOR = '；';
