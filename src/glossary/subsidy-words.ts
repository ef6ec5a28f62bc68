import { yuanText } from '../domain/money/fen';
import { fullDayText, yearMonthText } from '../platform/views/day-text';

/** What the sheet of a year's subsidy says beside its figures. */
export const subsidyWords = {
  year: (year: string): string => `${year}年`,
  months: (count: number): string => `${String(count)}个月`,
  allCame: (day: string): string => `到${fullDayText(day)}，补贴都到了。`,
  owed: (
    amount: bigint,
    open: { readonly to: string; readonly count: number; readonly oldest: string },
  ): string =>
    `到${fullDayText(open.to)}，还有 ${yuanText(amount)} 元补贴没到，共 ${String(open.count)} 笔，` +
    `最早的是${yearMonthText(open.oldest)}发的电。`,
  differs: (
    station: string,
    month: string,
    sums: { readonly listed: bigint; readonly booked: bigint },
  ): string =>
    `${station}${yearMonthText(month)}：表上还欠 ${yuanText(sums.listed)} 元，` +
    `应收款科目是 ${yuanText(sums.booked)} 元，请做一次账目检查。`,
} as const;
