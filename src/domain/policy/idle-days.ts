import { compareRatios, ratio, readRatio } from '../money/ratio';

/** By this id packs leave open after how many days an asset counts as idle. */
export const IDLE_DAYS = 'idle.days';

/** Below one day every asset would be idle, one that is let and earns too: such a bound is none. */
export function isIdleBound(days: string): boolean {
  return compareRatios(readRatio(days), ratio(1n, 1n)) >= 0;
}

/** Whether a value can be settled for a number that packs leave open. */
export function canBeSettled(numberId: string, value: string): boolean {
  return numberId !== IDLE_DAYS || isIdleBound(value);
}
