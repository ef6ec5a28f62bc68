import type { CalendarDay } from '../calendar/calendar-day';
import { PAPERS_AT_LEAST, readAttachments } from '../ledger/attachments';
import type { AccountRoles } from '../ledger/chart';
import { LONGEST_NAME } from '../ledger/counterparty';
import { type CheckedEntry, type Findings, placeOf } from '../ledger/check-pass';
import { type Pool, type Posting, signedAmount } from '../ledger/journal-entry';
import { type Fen, sumFen } from '../money/fen';
import { privateNumberProblems } from '../shared/private-number';
import type { Problem } from '../shared/problem';
import { readAmount, readDay } from '../shared/typed-fields';
import { deductionPostings } from './postings';

/** How a cost stands when it is booked: the bank has paid it, or it is owed. */
export const COST_SETTLINGS = ['bank', 'owed'] as const;

/** What a cost's form says of its payment; paid by the bank where it says nothing. */
export interface SettlingForm {
  readonly settling?: string;
  /** Whom it is owed to; only where it is. */
  readonly creditor?: string;
}

/** The source of the vouchers by which owed costs are paid. */
export const COST_PAYMENT_SOURCE = 'costPayment';

/**
 * Whom a cost is owed to; undefined where the bank has paid it. Codes `form.notAllowed`, `form.missing`,
 * `form.tooLong`, `form.privateNumber`, `deductions.creditorOfPaid`.
 */
export function readCreditor(form: SettlingForm, problems: Problem[]): string | undefined {
  const settling = (form.settling ?? '').trim() || 'bank';
  const creditor = (form.creditor ?? '').trim();
  if (!COST_SETTLINGS.some((each) => each === settling)) {
    problems.push({ code: 'form.notAllowed', field: 'settling', value: settling });
    return undefined;
  }
  if (settling === 'bank') {
    if (creditor !== '') problems.push({ code: 'deductions.creditorOfPaid', field: 'creditor' });
    return undefined;
  }
  if (creditor === '') problems.push({ code: 'form.missing', field: 'creditor' });
  if ([...creditor].length > LONGEST_NAME)
    problems.push({ code: 'form.tooLong', field: 'creditor', facts: { max: LONGEST_NAME } });
  problems.push(...privateNumberProblems({ creditor }));
  return creditor;
}

/** A debt of a cost; fen. */
export interface CostDebt {
  readonly pool: Pool;
  readonly amount: Fen;
  readonly creditor: string;
}

/** Whom a cost is owed to, by id; an improvement, of which asset it is. */
export interface OwedOf {
  readonly creditor?: string;
  readonly assetId?: string;
}

/**
 * A necessary cost that is owed: Dr operating expense, which is what the pool deducts now, / Cr payable
 * (2023: 511 / 211). Source: domain facts §2.2; product decision "Pools": deducted on the day it is booked,
 * paid or not.
 */
export function costOwedPostings(
  cost: CostDebt & { readonly assetId?: string },
  roles: AccountRoles,
): Posting[] {
  const spent = deductionPostings(cost, roles).filter((line) => line.poolFlow !== undefined);
  const { pool, amount, creditor: counterparty } = cost;
  return [...spent, { pool, amount, counterparty, ledgerAccount: roles.payable, side: 'credit' }];
}

/** What a cost debits and credits when it is booked: the bank, or whom it is owed to. */
export function costPostings(
  cost: {
    readonly pool: Pool;
    readonly amount: Fen;
    readonly assetId?: string;
    readonly creditor: string | undefined;
  },
  roles: AccountRoles,
): Posting[] {
  const { creditor } = cost;
  return creditor === undefined
    ? deductionPostings(cost, roles)
    : costOwedPostings({ ...cost, creditor }, roles);
}

/**
 * An owed cost is paid: Dr payable / Cr bank (2023: 211 / 102); the pool deducted it before. An improvement
 * names its asset, and nobody; a cost whom it was owed to, as the line that it settles does.
 */
