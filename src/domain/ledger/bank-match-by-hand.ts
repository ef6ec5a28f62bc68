import { type Fen, sumFen } from '../money/fen';
import { privateNumberProblems } from '../shared/private-number';
import type { Problem } from '../shared/problem';
import type { OpenLine } from './bank-matching';

/** Why the bank and the books differ and still both stand: a closed list, so that an auditor can count. */
export const DIFFERENCE_CODES = [
  ...(['timing', 'charge', 'interest', 'bankError', 'ourError', 'moved'] as const),
  /** Booked afterwards for what both began apart by: of a match alone (see `bank-opening-match`). */
  'opening',
] as const;

export type DifferenceCode = (typeof DIFFERENCE_CODES)[number];

/** A difference explained. */
export interface Explanation {
  readonly code: DifferenceCode;
  readonly note: string;
}

/** The lines that a person ticked, and why their sums differ where they do. */
export interface MatchForm {
  readonly bank: readonly OpenLine[];
  readonly books: readonly OpenLine[];
  readonly code: string;
  readonly note: string;
}

/**
 * What is wrong with a match by hand: both sides make the same sum, or the difference is explained. Lines of
 * one side alone settle each other only where they make nothing. Codes `bank.nothingTicked`, `bank.oneSided`,
 * `bank.sumsDiffer`, `bank.codeUnknown`, `bank.noteMissing`, `bank.noteOfRest`.
 */
export function matchProblems({ bank, books, code, note }: MatchForm): Problem[] {
  const [bankSum, booksSum] = [sumFen(bank.map(amountOf)), sumFen(books.map(amountOf))];
  const difference = bankSum - booksSum;
  if (bank.length + books.length === 0) return [{ code: 'bank.nothingTicked', field: 'bank' }];
  if (bank.length === 0 || books.length === 0) {
    const settles = difference === 0n && bank.length + books.length > 1;
    return settles ? [] : [{ code: 'bank.oneSided', field: 'bank', facts: { sum: bankSum + booksSum } }];
  }
  if (difference === 0n) return [];
  if (code === '') {
    const facts = { bank: bankSum, books: booksSum, difference };
    return [{ code: 'bank.sumsDiffer', field: 'code', facts }];
  }
  // What passed to another account is a line of the bank by itself; the books do not know of it.
  if (code === 'moved') return [{ code: 'bank.codeUnknown', field: 'code', value: code }];
  // Lines that belong together and differ are not on their way: what delays the rest has to be told.
  if (code === 'timing' && note.trim() === '') {
    return [{ code: 'bank.noteOfRest', field: 'note', facts: { difference } }];
  }
  return explanationProblems({ code, note });
}

/** Reads why something differs; an error names what it is. Codes `bank.codeUnknown`, `bank.noteMissing`. */
export function explanationProblems({ code, note }: { code: string; note: string }): Problem[] {
  const known = readDifferenceCode(code);
  if (known === undefined || known === 'opening')
    return [{ code: 'bank.codeUnknown', field: 'code', value: code }];
  const wantsNote = known === 'bankError' || known === 'ourError';
  return wantsNote && note.trim() === '' ? [{ code: 'bank.noteMissing', field: 'note' }] : [];
}

/**
 * Reads why bank and books begin with different balances, always in words too. Codes `bank.codeUnknown`,
 * `bank.noteMissing`, `form.privateNumber`.
 */
export function openingReasonProblems({ code, note }: { code: string; note: string }): Problem[] {
  const known = readDifferenceCode(code);
  if (known === undefined || known === 'moved' || known === 'opening')
    return [{ code: 'bank.codeUnknown', field: 'code', value: code }];
  if (note.trim() === '') return [{ code: 'bank.noteMissing', field: 'note' }];
  return privateNumberProblems({ note });
}

/**
 * Money that passed between an account that ends and the one that takes over is a line of the bank: it goes
 * out of the one, and comes into the other. Code `bank.notTakenOver`.
 */
export function movedProblems(
  { code, isBank, amount }: { readonly code: string; readonly isBank: boolean; readonly amount: Fen },
  tookOver: boolean,
): Problem[] {
  const isRight = code !== 'moved' || (isBank && (amount < 0n || tookOver));
  return isRight ? [] : [{ code: 'bank.notTakenOver', field: 'code', value: code }];
}

/** The code of the list, or undefined. */
export function readDifferenceCode(text: string): DifferenceCode | undefined {
  return DIFFERENCE_CODES.find((code) => code === text);
}

function amountOf({ amount }: OpenLine): Fen {
  return amount;
}
