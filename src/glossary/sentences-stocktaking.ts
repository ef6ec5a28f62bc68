/** What is wrong with a stocktaking, and what the check of the books finds of one. */
export const STOCKTAKING_SENTENCES: Readonly<Record<string, string>> = {
  'stocktaking.watchesHimself': '{field}：监盘的人和盘点的人要分开，现在都写的是“{value}”。',
  'stocktaking.unanswered': '“{asset}”还没有盘点结果。',
  'stocktaking.remarkNeeded': '“{asset}”{finding:finding}，要写明情况。',
  'stocktaking.notAsked': '有 {count} 处资产那一天不在台账上，不用盘。请核对日期。',
  'stocktaking.nothing': '那一天台账上没有资产，也没有写看到了什么。',
  'stocktaking.later': '{field} {value} 还没有到，今天是 {today}。',
  'stocktaking.dayTaken': '{field} {value} 那天已经登记过一次盘点。',
  'stocktaking.noDifference': '这一处账实相符，不用定处理意见。',
  'stocktaking.decided': '这一处已经有处理意见。',
  'stocktaking.unknown': '没有这次盘点，或者没有这一行。',
  'check.stocktakingChanged': '{day} 的盘点被改过：按现在的内容重算，校验码和登记时留下的对不上。',
  'check.stocktakingGone': '有一次盘点（编号 {stocktakingId}）的登记不见了，各行还留着。',
  'check.decisionChanged': '盘点（编号 {stocktakingId}）第 {line} 行的处理意见被改过。',
  'check.decisionAlone': '盘点（编号 {stocktakingId}）第 {line} 行有处理意见，但没有差异或者这一行不见了。',
};
