import { compareRatios, ratio, readRatio, type Ratio } from '../money/ratio';

/** A number as a clause writes it (`2.9%`, `99,000`), and what it is. */
export interface ClauseNumber {
  readonly written: string;
  readonly value: Ratio;
  readonly isPercent: boolean;
}

const DIGITS = String.raw`\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?`;
const SCALES: Readonly<Record<string, Ratio>> = {
  '%': ratio(1n, 100n),
  '\u2030': ratio(1n, 1000n),
  '\u4e07': ratio(10_000n, 1n),
  '\u4ebf': ratio(100_000_000n, 1n),
};
const SIGNS = Object.keys(SCALES).join('');
/** Signs between the two ends of a range: 50—100 (U+2014), 200-500, 10～20. */
const RANGE = '[-\u2013\u2014\uff0d~\uff5e\u81f3]';
/** A text may have a blank between a figure and its sign: 24.51 ten thousand. */
const SCALED = `(${DIGITS})(?: ?([${SIGNS}]))?`;
const RANGES = new RegExp(`${SCALED}(?:${RANGE}${SCALED})?`, 'g');
/** One to ten in Chinese figures before a word of counting: once, three copies, two kinds. */
const FIGURES = '\u4e00\u4e8c\u4e09\u56db\u4e94\u516d\u4e03\u516b\u4e5d\u5341';
const COUNTED =
  '\u6b21\u4e2a\u9879\u7c7b\u6237\u4eba\u540d\u5e74\u6708\u65e5\u5929\u7ea7\u5f20\u4efd\u5957\u500d';
const COUNTS = new RegExp(`[${FIGURES}](?=[${COUNTED}])`, 'g');
/** Spans of years, which rules count in months: one year is twelve, half a year six. */
const YEARS = /(?<!\d)\d{1,2}(?=\u5e74)/g;
const HALF_YEAR = '\u534a\u5e74';
/** Ten thousand yuan written without a figure: below 万元. */
const BARE_TEN_THOUSAND = /(?<![\d.] ?)\u4e07(?=\u5143)/g;

/**
 * Every number a clause writes, with the sign behind it that scales it: per cent, per mille, ten thousand
 * (U+4E07), a hundred million (U+4EBF). The lower end of a range takes the sign of the upper one; so does the
 * figure itself stand, since a clause may mean either.
 */
export function clauseNumbers(text: string): ClauseNumber[] {
  const digits = [...text.matchAll(RANGES)].flatMap(([, low = '', lowSign = '', high, highSign = '']) => {
    if (high === undefined) return [scaled(low, lowSign)];
    const ends = [scaled(low, lowSign), scaled(high, highSign)];
    return lowSign === '' && highSign !== '' ? [...ends, scaled(low, highSign)] : ends;
  });
  const figures = [...text.matchAll(COUNTS)].map(([figure]) => whole(figure, FIGURES.indexOf(figure) + 1));
  const years = [...text.matchAll(YEARS)].map(([figure]) => whole(figure, Number(figure) * 12));
  const halves = text.includes(HALF_YEAR) ? [whole(HALF_YEAR, 6)] : [];
  const bare = [...text.matchAll(BARE_TEN_THOUSAND)].map(([figure]) => whole(figure, 10_000));
  return [...digits, ...figures, ...years, ...halves, ...bare];
}

function scaled(digits: string, sign: string): ClauseNumber {
  const plain = readRatio(digits.replaceAll(',', ''));
  const scale = SCALES[sign] ?? ratio(1n, 1n);
  const value = ratio(plain.numerator * scale.numerator, plain.denominator * scale.denominator);
  return { written: `${digits}${sign}`, value, isPercent: compareRatios(scale, ratio(1n, 1n)) < 0 };
}

function whole(written: string, number: number): ClauseNumber {
  return { written, value: ratio(BigInt(number), 1n), isPercent: false };
}

/**
 * Whether the clause states this number. Zero needs no statement: `more_than 0` asks for anything at all,
 * not for a threshold. Source: product decision "no rule's number without its clause".
 * @param how `percentOnly`: whether every place that states it does so in per cent (or per mille)
 */
export function statesNumber(text: string, number: string, how: 'any' | 'percentOnly' = 'any'): boolean {
  const asked = readRatio(number);
  if (asked.numerator === 0n) return how === 'any';
  const stated = clauseNumbers(text).filter(({ value }) => compareRatios(value, asked) === 0);
  return stated.length > 0 && (how === 'any' || stated.every(({ isPercent }) => isPercent));
}

/**
 * Whether the clause states a day: its month and day as numbers, or its month and that it is the end of it,
 * or the end of the year. What is no day was refused where it was read.
 */
export function statesDay(text: string, day: string): boolean {
  const [, month, date] = /^(?:\d{4}-)?(\d{2})-(\d{2})$/.exec(day) ?? [];
  if (month === undefined || date === undefined) return true;
  const isMonthEnd = Number(date) >= 28 && text.includes(`${Number(month)}${MONTH_END}`);
  const isYearEnd = month === '12' && date === '31' && text.includes(YEAR_END);
  return isYearEnd || isMonthEnd || [month, date].every((part) => statesNumber(text, part));
}

const MONTH_END = '\u6708\u5e95';
const YEAR_END = '\u5e74\u5e95';
