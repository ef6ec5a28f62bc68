import { sentenceWithoutFacts } from './sentences';

/** Words of the register of acts. */
export const actWords = {
  any: { value: '', label: '全部' },
  /** What was tried is told by its address: a form of a page stands there, or one of a program. */
  tried: (command: string): string => (command.includes(' /api/') ? '程序交来的操作' : '网页上填的一张表'),
  /** Why it was refused, without what was typed: that is not kept. */
  why: (code: string): string => sentenceWithoutFacts(code),
};
