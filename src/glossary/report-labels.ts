/** The words of the reports printed on a terminal: the surplus statement, the plan, the trial balance. */
export const reportLabels = {
  surplusTitle: (village: string, from: string, to: string): string =>
    `${village} 光伏收益计算表 ${from} 至 ${to}（元）`,
  carriedOver: '上期结转',
  received: '加：本期到账',
  deducted: '减：必要费用',
  distributable: '可分配收益',
  planTitle: (village: string): string => `${village} 收益分配方案（元）`,
  planColumns: ['用途', '给谁、干什么', '依据', '金额', '占比'],
  leftOver: '留到下期',
  total: '合计',
  denominator: (amount: string): string => `占比 = 该项金额 ÷ 可分配收益 ${amount}`,
  citation: (document: string, item: string, text: string): string =>
    `依据 《${document}》${item}：“${text}”`,
  balanceTitle: (village: string, month: string): string => `${village} 科目余额表 截至 ${month}（元）`,
  balanceColumns: ['科目', '名称', '期初', '借方', '贷方', '期末'],
  debitWord: '借',
  creditWord: '贷',
  sheetWritten: (file: string): string => `公示已写到 ${file}`,
} as const;

const MARKS = '①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳';

/** The printed mark of a clause's part: 1 is ①; a dash where the document names no part. */
export function markText(mark: number | undefined): string {
  return mark === undefined ? '—' : (MARKS[mark - 1] ?? `(${String(mark)})`);
}

/** What `npm run migrate` says: the migrations that ran now, or that there was nothing to do. */
export function migratedText(names: readonly string[]): string {
  if (names.length === 0) return '数据库已经是这个版本，没有要改的。\n';
  return ['数据库已改到这个版本：', ...names.map((name) => `  ${name}`), ''].join('\n');
}
