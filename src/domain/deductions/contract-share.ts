import type { ShareRun } from '../assets/own-cost';
import { addDays, type CalendarDay } from '../calendar/calendar-day';
import { compareRatios, readRatio, shareText } from '../money/ratio';
import { standingChanges } from '../shared/standing-changes';
import { type CostContract, pricedDays } from './cost-contract';

/** A land rent that goes on with an owner's old share, though the station's table gives him another. */
export interface ShareBehind {
  /** The first day on which the contract can take the new share. */
  readonly from: CalendarDay;
  /** The first day of the table. */
  readonly since: CalendarDay;
  /** The share that the contract has then, and the one that the table gives. */
  readonly agreed: string;
  readonly byTable: string;
}

/**
 * Where a contract's land rent is behind the share tables of its station: the first span of one share, up to
 * a day, that the contract has otherwise and nobody has said anything about. Days that are charged stay as
 * they were charged, and no change is said before an earlier one. A change of the share on the days of a
 * table answers for that table, whatever it says: the village may have agreed on a share of its own.
 * Source: product decision "Joint stations" (money and cost travel by the dated table); that land rent goes
 * with them is unconfirmed, so a person takes the share over and names the paper.
 * @param runs the owner's shares as the tables give them, in the order of their days
 */
export function shareBehind(
  contract: CostContract,
  runs: readonly ShareRun[],
  until: { readonly upTo: CalendarDay; readonly chargedTo: CalendarDay | undefined },
): ShareBehind | undefined {
  const days = pricedDays(contract);
  const changes = standingChanges(contract.changes);
  const lastSaid = days.at(-1)?.from ?? contract.validFrom;
  const open = until.chargedTo === undefined ? lastSaid : later(lastSaid, addDays(until.chargedTo, 1));
  // The share of the first table is the one that the contract was signed with.
  for (const [index, { from: since, share }] of runs.slice(1).entries()) {
    const next = runs[index + 2]?.from;
    const ends = next === undefined || next > until.upTo ? until.upTo : addDays(next, -1);
    const from = later(since, open);
    const isSaid = changes.some(
      ({ kind, effectiveOn: on }) => kind === 'share' && since <= on && (next === undefined || on < next),
    );
    if (isSaid || from > ends) continue;
    const priced = days.filter((each) => each.from <= ends && (each.to === undefined || each.to >= from));
    for (const { term } of priced) {
      if (term.type !== 'landRent' || term.ownShare === undefined) continue;
      if (compareRatios(readRatio(term.ownShare), share) === 0) continue;
      return { from, since, agreed: term.ownShare, byTable: shareText(share) };
    }
  }
  return undefined;
}

function later(one: CalendarDay, other: CalendarDay): CalendarDay {
  return one > other ? one : other;
}
