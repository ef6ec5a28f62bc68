import { PLACED } from './sentences-check';

/** What value-added tax says when it refuses, and what a check finds of it. */
export const TAX_SENTENCES: Readonly<Record<string, string>> = {
  'tax.noAccount':
    '{chart} 年的科目表没有应交税费这个科目：税率和税额不填，这笔税用手工凭证记，再在“增值税”页打开这一期，写明理由不记。',
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
  'tax.bookedOtherwise':
    '{from} 到 {to} 的税已经记账，从 {value} 起改税期，这笔税就不属于哪一期了。请先冲销那张凭证，改了再记。',
  'tax.sameDay': '{validFrom} 起的税务身份已经登记过。登记错了要重记的，请写明原因。',
  'tax.cutQuarter':
    '这样 {from} 到 {to} 不满一个季度，自成一期，起征点还按整季算。请和税务局核对；就是这样的，请写明原因。',
  'check.taxOfNoPeriod': '{from} 到 {to} 记过税，现在这几天不是一个税期，哪一期都没有算它。',
  'months.taxDue': '{from} 到 {to} 的增值税 {amount} 元还没记账。',
  'check.taxDiffers': `${PLACED}：登记的税是 {keptFen} 元，凭证上应交税费变动 {foundFen} 元。`,
  'check.taxBeforeEnd': `${PLACED}：这一期的税到 {to} 才能记，凭证却更早。`,
};
