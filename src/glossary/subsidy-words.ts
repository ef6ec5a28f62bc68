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
  ageing: (sums: {
    readonly withinYear: bigint;
    readonly secondYear: bigint;
    readonly older: bigint;
  }): string =>
    sums.secondYear === 0n && sums.older === 0n
      ? ''
      : `其中一年以内 ${yuanText(sums.withinYear)} 元，一到两年 ${yuanText(sums.secondYear)} 元` +
        (sums.older === 0n ? '。' : `，两年以上 ${yuanText(sums.older)} 元。`),
  unexplained: (received: bigint, left: bigint): string =>
    `到了 ${yuanText(received)} 元，还有 ${yuanText(left)} 元没到，还没有说明`,
  partly: (count: number): string => `有 ${String(count)} 笔只到了一部分。`,
  carried: (count: number): string => `年初 ${String(count)} 笔和上年末应收款逐笔核对过，一分不差。`,
  notCarried: (
    station: string,
    month: string,
    sums: { readonly listed: bigint; readonly booked: bigint },
  ): string =>
    `${station}${yearMonthText(month)}：年初 ${yuanText(sums.listed)} 元，` +
    `上年末应收款科目是 ${yuanText(sums.booked)} 元，请做一次账目检查。`,
  cutSummary: (streams: readonly string[]): string => {
    const [subsidy, fee] = [streams.includes('subsidy'), streams.includes('energy')];
    return fee ? (subsidy ? '核减国家补贴，了结电费尾差' : '了结电费尾差') : '核减国家补贴';
  },
  cutTaken: (month: string, owner: string): string =>
    `${yearMonthText(month)}国家补贴核减，${owner}的一份已入账`,
  advancedSummary: '收到补贴垫付款',
  repaidSummary: '归还补贴垫付款',
  advanced: (left: bigint, due: bigint): string =>
    left === 0n
      ? '没有欠着的垫付款。'
      : due === 0n
        ? `垫付的钱还欠 ${yuanText(left)} 元，现在不用还，等再有补贴到了再还。`
        : `垫付的钱还欠 ${yuanText(left)} 元，补贴到了，现在该还 ${yuanText(due)} 元。`,
  room: (of: { readonly owed: bigint; readonly advanced: bigint; readonly room: bigint }): string =>
    of.owed === 0n
      ? '账上现在没有欠着的补贴，不用垫付。'
      : `账上还欠着的补贴 ${yuanText(of.owed)} 元，最多再垫 ${yuanText(of.room)} 元`,
  writtenOff: (day: string, amount: bigint, paper: string): string =>
    `${day} 核减 ${yuanText(amount)} 元（${paper}）`,
  keptOwing: (day: string, amount: bigint, reason: string): string =>
    `${day} 说明：${yuanText(amount)} 元没到，照旧欠着：${reason}`,
  noted: (
    station: string,
    month: string,
    { on, amount, reason }: { readonly on: string; readonly amount: bigint; readonly reason: string },
  ): string => `${station}${yearMonthText(month)} ${yuanText(amount)} 元：${reason}（${on} 写）`,
  noteWithdrawn: (note: string, why: string): string => `${note}，后来撤回：${why}`,
  partlyCame: (left: bigint): string => `（到了一部分，还有 ${yuanText(left)} 元没到）`,
  settled: (day: string | undefined): string => (day === undefined ? '（已经结清）' : `（${day} 已经到齐）`),
  differs: (
    station: string,
    month: string,
    sums: { readonly listed: bigint; readonly booked: bigint },
  ): string =>
    `${station}${yearMonthText(month)}：表上还欠 ${yuanText(sums.listed)} 元，` +
    `应收款科目是 ${yuanText(sums.booked)} 元，请做一次账目检查。`,
} as const;
