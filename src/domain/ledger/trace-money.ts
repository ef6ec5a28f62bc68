import { type Fen, sumFen } from '../money/fen';
import { invariant } from '../shared/invariant';
import { flowEffect, signedAmount } from './journal-entry';
import { withoutCarriedBack } from './carried-back';
import { FenKnot } from './fen-knot';
import { meetNamedDebts, withoutSentBack } from './named-dealings';
import { toldByAsset } from './owed-under-assets';
import type { TracedLine } from './traced-line';
import { type DealingLine, settleAlike, settleFifo, withoutReversed } from './settle-fifo';

export type { TracedLine };

/**
 * What a fen does at a line: it comes into the bank or cash; it is brought into the pool (by opening or
 * receipt); it is used by a cost or a grant; it is owed to somebody; what is owed is settled; it is paid out.
 */
export type StepKind = 'banked' | 'brought' | 'used' | 'owed' | 'settled' | 'paid';

export interface TracedStep {
  readonly as: StepKind;
  readonly line: TracedLine;
}

/**
 * Some fen of a pool that went the same way, with every step of it. Whole, it begins at the bank and ends
 * at the bank: banked, brought, used, owed, settled, paid; a cost paid at once is owed to nobody.
 */
export interface MoneyStrand {
  readonly amount: Fen;
  readonly steps: readonly TracedStep[];
}

/**
 * Follows every fen of a pool from where it came to where it went, first in, first out. Within a voucher its
 * money meets its flows; between vouchers what was brought meets what was used, in the order of the
 * statements, and what is owed meets what settles it. A use ahead of its receipts begins at itself, and so
 * does a payment of what is not owed yet; what is left, and what is still owed, ends there. An entry and its
 * reversal cancel, so what was taken back neither gave nor took anything: a grant whose payment was taken
 * back is owed again, a payment whose grant was taken back waits for the next one. So it is through a change
 * of the chart, see {@link withoutCarriedBack}.
 */
export function traceMoney(booked: readonly TracedLine[]): MoneyStrand[] {
  const lines = withoutCarriedBack(toldByAsset(booked));
  const knots = withoutSentBack(withoutReversed(lines)).flatMap(knotsOf);
  for (const own of byVoucher(knots)) meetWithin(own);
  meetInPool(knots);
  meetDealings(knots);
  const rest = (as: StepKind, of: 'openBefore' | 'openAfter'): Fen =>
    sumFen(knots.filter(({ what }) => what.as === as).map((knot) => knot[of]));
  const stands = rest('brought', 'openAfter') - rest('used', 'openBefore');
  invariant(stands === flowEffect(lines.filter(isOwnFlow)), 'what is left is what stands undistributed');
  return knots
    .flatMap((knot) => knot.ways())
    .map(({ amount, passed }) => ({ amount, steps: passed }))
    .filter((strand) => !isTransfer(strand));
}

/** The strands that touch a voucher. */
export function strandsOfEntry(strands: readonly MoneyStrand[], entryId: string): MoneyStrand[] {
  return strands.filter(({ steps }) => steps.some(({ line }) => line.entryId === entryId));
}

/** The last step of a kind, if a strand has one. */
export function stepAs({ steps }: MoneyStrand, as: StepKind): TracedLine | undefined {
  return steps.filter((step) => step.as === as).at(-1)?.line;
}

type Knot = FenKnot<TracedStep>;

/** What a line does: to the money, and to what may be distributed of it. */
function knotsOf(line: TracedLine): Knot[] {
  const money = line.money === undefined ? 0n : signedAmount(line);
  const flow = flowEffect([line]);
  // A change of the chart brings every balance out and in: the money stays, only debts change their name.
  const isCarried = line.carriedBy !== undefined;
  const knots: Knot[] = [];
  if (money !== 0n && !(isCarried && line.money === 'cash')) {
    const [into, out]: StepKind[] = line.money === 'cash' ? ['banked', 'paid'] : ['settled', 'owed'];
    knots.push(knotOf(line, money > 0n ? into : out, money));
  }
  if (flow !== 0n && !isCarried) knots.push(knotOf(line, flow > 0n ? 'brought' : 'used', flow));
  return knots;
}

function knotOf(line: TracedLine, as: StepKind | undefined, amount: Fen): Knot {
  invariant(as !== undefined, 'every step has a name');
  return new FenKnot({ as, line }, amount < 0n ? -amount : amount);
}

function isOwnFlow(line: TracedLine): boolean {
  return line.carriedBy === undefined;
}

/** The knots of each voucher; the two vouchers of a change of the chart are one. */
function byVoucher(knots: readonly Knot[]): Knot[][] {
  const vouchers = new Map<string, Knot[]>();
  for (const knot of knots) {
    const { carriedBy, entryId } = knot.what.line;
    const key = carriedBy ?? entryId;
    const own = vouchers.get(key);
    if (own === undefined) vouchers.set(key, [knot]);
    else own.push(knot);
  }
  return [...vouchers.values()];
}

/**
 * Within a voucher what came in (cash, a debt settled, a use to be met) leads to what it became (money
 * brought, a debt, a payment): a line to itself first, then cash to bank, then what names the same plan line
 * and the same person, then in the order of the lines.
 */
