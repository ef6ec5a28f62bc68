import type { Problem } from '../domain/shared/problem';
import { fullDayText } from '../platform/views/day-text';
import { problemSentence } from './sentences';

/** What is said above a register of a day: that no day was typed, or that nothing was there by then. */
export function registerDaySaid(asked: {
  readonly on: string;
  readonly problem?: Problem | undefined;
  readonly count: number;
  readonly today: string;
}): string | undefined {
  if (asked.problem !== undefined) return `${problemSentence(asked.problem)}下面是今天的。`;
  return asked.count > 0 || asked.on === asked.today
    ? undefined
    : `${fullDayText(asked.on)}以前没有登记过资产。`;
}
