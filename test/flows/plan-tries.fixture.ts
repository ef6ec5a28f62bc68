import { addDays } from '../../src/domain/calendar/calendar-day';
import { AssetFilesService } from '../../src/features/assets/asset-files.service';
import { keepScan } from '../support/signing';
import type { Answer, VillageApp } from './api-village.fixture';
import * as model from './plan-model.fixture';
import type { DecidingVillage, Person } from './plan-people.fixture';

/** One thing that somebody tries: why it has to be refused, if it has, and what it changes. */
export interface Try {
  readonly what: string;
  readonly by: Person;
  /** Every reason against it, by kind; the answer names one of them or some. */
  readonly reasons: readonly string[];
  readonly send: () => Promise<Answer>;
  readonly done: (body: Answer['body']) => void;
}

/** The money of a village, in yuan. */
const MONEY = 5000;
const SIGNERS = ['An', 'Bo', 'Ci', 'sup1', 'wang'];

/** A village under way: what the documents say of its plans, and the dice by which things are tried. */
export class Deciding {
  readonly plans: model.ModelPlan[] = [];

  constructor(
    readonly app: VillageApp,
    readonly village: DecidingVillage,
    private readonly random: () => number,
  ) {}

  get books(): string {
    return `/api/villages/${this.village.id}`;
  }

  get today(): string {
    return this.app.clock.today();
  }

  urlOf({ id }: Pick<model.ModelPlan, 'id'>): string {
    return `${this.books}/${this.village.of === 'period' ? 'plans' : 'year-plans'}/${id}`;
  }

  whole(below: number): number {
    return Math.floor(this.random() * below);
  }

  one<T>(from: readonly T[]): T {
    const found = from[this.whole(from.length)];
    if (found === undefined) throw new Error('nothing to choose from');
    return found;
  }

  isOnce(inSo: number): boolean {
    return this.random() * inSo < 1;
  }

  /** Somebody who fits; now and then, or where nobody does, anybody. */
  who(fits: (person: Person) => boolean): Person {
    const fit = this.village.people.filter(fits);
    return this.one(this.isOnce(5) || fit.length === 0 ? this.village.people : fit);
  }

  whoIsLetIn(what: 'books' | 'objections'): Person {
    return this.who((person) => model.doorReasons(what, person).length === 0);
  }

  /** Takes the next step; where it approves the plan of a year, the one before gives way. */
  take(plan: model.ModelPlan, step: Omit<model.TakenStep, 'id'>): void {
    const before = plan.state;
    model.takeNext(plan, step);
    if (plan.of !== 'year' || plan.state === before) return;
    for (const each of this.plans) if (each !== plan && each.state === 'approved') each.state = 'replaced';
  }
}

/** Who is not let in is told nothing else. */
export function doorOr(door: readonly string[], reasons: readonly string[]): readonly string[] {
  return door.length > 0 ? door : reasons;
}

function periodForm(from: string, to: string, amount: number): object {
  const claim = { bucket: 'posts', forWhat: 'Cleaning, 3 posts', beneficiaries: '3', unit: 'person' };
  const claims = [{ ...claim, targetGroup: 'lifted_out', amount: `${String(amount)}.00` }];
  return { pool: 'pv', from, to, claims, leftOverNote: 'repairs' };
}

function yearForm(amount: number, changeWhy: string): object {
  const use = { bucket: 'posts', forWhat: 'wages', amount: `${String(amount)}.00` };
  return { pool: 'pv', year: '2025', money: [], uses: [use], reserve: '', reserveFor: '', changeWhy };
}

/** A draft of the period, or of what came after it; what is under way for it is void then. */
export function draft(scene: Deciding): Try {
  const { of, routeId } = scene.village;
  const by = scene.whoIsLetIn('books');
  const wish = of === 'period' ? wishOfPeriod(scene) : wishOfYear(scene);
  const { from, to, amount, form, reasons } = wish;
  const url = `${scene.books}/${of === 'period' ? 'plans' : 'year-plans'}`;
  return {
    ...{ what: `draft ${from} ${to} ${String(amount)}`, by },
    reasons: doorOr(model.doorReasons('books', by), reasons),
    send: () => by.program.post(url, form),
    done: ({ id }) => {
      for (const each of scene.plans)
        if (each.state === 'drafted' || each.state === 'submitted') each.state = 'voided';
      scene.plans.push({
        ...{ id: String(id), of, steps: model.stepsIn(routeId), drafter: by, amount, from, to },
        ...{ draftedOn: scene.today, state: 'drafted', digest: '', taken: [], signatures: [] },
      });
    },
  };
}

