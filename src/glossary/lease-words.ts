import { type DueRule, FREE_RENT, type LeaseTerms } from '../domain/assets/lease';
import type { RentDue, RentStep } from '../domain/assets/lease-schedule';
import { type Fen, requireYuan, tenThousandsText, yuanText } from '../domain/money/fen';
import { fullDayText } from '../platform/views/day-text';
import { arrearsWords } from './arrears-words';
import { labelOf } from './terms';

/** How rent is agreed, in words. */
export const leaseWords = {
  /** `每年 12,000.00 元，一年付一次，每期开始后 10 天内付`. */
  terms: (terms: LeaseTerms): string =>
    [rentText(terms), labelOf(`everyMonths.${String(terms.everyMonths)}`), dueText(terms.due)].join('，'),
  later: (terms: LeaseTerms): string =>
    terms.rates
      .slice(1)
      .map(({ from, value }) => `${from}起 ${valueText(value)}`)
      .join('，'),
  free: ({ free = [] }: LeaseTerms): string => free.map(({ from, to }) => `${from} 至 ${to}`).join('，'),
  growth: ({ growth }: LeaseTerms): string =>
    growth === undefined
      ? ''
      : `每满一年增加 ${growth.percent}，${labelOf(`growthRounding.${growth.rounding}`)}`,
  /**
   * How a due came about, so that it can be done again. Of several parts each says what it comes to: every
   * part is rounded to the fen, and the due is what the parts add up to.
   */
  reckoning: (terms: LeaseTerms, { steps, carried = 0n }: RentDue & { readonly carried?: Fen }): string =>
    `${steps.map((step) => partText(terms, step, steps.length)).join(' + ')}${carriedText(carried)}`,
  rentNow: (value: string): string => `改为 ${valueText(value)}`,
  renewedTo: (day: string): string => `到 ${day}`,
  payment: (total: Fen, to: string): string => `${yuanText(total)}　付到${fullDayText(to)}`,
  inTenThousands: (amount: Fen): string => `${tenThousandsText(amount)}万元`,
  /** A part of a payment, with the whole of it where it is the last one. */
  partInTenThousands: (amount: Fen, whole: Fen | undefined): string =>
    `${tenThousandsText(amount)}万元` +
    (whole === undefined ? '' : `，这一期共${tenThousandsText(whole)}万元`),
  waiverWithdrawn: (reason: string, why: string): string => `“${reason}”，后来撤回：${why}`,
  paidBack: (): string => '退到对方账户',
  /** What the tenant owes besides, by its days and what has not come of it. */
  against: (due: {
    readonly stream: string;
    readonly aboutPeriod: string;
    readonly covers: { readonly from: string; readonly to: string } | undefined;
    readonly outstanding: Fen;
  }): string => {
    const what = arrearsWords.what(labelOf(`stream.${due.stream}`), due.covers, due.aboutPeriod);
    return `抵 ${what}，还差 ${yuanText(due.outstanding)}`;
  },
} as const;

/** What of the rent of these days the opening has as owed already. */
function carriedText(carried: Fen): string {
  return carried === 0n ? '' : `，减建账时已列应收的 ${yuanText(carried)}`;
}

function rentText({ type, rates, perMonths, fund }: LeaseTerms): string {
  const value = valueText(rates[0]?.value ?? '');
  if (type === 'turnover') return `营业额的 ${value}`;
  if (type === 'agreedReturn') return `投入资金 ${fundText(fund)}的 ${value}一年`;
  return `${labelOf(`perMonths.${String(perMonths)}`)} ${value}`;
}

/** The money put in, exactly: four decimals of ten thousand are whole yuan, what has fen is said in yuan. */
function fundText(fund: string | undefined): string {
  const amount = BigInt(fund ?? '0');
  return amount % 100n === 0n ? leaseWords.inTenThousands(amount) : `${yuanText(amount)}元`;
}

/** A rent as it is named: `12,000.00 元`, or a share as it stands. */
function valueText(value: string): string {
  return value.endsWith('%') ? value : `${yuanText(requireYuan(value))} 元`;
}

function dueText(due: DueRule): string {
  if (due.rule === 'onDate') {
    const [month, day] = due.date.split('-').map(Number);
    return `每年${String(month)}月${String(day)}日付`;
  }
  if (due.days === 0) return due.rule === 'afterEnd' ? '每期最后一天付' : '每期第一天付';
  return `${labelOf(`dueRule.${due.rule}`)} ${String(due.days)} 天付`;
}

function stepText(terms: LeaseTerms, step: RentStep): string {
  const { days, ofDays, value } = step;
  if (value === FREE_RENT) return `免租 ${String(days)}天`;
  const part = days === ofDays ? '' : ` × ${String(days)}天 ÷ ${String(ofDays)}天`;
  return `${wholeText(terms, step)}${part}`;
}

/** One of several parts says what it comes to, where its own text is not that sum already. */
function partText(terms: LeaseTerms, step: RentStep, of: number): string {
  const text = stepText(terms, step);
  return of < 2 || text === yuanText(step.amount) ? text : `${text}（${yuanText(step.amount)}）`;
}

function wholeText(terms: LeaseTerms, { value, whole, turnover = 0n }: RentStep): string {
  const parts = terms.perMonths / Math.min(terms.perMonths, terms.everyMonths);
  if (terms.type === 'turnover') return `营业额 ${yuanText(turnover)} × ${value}`;
  const of = parts === 1 ? '' : ` ÷ ${String(parts)}`;
  if (terms.type === 'agreedReturn') return `${fundText(terms.fund)} × ${value}${of}`;
  return parts === 1 ? yuanText(whole) : `${yuanText(requireYuan(value))}${of}`;
}
