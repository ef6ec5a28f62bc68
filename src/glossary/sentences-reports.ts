/** What books and reports say when they refuse. */
export const REPORT_SENTENCES: Readonly<Record<string, string>> = {
  'report.tooLong': '一共 {lines} 行，一次最多打印或导出 {most} 行，请把时间选短一些。',
  'report.accountUnknown': '科目表里没有“{value}”这个科目。',
  'report.counterpartyUnknown': '往来单位里没有“{value}”，请核对名字。',
  'report.assetUnknown': '资产里没有“{value}”，请核对名称。',
  'report.onlyDetailLedger': '只有明细账能按对方或资产查看。',
  'statement.accountMissing': '报表格式里没有科目“{value}”，请改报表格式文件。',
  'statement.accountTwice': '报表格式里科目“{value}”出现不止一次，请改报表格式文件。',
  'statement.rowNotCounted': '报表格式里“{value}”没有算进合计，或者算了两次，请改报表格式文件。',
};
