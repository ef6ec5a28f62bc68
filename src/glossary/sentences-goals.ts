/** What is wrong with figures of goals, and with what was done by a day. */
export const GOAL_SENTENCES: Readonly<Record<string, string>> = {
  'figures.notPeople': '“{value}”不是人数，人只能填整数。',
  'figures.unknownLine': '现在适用的文件没有“{line}”这一条，或者它不归这一级办。',
  'figures.nothing': '一个数也没有填。',
  'figures.notAsked': '这项目标不用这个数。',
  'figures.booksKnow': '这个数账上和台账上算得出来，是 {ledger:number}，不用填；不对的，先改账。',
  'figures.belowBooks': '“{value}”比账上的 {ledger:number} 还少；账上已经有的，不能少报，不对的先改账。',
  'figures.aboveBooks': '“{value}”比账上的 {ledger:number} 还多；账上没有的，不能多报，不对的先改账。',
  'figures.notNumber': '“{value}”不是数，只写数字，不带单位。',
  'figures.partAboveWhole': '其中的数 {value:number} 比总数 {whole:number} 还多，有一个写错了。',
  'figures.restOnBooks':
    '总数 {whole:number} 里，账上看得到还有 {rest:number} 不算在其中，所以其中的数最多 {most:number}，填的 {value:number} 多了；账不对的，先改账。',
  'figures.beforeYear': '{field} {value} 在 {year} 年以前，那时还没有 {year} 年的数。',
  'figures.yearToCome': '{field} {value} 还没有到，今天是 {today}。',
  'figures.otherYear': '文件只说 {year} 年，这里填这一年，或者用来比的上一年。',
};
