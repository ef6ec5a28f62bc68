import { PLACED } from './sentences-check';

/** What value-added tax says when it refuses, and what a check finds of it. */
export const TAX_SENTENCES: Readonly<Record<string, string>> = {
  'tax.noAccount': '{chart} 年的科目表没有应交税费这个科目，请用手工凭证记这笔税。',
  'tax.notAMonthsStart': '{value} 不是一个月的1日。税是一期一期算的，从月初起。',
  'tax.periodUnknown': '账上没有从 {from} 开始的税期。',
  'tax.nothingOwed': '{from} 到 {to} 这一期没有要记的税，可能已经记过，请刷新。',
  'tax.periodRuns': '{from} 到 {to} 这一期还没完，销售额还会变，完了再记。',
  'tax.beforePeriodEnds': '这一期到 {to} 才完，记账日期 {value} 早了。',
  'tax.aboveOwed': '这笔钱只欠税 {owed} 元。',
  'tax.percentTooHigh': '税率 {value} 不对：要小于 100，如 3 就是 3%。',
  'tax.amountDiffers': '税额 {value} 元和税率对不上：按 {percent}% 应该是 {reckoned} 元，请核对单据。',
  'tax.basisUnsaid': '写了税率或税额，就要选金额含税，还是税另加：两种算法应收差一笔税。',
  'tax.withoutRate': '写了税额或者“税另加”，就要写税率；单据上写免税的填 0。',
  'months.taxDue': '{from} 到 {to} 的增值税 {amount} 元还没记账。',
  'check.taxDiffers': `${PLACED}：登记的税是 {keptFen} 元，凭证上应交税费变动 {foundFen} 元。`,
  'check.taxBeforeEnd': `${PLACED}：这一期的税到 {to} 才能记，凭证却更早。`,
};
