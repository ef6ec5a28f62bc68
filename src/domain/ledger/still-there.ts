import { type Fen, sumFen } from '../money/fen';
import { type Chart, isClearing, isPoolMoney, isRaised, mainCodeOf } from './chart';
import { beyondWithout, refuseBeyond } from './given-up';
import { type Posting, signedAmount } from './journal-entry';
import { lostAfter, moneyOf, NOTHING_LOST, owedForLoss } from './money-lost';
import { type Dealing, isThing, least, type Line, mainsIn, moneyMoved, waysToTell } from './pool-lines';

/** The main accounts of the claims, debts, things and losses that these lines credit; never money itself. */
export function thingsTaken(postings: readonly Posting[], chart: Chart): string[] {
  const taken = postings.filter((line) => signedAmount(line) < 0n);
  return mainsIn({ lines: taken.filter((line) => !isMoney(line, chart)) }).filter((main) => {
    const isOwed = chart.accounts.get(main)?.poolMoney !== undefined;
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
      for (const isOwn of waysToTell(line, { dealings, chart })) {
        const own = { pool: line.pool, isOwn, chart };
        const found = beyondWithout({ entryId, dealings }, (some) => turnedOfNothing(some, own));
        refuseBeyond('reversal.turnedAway', found, { line, chart });
      }
      if (!isClearing(main, chart)) continue;
      const loss = { pool: line.pool, main, chart };
      const found = beyondWithout({ entryId, dealings }, (some) => owedForNothing(some, loss));
      refuseBeyond('reversal.turnedAway', found, { line, chart });
    }
}

/** A claim, a thing or a loss of one pool, and which lines are of it. */
interface Own {
  readonly pool: Posting['pool'];
  readonly isOwn: (line: Line) => boolean;
  readonly chart: Chart;
}

/**
 * What each voucher of people turned into the pool's money that was not there by then. What was collected or
 * used up in between is lacking without what brought it, so other goods and another claim that were turned
 * later stand in the way, too: let go one after the other, both would be taken back and what was turned would
 * stand for nothing.
 */
function turnedOfNothing(dealings: readonly Dealing[], own: Own): Map<Dealing, Fen> {
  let stands = 0n;
  return new Map(
    dealings.map((dealing) => {
      const { lines, byPeople } = dealing;
      const moved = sumFen(lines.filter(own.isOwn).map(signedAmount));
      const turned = byPeople && moved < 0n ? turnedBy(lines, own) : 0n;
      const beyond = least(-moved - least(stands, -moved), turned);
      stands += moved;
      return [dealing, beyond];
    }),
  );
}

/**
 * What somebody came to owe by each voucher of people for a loss, beyond the money that was lost by then:
 * goods that were lost are made good when somebody has paid, and stand for no money.
 */
function owedForNothing(
  dealings: readonly Dealing[],
  { pool, main, chart }: { readonly pool: Posting['pool']; readonly main: string; readonly chart: Chart },
): Map<Dealing, Fen> {
  let lost = NOTHING_LOST;
  return new Map(
    dealings.map((dealing) => {
      const lines = dealing.lines.filter((line) => line.pool === pool);
      const owed = dealing.byPeople ? owedForLoss(lines, main, chart) : 0n;
      const beyond = owed - least(moneyOf(lost), owed);
      lost = lostAfter(lost, { ...dealing, lines }, { main, chart });
      return [dealing, beyond];
    }),
  );
}

/**
 * What a voucher took of it and may have turned into claims, debts that are owed no more or another pool's
 * money. What else it dealt with is held against none of it: a cost that is owed, money that came for another
 * claim or fund. What went for a cost is gone, and what was paid in money is there.
 */
function turnedBy(lines: readonly Posting[], { pool, isOwn, chart }: Own): Fen {
  const taken = -sumFen(lines.filter(isOwn).map(signedAmount));
  const others = lines.filter((line) => line.pool === pool && !isOwn(line));
  // Who is let off what was raised owes it no more, and the fund is less: as good as paid.
  const gained = others.filter(
    (line) =>
      signedAmount(line) > 0n &&
      !isMoney(line, chart) &&
      (isPoolMoney(line, chart) || isRaised(line.ledgerAccount, chart)),
  );
  const elsewhere = [...new Set(lines.map((line) => line.pool))].filter((each) => each !== pool);
  const left = elsewhere.map((each) => -moneyMoved({ lines: lines.filter((l) => l.pool === each), chart }));
  const moved = least(moneyMoved({ lines: others, chart }), sumFen(left.filter((amount) => amount > 0n)));
  return least(taken, sumFen(gained.map(signedAmount)) + moved);
}

function isMoney({ ledgerAccount }: Posting, { roles }: Chart): boolean {
  return [roles.cash, roles.bank].includes(mainCodeOf(ledgerAccount));
}
