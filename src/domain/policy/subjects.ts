/**
 * The records a pack may judge, and the facts each step hands in about them. A step hands in plain text by
 * these names;
 * a rule may use no other.
 * Kinds: `amount` yuan or a count as a plain decimal (`1260.00`); `pool`, `bucket`, `deduction` ids of the
 * pack;
 * `group` a code of one of the pack's word lists, or any other code for people outside them.
 */
export const SUBJECTS = {
  /**
   * A distribution plan as a whole. `planned_named`: in uses the document names. `planned_target`: to the
   * target group.
   */
  plan: {
    pool: 'pool',
    distributable: 'amount',
    planned: 'amount',
    planned_named: 'amount',
    planned_target: 'amount',
  },
  /**
   * One line of a plan. `recipients`: the group its money goes to, when everybody paid from it belongs to
   * one.
   */
  plan_line: { pool: 'pool', bucket: 'bucket', amount: 'amount', recipients: 'group' },
  /** One cost taken off before distribution. */
  deduction: { pool: 'pool', kind: 'deduction', amount: 'amount' },
  /** One claim granted against a plan line. `line_left`: what the line still holds before this grant. */
  grant: { pool: 'pool', bucket: 'bucket', amount: 'amount', line_left: 'amount', recipients: 'group' },
} as const;

export type Subject = keyof typeof SUBJECTS;
export type FactKind = 'amount' | 'pool' | 'bucket' | 'deduction' | 'group';

/**
 * What a step knows about one record; a fact that is absent or empty leaves the rules that need it
 * undecided.
 */
export type PlainFacts = Readonly<Record<string, string | undefined>>;

/** Every kind of record a rule may be for. */
export const SUBJECT_NAMES = [
  'plan',
  'plan_line',
  'deduction',
  'grant',
] as const satisfies readonly Subject[];

/** The kind of a fact of a subject, or undefined when the subject has no such fact. */
export function factKind(subject: Subject, fact: string): FactKind | undefined {
  const facts: Readonly<Record<string, FactKind>> = SUBJECTS[subject];
  return Object.hasOwn(facts, fact) ? facts[fact] : undefined;
}
