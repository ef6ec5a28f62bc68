import { isCalendarDay } from '../calendar/calendar-day';
import { plainYuan, readYuan } from '../money/fen';
import { compareRatios, ratio, readRatio } from '../money/ratio';
import { halfWidth } from '../shared/half-width';
import type { Unit } from './pack-words';

/**
 * A value as kept: a share or count as a plain decimal, an amount with its two decimals, a span as a whole
 * number, a day as a day. Undefined where it is none.
 */
export function valueInUnit(typed: string, unit: Unit): string | undefined {
  const text = halfWidth(typed).trim();
  switch (unit) {
    case 'share': {
      const share = shareDigits(text);
      return share !== undefined && compareRatios(readRatio(share), WHOLE) <= 0 ? share : undefined;
    }
    case 'yuan': {
      const fen = readYuan(text);
      return fen === undefined || fen < 0n ? undefined : plainYuan(fen);
    }
    case 'count':
      return /^\d{1,12}(\.\d{1,6})?$/.test(text) ? text : undefined;
    case 'days':
    case 'working_days':
    case 'months':
      return /^\d{1,5}$/.test(text) ? text : undefined;
    case 'day':
      return isCalendarDay(text) ? text : undefined;
  }
}

const WHOLE = ratio(1n, 1n);

/** `2.9%` and `0.029` are one share: its digits are moved, nothing is reckoned. */
function shareDigits(text: string): string | undefined {
  const [, whole, decimals = '', percent] = /^(\d{1,3})(?:\.(\d{1,6}))?(%)?$/.exec(text) ?? [];
  if (whole === undefined) return undefined;
  if (percent === undefined) return text;
  const digits = `${whole.padStart(3, '0')}${decimals}`;
  return `${digits.slice(0, 1)}.${digits.slice(1)}`.replace(/\.?0+$/, '');
}
