import type { ContractTerm } from '../domain/deductions/contract-term';
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
  /** How a contract reckons its charge. */
  term: (term: ContractTerm): string => {
    switch (term.type) {
      case 'fixed':
        return `${labelOf(`yearPart.${term.yearPart}`)} ${term.amount} 元`;
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
} as const;
