import { type Fen, sumFen } from '../money/fen';
import { groupedBy } from '../shared/grouped';
import type { Problem } from '../shared/problem';
import { type Chart, isClearing, mainCodeOf } from './chart';
import { type Pool, type Posting, signedAmount } from './journal-entry';
import type { PoolBalance } from './pool-balances';

/** What is owed on an account of a pool to one other, or to nobody that is named; a credit below zero. */
export interface OwedTo extends PoolBalance {
  readonly counterparty?: string;
  /** Of what is owed to nobody that is named: the asset under which it is owed. */
  readonly assetId?: string;
}

/** What stands in the books that a hand's lines are held against; debit above zero. */
export interface StandingBooks {
  /** Every account and pool. */
  readonly balances: readonly PoolBalance[];
  /** The debts that the lines take of, by whom they are owed to. */
  readonly owed: readonly OwedTo[];
  /**
   * What people wrote on capital and on what is being cleared up, where the lines touch them: the lines of
   * each voucher that stands.
   */
  readonly byPeople: readonly (readonly Posting[])[];
  /** Where the lines take of what was raised: what stands of it, in the order of the chain. */
  readonly levied: readonly Dealing[];
  /** What steps know was paid of debts without names that are owed no more, where the lines may turn it. */
  readonly overpaid?: readonly Overpaid[];
}

/** What was paid on an account, and is owed to nobody any more. Fen. */
export interface Overpaid {
  readonly pool: Pool;
  /** The main account, by its code. */
  readonly account: string;
  readonly over: Fen;
}

/** A voucher that stands, neither reversed nor a reversal, with all its lines. */
export interface Dealing {
  readonly entryId: string;
  readonly voucher: { readonly year: number; readonly number: number };
  /** Whether people wrote it: what steps book is held by their own facts. */
  readonly byPeople: boolean;
  readonly lines: readonly Posting[];
}

/**
 * By what lines are told to be of the same claim, debt or thing as one: by account and pool; what is owed
 * also by whom it is owed. Older books often name nobody: a line without a name may be of anybody, so where
 * there are any it is asked once as if it were of none and once as if it were of each.
 */
export function waysToTell(
  line: Posting,
  { dealings, chart }: { readonly dealings: readonly Dealing[]; readonly chart: Chart },
): ((other: Line) => boolean)[] {
  const main = mainCodeOf(line.ledgerAccount);
  const isAlike = (other: Line): boolean =>
    line.pool === other.pool && main === mainCodeOf(other.ledgerAccount);
  if (chart.accounts.get(main)?.poolMoney === undefined) return [isAlike];
  const of = (...names: readonly (string | undefined)[]) => {
    return (other: Line): boolean => isAlike(other) && names.includes(other.counterparty);
  };
  const alike = dealings.flatMap(({ lines }) => lines.filter(isAlike));
  const names = new Set(alike.map(({ counterparty }) => counterparty));
  const anybody = line.counterparty === undefined ? [...names] : [line.counterparty];
  const unnamed = names.has(undefined) ? anybody.map((name) => of(name, undefined)) : [];
  return [of(line.counterparty), ...unnamed];
}

/** What tells of a line which claim, debt or thing it is of. */
export type Line = Pick<Posting, 'ledgerAccount' | 'pool' | 'counterparty'>;

/** Lines of one pool beside what stands in the books of it. */
export interface PoolLines extends StandingBooks {
  readonly pool: Pool;
  /** Each with its place on the voucher, from 0. */
  readonly lines: readonly PlacedLine[];
  readonly chart: Chart;
}

export type PlacedLine = Posting & { readonly place: number };

/** The main accounts of the debts and claims that lines touch: what is owed on them is wanted by name. */
export function debtsTouched(postings: readonly Posting[], chart: Chart): string[] {
  return [...debtsIn({ lines: postings, chart }), ...claimsIn({ lines: postings, chart })];
}

