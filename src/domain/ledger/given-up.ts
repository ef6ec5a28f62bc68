import { type Fen, sumFen } from '../money/fen';
import { DomainError } from '../shared/domain-error';
import { type Chart, isClearing, mainCodeOf } from './chart';
import { accountName, type Dealing, least, type Line, type OwedTo, waysToTell } from './pool-lines';
import { type Posting, signedAmount } from './journal-entry';
import { PRIOR_YEAR } from './surplus-movements';

/** What is owed is given up by people alone; a reversal carries the source of what it takes back. */
export const BY_PEOPLE: readonly string[] = ['manual', 'recurring', 'imported', PRIOR_YEAR.correction];

/**
 * Refuses to take back what made a debt once the debt was given up, or stands under another name: the village
 * would have received by owing no more what it never owed; without the voucher nothing was owed when it was
 * given up. What gave it up is taken back first. What was *paid* meanwhile is another matter: that money
 * went, and is to be got back. Source: product decision "Pools and two surpluses".
 * @param postings the mirrored lines of the voucher `entryId`
 * @param dealings what stands on these accounts, in the order of the chain, that voucher with it
 * @throws DomainError `reversal.debtGivenUp`
 */
export function requireStillOwed(
  postings: readonly Posting[],
  { entryId, dealings }: { readonly entryId: string; readonly dealings: readonly Dealing[] },
  chart: Chart,
): void {
  for (const line of postings) {
    if (!isDebt(line, chart) || signedAmount(line) <= 0n) continue;
    for (const isOwn of waysToTell(line, { dealings, chart })) {
      const found = beyondWithout({ entryId, dealings }, (some) => givenUpUnowed(some, isOwn, chart));
      refuseBeyond('reversal.debtGivenUp', found, { line, chart });
    }
  }
}

/** What a voucher took that would not have been there without the one that is to be taken back. */
export interface Beyond {
  readonly voucher: Dealing['voucher'];
  readonly amount: Fen;
}

/**
 * What each voucher took beyond what was there when it did, but for the one that is to be taken back: counted
 * in the order of the chain, once with that one and once without it.
 */
export function beyondWithout(
  { entryId, dealings }: { readonly entryId: string; readonly dealings: readonly Dealing[] },
  countIn: (dealings: readonly Dealing[]) => ReadonlyMap<Dealing, Fen>,
): Beyond[] {
  const before = countIn(dealings);
  const without = countIn(dealings.filter((dealing) => dealing.entryId !== entryId));
  return [...without].map(([dealing, amount]) => {
    return { voucher: dealing.voucher, amount: amount - (before.get(dealing) ?? 0n) };
  });
}

/** Refuses where vouchers stand in the way, and names the last of them: it is taken back first. */
export function refuseBeyond(
  code: 'reversal.debtGivenUp' | 'reversal.turnedAway' | 'reversal.raisedTurned',
  found: readonly Beyond[],
  {
    line,
    chart,
  }: {
    readonly line: { readonly ledgerAccount: string; readonly pool: string };
    readonly chart: Chart;
  },
): void {
  const amount = sumFen(found.map((each) => each.amount));
  const last = found.findLast((each) => each.amount > 0n);
  if (amount <= 0n || last === undefined) return;
  const account = accountName(mainCodeOf(line.ledgerAccount), chart);
  const { year: voucherYear, number: voucherNumber } = last.voucher;
  throw new DomainError(code, { account, pool: line.pool, amount, voucherYear, voucherNumber });
}

/** What each voucher of people gave up of a debt beyond what was owed by then. */
function givenUpUnowed(
  dealings: readonly Dealing[],
  isOwn: (line: Line) => boolean,
  chart: Chart,
): Map<Dealing, Fen> {
  let stands = 0n;
  return new Map(
    dealings.map((dealing) => {
      const { byPeople, lines } = dealing;
      const moved = sumFen(lines.filter(isOwn).map(signedAmount));
      const own = byPeople ? givenUpIn([lines], chart, 'moneyAndClaims') : [];
      const givenUp = own.filter(isOwn).map(({ amount }) => amount);
      const unowed = moved > 0n ? least(moved - least(-stands, moved), sumFen(givenUp)) : 0n;
      stands += moved;
      return [dealing, unowed];
    }),
  );
}

function isSame(one: OwedTo | Posting, other: Posting): boolean {
  const isOfOne = one.pool === other.pool && one.counterparty === other.counterparty;
  return isOfOne && mainCodeOf(one.ledgerAccount) === mainCodeOf(other.ledgerAccount);
}

/**
 * What people's vouchers took of debts without anything being given for it, debit above zero. Money, things
 * and claims that went pay a debt, after what else the voucher paid with them; income, a cost taken back and
 * another debt do not.
 * @param vouchers the lines of each that stands, neither reversed nor a reversal
 * @param pays whether things that were given pay: what was bought and sent back is nobody's to be got back
 */
export function givenUpIn(
  vouchers: readonly (readonly Posting[])[],
  chart: Chart,
  pays: 'anything' | 'moneyAndClaims' = 'anything',
): OwedTo[] {
  return vouchers.flatMap((lines) =>
    lines.flatMap((line, index) => {
      const isOwn = (each: Posting): boolean => isDebt(each, chart) && isSame(line, each);
      if (!isDebt(line, chart) || lines.findIndex(isOwn) !== index) return [];
      const taken = sumFen(lines.filter(isOwn).map(signedAmount));
      if (taken <= 0n) return [];
      const others = lines.filter((each) => each.pool === line.pool && !isOwn(each));
      const paid = sumFen(others.map((each) => -paymentOf(each, chart, pays)));
      const amount = paid > 0n ? taken - paid : taken;
      return amount > 0n ? [{ ...line, amount }] : [];
    }),
  );
}

/** What a line pays with, below zero; what else is paid for, above it. A debt that arises pays nothing. */
function paymentOf(line: Posting, chart: Chart, pays: 'anything' | 'moneyAndClaims'): Fen {
  const amount = signedAmount(line);
  if (amount > 0n) return amount;
  const { nature, twoSided, poolMoney } = chart.accounts.get(line.ledgerAccount) ?? {};
  const isThing = nature === 'asset' || nature === 'cost';
  const isMoney = [chart.roles.cash, chart.roles.bank].includes(mainCodeOf(line.ledgerAccount));
  const counts = poolMoney !== undefined || pays === 'anything';
  const isGiven =
    isMoney || (isThing && counts && twoSided !== true && !isClearing(line.ledgerAccount, chart));
  return isGiven ? amount : 0n;
}

/** What is owed out of a pool, and dealings that stand on either side. */
function isDebt({ ledgerAccount }: Posting, chart: Chart): boolean {
  const { nature, twoSided, poolMoney } = chart.accounts.get(ledgerAccount) ?? {};
  return poolMoney !== undefined && (nature === 'liability' || twoSided === true);
}
