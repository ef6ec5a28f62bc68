/** The books and reports of this register, by the word in their address. */
export const REPORT_NAMES = [
  'account-balances',
  'general-ledger',
  'detail-ledger',
  'cash-journal',
  'bank-journal',
  'voucher-summary',
  'ageing',
  'balance-sheet',
  'income-statement',
] as const;

export type ReportName = (typeof REPORT_NAMES)[number];

/** Which of them ask for one account, may be drawn for one, or are drawn at the end of a day. */
export const WITH_ACCOUNT: readonly ReportName[] = ['general-ledger', 'detail-ledger', 'ageing'];
export const AS_OF_DAY: readonly ReportName[] = ['ageing', 'balance-sheet', 'income-statement'];

/** In the address of a report: only lines that name nobody, or are of no asset. */
export const UNNAMED = 'unnamed';
