const RULES = '农村集体经济组织会计制度(财会〔2023〕14号)';
const POVERTY_PV = '国开办发〔2017〕61号';
const FUYANG = '阜阳市促进脱贫人口增收工作方案';
const GRID = '电网电费结算单';
const PRODUCT = '本系统';

/** What pages are called. */
export const PAGE_TERMS: Readonly<Record<string, readonly [label: string, source: string]>> = {
  'page.logIn': ['办公登录', PRODUCT],
  'page.month': ['本月', PRODUCT],
  'page.kept': ['代管的联村电站', POVERTY_PV],
  'page.keptSlip': ['代管电站的结算单', GRID],
  'page.passingOn': ['转付给各村', PRODUCT],
  'page.keptCosts': ['替各村付费用', PRODUCT],
  'page.takenCost': ['分担的费用', PRODUCT],
  'page.keptShares': ['换份额表', POVERTY_PV],
  'page.settlement': ['电费结算单', GRID],
  'page.receipt': ['到账', PRODUCT],
  'page.incomeDue': ['应收租金和其他收入', RULES],
  'page.deduction': ['必要费用', FUYANG],
  'page.assets': ['资产', RULES],
  'page.asset': ['资产', RULES],
  'page.newAsset': ['登记资产', RULES],
  'page.surplus': ['收益', PRODUCT],
  'page.vouchers': ['记账凭证', RULES],
  'page.voucher': ['记账凭证', RULES],
  'page.trialBalance': ['试算平衡表', RULES],
  'page.plans': ['分配方案', FUYANG],
  'page.plan': ['分配方案', FUYANG],
  'page.draftPlan': ['起草分配方案', FUYANG],
  'page.publish': ['公示', PRODUCT],
  'page.township': ['各村', PRODUCT],
  'page.public': ['村里公示', PRODUCT],
  'page.verify': ['验公示', PRODUCT],
};
