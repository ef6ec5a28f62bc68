import { bearerOn, type SaidBearer } from '../assets/custody-bearers';
import type { CalendarDay } from '../calendar/calendar-day';
import { type CheckedEntry, type Findings, placeOf } from '../ledger/check-pass';
import { signedAmount } from '../ledger/journal-entry';
import { PRIOR_YEAR } from '../ledger/surplus-movements';
import { type Fen, sumFen } from '../money/fen';
import {
  CUSTODY_PAYMENT,
  ownersPart,
  ownersPartOfReceipt,
  type SharedSum,
  type TaxedSum,
} from './custody-parts';

/** A movement between the village and the owner of what it keeps, as the step keeps it; signed as a debit. */
export interface CustodyDealing {
  readonly ledgerAccount: string;
  readonly counterparty: string;
  readonly amount: Fen;
}

/** Streams that the keeper of a joint station has dealings about: they have a pass of their own. */
const OF_STATIONS: readonly string[] = ['energy', 'subsidy'];

/**
 * Holds what the step keeps of owners' parts in an entry against its lines on internal dealings and payables,
 * owner by owner. A reversal takes the facts back with the entry.
 */
export function checkCustodyEntry(
  entry: CheckedEntry,
  of: { readonly internal: string; readonly payable: string; readonly kept: readonly CustodyDealing[] },
  findings: Findings,
): void {
  if (entry.reversesId !== undefined) return;
  findings.looked += of.kept.length;
  const isPayment = [CUSTODY_PAYMENT, PRIOR_YEAR.costRefund].includes(entry.source.kind);
  const owners = new Set(of.kept.map(({ counterparty }) => counterparty));
  const lines = entry.postings.filter(({ ledgerAccount, stream = '', assetId, counterparty = '' }) => {
    if (ledgerAccount === of.internal) return !OF_STATIONS.includes(stream);
    // Rent that a tenant paid ahead names its asset: it is nothing of an owner's.
    if (ledgerAccount !== of.payable || assetId !== undefined) return false;
    return isPayment || owners.has(counterparty);
  });
  const found = lines.map((line) => ({
    ...line,
    counterparty: line.counterparty ?? '',
    amount: signedAmount(line),
  }));
  const keys = new Set([...found, ...of.kept].map(keyOf));
  for (const key of keys) {
    const sumOf = (all: readonly CustodyDealing[]): Fen =>
      sumFen(all.filter((each) => keyOf(each) === key).map(({ amount }) => amount));
    const [foundSum, keptSum] = [sumOf(found), sumOf(of.kept)];
    if (foundSum === keptSum) continue;
    const [ledgerAccount = ''] = key.split(' ');
    const facts = { foundFen: String(foundSum), keptFen: String(keptSum) };
    findings.add('check.custodyDiffers', { ...placeOf(entry), ledgerAccount }, facts);
  }
}

function keyOf({
  ledgerAccount,
  counterparty,
}: Pick<CustodyDealing, 'ledgerAccount' | 'counterparty'>): string {
  return `${ledgerAccount} ${counterparty}`;
}

/** A row with where its entry stands in the chain, and where its reversal does. */
export interface ChainedSum extends SharedSum {
  readonly entryId: string;
  /** Of a due its agreement, of money its due: within it the total runs. */
  readonly within: string;
  readonly at: number;
  readonly goneAt: number | undefined;
}

/** A due with the tax its paper charges, its first day, and by what the tax was split. */
export interface ChainedDue extends ChainedSum, Pick<TaxedSum, 'tax'> {
  readonly receivableId: string;
  readonly from: CalendarDay;
  readonly bearersId?: string | undefined;
}

/** Everything that was ever kept of owners' parts. */
export interface CustodyHistory {
  /** Shares by agreement. */
  readonly shares: ReadonlyMap<string, string>;
  /** Who bears the tax, by agreement. */
  readonly bearers: ReadonlyMap<string, readonly SaidBearer[]>;
  readonly dues: readonly ChainedDue[];
  readonly receipts: readonly ChainedSum[];
  /** What stands of payments and of what was kept back for costs, by agreement. */
  readonly paid: ReadonlyMap<string, Fen>;
}

/**
 * Reckons every owner's part anew, each by what stood when it was entered, and holds what owners were paid
 * against what came for them.
 */
export function checkCustodies(history: CustodyHistory, findings: Findings): void {
  const { shares, receipts, paid } = history;
  const dues = history.dues.map((due) => ({ ...due, taxBearer: saidOf(due, history)?.bearer }));
  findings.looked += dues.length + receipts.length;
  for (const due of dues) {
    const share = shares.get(due.within) ?? '0%';
    tell(due, ownersPart(share, standingBefore(due, dues), due), findings);
    if (!isSplitAsSaid(due, history)) findings.add('check.custodyBearer', { entryId: due.entryId });
  }
  for (const receipt of receipts) {
    const due = dues.find(({ receivableId }) => receivableId === receipt.within);
    if (due === undefined) continue;
    const before = standingBefore(receipt, receipts);
    // Receipts before it that were changed by hand may be such as no part follows from: they are told.
    const part = isWithin(due, before, receipt)
      ? ownersPartOfReceipt(due, before, receipt.amount)
      : receipt.part;
    tell(receipt, part, findings);
  }
  for (const custodyId of shares.keys()) {
    const own = dues.filter(({ within }) => within === custodyId).map(({ receivableId }) => receivableId);
    const stands = receipts.filter(({ within, goneAt }) => own.includes(within) && goneAt === undefined);
    const came = sumFen(stands.map(({ part }) => part));
    const went = paid.get(custodyId) ?? 0n;
    if (went <= came) continue;
    findings.add('check.custodyOverpaid', {}, { keptFen: String(went), dueFen: String(came) });
  }
}

/** By what the tax of a due was split, as its row names it. */
function saidOf({ within, bearersId }: ChainedDue, { bearers }: CustodyHistory): SaidBearer | undefined {
  return bearers.get(within)?.find(({ id }) => id === bearersId);
}

/** What stands is split by what holds on its first day, and has tax where it is split so; no other is. */
function isSplitAsSaid(due: ChainedDue, history: CustodyHistory): boolean {
  const { tax, bearersId, goneAt, from, within } = due;
  if (tax === undefined) return bearersId === undefined;
  if (saidOf(due, history) === undefined) return false;
  return goneAt !== undefined || bearerOn(history.bearers.get(within) ?? [], from)?.id === bearersId;
}

/** Whether what came before leaves this much to the owner and the village together. */
function isWithin(due: SharedSum, before: readonly SharedSum[], { amount }: SharedSum): boolean {
  const given = sumFen(before.map(({ part }) => part));
  const kept = sumFen(before.map((each) => each.amount - each.part));
  const village = due.amount - due.part;
  return given <= due.part && kept <= village && amount <= due.amount - given - kept;
}

function standingBefore<Row extends ChainedSum>(row: ChainedSum, all: readonly Row[]): Row[] {
  return all.filter(
    ({ within, at, goneAt }) =>
      within === row.within && at < row.at && (goneAt === undefined || goneAt > row.at),
  );
}

function tell({ entryId, part }: ChainedSum, due: Fen, findings: Findings): void {
  if (part === due) return;
  findings.add('check.custodyPart', { entryId }, { keptFen: String(part), dueFen: String(due) });
}
