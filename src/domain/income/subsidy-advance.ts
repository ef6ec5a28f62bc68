import type { CalendarDay } from '../calendar/calendar-day';
import { PAPERS_AT_LEAST, readAttachments } from '../ledger/attachments';
import type { AccountRoles } from '../ledger/chart';
import { type CheckedEntry, type Findings, placeOf } from '../ledger/check-pass';
import { type Pool, type Posting, signedAmount } from '../ledger/journal-entry';
import { type Fen, sumFen } from '../money/fen';
import { privateNumberProblems } from '../shared/private-number';
import type { Problem } from '../shared/problem';
import { readAmount, readDay } from '../shared/typed-fields';

/** The word by which the vouchers of money advanced on the subsidy are known. */
export const SUBSIDY_ADVANCE = 'subsidyAdvance';

/** What a person types when somebody pays ahead of the state. */
export interface SubsidyAdvanceForm {
  readonly lender: string;
  readonly receivedOn: string;
  readonly amount: string;
  /** The agreement or notice it is advanced by. */
  readonly byPaper: string;
  readonly attachments?: string;
}

/** What a person types when it goes back. */
export interface SubsidyRepaymentForm {
  readonly repaidOn: string;
  readonly amount: string;
  /** Why it goes back though the subsidy has not come. */
  readonly reason?: string;
  readonly attachments?: string;
}

export interface SubsidyAdvance {
  readonly lender: string;
  readonly on: CalendarDay;
  readonly amount: Fen;
  readonly paper: string;
  readonly attachments: number;
}

/** An advance with what of it went back since. */
export interface AdvanceStanding {
  readonly id: string;
  readonly on: CalendarDay;
  readonly pool: Pool;
  readonly amount: Fen;
  readonly repaid: Fen;
}

/** Reads an advance, or says everything that is wrong with it. Codes `money.*`, `calendar.*`, `form.*`. */
export function readSubsidyAdvance(form: SubsidyAdvanceForm): {
  advance: SubsidyAdvance;
  problems: Problem[];
} {
  const problems: Problem[] = [];
  const [lender, paper] = [form.lender.trim(), form.byPaper.trim()];
  if (lender === '') problems.push({ code: 'form.missing', field: 'lender' });
  readDay({ field: 'receivedOn', value: form.receivedOn }, problems);
  const amount = readAmount({ field: 'amount', value: form.amount }, 'aboveZero', problems) ?? 0n;
  if (paper === '') problems.push({ code: 'form.missing', field: 'byPaper' });
  problems.push(...privateNumberProblems({ lender, byPaper: paper }));
  const attachments = readAttachments(form.attachments, PAPERS_AT_LEAST, problems);
  return { advance: { lender, on: form.receivedOn, amount, paper, attachments }, problems };
}

/**
 * Reads what goes back of an advance: no more than is left of it, and not before the day it came. More than
 * came of the subsidy goes back only with a reason: it was cut, or the lender wants it, and it is other money
 * of the pool. Codes `subsidy.*`, `money.*`, `calendar.*`, `form.*`.
 * @param advance with what of it is to go back by that day
 */
export function readSubsidyRepayment(
  form: SubsidyRepaymentForm,
  advance: AdvanceStanding & { readonly due: Fen },
): { repayment: { on: CalendarDay; amount: Fen; attachments: number; reason: string }; problems: Problem[] } {
  const problems: Problem[] = [];
  const on = readDay({ field: 'repaidOn', value: form.repaidOn }, problems);
  if (on !== undefined && on < advance.on) {
    problems.push({ code: 'subsidy.repaidBefore', field: 'repaidOn', value: on, facts: { on: advance.on } });
  }
  const amount = readAmount({ field: 'amount', value: form.amount }, 'aboveZero', problems) ?? 0n;
  const left = advance.amount - advance.repaid;
  if (amount > left) {
    problems.push({ code: 'subsidy.aboveAdvance', field: 'amount', value: form.amount, facts: { left } });
  }
  const [reason, { due }] = [form.reason?.trim() ?? '', advance];
  if (amount > due && amount <= left && reason === '')
    problems.push({ code: 'subsidy.aheadOfSubsidy', field: 'reason', facts: { due, excess: amount - due } });
  problems.push(...privateNumberProblems({ reason }));
  const attachments = readAttachments(form.attachments, PAPERS_AT_LEAST, problems);
  return { repayment: { on: form.repaidOn, amount, attachments, reason }, problems };
}

/** Subsidy that came, by its pool and the bank's day. */
export interface SubsidyCame {
  readonly pool: Pool;
  readonly on: CalendarDay;
  readonly amount: Fen;
}

/**
 * What of each advance is to go back by a day: the subsidy that came since, the oldest advance first, each
 * fen for one of them only; what went back already is off it. Advances are repaid when the subsidy comes, not
 * before it.
 */
