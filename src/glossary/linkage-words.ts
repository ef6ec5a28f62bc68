import type { LinkageYear } from '../domain/assets/linkage';
import type { LinkageDuties } from '../domain/assets/lease';
import { yuanText } from '../domain/money/fen';
import { labelOf } from './terms';

/** What a tenant promised besides rent and what of it is missing, in words. */
export const linkageWords = {
  /** `10 人（帮扶对象），每年工资 36,000.00 元`; empty where nothing was promised. */
  duties: ({ jobs, wagesPerYear, for: whom }: LinkageDuties): string =>
    [
      ...(jobs === undefined ? [] : [`${String(jobs)} ${labelOf('unit.person')}`]),
      ...(wagesPerYear === undefined ? [] : [`每年工资 ${yuanText(wagesPerYear)} 元`]),
      ...(whom === undefined ? [] : [`用${labelOf(`linkageFor.${whom}`)}`]),
    ].join('，'),
  /** What is missing in a year; empty where nothing is. */
  short: ({ jobsShort, wagesShort, unreported, isOver }: LinkageYear): string =>
    [
      ...(jobsShort > 0 ? [`少用 ${String(jobsShort)} ${labelOf('unit.person')}`] : []),
      ...(wagesShort > 0n ? [`工资少 ${yuanText(wagesShort)} 元`] : []),
      ...(isOver && unreported > 0 ? [`${String(unreported)} 天没有报`] : []),
    ].join('，'),
  /** Every year in which something is missing, in one line. */
  shortYears: (years: readonly LinkageYear[]): string =>
    years
      .flatMap((year) => {
        const text = linkageWords.short(year);
        return text === '' ? [] : [`${String(year.year)}年${text}`];
      })
      .join('；'),
} as const;
