import type { EntityManager } from 'typeorm';
import type { CalendarDay } from '../../domain/calendar/calendar-day';
import type { OpenedIncome } from '../../domain/income/opened-months';
import type { ReceivablePart } from '../../domain/income/postings';
import type { TaxBasis } from '../../domain/money/taxed';
import { GRID } from '../../domain/ledger/counterparty';
import type { Stream } from '../../domain/ledger/journal-entry';
import type { Fen } from '../../domain/money/fen';
import { insertRecorded } from '../../platform/audit/records';
import { run } from '../../platform/database/statements';
import { newId } from '../../platform/ids/new-id';
import type { ReceiptLineEntity } from './receipt-line.entity';
import type { ReceiptEntity } from './receipt.entity';
import { ReceivableEntity, streamOf } from './receivable.entity';

/** Money that came on what was owed: the bank's day, how much, and the voucher of the whole receipt. */
export interface CameOf {
  readonly receivedOn: CalendarDay;
  readonly amount: Fen;
  readonly entryId: string;
}

/** What is said of the tax of income that is owed. */
export interface OwedTax {
  readonly taxBasis: TaxBasis | undefined;
  readonly tax: Fen | undefined;
  /** What of a slip's tax the payer keeps back. */
  readonly taxKept?: Fen | undefined;
}

/** The same of income of which nobody may have said it. */
export type OwedSaid = { readonly [Key in keyof OwedTax]?: OwedTax[Key] | undefined };

/** Income that has become owed, and where it came from. */
export interface Owed {
  readonly part: ReceivablePart;
  readonly kind: string;
  readonly id: string;
  readonly entryId: string;
  readonly due?: Partial<OwedTax> & {
    readonly dueOn?: CalendarDay | undefined;
    readonly coversFrom?: CalendarDay;
    readonly coversTo?: CalendarDay;
  };
  /** Of a slip; what falls due otherwise says it with its days. */
  readonly tax?: OwedTax;
  readonly kwh?: string;
}

/** Keeps what is owed beside its voucher; nothing is kept of nothing. */
export async function insertOwed(tx: EntityManager, collectiveId: string, owed: Owed): Promise<void> {
  const { part, due, kind, id, entryId } = owed;
  if (part.amount === 0n) return;
  await insertRecorded(tx, ReceivableEntity, {
    collectiveId,
    id: newId(),
    assetId: part.assetId,
    ...streamColumns(part.stream),
    pool: part.pool,
    aboutPeriod: part.month,
    counterparty: part.counterparty ?? GRID,
    dueOn: due?.dueOn ?? null,
    coversFrom: due?.coversFrom ?? null,
    coversTo: due?.coversTo ?? null,
    amount: part.amount,
    ...taxColumns(owed.tax ?? due),
    kwh: owed.kwh ?? null,
    sourceKind: kind,
    sourceId: id,
    entryId,
  });
}

/** Dividends came later than the table's list of streams, which no database alters in place. */
function streamColumns(stream: Stream): Pick<ReceivableEntity, 'stream' | 'namedStream'> {
  return stream === 'dividend' ? { stream: 'other', namedStream: stream } : { stream, namedStream: null };
}

function taxColumns({ taxBasis, tax, taxKept }: Partial<OwedTax> = {}): TaxColumns {
  return { taxBasis: taxBasis ?? null, tax: tax ?? null, taxKept: taxKept ?? null };
}

type TaxColumns = Pick<ReceivableEntity, 'taxBasis' | 'tax' | 'taxKept'>;

/** What the opening that holds carries of an asset as owed. */
export async function readOpened(
  db: EntityManager,
  of: { readonly collectiveId: string; readonly assetId: string },
): Promise<OpenedIncome[]> {
  const rows = await db.findBy(ReceivableEntity, { ...of, sourceKind: 'opening' });
  const replaced = rows.length === 0 ? new Set() : await readReplaced(db, of.collectiveId);
  const holding = rows.filter(({ entryId }) => !replaced.has(entryId));
  return holding.map((row) => ({ month: row.aboutPeriod, stream: streamOf(row), amount: row.amount }));
}

/** The openings that another one took the place of. */
async function readReplaced(db: EntityManager, collectiveId: string): Promise<ReadonlySet<string>> {
  const rows = await run<{ reverses_id: string }>(
    db,
    `SELECT reverses_id FROM ledger_entries
     WHERE collective_id = ? AND source_kind = ? AND reverses_id IS NOT NULL`,
    [collectiveId, 'opening'],
  );
  return new Set(rows.map((row) => row.reverses_id));
}

/** The money that came on a receivable, with the bank's days and its vouchers. */
export function receiptsOf(
  id: string,
  lines: readonly ReceiptLineEntity[],
  valid: ReadonlyMap<string, ReceiptEntity>,
): CameOf[] {
  return lines.flatMap(({ receivableId, receiptId, amount }) => {
    const { receivedOn = '', entryId = '' } = (receivableId === id ? valid.get(receiptId) : undefined) ?? {};
    return entryId === '' ? [] : [{ receivedOn, amount, entryId }];
  });
}

/** What is said of the tax of income that is owed; undefined where nobody has said it. */
export function taxOf(row: ReceivableEntity): OwedSaid {
  const [tax, taxKept] = [row.tax ?? undefined, row.taxKept ?? undefined];
  return { taxBasis: row.taxBasis ?? undefined, tax, taxKept };
}

/**
 * Which of these vouchers cleared what was owed by a cost, and brought no money: the keeper of a joint
 * station paid it for the owner and kept it back (2023: Dr 511 and 113 / Cr 113 and 112).
 */
export async function readNetted(
  db: EntityManager,
  collectiveId: string,
  entryIds: readonly string[],
): Promise<ReadonlySet<string>> {
  if (entryIds.length === 0) return new Set();
  const marks = entryIds.map(() => '?').join(', ');
  const rows = await run<{ id: string }>(
    db,
    `SELECT id FROM ledger_entries WHERE collective_id = ? AND source_kind = ? AND id IN (${marks})`,
    [collectiveId, 'deduction', ...entryIds],
  );
  return new Set(rows.map((row) => row.id));
}