export function repayable(
  advances: readonly AdvanceStanding[],
  came: readonly SubsidyCame[],
  day: CalendarDay,
): ReadonlyMap<string, Fen> {
  const until = came.filter(({ on }) => on <= day);
  return new Map(
    [...coveredBy(advances, until)].map(([{ id, repaid }, covered]) => [id, aboveZero(covered - repaid)]),
  );
}

/**
 * What went back to lenders because of a receipt of subsidy: without it that much would have gone back ahead
 * of the state. The receipt is not taken back while it stands.
 * @param came everything that came, and without the receipt
 */
export function repaidOnReceipt(
  advances: readonly AdvanceStanding[],
  { all, without }: { readonly all: readonly SubsidyCame[]; readonly without: readonly SubsidyCame[] },
): Fen {
  const ahead = (came: readonly SubsidyCame[]): Fen =>
    sumFen([...coveredBy(advances, came)].map(([{ repaid }, covered]) => aboveZero(repaid - covered)));
  return ahead(without) - ahead(all);
}

/** What of each advance the subsidy that came since covers: the oldest first, each fen for one only. */
function coveredBy(
  advances: readonly AdvanceStanding[],
  came: readonly SubsidyCame[],
): ReadonlyMap<AdvanceStanding, Fen> {
  const receipts = came.map((each) => ({ ...each, free: each.amount }));
  const covered = new Map<AdvanceStanding, Fen>();
  const inTurn = [...advances].sort((one, other) => (one.on < other.on ? -1 : one.on > other.on ? 1 : 0));
  for (const advance of inTurn) {
    let wanted = advance.amount;
    for (const receipt of receipts.filter(({ pool, on }) => pool === advance.pool && on >= advance.on)) {
      const part = receipt.free < wanted ? receipt.free : wanted;
      receipt.free -= part;
      wanted -= part;
    }
    covered.set(advance, advance.amount - wanted);
  }
  return covered;
}

function aboveZero(amount: Fen): Fen {
  return amount > 0n ? amount : 0n;
}

/** Money advanced, as its lines name it. */
export interface AdvanceLine {
  readonly amount: Fen;
  readonly pool: Pool;
  readonly counterparty: string;
}

/**
 * Money advanced until the subsidy comes: Dr bank / Cr payable (2023: 102 / 211). It is owed, so the pool has
 * received nothing, and what may be distributed is what it was. Source: domain facts §6.2; product decision
 * on pools, money advanced by others.
 */
export function subsidyAdvancedPostings(
  { amount, ...dimensions }: AdvanceLine,
  { bank, payable }: AccountRoles,
): Posting[] {
  return [
    { ...dimensions, ledgerAccount: bank, side: 'debit', amount },
    { ...dimensions, ledgerAccount: payable, side: 'credit', amount },
  ];
}

/** It goes back: Dr payable / Cr bank. The pool loses nothing it had. @see subsidyAdvancedPostings */
export function subsidyRepaidPostings(
  { amount, ...dimensions }: AdvanceLine,
  { bank, payable }: AccountRoles,
): Posting[] {
  return [
    { ...dimensions, ledgerAccount: payable, side: 'debit', amount },
    { ...dimensions, ledgerAccount: bank, side: 'credit', amount },
  ];
}

/**
 * Holds what the step keeps of an entry about money advanced against the payable account, lender and pool
 * apart. A reversal takes the row back with the entry and has none of its own.
 * @param rows above zero what came, below zero what went back
 */
export function checkSubsidyAdvances(
  entry: CheckedEntry,
  { payable, rows }: { readonly payable: string; readonly rows: readonly AdvanceLine[] },
  findings: Findings,
): void {
  const isOwn = entry.source.kind === SUBSIDY_ADVANCE && entry.reversesId === undefined;
  if (!isOwn && rows.length === 0) return;
  findings.looked += 1;
  const lines = isOwn ? entry.postings.filter(({ ledgerAccount }) => ledgerAccount === payable) : [];
  const found = lines.map((line) => ({
    key: `${line.pool} ${line.counterparty ?? ''}`,
    amount: -signedAmount(line),
  }));
  const kept = rows.map((row) => ({ key: `${row.pool} ${row.counterparty}`, amount: row.amount }));
  for (const key of new Set([...found, ...kept].map((each) => each.key))) {
    const sum = (of: readonly { key: string; amount: Fen }[]): Fen =>
      sumFen(of.filter((each) => each.key === key).map(({ amount }) => amount));
    if (sum(found) === sum(kept)) continue;
    findings.add('check.subsidyAdvanceDiffers', placeOf(entry), {
      ...{ foundFen: String(sum(found)), keptFen: String(sum(kept)) },
    });
  }
}
