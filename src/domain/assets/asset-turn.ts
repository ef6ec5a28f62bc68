import { type CalendarDay, type Month, monthOf } from '../calendar/calendar-day';
import { privateNumberProblems } from '../shared/private-number';
import type { Problem } from '../shared/problem';
import { readDay } from '../shared/typed-fields';
import {
  isLeaving,
  LEAVING_GROUNDS,
  type LeavingGround,
  type StandingEvent,
  standstillOf,
  TURN_WAYS,
  type TurnWay,
} from './asset-life';
import type { Custody } from './custody';
import type { DepartingLease } from './departure';
import { ASSET_USES, type AssetUse } from './depreciation';

/** A turn as typed. */
export interface TurnForm {
  readonly turnWay: string;
  readonly happenedOn: string;
  /** Why it is put to another use or stands still. */
  readonly ground: string;
  /** What it is for from that day on, where it is put to another use. */
  readonly newUse: string;
  /** Which expense bears its depreciation from the next month on; blank where that stays. */
  readonly use: string;
  /** Needed where the ground is another one. */
  readonly turnReason: string;
  readonly paper: string;
  /** The bodies that decided, by their function. */
  readonly approvedBy: string;
}

/** A turn that was read. */
export interface AssetTurn {
  readonly way: TurnWay;
  readonly happenedOn: CalendarDay;
  readonly ground: LeavingGround | null;
  readonly newUse: string;
  /** Where the expense changes that bears its depreciation. */
  readonly use: AssetUse | null;
  readonly reason: string;
  readonly paper: string;
  readonly approvedBy: string;
}

/** What a turn is held against. */
export interface TurnFacts {
  readonly asset: { readonly name: string; readonly acquiredOn: CalendarDay };
  readonly today: CalendarDay;
  /** What happened to it and stands, in the order of its days. */
  readonly events: readonly StandingEvent[];
  readonly leases: readonly Pick<DepartingLease, 'number' | 'tenant' | 'firstOn' | 'lastOn'>[];
  readonly custodies: readonly Pick<Custody, 'firstOn' | 'lastOn'>[];
  /** The last day for which something it earned is booked, and the last month of which a slip stands. */
  readonly earnedUntil?: CalendarDay | undefined;
  readonly settledUntil: Month | undefined;
  /** Which expense bears what it loses now; undefined where it has no terms of depreciation. */
  readonly use?: AssetUse | undefined;
}

/**
 * Reads what was decided about an asset that stays, or says everything that is wrong with it. Neither way
 * touches the books: what stands still goes on losing its value, which is unconfirmed (domain facts §5). It
 * stands still once nobody leases it, the village keeps it for nobody, and nothing it earned lies behind.
 * @returns problems `form.*`, `calendar.notADay`, `turn.*`, `assetLife.left`, `assetLife.notYet`,
 *   `assetLife.beforeAsset`, `assetLife.laterExists`, `assetLife.earnedBeyond`, `departure.settledLater`
 */
export function readTurn(
  form: TurnForm,
  facts: TurnFacts,
): { readonly turn: AssetTurn; readonly problems: Problem[] } {
  const problems: Problem[] = leftProblems(facts);
  const way = TURN_WAYS.find((each) => each === form.turnWay);
  if (way === undefined) problems.push({ code: 'form.notAllowed', field: 'turnWay', value: form.turnWay });
  const day = readDay({ field: 'happenedOn', value: form.happenedOn }, problems);
  if (day !== undefined) problems.push(...dayProblems(day, facts));
  const ground = way === 'resume' ? null : readGround(form.ground, problems);
  if (way !== undefined) problems.push(...stateProblems(way, facts));
  if (way === 'suspend' && day !== undefined) problems.push(...stillProblems(day, facts));
  const use = way === 'convert' ? readUse(form.use, facts, problems) : null;
  const texts = readTexts(form, { way, ground }, problems);
  return { turn: { way: way ?? 'suspend', happenedOn: day ?? facts.today, ground, use, ...texts }, problems };
}

function readGround(typed: string, problems: Problem[]): LeavingGround | null {
  const ground = LEAVING_GROUNDS.find((each) => each === typed);
  if (ground === undefined) problems.push({ code: 'form.notAllowed', field: 'ground', value: typed });
  return ground ?? null;
}

