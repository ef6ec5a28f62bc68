import { addMonthsTo, type CalendarDay } from '../calendar/calendar-day';
import { plainYuan, requireYuan } from '../money/fen';
import { ratio, readRatio, timesRatio } from '../money/ratio';
import type { LeaseTerms, RentGrowth, RentRate } from './lease';

/**
 * The rents by day, those of every year's growth among them. A rent that is named for a day counts in place
 * of the growth of that day, and later growth is reckoned on it.
 */
export function ratesOf({ firstOn, lastOn, rates, growth }: LeaseTerms): RentRate[] {
  if (growth === undefined) return [...rates];
  const all: RentRate[] = [];
  let [year, named] = [0, 0];
  for (;;) {
    const anniversary = addMonthsTo(firstOn, 12 * year);
    const next = rates[named];
    if (next !== undefined && next.from <= anniversary) {
      all.push(next);
      named += 1;
      if (next.from === anniversary) year += 1;
      continue;
    }
    if (anniversary > lastOn) return [...all, ...rates.slice(named)];
    all.push({ from: anniversary, value: grown(all.at(-1)?.value ?? '0', growth) });
    year += 1;
  }
}

function grown(value: string, { percent, rounding }: RentGrowth): string {
  const { numerator, denominator } = readRatio(percent);
  const unit = rounding === 'yuan' ? 100n : 1n;
  const factor = ratio(denominator + numerator, denominator * unit);
  return plainYuan(unit * timesRatio(requireYuan(value), factor));
}

/** The same as if the rent had not been changed from some days on; it is cut there all the same. */
export function ratesWithout(terms: LeaseTerms, days: readonly CalendarDay[]): RentRate[] {
  const rates = ratesOf({ ...terms, rates: terms.rates.filter(({ from }) => !days.includes(from)) });
  const cuts = days.map((from) => {
    const value = rates.filter((rate) => rate.from <= from).at(-1)?.value ?? '0';
    return { from, value };
  });
  return [...rates, ...cuts].sort((one, other) => (one.from < other.from ? -1 : 1));
}
