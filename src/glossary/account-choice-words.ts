/** The uses for which counties choose an account, as the pages name them, and what is booked there. */
export const USE_WORDS = {
  postWages: ['公益岗位报酬', '按考勤应付给上岗人的报酬'],
  worksLabour: ['小型工程用工', '不建成资产的工程，按工单应付的用工报酬'],
  rewards: ['奖励', '按清单或申领批准的奖励'],
  industry: ['产业项目', '产业项目分段验收后应付的款'],
  otherUses: ['其他用途', '补助、困难帮扶和方案里别的用途'],
  subsidyIncome: ['电费补贴收入', '结算单上国家补贴的收入'],
} as const;

/** By what an account holds. */
export const accountChoiceWords = {
  heading: (version: string): string => `${version} 年版会计科目`,
  year: (year: number): string => `${String(year)} 年`,
  chosen: (fromYear: number): string => `县里选的，从 ${String(fromYear)} 年起`,
  shipped: '县里没有选，照科目表',
  fixed: '本年已有凭证，定下了',
  made: (by: string, on: string): string => `${by}，${on}`,
  free: (year: number): string => `${String(year)} 年还没有这样的凭证，可以从这一年起选`,
  begun: (first: number): string => `本年已有凭证，只能从 ${String(first)} 年起选`,
} as const;
