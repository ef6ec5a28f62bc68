import type { CalendarDay } from '../calendar/calendar-day';
import type { Pool } from '../ledger/journal-entry';
import { POOLS } from '../ledger/manual-lines';
import { type Fen, sumFen } from '../money/fen';
import { privateNumberProblems } from '../shared/private-number';
import { type AcceptedAssetForm, isTyped } from './accepted-asset';
import { type ProjectLabour } from './project-labour';
import type { Problem } from '../shared/problem';
import { readAmount, readDay } from '../shared/typed-fields';

/**
 * What happens to a project: money of the fund comes, a stage is paid (and part of it kept back), what was
 * kept back is paid, the work is accepted.
 */
export const PROJECT_ACTS = ['fund', 'stage', 'retention', 'acceptance'] as const;
export type ProjectAct = (typeof PROJECT_ACTS)[number];

/** A project of construction: its contract, and whose money pays for it. */
export interface Project {
  readonly name: string;
  readonly contractor: string;
  readonly contractSum: Fen;
  readonly pool: Pool;
  readonly paper: string;
}

/** A project as typed. */
export interface ProjectForm {
  readonly name: string;
  readonly contractor: string;
  readonly contractSum: string;
  readonly pool: string;
  readonly paper: string;
}

/** Reads a project. Codes `form.*`, `money.*`, `construction.nameTaken`. */
export function readProject(
  form: ProjectForm,
  namesTaken: readonly string[],
): { readonly project: Project; readonly problems: Problem[] } {
  const problems: Problem[] = [];
  const [name, contractor, paper] = [form.name.trim(), form.contractor.trim(), form.paper.trim()];
  for (const [field, text] of Object.entries({ name, contractor, paper }))
    if (text === '') problems.push({ code: 'form.missing', field });
  problems.push(...privateNumberProblems({ name, contractor, paper }));
  if (namesTaken.includes(name))
    problems.push({ code: 'construction.nameTaken', field: 'name', value: name });
  const contractSum = readAmount({ field: 'contractSum', value: form.contractSum }, 'aboveZero', problems);
  const pool = POOLS.find((each) => each === form.pool);
  if (pool === undefined) problems.push({ code: 'form.notAllowed', field: 'pool', value: form.pool });
  return {
    project: { name, contractor, contractSum: contractSum ?? 0n, pool: pool ?? 'earmarked', paper },
    problems,
  };
}

/** Something that happened to a project and stands. Amounts in fen. */
export interface ProjectEvent {
  readonly act: ProjectAct;
  readonly happenedOn: CalendarDay;
  /** The fund received; what was paid of a stage or of what was kept back; of an acceptance the cost. */
  readonly amount: Fen;
  /**
   * Stages: what was kept back of it, and when that is to be paid. Acceptance: what of the fund it used; of a
   * fund that comes after it, what of it pays for what was built.
   */
  readonly kept: Fen;
  readonly dueOn: CalendarDay | null;
}

/** Where a project stands. */
export interface ProjectStand {
  readonly funded: Fen;
  /** What was built under the contract so far: paid and kept back. */
  readonly built: Fen;
  /** Labour that a distribution owed for it, and what all of the work has cost. */
  readonly labour: Fen;
  readonly cost: Fen;
  readonly paid: Fen;
  /** What is kept back and not paid, and of that what is overdue. */
  readonly owed: Fen;
  readonly overdue: Fen;
  /** What is kept back and not paid, by its day, the first due first. */
  readonly open: readonly { readonly left: Fen; readonly dueOn: CalendarDay }[];
  /** The next day on which something kept back is to be paid; in the past where it is overdue. */
  readonly nextDueOn?: CalendarDay | undefined;
  readonly acceptedOn?: CalendarDay | undefined;
  readonly lastOn?: CalendarDay | undefined;
}

