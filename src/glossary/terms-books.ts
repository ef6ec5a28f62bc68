const RULES = '农村集体经济组织会计制度(财会〔2023〕14号)';
const PRODUCT = '本系统';

/** The words of the books: what an account is by its nature, what a month is. */
export const BOOKS_TERMS: Readonly<Record<string, readonly [label: string, source: string]>> = {
  'page.accountChoices': ['列支和补贴记的科目', PRODUCT],
  'page.accountChoice': ['选科目', PRODUCT],
  'field.useName': ['用途', PRODUCT],
  'field.fromYear': ['从哪一年起', PRODUCT],
  'page.opening': ['期初余额', RULES],
  'nature.asset': ['资产类', RULES],
  'nature.liability': ['负债类', RULES],
  'nature.equity': ['所有者权益类', RULES],
  'nature.cost': ['成本类', RULES],
  'nature.income': ['损益类(收入)', RULES],
  'nature.expense': ['损益类(支出)', RULES],
  'field.owed': ['应收款项', RULES],
  'field.text': ['要找的字', RULES],
  'field.unsigned': ['没有签字的', RULES],
  'field.ids': ['凭证', RULES],
  'field.draft': ['待入账的凭证', RULES],
  'field.edit': ['要改的一张', RULES],
};
