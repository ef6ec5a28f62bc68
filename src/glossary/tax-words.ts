import { type Fen, sumFen, yuanText } from '../domain/money/fen';
import { fullDayText, yearMonthText } from '../platform/views/day-text';
import { periodName } from './periods';
import { labelOf } from './terms';

interface Days {
  readonly from: string;
  readonly to: string;
}

/** The sales of a period, and how they stand to the threshold. */
interface Compared {
  readonly sales: Fen;
  readonly immovables: Fen;
  readonly isTaxed: boolean;
  readonly isOnlyImmovables: boolean;
  readonly rule: { readonly threshold: Fen } | undefined;
}

interface Status {
  readonly validFrom: string;
  readonly kind: string;
  readonly span: string;
  readonly paper: string;
}

/** What the pages of value-added tax say beside their figures, and what its vouchers are called. */
export const taxWords = {
  name: (days: Days): string => nameOf(days),
  periodSummary: (days: Days): string => `${nameOf(days)}增值税`,
  paidSummary: '交增值税',
  task: (days: Days): string => `${nameOf(days)}增值税`,
  stated: (basis: 'inclusive' | 'net' | undefined, tax: Fen | undefined): string => {
    if (tax !== undefined) return `含税 ${yuanText(tax)}`;
    if (basis === 'net') return '不含税，没有另加税';
    return labelOf(basis === undefined ? 'taxBasis.unsaid' : 'taxBasis.inclusive');
  },
  keptBack: (tax: Fen): string => `已扣税 ${yuanText(tax)}，电网代交`,
  ofSlip: (tax: Fen, isKept: boolean): string =>
    isKept ? `电网代扣税 ${yuanText(tax)}` : `另要交税 ${yuanText(tax)}`,
  kept: (tax: Fen): string => `扣税 ${yuanText(tax)}`,
  onSlip: (fee: Fen, tax: Fen): string => `${yuanText(fee)} 扣税 ${yuanText(tax)}`,
  verdict: (
    { owed, ahead }: { readonly owed: Fen; readonly ahead: Fen },
    wanted: readonly (Days & { readonly open: Fen })[],
  ): string => {
    const toBook = sumFen(wanted.map(({ open }) => open));
    const names = wanted.map(nameOf).join('、');
    const more = ahead === 0n ? '' : `多交 ${yuanText(ahead)} 元，可抵以后的税，也可申请退税。`;
    const owes = owed === 0n ? '现在不欠税。' : `现在欠税 ${yuanText(owed)} 元。`;
    const first = `${more}${owes}`;
    if (wanted.length === 0) return first;
    const rest = `${yuanText(toBook < 0n ? -toBook : toBook)} 元`;
    return toBook < 0n
      ? `${first}${names}多记了 ${rest}，要冲回来。`
      : `${first}${names}还有 ${rest}要记账。`;
  },
  status: (status: Status | undefined): string =>
    status === undefined ? '没有登记过税务身份，按没有登记算。' : `${saidOf(status)}。`,
  said: (status: Status): string => saidOf(status),
  period: (period: Compared & { readonly kind: string; readonly open: Fen }, state: string): string => {
    const { kind, open, rule } = period;
    if (rule === undefined) return '没有这一期的税率和起征点，这里不算。';
    const compared = comparedOf(period, rule.threshold);
    if (kind === 'none') return `${compared}村里没有登记成纳税人，这里不记税。`;
    if (state === 'wanted') {
      return open > 0n
        ? `${compared}还有 ${yuanText(open)} 元要记账。`
        : `${compared}多记了 ${yuanText(-open)} 元，要冲回来。`;
    }
    return state === 'running' ? `${compared}这一期还没完。` : compared;
  },
  aboveUnregistered: (days: Days & { readonly sales: Fen }): string =>
    `${nameOf(days)}的销售额 ${yuanText(days.sales)} 元过了起征点，村里没有登记成纳税人。请问清税务局要不要登记。`,
  aboveSmall: (sales: Fen, most: Fen): string =>
    `一年的销售额 ${yuanText(sales)} 元，过了小规模纳税人的 ${yuanText(most)} 元，请问税务局。`,
  ofNoPeriod: (days: Days): string =>
    `${fullDayText(days.from)}到${fullDayText(days.to)}记过税，现在这几天不是一个税期，哪一期都没有算它。请冲销那张凭证，再照现在的税期记。`,
  paper: (paper: string, said: { readonly sameDayReason?: string; readonly cutReason?: string }): string => {
    const [again, cut] = [(said.sameDayReason ?? '').trim(), (said.cutReason ?? '').trim()];
    return [paper, again && `同一天重记：${again}`, cut && `不满一季：${cut}`].filter(Boolean).join('；');
  },
  unconfirmed:
    '税率和起征点还没有和税务局的文件核对过。卖资产收回的钱算在销售额里，哪些算、厂房一类按什么税率，也没有核对过。手工凭证记的收入不在里面。',
};

function comparedOf({ sales, immovables, isTaxed, isOnlyImmovables }: Compared, least: Fen): string {
  const [sum, threshold] = [yuanText(sales), yuanText(least)];
  if (!isTaxed) return `销售额 ${sum} 元，没过起征点 ${threshold} 元，不交税。`;
  if (!isOnlyImmovables) return `销售额 ${sum} 元，过了起征点 ${threshold} 元，全部都要交税。`;
  const [sold, others] = [yuanText(immovables), yuanText(sales - immovables)];
  return `销售额 ${sum} 元，其中卖厂房一类 ${sold} 元；不算它 ${others} 元，没过起征点 ${threshold} 元，只有卖厂房一类要交税。`;
}

function nameOf({ from, to }: Days): string {
  return from.slice(0, 7) === to.slice(0, 7) ? yearMonthText(from.slice(0, 7)) : periodName({ from, to });
}

function saidOf({ validFrom, kind, span, paper }: Status): string {
  const every = kind === 'none' ? '' : `，${labelOf(`taxSpan.${span}`)}报税`;
  return `从${fullDayText(validFrom)}起：${labelOf(`taxKind.${kind}`)}${every}（${paper}）`;
}
