import { addDays } from '../domain/calendar/calendar-day';
import type { OddDay } from '../domain/income/odd-days';
import type { MonthDifference } from '../domain/income/reconcile-month';
import { fromUsual, type YieldLevel } from '../domain/income/yield';
import { yuanText } from '../domain/money/fen';
import { fullDayText, yearMonthText } from '../platform/views/day-text';
import { groupedDecimal } from '../platform/views/decimal-text';
import { labelOf } from './terms';

const DAYS_NAMED = 5;

/** In how many months of a year something is missing or differs, and what has not come. */
export interface ReconciledCounts {
  readonly kwhDiffers: number;
  readonly unsettled: number;
  readonly unmetered: number;
  /** Months with days that hold more than they gave. */
  readonly odd: number;
  readonly open: bigint;
}

/** What the reconciliation of meter, slip and bank says of a month. */
export const reconcileWords = {
  /** Nothing was kept of the month. */
  none: '没有',
  difference: (each: MonthDifference): string => {
    switch (each.why) {
      case 'unmetered':
        return '没有逆变器或电表的数。';
      case 'unsettled':
        return '没有结算单。';
      case 'daysMissing':
        return daysMissing(each.days);
      case 'oddDays':
        return oddDaysTold(each.days);
      case 'kwhDiffers':
        return kwhDiffers(each.kwh, each.allowed);
      case 'waits':
        return `${labelOf(`stream.${each.stream}`)} ${yuanText(each.amount)} 元没到。`;
      case 'partly':
        return `${labelOf(`stream.${each.stream}`)}还差 ${yuanText(each.amount)} 元。`;
      case 'netted':
        return `${labelOf(`stream.${each.stream}`)}抵了代管单位付的费用 ${yuanText(each.amount)} 元。`;
      case 'cut':
        return each.stream === 'energy'
          ? `电费尾差 ${yuanText(each.amount)} 元，不再收。`
          : `${labelOf(`stream.${each.stream}`)}核减 ${yuanText(each.amount)} 元。`;
    }
  },
  flag: (sentence: string, reason: string): string => `入账时说明：${reason}（${sentence}）`,
  /** How a month's energy stands to what is usual there: graded, by how much, and what to do about it. */
  level: (level: YieldLevel, { kwh, expected }: Judged): string => {
    const told = `${groupedDecimal(kwh)} 度，${usual(expected)}${offUsual(kwh, expected)}`;
    switch (level) {
      case 'usual':
        return `发电平常：${told}。`;
      case 'low':
        return `发电偏低：${told}。看看板子脏不脏、有没有遮挡。`;
      case 'veryLow':
        return `发电很低：${told}。请到现场看看，可能坏了一部分。`;
      case 'idle':
        return `没有发电：${usual(expected)}。请马上到现场看看。`;
      case 'high':
        return `发电高得少见：${told}。请核对示数和倍率。`;
    }
  },
  usual: (expected: Judged['expected']): string => `${whole(expected.least)} 到 ${whole(expected.most)} 度`,
  usualUnknown: '本地区的日照或装机容量还没有登记，不比',
  usualPart: '刚并网、停用或报停的月份不满一个月，不比',
  usualFrom: (isConfirmed: boolean): string =>
    isConfirmed ? '按本地区的日照' : '按本地区一般的日照估的，没有核实，只作提醒',
  neighbours: (
    month: string,
    beside: {
      readonly perKw: string;
      readonly middle: string;
      readonly count: number;
      readonly isBelow: boolean;
    },
  ): string =>
    `${month}每千瓦发 ${beside.perKw} 度，本镇另外 ${String(beside.count)} 个电站居中的是 ${beside.middle} 度` +
    (beside.isBelow ? '：比别的电站低，请到现场看看。' : '。'),
  below: (percent: string): string => `不到别的电站居中的 ${percent}%：请到现场看看。`,
  besideRule: (of: { readonly percent: string; readonly atLeast: string }): string =>
    '每千瓦发的电是结算单上的电量除以装机容量。别的居中，是本镇别的电站从少到多排，中间那一个的数；' +
    `不到它的 ${of.percent}% 就要去看，别的不到 ${of.atLeast} 个就不比。` +
    '联村电站算在代管单位，只算一次；刚并网、停用、报停的月份不算。',
  tolerance: (of: { readonly percent: string; readonly leastKwh: string; readonly since?: string }): string =>
    `电表和结算单相差不超过 ${of.percent}%（至少 ${groupedDecimal(of.leastKwh)} 度）算对上` +
    (of.since === undefined
      ? '；这是默认的数，还没有核实，可以自己定。'
      : `，从${fullDayText(of.since)}起。`),
  toleranceOf: (
    [from, to]: readonly [from: string, to: string],
    of: { readonly percent: string; readonly leastKwh: string; readonly since?: string },
  ): string =>
    (from === to ? yearMonthText(from) : `${yearMonthText(from)}到${yearMonthText(to)}`) +
    `：${reconcileWords.tolerance(of)}`,
  verdict: (months: number, of: ReconciledCounts): string => {
    if (months === 0) return '这一年还没有过完的月份。';
    const says = [
      ...(of.kwhDiffers > 0 ? [`${String(of.kwhDiffers)} 个月电表和结算单对不上`] : []),
      ...(of.unsettled > 0 ? [`${String(of.unsettled)} 个月没有结算单`] : []),
      ...(of.unmetered > 0 ? [`${String(of.unmetered)} 个月表上的数没有或不全`] : []),
      ...(of.odd > 0 ? [`${String(of.odd)} 个月有几天的数要核对`] : []),
      ...(of.open > 0n ? [`还有 ${yuanText(of.open)} 元没到账`] : []),
    ];
    return says.length === 0
      ? `${String(months)} 个月都对上了。`
      : `${String(months)} 个月里：${says.join('，')}。`;
  },
  unconfirmed: '该发多少电是按本地区一般的日照估的，没有核实过，只作提醒。',
} as const;

