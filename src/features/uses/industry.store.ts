import type { EntityManager } from 'typeorm';
import type { CalendarDay } from '../../domain/calendar/calendar-day';
import type { Fen } from '../../domain/money/fen';
import type { IndustryProject } from '../../domain/uses/industry';
import type { LinkedHousehold } from '../../domain/uses/linkage-duty';
import { type EndAct, standingEnd, type UseEnd } from '../../domain/uses/use-end';
import type { Withdrawal } from '../../domain/uses/use-withdrawal';
import { localDay } from '../../platform/clock/clock';
import {
  IndustryAcceptanceEntity,
  IndustryClosingEntity,
  IndustryLinkEndEntity,
  IndustryLinkEntity,
  IndustryProjectEntity,
  IndustryReturnEntity,
  IndustryReturnWithdrawalEntity,
  IndustryReviewEntity,
  IndustryStageEntity,
  IndustryStageWithdrawalEntity,
  IndustryWithdrawalEntity,
} from './industry.entity';
import { IndustryEndActEntity } from './use-end.entity';
import { endActsOf } from './use-ends.store';

/** Entered and waiting for another's eyes, owed, taken back by a reversal and waiting again, or withdrawn. */
export type StageState = 'entered' | 'owed' | 'takenBack' | 'withdrawn';

/** A stage and where it stands. */
export interface ToldStage {
  readonly id: string;
  readonly stageNumber: number;
  readonly reachedOn: CalendarDay;
  readonly done: string;
  readonly amount: Fen;
  readonly paper: string;
  readonly enteredBy: string;
  /** The day of its entry by the clock. */
  readonly enteredOn: CalendarDay;
  readonly state: StageState;
  readonly withdrawn: string | undefined;
  /** The last acceptance, also one that was taken back. */
  readonly acceptedOn: CalendarDay | undefined;
  readonly voucherEntryId: string | undefined;
}

/** A household that is or was carried along. */
export interface ToldLink extends LinkedHousehold {
  readonly id: string;
  /** What it was called when it was named; blank where it was none of those to be helped. */
  readonly statusWords: string;
  readonly way: string;
  readonly paper: string;
  readonly endedWhy: string | undefined;
}

/** Income that came back: it counts while neither its voucher was taken back nor it was withdrawn. */
export interface ToldReturn {
  readonly id: string;
  readonly year: number;
  readonly entryId: string;
  readonly amount: Fen;
  readonly reason: string | undefined;
  readonly isTakenBack: boolean;
  readonly withdrawn: string | undefined;
  readonly stands: boolean;
}

/** A project with everything that was noted of it, each in the order of entry. */
export interface ToldProject extends IndustryProject, UseEnd {
  readonly id: string;
  readonly stages: readonly ToldStage[];
  readonly links: readonly ToldLink[];
  readonly cameBack: readonly ToldReturn[];
  readonly reviews: readonly IndustryReviewEntity[];
  /** That it was typed wrongly and is none; undefined of one that stands. */
  readonly withdrawn: Withdrawal | undefined;
  /** Its end, and what became of it, in its order. */
  readonly acts: readonly EndAct[];
}

/**
 * The projects of a collective in the order of entry, withdrawn ones among them.
 * @param reversed the vouchers that were taken back
 */
export async function readProjects(
  db: EntityManager,
  collectiveId: string,
  reversed: ReadonlySet<string>,
): Promise<ToldProject[]> {
  const projects = await db.find(IndustryProjectEntity, { where: { collectiveId }, order: { id: 'ASC' } });
  if (projects.length === 0) return [];
  const stages = await readStages(db, collectiveId, reversed);
  const links = await readLinksOf(db, collectiveId);
  const returns = await readReturns(db, collectiveId, reversed);
  const reviews = await db.find(IndustryReviewEntity, { where: { collectiveId }, order: { id: 'ASC' } });
  const closings = await db.findBy(IndustryClosingEntity, { collectiveId });
  const later = await db.findBy(IndustryEndActEntity, { collectiveId });
  const withdrawnOf = await readWithdrawals(db, collectiveId);
  return projects.map((row) => {
    const { id, claimId, name, operator, fund, promised, yearlyReturn, returnFrom } = row;
    const own = stages.filter(({ projectId }) => projectId === id);
    const acts = endActsOf(
      closings.find(({ projectId }) => projectId === id),
      later.filter(({ projectId }) => projectId === id),
    );
    return {
      ...{ id, claimId, name, operator, fund, promised, withdrawn: withdrawnOf.get(id) },
      returns: yearlyReturn === null ? undefined : { yearly: yearlyReturn, from: returnFrom ?? 0 },
      stages: own,
      links: links.filter(({ projectId }) => projectId === id),
      cameBack: returns.filter(({ projectId }) => projectId === id),
      reviews: reviews.filter(({ projectId }) => projectId === id),
      ...{ acts, ...standingEnd(acts, own.some(isWaiting)) },
    };
  });
}

