import { type Fen, sumFen } from '../money/fen';
import type { Problem } from '../shared/problem';
import { type Chart, mainCodeOf } from './chart';
import type { CheckBreak } from './check-pass';
import { type Pool, type Posting, signedAmount } from './journal-entry';
import { accountName, type OwedTo, type PlacedLine, placed } from './pool-lines';

/** What stands on an account by whom it names and by what booked it; a credit below zero. */
export interface OwedBySource extends OwedTo {
  readonly assetId?: string;
  /** Whether the lines say which income they are of: steps alone write that, and the opening for them. */
  readonly ofIncome: boolean;
  readonly sourceKind: string;
}

/**
 * The steps that keep beside the books whom they owe what, each with the page that pays or sets it off, by
 * the kind of their vouchers. What is granted to a person is paid by hand; an improvement on credit may be.
 */
const PAGES: Readonly<Record<string, string>> = {
  deduction: 'costs',
  costPayment: 'costs',
  costRefund: 'costs',
  leaseDeposit: 'deposits',
  lease: 'advances',
  receipt: 'receipts',
  settlement: 'receipts',
  incomeDue: 'receipts',
  jointPart: 'joint',
  jointPayment: 'joint',
  jointCut: 'joint',
  subsidyCut: 'joint',
  custodyPayment: 'custody',
  subsidyAdvance: 'subsidyAdvances',
  memberShares: 'dividends',
  construction: 'construction',
};

/** Of one other on an account of a pool: all that stands, and what of it a step keeps; both above zero. */
export interface KeptOf {
  readonly pool: Pool;
  readonly ledgerAccount: string;
  readonly counterparty: string | undefined;
  readonly stands: Fen;
  readonly kept: Fen;
  /** Which page takes of it. */
  readonly page: string;
}

/**
 * What a hand takes of what a step keeps: income that is owed, a deposit, a cost that is owed. The register
 * would go on waiting for it, or pay it again. What was written by hand beside it may be taken by hand; while
 * income of a pool is waited for, nobody pays it who owes nothing there. Code `voucher.keptByStep`. Source:
 * product decision "Pools and two surpluses" (received is what a receipt brings).
 */
export function keptByStepProblems(
  postings: readonly Posting[],
  standing: readonly OwedBySource[],
  chart: Chart,
): Problem[] {
  return accountsKept(postings, chart).flatMap((main) => {
    const all = keptOn(standing, main, chart);
    const isIncome = main === chart.roles.receivable;
    return partiesOf(postings, main).flatMap(({ own, pool, counterparty, amount }) => {
      const taken = isIncome ? -amount : amount;
      const found = all.find((each) => each.pool === pool && each.counterparty === counterparty);
      const { stands = 0n, kept = 0n, page = 'receipts' } = found ?? {};
      const waits = isIncome && all.some((each) => each.pool === pool && each.kept > 0n);
      const free = stands > kept ? stands - kept : 0n;
      if (taken <= 0n || taken <= free || (kept === 0n && !waits)) return [];
      const facts = { pool, account: accountName(main, chart), kept, free, taken, page };
      return [
        { code: 'voucher.keptByStep', field: `lines.${String(own[0]?.place ?? 0)}.counterparty`, facts },
      ];
    });
  });
}

/**
 * Holds what stands under each name against what the steps keep of it: where less stands, somebody took by
 * hand what a register still waits for or has to pay, in older books or past the program. Finds
 * `check.keptTaken`.
 * @param main the account asked about
 */
export function keptTakenBreaks(
  standing: readonly OwedBySource[],
  main: string,
  chart: Chart,
): Pick<CheckBreak, 'code' | 'at' | 'facts'>[] {
  return keptOn(standing, main, chart)
    .filter(({ stands, kept }) => kept > 0n && stands < kept)
    .map(({ pool, counterparty = '', stands, kept, page }) => ({
      code: 'check.keptTaken',
      at: { ledgerAccount: main, pool },
      facts: { counterparty, page, foundFen: String(stands), keptFen: String(kept) },
    }));
}

