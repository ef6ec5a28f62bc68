import type { CalendarDay, Month } from '../calendar/calendar-day';
import type { Facts } from '../shared/domain-error';
import type { ChainedEntry } from './hash-chain';
import type { Posting } from './journal-entry';
import type { WitnessedSeal } from './witness';

/** What the check of the books looks for, one question each; the steps add passes of their own. */
export const LEDGER_PASSES = [
  'rows',
  'chain',
  'balances',
  'months',
  'numbers',
  'colours',
  'pools',
  'reversals',
] as const;

export type LedgerPass = (typeof LEDGER_PASSES)[number];

/** An entry as its rows stand in the books, read again to be checked. */
export interface CheckedEntry extends ChainedEntry {
  readonly previousHash: string;
  readonly hash: string;
  /** The statement day that each line carries for itself. */
  readonly lineDays: readonly CalendarDay[];
  /** The numbers of the lines, in their order. */
  readonly lineNumbers: readonly number[];
  /** The entry it takes back, as that stands in the books; absent where there is none. */
  readonly original?: TakenBack;
}

/** What a check needs to know of an entry that another one takes back. */
export interface TakenBack {
  readonly position: number;
  readonly voucher: ChainedEntry['voucher'];
  readonly postedOn: CalendarDay;
  readonly statementOn: CalendarDay;
  readonly isReversal: boolean;
  /** Where the first entry that takes it back stands in the chain. */
  readonly firstReversal: number;
  readonly postings: readonly Posting[];
}

/** Where a break was found: at an entry, or at a month, an account, a pool. */
export interface BreakPlace {
  readonly entryId?: string;
  readonly voucher?: ChainedEntry['voucher'];
  readonly position?: number;
  readonly month?: string;
  readonly ledgerAccount?: string;
  readonly pool?: string;
}

/**
 * Something in the books that does not hold: what stands there and what should. It is kept as JSON, so fen
 * are digits under names that end in `Fen`.
 */
export interface CheckBreak {
  readonly pass: string;
  /** `check.*`, whose sentence says it to a person. */
  readonly code: string;
  readonly at: BreakPlace;
  readonly facts: Readonly<Record<string, string | number>>;
}

/** One question put to the books: entries are handed to it in the order of the chain, then it ends. */
export interface CheckPass {
  readonly findings: Findings;
  take(entry: CheckedEntry): void;
  finish(): void;
}

/** Nobody reads more breaks of one kind than these; how many there were is counted. */
const KEPT_BREAKS = 20;

/** What a pass has looked at and found. */
export class Findings {
  readonly breaks: CheckBreak[] = [];
  looked = 0;
  broken = 0;
  /** Where a chain of its own ends that the pass went through: the witness for the next check. */
  head: ChainEnd | undefined;
  /** The last seal that the pass went through: the witness for the next check. */
  seal: WitnessedSeal | undefined;

  constructor(readonly pass: string) {}

  add(code: string, at: BreakPlace, facts: CheckBreak['facts'] = {}): void {
    this.broken += 1;
    if (this.breaks.length < KEPT_BREAKS) this.breaks.push({ pass: this.pass, code, at, facts });
  }
}

/** Where an entry stands, as a break names it. */
export function placeOf(entry: Pick<ChainedEntry, 'entryId' | 'voucher' | 'position'>): BreakPlace {
  const { entryId, voucher, position } = entry;
  return { entryId, position, voucher: { year: voucher.year, number: voucher.number } };
}

/** What a pass went through, and how much of it does not hold. */
export interface PassResult {
  readonly pass: string;
  readonly looked: number;
  readonly broken: number;
  /** @see Findings.head */
  readonly head?: ChainEnd;
  /** @see Findings.seal */
  readonly seal?: WitnessedSeal;
}

/** The last sealed month, and the digest of its balances. */
export interface LastSeal {
  readonly month: Month;
  readonly digest: string;
}

/** The last place of a chain, and its hash. */
export interface ChainEnd {
  readonly position: number;
  readonly hash: string;
}

/** What a check of one collective's books found. It is kept as JSON. */
export interface CheckResult {
  readonly head: { readonly position: number; readonly hash: string };
  /** The last sealed month; absent where none is. */
  readonly lastSeal?: LastSeal | undefined;
  readonly passes: readonly PassResult[];
  /** In the order of the passes; of each pass in the order in which they were found. */
  readonly breaks: readonly CheckBreak[];
}

/** A break as its sentence wants it: the place among the facts, fen as money. */
export function factsOf({ at, facts }: CheckBreak): Facts {
  const { voucher, ...place } = at;
  const amounts = Object.entries(facts).map(([name, fact]): [string, string | number | bigint] => [
    name,
    name.endsWith('Fen') ? BigInt(fact) : fact,
  ]);
  return {
    ...place,
    ...(voucher === undefined
      ? {}
      : { voucherYear: voucher.year, voucherNumber: String(voucher.number).padStart(4, '0') }),
    ...Object.fromEntries(amounts),
  };
}
