import { yearMonthText } from '../platform/views/day-text';

/** What the vouchers of an asset's life say. */
export const assetSummaries = {
  depreciation: (month: string): string => `计提${yearMonthText(month)}折旧`,
};
