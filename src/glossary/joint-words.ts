import { fullDayText } from '../platform/views/day-text';
import { type Fen, yuanText } from '../domain/money/fen';

/** What is said of a joint station's money where a page shows a figure. */
export const jointWords = {
  /** An owner's part, and what of it is of earlier slips that were too little to be split. */
  withEarlier: (own: Fen, earlier: Fen): string =>
    earlier === 0n ? yuanText(own) : `${yuanText(own)} 含以前没分的 ${yuanText(earlier)}`,
  sharesMoved: (station: string): string => `${station}的份额变了`,
  shareMoved: (moved: {
    readonly before: string;
    readonly after: string;
    readonly validFrom: string;
    readonly paper: string;
  }): string => `${moved.before} → ${moved.after}，${fullDayText(moved.validFrom)}起；依据${moved.paper}`,
};
