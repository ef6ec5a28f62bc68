/** What is said about the register of acts. */
export const ACT_SENTENCES: Readonly<Record<string, string>> = {
  'acts.turned': '截止日期 {value} 早于开始日期，请改一个。',
  'acts.placeUnknown': '这个单位不归这里管，请从列出的里面选。',
  'audit.boundReached': '这个人当天没办成的太多，后面的不再一条一条记。',
  'check.acceptedBroken': '谁办了什么的记录，第 {position} 条和前面的接不上，或者被改过。',
  'check.acceptedCut': '谁办了什么的记录，末尾被删掉了：该到第 {position} 条，现在只到第 {last} 条。',
  'check.acceptedAdded': '谁办了什么的记录，第 {position} 条以后的没有登记在册，现在到第 {last} 条。',
};
