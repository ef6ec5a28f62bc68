import { type CalendarDay, type Month, monthOf } from '../calendar/calendar-day';
import { type Fen, MAX_FEN, sumFen } from '../money/fen';
import { privateNumberProblems } from '../shared/private-number';
import type { Problem } from '../shared/problem';
import { readDay, readMonth } from '../shared/typed-fields';
import { aboutProblems } from './about-period';
import { readAttachments } from './attachments';
import { type Chart, isPoolMoney } from './chart';
import {
  byPool,
  type JournalEntry,
  moneyEffect,
  type Pool,
  type Posting,
  signedAmount,
} from './journal-entry';
import { handProblems } from './lines-by-hand';
import { type ManualLine, type ManualLineForm, readManualLines, type VoucherRegisters } from './manual-lines';

/** A voucher as a person types it, for what no step posts. */
export interface ManualVoucherForm {
  readonly postedOn: string;
  /** The month the fact concerns; that of the day where blank. */
  readonly aboutPeriod: string;
  readonly summary: string;
  /** How many source documents are attached, 0 to 999; none where blank. */
  readonly attachments: string;
  /** Ticked where it is not blank: amounts may be below zero, in red letters. */
  readonly redLetters: string;
  readonly lines: readonly ManualLineForm[];
}

/** Pools that move through their own steps only, or the sheet on the wall would not add up. */
export const STEPPED_POOLS: readonly Pool[] = ['pv', 'other'];

const LONGEST_SUMMARY = 100;

/**
 * Reads a manual voucher, or says everything that is wrong with it. What its lines do to a pool's money
 * is found out here, never typed: a voucher that moves the money of `pv` or `other` is refused, though it
 * cancels out, because receipts, costs and grants of those have forms of their own, and so has their income.
 * Codes `voucher.*`, `form.*`, `money.*`, `calendar.*`; fields as `lines.2.debit`.
 * @param source the draft or the recurring voucher it comes from
 */
export function readManualVoucher(
  form: ManualVoucherForm,
  registers: VoucherRegisters,
  source: JournalEntry['source'],
): { entry: JournalEntry; problems: Problem[] } {
  const problems: Problem[] = [];
  const head = readHead(form, problems);
  const lines = readManualLines(form.lines, registers, {
    redLetters: form.redLetters.trim() !== '',
    problems,
  });
  if (lines.every(({ isWhole }) => isWhole)) {
    const postings = lines.map(({ posting }) => posting);
    problems.push(...balanceProblems(postings));
    // What moved in older books moved before any step knew of it.
    const isOlder = source.kind === 'imported';
    if (!isOlder && lines.every(({ isKnown }) => isKnown)) {
      problems.push(...poolProblems(postings, registers.chart));
      problems.push(...handProblems(postings, registers.chart));
    }
  }
  const postings = withFlows(
    lines.map(({ posting }) => posting),
    registers.chart,
  );
  const event = EVENTS[source.kind] ?? 'ledger.manual';
  const pays = readPays(lines, source, problems);
  return { entry: { event, ...head, statementOn: head.postedOn, source, postings, ...pays }, problems };
}

/** Which grants the lines pay. Only a voucher for one day says so: `form.notAllowed`. */
function readPays(
  lines: readonly ManualLine[],
  source: JournalEntry['source'],
  problems: Problem[],
): Pick<JournalEntry, 'pays'> {
  const pays = lines.flatMap(({ pays: debtId }, line) => (debtId === '' ? [] : [{ line, debtId }]));
  if (pays.length === 0) return {};
  if (EVENTS[source.kind] === undefined) return { pays };
  for (const { line, debtId: value } of pays)
    problems.push({ code: 'form.notAllowed', field: `lines.${String(line)}.paysDebt`, value });
  return {};
}

/** The event of a voucher by where it comes from. */
const EVENTS: Readonly<Record<string, string>> = {
  recurring: 'ledger.recurring',
  imported: 'ledger.imported',
};

interface Head {
  readonly postedOn: CalendarDay;
  readonly aboutPeriod: Month;
  readonly summary: string;
  readonly attachments: number;
}

