import { type EntityManager, In } from 'typeorm';
import type { CalendarDay, Month } from '../../domain/calendar/calendar-day';
import type { MoneyStream, SplitSlip } from '../../domain/income/kept-slip';
import type { StationTotals } from '../../domain/income/own-line';
import { type HeldStream, type KeptFacts, type Release, stillHeld } from '../../domain/income/slip-windows';
import { type Fen, sumFen } from '../../domain/money/fen';
import { insertRecorded } from '../../platform/audit/records';
import type { StandingIn } from './joint-cuts.store';
import { type EarlierMoney, splitsOf } from './keepers-mark';
import { JointPartEntity } from './joint-part.entity';
import { JointReleaseEntity, JointUnsplitEntity } from './joint-unsplit.entity';
import { ReceivableEntity } from './receivable.entity';
import { SettlementEntity } from './settlement.entity';
import { keptTotals } from './slip-totals';

/** One thing to be said of a slip. */
export interface SlipNote {
  /** It was too little and waited, until the slip of the month named; or it took along that month's. */
  readonly kind: 'waited' | 'tookAlong';
  readonly stream: MoneyStream;
  readonly amount: Fen;
  readonly month: Month | undefined;
  /** Where what waited was split by itself. */
  readonly splitNow?: { readonly id: string; readonly on: CalendarDay } | undefined;
}

/** A stream that still waits, with its slip. */
export interface WaitingStream {
  readonly slip: SettlementEntity;
  readonly stream: MoneyStream;
  readonly amount: Fen;
}

/** What was taken along by slips that stand. */
export async function readReleases(
  db: EntityManager,
  { collectiveId, reversed }: StandingIn,
): Promise<Release[]> {
  const rows = await db.findBy(JointReleaseEntity, { collectiveId });
  if (rows.length === 0) return [];
  const id = In([...new Set(rows.map((row) => row.releasedBy))]);
  const slips = await db.findBy(SettlementEntity, { collectiveId, id });
  const standing = new Set(
    slips.filter(({ entryId }) => !reversed.has(entryId ?? '')).map((slip) => slip.id),
  );
  return rows.filter((row) => standing.has(row.releasedBy)).map(releaseOf);
}

function releaseOf({ settlementId: slipId, ...row }: JointReleaseEntity): Release {
  const { stream, owner, holder, releasedBy, amount } = row;
  return { slipId, stream, owner, holder, releasedBy, amount };
}

/** What the rows of a station's slips that stand say of their split. */
export async function readKeptFacts(
  db: EntityManager,
  collectiveId: string,
  slips: readonly SettlementEntity[],
): Promise<KeptFacts & { readonly parts: readonly JointPartEntity[] }> {
  const settlementId = In(slips.map((slip) => slip.id));
  const parts = await db.findBy(JointPartEntity, { collectiveId, settlementId });
  const held = await db.findBy(JointUnsplitEntity, { collectiveId, settlementId });
  const releases = await db.findBy(JointReleaseEntity, { collectiveId, releasedBy: settlementId });
  return {
    parts,
    held: held.map(heldOf),
    releases: releases.map(releaseOf),
    slips: slips.map((slip) => ({
      id: slip.id,
      month: slip.generationMonth,
      tableFrom: slip.shareTableFrom,
      totals: keptTotals(slip),
      splits: splitsOf(slip),
      parts: parts.filter((part) => part.settlementId === slip.id).map(givenTo),
    })),
  };
}

function heldOf({ settlementId: slipId, stream, amount }: JointUnsplitEntity): HeldStream {
  return { slipId, stream, amount };
}

/** What a slip's row of an owner gives him. */
export function givenTo({ owner, kwh, energyFee, subsidy }: JointPartEntity): {
  owner: string;
  totals: StationTotals;
} {
  return { owner, totals: { energyKwh: BigInt(kwh), energyFee, subsidy } };
}

/** What was too little and still waits, in all kept stations, oldest month first. */
export async function readWaiting(db: EntityManager, books: StandingIn): Promise<WaitingStream[]> {
  const { collectiveId, reversed } = books;
  const held = await db.findBy(JointUnsplitEntity, { collectiveId });
  if (held.length === 0) return [];
  const id = In([...new Set(held.map((row) => row.settlementId))]);
  const all = await db.findBy(SettlementEntity, { collectiveId, id });
  const slips = all.filter(({ entryId }) => !reversed.has(entryId ?? ''));
  const waiting = stillHeld({
    slips: slips.map((slip) => ({
      ...{ id: slip.id, month: slip.generationMonth, tableFrom: slip.shareTableFrom },
      ...{ totals: keptTotals(slip), parts: [] },
    })),
    held: held.map(heldOf),
    releases: await readReleases(db, books),
  });
  return waiting.flatMap(({ slipId, stream, amount }) => {
    const slip = slips.find((each) => each.id === slipId);
    return slip === undefined ? [] : [{ slip, stream, amount }];
  });
}

