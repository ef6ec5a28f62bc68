import { slipPageWords } from './slip-page-words';

/** Words of pay advices, printed and on their page. */
export const payAdviceWords = {
  title: '发放通知单',
  payee: (household: number, name: string): string => `第${String(household)}户　${name}`,
  list: (list: string, on: string): string => `${list}，${on}送银行`,
  owedFor: (what: string, when: string): string => `${what}，${slipPageWords.when(when)}`,
  money: (yuan: string, capital: string): string => `${yuan} 元（${capital}）`,
  scan: '扫码，或者在村账公开里输这个码，看钱从哪来、怎么算、付到了没有。没收到请问会计。',
  keep: '码不要给别人',
  missing: '还没有打过的人',
  all: '全部重打（原来的码都不能用了）',
  one: (household: number, name: string): string => `只重打：第${String(household)}户 ${name}`,
  file: (list: string): string => `${list}-发放通知单.pdf`,
};
