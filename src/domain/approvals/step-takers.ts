import type { Step, StepRole } from './route';

/** Whether somebody took a step as his own, or for a village in which nobody is what the step asks for. */
export type TakenAs = 'own' | 'standsIn';

const TOWNSHIP = ['reviewer', 'approver', 'township'];

/** Who of a village takes a step of its own; its bookkeeper is in each village what its accountant is. */
const OF_VILLAGE: Readonly<Partial<Record<StepRole, readonly string[]>>> = {
  village_reporter: ['reporter', 'accountant', 'bookkeeper'],
  village_accountant: ['accountant', 'bookkeeper'],
  village_leader: ['leader'],
  supervision_committee: ['supervisor'],
};

/** Who of an office above takes a step; who is `township` reviews and approves. */
const OF_OFFICES: Readonly<Partial<Record<StepRole, readonly string[]>>> = {
  township_reviewer: ['reviewer', 'township'],
  township_approver: ['approver', 'township'],
  county: ['county'],
};

/** Whose a step is; unsaid, a village's is that of its books, a review its office's. */
export function roleOf(step: Step): StepRole {
  if (step.role !== undefined) return step.role;
  if (step.kind !== 'review' || step.office === 'supervision') return 'village_accountant';
  return step.office === 'county' ? 'county' : 'township_approver';
}

/** Whether a step is filed with the county. */
export function isCountyFiling(step: Step): boolean {
  return step.kind === 'filing' && step.office === 'county';
}

/**
 * Whether a county files a step itself, under its own number: one of which anybody is in the program. For
 * any other the township enters the number that the county gave on paper.
 */
export function filesCountyItself(step: Step, there: readonly string[]): boolean {
  return isCountyFiling(step) && there.includes('county');
}

/** Whether somebody of a village takes a step, and not of an office above. */
export function isOfVillage(role: StepRole): boolean {
  return OF_VILLAGE[role] !== undefined;
}

/**
 * As what somebody takes a step: it is his by its role; what is filed with a county that uses the program is
 * the county's alone, whatever the role; and where nobody of the village is what the step asks for, the
 * township takes it in its place.
 * Source: product decision (a village with one officer escalates to the township instead of getting stuck).
 * @param held what he is in the village, and in the offices above it
 * @param there every role that anybody holds in the village on that day, and `county` where anybody is of the
 *   county's office
 * @returns undefined where it is not his
 */
export function takenAs(step: Step, held: readonly string[], there: readonly string[]): TakenAs | undefined {
  const role = roleOf(step);
  const isOneOf = (roles: readonly string[] = []): boolean => roles.some((each) => held.includes(each));
  if (filesCountyItself(step, there)) return held.includes('county') ? 'own' : undefined;
  if (isOneOf(OF_VILLAGE[role]) || isOneOf(OF_OFFICES[role])) return 'own';
  return standsTownshipIn(step, there) && isOneOf(TOWNSHIP) ? 'standsIn' : undefined;
}

/** Whether the township takes a step of a village's because nobody there could. */
export function standsTownshipIn(step: Step, there: readonly string[]): boolean {
  const own = OF_VILLAGE[roleOf(step)];
  return own !== undefined && !own.some((each) => there.includes(each));
}

/**
 * Whether an office speaks for the village's supervisors, as it has none: whether they agree or not, it needs
 * what their route asks for, signatures and papers as files, so that no officer says it alone.
 */
export function speaksForSupervisors(step: Step, as: TakenAs | null): boolean {
  return step.kind === 'review' && step.office === 'supervision' && as === 'standsIn';
}

/** What those are who take a step of a village: of it, of an office above, or the township in its place. */
export function rolesTaking(step: Step, there: readonly string[]): readonly string[] {
  if (filesCountyItself(step, there)) return OF_OFFICES.county ?? [];
  return standsTownshipIn(step, there) ? TOWNSHIP : ownTakers(step);
}

function ownTakers(step: Step): readonly string[] {
  const role = roleOf(step);
  return OF_VILLAGE[role] ?? OF_OFFICES[role] ?? [];
}

/** What those are who sign a step that asks for several: what the step asks for, nobody stands in. */
export function rolesSigning(step: Step): readonly string[] {
  return ownTakers(step);
}

/** Whether somebody signs a step that asks for several. */
export function maySign(step: Step, held: readonly string[]): boolean {
  return rolesSigning(step).some((each) => held.includes(each));
}

/** Whether somebody notes who signed on paper: who keeps the village's books, or the township for it. */
export function mayNoteSignatures(held: readonly string[]): boolean {
  return [...(OF_VILLAGE.village_accountant ?? []), ...TOWNSHIP].some((each) => held.includes(each));
}

/**
 * Who had a hand in what is reviewed: who noted or decided a step of it, but not who only stood in for a
 * village that has nobody for it, or a township of one officer could never review it.
 */
export function tookPart(
  decisions: readonly { readonly decidedBy: string; readonly takenAs: TakenAs | null }[],
): string[] {
  return decisions.filter(({ takenAs: as }) => as !== 'standsIn').map(({ decidedBy }) => decidedBy);
}
