import { type Fen, sumFen } from '../money/fen';
import { DomainError } from '../shared/domain-error';
import { type Chart, isClearing, isPoolMoney, mainCodeOf } from './chart';
import { type Posting, signedAmount } from './journal-entry';
import { isThing, least, mainsIn, moneyMoved, type OwedTo } from './pool-lines';

/** What stands of claims, things and losses, and what people wrote on them. */
export interface ThereBooks {
  /** Debit above zero, by whom a claim is on. */
  readonly standing: readonly OwedTo[];
  /** The lines of each voucher that stands, neither reversed nor a reversal. */
  readonly byPeople: readonly (readonly Posting[])[];
}

/** The main accounts of the claims, things and losses that these lines take away; never money itself. */
export function thingsTaken(postings: readonly Posting[], chart: Chart): string[] {
  const taken = postings.filter((line) => signedAmount(line) < 0n);
  return mainsIn({ lines: taken }).filter((main) => {
    const { nature, poolMoney } = chart.accounts.get(main) ?? {};
    const isClaim = nature === 'asset' && poolMoney !== undefined && !isMoney(main, chart);
    return isClaim || isThing(main, chart) || isClearing(main, chart);
  });
}

/**
 * Refuses to take back what brought a claim, a thing or a loss that stands no more because people turned it
 * into the pool's money without any coming in: set off, moved to another name, owed by who makes it good,
 * taken over by another pool. The pool would keep that and get back what it gave. What turned it is taken
 * back first. What was collected in money or used up as a cost brought nothing that is not there. Source:
 * product decision "Pools and two surpluses".
 * @throws DomainError `reversal.turnedAway`
 */
export function requireStillThere(postings: readonly Posting[], books: ThereBooks, chart: Chart): void {
  for (const main of thingsTaken(postings, chart))
    for (const line of postings.filter(({ ledgerAccount }) => mainCodeOf(ledgerAccount) === main)) {
      const isSame = (each: Posting | OwedTo): boolean => isOfOne(line, each, chart);
      const taken = -sumFen(postings.filter(isSame).map(signedAmount));
      const stands = sumFen(books.standing.filter(isSame).map(({ amount }) => amount));
      const short = taken - (stands > 0n ? stands : 0n);
      const turned = sumFen(books.byPeople.map((lines) => turnedBy(lines, { isSame, line, chart })));
      const amount = least(short, turned);
      if (amount === 0n) continue;
      const account = `${main} ${chart.accounts.get(main)?.name ?? ''}`;
      throw new DomainError('reversal.turnedAway', { account, pool: line.pool, amount });
    }
}

/** What a voucher took of it and turned into more of the pool's money than came in, all pools together. */
function turnedBy(
  lines: readonly Posting[],
  of: {
    readonly isSame: (line: Posting) => boolean;
    readonly line: Posting;
    readonly chart: Chart;
  },
): Fen {
  const { chart } = of;
  const taken = -sumFen(lines.filter(of.isSame).map(signedAmount));
  const others = lines.filter((line) => line.pool === of.line.pool && !of.isSame(line));
  const gained = sumFen(others.filter((line) => isPoolMoney(line, chart)).map(signedAmount));
  const came = moneyMoved({ lines, chart });
  return least(taken, came > 0n ? gained - came : gained);
}

/** Of one account and pool, and, where it is a claim, on one and the same. */
function isOfOne(one: Posting, other: Posting | OwedTo, chart: Chart): boolean {
  const main = mainCodeOf(one.ledgerAccount);
  const byName = chart.accounts.get(main)?.poolMoney !== undefined;
  const isAlike = one.pool === other.pool && main === mainCodeOf(other.ledgerAccount);
  return isAlike && (!byName || one.counterparty === other.counterparty);
}

function isMoney(main: string, { roles }: Chart): boolean {
  return main === roles.cash || main === roles.bank;
}
