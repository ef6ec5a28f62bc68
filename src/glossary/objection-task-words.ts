import { dayText } from '../platform/views/day-text';

/** What a desk says of objections that nobody has answered. */
export const objectionTaskWords = {
  subject: '村民的意见',
  waits: (open: number, overdue: number, first: string): string =>
    overdue === 0
      ? `${String(open)}条没有答复，最早${dayText(first)}到期`
      : `${String(open)}条没有答复，其中${String(overdue)}条过了期限`,
} as const;
