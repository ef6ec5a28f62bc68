/** What is wrong with what a village says of money that lies still. */
export const IDLE_SENTENCES: Readonly<Record<string, string>> = {
  'idle.unknown': '没有这笔到账的钱。',
  'idle.nothingSaid': '什么都没有填：知道哪天到县里、镇里的填日子，还放着的写为什么。',
  'idle.allExplained': '放得太久的都说明过了，没有要一起说明的。',
  'idle.nothingChanged': '和上次说的一样，没有要记的。',
  'idle.countyFirst': '到县里的日子 {value} 晚于离开县里的日子 {day}。',
  'idle.afterArrival': '到镇里的日子 {value} 晚于到村里的日子 {day}。',
  'idle.untilDay': '“{value}”不行：从今天 {first} 起，最晚到 {last}，到时候再说明。',
};
