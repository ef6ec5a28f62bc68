const RULES = '农村集体经济组织会计制度(财会〔2023〕14号)';
const PRODUCT = '本系统';

/** The words of an asset's life in the books. */
export const ASSET_LIFE_TERMS: Readonly<Record<string, readonly [label: string, source: string]>> = {
  'page.depreciation': ['资产折旧', RULES],
  'page.assetDepreciation': ['折旧表', RULES],
  'assetUse.operating': ['经营用', RULES],
  'assetUse.management': ['管理用', RULES],
  'assetUse.publicWelfare': ['公益用', RULES],
  'termsBasis.acquired': ['从取得的下个月提起', PRODUCT],
  'termsBasis.takenOver': ['中途接着提', PRODUCT],
  'termsBasis.changed': ['改年限、残值', PRODUCT],
  'field.basis': ['怎么提', PRODUCT],
  'field.use': ['用途', RULES],
  'field.salvage': ['残值', RULES],
  'field.accumulated': ['已提折旧', RULES],
  'field.months': ['还能用几个月', RULES],
  'source.depreciation': ['折旧表', RULES],
  'checkPass.depreciation': ['折旧', PRODUCT],
  'checkPassSays.depreciation': ['每个月的折旧是不是折旧表的数，有没有重提、漏记', PRODUCT],
  'stepTable.depreciation_bookings': ['折旧登记', PRODUCT],
};
