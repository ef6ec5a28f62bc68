import { widePunctuation } from '../platform/text/wide-punctuation';
import { yearMonthText } from '../platform/views/day-text';

/** What lists and letters say of what is late. */
export const arrearsWords = {
  reminded: (day: string, way: string): string => `${day}　${way}`,
  broken: ({ document, says, grace }: { document: string; says: string; grace: number }): string =>
    `《${widePunctuation(document)}》要求${widePunctuation(says)}。` +
    (grace === 0
      ? '没有宽限的天数，过了约定的日子就算晚。'
      : `村里定的宽限是 ${String(grace)} 天，过了才算晚。`),
  agreedReturn: '约定收益',
  what: (
    stream: string,
    covers: { readonly from: string; readonly to: string } | undefined,
    month: string,
  ): string =>
    covers === undefined ? `${yearMonthText(month)}${stream}` : `${covers.from} 至 ${covers.to} ${stream}`,
} as const;
