import type { PayCheckFinding } from './pay-checks';

/** A reason, and the people about whom was asked; undefined where it answers for the whole list. */
export interface GivenReason {
  readonly reason: string;
  readonly about: ReadonlySet<string> | undefined;
}

/** The reason that answers a finding; blank where none was given, or for other people alone. */
export function reasonOf(
  { memberIds }: Pick<PayCheckFinding, 'memberIds'>,
  given: GivenReason | undefined,
): string {
  if (given === undefined) return '';
  const { reason, about } = given;
  return about === undefined || memberIds.every((id) => about.has(id)) ? reason.trim() : '';
}

/** What of the findings still wants a reason: of those that ask, the ones that nobody has answered. */
export function unanswered<Finding extends Pick<PayCheckFinding, 'grade'> & { readonly reason: string }>(
  findings: readonly Finding[],
): Finding[] {
  return findings.filter(({ grade, reason }) => grade === 'ask' && reason.trim() === '');
}
