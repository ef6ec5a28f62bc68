/** What is said of a sheet that was published anew for the same days. */
export const sheetWords = {
  rowsMoved: '合计没有变，明细按后来的凭证改了',
  booksMoved: '账上后来补记或更正了',
} as const;
