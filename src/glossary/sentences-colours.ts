/** What is wrong with marks and kept quarters, and what the check of the books finds of them. */
export const COLOUR_SENTENCES: Readonly<Record<string, string>> = {
  'calendar.notAQuarter': '“{value}”不是季度，要写成 2025-Q2 这样。',
  'colours.booksSayAbnormal':
    '账上和台账上这一项（{indicator:indicator}）是异常的，不能判成正常；账或台账不对的，先改账。',
  'colours.ownHand': '记这个村的账的人不能判它的资产：判的是账上看不到的，要由乡镇的人看了来记。',
  'colours.beforeQuarter': '{field} {value} 早于这个季度的第一天 {day}。',
  'colours.toCome': '这个季度还没有到，今天是 {today}。',
  'colours.running': '这个季度到 {day} 才完，过完了再记结果。',
  'colours.nothing': '这个季度台账上没有经营性资产，没有要记的。',
  'colours.kept': '这个季度的结果 {day} 已经记下，到现在没有变。',
};