/** The main accounts of these lines on which steps keep what stands. */
export function accountsKept(postings: readonly Posting[], chart: Chart): string[] {
  const touched = new Set(postings.map(({ ledgerAccount }) => mainCodeOf(ledgerAccount)));
  return debtAccounts(chart).filter((main) => touched.has(main));
}

/**
 * Whom what stands on an account has to be asked of: those whom the lines there name. Undefined where it is
 * everybody: while income is waited for, nobody pays it who owes nothing; and of a line that names nobody.
 */
export function partiesAsked(postings: readonly Posting[], main: string, chart: Chart): string[] | undefined {
  const lines = postings.filter(({ ledgerAccount }) => mainCodeOf(ledgerAccount) === main);
  const parties = lines.flatMap(({ counterparty }) => counterparty ?? []);
  const isEverybody = main === chart.roles.receivable || parties.length < lines.length;
  return isEverybody ? undefined : [...new Set(parties)];
}

/** The main accounts on which steps keep what stands: income owed, dealings with members, debts. */
export function debtAccounts({ accounts, roles }: Chart): string[] {
  const mains = [...accounts.values()].filter(({ detailOf }) => detailOf === undefined);
  const debts = mains.filter(({ nature, twoSided }) => nature === 'liability' && twoSided !== true);
  const codes = debts.map(({ code }) => code).filter((code) => code !== roles.earmarkedFunds);
  return [...new Set([roles.receivable, roles.internal, ...codes])];
}

function keptOn(standing: readonly OwedBySource[], main: string, chart: Chart): KeptOf[] {
  const isIncome = main === chart.roles.receivable;
  const own = standing
    .filter(({ ledgerAccount }) => mainCodeOf(ledgerAccount) === main)
    .map((each) => (isIncome ? each : { ...each, amount: -each.amount }));
  return grouped(own, (each) => `${each.pool} ${each.counterparty ?? ''}`).flatMap((party) => {
    const [first] = party;
    if (first === undefined) return [];
    const pages = keptIn(party, isIncome);
    const [largest] = [...pages].sort((one, other) => (one.amount < other.amount ? 1 : -1));
    return [
      {
        ...{ pool: first.pool, ledgerAccount: main, counterparty: first.counterparty },
        stands: sumFen(party.map(({ amount }) => amount)),
        kept: sumFen(pages.map(({ amount }) => amount)),
        page: largest?.page ?? 'receipts',
      },
    ];
  });
}

/** What of one name's lines steps keep: income by name, debts under each asset or under none. */
function keptIn(party: readonly OwedBySource[], isIncome: boolean): { page: string; amount: Fen }[] {
  const kept = party.filter((each) => (isIncome ? each.ofIncome : PAGES[each.sourceKind] !== undefined));
  const parts = isIncome ? [kept] : grouped(kept, ({ assetId }) => assetId ?? '');
  return parts.flatMap((part) => {
    const amount = sumFen(part.map((each) => each.amount));
    const [largest] = [...part].sort((one, other) => (one.amount < other.amount ? 1 : -1));
    const page = isIncome ? 'receipts' : (PAGES[largest?.sourceKind ?? ''] ?? 'receipts');
    return amount > 0n ? [{ page, amount }] : [];
  });
}

/** What lines do to an account under each name of each pool; debit above zero. */
function partiesOf(
  postings: readonly Posting[],
  main: string,
): { own: PlacedLine[]; pool: Pool; counterparty: string | undefined; amount: Fen }[] {
  const lines = placed(postings).filter(({ ledgerAccount }) => mainCodeOf(ledgerAccount) === main);
  return grouped(lines, (line) => `${line.pool} ${line.counterparty ?? ''}`).flatMap((own) => {
    const [first] = own;
    if (first === undefined) return [];
    const { pool, counterparty } = first;
    return [{ own, pool, counterparty, amount: sumFen(own.map(signedAmount)) }];
  });
}

function grouped<Each>(all: readonly Each[], keyOf: (each: Each) => string): Each[][] {
  const groups = new Map<string, Each[]>();
  for (const each of all) {
    const known = groups.get(keyOf(each));
    if (known === undefined) groups.set(keyOf(each), [each]);
    else known.push(each);
  }
  return [...groups.values()];
}
