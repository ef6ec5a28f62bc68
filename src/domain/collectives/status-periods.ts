import type { CalendarDay } from '../calendar/calendar-day';
import type { StatusWord } from './household-status';

/** From a day on, the words for those who are to be helped where no document is in force. */
export interface StatusPeriod {
  readonly from: CalendarDay;
  readonly words: readonly StatusWord[];
}

/**
 * The words of a day; none before the first period, when nobody was registered. Source: `seeds/people`,
 * unconfirmed.
 * @param periods oldest first
 */
export function wordsOn(periods: readonly StatusPeriod[], day: CalendarDay): readonly StatusWord[] {
  return periods.filter(({ from }) => from <= day).at(-1)?.words ?? [];
}

/**
 * Every word a form offers: those of the document in force first, then what was said before, each once, by
 * the name it has first.
 */
export function offeredWords(
  present: readonly StatusWord[],
  periods: readonly StatusPeriod[],
): readonly StatusWord[] {
  const offered = new Map<string, StatusWord>();
  const earlier = [...periods].reverse().flatMap(({ words }) => words);
  for (const word of [...present, ...earlier]) if (!offered.has(word.id)) offered.set(word.id, word);
  return [...offered.values()];
}
