import { fullDayText } from '../platform/views/day-text';

/** What the page of a county's routes says. */
export const routeWords = {
  all: (county: string): string => `${county}全县`,
  below: (township: string): string => `${township}各村`,
  open: '不另定，照上一级（都没定就照村里原来的）',
  none: '还没有定',
  openAgain: '不另定了',
  own: '村里原来的',
  chosen: (place: string, from: string): string => `${place}定的，${fullDayText(from)}起`,
  steps: (count: number, unconfirmed: number): string =>
    unconfirmed === 0 ? `${String(count)}步` : `${String(count)}步，${String(unconfirmed)}处依据未经确认`,
  days: (days: number, firstDayCounts: boolean): string =>
    `${String(days)}天，张贴当天${firstDayCounts ? '算' : '不算'}`,
  share: (
    of: { readonly share: string; readonly bound: string; readonly of: string },
    what: 'quorum' | 'inFavour',
  ): string => {
    const whole = of.of === 'due' ? '应到' : '到会';
    const bound = of.bound === 'more_than' ? '过' : '满';
    return `${what === 'quorum' ? '到会' : '同意'}${bound}${whole}的${of.share}`;
  },
  basis: (source: string, article: string | undefined, says: string): string =>
    `${source}${article ?? ''}：${says}`,
  made: (name: string, day: string): string => `${name}，${fullDayText(day)}`,
} as const;
