import { type Chart, mainCodeOf } from '../ledger/chart';
import { type Pool, type Posting, signedAmount } from '../ledger/journal-entry';
import type { OwedTo } from '../ledger/pool-lines';
import { type Fen, sumFen } from '../money/fen';
import { groupedBy } from '../shared/grouped';
import type { Problem } from '../shared/problem';

/** A part that stands on a living list: where it is owed, and what the list is called. */
export interface ListedPart {
  readonly pool: Pool;
  readonly ledgerAccount: string;
  readonly amount: Fen;
  /** As people call it. */
  readonly list: string;
}

/** Where debts under no name stand: an account by its main code, in a pool. */
type Place = Pick<Posting, 'ledgerAccount' | 'pool'>;

/**
 * The accounts and pools on which lines take off what is owed under no name, more than they add to it. What
 * an asset owes is paid under it alone.
 * @param owed where the accounts owe something under assets
 */
export function placesPaid(
  postings: readonly Posting[],
  { roles }: Pick<Chart, 'roles'>,
  owed: readonly OwedTo[] = [],
): PaidPlace[] {
  const own = postings.filter(
    (line) =>
      line.counterparty === undefined &&
      isOwing(line, { roles }) &&
      !owed.some(
        (each) => each.assetId !== undefined && each.assetId === line.assetId && keyOf(each) === keyOf(line),
      ),
  );
  return [...groupedBy(own, keyOf).values()].flatMap((lines) => {
    const [first] = lines;
    const paid = sumFen(lines.map(signedAmount));
    if (first === undefined || paid <= 0n) return [];
    return [{ account: mainCodeOf(first.ledgerAccount), pool: first.pool, paid }];
  });
}

/** The pools in which lines stand on accounts of what grants owe, whatever they name. */
export function poolsOwing(postings: readonly Posting[], chart: Pick<Chart, 'roles'>): Pool[] {
  return [...new Set(postings.filter((line) => isOwing(line, chart)).map(({ pool }) => pool))];
}

function isOwing({ ledgerAccount }: Posting, { roles }: Pick<Chart, 'roles'>): boolean {
  return [roles.payable, roles.labourPayable].includes(mainCodeOf(ledgerAccount));
}

/** How much lines take off what is owed on an account of a pool. Fen. */
export interface PaidPlace {
  readonly account: string;
  readonly pool: Pool;
  readonly paid: Fen;
}

/**
 * Refuses to pay beside the lists what stands on them: of what an account owes under no name and no asset,
 * what is on a list is that list's. Code `payouts.inFlight` with the lists and what may still be paid.
 */
export function heldProblems(
  paid: readonly PaidPlace[],
  { held, owed }: { readonly held: readonly ListedPart[]; readonly owed: readonly OwedTo[] },
): Problem[] {
  return paid.flatMap(({ account, pool, paid: wanted }) => {
    const isHere = (each: Place): boolean => keyOf(each) === keyOf({ ledgerAccount: account, pool });
    const own = held.filter(isHere);
    if (own.length === 0) return [];
    const stands = -sumFen(
      owed.filter((each) => isUnderNeither(each) && isHere(each)).map(({ amount }) => amount),
    );
    const onLists = sumFen(own.map(({ amount }) => amount));
    const left = stands - onLists;
    if (wanted <= left) return [];
    const lists = [...new Set(own.map(({ list }) => list))].join('、');
    const facts = { account, held: onLists, left: left > 0n ? left : 0n, lists };
    return [{ code: 'payouts.inFlight', field: 'lines', facts }];
  });
}

/** Whether it is owed to nobody by name, and under no asset: only that is on lists. */
export function isUnderNeither({ counterparty, assetId }: OwedTo): boolean {
  return counterparty === undefined && assetId === undefined;
}

function keyOf({ ledgerAccount, pool }: Place): string {
  return `${mainCodeOf(ledgerAccount)} ${pool}`;
}
