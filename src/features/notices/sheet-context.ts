import type { DrawnNotice } from '../../domain/notices/published-facts';
import type { FontFiles } from '../../platform/pdf/font-files';
import type { Paper } from '../../platform/pdf/paper';
import type { Tag } from '../../platform/pdf/tag-tree';
import type { TextRun, TextStyle } from '../../platform/pdf/text-run';
import { widePunctuation } from '../../platform/text/wide-punctuation';
import type { Say } from './sheet-wording';

/** What proves a sheet that was published. */
export interface SheetProof {
  /**
   * The address of the public page, for the QR; in capital letters it takes least room (see {@link
   * qrMatrix}).
   */
  readonly url: string;
  /** `7K3M-92QF-XB`. */
  readonly shortCode: string;
  /** The sheet's digest, 64 hexadecimal digits. */
  readonly digest: string;
}

/** What any sheet prints beside its facts. */
export interface SheetPaperOptions {
  readonly fonts?: FontFiles;
  /**
   * Names of public officers by contact id, printed after the office. They stay outside the hashed facts.
   */
  readonly officers?: Readonly<Record<string, string>>;
}

/** What a published sheet prints beside its facts. */
export interface PublishedSheetOptions extends SheetProof, SheetPaperOptions {
  /**
   * Prints the specimen word across every page: a demo collective's sheet must never pass for a true one.
   */
  readonly specimen: boolean;
}

/**
 * Everything a part of a sheet needs to measure and draw itself. What sheets of one kind say beside what all
 * say is in `Own`.
 */
export interface SheetContext<Notice extends DrawnNotice = DrawnNotice, Own extends string = never> {
  readonly notice: Notice;
  readonly options: SheetPaperOptions;
  /** Absent from a sample, which nothing proves. */
  readonly proof: SheetProof | undefined;
  readonly paper: Paper;
  readonly say: Say<Own>;
  /**
   * How tight the rows are set, in mm taken from (or, negative, given to) the space under each; sizes never
   * change.
   */
  readonly tight: number;
}

/** A piece of the sheet of known height (mm) that can be drawn with its upper edge at `top` mm. */
export interface Block {
  readonly height: number;
  /**
   * What it is to somebody who has it read to him: each line a paragraph where nothing is said, nothing where
   * it only repeats what was said.
   */
  readonly tag?: Tag | 'repeated';
  readonly draw: (top: number) => void;
}

/** The word across a draft, set smaller than the one across a specimen. */
export const SAMPLE_SIZE = 110;

/** The type area of A4 after GB/T 9704 habits, in mm. */
export const AREA = { left: 28, right: 184, width: 156 } as const;

/**
 * Sizes and faces of the sheet, in points. Body digits are at least 10, what is read from a metre at least
 * 13.
 */
export const STYLES = {
  title: { face: 'serifBold', size: 22 },
  publicity: { face: 'sansBold', size: 13 },
  lead: { face: 'serif', size: 12 },
  heading: { face: 'sansBold', size: 12.5 },
  columnHead: { face: 'sansBold', size: 9 },
  small: { face: 'sans', size: 9 },
  item: { face: 'serif', size: 10 },
  reckoning: { face: 'serif', size: 8.2 },
  note: { face: 'serif', size: 8.6 },
  noteBold: { face: 'sansBold', size: 8.6 },
  amount: { face: 'sans', size: 10 },
  amountBold: { face: 'sansBold', size: 10 },
  voucher: { face: 'sans', size: 8.6 },
  useName: { face: 'sansBold', size: 12 },
  useText: { face: 'serif', size: 12 },
  useAmount: { face: 'sansBold', size: 13 },
  useShare: { face: 'sans', size: 11.5 },
  useTotal: { face: 'sansBold', size: 12 },
  useTotalText: { face: 'sans', size: 12 },
  contact: { face: 'serif', size: 11 },
  answer: { face: 'serif', size: 10.5 },
  phone: { face: 'sansBold', size: 13 },
  code: { face: 'sansBold', size: 14 },
  proof: { face: 'sans', size: 6.5 },
  sample: { face: 'sansBold', size: 10.5 },
  seal: { face: 'sans', size: 8, grey: 0.4 },
} as const satisfies Record<string, TextStyle>;

/**
 * Runs of one text in one style, its punctuation full-width where it stands in Chinese, any white
 * space but the full-width one as a blank (people paste tabs and line ends).
 */
export function runs(text: string, style: TextStyle): TextRun[] {
  return [{ ...style, text: widePunctuation(text.replace(/[^\S\u3000]/gu, ' ')) }];
}
