import { type EntityManager, In } from 'typeorm';
import { type Month, yearOf } from '../../domain/calendar/calendar-day';
import type { CheckedReentry } from '../../domain/ledger/check-reentries';
import { type JournalEntry, requireUnsettled } from '../../domain/ledger/journal-entry';
import { aboutAnew, earlierMonthOf, type FormerEntry } from '../../domain/ledger/prior-year-move';
import { takesPlaceOf } from '../../domain/ledger/reentered';
import {
  type ChainedCorrection,
  type PutRight,
  requireReenterable,
  type SettledDays,
  statementDayOf,
} from '../../domain/ledger/statement-day';
import { PRIOR_YEAR } from '../../domain/ledger/surplus-movements';
import { DomainError } from '../../domain/shared/domain-error';
import { insertRecorded } from '../../platform/audit/records';
import { toPutRight } from '../../platform/database/put-right';
import { LedgerEntryEntity } from './ledger-entry.entity';
import type { LedgerReadService, Voucher } from './ledger-read.service';
import { run } from './ledger.store';
import { findMove } from './prior-year-moves.store';
import { ReentryEntity } from './reentry.entity';
import { findReplaced, type Replaced } from './replaced-vouchers.store';

/** An entry that is booked in the place of a reversed one. */
export interface Reentry extends PutRight {
  readonly correctsId: string;
  /** The month that the reversed one was about. */
  readonly aboutPeriod: Month;
  /** The month of an earlier year whose income and expense it is. */
  readonly ofEarlier?: Month | undefined;
}

/** An entry to be booked; one that was written before names itself what it enters anew. */
export type AnewEntry = JournalEntry & {
  readonly corrects?: string | undefined;
  /** What its step booked of the same claim before, and which of it this is entered anew for. */
  readonly replaces?: Replaced | undefined;
};

/** Whether an entry may put something right: most may not, and nothing is asked. */
export function mayTakeReentry(tx: EntityManager, { corrects, replaces }: AnewEntry): boolean {
  return corrects !== undefined || replaces !== undefined || toPutRight(tx) !== undefined;
}

/**
 * What an entry puts right, if it does: what its writer named, or the act that books it, where the entry is
 * of the kind that was reversed. A correction of an earlier year takes the place of any of that year.
 * @throws DomainError `reentry.*`, `ledger.entryUnknown`
 */
export async function takeReentry(
  tx: EntityManager,
  reading: LedgerReadService,
  { collectiveId, entry }: { readonly collectiveId: string; readonly entry: AnewEntry },
): Promise<Reentry | undefined> {
  const given = toPutRight(tx);
  const { corrects, replaces: replaced } = entry;
  const correctsId = corrects ?? (await findReplaced(tx, collectiveId, { replaced, named: given?.id }));
  if (correctsId === undefined) return undefined;
  const corrected = await requireReentered(tx, reading, { collectiveId, entryId: correctsId });
  if (!takesPlaceOf(entry.source.kind, corrected.source.kind)) {
    if (entry.corrects === undefined) return undefined;
    throw new DomainError('reentry.otherKind');
  }
  if (entry.corrects === undefined && given !== undefined) given.isTaken = true;
  const { statementOn, postings } = corrected;
  const former = await readFormer(tx, reading, { collectiveId, corrected });
  const { reason, movedTo, postedOn } = former;
  const year = yearOf(movedTo ?? postedOn);
  const isOwnForm = entry.source.kind === PRIOR_YEAR.correction && reason !== 'wrongDate';
  if (isOwnForm && yearOf(entry.aboutPeriod) !== year) throw new DomainError('reentry.otherYear', { year });
  const ofEarlier = earlierMonthOf(entry, former);
  const { aboutPeriod } = corrected;
  return { correctsId, statementOn, postings, reason, aboutPeriod, ofEarlier };
}

/** Of a reversed voucher what its place is judged by. */
export async function readFormer(
  tx: EntityManager,
  reading: LedgerReadService,
  { collectiveId, corrected }: { readonly collectiveId: string; readonly corrected: Voucher },
): Promise<FormerEntry> {
  const { postedOn, aboutPeriod, reversedById = '' } = corrected;
  const { reason } = await reading.requireEntry(collectiveId, reversedById, tx);
  const movedTo = (await findMove(tx, collectiveId, corrected))?.aboutPeriod;
  return { postedOn, aboutPeriod, reason, movedTo };
}