/** What the events of a project come to; what is paid of the retention settles what is due first. */
export function projectStand(
  events: readonly ProjectEvent[],
  today: CalendarDay,
  labour: readonly ProjectLabour[] = [],
): ProjectStand {
  const of = (act: ProjectAct): readonly ProjectEvent[] => events.filter((each) => each.act === act);
  const sum = (act: ProjectAct, part: 'amount' | 'kept'): Fen => sumFen(of(act).map((each) => each[part]));
  const built = sum('stage', 'amount') + sum('stage', 'kept');
  const laboured = sumFen(labour.map(({ amount }) => amount));
  let settled = sum('retention', 'amount');
  const open = of('stage')
    .flatMap(({ kept, dueOn }) => (dueOn === null ? [] : [{ kept, dueOn }]))
    .sort((one, other) => (one.dueOn < other.dueOn ? -1 : 1))
    .flatMap(({ kept, dueOn }) => {
      const paid = settled < kept ? settled : kept;
      settled -= paid;
      return kept > paid ? [{ left: kept - paid, dueOn }] : [];
    });
  return {
    funded: sum('fund', 'amount'),
    ...{ built, labour: laboured, cost: built + laboured },
    paid: sum('stage', 'amount') + sum('retention', 'amount'),
    owed: sumFen(open.map(({ left }) => left)),
    overdue: sumFen(open.filter(({ dueOn }) => dueOn < today).map(({ left }) => left)),
    open,
    nextDueOn: open[0]?.dueOn,
    acceptedOn: of('acceptance')[0]?.happenedOn,
    lastOn: [...events, ...labour]
      .map(({ happenedOn }) => happenedOn)
      .sort()
      .at(-1),
  };
}

/** What is to be paid of the retention by a day, that day included. */
export function dueBy({ open }: Pick<ProjectStand, 'open'>, day: CalendarDay): Fen {
  return sumFen(open.filter(({ dueOn }) => dueOn <= day).map(({ left }) => left));
}

/** An act on a project as typed; what its kind does not need stays blank. */
export interface ProjectActForm {
  readonly act: string;
  readonly happenedOn: string;
  readonly amount: string;
  readonly kept: string;
  readonly keptDueOn: string;
  readonly assetId: string;
  /** Retention: why it is paid before its day. */
  readonly reason?: string | undefined;
  /** The asset that the work became, where the register does not have it yet. */
  readonly asset?: AcceptedAssetForm | undefined;
}

/** What an act is held against. */
export interface ProjectFacts {
  readonly project: Pick<Project, 'contractSum'>;
  readonly stand: ProjectStand;
  readonly today: CalendarDay;
  /** The asset that is accepted, as the register holds it; absent where there is none of that id. */
  readonly asset?:
    | {
        readonly cost: Fen;
        readonly inBooks: Fen;
        readonly acquiredOn: CalendarDay;
        readonly leftOn?: CalendarDay;
      }
    | undefined;
}

/**
 * Reads an act on a project, or says everything that is wrong with it: no more is built than was contracted,
 * no more is paid than was kept back, nor before its day without a reason, the accepted asset is there and
 * cost what was built, and nothing is built after that. What of the fund comes later pays for what was built,
 * and for no more.
 * Source: domain facts §2.2, case A2.
 * @returns problems `form.*`, `money.*`, `calendar.*`, `construction.*`
 */
export function readProjectAct(
  form: ProjectActForm,
  facts: ProjectFacts,
): { readonly event: ProjectEvent; readonly early?: EarlyPayment | undefined; readonly problems: Problem[] } {
  const problems: Problem[] = [];
  const act = PROJECT_ACTS.find((each) => each === form.act);
  if (act === undefined) problems.push({ code: 'form.notAllowed', field: 'act', value: form.act });
  const happenedOn = readActDay(form, facts, problems);
  const event = { act: act ?? 'fund', happenedOn };
  if (act === 'acceptance') return { event: { ...event, ...acceptance(form, facts, problems) }, problems };
  const accepted = facts.stand.acceptedOn;
  if (accepted !== undefined && act === 'stage')
    problems.push({ code: 'construction.accepted', field: '', facts: { day: accepted } });
  if (act === 'stage') return { event: { ...event, ...stage(form, facts, problems) }, problems };
  const amount = readAmount({ field: 'amount', value: form.amount }, 'aboveZero', problems) ?? 0n;
  const { built, funded } = facts.stand;
  if (act === 'retention') {
    const paid: ProjectEvent = { act, happenedOn, amount, kept: 0n, dueOn: null };
    return { event: paid, ...retention(form, paid, { stand: facts.stand, problems }) };
  }
  const unpaid = accepted !== undefined && act === 'fund' && built > funded ? built - funded : 0n;
  const kept = amount < unpaid ? amount : unpaid;
  return { event: { ...event, amount, kept, dueOn: null }, problems };
}

/** What of a retention is paid before its day, and why. */
export interface EarlyPayment {
  readonly early: Fen;
  readonly reason: string;
}

/** So many characters say why at least. */
const REASON_AT_LEAST = 4;

/**
 * No more is paid than was kept back. What is kept back answers for defects until its day: paid before it, it
 * says why. `early` is undefined where all of it is due. Source: product decision.
 */
