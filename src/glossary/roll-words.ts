import { fullDayText } from '../platform/views/day-text';

/** What is said of the rolls of a village's bodies. */
export const rollWords = {
  onRoll: (size: number, from: string): string => `名册上${String(size)}人（${from}起）`,
  without: (bodies: readonly string[]): string =>
    `${bodies.join('、')}还没有登记名册，应到人数没有东西可对。`,
  noted: (name: string, day: string): string => `${name}，${fullDayText(day)}`,
} as const;
