import type { AccountRoles } from '../ledger/chart';
import { TRANSIT, UNSPLIT } from '../ledger/counterparty';
import { type Pool, type Posting, withoutNil } from '../ledger/journal-entry';
import { type Fen, sumFen } from '../money/fen';
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
  /** What of it the grid keeps back as tax that the keeper bears: it will not come, he owes it himself. */
  readonly borne?: readonly OwnersPart[];
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
  { onTheWay, elsewhere, heldBack = 0n, released = [], borne = [] }: SharedStream,
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
    ...borne.map((part): Posting => ({ ...passing(stream, part, roles), side: 'debit' })),
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

/** What an owner is owed before a payment: all of it, and what of it the keeper owes out of his own money. */
export interface OwedByKeeper {
  readonly all: Fen;
  readonly own: Fen;
}

/**
 * What is owed to owners is paid: Dr payable by owner / Cr bank (2023: 211 / 102). What came for them goes
 * first; what the keeper owes them himself, for tax that he bears, is paid out of his own money.
 * @param owed by owner; of whom it says nothing all of it came
 */
export function passedOnPostings(
  parts: readonly OwnersPart[],
  owed: ReadonlyMap<string, OwedByKeeper>,
  roles: AccountRoles,
): Posting[] {
  return parts.flatMap(({ owner, amount }) => {
    const { all, own } = owed.get(owner) ?? { all: amount, own: 0n };
    const beyond = amount - (all - own);
    const borne = beyond < 0n ? 0n : beyond < own ? beyond : own;
    return [
      ...paidTo('pv', { owner, amount: amount - borne }, roles),
      ...paidTo(OWN_POOL, { owner, amount: borne }, roles),
    ];
  });
}

function paidTo(pool: Pool, part: OwnersPart, roles: AccountRoles): Posting[] {
  return withoutNil([
    owedTo(pool, part, { ledgerAccount: roles.payable, side: 'debit' }),
    owedTo(pool, part, { ledgerAccount: roles.bank, side: 'credit' }),
  ]);
}

/**
 * What was paid for owners comes back to the keeper, whose it is not: Dr bank / Cr payable by owner (2023:
 * 102 / 211), as before it was spent.
 */
export function cameBackPostings(parts: readonly OwnersPart[], roles: AccountRoles): Posting[] {
  return parts.flatMap((part): Posting[] => [
    owedTo('pv', part, { ledgerAccount: roles.bank, side: 'debit' }),
    owedTo('pv', part, { ledgerAccount: roles.payable, side: 'credit' }),
  ]);
}

/** A line on what an owner is owed, or gets: it names nothing but him, for his months come in one sum. */
function owedTo(pool: Pool, part: OwnersPart, on: Pick<Posting, 'ledgerAccount' | 'side'>): Posting {
  return { pool, counterparty: part.owner, amount: part.amount, ...on };
}

/** What a keeper bears of a slip's tax, owner by owner where the grid kept it back. */
export interface BorneParts {
  readonly assetId: string;
  readonly charged: Fen;
  readonly parts: readonly OwnersPart[];
}

/**
 * The tax of a slip as the keeper's own cost, out of his own money. What came with the fee is owed to the
 * tax office, Dr operating expense / Cr taxes payable (2023: 511 / 214). What the grid kept back is missing
 * in what will come for the owners, and is owed to them at once: Dr operating expense / Cr payable by owner
 * (511 / 211), and in the station's pool it clears what they wait for, beside the receivable that the grid
 * keeps. Which account shows it is not confirmed.
 * @param taxPayable asked for only where something is owed to the tax office
 */
export function borneTaxPostings(
  { assetId, charged, parts }: BorneParts,
  roles: AccountRoles,
  taxPayable: () => string,
): Posting[] {
  const amount = charged + sumFen(parts.map((part) => part.amount));
  if (amount === 0n) return [];
  const cost = { pool: OWN_POOL, assetId, ledgerAccount: roles.operatingExpense, amount } as const;
  return [
    { ...cost, side: 'debit', poolFlow: 'deducted' },
    ...(charged === 0n
      ? []
      : [{ pool: OWN_POOL, assetId, ledgerAccount: taxPayable(), side: 'credit', amount: charged } as const]),
    ...parts.map((part) => owedTo(OWN_POOL, part, { ledgerAccount: roles.payable, side: 'credit' })),
  ];
}

/** What a keeper bears is not the pool's whose money is the owners'. */
const OWN_POOL: Pool = 'other';

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
