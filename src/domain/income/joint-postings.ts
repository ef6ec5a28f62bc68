import type { AccountRoles } from '../ledger/chart';
import { TRANSIT, UNSPLIT } from '../ledger/counterparty';
import { type Pool, type Posting, withoutNil } from '../ledger/journal-entry';
import type { Fen } from '../money/fen';
import type { ReceivablePart } from './postings';

// What the keeper of a joint station books. The electricity is the owners': none of it is the keeper's
// income, and of his pool's money it never becomes any. Source: product decision "Joint stations".

/** A part of a stream that is an owner's, whose id or name the line bears. */
export interface OwnersPart {
  readonly owner: string;
  readonly amount: Fen;
}

/** To whom a stream goes. */
export interface SharedStream {
  readonly onTheWay: Fen;
  readonly elsewhere: readonly OwnersPart[];
  /** What of it is too little to be split and waits. */
  readonly heldBack?: Fen | undefined;
  /** What waited since the slips of earlier months, and is split with it. */
  readonly released?: readonly { readonly month: string; readonly amount: Fen }[];
}

/**
 * The keeper's slip: Dr receivable / Cr internal dealings, on the way to those owners whose books will take
 * their part, and to each of the others at once (2023: 112 / 113). What is too little to be split stays there
 * under a word of its own, until a later slip takes it along.
 */
export function keptSlipPostings(
  stream: ReceivablePart,
  { onTheWay, elsewhere, heldBack = 0n, released = [] }: SharedStream,
  roles: AccountRoles,
): Posting[] {
  return withoutNil([
    line(stream, { ledgerAccount: roles.receivable, side: 'debit', amount: stream.amount }),
    ...released.map(({ month, amount }): Posting => {
      const waited = passing({ ...stream, month }, { owner: UNSPLIT, amount }, roles);
      return { ...waited, side: 'debit' };
    }),
    passing(stream, { owner: TRANSIT, amount: onTheWay }, roles),
    ...elsewhere.map((part) => passing(stream, part, roles)),
    passing(stream, { owner: UNSPLIT, amount: heldBack }, roles),
  ]);
}

/** An owner's books have taken their part: Dr internal dealings, on the way / Cr the same, to the owner. */
export function partTakenPostings(stream: ReceivablePart, part: OwnersPart, roles: AccountRoles): Posting[] {
  const arrived = {
    ...passing(stream, { owner: TRANSIT, amount: part.amount }, roles),
    side: 'debit',
  } as const;
  return withoutNil([arrived, passing(stream, part, roles)]);
}

/**
 * Money for a kept station's slip has come: Dr bank / Cr receivable, and what waited for it is owed now, Dr
 * internal dealings / Cr payable by owner (2023: 102 / 112, 113 / 211). The pool's own money stays as it was.
 */
export function keptReceiptPostings(
  came: ReceivablePart,
  parts: readonly OwnersPart[],
  roles: AccountRoles,
): Posting[] {
  return [
    line(came, { ledgerAccount: roles.bank, side: 'debit', amount: came.amount }),
    line(came, { ledgerAccount: roles.receivable, side: 'credit', amount: came.amount }),
    ...parts.flatMap((part): Posting[] => [
      { ...passing(came, part, roles), side: 'debit' },
      owedTo(came.pool, part, { ledgerAccount: roles.payable, side: 'credit' }),
    ]),
  ];
}

/** What is owed to owners is paid: Dr payable by owner / Cr bank (2023: 211 / 102). */
export function passedOnPostings(pool: Pool, parts: readonly OwnersPart[], roles: AccountRoles): Posting[] {
  return parts.flatMap((part) => [
    owedTo(pool, part, { ledgerAccount: roles.payable, side: 'debit' }),
    owedTo(pool, part, { ledgerAccount: roles.bank, side: 'credit' }),
  ]);
}

/** A line on what an owner is owed, or gets: it names nothing but him, for his months come in one sum. */
function owedTo(pool: Pool, part: OwnersPart, on: Pick<Posting, 'ledgerAccount' | 'side'>): Posting {
  return { pool, counterparty: part.owner, amount: part.amount, ...on };
}

function passing(stream: ReceivablePart, { owner, amount }: OwnersPart, roles: AccountRoles): Posting {
  const credited = line(stream, { ledgerAccount: roles.internal, side: 'credit', amount });
  return { ...credited, counterparty: owner };
}

function line(
  { pool, assetId, stream, month, counterparty }: ReceivablePart,
  on: Pick<Posting, 'ledgerAccount' | 'side' | 'amount'>,
): Posting {
  const dimensions = { pool, assetId, stream, generationMonth: month };
  return { ...dimensions, ...(counterparty === undefined ? {} : { counterparty }), ...on };
}
