const ASSISTANCE = '国办函〔2021〕51号';
const POVERTY_PV = '国开办发〔2017〕61号';
const RULES = '农村集体经济组织会计制度(财会〔2023〕14号)';
const PRODUCT = '本系统';

/** The words of the register of assets: what an asset is, whose it is, whose money built it. */
export const REGISTER_TERMS: Readonly<Record<string, readonly [label: string, source: string]>> = {
  'assetKind.pvStation': ['村级光伏电站', POVERTY_PV],
  'assetKind.jointPvStation': ['联村光伏电站', POVERTY_PV],
  'assetKind.householdPv': ['户用光伏', POVERTY_PV],
  'assetKind.workshop': ['帮扶车间', ASSISTANCE],
  'assetKind.coldStore': ['冷藏保鲜库', ASSISTANCE],
  'assetKind.plant': ['加工厂', ASSISTANCE],
  'assetKind.market': ['市场、商铺', ASSISTANCE],
  'assetKind.machinery': ['农机设备', ASSISTANCE],
  'assetKind.land': ['土地资源', RULES],
  'assetKind.water': ['水面资源', RULES],
  'assetKind.infrastructure': ['基础设施', ASSISTANCE],
  'assetKind.equity': ['股权', ASSISTANCE],
  'assetKind.biological': ['生物资产', RULES],
  'assetKind.other': ['其他资产', ASSISTANCE],

  'assetClass.operating': ['经营性', ASSISTANCE],
  'assetClass.public': ['公益性', ASSISTANCE],
  'assetClass.household': ['到户类', ASSISTANCE],

  'titleLevel.village': ['村集体', ASSISTANCE],
  'titleLevel.township': ['乡镇', ASSISTANCE],
  'titleLevel.county': ['县', ASSISTANCE],
  'titleLevel.household': ['农户', ASSISTANCE],

  'fundLevel.central': ['中央资金', ASSISTANCE],
  'fundLevel.province': ['省级资金', ASSISTANCE],
  'fundLevel.city': ['市级资金', ASSISTANCE],
  'fundLevel.county': ['县级资金', ASSISTANCE],
  'fundLevel.township': ['乡镇资金', ASSISTANCE],
  'fundLevel.localBond': ['地方政府债券', ASSISTANCE],
  'fundLevel.eastWest': ['东西部协作资金', ASSISTANCE],
  'fundLevel.counterpart': ['定点帮扶资金', ASSISTANCE],
  'fundLevel.donation': ['社会捐赠', ASSISTANCE],
  'fundLevel.own': ['村自筹', ASSISTANCE],
  'fundLevel.other': ['其他资金', PRODUCT],

  'field.assetClass': ['资产类别', ASSISTANCE],
  'field.titleLevel': ['产权归属', ASSISTANCE],
};