function readHead(form: ManualVoucherForm, problems: Problem[]): Head {
  const postedOn = readDay({ field: 'postedOn', value: form.postedOn }, problems) ?? '';
  const about = form.aboutPeriod.trim();
  const aboutPeriod =
    about === '' ? monthOf(postedOn) : readMonth({ field: 'aboutPeriod', value: about }, problems);
  problems.push(...aboutProblems(aboutPeriod ?? '', postedOn));
  const summary = form.summary.trim();
  problems.push(...summaryProblems(summary));
  const attachments = readAttachments(form.attachments, 0, problems);
  return { postedOn, aboutPeriod: aboutPeriod ?? '', summary, attachments };
}

/**
 * What is wrong with a summary: it is hashed and stays for ever, so it may not carry the private number of a
 * person. Codes `form.missing`, `form.tooLong`, `form.privateNumber`.
 */
export function summaryProblems(summary: string): Problem[] {
  const field = 'summary';
  if (summary === '') return [{ code: 'form.missing', field }];
  const problems: Problem[] = [];
  if ([...summary].length > LONGEST_SUMMARY)
    problems.push({ code: 'form.tooLong', field, facts: { max: LONGEST_SUMMARY } });
  problems.push(...privateNumberProblems({ summary }));
  return problems;
}

/** By how much the sides of each pool differ: `voucher.unbalanced` with pool, side and difference in fen. */
function balanceProblems(postings: readonly Posting[]): Problem[] {
  const sizes = postings.map(({ amount }) => (amount < 0n ? -amount : amount));
  if (sumFen(sizes) > MAX_FEN) return [{ code: 'voucher.tooLarge', field: 'lines' }];
  return [...byPool(postings)].flatMap(([pool, lines]) => {
    const excess = sumFen(lines.map(signedAmount));
    if (excess === 0n) return [];
    const side = excess > 0n ? 'debit' : 'credit';
    const difference = excess > 0n ? excess : -excess;
    return [{ code: 'voucher.unbalanced', field: 'lines', facts: { pool, side, difference } }];
  });
}

/**
 * Money of a stepped pool that the voucher would move: `voucher.movesPool` with the amount, `in` or `out`.
 * Money may go from one money account to another, but not beside lines that are none: a receipt and a payment
 * of the same amount would cancel out and neither would be seen. Code `voucher.hidesPool`.
 */
function poolProblems(postings: readonly Posting[], chart: Chart): Problem[] {
  return [...byPool(postings)].flatMap(([pool, lines]) => {
    if (!STEPPED_POOLS.includes(pool)) return [];
    const moved = moneyEffect(lines, chart);
    if (moved === 0n) {
      if (cancelsOut(lines, chart)) return [{ code: 'voucher.hidesPool', field: 'lines', facts: { pool } }];
      return incomeProblems(postings, pool, chart);
    }
    const facts = { pool, amount: moved > 0n ? moved : -moved, direction: moved > 0n ? 'in' : 'out' };
    return [{ code: 'voucher.movesPool', field: 'lines', facts }];
  });
}

/** Income of a stepped pool is a slip's or a contract's, which says of what it is: `voucher.incomeOfPool`. */
function incomeProblems(postings: readonly Posting[], pool: Pool, chart: Chart): Problem[] {
  return postings.flatMap((line, index) => {
    const isIncome = chart.accounts.get(line.ledgerAccount)?.nature === 'income';
    if (!isIncome || line.pool !== pool) return [];
    const field = `lines.${String(index)}.ledgerAccount`;
    return [{ code: 'voucher.incomeOfPool', field, facts: { pool } }];
  });
}

/** Whether the money lines of a pool come to nothing beside lines that are none. */
export function cancelsOut(lines: readonly Posting[], chart: Chart): boolean {
  const money = lines.filter((line) => isPoolMoney(line, chart));
  const isPlain = money.length === 0 || money.length === lines.length;
  return !isPlain && moneyEffect(lines, chart) === 0n;
}

/**
 * Marks what the lines do to the undistributed money of their pool, so that the marks say what happens to
 * it: where money comes, the money lines are received; where it goes, the other lines are deducted.
 */
function withFlows(postings: readonly Posting[], chart: Chart): Posting[] {
  const effects = new Map<Pool, Fen>(
    [...byPool(postings)].map(([pool, lines]) => [pool, moneyEffect(lines, chart)]),
  );
  return postings.map((posting) => {
    const effect = effects.get(posting.pool) ?? 0n;
    const isMoney = isPoolMoney(posting, chart);
    if (effect > 0n && isMoney) return { ...posting, poolFlow: 'received' };
    return effect < 0n && !isMoney ? { ...posting, poolFlow: 'deducted' } : posting;
  });
}