function retention(
  form: ProjectActForm,
  { happenedOn, amount }: ProjectEvent,
  { stand, problems }: { readonly stand: ProjectStand; readonly problems: Problem[] },
): { readonly early?: EarlyPayment | undefined; readonly problems: Problem[] } {
  const [owed, due] = [stand.owed, dueBy(stand, happenedOn)];
  if (amount > owed)
    problems.push({ code: 'construction.aboveKept', field: 'amount', value: form.amount, facts: { owed } });
  if (amount > owed || amount <= due) return { problems };
  const [early, reason] = [amount - due, form.reason?.trim() ?? ''];
  problems.push(...privateNumberProblems({ reason }));
  const facts = { day: happenedOn, due, early, least: REASON_AT_LEAST };
  if ([...reason].length < REASON_AT_LEAST)
    problems.push({ code: 'construction.beforeDue', field: 'reason', value: reason, facts });
  return { early: { early, reason }, problems };
}

function readActDay(form: ProjectActForm, { today, stand }: ProjectFacts, problems: Problem[]): CalendarDay {
  const field = 'happenedOn';
  const day = readDay({ field, value: form.happenedOn }, problems);
  if (day === undefined) return today;
  const last = stand.lastOn;
  if (day > today) problems.push({ code: 'assetLife.notYet', field, value: day, facts: { today } });
  else if (last !== undefined && day < last)
    problems.push({ code: 'construction.laterExists', field, value: day, facts: { last } });
  return day;
}

type Amounts = Pick<ProjectEvent, 'amount' | 'kept' | 'dueOn'>;

function stage(form: ProjectActForm, { project, stand }: ProjectFacts, problems: Problem[]): Amounts {
  const read = (field: 'amount' | 'kept'): Fen =>
    form[field].trim() === '' ? 0n : (readAmount({ field, value: form[field] }, 'zero', problems) ?? 0n);
  const [amount, kept] = [read('amount'), read('kept')];
  if (form.amount.trim() === '' && form.kept.trim() === '')
    problems.push({ code: 'form.missing', field: 'amount' });
  else if (amount + kept === 0n && problems.length === 0)
    problems.push({ code: 'money.notPositive', field: 'amount', value: form.amount });
  const excess = stand.built + amount + kept - project.contractSum;
  if (excess > 0n) {
    const facts = { contract: project.contractSum, excess };
    problems.push({ code: 'construction.aboveContract', field: 'amount', value: form.amount, facts });
  }
  if (kept === 0n) return { amount, kept, dueOn: null };
  const dueOn = readDay({ field: 'keptDueOn', value: form.keptDueOn }, problems);
  if (dueOn !== undefined && dueOn <= form.happenedOn)
    problems.push({ code: 'construction.dueAtOnce', field: 'keptDueOn', value: dueOn });
  return { amount, kept, dueOn: dueOn ?? null };
}

/** The whole of what was built becomes the asset; of the fund as much as came, and no more than it cost. */
function acceptance(form: ProjectActForm, { stand, asset }: ProjectFacts, problems: Problem[]): Amounts {
  const { built, cost, funded, acceptedOn } = stand;
  if (acceptedOn !== undefined)
    problems.push({ code: 'construction.accepted', field: '', facts: { day: acceptedOn } });
  else if (cost === 0n) problems.push({ code: 'construction.nothingBuilt', field: '' });
  if (form.assetId.trim() !== '' && isTyped(form.asset))
    problems.push({ code: 'construction.twoAssets', field: 'assetId' });
  if (asset === undefined) {
    problems.push({ code: 'form.notAllowed', field: 'assetId', value: form.assetId });
  } else if (asset.leftOn !== undefined) {
    problems.push({ code: 'assetLife.left', field: 'assetId', facts: { day: asset.leftOn } });
  } else if (asset.inBooks !== 0n) {
    problems.push({ code: 'construction.inBooks', field: 'assetId', facts: { books: asset.inBooks } });
  } else if (asset.cost !== cost) {
    const difference = asset.cost > cost ? asset.cost - cost : cost - asset.cost;
    const facts = { register: asset.cost, built: cost, difference };
    problems.push({ code: 'construction.costDiffers', field: 'assetId', facts });
  }
  if (asset !== undefined && form.happenedOn < asset.acquiredOn) {
    const [value, facts] = [form.happenedOn, { acquired: asset.acquiredOn }];
    problems.push({ code: 'assetLife.beforeAsset', field: 'happenedOn', value, facts });
  }
  return { amount: cost, kept: funded < built ? funded : built, dueOn: null };
}
