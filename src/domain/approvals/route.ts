import type { Ratio } from '../money/ratio';

/** Whose majority a meeting needs: the collective organization's law, or the village committee's. */
export const BODY_LAWS = ['collective_organization', 'village_committee'] as const;
export type BodyLaw = (typeof BODY_LAWS)[number];

/**
 * By which law one step is held: its route's, or the Party's own rules, by which its members meet. What the
 * Party's members agree to decides nothing for the village.
 */
export const STEP_LAWS = [...BODY_LAWS, 'party_rules'] as const;
export type StepLaw = (typeof STEP_LAWS)[number];

/** What shows that a step was held. */
export const EVIDENCE = [
  'minutes',
  'attendance',
  'resolution',
  'photo',
  'signed_paper',
  'display_photo',
  'filing_receipt',
] as const;
export type Evidence = (typeof EVIDENCE)[number];

/** Whose business a step is, as the county has divided it. */
export const STEP_ROLES = [
  'village_reporter',
  'village_accountant',
  'village_leader',
  'supervision_committee',
  'township_reviewer',
  'township_approver',
  'county',
] as const;
export type StepRole = (typeof STEP_ROLES)[number];

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

/** How many of how many people have to sign a step, each once, for the same bytes. */
export interface Signers {
  readonly needed: number;
  readonly among: number;
}

interface StepFacts {
  readonly id: string;
  readonly name: string;
  readonly basis: readonly Basis[];
  readonly law: StepLaw;
  /** What has to be kept with it; none is asked for where the list is empty. */
  readonly evidence: readonly Evidence[];
  readonly role: StepRole | undefined;
  readonly signers: Signers | undefined;
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
  /** Of how many at least the law wants the body to be; undefined where it says nothing of it. */
  readonly fewestDue: number | undefined;
  /** For how many days before it the papers have to be out. */
  readonly noticeDays: number | undefined;
  /** Whether the day on which they were put out is one of these days: of a period set by law it is not. */
  readonly noticeFirstDayCounts: boolean;
}

/**
 * The village's own supervision committee, or an office above, looks the plan through: it approves it or
 * returns it with a reason. What the committee found is noted by its signed paper.
 */
export const REVIEWERS = ['supervision', 'township', 'county'] as const;

export interface ReviewStep extends StepFacts {
  readonly kind: 'review';
  readonly office: (typeof REVIEWERS)[number];
}

/** What was decided is filed with an office above, which gives it a number. It decides nothing. */
export interface FilingStep extends StepFacts {
  readonly kind: 'filing';
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

export type Step = DeliberationStep | MeetingStep | ReviewStep | PublicityStep | FilingStep;

/** Whether somebody of an office above takes a step, in the program and under a name of their own. */
export function isOfficeReview(step: Step): step is ReviewStep {
  return step.kind === 'review' && step.office !== 'supervision';
}

/** Whether the village's body decides here: a meeting by one of the two laws, not the Party's own. */
export function isVillageMeeting(step: Step): step is MeetingStep {
  return step.kind === 'meeting' && step.law !== 'party_rules';
}

/** Whether what hangs out here is what came of it once it was carried out. */
export function isResult(step: Step | undefined): boolean {
  return step?.kind === 'publicity' && step.of === 'result';
}

/** The ordered steps by which a plan is decided. The order is the county's: it is data. */
export interface Route {
  readonly id: string;
  readonly name: string;
  readonly law: BodyLaw;
  readonly steps: readonly Step[];
}
