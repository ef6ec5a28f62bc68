import { type Fen, yuanText } from '../domain/money/fen';
import { fieldLabel } from './terms';

/** `2025-07-01 到 2026-06-30`. */
export function appointedDaysText(from: string, to: string): string {
  return `${from} 到 ${to}`;
}

/** `李四，2025-07-01 起`. */
export function onPostText(name: string, from: string): string {
  return `${name}，${from} 起`;
}

/** A reason that was given, behind what asked for it. */
export function postReasonText(question: string, reason: string): string {
  return `${question}：${reason}`;
}

/** How long an appointment hangs out in the region, and whether the county has said so. */
export function postTermsText(of: { readonly shownDays: number; readonly confirmed: boolean }): string {
  const days = `公示不少于 ${String(of.shownDays)} 天，头一天算在里面`;
  return of.confirmed ? days : `${days}；县里还没有确认，少了要写理由`;
}

/** How a pay by the day is held against one by the month. */
export function dayPayText(of: { readonly monthOfDays: number; readonly confirmed: boolean }): string {
  const days = `按天的，按 ${String(of.monthOfDays)} 天折成一个月，和以前的、同样的岗比`;
  return of.confirmed ? days : `${days}；这个折法还没有确认`;
}

/** `600.00 ÷ 31 × 20`: how a wage was reckoned. */
export function wageText(of: {
  readonly standard: string;
  readonly days: string;
  readonly monthDays: number | undefined;
}): string {
  const { standard, days, monthDays } = of;
  return monthDays === undefined
    ? `${standard} × ${days} 天`
    : `${standard} ÷ ${String(monthDays)} 天 × ${days} 天`;
}

/** Before what is wrong with somebody's days: whose they are, on which post, from which day to which. */
export function attendanceOf(name: string, row: AttendedRow): string {
  const { post, from, to } = row;
  return `${name}（${post.name}，${from.slice(5)} — ${to.slice(5)}）：`;
}

/** Somebody on a post within a month. */
interface AttendedRow {
  readonly post: { readonly name: string };
  readonly from: string;
  readonly to: string;
}

/** A claim of a plan with what is left of it. */
export function claimLeftText(claim: string, left: Fen): string {
  return `${claim}，还剩 ${yuanText(left)} 元`;
}

/** Why seats were changed, with why more posts than the usual share pay above the usual by it. */
export function seatsWhyText(why: string, heavierWhy: string | null): string {
  return heavierWhy === null ? why : `${why}（高于一般标准的岗多：${heavierWhy}）`;
}

/** For how many people a post is; none: it is closed. */
export function seatsText(seats: number): string {
  return seats === 0 ? '已撤岗' : `${String(seats)} 人`;
}

/** Whom it concerns, and what does not hold of him any more. */
export function warningText(name: string, sentence: string): string {
  return `${name}：${sentence}`;
}

/** `16—30日` of a month that is named above. */
export function monthDaysText(from: string, to: string): string {
  return `${String(Number(from.slice(8)))}—${String(Number(to.slice(8)))}日`;
}

/** Why something was done all the same, after the name of what asked. */
export function reasonText(field: string, why: string): string {
  return `${fieldLabel(field)}：${why}`;
}
