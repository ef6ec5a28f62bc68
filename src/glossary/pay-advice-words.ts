import { slipPageWords } from './slip-page-words';

/** Words of pay advices, printed and on their page. */
export const payAdviceWords = {
  owedFor: (what: string, when: string): string => `${what}，${slipPageWords.when(when)}`,
  missing: '还没有打过的人',
  all: '全部重打（原来的码都不能用了）',
  one: (household: number, name: string): string => `只重打：第${String(household)}户 ${name}`,
  file: (list: string): string => `${list}-发放通知单.pdf`,
};
