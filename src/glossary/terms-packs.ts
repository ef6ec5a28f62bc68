const PRODUCT = '本系统';

/** The words of the register of policy packs. */
export const PACK_TERMS: Readonly<Record<string, readonly [label: string, source: string]>> = {
  'unitAsked.share': ['比例，如 60% 或 0.6，最多 100%', PRODUCT],
  'unitAsked.yuan': ['元，不小于零，最多两位小数', PRODUCT],
  'unitAsked.count': ['不小于零的数', PRODUCT],
  'unitAsked.days': ['天数，整数', PRODUCT],
  'unitAsked.working_days': ['工作日数，整数', PRODUCT],
  'unitAsked.months': ['月数，整数', PRODUCT],
  'unitAsked.day': ['日期，如 2025-07-11', PRODUCT],
  'strictness.higher': ['写得更高', PRODUCT],
  'strictness.lower': ['写得更低', PRODUCT],
  'page.packs': ['政策', PRODUCT],
  'page.pack': ['政策', PRODUCT],
  'page.dryRun': ['照一份政策试算', PRODUCT],
  'page.standards': ['本地标准', PRODUCT],
  'page.packComparison': ['两份政策对照', PRODUCT],
  'field.region': ['地区代码', 'GB/T 2260'],
  'field.numberId': ['哪个数', PRODUCT],
  'field.value': ['数值', PRODUCT],
  'field.paperTitle': ['文件名称', PRODUCT],
  'field.paperNumber': ['文号', PRODUCT],
  'field.paperIssuer': ['发文单位', PRODUCT],
  'field.paperIssuedOn': ['发文日期', PRODUCT],
  'field.chosen': ['用哪一份', PRODUCT],
  'field.packId': ['政策', PRODUCT],
  'field.until': ['确认到哪天', PRODUCT],
};
