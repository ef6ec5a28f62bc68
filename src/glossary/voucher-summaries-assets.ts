import { yearMonthText } from '../platform/views/day-text';

/** What the vouchers of an asset's life say. */
export const assetSummaries = {
  depreciation: (month: string): string => `计提${yearMonthText(month)}折旧`,
  improvement: (asset: string): string => `${asset}改良`,
  impairment: (asset: string): string => `${asset}减值`,
  auction: (asset: string): string => `${asset}拍卖`,
  sale: (asset: string): string => `${asset}转让`,
  damage: (asset: string): string => `${asset}报损`,
  scrap: (asset: string): string => `${asset}报废`,
  handOver: (asset: string): string => `${asset}划转`,
  contribution: (asset: string): string => `${asset}作价入股`,
};

/** What the vouchers of a project of construction say. */
export const constructionSummaries = {
  fund: (project: string): string => `收到${project}专项资金`,
  stage: (project: string): string => `付${project}工程款`,
  retention: (project: string): string => `付${project}质保金`,
  acceptance: (project: string): string => `${project}验收，转固定资产`,
};
