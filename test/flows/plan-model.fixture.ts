import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { addDays } from '../../src/domain/calendar/calendar-day';

/** A share of a route as its file writes it, `2/3`. */
interface Share {
  readonly share: string;
  readonly bound: 'at_least' | 'more_than';
  readonly of: 'due' | 'present';
}

/** A step of a route as its file writes it, read by nothing of the program. */
export interface ModelStep {
  readonly id: string;
  readonly kind: 'deliberation' | 'meeting' | 'review' | 'publicity' | 'filing';
  readonly office?: 'supervision' | 'township' | 'county';
  readonly role?: string;
  readonly evidence?: readonly string[];
  readonly signers?: { readonly needed: number; readonly among: number };
  readonly majority?: { readonly quorum?: Share; readonly in_favour: Share };
  readonly notice_days?: number;
  readonly notice_first_day_counts?: boolean;
  readonly days?: number;
  readonly first_day_counts?: boolean;
}

export function stepsIn(routeId: string): readonly ModelStep[] {
  const file = join(__dirname, '../../seeds/routes', `${routeId}.yaml`);
  return (parse(readFileSync(file, 'utf8')) as { readonly steps: readonly ModelStep[] }).steps;
}

/** Somebody, by what he is in the village and above it. */
export interface ModelPerson {
  readonly userId: string;
  readonly name: string;
  readonly roles: readonly string[];
}

export interface Votes {
  readonly due: number;
  readonly present: number;
  readonly inFavour: number;
  readonly against: number;
  readonly abstained: number;
}

export interface TakenStep {
  readonly id: string;
  readonly by: string;
  /** Nobody stands in who was what the step asks for. */
  readonly isOwn: boolean;
  readonly heldOn: string;
  readonly until?: string;
  /** How it ended the plan; else it passed. */
  readonly outcome?: 'returned' | 'refused';
}

export interface ModelSignature {
  readonly id: string;
  readonly stepId: string;
  readonly name: string;
  /** Who may take it back: who signed under his own name, or noted who signed on paper. */
  readonly owner: string;
}

export interface ModelSheet {
  readonly noticeId: string;
  readonly from: string;
  readonly displays: { readonly number: number; readonly on: string; downOn?: string }[];
  readonly objections: { readonly id: string; answered: boolean }[];
}

export type ModelState = 'drafted' | 'submitted' | 'approved' | 'returned' | 'voided' | 'replaced';

/** A plan as the documents say it: a state, the steps taken of its route, who signed the next one. */
export interface ModelPlan {
  readonly id: string;
  readonly of: 'period' | 'year';
  readonly steps: readonly ModelStep[];
  readonly drafter: ModelPerson;
  readonly draftedOn: string;
  /** Its period. */
  readonly from: string;
  readonly to: string;
  readonly amount: number;
  state: ModelState;
  digest: string;
  readonly taken: TakenStep[];
  readonly signatures: ModelSignature[];
  sheet?: ModelSheet;
}

/** The step that comes next of a plan that is under way. */
export function nextOf({ state, steps, taken }: ModelPlan): ModelStep | undefined {
  return state === 'submitted' || state === 'approved' ? steps[taken.length] : undefined;
}

/** Approved once everything is done but what is filed at the end and the publicity before that. */
export function isApprovedBySteps({ steps, taken }: Pick<ModelPlan, 'steps' | 'taken'>): boolean {
  let count = steps.length;
  while (steps[count - 1]?.kind === 'filing') count -= 1;
  if (steps[count - 1]?.kind === 'publicity') count -= 1;
  return taken.length >= count;
}

/** Whether the program publishes the step's sheet itself: the first publicity of a plan. */
export function isSheetStep({ steps }: ModelPlan, step: ModelStep): boolean {
  return steps.find(({ kind }) => kind === 'publicity')?.id === step.id;
}

export const isOffice = (step: ModelStep): boolean => step.kind === 'review' && step.office !== 'supervision';

