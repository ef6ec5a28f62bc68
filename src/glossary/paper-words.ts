/** What a page says of a voucher whose paper is not kept. */
export const paperWords = {
  counted: (attachments: number): string => `写了附单据 ${String(attachments)} 张，没有存原件`,
  missing: '动了现金或银行存款，没有单据',
} as const;
