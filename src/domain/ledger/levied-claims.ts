import { type Fen, sumFen } from '../money/fen';
import { type Chart, isClearing, isRaised, mainCodeOf } from './chart';
import { type Posting, signedAmount } from './journal-entry';
import { type Line, leviedOn, least } from './pool-lines';

/** What stands of a claim, the oldest part first: of a levy or of anything else; what was paid ahead. */
interface Claim {
  readonly parts: readonly { readonly amount: Fen; readonly ofLevy: boolean }[];
  readonly ahead: Fen;
}

/** The claims of a pool by account and by whom they are on. */
export type Claims = ReadonlyMap<string, Claim>;

const NO_CLAIM: Claim = { parts: [], ahead: 0n };

/** The main accounts on which what members owe of a levy may stand: where it is raised, or was moved to. */
export function levyStandsOn(chart: Chart): string[] {
  const mains = [...chart.accounts.keys()].filter((code) => mainCodeOf(code) === code);
  return [...leviedOn(chart), ...mains.filter((main) => isClearing(main, chart))];
}

/**
 * The claims after a voucher. One of a levy arises where it is raised, and stays one wherever it is moved, to
 * another name, account or to be cleared up: only what was given for it pays it. Anything else that stands
 * there, a loan or money that was lost, is none. What is owed is settled oldest first, as every trace does.
 * @param lines of one pool
 */
export function claimsAfter(known: Claims, lines: readonly Posting[], chart: Chart): Claims {
  const mains = levyStandsOn(chart);
  const own = lines.filter((line) => mains.includes(mainCodeOf(line.ledgerAccount)));
  const moves = [...new Set(own.map(keyOf))].map((key) => {
    return { key, amount: sumFen(own.filter((line) => keyOf(line) === key).map(signedAmount)) };
  });
  const claims = new Map(known);
  let freed = 0n;
  for (const { key, amount } of moves.filter((move) => move.amount < 0n)) {
    const claim = claims.get(key) ?? NO_CLAIM;
    const left = taken(claim, -amount);
    freed += ofLevyIn(claim) - ofLevyIn(left);
    claims.set(key, left);
  }
  // What is raised is owed in full where it is raised; what was a levy before comes after it.
  let ofLevy = raisedBy(lines, chart) + freed;
  for (const { key, amount } of moves.filter((move) => move.amount > 0n)) {
    const part = least(ofLevy, amount);
    ofLevy -= part;
    claims.set(key, added(claims.get(key) ?? NO_CLAIM, { amount, ofLevy: part }));
  }
  return claims;
}

/** What of levies is not paid yet. Fen. */
export function unpaidIn(claims: Claims): Fen {
  return sumFen([...claims.values()].map(ofLevyIn));
}

/** What lines raise that is not paid on the same voucher. */
function raisedBy(lines: readonly Posting[], chart: Chart): Fen {
  const raised = lines.filter(({ ledgerAccount }) => isRaised(ledgerAccount, chart));
  const owed = lines.filter(({ ledgerAccount }) => leviedOn(chart).includes(mainCodeOf(ledgerAccount)));
  return least(-sumFen(raised.map(signedAmount)), sumFen(owed.map(signedAmount)));
}

function taken({ parts, ahead }: Claim, amount: Fen): Claim {
  let rest = amount;
  const left = parts.map((part) => {
    const off = least(rest, part.amount);
    rest -= off;
    return { ...part, amount: part.amount - off };
  });
  return { parts: left.filter((part) => part.amount > 0n), ahead: ahead + rest };
}

function added({ parts, ahead }: Claim, more: { readonly amount: Fen; readonly ofLevy: Fen }): Claim {
  const settled = least(ahead, more.amount);
  const owed = more.amount - settled;
  const ofLevy = least(more.ofLevy, owed);
  const news = [
    { amount: ofLevy, ofLevy: true },
    { amount: owed - ofLevy, ofLevy: false },
  ];
  return { parts: [...parts, ...news.filter(({ amount }) => amount > 0n)], ahead: ahead - settled };
}

function ofLevyIn({ parts }: Claim): Fen {
  return sumFen(parts.filter(({ ofLevy }) => ofLevy).map(({ amount }) => amount));
}

function keyOf({ ledgerAccount, counterparty }: Line): string {
  return `${mainCodeOf(ledgerAccount)} ${counterparty ?? ''}`;
}
