import { type EntityManager, In } from 'typeorm';
import type { CalendarDay } from '../../domain/calendar/calendar-day';
import type { OpenPart } from '../../domain/income/kept-slip';
import { ownMoney } from '../../domain/income/slip-windows';
import { type Fen, sumFen } from '../../domain/money/fen';
import { readCutParts, type StandingIn } from './joint-cuts.store';
import { JointPaymentEntity } from './joint-payment.entity';
import { JointPartEntity } from './joint-part.entity';
import { JointReceiptPartEntity } from './joint-receipt-part.entity';
import { JointPartTaxEntity } from './joint-tax.entity';
import { readBorne, readBorneParts } from './joint-taxes.store';
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

/** What came for each owner, or the keeper owes him of tax, and is not yet paid to him, by his name. */
export async function readOwed(db: EntityManager, books: CameIn): Promise<Map<string, Fen>> {
  const owed = new Map<string, Fen>();
  const add = (owner: string, amount: Fen): void => void owed.set(owner, (owed.get(owner) ?? 0n) + amount);
  for (const { owner, amount } of await readCame(db, books)) add(owner, amount);
  for (const { owner, tax } of await readBorneParts(db, books)) add(owner, tax);
  const { collectiveId, reversed } = books;
  for (const { owner, amount, entryId } of await db.findBy(JointPaymentEntity, { collectiveId })) {
    if (!reversed.has(entryId)) add(owner, -amount);
  }
  return owed;
}

/**
 * By receivable, what each owner of a kept station still waits for: what had not come, and was not cut. What
 * of a slip was too little to be split is nobody's until a later slip has taken it along, and his who got it
 * then. Of tax that the grid kept back and the keeper bears nothing more comes: he owes it to them already. A
 * receivable of one's own is not among them.
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
  const borne = await readBorneParts(db, books);
  return new Map(
    receivables.flatMap((row) => {
      const own = parts.filter((part) => part.settlementId === row.sourceId);
      if (own.length === 0) return [];
      const stream = row.stream === 'energy' ? 'energyFee' : 'subsidy';
      const slip = { id: row.sourceId, parts: own.map(givenTo) };
      const money = ownMoney(slip, { stream, releases, by: 'holder' });
      const open = [...money].map(([owner, whole]) => {
        const got = gone.filter((each) => each.receivableId === row.id && each.owner === owner);
        const own = stream === 'energyFee' ? borne.filter(isOf(row.sourceId, owner)) : [];
        const settled = sumFen([...got.map((each) => each.amount), ...own.map(({ tax }) => tax)]);
        return { owner, open: whole - settled };
      });
      return [[row.id, open]];
    }),
  );
}

/** What a receipt brought owners, or a slip of which the keeper bears the tax, or a cost that came back. */
export async function readBrought(
  db: EntityManager,
  collectiveId: string,
  { kind, id }: { readonly kind: string; readonly id: string },
): Promise<{ owner: string; amount: Fen }[]> {
  if (kind === 'receipt') return db.findBy(JointReceiptPartEntity, { collectiveId, receiptId: id });
  if (kind === 'jointPayment') {
    // What came back of a cost stands as a payment below zero.
    const paid = await db.findBy(JointPaymentEntity, { collectiveId, id });
    return paid.map(({ owner, amount }) => ({ owner, amount: -amount }));
  }
  if (kind !== 'settlement' || !(await readBorne(db, collectiveId, [id])).has(id)) return [];
  const parts = await db.findBy(JointPartTaxEntity, { collectiveId, settlementId: id });
  return parts.map(({ owner, tax }) => ({ owner, amount: tax }));
}

/** The slips of stations kept for owners. */
export async function keptSlipIds(db: EntityManager, collectiveId: string): Promise<ReadonlySet<string>> {
  const parts = await db.findBy(JointPartEntity, { collectiveId });
  return new Set(parts.map(({ settlementId }) => settlementId));
}

function isOf(settlementId: string, owner: string): (row: JointPartTaxEntity) => boolean {
  return (row) => row.settlementId === settlementId && row.owner === owner;
}
