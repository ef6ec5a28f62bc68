import { yuanText } from '../domain/money/fen';

/** What pages say of yearly plans. */
export const yearPlanWords = {
  expected: '预计能用',
  partOfYear: (month: number): string => `照上年到${String(month)}月实际`,
  keptOwn: (forWhat: string, proposed: string): string =>
    `“${forWhat}”村里已经填了，没有改；那里拟的是 ${proposed} 元，要照它就自己改。`,
  reserve: '预留',
  left: '还没安排',
  instead: (from: string, proposed: string): string => `${from}是 ${proposed} 元`,
  posts: (forWhat: string, of: { people: number; standard: string; months: number }): string =>
    `${forWhat}：${String(of.people)}人 × ${of.standard}元 × ${String(of.months)}个月`,
  plain: (forWhat: string, amount: string): string => `${forWhat}：${amount}元`,
  draft: { again: '照这份再起草', back: '撤回重拟，签字作废', revise: '改这一年的计划' },
  proposed: (
    { keeper, station, year }: { keeper: string; station: string; year: number },
    sum: bigint,
  ): string => `照${keeper}给${station}各村拟的${String(year)}年计划起草，那里分到本村 ${yuanText(sum)} 元。`,
  saved: (day: string): string => `${day} 存`,
} as const;

/** How far an owner's own plan of a year is that his keeper proposed something for. */
export const ownerProposalWords = {
  elsewhere: '账不在这里',
  none: '还没起草',
  otherwise: (state: string): string => `另起草的，${state}`,
} as const;

/** What pages say of the year before a yearly plan. */
export const yearBeforeWords = {
  without: (year: number, has: { plan: boolean; periods: boolean }): string | undefined => {
    if (has.plan && has.periods) return undefined;
    if (has.plan) return `${String(year)}年有年度计划，没有定过分配方案`;
    return has.periods
      ? `${String(year)}年没有年度计划，只有各期分的`
      : `${String(year)}年没有年度计划，也没有定过分配方案`;
  },
  ofUse: (
    year: number,
    {
      planned,
      given,
    }: { planned: { amount: bigint; people: number } | undefined; given: bigint | undefined },
  ): string => {
    const isNone = (planned?.amount ?? 0n) === 0n && (given ?? 0n) === 0n;
    if (isNone) return `${String(year)}年没有这一项`;
    const people = planned === undefined || planned.people === 0 ? '' : `、${String(planned.people)}人`;
    const parts = [
      ...(planned === undefined ? [] : [`计划 ${yuanText(planned.amount)}${people}`]),
      ...(given === undefined ? [] : [`各期分了 ${yuanText(given)}`]),
    ];
    return `${String(year)}年${parts.join('，')}`;
  },
} as const;

/** What may still come of a floor or a cap over the year. */
export const yearFloorWords = {
  met: (): string => '已经够了',
  nothing: (): string => '没有钱，不算比例',
  undecided: (): string => '还缺数，定不了',
  room: (fen: bigint): string => `还能用 ${yuanText(fen)}`,
  over: (fen: bigint): string => `超过了 ${yuanText(fen)}`,
  left: (fen: bigint): string => `还差 ${yuanText(fen)}，留下的钱够补`,
  more: (fen: bigint): string => `留下的全用上也不够，还要再到账 ${yuanText(fen)}、全用在这里`,
  never: (fen: bigint): string => `留下的全用上还差 ${yuanText(fen)}，补不上了`,
} as const;

/** What a distribution says of its lines beside the plan of its year. */
export const yearLeftWords = {
  within: (use: string): string => `${use}没有超出年度计划`,
  above: (use: string, { left, excess }: { readonly left: bigint; readonly excess: bigint }): string => {
    const free = left < 0n ? '已经没有剩的' : `只剩 ${yuanText(left)} 元`;
    return `${use}超出年度计划 ${yuanText(excess)} 元（年度计划${free}）`;
  },
  without: (use: string): string => `年度计划里没有${use}`,
} as const;
