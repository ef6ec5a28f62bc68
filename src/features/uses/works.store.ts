import type { EntityManager } from 'typeorm';
import type { CalendarDay } from '../../domain/calendar/calendar-day';
import type { Fen } from '../../domain/money/fen';
import type { LabourLine } from '../../domain/uses/labour-rows';
import { type EndAct, standingEnd, type UseEnd } from '../../domain/uses/use-end';
import type { ReliefFunds, Work } from '../../domain/uses/work';
import type { WorkedSpan } from '../../domain/uses/work-days';
import type { Withdrawal } from '../../domain/uses/use-withdrawal';
import { localDay } from '../../platform/clock/clock';
import { WorkEndActEntity } from './use-end.entity';
import { endActsOf } from './use-ends.store';
import {
  WorkAcceptanceEntity,
  WorkClosingEntity,
  WorkEntity,
  WorkProjectEntity,
  WorkSheetEntity,
  WorkSheetLineEntity,
  WorkSheetWithdrawalEntity,
  WorkWithdrawalEntity,
} from './work.entity';

/**
 * Where a sheet stands: entered and waiting for another's eyes, owed, taken back by the reversal of its
 * voucher and waiting again, or withdrawn for good.
 */
export type SheetState = 'entered' | 'owed' | 'takenBack' | 'withdrawn';

/** A sheet as it was kept. */
interface KeptSheet {
  readonly id: string;
  readonly workId: string;
  readonly sheetNumber: number;
  readonly from: CalendarDay;
  readonly to: CalendarDay;
  readonly amount: Fen;
  readonly paper: string;
  readonly bothWhy: string | null;
  readonly labourWhy: string | null;
  readonly lines: readonly LabourLine[];
  readonly enteredBy: string;
  /** The day of its entry by the clock. */
  readonly enteredOn: CalendarDay;
  readonly withdrawn: string | undefined;
  /** By each of its acceptances, the oldest first. */
  readonly acceptances: readonly WorkAcceptanceEntity[];
}

/** A sheet and where it stands. */
export interface ToldSheet extends Omit<KeptSheet, 'acceptances'> {
  readonly state: SheetState;
  /** The last acceptance, also one that was taken back. */
  readonly acceptedOn: CalendarDay | undefined;
  readonly acceptedBy: string | undefined;
  /** Why it was accepted again though another came between, where that asked. */
  readonly againWhy: string | null;
  readonly voucherEntryId: string | undefined;
}

/** A work with its sheets. */
export interface ToldWork extends Work, UseEnd {
  readonly id: string;
  readonly sheets: readonly ToldSheet[];
  /** That it was typed wrongly and is none; undefined of one that stands. */
  readonly withdrawn: Withdrawal | undefined;
  /** Its end, and what became of it, in its order. */
  readonly acts: readonly EndAct[];
}

/** The sheets of all works, in the order of their entry. */
async function readSheets(db: EntityManager, collectiveId: string): Promise<KeptSheet[]> {
  const order = { workId: 'ASC', sheetNumber: 'ASC' } as const;
  const sheets = await db.find(WorkSheetEntity, { where: { collectiveId }, order });
  const lines = await db.find(WorkSheetLineEntity, {
    where: { collectiveId },
    order: { sheetId: 'ASC', lineNumber: 'ASC' },
  });
  const taken = await db.findBy(WorkSheetWithdrawalEntity, { collectiveId });
  const accepted = await db.find(WorkAcceptanceEntity, {
    where: { collectiveId },
    order: { grantId: 'ASC' },
  });
  const linesOf = grouped(lines);
  const acceptedOf = grouped(accepted);
  const whyOf = new Map(taken.map(({ sheetId, why }) => [sheetId, why]));
  return sheets.map((row) => ({
    ...{ id: row.id, workId: row.workId, sheetNumber: row.sheetNumber, from: row.from, to: row.to },
    ...{ amount: row.amount, paper: row.paper },
    ...{ enteredBy: row.enteredBy, enteredOn: localDay(row.enteredAt) },
    ...{ bothWhy: row.bothWhy, labourWhy: row.labourWhy },
    lines: (linesOf.get(row.id) ?? []).map(lineOf),
    withdrawn: whyOf.get(row.id),
    acceptances: acceptedOf.get(row.id) ?? [],
  }));
}