/** The main accounts on which members owe what was raised from them. */
export function leviedOn({ roles }: Pick<Chart, 'roles'>): string[] {
  return [roles.internal, roles.receivable];
}

/** The main accounts whose history by people is wanted: capital, and what is being cleared up. */
export function historyWanted(postings: readonly Posting[], chart: Chart): string[] {
  return mainsIn({ lines: postings }).filter(
    (main) => main === chart.roles.capital || isClearing(main, chart),
  );
}

/** The lines pool by pool, each beside what stands of it. */
export function poolsIn(
  postings: readonly Posting[],
  { balances, owed, byPeople, levied, overpaid = [] }: StandingBooks,
  chart: Chart,
): PoolLines[] {
  const lines = placed(postings);
  return [...new Set(lines.map(({ pool }) => pool))].map((pool) => ({
    ...{ pool, chart },
    lines: lines.filter((each) => each.pool === pool),
    balances: balances.filter((each) => each.pool === pool),
    owed: owed.filter((each) => each.pool === pool),
    overpaid: overpaid.filter((each) => each.pool === pool),
    byPeople: byPeople.map((voucher) => voucher.filter((each) => each.pool === pool)),
    levied: levied.map((voucher) => ({
      ...voucher,
      lines: voucher.lines.filter((each) => each.pool === pool),
    })),
  }));
}

export function placed(postings: readonly Posting[]): PlacedLine[] {
  return postings.map((posting, place) => ({ ...posting, place }));
}

/** What the lines do to cash and bank. */
export function moneyMoved(of: { readonly lines: readonly Posting[]; readonly chart: Chart }): Fen {
  const { cash, bank } = of.chart.roles;
  return movedOn(of, cash) + movedOn(of, bank);
}

/** What the lines do to a main account and its details; debit above zero. */
export function movedOn({ lines }: { readonly lines: readonly Posting[] }, main: string): Fen {
  return sumFen(lines.filter((line) => mainCodeOf(line.ledgerAccount) === main).map(signedAmount));
}

/** What stands on a main account and its details; debit above zero. */
export function standingOn({ balances }: Pick<PoolLines, 'balances'>, main: string): Fen {
  return sumFen(
    balances.filter((each) => mainCodeOf(each.ledgerAccount) === main).map(({ amount }) => amount),
  );
}

/** The main accounts that the lines are on. */
export function mainsIn({ lines }: { readonly lines: readonly Posting[] }): string[] {
  return [...new Set(lines.map(({ ledgerAccount }) => mainCodeOf(ledgerAccount)))];
}

/** An account as a problem names it. */
export function accountName(main: string, chart: Chart): string {
  return `${main} ${chart.accounts.get(main)?.name ?? ''}`;
}

/** An asset, or what it costs to make one; neither money, nor a claim, nor what is being cleared up. */
export function isThing(main: string, chart: Chart): boolean {
  const { nature, poolMoney } = chart.accounts.get(main) ?? {};
  return (nature === 'asset' || nature === 'cost') && poolMoney === undefined && !isClearing(main, chart);
}

/**
 * Claims on an account that the lines take over or have paid, as far as they stood, by whom they are on. What
 * was paid too much under no name stands, though debts to others on the account hide it in the balance.
 */
export function claimsGone(
  { lines, owed, overpaid = [] }: Pick<PoolLines, 'lines' | 'owed' | 'overpaid'>,
  account: string,
): Fen {
  const own = lines.filter((line) => mainCodeOf(line.ledgerAccount) === account);
  const gone = [...new Set(own.map(({ counterparty }) => counterparty))].map((party) => {
    const taken = -sumFen(own.filter((line) => line.counterparty === party).map(signedAmount));
    const stood = sumFen(
      owed
        .filter((each) => mainCodeOf(each.ledgerAccount) === account && each.counterparty === party)
        .map(({ amount }) => amount),
    );
    const over = party === undefined ? overpaid.filter((each) => each.account === account) : [];
    const known = sumFen(over.map((each) => each.over));
    return least(taken, stood > known ? stood : known);
  });
  return sumFen(gone);
}

