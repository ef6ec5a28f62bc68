/** What pages say of yearly plans. */
export const yearPlanWords = {
  expected: '预计能用',
  instead: (from: string, proposed: string): string => `${from}是 ${proposed} 元`,
  posts: (forWhat: string, of: { people: number; standard: string; months: number }): string =>
    `${forWhat}：${String(of.people)}人 × ${of.standard}元 × ${String(of.months)}个月`,
  plain: (forWhat: string, amount: string): string => `${forWhat}：${amount}元`,
  draft: { again: '照这份再起草', back: '撤回重拟，签字作废', revise: '改这一年的计划' },
  saved: (day: string): string => `${day} 存`,
} as const;