/** What is written of it: into what it is turned, another ground in words, and who decided by which paper. */
function readTexts(
  form: TurnForm,
  { way, ground }: { readonly way: TurnWay | undefined; readonly ground: LeavingGround | null },
  problems: Problem[],
): Pick<AssetTurn, 'newUse' | 'reason' | 'paper' | 'approvedBy'> {
  const newUse = way === 'convert' ? form.newUse.trim() : '';
  const reason = form.turnReason.trim();
  const [paper, approvedBy] = [form.paper.trim(), form.approvedBy.trim()];
  const needed = {
    ...(way === 'convert' ? { newUse } : {}),
    ...(ground === 'other' ? { turnReason: reason } : {}),
    ...{ paper, approvedBy },
  };
  for (const [field, text] of Object.entries(needed))
    if (text === '') problems.push({ code: 'form.missing', field });
  problems.push(...privateNumberProblems({ newUse, turnReason: reason, paper, approvedBy }));
  return { newUse, reason, paper, approvedBy };
}

function leftProblems({ events }: TurnFacts): Problem[] {
  const left = events.find(({ kind }) => isLeaving(kind));
  return left === undefined ? [] : [{ code: 'assetLife.left', field: '', facts: { day: left.happenedOn } }];
}

function dayProblems(day: CalendarDay, { asset, today, events }: TurnFacts): Problem[] {
  const about = { field: 'happenedOn', value: day };
  const last = events.at(-1)?.happenedOn;
  if (day > today) return [{ ...about, code: 'assetLife.notYet', facts: { today } }];
  if (day < asset.acquiredOn)
    return [{ ...about, code: 'assetLife.beforeAsset', facts: { acquired: asset.acquiredOn } }];
  return last !== undefined && day < last
    ? [{ ...about, code: 'assetLife.laterExists', facts: { last } }]
    : [];
}

/** What stands still is not stopped again, and what runs does not begin to run. */
function stateProblems(way: TurnWay, { events }: TurnFacts): Problem[] {
  const { suspendedOn: since } = standstillOf(events);
  if (way === 'suspend' && since !== undefined)
    return [{ code: 'turn.suspended', field: 'turnWay', facts: { since } }];
  return way === 'resume' && since === undefined ? [{ code: 'turn.runs', field: 'turnWay' }] : [];
}

/** Nobody leases what stands still, it is kept for nobody, and it has earned nothing behind that day. */
function stillProblems(day: CalendarDay, facts: TurnFacts): Problem[] {
  const { leases, custodies, earnedUntil, settledUntil } = facts;
  const about = { field: 'happenedOn', value: day };
  const goesOn = ({ firstOn, lastOn }: { firstOn: CalendarDay; lastOn: CalendarDay }): boolean =>
    lastOn > day && firstOn <= lastOn;
  const problems: Problem[] = leases.filter(goesOn).map(({ number, tenant, lastOn }) => {
    return { ...about, code: 'turn.leased', facts: { number, tenant, lastOn } };
  });
  for (const { lastOn } of custodies.filter(goesOn))
    problems.push({ ...about, code: 'turn.kept', facts: { lastOn } });
  if (earnedUntil !== undefined && earnedUntil > day)
    problems.push({ ...about, code: 'assetLife.earnedBeyond', facts: { last: earnedUntil } });
  if (settledUntil !== undefined && settledUntil > monthOf(day))
    problems.push({ ...about, code: 'departure.settledLater', facts: { month: settledUntil } });
  return problems;
}

/** The use of terms there are; nothing where it stays as it is. */
function readUse(typed: string, { use: now }: TurnFacts, problems: Problem[]): AssetUse | null {
  if (typed.trim() === '') return null;
  const use = ASSET_USES.find((each) => each === typed);
  if (use === undefined || now === undefined)
    problems.push({ code: 'form.notAllowed', field: 'use', value: typed });
  return use === undefined || use === now ? null : use;
}

/**
 * What is wrong with the reason why a turn does not hold. Codes `form.missing`, `form.privateNumber`.
 */
export function turnWithdrawalProblems(typed: string): Problem[] {
  const turnWithdrawn = typed.trim();
  const problems: Problem[] = turnWithdrawn === '' ? [{ code: 'form.missing', field: 'turnWithdrawn' }] : [];
  return [...problems, ...privateNumberProblems({ turnWithdrawn })];
}
