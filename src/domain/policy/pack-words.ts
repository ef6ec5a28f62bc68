/**
 * How hard a rule presses: `block` stops the step, `warn` lets it go on with a written reason that the
 * notice prints, `target` is shown and never stops anything.
 */
export const FORCES = ['block', 'warn', 'target'] as const;
export type Force = (typeof FORCES)[number];

/** Who settles what the document leaves open. */
export const DECIDERS = ['county', 'village'] as const;
export type Decider = (typeof DECIDERS)[number];

/** In what a number of a pack counts; a `share` is a part of one, a `day` a date. */
export const UNITS = ['share', 'yuan', 'days', 'working_days', 'months', 'count', 'day'] as const;
export type Unit = (typeof UNITS)[number];
