/** Words of pay lists on vouchers and in bank files. */
export const payoutSummaries = {
  confirmed: (list: { year: number; number: number; people: number }): string =>
    `${listText(list)}发放，${String(list.people)}笔`,
  sentBack: (list: { year: number; number: number; people: number }): string =>
    `${listText(list)}银行退回，${String(list.people)}笔`,
  memo: (list: { year: number; number: number }): string => listText(list),
};

/** `2025年第3号发放清单` */
export function listText({ year, number }: { year: number; number: number }): string {
  return `${String(year)}年第${String(number)}号发放清单`;
}
