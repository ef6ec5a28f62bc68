import { type Fen, readYuan } from '../money/fen';
import { halfWidth } from '../shared/half-width';

/** What somebody who looks for something typed, and what it may mean beside the words themselves. */
export interface SoughtWords {
  /** As typed, in usual width, without blanks around it. */
  readonly text: string;
  /** An amount to the fen, where it can be read as one. */
  readonly amount: Fen | undefined;
  /** The number of a voucher, with the word of its kind before it or without: `记-0048`, `48`. */
  readonly voucherNumber: number | undefined;
}

/** One to six digits, behind at most the one sign of the kind of voucher and a hyphen. */
const VOUCHER_NUMBER = /^(?:[^\d\s-]?-?)0*([1-9]\d{0,5})$/;

/** Reads what was typed. @returns undefined where nothing was */
export function readSoughtWords(typed: string): SoughtWords | undefined {
  const text = halfWidth(typed).trim();
  if (text === '') return undefined;
  const number = VOUCHER_NUMBER.exec(text)?.[1];
  return { text, amount: readYuan(text), voucherNumber: number === undefined ? undefined : Number(number) };
}

/** Whether one of these texts holds what is sought; blanks, width and case do not count. */
export function speakOf(sought: Pick<SoughtWords, 'text'>, texts: readonly (string | undefined)[]): boolean {
  const wanted = plain(sought.text);
  return wanted !== '' && texts.some((text) => text !== undefined && plain(text).includes(wanted));
}

/** Whether a name may be meant: it has letters, and no number of a person in it. */
export function mayBeName({ text }: Pick<SoughtWords, 'text'>): boolean {
  return /\p{L}/u.test(text) && !/\d{4}/.test(text);
}

function plain(text: string): string {
  return halfWidth(text).replace(/\s/g, '').toUpperCase();
}
