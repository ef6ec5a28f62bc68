import type { Problem } from '../shared/problem';
import type { Majority, MajorityShare } from './route';

/**
 * A vote as its record counts it, in whole people: who may vote, who came, and how those who came voted.
 */
export interface MeetingCounts {
  readonly due: number;
  readonly present: number;
  readonly inFavour: number;
  readonly against: number;
  readonly abstained: number;
}

/**
 * Why a vote does not decide. Counts that do not add up are refused first; quorum and votes are then both
 * judged, exactly, by cross-multiplying. `facts` name how many were needed (`needed`) and of how many
 * (`base`).
 * Source: Law on Rural Collective Economic Organizations art. 28 (more than twenty representatives, of whom
 * two thirds agree);
 * Organic Law of Villagers' Committees art. 26 (two thirds attend, more than half of those present agree).
 * The shares are data of the route.
 * @returns problems `approvals.countsDoNotAddUp`, `approvals.tooFewDue`, `approvals.noQuorum`,
 *   `approvals.noMajority`
 */
export function meetingProblems(
  { majority, fewestDue = 0 }: { readonly majority: Majority; readonly fewestDue?: number | undefined },
  counts: MeetingCounts,
): Problem[] {
  const unsound = countProblems(counts);
  if (unsound.length > 0) return unsound;
  const { due } = counts;
  if (due < fewestDue)
    return [{ code: 'approvals.tooFewDue', field: 'due', value: String(due), facts: { needed: fewestDue } }];
  const { quorum, inFavour } = majority;
  const problems: Problem[] = [];
  if (quorum !== undefined && !isReached(quorum, counts.present, counts)) {
    const facts = { present: counts.present, needed: neededVotes(quorum, counts), base: counts[quorum.of] };
    problems.push({ code: 'approvals.noQuorum', field: 'present', value: String(counts.present), facts });
  }
  if (!isReached(inFavour, counts.inFavour, counts)) {
    const facts = {
      inFavour: counts.inFavour,
      needed: neededVotes(inFavour, counts),
      base: counts[inFavour.of],
    };
    problems.push({ code: 'approvals.noMajority', field: 'inFavour', value: String(counts.inFavour), facts });
  }
  return problems;
}

/** The fewest people with whom a share of the counts is reached. */
export function neededVotes({ share, bound, of }: MajorityShare, counts: MeetingCounts): number {
  const exact = share.numerator * BigInt(counts[of]);
  const whole = exact / share.denominator;
  const isWhole = exact % share.denominator === 0n;
  return Number(bound === 'at_least' && isWhole ? whole : whole + 1n);
}

function isReached({ share, bound, of }: MajorityShare, people: number, counts: MeetingCounts): boolean {
  const have = BigInt(people) * share.denominator;
  const want = BigInt(counts[of]) * share.numerator;
  return bound === 'at_least' ? have >= want : have > want;
}

/**
 * Whole people, none negative; somebody may vote; no more came than may; the votes of those who came are
 * all counted.
 */
function countProblems(counts: MeetingCounts): Problem[] {
  const { due, present, inFavour, against, abstained } = counts;
  const refuse = (field: string, value: number): Problem => {
    const facts = { due, present, inFavour, against, abstained };
    return { code: 'approvals.countsDoNotAddUp', field, value: String(value), facts };
  };
  const fractional = Object.entries({ due, present, inFavour, against, abstained }).filter(
    ([, count]) => !Number.isSafeInteger(count) || count < 0,
  );
  if (fractional.length > 0) return fractional.map(([field, count]) => refuse(field, count));
  if (due === 0) return [refuse('due', due)];
  if (present > due) return [refuse('present', present)];
  return inFavour + against + abstained === present ? [] : [refuse('inFavour', inFavour)];
}
