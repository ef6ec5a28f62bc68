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