const OF_ROLE: Readonly<Record<string, readonly string[]>> = {
  village_reporter: ['reporter', 'accountant'],
  village_accountant: ['accountant'],
  village_leader: ['leader'],
  supervision_committee: ['supervisor'],
  township_reviewer: ['reviewer', 'township'],
  township_approver: ['approver', 'township'],
  county: ['county'],
};
const VILLAGES = ['village_reporter', 'village_accountant', 'village_leader', 'supervision_committee'];
const TOWNSHIP = ['reviewer', 'approver', 'township'];
const POSTS = ['reporter', 'accountant', 'cashier', 'leader', 'supervisor'];

const isOne = ({ roles }: ModelPerson, of: readonly string[]): boolean =>
  of.some((role) => roles.includes(role));

export function roleOf(step: ModelStep): string {
  if (step.role !== undefined) return step.role;
  return isOffice(step) ? (step.office === 'county' ? 'county' : 'township_approver') : 'village_accountant';
}

/** Whether a step is the county's alone, in its own book: where anybody is of the county. */
export function isCountysOwn(step: ModelStep, people: readonly ModelPerson[]): boolean {
  const isWithCounty = step.kind === 'filing' && step.office === 'county';
  return isWithCounty && people.some((each) => isOne(each, ['county']));
}

/** As what somebody takes a step; nobody of the village being that, the township stands in. */
export function takesAs(
  step: ModelStep,
  person: ModelPerson,
  people: readonly ModelPerson[],
): 'own' | 'standsIn' | undefined {
  const wanted = OF_ROLE[roleOf(step)] ?? [];
  if (isCountysOwn(step, people)) return undefined;
  if (isOne(person, wanted)) return 'own';
  const isNobodys = VILLAGES.includes(roleOf(step)) && !people.some((each) => isOne(each, wanted));
  return isNobodys && isOne(person, TOWNSHIP) ? 'standsIn' : undefined;
}

/** Whether the township would say what the village's supervisors say, as there are none. */
export function speaksForSupervisors(
  step: ModelStep,
  person: ModelPerson,
  people: readonly ModelPerson[],
): boolean {
  return step.kind === 'review' && !isOffice(step) && takesAs(step, person, people) === 'standsIn';
}

/** Whether a person may sign a step himself, and whether he may note who signed on paper. */
export const maySign = (step: ModelStep, person: ModelPerson): boolean =>
  isOne(person, OF_ROLE[roleOf(step)] ?? []);
export const mayNote = (person: ModelPerson): boolean => isOne(person, ['accountant', ...TOWNSHIP]);

/** Who gets to ask at all, by what is asked. */
const ASKERS = {
  books: ['accountant'],
  filings: ['county'],
  steps: ['accountant', 'reporter', 'leader', 'supervisor', ...TOWNSHIP, 'county'],
  reviews: [...TOWNSHIP, 'county'],
  objections: ['accountant', 'township', 'reviewer'],
} as const;

/** Why somebody is not let in to ask. */
export function doorReasons(what: keyof typeof ASKERS, person: ModelPerson): string[] {
  return isOne(person, ASKERS[what]) ? [] : ['door'];
}

/** What votes lack: counts that add up, who came, who agreed; in whole people, by cross-multiplying. */
export function voteReasons(step: ModelStep, votes: Votes): string[] {
  const { due, present, inFavour, against, abstained } = votes;
  if (due === 0 || present > due || inFavour + against + abstained !== present) return ['votes'];
  return decides(step, votes) ? [] : ['votes'];
}

/** What keeps votes from having failed: they decide, or do not add up; nobody votes where too few came. */
export function failedReasons(step: ModelStep, votes: Votes): string[] {
  const { due, present, inFavour, against, abstained } = votes;
  const cast = inFavour + against + abstained;
  if (due === 0 || present > due) return ['votes'];
  if (cast === 0 && present > 0) return decides(step, { ...votes, inFavour: present }) ? ['votes'] : [];
  return cast !== present || decides(step, votes) ? ['votes'] : [];
}

function decides({ majority }: ModelStep, votes: Votes): boolean {
  const { present, inFavour } = votes;
  const reaches = (have: number, { share, bound, of }: Share): boolean => {
    const [part = 0, whole = 1] = share.split('/').map(Number);
    const [left, right] = [have * whole, votes[of] * part];
    return bound === 'at_least' ? left >= right : left > right;
  };
  const { quorum, in_favour: favour } = majority ?? {};
  const isQuorate = quorum === undefined || reaches(present, quorum);
  return isQuorate && favour !== undefined && reaches(inFavour, favour);
}

