/** What the vouchers of a year end, of a correction of an earlier year and of a change of the chart say. */
export const yearEndSummaries = {
  income: (year: number): string => `结转${String(year)}年各项收入、支出到本年收益`,
  surplus: (year: number): string => `结转${String(year)}年本年收益到收益分配`,
  reserve: (year: number): string => `提取${String(year)}年公积公益金`,
  carryForward: (year: number): string => `结转${String(year)}年未分配收益`,
  movedToSurplus: (voucher: string, year: number): string =>
    `冲销${voucher}属于${String(year)}年的收支，转入收益分配(以前年度损益调整)`,
  movedToEarlierYear: (voucher: string, year: number): string =>
    `${voucher}是${String(year)}年的收支，转入收益分配(以前年度损益调整)`,
  correction: (account: string, year: number, reason: string): string =>
    `更正${String(year)}年${account}：${reason}`,
  oldChart: (version: string): string => `换用新科目表，转出${version}年科目表的余额`,
  newChart: (version: string): string => `换用${version}年科目表，转入余额`,
  sharesGranted: (year: number): string => `应付${String(year)}年成员分红`,
  sharesPaid: '付成员分红',
};
