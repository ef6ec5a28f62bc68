import { type Fen, sumFen } from '../money/fen';
import { type Chart, isClearing, isPoolMoney, isRaised, mainCodeOf } from './chart';
import { type Beyond, refuseBeyond } from './given-up';
import { type Posting, signedAmount } from './journal-entry';
import { type Lost, lostAfter, moneyOf, NOTHING_LOST, owedForLoss } from './money-lost';
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
        const found = turnedWithout(entryId, dealings, { pool: line.pool, isOwn, chart });
        refuseBeyond('reversal.turnedAway', found, { line, chart });
      }
      if (!isClearing(main, chart)) continue;
      const found = lostWithout(entryId, dealings, { pool: line.pool, main, chart });
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
 * What people turned into the pool's money that was not there when they did, but for the voucher `entryId`:
 * both are followed in the order of the chain, with it and without it. What was collected or used up in
 * between is lacking without it, so other goods and another claim that were turned later stand in the way,
 * too: let go one after the other, both would be taken back and what was turned would stand for nothing.
 */
function turnedWithout(entryId: string, dealings: readonly Dealing[], own: Own): Beyond[] {
  let [stands, without] = [0n, 0n];
  return dealings.map((dealing) => {
    const { lines, byPeople } = dealing;
    const moved = sumFen(lines.filter(own.isOwn).map(signedAmount));
    const turned = byPeople && moved < 0n ? turnedBy(lines, own) : 0n;
    const beyond = (stood: Fen): Fen => least(-moved - least(stood, -moved), turned);
    const isIt = dealing.entryId === entryId;
    const amount = (isIt ? 0n : beyond(without)) - beyond(stands);
    stands += moved;
    if (!isIt) without += moved;
    return { voucher: dealing.voucher, amount };
  });
}

/**
 * What somebody came to owe of a loss beyond the money that was lost, but for the voucher `entryId`: goods
 * that were lost are made good when somebody has paid, and stand for no money.
 */
function lostWithout(
  entryId: string,
  dealings: readonly Dealing[],
  { pool, main, chart }: { readonly pool: Posting['pool']; readonly main: string; readonly chart: Chart },
): Beyond[] {
  let [lost, without] = [NOTHING_LOST, NOTHING_LOST];
  return dealings.map((dealing) => {
    const lines = dealing.lines.filter((line) => line.pool === pool);
    const owed = dealing.byPeople ? owedForLoss(lines, main, chart) : 0n;
    const beyond = (stood: Lost): Fen => owed - least(moneyOf(stood), owed);
    const isIt = dealing.entryId === entryId;
    const amount = (isIt ? 0n : beyond(without)) - beyond(lost);
    lost = lostAfter(lost, { ...dealing, lines }, { main, chart });
    if (!isIt) without = lostAfter(without, { ...dealing, lines }, { main, chart });
    return { voucher: dealing.voucher, amount };
  });
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
