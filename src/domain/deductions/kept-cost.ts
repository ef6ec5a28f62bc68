import type { CalendarDay } from '../calendar/calendar-day';
import type { ShareRow } from '../collectives/share-table';
import type { OwedOwner } from '../income/passing-on';
import { splitAtOnce } from '../income/split-stream';
import type { Fen } from '../money/fen';
import type { Problem } from '../shared/problem';
import { shortReasonProblems } from '../shared/short-reason';
import { type BillFacts, type Deduction, readDeduction } from './deduction';

/** What the keeper of a joint station types for a cost that he pays for its owners. */
export interface KeptCostForm {
  readonly assetId: string;
  readonly kind: string;
  readonly name: string;
  readonly amount: string;
  readonly paidOn: string;
  /** How it was reckoned, for every owner to read. */
  readonly note: string;
  readonly reason: string;
  /** How many papers are attached; one where blank. */
  readonly attachments?: string;
  /** The days the bill is for, where it says any; and what a bill is asked of them. */
  readonly servedFrom?: string;
  readonly servedTo?: string;
  readonly otherYear?: string;
  readonly outsideAsset?: string;
  /** Why it is no second time the same bill; only where one like it stands. */
  readonly twiceReason?: string;
}

/** What of a cost one owner bears. */
export interface CostPart {
  readonly owner: string;
  readonly amount: Fen;
}

/**
 * Reads a cost of a kept station, or says everything wrong with it. Its code names the field of this form.
 * Codes as {@link readDeduction}, `joint.daysPaid`, and `form.missing` of the note.
 * @param facts the days of the station, and what was paid for it already, with and without days
 */
export function readKeptCost(
  form: KeptCostForm,
  facts: Pick<BillFacts, 'life' | 'paid' | 'spanned'> = {},
): { cost: Deduction; problems: Problem[] } {
  const { deduction, problems } = readDeduction({ ...form, postedOn: form.paidOn }, undefined, facts);
  const own = problems.map((problem) => {
    if (problem.code === 'deductions.daysPaid') return { ...problem, code: 'joint.daysPaid' };
    return problem.field === 'postedOn' ? { ...problem, field: 'paidOn' } : problem;
  });
  if (form.note.trim() === '') own.push({ code: 'form.missing', field: 'note' });
  return { cost: deduction, problems: own };
}

/**
 * Splits a cost among the owners as the station's money is split: by the running total of the costs under
 * one share table, so that nobody ever bears a whole fen more than his exact share. However small it is, it
 * is paid now: whoever has borne least of his share bears it.
 * @param before the table's costs that stand, and what each owner bore of them
 */
export function costParts(
  amount: Fen,
  before: { readonly whole: Fen; readonly given: ReadonlyMap<string, Fen> },
  rows: readonly ShareRow[],
): CostPart[] {
  return splitAtOnce(amount, before, rows).filter((part) => part.amount > 0n);
}

/**
 * A cost is paid from what came for the owners and is not yet passed on: each must have his part there. Code
 * `joint.costAboveOwed`, which names the owner who is short of the most, and how many are short; of who holds
 * nothing any more, and for whom nothing will come, `joint.costOwnerGone`.
 * @param rows the table of the day on which it is paid
 */
export function owedProblems(
  parts: readonly CostPart[],
  owed: readonly OwedOwner[],
  rows: readonly Pick<ShareRow, 'owner'>[],
): Problem[] {
  const short = parts.flatMap(({ owner, amount: part }) => {
    const has = owed.find((each) => each.owner === owner)?.owed ?? 0n;
    return part > has ? [{ owner, part, owed: has }] : [];
  });
  const missing = (one: (typeof short)[number]): Fen => one.part - one.owed;
  const gone = short.find(({ owner }) => !rows.some((row) => row.owner === owner));
  if (gone !== undefined) return [{ code: 'joint.costOwnerGone', field: 'servedFrom', facts: gone }];
  const [first, ...others] = short;
  if (first === undefined) return [];
  const worst = others.reduce((most, each) => (missing(each) > missing(most) ? each : most), first);
  return [{ code: 'joint.costAboveOwed', field: 'amount', facts: { ...worst, count: short.length } }];
}

/** Income of a station that its keeper still owes. */
export interface OwedByKeeper {
  readonly id: string;
  readonly stream: string;
  readonly aboutPeriod: string;
  readonly outstanding: Fen;
}

/**
 * Which income the keeper kept a cost back from: energy before the subsidy, which comes late, oldest first.
 * Empty where he owes less than the cost.
 */
export function keptBackFrom(
  amount: Fen,
  owed: readonly OwedByKeeper[],
): { receivableId: string; amount: Fen }[] {
  const inTurn = [...owed].sort((one, other) => rankOf(one).localeCompare(rankOf(other)));
  const lines: { receivableId: string; amount: Fen }[] = [];
  let rest = amount;
  for (const { id, outstanding } of inTurn) {
    const part = outstanding < rest ? outstanding : rest;
    if (part > 0n) lines.push({ receivableId: id, amount: part });
    rest -= part > 0n ? part : 0n;
  }
  return rest === 0n ? lines : [];
}

function rankOf({ stream, aboutPeriod }: OwedByKeeper): string {
  return `${stream === 'energy' ? '1' : '2'} ${aboutPeriod}`;
}

/** What the owner's contract of the station's land rent still asks for in a period. */
export interface RentLeft {
  readonly contract: string;
  readonly due: Fen;
}

/**
 * Whether land rent is none of what the contract asks for, or not all of it: with a reason it is a cost
 * beside the contract, and the period waits for its own charge as before.
 */
export function isBesideRent(amount: Fen, rent: Pick<RentLeft, 'due'>): boolean {
  return rent.due <= 0n || amount > rent.due;
}

/**
 * A reason that nothing asks for is refused. Of rent that counts as the contract's charge the way is told for
 * who means that it is for other land: the contract's own charge goes first. Code `joint.costIsRent`.
 */
export function tellsRentFirst(problems: readonly Problem[], rent: RentLeft | undefined): Problem[] {
  return problems.map((problem) => {
    if (rent === undefined || problem.code !== 'deductions.notSeenTwice') return problem;
    return { ...problem, code: 'joint.costIsRent', facts: { contract: rent.contract, due: rent.due } };
  });
}

/**
 * What keeps an owner from booking his part of a cost: a day before the keeper paid it, or land rent that a
 * contract of his own has charged already, or of which it leaves less, unless he says why it is no second
 * time. Codes `joint.costBefore`, `joint.costCharged`, `joint.costAboveRent`, `policy.reasonTooShort`.
 * @param rent undefined where he has no contract of such rent
 */
export function takingProblems(
  { postedOn, twiceReason = '' }: { readonly postedOn: CalendarDay; readonly twiceReason?: string },
  { paidOn, amount }: { readonly paidOn: CalendarDay; readonly amount: Fen },
  rent: RentLeft | undefined,
): Problem[] {
  const early = { code: 'joint.costBefore', field: 'postedOn', value: postedOn, facts: { paidOn } };
  const problems: Problem[] = postedOn < paidOn ? [early] : [];
  if (rent === undefined || !isBesideRent(amount, rent)) return problems;
  if (twiceReason.trim() !== '') return [...problems, ...shortReasonProblems({ twiceReason })];
  const { contract, due } = rent;
  const facts = { contract, due, amount, excess: amount - due };
  const above = { code: 'joint.costAboveRent', field: 'twiceReason', facts };
  return [...problems, due > 0n ? above : { code: 'joint.costCharged', field: 'twiceReason' }];
}
