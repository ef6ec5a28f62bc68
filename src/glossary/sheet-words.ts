/** What is said of a sheet that was published anew for the same days. */
export const sheetWords = {
  rowsMoved: '合计没有变，明细按后来的凭证改了',
  booksMoved: '账上后来补记或更正了',
  /** The number of an objection, as sheets print it. */
  objection: ({ year, number }: { readonly year: number; readonly number: number }): string =>
    `〔${String(year)}〕第${String(number)}号`,
} as const;
