/** What is said about the steps of a route. */
export const APPROVAL_SENTENCES: Readonly<Record<string, string>> = {
  'approvals.papersLate': '{field} {value} 太晚：开会以前要先放 {days} 天给人看，最早 {earliest} 才能开会。',
  'approvals.papersBeforeGround': '{field} {value} 早于 {before}，那时方案还没有起草。',
  'approvals.signersMissing': '{field}：要签的人数不能多于可以签的人数。',
};
