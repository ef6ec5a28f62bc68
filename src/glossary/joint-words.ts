import { type Fen, yuanText } from '../domain/money/fen';

/** What is said of a joint station's money where a page shows a figure. */
export const jointWords = {
  /** An owner's part, and what of it is of earlier slips that were too little to be split. */
  withEarlier: (own: Fen, earlier: Fen): string =>
    earlier === 0n ? yuanText(own) : `${yuanText(own)} 含以前没分的 ${yuanText(earlier)}`,
};