function meetWithin(knots: readonly Knot[]): void {
  const from = knots.filter(({ what: { as } }) => as === 'banked' || as === 'settled' || as === 'used');
  const to = knots.filter(({ what: { as } }) => as === 'brought' || as === 'owed' || as === 'paid');
  meetNamed(from, to, ({ line }) => `${line.entryId} ${String(line.lineNumber)}`);
  meetNamed(
    from.filter(({ what: { as } }) => as === 'banked'),
    to.filter(({ what: { as } }) => as === 'paid'),
    () => 'cash',
  );
  meetNamed(from, to, ({ line }) => nameOf(line));
  meetNamed(from, to, () => 'any');
}

/** What was brought into the pool is used in the order of the statements. */
function meetInPool(knots: readonly Knot[]): void {
  const inOrder = (as: StepKind): Knot[] =>
    knots.filter(({ what }) => what.as === as).sort((one, other) => inStatementOrder(one.what, other.what));
  meetNamed(inOrder('brought'), inOrder('used'), () => 'pool');
}

/** What bears the same name meets, both in their order. */
function meetNamed(
  from: readonly Knot[],
  to: readonly Knot[],
  nameOfStep: (step: TracedStep) => string,
): void {
  const waiting = new Map<string, Knot[]>();
  for (const knot of to) {
    const name = nameOfStep(knot.what);
    const queue = waiting.get(name);
    if (queue === undefined) waiting.set(name, [knot]);
    else queue.push(knot);
  }
  for (const queue of waiting.values()) queue.reverse();
  for (const knot of from) {
    const queue = waiting.get(nameOfStep(knot.what)) ?? [];
    for (let next = queue.at(-1); next !== undefined && knot.openAfter > 0n; next = queue.at(-1)) {
      knot.leadTo(next);
      if (next.openBefore === 0n) queue.pop();
    }
  }
}

interface Dealing extends DealingLine {
  readonly knot: Knot;
  readonly order: number;
}

/**
 * What is owed is settled as the payment names it, then oldest first: what names the same plan line and
 * person, then whatever does not name another one.
 */
function meetDealings(knots: readonly Knot[]): void {
  const of = (kind: StepKind): Knot[] => knots.filter(({ what: { as } }) => as === kind);
  meetNamedDebts(of('owed'), of('settled'));
  const dealings = knots
    .filter(({ what: { as } }) => as === 'owed' || as === 'settled')
    .filter((knot) => openOf(knot) > 0n)
    .sort((one, other) => inBookOrder(one.what, other.what))
    .map((knot, order): Dealing => {
      const { line } = knot.what;
      const { entryId, ledgerAccount, side, postedOn: on } = line;
      const amount = line.amount < 0n ? -openOf(knot) : openOf(knot);
      return { entryId, on, ledgerAccount, key: nameOf(line), side, amount, knot, order };
    });
  const { open, settlements } = settleFifo(dealings);
  const rest = [...open].sort((one, other) => one.line.order - other.line.order);
  const { settlements: alike } = settleAlike(rest, (one, other) =>
    isAlike(one.knot.what.line, other.knot.what.line),
  );
  for (const { settled, by, amount } of [...settlements, ...alike]) {
    const [owed, paying] = settled.knot.what.as === 'owed' ? [settled, by] : [by, settled];
    owed.knot.leadTo(paying.knot, amount);
  }
}

/** What of a debt is not settled yet, or of a settlement meets no debt yet. */
function openOf(knot: Knot): Fen {
  return knot.what.as === 'owed' ? knot.openAfter : knot.openBefore;
}

function nameOf(line: TracedLine): string {
  const { counterparty = '', planLineId = '' } = line;
  return JSON.stringify([counterparty, planLineId, assetOf(line) ?? '']);
}

/** Neither names a person or a plan line that the other names differently. */
/** Under which asset it is owed to nobody by name, under none where it is empty: such meet nothing else. */
function assetOf({ isPayable, counterparty, assetId = '' }: TracedLine): string | undefined {
  if (isPayable !== true) return undefined;
  return counterparty === undefined ? assetId : '';
}

function isAlike(one: TracedLine, other: TracedLine): boolean {
  if (assetOf(one) !== assetOf(other)) return false;
  return (['counterparty', 'planLineId'] as const).every(
    (name) => one[name] === undefined || other[name] === undefined || one[name] === other[name],
  );
}

function inStatementOrder({ line: one }: TracedStep, { line: other }: TracedStep): number {
  if (one.statementOn !== other.statementOn) return one.statementOn < other.statementOn ? -1 : 1;
  return one.position - other.position || one.lineNumber - other.lineNumber;
}

function inBookOrder({ line: one }: TracedStep, { line: other }: TracedStep): number {
  if (one.postedOn !== other.postedOn) return one.postedOn < other.postedOn ? -1 : 1;
  return one.position - other.position || one.lineNumber - other.lineNumber;
}

/** From the bank to the bank within one voucher: cash fetched, or money paid in. */
function isTransfer({ steps }: MoneyStrand): boolean {
  return steps.length === 2 && steps[0]?.as === 'banked' && steps[1]?.as === 'paid';
}
