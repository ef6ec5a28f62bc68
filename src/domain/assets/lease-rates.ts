import { addDays, addMonthsTo, type CalendarDay, daysInclusive } from '../calendar/calendar-day';
import { plainYuan, requireYuan } from '../money/fen';
import { ratio, readRatio, timesRatio } from '../money/ratio';
import { FREE_RENT, type FreeDays, type LeaseTerms, type RentGrowth, type RentRate } from './lease';

/**
 * The rents by day, those of every year's growth among them. A rent that is named for a day counts in place
 * of the growth of that day, and later growth is reckoned on it. Of free days the rent is nothing; it goes on
 * after them as if they were none, also where it has grown meanwhile.
 */
export function ratesOf(terms: LeaseTerms): RentRate[] {
  return (terms.free ?? []).reduce(withFree, agreedRates(terms));
}

function withFree(rates: RentRate[], { from, to }: FreeDays): RentRate[] {
  const after = addDays(to, 1);
  const goesOn = rates.filter((rate) => rate.from <= after).at(-1);
  return [
    ...rates.filter((rate) => rate.from < from),
    { from, value: FREE_RENT },
    ...(goesOn === undefined ? [] : [{ from: after, value: goesOn.value }]),
    ...rates.filter((rate) => rate.from > after),
  ];
}

/** How many days from a first one on, up to the day before another, no rent is asked. */
export function freeDaysBetween(rates: readonly RentRate[], first: CalendarDay, until: CalendarDay): number {
  return rates.reduce((sum, { from, value }, place) => {
    const [begin, next] = [from > first ? from : first, rates[place + 1]?.from ?? until];
    const end = next < until ? next : until;
    return value !== FREE_RENT || end <= begin ? sum : sum + daysInclusive(begin, end) - 1;
  }, 0);
}

function agreedRates({ firstOn, lastOn, rates, growth }: LeaseTerms): RentRate[] {
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
