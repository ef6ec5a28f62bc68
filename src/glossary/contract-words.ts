import { type ChargeBasis, type ChargePart, isInParts, wholeOf } from '../domain/deductions/contract-charge';
import type { ShareBehind } from '../domain/deductions/contract-share';
import type { ContractTerm } from '../domain/deductions/contract-term';
import type { PeriodPart } from '../domain/deductions/cost-contract';
import { readYuan, yuanText } from '../domain/money/fen';
import { reckonings } from './remarks';
import { labelOf } from './terms';

/** What lists of contracts say. */
export const contractWords = {
  days: (from: string, to: string | undefined): string =>
    to === undefined ? `${from} 起` : `${from} 至 ${to}`,
  state: (at: { readonly from: string; readonly to: string | undefined; readonly today: string }): string => {
    if (at.today < at.from) return '还没开始';
    return at.to !== undefined && at.today > at.to ? '已到期' : '有效';
  },
  notLeased: (): string => '没有租出去',
  uninsured: (): string => '没有保险',
  neverInsured: (insuredFrom: string | undefined): string =>
    insuredFrom === undefined
      ? '没有保险，合同里从来没有登记过'
      : `没有保险，合同里登记的第一份从 ${insuredFrom} 起`,
  /** How a contract reckons its charge. */
  term: (term: ContractTerm): string => {
    switch (term.type) {
      case 'fixed':
        return `${labelOf(`yearPart.${term.yearPart}`)} ${amountText(term.amount)} 元`;
      case 'landRent': {
        const area = reckonings.landRent(term.mu, term.yuanPerMuYear, term.yearPart);
        return term.ownShare === undefined ? area : `${area}${reckonings.ownShare(term.ownShare)}`;
      }
      case 'percentOfReceipt':
        return `到账×${term.rate}`;
      case 'perWattYear':
        return reckonings.perWattYear(term.yuanPerWattYear, term.capacityKw);
    }
  },
  /** What it asks for on all its days, where its price was changed. */
  prices: (
    days: readonly { readonly from: string; readonly to: string | undefined; readonly term: ContractTerm }[],
    now: ContractTerm,
  ): string => {
    if (days.length < 2) return contractWords.term(now);
    return days
      .map(({ from, to, term }) => `${contractWords.days(from, to)}　${contractWords.term(term)}`)
      .join('；');
  },
  /** How a charge is reckoned, part by part where its period is not charged whole. */
  reckoning: (basis: ChargeBasis): string => `${partsText(basis.parts)}${chargedText(basis)}`,
  /** The parts of a period alone, as a sheet prints them. */
  parts: (parts: readonly ChargePart[]): string => partsText(parts),
  endsIn: (day: string, inDays: number): string => `保险 ${day} 到期，还有 ${String(inDays)} 天，请续保`,
  uninsuredSince: (day: string): string => `${day} 起没有保险`,
  forDays: (from: string, to: string): string => ` ${from} 至 ${to} 的`,
  /** Where a land rent is still charged by a share that the station's table has changed. */
  shareBehind: ({ since, agreed, byTable }: ShareBehind): string =>
    `份额表 ${since} 起本村占 ${byTable}，合同还按 ${agreed}，请先变更份额`,
  sharePaper: (since: string): string => `代管单位份额表，${since} 起`,
  over: (amount: bigint): string =>
    `多记了 ${yuanText(amount)} 元：按它算的到账后来冲销了。这一期再有到账会抵掉；` +
    '抵不掉的，冲销多记的那张费用凭证，再照现在的数重记。',
  overBy: (amount: bigint): string => `多记了 ${yuanText(amount)} 元，看合同`,
  overOf: (name: string, amount: bigint): string => `其中“${name}”多记了 ${yuanText(amount)} 元，还没冲`,
  yuan: (amount: bigint): string => `${yuanText(amount)} 元`,
  shareNow: (share: string): string => `份额 ${share}`,
  priceNow: (term: ContractTerm, value: string): string => PRICES[term.type](value),
  renewedTo: (day: string): string => `续到 ${day}`,
} as const;

const PRICES: Readonly<Record<ContractTerm['type'], (value: string) => string>> = {
  fixed: (value) => `${amountText(value)} 元`,
  landRent: (value) => `每亩每年 ${value} 元`,
  percentOfReceipt: (value) => `到账×${value}`,
  perWattYear: (value) => `每瓦每年不超过 ${value} 元`,
};

function amountText(amount: string): string {
  const fen = readYuan(amount);
  return fen === undefined ? amount : yuanText(fen);
}

function partsText(parts: readonly ChargePart[]): string {
  const inParts = isInParts(parts);
  const texts = parts.map((part) => {
    const days = parts.length > 1 ? `${part.from}至${part.to} ` : '';
    return `${days}${inParts ? partText(part) : wholeText(part)}`;
  });
  return texts.join('；');
}

function wholeText({ term, received }: ChargePart): string {
  switch (term.type) {
    case 'fixed':
      return reckonings.fixed();
    case 'landRent': {
      const area = reckonings.landRent(term.mu, term.yuanPerMuYear, term.yearPart);
      return term.ownShare === undefined ? area : `${area}${reckonings.ownShare(term.ownShare)}`;
    }
    case 'percentOfReceipt':
      return reckonings.percentOfReceipt(received, term.rate);
    case 'perWattYear':
      return reckonings.perWattYear(term.yuanPerWattYear, term.capacityKw);
  }
}

/** The whole of a period × its days ÷ the days of the period, so that it can be done again. */
function partText(part: ChargePart): string {
  const whole = wholeOf(part.term);
  const share = sharePart(part);
  if (part.term.type === 'percentOfReceipt') return wholeText(part);
  if (whole === undefined) return `${wholeText(part)}${share}`;
  const told = part.term.type === 'fixed' ? yuanText(whole) : `${wholeText(part)}，${yuanText(whole)}`;
  return `${told}${share}`;
}

function sharePart({ days, of }: PeriodPart): string {
  return days === of ? '' : `×${String(days)}÷${String(of)}天`;
}

function chargedText({ parts, chargedInPeriod, chargedInYear }: ChargeBasis): string {
  const type = parts[0]?.term.type;
  if (type === 'fixed' && chargedInYear > 0n) return reckonings.chargedThisYear(chargedInYear);
  return type === 'percentOfReceipt' && chargedInPeriod > 0n ? reckonings.lessCharged(chargedInPeriod) : '';
}
