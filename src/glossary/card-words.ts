import { type Fen, yuanText } from '../domain/money/fen';
import { labelOf } from './terms';

/** Money of one level and year. */
interface CardFund {
  readonly level: string;
  readonly year: number;
  readonly amount: Fen;
}

/** How the card of an asset says it, in print and on its public page. */
export const cardWords = {
  /** `2018年省级资金`. */
  from: ({ level, year }: CardFund): string => `${String(year)}年${labelOf(`fundLevel.${level}`)}`,
  /** `2018年省级资金 300,000.00元`. */
  fund: (fund: CardFund): string => `${cardWords.from(fund)} ${yuanText(fund.amount)}元`,
  /** The year where it is known, then the name. */
  project: (year: string, name: string): string => [year === '' ? '' : `${year}年`, name].join(''),
};