/** A month's energy, and between which kWh it usually lies. */
interface Judged {
  readonly kwh: string;
  readonly expected: { readonly least: string; readonly most: string };
}

function usual(expected: Judged['expected']): string {
  return `这里一般 ${reconcileWords.usual(expected)}`;
}

function offUsual(kwh: string, expected: Judged['expected']): string {
  const off = fromUsual(kwh, expected);
  // What is told in whole kWh is held against bounds in whole kWh.
  if (off.side === 'within' || whole(off.kwh) === '0') return '';
  const word = off.side === 'below' ? '少' : '多';
  const of = off.side === 'below' ? '最少的' : '最多的';
  const percent = off.percent === undefined ? '' : `（${off.percent}%）`;
  return `，比${of}还${word} ${whole(off.kwh)} 度${percent}`;
}

function whole(kwh: string): string {
  return groupedDecimal(kwh.split('.')[0] ?? kwh);
}

function kwhDiffers(kwh: string, allowed: string): string {
  const isLess = kwh.startsWith('-');
  const size = groupedDecimal(isLess ? kwh.slice(1) : kwh);
  return `表上比结算单${isLess ? '少' : '多'} ${size} 度，最多可以差 ${groupedDecimal(allowed)} 度。`;
}

function daysMissing(days: readonly string[]): string {
  const named = days.slice(0, DAYS_NAMED).map((day) => `${String(Number(day.slice(8)))}日`);
  const rest = days.length > DAYS_NAMED ? `等 ${String(days.length)} 天` : '';
  return `缺 ${named.join('、')}${rest}的数，加起来不能比。`;
}

const ODD_NAMED = 3;

/** What is odd about days: counted a day late, or more than a day can give. */
export function oddDaysTold(days: readonly OddDay[]): string {
  const told = days.slice(0, ODD_NAMED).map(({ why, from, day, kwh, most }) => {
    const said = `${dayWord(day)}是 ${groupedDecimal(kwh)} 度`;
    if (why === 'tooMuch') return `${said}，这个容量一天一般最多发 ${groupedDecimal(most)} 度，请核对`;
    const before = addDays(day, -1);
    const empty = from === before ? dayWord(from) : `${dayWord(from)}到${dayWord(before)}`;
    const how = from === before ? '像是过了零点才记' : '像是当时没记上';
    return `${empty}是 0 度，${said}，${how}，前面的数并到了这一天`;
  });
  const rest = days.length > ODD_NAMED ? `，这样的一共 ${String(days.length)} 处` : '';
  return `${told.join('；')}${rest}。`;
}

function dayWord(day: string): string {
  return `${String(Number(day.slice(5, 7)))}月${String(Number(day.slice(8)))}日`;
}
