const ASSISTANCE = '国办函〔2021〕51号';
const RULES = '农村集体经济组织会计制度(财会〔2023〕14号)';
const PRODUCT = '本系统';

/** The words of stocktakings. */
export const STOCKTAKING_TERMS: Readonly<Record<string, readonly [label: string, source: string]>> = {
  'page.stocktakings': ['资产盘点', RULES],
  'finding.found': ['相符', PRODUCT],
  'finding.missing': ['没有找到', PRODUCT],
  'finding.damaged': ['损坏', PRODUCT],
  'finding.differs': ['和台账不一样', PRODUCT],
  'finding.unlisted': ['台账上没有', PRODUCT],
  'decision.toDisposal': ['按处置程序办', ASSISTANCE],
  'decision.toRegister': ['补登或改台账', ASSISTANCE],
  'decision.explained': ['已说明，不用办', PRODUCT],
  'stocktaking.sheet': ['资产盘点表', RULES],
  'stocktaking.line': ['序号', PRODUCT],
  'stocktaking.cost': ['原值', RULES],
  'stocktaking.book': ['账面价值', RULES],
  'stocktaking.withdrawn': ['已作废', PRODUCT],
  'stocktaking.colon': ['：', PRODUCT],
  'stocktaking.sign.countedBy': ['盘点人（签字）：', PRODUCT],
  'stocktaking.sign.watchedBy': ['监盘人（签字）：', PRODUCT],
  'stocktaking.sign.bookkeeper': ['会计（签字）：', PRODUCT],
  'field.countedOn': ['盘点日期', PRODUCT],
  'field.countedBy': ['盘点人', PRODUCT],
  'field.watchedBy': ['监盘人', PRODUCT],
  'field.findings': ['盘点结果', PRODUCT],
  'field.unlisted': ['台账上没有的', PRODUCT],
  'field.unlistedRemarks': ['台账上没有的情况', PRODUCT],
  'field.line': ['哪一处', PRODUCT],
  'field.matchedAsset': ['台账上的哪一处', PRODUCT],
  'stocktaking.matched': ['台账上就是', PRODUCT],
  'field.decision': ['处理意见', PRODUCT],
  'checkPass.stocktakings': ['资产盘点', PRODUCT],
  'checkPassSays.stocktakings': ['历次盘点和处理意见有没有被改过', PRODUCT],
};
