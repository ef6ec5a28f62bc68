import { yuanText } from '../domain/money/fen';

const PRODUCT = '本系统';

/** The words of money that is set aside. */
export const RESERVE_TERMS: Readonly<Record<string, readonly [label: string, source: string]>> = {
  'page.reserves': ['留存', PRODUCT],
  'field.reservePurpose': ['留存用途', PRODUCT],
  'field.reservedOn': ['留存日期', PRODUCT],
  'field.reserveId': ['放回哪一笔', PRODUCT],
  'field.releaseAmount': ['放回金额', PRODUCT],
  'field.releasedOn': ['放回日期', PRODUCT],
  'field.releaseReason': ['放回理由', PRODUCT],
  'page.planReleases': ['不再发的钱', PRODUCT],
  'field.releaseId': ['收回哪一笔', PRODUCT],
  'planAct.release': ['放回不再发的钱', PRODUCT],
  'stepTable.reserves': ['留存', PRODUCT],
  'stepTable.reserve_releases': ['放回的留存', PRODUCT],
  'stepTable.promise_releases': ['方案里不再发、放回的钱', PRODUCT],
  'stepTable.promise_release_withdrawals': ['收回的放回', PRODUCT],
  'checkPass.releases': ['方案里放回的钱', PRODUCT],
  'checkPassSays.releases': ['放回的钱是不是批准方案答应过的，有没有又列支', PRODUCT],
  'checkPass.reserves': ['留存', PRODUCT],
  'checkPassSays.reserves': ['留存的钱当时账上有没有，放回的有没有超过留的', PRODUCT],
};

/** Sentences of money that is set aside. */
export const reserveWords = {
  /** A reserve to choose, with its day and what stands of it. */
  choice: ({ purpose, setOn }: { readonly purpose: string; readonly setOn: string }, yuan: string): string =>
    `${purpose}（${setOn}，还留着 ${yuan} 元）`,
  /** A claim of a plan to choose, with what of it is neither granted nor released. */
  openClaim: (forWhat: string, open: bigint): string => `${forWhat}（还没发 ${yuanText(open)} 元）`,
  /** A release to choose. */
  released: (forWhat: string, day: string, fen: bigint): string =>
    `${forWhat}（${day}，放回 ${yuanText(fen)} 元）`,
  /** What each purpose keeps: `大修 100.00 元`. */
  purposes: (parts: readonly { readonly purpose: string; readonly amount: bigint }[]): string =>
    parts.map(({ purpose, amount }) => `${purpose} ${yuanText(amount)} 元`).join('、'),
};
