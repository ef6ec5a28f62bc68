/** A period as people call it: 2025年上半年, 2025年度, or its months. Days are `2025-01-01`. */
export function periodName({ from, to }: { readonly from: string; readonly to: string }): string {
  const year = `${from.slice(0, 4)}年`;
  const span = `${from.slice(5)} ${to.slice(5)}`;
  if (from.slice(0, 4) === to.slice(0, 4)) {
    if (span === '01-01 06-30') return `${year}上半年`;
    if (span === '07-01 12-31') return `${year}下半年`;
    if (span === '01-01 12-31') return `${year}度`;
    return `${year}${monthNumber(from)}至${monthNumber(to)}月`;
  }
  return `${year}${monthNumber(from)}月至${to.slice(0, 4)}年${monthNumber(to)}月`;
}

/** The same, one month by its own name: 2025年3月. */
export function spanOfMonths({ from, to }: { readonly from: string; readonly to: string }): string {
  const isOne = from.slice(0, 7) === to.slice(0, 7);
  return isOne ? `${from.slice(0, 4)}年${monthNumber(from)}月` : periodName({ from, to });
}

/** What a plan of a period is called in a list of things to do. */
export function planName(period: { readonly from: string; readonly to: string }, pool: string): string {
  return `${periodName(period)}${pool}方案`;
}

/** What a yearly plan is called in such a list. */
export function yearPlanName(year: number, pool: string): string {
  return `${String(year)}年${pool}年度计划`;
}

/** The number of a sheet on the wall in the manner of official documents. */
export function sheetNumberText(sheet: {
  readonly label: string;
  readonly year: number;
  readonly number: number;
}): string {
  return `${sheet.label}公示〔${String(sheet.year)}〕${String(sheet.number)}号`;
}

function monthNumber(day: string): string {
  return String(Number(day.slice(5, 7)));
}
