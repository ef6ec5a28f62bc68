import { dayText, yearMonthText } from '../platform/views/day-text';
import { objectionTaskWords } from './objection-task-words';

/** What waits for somebody, in a line, and the text that reminds him. */
export const workWords = {
  submit: (plan: string): string => `${plan}起草了，还没有提交`,
  redraft: (plan: string): string => `${plan}被退回，等重新起草`,
  redraftRefused: (plan: string): string => `${plan}没有通过，等重新起草`,
  review: (plan: string): string => `${plan}等审核`,
  step: (plan: string, step: string): string => `${plan}等办“${step}”`,
  notedAsYours: (plan: string, step: string): string =>
    `${plan}“${step}”有人登记了您在纸上签的名，不是您签的请收回`,
  sheet: (plan: string, words: string): string => `${plan}：${words}`,
  hold: (month: string, count: number): string =>
    count === 1 ? `${yearMonthText(month)}还没结账` : `${yearMonthText(month)}起 ${String(count)} 个月没结账`,
  seal: (month: string, count: number): string =>
    count === 1
      ? `${yearMonthText(month)}结了账，等封账`
      : `${yearMonthText(month)}起 ${String(count)} 个月等封账`,
  objections: (open: number, overdue: number, first: string): string =>
    `${objectionTaskWords.subject}${objectionTaskWords.waits(open, overdue, first)}`,
  days: (days: number): string => (days === 0 ? '今天' : `${String(days)}天了`),
  /** A message to one person: what waits, longest first, and who asks. */
  reminder: (
    to: string,
    items: readonly string[],
    from: { readonly office: string; readonly on: string },
  ): string =>
    `${to}：村账里有${String(items.length)}件事等您办。${numbered(items)}。` +
    `请登录村账办理。${from.office}，${dayText(from.on)}`,
  /** What waits may be a sentence: its full stop comes at the end of the message. */
  item: (place: string, what: string, days: number): string =>
    `${place}${what.replace(/。$/, '')}${days === 0 ? '' : `，${String(days)}天了`}`,
};

/** Several in a row, each with its number; one alone needs none. */
function numbered(items: readonly string[]): string {
  if (items.length === 1) return items.join('');
  return items.map((item, index) => `${String(index + 1)}、${item}`).join('；');
}
