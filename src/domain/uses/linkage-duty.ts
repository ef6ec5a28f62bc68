import type { CalendarDay } from '../calendar/calendar-day';
import { type Fen, plainYuan } from '../money/fen';
import type { PlainFacts } from '../policy/subjects';
import type { IndustryProject } from './industry';

/** Households of this status count for the duty of a project: DC 四(二) speaks of 脱贫户 alone. */
export const COUNTED_STATUS = 'lifted_out';

/** A household that a project carries along: what it was when it was named, and until when. */
export interface LinkedHousehold {
  readonly householdId: string;
  readonly linkedOn: string;
  readonly status: string | undefined;
  readonly endedOn: string | undefined;
}

/** A project with whom it carries along, and the funds for which its document wants one household. */
export interface LinkingProject extends Pick<IndustryProject, 'name' | 'fund' | 'promised'> {
  readonly id: string;
  readonly links: readonly LinkedHousehold[];
  /** Fen; undefined where no document says it. */
  readonly perHousehold: Fen | undefined;
}

/** What a project promised, what it carries along on a day, and what its document asks, in households. */
export interface LinkageDuty {
  readonly promised: number;
  /** All of them, each once. */
  readonly linked: number;
  /** Those who count for the document, here and for no other project. */
  readonly counted: number;
  /** Those who would count here and count for another project, with its name. */
  readonly elsewhere: readonly { readonly householdId: string; readonly project: string }[];
  /** The funds over the document's sum a household, rounded up: whether a part counts it does not say. */
  readonly needed: number | undefined;
}

/**
 * How projects stand on a day, by their ids. Every part of a document's sum asks for one household (strict),
 * and a household counts for one project: the one that named it first and still wants households then; where
 * none of its projects wants any more, the first. Source: DC 四(二), 每 5 万元带动 1 户.
 */
export function linkageDuties(
  projects: readonly LinkingProject[],
  on: CalendarDay,
): ReadonlyMap<string, LinkageDuty> {
  const countedAt = countedFor(projects, on);
  return new Map(projects.map((project) => [project.id, dutyOf(project, { on, countedAt })]));
}

function dutyOf(
  project: LinkingProject,
  given: { readonly on: CalendarDay; readonly countedAt: ReadonlyMap<string, LinkingProject> },
): LinkageDuty {
  const there = thereOf(project, given.on);
  const helped = householdsOf(there.filter(isCounted));
  const elsewhere = helped.flatMap((householdId) => {
    const other = given.countedAt.get(householdId);
    return other === undefined || other.id === project.id ? [] : [{ householdId, project: other.name }];
  });
  return {
    ...{ promised: project.promised, linked: householdsOf(there).length, elsewhere },
    counted: helped.length - elsewhere.length,
    needed: neededBy(project),
  };
}

/** For which project each household counts. */
function countedFor(projects: readonly LinkingProject[], on: CalendarDay): Map<string, LinkingProject> {
  const named = projects
    .flatMap((project) =>
      thereOf(project, on)
        .filter(isCounted)
        .map(({ householdId, linkedOn }) => ({ householdId, linkedOn, project })),
    )
    .sort((one, other) => one.linkedOn.localeCompare(other.linkedOn));
  const counted = new Map<string, LinkingProject>();
  const taken = new Map<string, number>();
  for (const { householdId, project } of named) {
    const there = taken.get(project.id) ?? 0;
    if (counted.has(householdId) || there >= (neededBy(project) ?? 0)) continue;
    counted.set(householdId, project);
    taken.set(project.id, there + 1);
  }
  for (const { householdId, project } of named)
    if (!counted.has(householdId)) counted.set(householdId, project);
  return counted;
}

function neededBy({ fund, perHousehold: per }: LinkingProject): number | undefined {
  return per === undefined ? undefined : Number((fund + per - 1n) / per);
}

function thereOf({ links }: LinkingProject, on: CalendarDay): LinkedHousehold[] {
  return links.filter(({ linkedOn, endedOn }) => linkedOn <= on && (endedOn === undefined || endedOn > on));
}

function isCounted({ status }: LinkedHousehold): boolean {
  return status === COUNTED_STATUS;
}

function householdsOf(links: readonly LinkedHousehold[]): string[] {
  return [...new Set(links.map(({ householdId }) => householdId))];
}

/** What a document may say of an industry project. Source: DC-IV2. */
export function industryFacts({ fund }: Pick<IndustryProject, 'fund'>, { counted }: LinkageDuty): PlainFacts {
  return { fund_amount: plainYuan(fund), households: String(counted) };
}
