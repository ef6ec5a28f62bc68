import { yearMonthText } from '../platform/views/day-text';

/** What lists and letters say of what is late. */
export const arrearsWords = {
  reminded: (day: string, way: string): string => `${day}　${way}`,
  what: (
    stream: string,
    covers: { readonly from: string; readonly to: string } | undefined,
    month: string,
  ): string =>
    covers === undefined ? `${yearMonthText(month)}${stream}` : `${covers.from} 至 ${covers.to} ${stream}`,
} as const;
