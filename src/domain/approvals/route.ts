import type { Ratio } from '../money/ratio';

/** Whose majority a meeting needs: the collective organization's law, or the village committee's. */
export const BODY_LAWS = ['collective_organization', 'village_committee'] as const;
export type BodyLaw = (typeof BODY_LAWS)[number];

/**
 * How sure a cited rule is: `full_text` the statute was read, `excerpt` only its opening or a report of it,
 * `derived` reckoned from published notices, `unconfirmed` nobody has seen its text yet. Pages print it.
 */
export const CONFIRMATIONS = ['full_text', 'excerpt', 'derived', 'unconfirmed'] as const;
export type Confirmation = (typeof CONFIRMATIONS)[number];

/** What a step rests on. */
export interface Basis {
  readonly source: string;
  readonly article: string | undefined;
  readonly confirmed: Confirmation;
  readonly says: string;
}

/**
 * A share that has to be reached (`at_least`) or passed (`more_than`): of all who may vote (`due`), or of
 * those present.
 */
export interface MajorityShare {
  readonly share: Ratio;
  readonly bound: 'at_least' | 'more_than';
  readonly of: 'due' | 'present';
}

/** How many have to be there, where the law says so apart from the votes, and how many have to agree. */
export interface Majority {
  readonly quorum: MajorityShare | undefined;
  readonly inFavour: MajorityShare;
}

interface StepFacts {
  readonly id: string;
  readonly name: string;
  readonly basis: readonly Basis[];
}

/** A body talks it over; that it did, on which day and by which minutes, is what is noted. */
export interface DeliberationStep extends StepFacts {
  readonly kind: 'deliberation';
  /** Code of the body, for example `party_branch`. */
  readonly body: string;
}

/** A body meets and votes; its counts decide. */
export interface MeetingStep extends StepFacts {
  readonly kind: 'meeting';
  /** Code of the body, for example `village_representatives`. */
  readonly body: string;
  readonly majority: Majority;
  /** Days before the meeting on which its papers have to be out. */
  readonly noticeDays: number | undefined;
}

/** An office looks the plan through; one of its people approves it or returns it with a reason. */
export interface ReviewStep extends StepFacts {
  readonly kind: 'review';
  readonly office: 'township' | 'county';
}

/** What hangs out: what was decided, or what came of it once it was carried out. */
export const PUBLISHED = ['decision', 'result'] as const;

/** The sheet hangs on the wall for a number of days. */
export interface PublicityStep extends StepFacts {
  readonly kind: 'publicity';
  readonly of: (typeof PUBLISHED)[number];
  readonly days: number;
  readonly firstDayCounts: boolean;
}

export type Step = DeliberationStep | MeetingStep | ReviewStep | PublicityStep;

/** The ordered steps by which a plan is decided. The order is the county's: it is data. */
export interface Route {
  readonly id: string;
  readonly name: string;
  readonly law: BodyLaw;
  readonly steps: readonly Step[];
}