/** The last day that something hangs which was put up on a day. */
export function lastDay({ days = 0, first_day_counts: first = false }: ModelStep, on: string): string {
  return addDays(on, first ? days - 1 : days);
}

/** What keeps the step after a plan's own sheet from being taken: its days, its photo, its objections. */
export function sheetReasons(plan: ModelPlan, today: string): string[] {
  const last = plan.steps[plan.taken.length - 1];
  if (last === undefined || plan.sheet === undefined) return [];
  const { displays, objections } = plan.sheet;
  const open = objections.some(({ answered }) => !answered) ? ['objections'] : [];
  // Whoever objects later keeps what comes later waiting.
  if (!isSheetStep(plan, last)) return open;
  const up = displays.filter(({ on, downOn }) => downOn === undefined || downOn > lastDay(last, on));
  if (up.some(({ on }) => lastDay(last, on) < today)) return open;
  return [up.length > 0 ? 'hangs' : 'sheet', ...open];
}

/** What is wrong with the day on which a step was held. */
export function dayReasons({ taken, draftedOn }: ModelPlan, heldOn: string, today: string): string[] {
  const last = taken.at(-1);
  if (heldOn > today || heldOn < (last?.heldOn ?? draftedOn)) return ['days'];
  return last?.until !== undefined && heldOn <= last.until ? ['hangs'] : [];
}

/** What is wrong with the day on which a meeting's papers were out. */
export function noticeReasons(
  step: ModelStep,
  plan: ModelPlan,
  at: { outOn: string; heldOn: string },
): string[] {
  const { notice_days: days, notice_first_day_counts: first = false } = step;
  if (days === undefined) return [];
  const earliest = addDays(at.outOn, first ? days - 1 : days);
  return at.outOn < plan.draftedOn || at.heldOn < earliest ? ['days'] : [];
}

/** Who signed the next step of a plan, each once. */
export function signersOf(plan: ModelPlan): readonly ModelSignature[] {
  const next = nextOf(plan);
  return plan.signatures.filter(({ stepId }) => stepId === next?.id);
}

/** Whether a name on paper is of who holds the post, or of nobody known, in a place no log-in holds. */
export function isKnownSigner(plan: ModelPlan, name: string, people: readonly ModelPerson[]): boolean {
  const next = nextOf(plan);
  if (next?.signers === undefined) return false;
  const holders = people.filter((each) => maySign(next, each)).map((each) => each.name);
  if (holders.includes(name)) return true;
  const isElse = people.some((each) => each.name === name && isOne(each, POSTS));
  const strangers = signersOf(plan).filter((each) => !holders.includes(each.name));
  return !isElse && strangers.length < next.signers.among - holders.length;
}

export function signerReasons(plan: ModelPlan): string[] {
  const needed = nextOf(plan)?.signers?.needed ?? 0;
  return signersOf(plan).length < needed ? ['signers'] : [];
}

/** Why somebody's own hand keeps him from reviewing: he drafted it, took a step, or is of its accounts. */
export function handReasons({ drafter, taken }: ModelPlan, person: ModelPerson): string[] {
  const took = taken.some(({ by, isOwn }) => by === person.userId && isOwn);
  const isAccounts = isOne(person, ['accountant', 'cashier']);
  return drafter.userId === person.userId || took || isAccounts ? ['hand'] : [];
}

function note(plan: ModelPlan, step: Omit<TakenStep, 'id'>): void {
  const next = nextOf(plan);
  if (next === undefined) throw new Error('a step was noted of a plan that has none');
  plan.taken.push({ id: next.id, ...step });
}

/** Takes the next step, after which the plan may be approved. */
export function takeNext(plan: ModelPlan, step: Omit<TakenStep, 'id'>): void {
  note(plan, step);
  if (isApprovedBySteps(plan)) plan.state = 'approved';
}

/** A body of the village says no to the next step: the plan comes back. */
export function refuseNext(plan: ModelPlan, step: Omit<TakenStep, 'id'>): void {
  note(plan, { ...step, outcome: 'refused' });
  plan.state = 'returned';
}
