import { addDays } from '../../src/domain/calendar/calendar-day';
import { AssetFilesService } from '../../src/features/assets/asset-files.service';
import { readKeptFile } from '../../src/platform/files/read-kept-file';
import { exif, jpeg, shade } from '../platform/files/pictures.fixture';
import * as model from './plan-model.fixture';
import type { Person } from './plan-people.fixture';
import { type Deciding, doorOr, type Try } from './plan-tries.fixture';

const PAPERS = ['minutes', 'attendance', 'resolution', 'signed_paper'];
/** What is sent as a file: a photo, and what supervisors signed, which an office may not name alone. */
const FILES = ['display_photo', 'signed_paper'];

/** A step as somebody notes it. */
interface Noted {
  readonly number: number;
  readonly isMeeting: boolean;
  readonly votes: model.Votes;
  readonly heldOn: string;
  readonly outOn: string;
  /** The paper that is left out. */
  readonly missing: string;
  readonly stepPaper: string;
  /** That a body said no, with why or without; else nothing. */
  readonly said: { readonly outcome?: string; readonly reason?: string };
}

/** A step noted by whoever, on some day, with its votes and papers, of which one may be missing. */
export async function noteStep(scene: Deciding, plan: model.ModelPlan, step: model.ModelStep): Promise<Try> {
  const { people } = scene.village;
  const by = scene.who((person) => model.takesAs(step, person, people) !== undefined);
  const noted = noteOf(scene, plan, step);
  const { number, isMeeting, missing, votes, heldOn, stepPaper, outOn, said } = noted;
  const isNo = said.outcome === 'refused';
  const [byFile] = FILES.filter((kind) => step.evidence?.includes(kind));
  const photo = byFile === undefined || byFile === missing ? '' : await photoOf(scene, plan);
  const named = (text: string): object =>
    Object.fromEntries(PAPERS.filter((kind) => kind !== missing).map((kind) => [kind, text]));
  const typed = {
    ...{ stepNumber: String(number), heldOn, stepPaper, ...said },
    ...{ paperTitles: named('a paper'), paperPlaces: named('cabinet 2'), paperPages: named('3') },
    ...(byFile === undefined || photo === '' ? {} : { paperFiles: { [byFile]: photo } }),
  };
  const counts = Object.entries(votes).map(([name, count]): [string, string] => [name, String(count)]);
  const form = isMeeting ? { ...typed, ...Object.fromEntries(counts), papersOutOn: outOn } : typed;
  return {
    ...{ what: `step ${JSON.stringify(noted)}`, by },
    reasons: doorOr(model.doorReasons('steps', by), reasonsOf(scene, plan, { by, noted })),
    send: () => by.program.post(`${scene.urlOf(plan)}/${isMeeting ? 'meeting' : 'steps'}`, form),
    done: () => {
      const isOwn = model.takesAs(step, by, people) === 'own';
      const until = step.kind === 'publicity' ? { until: model.lastDay(step, heldOn) } : {};
      const taken = { by: by.userId, isOwn, heldOn, ...until };
      if (isNo) model.refuseNext(plan, taken);
      else scene.take(plan, taken);
    },
  };
}

/** A plan that is filed with the county, which gives it its next number. */
export function file(scene: Deciding, plan: model.ModelPlan): Try {
  const { county, id: villageId } = scene.village;
  const by = scene.who((person) => model.doorReasons('filings', person).length === 0);
  const heldOn = scene.isOnce(6) ? addDays(scene.today, scene.one([1, -1])) : scene.today;
  const kind = plan.of === 'period' ? 'plan' : 'year_plan';
  const form = { villageId, kind, planId: plan.id, heldOn, receiptPaper: '' };
  return {
    ...{ what: `file ${heldOn}`, by },
    reasons: doorOr(model.doorReasons('filings', by), fileReasons(scene, plan, heldOn)),
    send: () => by.program.post(`/api/offices/${county.id}/filings`, form),
    done: () => {
      county.filedOn = heldOn;
      scene.take(plan, { by: by.userId, isOwn: true, heldOn });
    },
  };
}

/** Only what comes next is filed, and no number has a day before that of the one before it. */
function fileReasons({ today, village }: Deciding, plan: model.ModelPlan, heldOn: string): string[] {
  const next = model.nextOf(plan);
  const isNext = next !== undefined && model.isCountysOwn(next, village.people);
  return [
    ...(heldOn > today || heldOn < village.county.filedOn ? ['days'] : []),
    ...(isNext
      ? [...model.dayReasons(plan, heldOn, today), ...model.sheetReasons(plan, heldOn)]
      : ['notNow', 'notHis']),
  ];
}

function noteOf(scene: Deciding, plan: model.ModelPlan, step: model.ModelStep): Noted {
  const last = plan.taken.at(-1)?.heldOn ?? plan.draftedOn;
  const odd = [addDays(scene.today, 1), addDays(last, -1)];
  const heldOn = scene.isOnce(8) ? scene.one(odd) : scene.today;
  const days = (step.notice_days ?? 0) - (step.notice_first_day_counts === true ? 1 : 0);
  const outOn = addDays(heldOn, scene.isOnce(6) ? 1 - days : -days);
  return {
    number: scene.isOnce(12) ? 1 + scene.whole(9) : plan.steps.indexOf(step) + 1,
    isMeeting: scene.isOnce(12) ? scene.isOnce(2) : step.kind === 'meeting',
    missing: scene.isOnce(8) ? scene.one([...(step.evidence ?? []), 'minutes']) : '',
    stepPaper: scene.isOnce(20) ? ' ' : 'paper 3',
    ...{ heldOn, outOn, votes: votesOf(scene), said: saidOf(scene) },
  };
}

