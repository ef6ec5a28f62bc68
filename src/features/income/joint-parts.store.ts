import { type EntityManager, In } from 'typeorm';
import type { CalendarDay } from '../../domain/calendar/calendar-day';
import type { OpenPart } from '../../domain/income/kept-slip';
import { ownMoney } from '../../domain/income/slip-windows';
import type { Fen } from '../../domain/money/fen';
import { readCutParts, type StandingIn } from './joint-cuts.store';
import { JointPaymentEntity } from './joint-payment.entity';
import { JointPartEntity } from './joint-part.entity';
import { JointReceiptPartEntity } from './joint-receipt-part.entity';
import { givenTo, readReleases } from './joint-unsplit.store';
import { ReceiptEntity } from './receipt.entity';
import { ReceivableEntity } from './receivable.entity';

/** Books with what stands in them, and up to which day money is counted as come: to this day without one. */
interface CameIn extends StandingIn {
  readonly until?: CalendarDay | undefined;
}

/** What came for owners by receipts that stand: for all of it, or for some receivables. */
export async function readCame(
  db: EntityManager,
  { collectiveId, reversed, until }: CameIn,
  receivableIds?: readonly string[],
): Promise<JointReceiptPartEntity[]> {
  const of = receivableIds === undefined ? {} : { receivableId: In([...receivableIds]) };
  const rows = await db.findBy(JointReceiptPartEntity, { collectiveId, ...of });
  const id = In([...new Set(rows.map((row) => row.receiptId))]);
  const receipts = await db.findBy(ReceiptEntity, { collectiveId, id });
  const isOut = (each: ReceiptEntity): boolean =>
    reversed.has(each.entryId) || (until !== undefined && each.receivedOn > until);
  const gone = new Set(receipts.filter(isOut).map((each) => each.id));
  return rows.filter((row) => !gone.has(row.receiptId));
}

/** What came for each owner and is not yet paid to him, by his name; whatever was paid is off it. */
export async function readOwed(db: EntityManager, books: CameIn): Promise<Map<string, Fen>> {
  const owed = new Map<string, Fen>();
  const add = (owner: string, amount: Fen): void => void owed.set(owner, (owed.get(owner) ?? 0n) + amount);
  for (const { owner, amount } of await readCame(db, books)) add(owner, amount);
  const { collectiveId, reversed } = books;
  for (const { owner, amount, entryId } of await db.findBy(JointPaymentEntity, { collectiveId })) {
    if (!reversed.has(entryId)) add(owner, -amount);
  }
  return owed;
}

/**
 * By receivable, what each owner of a kept station still waits for: what had not come, and was not cut. What
 * of a slip was too little to be split is nobody's until a later slip has taken it along, and his who got it
 * then. A receivable of one's own is not among them.
 */
export async function readOpenParts(
  db: EntityManager,
  books: StandingIn,
  receivableIds: readonly string[],
): Promise<ReadonlyMap<string, readonly OpenPart[]>> {
  const { collectiveId } = books;
  const receivables = await db.findBy(ReceivableEntity, { collectiveId, id: In([...receivableIds]) });
  const slips = receivables.filter((row) => row.sourceKind === 'settlement').map((row) => row.sourceId);
  const parts = await db.findBy(JointPartEntity, { collectiveId, settlementId: In(slips) });
  if (parts.length === 0) return new Map();
  const came = await readCame(db, books, receivableIds);
  const cut = await readCutParts(db, books, receivableIds);
  const gone = [...came, ...cut];
  const releases = await readReleases(db, books);
  return new Map(
    receivables.flatMap((row) => {
      const own = parts.filter((part) => part.settlementId === row.sourceId);
      if (own.length === 0) return [];
      const stream = row.stream === 'energy' ? 'energyFee' : 'subsidy';
      const slip = { id: row.sourceId, parts: own.map(givenTo) };
      const money = ownMoney(slip, { stream, releases, by: 'holder' });
      const open = [...money].map(([owner, whole]) => {
        const got = gone.filter((each) => each.receivableId === row.id && each.owner === owner);
        return { owner, open: got.reduce((rest, each) => rest - each.amount, whole) };
      });
      return [[row.id, open]];
    }),
  );
}

/** The slips of stations kept for owners. */
export async function keptSlipIds(db: EntityManager, collectiveId: string): Promise<ReadonlySet<string>> {
  const parts = await db.findBy(JointPartEntity, { collectiveId });
  return new Set(parts.map(({ settlementId }) => settlementId));
}
