/** What pages say of copies of plans that are only tried. */
export const whatIfWords = {
  draft: (revision: number): string => `第${String(revision)}稿`,
  now: '试算',
  year: { whole: '预计能用', left: '还剩' },
} as const;
