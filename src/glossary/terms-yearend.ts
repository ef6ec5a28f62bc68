import { DIVIDEND_TERMS } from './terms-dividends';

const RULES = '农村集体经济组织会计制度(财会〔2023〕14号)';
const PRODUCT = '本系统';

/** The words of the year end. */
export const YEAR_END_TERMS: Readonly<Record<string, readonly [label: string, source: string]>> = {
  'closingStep.income': ['收入、支出转本年收益', RULES],
  'closingStep.surplus': ['本年收益转收益分配', RULES],
  'closingStep.reserve': ['提取公积公益金', RULES],
  'closingStep.carryForward': ['结转未分配收益', RULES],
  'page.chartChange': ['换会计科目', PRODUCT],
  'page.memberShares': ['成员分红', PRODUCT],
  'chart.2004': ['2004年村集体经济组织会计科目', RULES],
  'field.step': ['结转步骤', RULES],
  'page.priorYear': ['更正以前年度', PRODUCT],
  'page.yearEnd': ['年终结转', PRODUCT],
  'field.choices': ['转到的新科目', PRODUCT],
  'source.yearClosing': ['年终结转', PRODUCT],
  'source.yearReserve': ['成员大会决议', PRODUCT],
  'source.priorYearReversal': ['冲销以前年度的凭证', PRODUCT],
  'source.priorYearMove': ['同时记账的那张以前年度凭证', PRODUCT],
  'source.priorYearCorrection': ['更正以前年度', PRODUCT],
  'source.chartChange': ['换用新科目表', PRODUCT],
  'source.memberShares': ['成员分红', PRODUCT],
  'field.change': ['怎么错的', PRODUCT],
  'field.counter': ['对方科目', RULES],
  'field.explanation': ['留到下一年的说明', PRODUCT],
  'field.reserves': ['提取公积公益金', RULES],
  'field.paper': ['决议或依据', PRODUCT],
  ...DIVIDEND_TERMS,
};