interface Wish {
  readonly from: string;
  readonly to: string;
  readonly amount: number;
  readonly form: object;
  readonly reasons: readonly string[];
}

const amountOf = (scene: Deciding): number => (scene.isOnce(10) ? MONEY + 1 : 100 + scene.whole(900));

/** One that is submitted keeps others off its days; nothing is given twice, nor more than there is. */
function wishOfPeriod(scene: Deciding): Wish {
  const approved = scene.plans.filter(({ state }) => state === 'approved');
  const submitted = scene.plans.find(({ state }) => state === 'submitted');
  const last = approved.at(-1)?.to;
  const isAnew = last !== undefined && last < scene.today && !scene.isOnce(4);
  const first = isAnew
    ? { from: addDays(last, 1), to: scene.today }
    : { from: '2025-01-01', to: '2025-07-05' };
  const { from, to } = submitted !== undefined && !scene.isOnce(4) ? submitted : first;
  const isTaken = (last !== undefined && from <= last) || (submitted !== undefined && submitted.to !== to);
  const amount = amountOf(scene);
  const isTooMuch = amount > approved.reduce((left, plan) => left - plan.amount, MONEY);
  const reasons = [...(isTaken ? ['taken'] : []), ...(isTooMuch ? ['money'] : [])];
  return { from, to, amount, form: periodForm(from, to, amount), reasons };
}

/** A plan of a year that was decided is revised with a reason. */
function wishOfYear(scene: Deciding): Wish {
  const isRevision = scene.plans.some(({ state }) => state === 'approved');
  const changeWhy = isRevision && !scene.isOnce(4) ? 'less sun' : '';
  const amount = amountOf(scene);
  const isUnsaid = isRevision && changeWhy === '';
  const reasons = [...(amount > MONEY ? ['money'] : []), ...(isUnsaid ? ['reason'] : [])];
  return { from: '2025-01-01', to: '2025-12-31', amount, form: yearForm(amount, changeWhy), reasons };
}

export function submit(scene: Deciding, plan: model.ModelPlan): Try {
  const by = scene.whoIsLetIn('books');
  return {
    ...{ what: 'submit', by },
    reasons: doorOr(model.doorReasons('books', by), plan.state === 'drafted' ? [] : ['notNow']),
    send: () => by.program.post(`${scene.urlOf(plan)}/submit`, {}),
    done: ({ digest }) => Object.assign(plan, { state: 'submitted', digest: String(digest) }),
  };
}

/** Approved or returned, of the bytes there are or of others, with a reason or none. */
export function review(scene: Deciding, plan: model.ModelPlan, step: model.ModelStep): Try {
  const { people } = scene.village;
  const by = scene.who((person) => model.takesAs(step, person, people) === 'own');
  const outcome = scene.isOnce(4) ? 'returned' : 'passed';
  const reason = scene.isOnce(2) ? 'too few posts' : ' ';
  const digest = scene.isOnce(10) ? 'a'.repeat(64) : plan.digest;
  return {
    ...{ what: `review ${outcome} ${reason}`, by },
    reasons: doorOr(
      model.doorReasons('reviews', by),
      reviewReasons(scene, plan, { by, outcome, reason, digest }),
    ),
    send: () => by.program.post(`${scene.urlOf(plan)}/review`, { outcome, reason, digest }),
    done: () => {
      if (outcome === 'returned') plan.state = 'returned';
      const isOwn = model.takesAs(step, by, people) === 'own';
      const taken = { by: by.userId, isOwn, heldOn: scene.today };
      if (outcome === 'passed') scene.take(plan, taken);
      else plan.taken.push({ id: step.id, ...taken, outcome: 'returned' });
    },
  };
}

function reviewReasons(
  scene: Deciding,
  plan: model.ModelPlan,
  asked: { readonly by: Person; readonly outcome: string; readonly reason: string; readonly digest: string },
): string[] {
  const next = model.nextOf(plan);
  if (next === undefined || !model.isOffice(next)) return ['notNow'];
  const { by, outcome, reason, digest } = asked;
  const until = plan.taken.at(-1)?.until ?? '';
  const hangs = plan.sheet === undefined && until >= scene.today ? ['hangs'] : [];
  return [
    ...(model.takesAs(next, by, scene.village.people) === undefined ? ['notHis'] : []),
    ...model.handReasons(plan, by),
    ...(digest === plan.digest ? [] : ['bytes']),
    ...(outcome === 'returned'
      ? reason.trim() === ''
        ? ['reason']
        : []
      : [...hangs, ...model.sheetReasons(plan, scene.today), ...model.signerReasons(plan)]),
  ];
}

