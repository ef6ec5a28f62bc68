/** Short remarks on the pages of vouchers. */
export const remarks = {
  noSummary: '没有填摘要',
  waitsForReview: '等别人复核：村里的另一个会计，或者镇财政所。复核以后才能记账。',
  reviewVoid: '复核的人现在管钱，他的复核不算了：请村里的另一个会计或者镇财政所再复核一次。',
  drafts: (count: number): string => (count === 0 ? '凭证草稿' : `凭证草稿 ${String(count)} 张`),
  newVoucher: '填一张凭证',
  recurring: (due: number): string => (due === 0 ? '常设凭证' : `常设凭证 ${String(due)} 张该记`),
  counterparties: '往来单位',
  waived: (reason: string): string => `不记：${reason}`,
} as const;

/** The papers kept with a voucher: to be looked at, or where the first is kept. */
export function papersText(count: number): string {
  return count === 0 ? '存原件' : `看原件（${String(count)}张）`;
}
