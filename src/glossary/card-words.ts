import { type Fen, yuanText } from '../domain/money/fen';
import { labelOf } from './terms';

/** Money of one level and year. */
interface CardFund {
  readonly level: string;
  readonly year: number;
  readonly amount: Fen;
}

/** Whose the income of an asset is, as its card knows it. */
interface CardIncome {
  readonly incomeOf?: string;
  readonly isOnlyIncome?: true;
}

/** A station and what of it is the village's. */
interface CardCapacity {
  readonly capacityKw: string;
  readonly own?: { readonly sharePercent: string; readonly kw: string };
}

function kilowatts(kw: string): string {
  return `${kw} ${labelOf('unit.kilowatt')}`;
}

/** How the card of an asset says it, in print and on its public page. */
export const cardWords = {
  /** `登记时的倍率`. */
  asEntered: (field: string): string => `登记时的${field}`,
  /** `2018年省级资金`. */
  from: ({ level, year }: CardFund): string => `${String(year)}年${labelOf(`fundLevel.${level}`)}`,
  /** `2018年省级资金 300,000.00元`. */
  fund: (fund: CardFund): string => `${cardWords.from(fund)} ${yuanText(fund.amount)}元`,
  /** The year where it is known and not said by the name already, then the name. */
  project: (year: string, name: string): string =>
    [year === '' || name.startsWith(year) ? '' : `${year}年`, name].join(''),
  /** `全站 1600 千瓦，本村占 6.25%，合 100 千瓦` of a joint station; `300 千瓦` of the village's own. */
  capacity: (capacity: CardCapacity | undefined): string => {
    if (capacity === undefined) return '';
    const { capacityKw, own } = capacity;
    if (own === undefined) return kilowatts(capacityKw);
    return `全站 ${kilowatts(capacityKw)}，本村占 ${own.sharePercent}%，合 ${kilowatts(own.kw)}`;
  },
  /**
   * Whose the income is where that does not follow from the title; a name that may be a person's is not said.
   */
  incomeOf: ({ incomeOf: body, isOnlyIncome }: CardIncome): string => {
    if (body === undefined) return isOnlyIncome === true ? '归村集体' : '';
    return body === '' ? '不归村集体（归谁不公开，可向村里询问）' : `归${body}，不归村集体`;
  },
  /** A contract with the grid by its days as they are shown; no last one where it holds until it is ended. */
  gridContract: (first: string, last: string | undefined): string =>
    last === undefined ? `${first}起有效` : `${first}至${last}有效`,
};
