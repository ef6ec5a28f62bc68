/** Sentences of a printed statement. */
export const statementWords = {
  /** What the corrections of the last period change is in the carry-over already; amounts in yuan. */
  carriedAnew: (decided: string, corrected: string): string =>
    `已算进上期结转：分配时 ${decided}，更正后 ${corrected}`,
  /** What is said of a voucher, with what a document calls it. */
  calledBy: (summary: string, called: string | undefined): string =>
    called === undefined ? summary : `${summary}（照文件叫${called}）`,
  /** What an approved plan keeps, what of it is granted and what waits; amounts in yuan. */
  decided: (period: string, granted: string, waiting: string): string =>
    `${period}的方案已定，已发 ${granted}，还没发 ${waiting}`,
};
