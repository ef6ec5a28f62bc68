import { type Fen, sumFen } from '../money/fen';
import { type Chart, isClearing, isPoolMoney, isRaised, mainCodeOf } from './chart';
import { type Beyond, refuseBeyond } from './given-up';
import { type Posting, signedAmount } from './journal-entry';
import { type Dealing, isThing, least, mainsIn, moneyMoved } from './pool-lines';

/** The main accounts of the claims, debts, things and losses that these lines credit; never money itself. */
export function thingsTaken(postings: readonly Posting[], chart: Chart): string[] {
  const taken = postings.filter((line) => signedAmount(line) < 0n);
  return mainsIn({ lines: taken }).filter((main) => {
    const isMoney = main === chart.roles.cash || main === chart.roles.bank;
    const isOwed = chart.accounts.get(main)?.poolMoney !== undefined && !isMoney;
    return isOwed || isThing(main, chart) || isClearing(main, chart);
  });
}

/**
 * Refuses to take back what brought a claim, a thing or a loss, or paid too much of a debt, where people have
 * turned that into the pool's money without any coming in: set off, moved to another name, owed by who makes
 * it good, taken over by another pool. The pool would keep that and get back what it gave: without the
 * voucher there would have been nothing to turn when it was turned. What turned it is taken back first. What
 * was collected in money or used up as a cost brought nothing that is not there. Source: product decision
 * "Pools and two surpluses".
 * @param postings the mirrored lines of the voucher `entryId`
 * @param dealings what stands on these accounts, in the order of the chain, that voucher with it
 * @throws DomainError `reversal.turnedAway`
 */
export function requireStillThere(
  postings: readonly Posting[],
  { entryId, dealings }: { readonly entryId: string; readonly dealings: readonly Dealing[] },
  chart: Chart,
): void {
  for (const main of thingsTaken(postings, chart))
    for (const line of postings.filter(({ ledgerAccount }) => mainCodeOf(ledgerAccount) === main)) {
      const found = turnedWithout(entryId, dealings, { line, chart });
      refuseBeyond('reversal.turnedAway', found, { line, chart });
    }
}

interface OfLine {
  readonly line: Posting;
  readonly chart: Chart;
}

/**
 * What people turned into the pool's money that was not there when they did, but for the voucher `entryId`:
 * both are followed in the order of the chain, with it and without it. What was collected or used up in
 * between is lacking without it, so other goods and another claim that were turned later stand in the way,
 * too: let go one after the other, both would be taken back and what was turned would stand for nothing.
 */
function turnedWithout(entryId: string, dealings: readonly Dealing[], of: OfLine): Beyond[] {
  let [stands, without] = [0n, 0n];
  return dealings.map((dealing) => {
    const { lines, byPeople } = dealing;
    const moved = sumFen(lines.filter((each) => isOfOne(of, each)).map(signedAmount));
    const turned = byPeople && moved < 0n ? turnedBy(lines, of) : 0n;
    const beyond = (stood: Fen): Fen => least(-moved - least(stood, -moved), turned);
    const isIt = dealing.entryId === entryId;
    const amount = (isIt ? 0n : beyond(without)) - beyond(stands);
    stands += moved;
    if (!isIt) without += moved;
    return { voucher: dealing.voucher, amount };
  });
}

/**
 * What a voucher took of it and turned into more of the pool's money than came in, all pools together. What
 * money went for on the same voucher, a cost or a thing, it did not turn.
 */
function turnedBy(lines: readonly Posting[], of: OfLine): Fen {
  const { chart } = of;
  const taken = -sumFen(lines.filter((each) => isOfOne(of, each)).map(signedAmount));
  const others = lines.filter((each) => each.pool === of.line.pool && !isOfOne(of, each));
  // Who is let off what was raised owes it no more, and the fund is less: as good as paid.
  const isOwned = (each: Posting): boolean => isPoolMoney(each, chart) || isRaised(each.ledgerAccount, chart);
  const owned = others.filter(isOwned);
  const bought = others.filter((each) => !isOwned(each) && signedAmount(each) > 0n);
  const came = moneyMoved({ lines, chart });
  const went = least(sumFen(bought.map(signedAmount)), -moneyMoved({ lines: owned, chart }));
  const gained = sumFen(owned.map(signedAmount)) + went;
  return least(taken, came > 0n ? gained - came : gained);
}

/** Of one account and pool, and, where it is owed, on one and the same. */
function isOfOne({ line, chart }: OfLine, other: Posting): boolean {
  const main = mainCodeOf(line.ledgerAccount);
  const byName = chart.accounts.get(main)?.poolMoney !== undefined;
  const isAlike = line.pool === other.pool && main === mainCodeOf(other.ledgerAccount);
  return isAlike && (!byName || line.counterparty === other.counterparty);
}