/** Under his own name, or somebody's on a paper, with its scan or without. */
export async function sign(scene: Deciding, plan: model.ModelPlan, step: model.ModelStep): Promise<Try> {
  const isOwn = scene.isOnce(2);
  const by = scene.who((person) => (isOwn ? model.maySign(step, person) : model.mayNote(person)));
  const name = isOwn ? by.name : scene.one(SIGNERS);
  const signatureOn = scene.isOnce(10) ? addDays(scene.today, 1) : scene.today;
  const digest = scene.isOnce(10) ? 'a'.repeat(64) : plan.digest;
  const signatureFile = isOwn || scene.isOnce(8) ? '' : await scanOf(scene, plan);
  const form = isOwn
    ? { how: 'own', digest }
    : { how: 'paper', signerName: name, signatureOn, signedPaper: 'opinion', signatureFile };
  const asked = { by, isOwn, name, signatureOn, digest, hasScan: signatureFile !== '' };
  return {
    ...{ what: `sign ${isOwn ? 'own' : `of ${name}`}`, by },
    reasons: doorOr(model.doorReasons('steps', by), signReasons(scene, plan, asked)),
    send: () => by.program.post(signaturesOf(scene, plan), form),
    done: ({ id }) => {
      const stepId = model.nextOf(plan)?.id ?? '';
      plan.signatures.push({ id: String(id), stepId, name, owner: by.userId });
    },
  };
}

const signaturesOf = ({ books, village }: Deciding, { id }: model.ModelPlan): string =>
  `${books}/signatures/${village.of === 'period' ? 'plan' : 'year_plan'}/${id}`;

function scanOf({ app, village, today }: Deciding, { of, id }: model.ModelPlan): Promise<string> {
  const ownerKind = of === 'period' ? 'plan' : 'yearPlan';
  const owner = { collectiveId: village.id, ownerKind, ownerId: id } as const;
  return keepScan(app.app.get(AssetFilesService), owner, today);
}

function signReasons(
  { today, village }: Deciding,
  plan: model.ModelPlan,
  asked: {
    readonly by: Person;
    readonly isOwn: boolean;
    readonly name: string;
    readonly signatureOn: string;
    readonly digest: string;
    readonly hasScan: boolean;
  },
): string[] {
  const next = model.nextOf(plan);
  if (next?.signers === undefined) return ['notNow'];
  const { by, isOwn, name } = asked;
  const signed = model.signersOf(plan);
  const isBarred = name === plan.drafter.name || signed.some((each) => each.name === name);
  const barred = isBarred || signed.length >= next.signers.among ? ['signing'] : [];
  if (!isOwn)
    return [
      ...(model.mayNote(by) ? [] : ['notHis']),
      ...barred,
      ...(by.userId === plan.drafter.userId || !model.isKnownSigner(plan, name, village.people)
        ? ['signing']
        : []),
      ...(asked.hasScan ? [] : ['papers']),
      ...(asked.signatureOn > today ? ['days'] : []),
    ];
  return [
    ...(model.maySign(next, by) ? [] : ['notHis']),
    ...barred,
    ...(asked.digest === plan.digest ? [] : ['bytes']),
  ];
}

/** Takes a signature back: his own, one in his name, another's, or one that is not there. */
export function withdraw(scene: Deciding, plan: model.ModelPlan): Try {
  const signature = plan.signatures.length > 0 ? scene.one(plan.signatures) : undefined;
  const by = scene.who(({ userId }) => userId === signature?.owner);
  const isThere = model.signersOf(plan).some(({ id }) => id === signature?.id);
  const next = model.nextOf(plan);
  const isNamed = next !== undefined && signature?.name === by.name && model.maySign(next, by);
  const isOwn = signature?.owner === by.userId || isNamed;
  const reasons = next === undefined ? ['notNow'] : isThere && isOwn ? [] : ['signature'];
  const signatureId = signature?.id ?? 'none';
  return {
    ...{ what: 'withdraw', by, reasons: doorOr(model.doorReasons('steps', by), reasons) },
    send: () => by.program.post(`${signaturesOf(scene, plan)}/withdrawals`, { signatureId }),
    done: () => {
      plan.signatures.splice(
        plan.signatures.findIndex(({ id }) => id === signatureId),
        1,
      );
    },
  };
}