/** When and why which project was withdrawn, by its id. */
async function readWithdrawals(db: EntityManager, collectiveId: string): Promise<Map<string, Withdrawal>> {
  const taken = await db.findBy(IndustryWithdrawalEntity, { collectiveId });
  return new Map(taken.map(({ projectId, withdrawnOn: on, why }) => [projectId, { on, why }]));
}

async function readReturns(db: EntityManager, collectiveId: string, reversed: ReadonlySet<string>) {
  const rows = await db.find(IndustryReturnEntity, { where: { collectiveId }, order: { id: 'ASC' } });
  const taken = await db.findBy(IndustryReturnWithdrawalEntity, { collectiveId });
  return rows.map(({ id, projectId, year, entryId, amount, reason }) => {
    const withdrawn = taken.find(({ returnId }) => returnId === id)?.why;
    const isTakenBack = reversed.has(entryId);
    return {
      ...{ id, projectId, year, entryId, amount, reason: reason ?? undefined, isTakenBack, withdrawn },
      stands: withdrawn === undefined && !isTakenBack,
    };
  });
}

/** Whether a stage waits for another's eyes, for the first time or again. */
export function isWaiting({ state }: Pick<ToldStage, 'state'>): boolean {
  return state === 'entered' || state === 'takenBack';
}

async function readStages(db: EntityManager, collectiveId: string, reversed: ReadonlySet<string>) {
  const order = { projectId: 'ASC', stageNumber: 'ASC' } as const;
  const stages = await db.find(IndustryStageEntity, { where: { collectiveId }, order });
  const taken = await db.findBy(IndustryStageWithdrawalEntity, { collectiveId });
  const accepted = await db.find(IndustryAcceptanceEntity, {
    where: { collectiveId },
    order: { grantId: 'ASC' },
  });
  return stages.map((row) => {
    const own = accepted.filter(({ stageId }) => stageId === row.id);
    const standing = own.find(({ entryId }) => !reversed.has(entryId));
    const last = standing ?? own.at(-1);
    const withdrawn = taken.find(({ stageId }) => stageId === row.id)?.why;
    const { id, projectId, stageNumber, reachedOn, done, amount, paper, enteredBy } = row;
    return {
      ...{ id, projectId, stageNumber, reachedOn, done, amount, paper, enteredBy, withdrawn },
      enteredOn: localDay(row.enteredAt),
      state: withdrawn !== undefined ? ('withdrawn' as const) : stageState(standing, last),
      acceptedOn: last?.acceptedOn,
      voucherEntryId: last?.entryId,
    };
  });
}

function stageState(standing: unknown, last: unknown): StageState {
  if (standing !== undefined) return 'owed';
  return last === undefined ? 'entered' : 'takenBack';
}

async function readLinksOf(db: EntityManager, collectiveId: string) {
  const links = await db.find(IndustryLinkEntity, { where: { collectiveId }, order: { id: 'ASC' } });
  const ends = await db.findBy(IndustryLinkEndEntity, { collectiveId });
  return links.map(({ id, projectId, householdId, linkedOn, way, status, statusWords, paper }) => {
    const end = ends.find(({ linkId }) => linkId === id);
    return {
      ...{ id, projectId, householdId, linkedOn, way, paper },
      statusWords: statusWords ?? '',
      ...{ status: status ?? undefined, endedOn: end?.endedOn, endedWhy: end?.why },
    };
  });
}
