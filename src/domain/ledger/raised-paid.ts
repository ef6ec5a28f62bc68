import { type Fen, sumFen } from '../money/fen';
import { type Chart, isRaised, mainCodeOf } from './chart';
import { beyondWithout, refuseBeyond } from './given-up';
import type { Posting } from './journal-entry';
import { claimsAfter, type Claims, levyStandsOn, unpaidIn } from './levied-claims';
import { type Dealing, least, mainsIn, movedOn } from './pool-lines';

/** Where a levy is raised: it is money for a purpose. */
const POOL = 'earmarked';

/** The main accounts of what is raised and of what members owe of it, where lines touch either. */
export function leviesTouched(postings: readonly Posting[], chart: Chart): string[] {
  const mains = leviesOn(chart);
  const touched = mainsIn({ lines: postings.filter((line) => line.pool === POOL) });
  return touched.some((main) => mains.includes(main)) ? mains : [];
}

/** The same where lines touch what is raised, whose unpaid part a hand is asked for. */
export function leviesAsked(postings: readonly Posting[], chart: Chart): string[] {
  return postings.some(({ ledgerAccount }) => isRaised(ledgerAccount, chart)) ? leviesOn(chart) : [];
}

function leviesOn(chart: Chart): string[] {
  return [...levyStandsOn(chart), ...raisedIn(chart)];
}

function raisedIn(chart: Chart): string[] {
  return [...chart.accounts.keys()].filter((code) => mainCodeOf(code) === code && isRaised(code, chart));
}

/**
 * Refuses to take back a payment of what was raised, or its raising, once it became the village's own: a hand
 * turns into equity only what was paid, and without the voucher it was not. What turned it is taken back
 * first. Source: product decision "Pools and two surpluses".
 * @param postings the mirrored lines of the voucher `entryId`
 * @param dealings what stands on these accounts, in the order of the chain, that voucher with it
 * @throws DomainError `reversal.raisedTurned`
 */
export function requireRaisedPaid(
  postings: readonly Posting[],
  { entryId, dealings }: { readonly entryId: string; readonly dealings: readonly Dealing[] },
  chart: Chart,
): void {
  if (leviesTouched(postings, chart).length === 0) return;
  for (const ledgerAccount of raisedIn(chart)) {
    const found = beyondWithout({ entryId, dealings }, (some) => turnedUnpaid(some, ledgerAccount, chart));
    refuseBeyond('reversal.raisedTurned', found, { line: { ledgerAccount, pool: POOL }, chart });
  }
}

/** What each voucher of people turned of a raised fund into equity beyond what was paid of it by then. */
function turnedUnpaid(dealings: readonly Dealing[], fund: string, chart: Chart): Map<Dealing, Fen> {
  let claims: Claims = new Map();
  let raised = 0n;
  return new Map(
    dealings.map((dealing) => {
      const lines = dealing.lines.filter((line) => line.pool === POOL);
      const equity = mainsIn({ lines }).filter((main) => chart.accounts.get(main)?.nature === 'equity');
      const gained = -sumFen(equity.map((main) => movedOn({ lines }, main)));
      const turned = dealing.byPeople ? least(movedOn({ lines }, fund), gained) : 0n;
      const paid = raised - unpaidIn(claims);
      raised -= movedOn({ lines }, fund);
      claims = claimsAfter(claims, lines, chart);
      return [dealing, turned - least(paid, turned)];
    }),
  );
}
