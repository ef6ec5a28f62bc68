const PRODUCT = '本系统';
const DONGCHUAN = '东川区2022年文件三(五)23';
const RULES = '农村集体经济组织会计制度(财会〔2023〕14号)';

/** The words of what a village keeps or runs for other owners. */
export const CUSTODY_TERMS: Readonly<Record<string, readonly [label: string, source: string]>> = {
  'custodyKind.keeping': ['代管', DONGCHUAN],
  'custodyKind.operating': ['代为经营', DONGCHUAN],
  'bearer.village': ['村集体承担', PRODUCT],
  'bearer.owner': ['业主承担', PRODUCT],
  'bearer.share': ['按各自的份承担', PRODUCT],
  'page.custody': ['代管、代为经营', DONGCHUAN],
  'field.custodyKind': ['代管还是代为经营', DONGCHUAN],
  'field.custodyOwner': ['业主', PRODUCT],
  'field.ownersShare': ['业主得几成', PRODUCT],
  'field.custodyFrom': ['协议第一天', PRODUCT],
  'field.custodyTo': ['协议最后一天', PRODUCT],
  'field.custodyEndOn': ['协议到哪天为止', PRODUCT],
  'field.custodyEndReason': ['为什么提前结束', PRODUCT],
  'field.custodyTaxBearer': ['税额由谁承担', PRODUCT],
  'field.bearersFrom': ['从哪天起', PRODUCT],
  'field.bearersSaid': ['登记由谁承担', PRODUCT],
  'source.custodyPayment': ['银行付款回单，付给业主', RULES],
  'stepTable.custodies': ['代管协议', PRODUCT],
  'stepTable.custody_ends': ['代管协议的提前结束', PRODUCT],
  'stepTable.custody_bearers': ['代管收入的税额由谁承担', PRODUCT],
  'stepTable.custody_dues': ['应收里业主的一份', PRODUCT],
  'stepTable.custody_receipts': ['到账里业主的一份', PRODUCT],
  'stepTable.custody_payments': ['付给业主的钱', PRODUCT],
  'checkPass.custody': ['代管资产', PRODUCT],
  'checkPassSays.custody': ['业主的一份是不是照协议算的，收的、付的和凭证是不是一致', PRODUCT],
};