/** Now and then a no, mostly with its reason; rarely a reason of what passed. */
function saidOf(scene: Deciding): Noted['said'] {
  const reason = scene.isOnce(3) ? ' ' : 'not before harvest';
  if (scene.isOnce(5)) return { outcome: 'refused', reason };
  return scene.isOnce(30) ? { outcome: 'passed', reason } : {};
}

/** Votes that mostly decide, else near each bound, or do not add up. */
function votesOf(scene: Deciding): model.Votes {
  const due = scene.one([30, 31, 32]);
  if (!scene.isOnce(3)) return { due, present: due, inFavour: due - 2, against: 1, abstained: 1 };
  const twoThirds = Math.ceil((due * 2) / 3);
  const present = scene.one([twoThirds - 1, twoThirds, due, due + 1]);
  const inFavour = scene.one([
    0,
    Math.floor(present / 2),
    Math.floor(present / 2) + 1,
    twoThirds - 1,
    twoThirds,
  ]);
  const rest = Math.max(0, present - inFavour);
  return {
    due: scene.isOnce(20) ? 0 : due,
    present,
    inFavour,
    against: rest,
    abstained: scene.isOnce(10) ? 1 : 0,
  };
}

let photos = 0;

/** A photo that is kept with the plan, where that is under way. */
async function photoOf(scene: Deciding, plan: model.ModelPlan): Promise<string> {
  if (model.nextOf(plan) === undefined) return '';
  const form = { paperKind: 'photo', datedOn: scene.today, remark: '', audience: 'office' };
  const ownerKind = plan.of === 'period' ? 'plan' : 'yearPlan';
  const owner = { collectiveId: scene.village.id, ownerKind, ownerId: plan.id } as const;
  const files = scene.app.app.get(AssetFilesService);
  return (await files.keep(owner, { file: await photo(), form }, { by: 'tests' })).id;
}

/** A photo that was not sent before. */
export function photo(): ReturnType<typeof readKeptFile> {
  photos += 1;
  const turn = 1 + (Math.floor(photos / 100) % 8);
  return readKeptFile(jpeg(exif(turn), shade(1 + (photos % 100))));
}

function reasonsOf(
  { today, village }: Deciding,
  plan: model.ModelPlan,
  { by, noted }: { readonly by: Person; readonly noted: Noted },
): string[] {
  const next = model.nextOf(plan);
  const { number, isMeeting, votes, heldOn, outOn, missing, stepPaper, said } = noted;
  const isNo = said.outcome === 'refused';
  const votedReasons = isNo ? model.failedReasons : model.voteReasons;
  const isNext = number === plan.taken.length + 1 && isMeeting === (next?.kind === 'meeting');
  if (next === undefined || !isNext || model.isOffice(next) || model.isSheetStep(plan, next))
    return ['notNow'];
  return [
    ...(model.takesAs(next, by, village.people) === undefined ? ['notHis'] : []),
    ...(next.kind === 'review' ? model.handReasons(plan, by) : []),
    ...(stepPaper.trim() === '' ? ['blank'] : []),
    // A body may say no at once, while something hangs and before anybody signed.
    ...model.dayReasons(plan, heldOn, today).filter((reason) => !isNo || reason !== 'hangs'),
    ...model.noticeReasons(next, plan, { outOn, heldOn }),
    ...(isMeeting ? votedReasons(next, votes) : []),
    ...saidReasons(next, said),
    ...(isAsked(next, missing, isNo) ? ['papers'] : []),
    ...signedReasons({ by, village }, plan, { isNo, heldOn }),
  ];
}

/** Of supervisors who are not there no officer says a no alone; only a yes waits for the sheet. */
function signedReasons(
  { by, village: { people } }: Pick<Deciding, 'village'> & { readonly by: Person },
  plan: model.ModelPlan,
  { isNo, heldOn }: { readonly isNo: boolean; readonly heldOn: string },
): string[] {
  const next = model.nextOf(plan);
  const isAlone = next !== undefined && isNo && !model.speaksForSupervisors(next, by, people);
  return [...(isAlone ? [] : model.signerReasons(plan)), ...(isNo ? [] : model.sheetReasons(plan, heldOn))];
}

/** A filing's receipt is its number and its day, a no has no resolution; each other paper is asked for. */
function isAsked({ evidence = [] }: model.ModelStep, paper: string, isNo: boolean): boolean {
  if (paper === 'filing_receipt' || (isNo && paper === 'resolution')) return false;
  return evidence.includes(paper);
}

/** What is wrong with how a step is said to have ended: nobody refuses a wall, and a no has its reason. */
function saidReasons(
  { kind }: model.ModelStep,
  { outcome, reason = '' }: { readonly outcome?: string; readonly reason?: string },
): string[] {
  const isWithout = reason.trim() === '';
  if (outcome !== 'refused') return isWithout ? [] : ['said'];
  if (kind === 'publicity' || kind === 'filing') return ['said'];
  return isWithout && kind !== 'meeting' ? ['said'] : [];
}
