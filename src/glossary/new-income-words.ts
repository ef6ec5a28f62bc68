import { type Fen, yuanText } from '../domain/money/fen';

/** A year's income as its reckoning tells it. */
interface Earned {
  readonly pv: Fen;
  readonly fixedAsset: Fen;
  readonly rest: Fen;
}

/** How new income comes out of the books, line by line. */
export const newIncomeWords = {
  year: (year: string, { pv, fixedAsset, rest }: Earned): string =>
    `${year} 年收入 ${yuanText(pv + fixedAsset + rest)} 元 − 光伏 ${yuanText(pv)} 元` +
    ` − 固定资产 ${yuanText(fixedAsset)} 元 = ${yuanText(rest)} 元`,
  unknown: (year: string): string => `账里没有 ${year} 年全年，上一年的数按账外的资料减掉`,
  most: (most: Fen): string =>
    `账上的新增收益最多 ${yuanText(most)} 元；怎样算新增文件没有写，可以少算，不能多算`,
} as const;
