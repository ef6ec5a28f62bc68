import type { CalendarDay } from '../calendar/calendar-day';
import { PAPERS_AT_LEAST, readAttachments } from '../ledger/attachments';
import { type CheckedEntry, type Findings, placeOf } from '../ledger/check-pass';
import { signedAmount } from '../ledger/journal-entry';
import { type Fen, sumFen } from '../money/fen';
import { privateNumberProblems } from '../shared/private-number';
import type { Problem } from '../shared/problem';
import { readAmount, readDay } from '../shared/typed-fields';
import type { OwedByTenant } from './rent-advance';

/** What a voucher names as its source that a deposit comes or goes back by. */
export const DEPOSIT_SOURCE = 'leaseDeposit';

/** What happens to a deposit: it comes, goes back, or is kept against something the tenant owes. */
export const DEPOSIT_KINDS = ['received', 'returned', 'kept'] as const;
export type DepositKind = (typeof DEPOSIT_KINDS)[number];

/** What a person types of a deposit; everything is text as typed. */
export interface DepositForm {
  /** `received`, `returned`, or the id of what the tenant owes and the deposit is kept against. */
  readonly depositAct: string;
  readonly depositOn: string;
  readonly amount: string;
  /** Why it is kept, or why more comes than the contract says. */
  readonly depositReason: string;
  readonly attachments: string;
}

/** A deposit that came, above zero, or what of it went, below, by the day of its voucher. */
export interface DepositMove {
  readonly on: CalendarDay;
  readonly amount: Fen;
}

/** What a deposit is held against. */
export interface DepositFacts {
  /** What the contract says it is. */
  readonly agreed: Fen;
  readonly moves: readonly DepositMove[];
  readonly pool: string;
  readonly owed: readonly OwedByTenant[];
}

/** What happened to a deposit. */
export interface Deposit {
  readonly kind: DepositKind;
  readonly on: CalendarDay;
  readonly amount: Fen;
  readonly reason: string;
  /** What it is kept against. */
  readonly against: string | undefined;
  readonly attachments: number;
}

/**
 * Reads what happens to a deposit, or says everything that is wrong with it. More than the contract says is
 * asked why; no more goes than is there on that day and every later one; against a debt goes no more than it
 * wants, of the same money, and with its reason. Codes `deposit.*`, `rent.aboveDue`, `rent.otherPool`,
 * `form.*`, `money.*`, `calendar.*`.
 */
export function readDeposit(
  form: DepositForm,
  facts: DepositFacts,
): { readonly deposit: Deposit; readonly problems: Problem[] } {
  const problems: Problem[] = [];
  const due = facts.owed.find(({ id }) => id === form.depositAct);
  const kind = readKind(form, due, problems);
  const on = readDay({ field: 'depositOn', value: form.depositOn }, problems);
  const amount = readAmount({ field: 'amount', value: form.amount }, 'aboveZero', problems);
  const reason = form.depositReason.trim();
  if (amount !== undefined && kind === 'received')
    problems.push(...aboveAgreedProblems(amount, reason, facts));
  if (amount !== undefined && on !== undefined && kind !== 'received')
    problems.push(...goingProblems(amount, on, { facts, due }));
  if (due !== undefined && due.pool !== facts.pool)
    problems.push({ code: 'rent.otherPool', field: 'depositAct' });
  if (kind === 'kept' && reason === '') problems.push({ code: 'form.missing', field: 'depositReason' });
  problems.push(...privateNumberProblems({ depositReason: reason }));
  const attachments = readAttachments(form.attachments, PAPERS_AT_LEAST, problems);
  return {
    deposit: {
      ...{ kind: kind ?? 'received', on: on ?? form.depositOn, amount: amount ?? 0n },
      ...{ reason, against: due?.id, attachments },
    },
    problems,
  };
}

function readKind(
  { depositAct }: DepositForm,
  due: OwedByTenant | undefined,
  problems: Problem[],
): DepositKind | undefined {
  if (due !== undefined) return 'kept';
  const typed = DEPOSIT_KINDS.find((each) => each === depositAct && each !== 'kept');
  if (typed === undefined) problems.push({ code: 'form.notAllowed', field: 'depositAct', value: depositAct });
  return typed;
}

function aboveAgreedProblems(amount: Fen, reason: string, { agreed, moves }: DepositFacts): Problem[] {
  const came = sumFen(moves.filter((move) => move.amount > 0n).map((move) => move.amount));
  if (reason !== '' || came + amount <= agreed) return [];
  return [{ code: 'deposit.aboveAgreed', field: 'depositReason', facts: { agreed, came } }];
}

function goingProblems(
  amount: Fen,
  on: CalendarDay,
  { facts, due }: { readonly facts: DepositFacts; readonly due: OwedByTenant | undefined },
): Problem[] {
  const most = leastHeld(facts.moves, on);
  if (amount > most) return [{ code: 'deposit.aboveHeld', field: 'amount', facts: { most } }];
  if (due === undefined || amount <= due.outstanding) return [];
  return [{ code: 'rent.aboveDue', field: 'amount', facts: { most: due.outstanding } }];
}

/** The least that is there of a deposit from a day on: that much may go on that day. */
export function leastHeld(moves: readonly DepositMove[], on: CalendarDay): Fen {
  const later = [on, ...moves.map((move) => move.on).filter((day) => day > on)];
  const held = later.map((day) => sumFen(moves.filter((move) => move.on <= day).map((move) => move.amount)));
  return held.reduce((least, each) => (each < least ? each : least));
}

/** What is kept of a deposit beside its voucher. */
export interface KeptDepositRow {
  readonly tenantId: string;
  readonly amount: Fen;
}

/**
 * Holds the deposits of an entry against what each tenant has on the account of payables under no asset: a
 * deposit names none, rent kept ahead does. A reversal has no row.
 */
export function checkDeposits(
  entry: CheckedEntry,
  { payable, rows }: { readonly payable: string; readonly rows: readonly KeptDepositRow[] },
  findings: Findings,
): void {
  findings.looked += rows.length;
  if (entry.reversesId !== undefined) return;
  if (rows.length === 0 && entry.source.kind !== DEPOSIT_SOURCE) return;
  const lines = entry.postings.filter(
    ({ ledgerAccount, assetId }) => ledgerAccount === payable && assetId === undefined,
  );
  const tenants = [...lines.map(({ counterparty = '' }) => counterparty), ...rows.map((row) => row.tenantId)];
  for (const tenant of new Set(tenants)) {
    const own = lines.filter(({ counterparty = '' }) => counterparty === tenant);
    const found = -sumFen(own.map(signedAmount));
    const kept = sumFen(rows.filter(({ tenantId }) => tenantId === tenant).map((row) => row.amount));
    if (found === kept) continue;
    const facts = { foundFen: String(found), keptFen: String(kept) };
    findings.add('check.depositDiffers', placeOf(entry), facts);
  }
}
