/** What is wrong with a handover, and what the check of the books finds of one. */
export const HANDOVER_SENTENCES: Readonly<Record<string, string>> = {
  'handover.later': '{field} {value} 还没有到，今天是 {today}。',
  'handover.beforeBooks': '{field} {value} 早于建账的 {opened}，那时还没有账可交。',
  'handover.samePerson': '{field}“{value}”和前面的人是同一个，交出、接收、监交要三个人。',
  'handover.unknown': '没有这次移交。',
  'check.handoverChanged': '{day} 的移交表被改过：按现在的内容重算，校验码和签字时留下的对不上。',
  'check.handoverGone': '有一次移交（编号 {handoverId}）的登记不见了，各行还留着。',
};
