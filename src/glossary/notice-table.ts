import type { DeductionKind } from '../domain/notices/distribution-notice';

/**
 * The words of the table anyone may download beside a sheet. Source: the sheet's own wording and the public
 * page.
 */
export const NOTICE_TABLE = {
  columns: ['部分', '项目', '说明', '凭证号', '金额（元）'],
  parts: { money: '钱从哪来', costs: '先付掉的', uses: '钱到哪去', reserves: '留到下期里的留存' },
  reserve: { before: '上期末留着', kept: '本期留', released: '本期放回' },
  reserved: '合计：期末留着',
  carriedOver: '上期结转',
  taxOwed: '减：欠交的增值税',
  money: '合计：结转和到账',
  costs: '合计：必要费用',
  leftOver: '留到下期',
  granted: '其中已按月列支，不重复算：',
  used: '合计：分配和留存，即可分配收益',
} as const;

/** The words of the table beside a yearly plan's sheet, whose columns are the same. */
export const YEAR_PLAN_TABLE = {
  parts: { money: '预计收到', costs: '预计费用', uses: '打算用到哪里' },
  money: '合计：往年剩下和预计收到',
  costs: '合计：预计费用',
  used: '合计：预计能用',
} as const;

/** The first lines of the table beside a sheet about some days: its equation. */
export const REPORT_TABLE = { columns: ['项目', '金额（元）'] } as const;

/** How public pages call a kind of cost where the sheet does not give the policy's word for it. */
export const COST_WORDS: Readonly<Record<DeductionKind, string>> = {
  'land-rent': '土地租金',
  operation: '运维管理',
  insurance: '保险',
  other: '其他必要费用',
};

/** What stands between the parts of one cell. */
export const CELL_SEPARATOR = '；';
