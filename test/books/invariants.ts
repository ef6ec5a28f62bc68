import { createHash } from 'node:crypto';
import { CHAIN_START, chainHash } from '../../src/domain/ledger/hash-chain';
import { addDays, monthOf } from '../../src/domain/calendar/calendar-day';
import { type Posting, signedAmount } from '../../src/domain/ledger/journal-entry';
import { type Fen, sumFen } from '../../src/domain/money/fen';
import { releasedOf } from '../../src/domain/surplus/surplus-statement';
import type { Voucher } from '../../src/features/ledger/ledger-read.service';
import type { Village } from '../support/village';

const POOLS = ['pv', 'other'] as const;
const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');

/** What must hold of a village's books after every step, whatever was done before. Returns the vouchers. */
export async function expectSoundBooks(village: Village): Promise<Voucher[]> {
  const vouchers = await village.vouchers();
  await expectChain(village, vouchers);
  expectNumbers(vouchers);
  await expectBalance(village, vouchers);
  for (const pool of POOLS) await expectPool(village, pool, vouchers);
  await expectCarryOver(village, vouchers);
  await expectGrants(village, vouchers);
  return vouchers;
}

/** The chain, recomputed from the rows: every link, every hash, and the head kept beside the books. */
export async function expectChain(village: Village, vouchers: readonly Voucher[]): Promise<void> {
  const byPosition = [...vouchers].sort((left, right) => left.chainPosition - right.chainPosition);
  let head = CHAIN_START;
  for (const [index, voucher] of byPosition.entries()) {
    expect(voucher.chainPosition).toBe(index + 1);
    expect(voucher.previousHash).toBe(head);
    head = chainHash(head, chainedEntry(village.id, voucher), sha256);
    expect(voucher.hash).toBe(head);
  }
  const { length, head: kept } = await village.services.books.requireChain(village.id);
  expect({ length, head: kept }).toEqual({ length: vouchers.length, head });
}

function chainedEntry(collectiveId: string, voucher: Voucher): Parameters<typeof chainHash>[1] {
  const { voucherYear: year, voucherNumber: number, chainPosition: position, ...facts } = voucher;
  return { ...facts, collectiveId, position, voucher: { year, number } };
}

/** Numbers run 1, 2, 3 … within each year. */
export function expectNumbers(vouchers: readonly Voucher[]): void {
  for (const year of new Set(vouchers.map((voucher) => voucher.voucherYear))) {
    const numbers = vouchers.filter((each) => each.voucherYear === year).map((each) => each.voucherNumber);
    expect([...numbers].sort((a, b) => a - b)).toEqual(numbers.map((_, index) => index + 1));
  }
}

/** The turnovers kept beside the entries say what the lines say, and add up to zero. */
async function expectBalance(village: Village, vouchers: readonly Voucher[]): Promise<void> {
  const months = { first: '2025-01', last: monthOf(village.services.clock.today()) };
  const balance = await village.services.books.trialBalance(village.id, months);
  expect(balance.debit).toBe(balance.credit);
  expect(sumFen(balance.rows.map((row) => row.closing))).toBe(0n);
  const lines = vouchers.flatMap((voucher) => voucher.postings);
  const closing = balance.rows.map((row) => [row.account.code, row.closing]);
  expect(closing).toEqual(
    closing.map(([code]) => [code, balanceOf(lines, (each) => each.ledgerAccount === code)]),
  );
}

/** A pool's undistributed money, told by its flows and by what it has less what it owes. */
async function expectPool(
  village: Village,
  pool: (typeof POOLS)[number],
  vouchers: readonly Voucher[],
): Promise<void> {
  for (const voucher of vouchers) {
    expect(balanceOf(voucher.postings, (each) => each.pool === pool)).toBe(0n);
  }
  const lines = vouchers.flatMap((each) => each.postings).filter((each) => each.pool === pool);
  const { surplus, clock } = village.services;
  // What corrects a settled period counts on the day after it, and that may be tomorrow.
  const days = [clock.today(), ...vouchers.map(({ statementOn }) => statementOn)].sort();
  const today = days.at(-1) ?? '';
  const byFlows = await surplus.undistributed(village.id, { pool, day: today });
  const money = balanceOf(lines, (each) => ['101', '102'].includes(each.ledgerAccount));
  const payable = -balanceOf(lines, (each) => ['211', '213', '214'].includes(each.ledgerAccount));
  expect(byFlows).toBe(money - payable);
  const statement = await surplus.statement(village.id, { pool, from: '2025-01-01', to: today });
  const flow = (name: Posting['poolFlow']): Fen => balanceOf(lines, (each) => each.poolFlow === name);
  expect(statement).toMatchObject({
    carriedOver: flow('opening'),
    received: flow('received'),
    deducted: flow('deducted'),
  });
  expect(byFlows).toBe(statement.distributable - flow('granted'));
}

/** What a settled period left is carried over; what stands on its last day is left over or promised. */
async function expectCarryOver(village: Village, vouchers: readonly Voucher[]): Promise<void> {
  const { surplus, clock } = village.services;
  const settled = await surplus.listSettled(village.id, 'pv');
  let promised = 0n;
  const releasedUpTo = (upTo: string, day: string): Fen =>
    sumFen(settled.filter(({ periodTo }) => periodTo <= upTo).map((each) => releasedOf(each, day)));
  for (const { periodFrom: from, periodTo: to, planned } of settled) {
    const { distributable } = await surplus.statement(village.id, { pool: 'pv', from, to });
    const leftOver = distributable - planned;
    promised += planned;
    const counted = vouchers.filter((voucher) => voucher.statementOn <= to);
    const lines = counted.flatMap((voucher) => voucher.postings);
    const granted = balanceOf(lines, (each) => each.poolFlow === 'granted');
    const stands = await surplus.undistributed(village.id, { pool: 'pv', day: to });
    expect(stands).toBe(leftOver + promised - releasedUpTo(to, to) - granted);
    const next = { pool: 'pv', from: addDays(to, 1), to: clock.today() } as const;
    if (next.from > next.to) continue;
    // What will never be granted and was released since stands beside what was left over.
    const since = releasedUpTo(to, next.to) - releasedUpTo(to, to);
    expect((await surplus.statement(village.id, next)).carriedOver).toBe(leftOver + since);
  }
}

/** No line is granted above its amount, and what is granted stands in the books under that line. */
async function expectGrants(village: Village, vouchers: readonly Voucher[]): Promise<void> {
  const plans = await village.services.plans.listPlans(village.id);
  const postings = vouchers.flatMap((voucher) => voucher.postings);
  for (const line of plans.flatMap((plan) => plan.lines)) {
    expect(line.granted >= 0n && line.granted <= line.amount).toBe(true);
    const booked = balanceOf(postings, (each) => each.planLineId === line.id && each.poolFlow === 'granted');
    expect(booked).toBe(line.granted);
  }
}

function balanceOf(lines: readonly Posting[], counts: (posting: Posting) => boolean): Fen {
  return sumFen(lines.filter(counts).map(signedAmount));
}