export function costPaidPostings(
  { pool, amount, creditor, assetId }: Omit<CostDebt, 'creditor'> & OwedOf,
  roles: AccountRoles,
): Posting[] {
  const ofAsset = assetId === undefined ? {} : { assetId };
  const of = creditor === undefined ? ofAsset : { counterparty: creditor };
  return [
    { pool, amount, ...of, ledgerAccount: roles.payable, side: 'debit' },
    { pool, amount, ledgerAccount: roles.bank, side: 'credit' },
  ];
}

/** The payment of an owed cost, as typed. */
export interface CostPaymentForm {
  readonly paidOn: string;
  readonly amount: string;
  readonly attachments?: string;
}

/** A cost that is owed, as far as it is not paid. */
export interface OpenCostDebt {
  readonly postedOn: CalendarDay;
  readonly open: Fen;
}

/**
 * Reads a payment, or says everything that is wrong with it: no more than is still owed (60,000.00 of
 * 60,000.00 passes, 60,000.01 does not), not before the cost itself. Codes `money.*`, `form.*`, `calendar.*`,
 * `deductions.paidAboveOwed`, `deductions.paidBeforeCost`, `voucher.attachmentCount`.
 */
export function readCostPayment(
  form: CostPaymentForm,
  { postedOn, open }: OpenCostDebt,
): { payment: { paidOn: CalendarDay; amount: Fen; attachments: number }; problems: Problem[] } {
  const problems: Problem[] = [];
  const paidOn = readDay({ field: 'paidOn', value: form.paidOn }, problems);
  if (paidOn !== undefined && paidOn < postedOn) {
    problems.push({ code: 'deductions.paidBeforeCost', field: 'paidOn', value: paidOn, facts: { postedOn } });
  }
  const amount = readAmount({ field: 'amount', value: form.amount }, 'aboveZero', problems);
  if (amount !== undefined && amount > open) {
    const facts = { open, excess: amount - open };
    problems.push({ code: 'deductions.paidAboveOwed', field: 'amount', facts });
  }
  const attachments = readAttachments(form.attachments, PAPERS_AT_LEAST, problems);
  return { payment: { paidOn: paidOn ?? '', amount: amount ?? 0n, attachments }, problems };
}

/** What is kept of owed costs beside one entry: what is owed, and what is paid of it; fen. */
export interface KeptDebts {
  readonly owed: readonly { readonly creditor: string; readonly amount: Fen }[];
  readonly paid: readonly { readonly creditor: string; readonly amount: Fen }[];
}

/**
 * Holds what is kept of owed costs against an entry: a cost, or its payment, moves on the account of payables
 * what is kept of it, by creditor. Finds `check.costDebtDiffers`.
 */
export function checkCostDebts(
  entry: CheckedEntry,
  { payable, kept }: { readonly payable: string; readonly kept: KeptDebts },
  findings: Findings,
): void {
  if (entry.reversesId !== undefined) return;
  const isOwn = entry.source.kind === 'deduction' || entry.source.kind === COST_PAYMENT_SOURCE;
  if (!isOwn && kept.owed.length + kept.paid.length === 0) return;
  const lines = entry.postings.filter(({ ledgerAccount }) => ledgerAccount === payable);
  const named = [...kept.owed, ...kept.paid].map(({ creditor }) => creditor);
  for (const creditor of new Set([...named, ...lines.map(({ counterparty = '' }) => counterparty)])) {
    const ofThem = (rows: KeptDebts['owed']): Fen =>
      sumFen(rows.filter((row) => row.creditor === creditor).map((row) => row.amount));
    const keptFen = ofThem(kept.paid) - ofThem(kept.owed);
    const own = lines.filter(({ counterparty = '' }) => counterparty === creditor);
    const foundFen = sumFen(own.map(signedAmount));
    if (foundFen === keptFen) continue;
    const facts = { foundFen: String(foundFen), keptFen: String(keptFen) };
    findings.add('check.costDebtDiffers', placeOf(entry), facts);
  }
}