/** A voucher that may be entered anew. @throws DomainError `reentry.*`, `ledger.entryUnknown` */
export async function requireReentered(
  tx: EntityManager,
  reading: LedgerReadService,
  { collectiveId, entryId }: { readonly collectiveId: string; readonly entryId: string },
): Promise<Voucher> {
  const corrected = await reading.requireEntry(collectiveId, entryId, tx);
  requireReenterable({
    isReversal: corrected.reversesId !== undefined,
    isReversed: corrected.reversedById !== undefined,
    isAnew: (await findReentry(tx, collectiveId, { correctsId: entryId })) !== null,
  });
  return corrected;
}

/**
 * An entry with the day on which statements count it: a new fact on no settled day, a reversal and what is
 * entered anew where the entry was that it puts right. @throws DomainError `period.settled`
 */
export function countedEntry(
  given: { readonly entry: JournalEntry; readonly anew: Reentry | undefined; readonly isReversal: boolean },
  settled: SettledDays,
): JournalEntry {
  const { entry, anew, isReversal } = given;
  if (anew === undefined && !isReversal) {
    requireUnsettled(entry, settled.settledTo);
    return entry;
  }
  const { postedOn, postings } = entry;
  const correction = { postedOn, postings, isAnew: !isReversal };
  const aboutPeriod = anew === undefined ? entry.aboutPeriod : aboutAnew(entry, anew, anew.ofEarlier);
  return { ...entry, aboutPeriod, statementOn: statementDayOf(anew ?? entry, correction, settled) };
}

/** Keeps which entry took the place of which. */
export function insertReentry(
  tx: EntityManager,
  collectiveId: string,
  { correctsId, entryId }: { readonly correctsId: string; readonly entryId: string },
): Promise<void> {
  return insertRecorded(tx, ReentryEntity, { collectiveId, correctsId, entryId });
}

/** The pair that an entry belongs to, on either side. */
export function findReentry(
  db: EntityManager,
  collectiveId: string,
  of: { readonly correctsId: string } | { readonly entryId: string },
): Promise<ReentryEntity | null> {
  return db.findOneBy(ReentryEntity, { collectiveId, ...of });
}

/** The pairs of those of some entries that took the place of a reversed one. */
export function findPlacesTaken(
  db: EntityManager,
  collectiveId: string,
  entryIds: readonly string[],
): Promise<ReentryEntity[]> {
  return db.findBy(ReentryEntity, { collectiveId, entryId: In([...entryIds]) });
}

/** What was put right behind a place of the chain, in its order. */
export async function readCorrections(
  db: EntityManager,
  collectiveId: string,
  behind: number,
): Promise<ChainedCorrection[]> {
  const rows = await run<{
    readonly id: string;
    readonly position: number;
    readonly statement_on: string;
    readonly of_id: string;
    readonly of_position: number;
    readonly of_on: string;
  }>(
    db,
    `SELECT e.id, e.chain_position AS position, e.statement_on, o.id AS of_id,
       o.chain_position AS of_position, o.statement_on AS of_on
     FROM ledger_entries e
     LEFT JOIN reentries r ON r.collective_id = e.collective_id AND r.entry_id = e.id
     JOIN ledger_entries o ON o.collective_id = e.collective_id
       AND o.id = COALESCE(e.reverses_id, r.corrects_id)
     WHERE e.collective_id = ? AND e.chain_position > ?
     ORDER BY e.chain_position`,
    [collectiveId, behind],
  );
  return rows.map((row) => ({
    entryId: row.id,
    position: row.position,
    statementOn: row.statement_on,
    of: { entryId: row.of_id, position: row.of_position, statementOn: row.of_on },
  }));
}

/** Every pair as the books have both, for their check. */
export async function readCheckedReentries(
  db: EntityManager,
  collectiveId: string,
): Promise<CheckedReentry[]> {
  const rows = await db.find(ReentryEntity, { where: { collectiveId }, order: { correctsId: 'ASC' } });
  const ids = rows.flatMap(({ correctsId, entryId }) => [correctsId, entryId]);
  const where = [
    { collectiveId, id: In(ids) },
    { collectiveId, reversesId: In(ids) },
  ];
  const entries = rows.length === 0 ? [] : await db.find(LedgerEntryEntity, { where });
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  const reversals = new Map(entries.map((entry) => [entry.reversesId, entry]));
  return rows.map(({ correctsId, entryId }) => {
    const [corrected, entry] = [byId.get(correctsId), byId.get(entryId)];
    const reversal = reversals.get(correctsId);
    return {
      ...{ correctsId, entryId },
      corrected: corrected && { position: corrected.chainPosition, statementOn: corrected.statementOn },
      reversal: reversal && { position: reversal.chainPosition, reason: reversal.reason ?? '' },
      entry: entry && {
        ...{ position: entry.chainPosition, postedOn: entry.postedOn, statementOn: entry.statementOn },
        isReversal: entry.reversesId !== null,
      },
    };
  });
}