/** What everybody worked, on sheets that were not withdrawn. */
export async function readWorked(db: EntityManager, collectiveId: string): Promise<WorkedSpan[]> {
  const standing = (await readSheets(db, collectiveId)).filter(({ withdrawn }) => withdrawn === undefined);
  return standing.flatMap(({ from, to, lines }) =>
    lines.map(({ memberId, halfDays }) => ({ memberId, from, to, halfDays })),
  );
}

/**
 * The works of a collective in the order of entry, withdrawn ones among them.
 * @param reversed the vouchers that were taken back
 */
export async function readWorks(
  db: EntityManager,
  collectiveId: string,
  reversed: ReadonlySet<string>,
): Promise<ToldWork[]> {
  const works = await db.find(WorkEntity, { where: { collectiveId }, order: { id: 'ASC' } });
  if (works.length === 0) return [];
  const sheets = await readSheets(db, collectiveId);
  const closings = await db.findBy(WorkClosingEntity, { collectiveId });
  const later = await db.findBy(WorkEndActEntity, { collectiveId });
  const built = await db.findBy(WorkProjectEntity, { collectiveId });
  const taken = await db.findBy(WorkWithdrawalEntity, { collectiveId });
  const withdrawnOf = new Map(taken.map(({ workId, withdrawnOn: on, why }) => [workId, { on, why }]));
  const projectOf = new Map(built.map(({ workId, projectId }) => [workId, projectId]));
  return works.map((work) => {
    const { id, claimId, name } = work;
    const own = sheets.filter(({ workId }) => workId === id).map((sheet) => toldSheet(sheet, reversed));
    const acts = endActsOf(
      closings.find(({ workId }) => workId === id),
      later.filter(({ workId }) => workId === id),
    );
    return {
      ...{ id, claimId, name, relief: reliefOf(work), projectId: projectOf.get(id) },
      ...{ withdrawn: withdrawnOf.get(id), sheets: own, acts, ...standingEnd(acts, own.some(isWaiting)) },
    };
  });
}

/** Whether a sheet waits for another's eyes, for the first time or again. */
export function isWaiting({ state }: Pick<ToldSheet, 'state'>): boolean {
  return state === 'entered' || state === 'takenBack';
}

function toldSheet({ acceptances, ...sheet }: KeptSheet, reversed: ReadonlySet<string>): ToldSheet {
  const standing = acceptances.find(({ entryId }) => !reversed.has(entryId));
  const last = standing ?? acceptances.at(-1);
  const state = sheet.withdrawn !== undefined ? 'withdrawn' : unwithdrawn(standing, last);
  return {
    ...sheet,
    state,
    acceptedOn: last?.acceptedOn,
    acceptedBy: last?.acceptedBy,
    againWhy: last?.againWhy ?? null,
    voucherEntryId: last?.entryId,
  };
}

function unwithdrawn(standing: unknown, last: unknown): SheetState {
  if (standing !== undefined) return 'owed';
  return last === undefined ? 'entered' : 'takenBack';
}

function lineOf({ memberId, halfDays, rate, amount, status }: WorkSheetLineEntity): LabourLine {
  return { memberId, halfDays, rate, amount, status: status ?? undefined };
}

function reliefOf({ investment, central, region }: WorkEntity): ReliefFunds | undefined {
  return investment === null ? undefined : { investment, central: central ?? 0n, region: region ?? 0n };
}

function grouped<Row extends { readonly sheetId: string }>(rows: readonly Row[]): ReadonlyMap<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) groups.set(row.sheetId, [...(groups.get(row.sheetId) ?? []), row]);
  return groups;
}
