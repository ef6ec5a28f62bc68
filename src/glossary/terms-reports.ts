const RULES = '农村集体经济组织会计制度(财会〔2023〕14号)';
const BOOKKEEPING = '会计基础工作规范';
const PRODUCT = '本系统';

/** The words of books and reports: titles, columns, what a page carries over. */
export const REPORT_TERMS: Readonly<Record<string, readonly [label: string, source: string]>> = {
  'sheet.brought': ['承前页', BOOKKEEPING],
  'sheet.forward': ['过次页', BOOKKEEPING],
  'sheet.page': ['第', BOOKKEEPING],
  'sheet.pageOf': ['页　共', BOOKKEEPING],
  'sheet.pageEnd': ['页', BOOKKEEPING],
  'sheet.unit': ['金额单位：元', RULES],
  'sheet.specimen': ['样张', PRODUCT],
};