/** The slip that took along what of the slip of an entry waited; undefined where none did, or stands. */
export async function findTakenAlong(
  db: EntityManager,
  books: StandingIn,
  entryId: string,
): Promise<SettlementEntity | undefined> {
  const { collectiveId } = books;
  const slip = await db.findOneBy(SettlementEntity, { collectiveId, entryId });
  if (slip === null) return undefined;
  const release = (await readReleases(db, books)).find(({ slipId }) => slipId === slip.id);
  if (release === undefined) return undefined;
  return db.findOneByOrFail(SettlementEntity, { collectiveId, id: release.releasedBy });
}

/** What earlier slips made owed and the slip of an entry took along: it goes back with that entry. */
export async function readTakenAlong(
  db: EntityManager,
  collectiveId: string,
  entryId: string,
): Promise<ReceivableEntity[]> {
  const slip = await db.findOneBy(SettlementEntity, { collectiveId, entryId });
  if (slip === null) return [];
  const releases = await db.findBy(JointReleaseEntity, { collectiveId, releasedBy: slip.id });
  if (releases.length === 0) return [];
  const sourceId = In([...new Set(releases.map((release) => release.settlementId))]);
  const owed = await db.findBy(ReceivableEntity, { collectiveId, sourceId });
  return owed.filter((row) =>
    releases.some(
      ({ settlementId, stream }) =>
        settlementId === row.sourceId && stream === (row.stream === 'energy' ? 'energyFee' : 'subsidy'),
    ),
  );
}

/** What of an owner's part of a slip is of earlier slips that waited. */
export async function readEarlier(
  db: EntityManager,
  collectiveId: string,
  { slipId, holder }: { readonly slipId: string; readonly holder: string },
): Promise<EarlierMoney> {
  const rows = await db.findBy(JointReleaseEntity, { collectiveId, releasedBy: slipId, holder });
  const sum = (stream: MoneyStream): Fen =>
    sumFen(rows.filter((row) => row.stream === stream).map((row) => row.amount));
  return { energyFee: sum('energyFee'), subsidy: sum('subsidy') };
}

/** What is to be said of a slip of which something waited, or which took along what did. */
export async function readSlipNotes(
  db: EntityManager,
  books: StandingIn,
  slip: SettlementEntity,
): Promise<SlipNote[]> {
  const { collectiveId } = books;
  const held = await db.findBy(JointUnsplitEntity, { collectiveId, settlementId: slip.id });
  const releases = await readReleases(db, books);
  const id = In(releases.flatMap((release) => [release.slipId, release.releasedBy]));
  const slips = await db.findBy(SettlementEntity, { collectiveId, id });
  const slipOf = (slipId: string | undefined) => slips.find((each) => each.id === slipId);
  const waited = held.map(({ stream, amount }): SlipNote => {
    const with_ = releases.find((release) => release.slipId === slip.id && release.stream === stream);
    const later = slipOf(with_?.releasedBy);
    const alone = later !== undefined && splitsOf(later) !== undefined;
    const splitNow = alone ? { id: later.id, on: later.postedOn } : undefined;
    return { kind: 'waited', stream, amount, month: later?.generationMonth, splitNow };
  });
  const own = releases.filter((release) => release.releasedBy === slip.id);
  const keys = [...new Set(own.map((release) => `${release.slipId} ${release.stream}`))];
  const tookAlong = keys.map((key): SlipNote => {
    const of = own.filter((release) => `${release.slipId} ${release.stream}` === key);
    const [{ slipId, stream } = { slipId: '', stream: 'energyFee' as const }] = of;
    const amount = sumFen(of.map((release) => release.amount));
    return { kind: 'tookAlong', stream, amount, month: slipOf(slipId)?.generationMonth };
  });
  return [...waited, ...tookAlong];
}

/** Keeps what of a slip waits, and what it took along. */
export async function insertUnsplit(
  tx: EntityManager,
  collectiveId: string,
  slip: { readonly id: string; readonly split: SplitSlip },
): Promise<void> {
  const { heldBack, released } = slip.split;
  const held = heldBack.map((each) => ({ collectiveId, settlementId: slip.id, ...each }));
  if (held.length > 0) await insertRecorded(tx, JointUnsplitEntity, held);
  const releases = released.map(({ slipId, ...each }) => ({
    ...{ collectiveId, settlementId: slipId, releasedBy: slip.id, ...each },
  }));
  if (releases.length > 0) await insertRecorded(tx, JointReleaseEntity, releases);
}
