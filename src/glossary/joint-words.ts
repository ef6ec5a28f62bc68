import { fullDayText, yearMonthText } from '../platform/views/day-text';
import { type Fen, yuanText } from '../domain/money/fen';

/** What is said of a joint station's money where a page shows a figure. */
export const jointWords = {
  /** An owner's part, what of it is of earlier slips that were too little, and what was left out of it. */
  ownPart: (own: Fen, earlier: Fen, opened: Fen): string =>
    [
      yuanText(own),
      ...(earlier === 0n ? [] : [`含以前没分的 ${yuanText(earlier)}`]),
      ...(opened === 0n ? [] : [`建账时已列，没有再记 ${yuanText(opened)}`]),
    ].join(' '),
  /** Told to the keeper of an owner's part. */
  inOpening: (opened: Fen): string => `其中 ${yuanText(opened)} 村里建账时已列，没有再记`,
  /** Told to the keeper of an owner whose books begin after the slip. */
  beforeBooks: (from: string): string => `账从${fullDayText(from)}起，这一份在期初的应收里，钱到了照样付给它`,
  cutBeforeBooks: (from: string): string => `账从${fullDayText(from)}起，由村里在期初的应收里核减`,
  /** Told to the keeper of a station's owners whose books are not kept here. */
  elsewhere: (owners: readonly string[]): string =>
    `本辖区没有叫“${owners.join('”“')}”的村，它的一份不入村账。名字写错了的，请换份额表改过来。`,
  /** The month in whose middle a table begins goes by the one before. */
  cutMonth: ({ month, by, from }: { month: string; by: string; from: string | undefined }): string => {
    const whole = `${yearMonthText(month)}的电费和补贴整月按${fullDayText(by)}起的份额表分，不按天拆开`;
    return from === undefined ? `${whole}。` : `${whole}；这张表从${yearMonthText(from)}起分。`;
  },
  /** An owner's share with the table that it is of. */
  shareBy: (share: string, tableFrom: string): string => `${share}，按${fullDayText(tableFrom)}起的份额表`,
  sharesMoved: (station: string): string => `${station}的份额变了`,
  shareMoved: (moved: {
    readonly before: string;
    readonly after: string;
    readonly validFrom: string;
    readonly paper: string;
  }): string => `${moved.before} → ${moved.after}，${fullDayText(moved.validFrom)}起；依据${moved.paper}`,
};