/** Whether lines may turn what was paid too much, on an account of debts without a name, into a claim. */
export function turnsOverpaid(postings: readonly Posting[], chart: Chart): boolean {
  const mains = { debts: debtsIn({ lines: postings, chart }), claims: claimsIn({ lines: postings, chart }) };
  const touches = (accounts: readonly string[], side: Posting['side']): boolean =>
    postings.some((line) => line.side === side && accounts.includes(mainCodeOf(line.ledgerAccount)));
  return touches(mains.debts, 'credit') && touches(mains.claims, 'debit');
}

/** The lesser of two sums, and nothing where one is below. */
export function least(one: Fen, other: Fen): Fen {
  const lesser = one < other ? one : other;
  return lesser > 0n ? lesser : 0n;
}

/**
 * What the lines take of an account, other by other, beyond what is owed to each; of what names nobody, asset
 * by asset under which something is or was owed.
 */
export function takenBeyond({ pool, lines, owed, chart }: PoolLines, account: string): TakenBeyond[] {
  const own = lines.filter((line) => mainCodeOf(line.ledgerAccount) === account);
  const standing = owed.filter((each) => mainCodeOf(each.ledgerAccount) === account);
  const assets = new Set(standing.flatMap(({ assetId }) => assetId ?? []));
  const assetOf = ({ counterparty, assetId }: Pick<Posting, 'counterparty' | 'assetId'>) =>
    counterparty === undefined && assetId !== undefined && assets.has(assetId) ? assetId : undefined;
  const others = groupedBy(own, (line) => `${line.counterparty ?? ''} ${assetOf(line) ?? ''}`);
  return [...others.values()].flatMap((named) => {
    const [first] = named;
    if (first === undefined) return [];
    const { counterparty, place } = first;
    const under = assetOf(first);
    const taken = sumFen(named.map(signedAmount));
    const to = standing.filter((each) => each.counterparty === counterparty && assetOf(each) === under);
    const held = -sumFen(to.map(({ amount }) => amount));
    if (taken <= 0n || taken <= held) return [];
    const facts = { pool, account: accountName(account, chart), held: held > 0n ? held : 0n, taken };
    const isNamed = counterparty !== undefined;
    const told = { isNamed, isUnderAsset: under !== undefined, hasAssets: assets.size > 0 };
    return [{ place, ...told, beyond: taken - facts.held, facts }];
  });
}

export interface TakenBeyond {
  /** The first line that takes it. */
  readonly place: number;
  readonly isNamed: boolean;
  /** Whether it names nobody, but an asset under which something is or was owed. */
  readonly isUnderAsset: boolean;
  /** Whether something is or was owed there under assets and nobody's name. */
  readonly hasAssets: boolean;
  readonly beyond: Fen;
  readonly facts: NonNullable<Problem['facts']>;
}

/** What is owed on which no balance stands in debit: nobody is paid what he is not owed. */
export function debtsIn({
  lines,
  chart,
}: {
  readonly lines: readonly Posting[];
  readonly chart: Chart;
}): string[] {
  return mainsIn({ lines }).filter((main) => {
    const account = chart.accounts.get(main);
    const isDebt = account?.nature === 'liability' && account.twoSided !== true;
    return isDebt && main !== chart.roles.earmarkedFunds;
  });
}

/** What is a pool's money without being money or a debt of one side: claims, dealings with members, tax. */
export function claimsIn(of: { readonly lines: readonly Posting[]; readonly chart: Chart }): string[] {
  const { accounts, roles } = of.chart;
  const debts = [...debtsIn(of), roles.cash, roles.bank];
  return mainsIn(of).filter((main) => accounts.get(main)?.poolMoney !== undefined && !debts.includes(main));
}
