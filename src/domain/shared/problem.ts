import { DomainError, type Facts } from './domain-error';

/**
 * One thing wrong with what a person typed: where, what stood there, and the code whose sentence says what
 * would be right.
 */
export interface Problem {
  readonly code: string;
  /**
   * Path of the field in the form, for example `readingTo` or `funds.2.amount`; empty for the form as a
   * whole.
   */
  readonly field: string;
  /** What was typed, repeated to the person who typed it. */
  readonly value?: string;
  readonly facts?: Facts;
}

/** All problems of one form at once. Nothing of the form was saved. */
export class FormProblems extends DomainError {
  constructor(readonly problems: readonly Problem[]) {
    super('form.problems', { count: problems.length });
    this.name = 'FormProblems';
  }
}

/** Refuses a form that has problems, with all of them. */
export function refuseProblems(problems: readonly Problem[]): void {
  if (problems.length > 0) throw new FormProblems(problems);
}
