import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { checkIncome, type OwedPart } from '../../domain/income/check-receivables';
import { checkRents, checkSchedule } from '../../domain/income/check-rents';
import type { CheckedEntry } from '../../domain/ledger/check-pass';
import { LedgerCheckService } from '../ledger/ledger-check.service';
import { type CheckedBooks, StepCheck } from '../ledger/step-check.service';
import { ReceiptLineEntity } from './receipt-line.entity';
import { ReceiptEntity } from './receipt.entity';
import { ReceivableEntity } from './receivable.entity';
import { RentAdvanceEntity } from './rent-advance.entity';
import { RentBookingEntity } from './rent-booking.entity';
import { RentReadService } from './rent-read.service';
import { SettlementEntity } from './settlement.entity';

/** The step's rows of a run of entries. */
interface IncomeRows {
  readonly owed: readonly ReceivableEntity[];
  readonly settlements: readonly SettlementEntity[];
  readonly receipts: readonly ReceiptEntity[];
  readonly lines: readonly ReceiptLineEntity[];
  readonly bookings: readonly RentBookingEntity[];
  readonly advances: readonly RentAdvanceEntity[];
  /** What the receipts' lines clear, whenever it was booked. */
  readonly cleared: ReadonlyMap<string, ReceivableEntity>;
}

/** The income step's pass: what is owed and what was received of it is what the receivable account says. */
@Injectable()
export class IncomeCheckService extends StepCheck {
  override readonly pass = 'receivables';

  constructor(
    private readonly ledger: LedgerCheckService,
    private readonly rents: RentReadService,
  ) {
    super();
  }

  override async checkEntries(books: CheckedBooks, entries: readonly CheckedEntry[]): Promise<void> {
    const rows = await rowsOf(books, entries);
    for (const entry of entries) {
      const receivable = books.chartOf(entry.chart)?.roles.receivable;
      if (receivable === undefined) continue;
      const { entryId } = entry;
      const receipts = rows.receipts.filter((row) => row.entryId === entryId);
      const kept = {
        owed: rows.owed
          .filter((row) => row.entryId === entryId)
          .map((row) => ({ ...partOf(row, row.amount), counterparty: row.counterparty })),
        received: receipts.map((receipt) => ({
          on: receipt.receivedOn,
          amount: receipt.amount,
          parts: partsOf(receipt, rows),
        })),
        slips: rows.settlements
          .filter((row) => row.entryId === entryId)
          .map((row) => ({
            on: row.postedOn,
            month: row.generationMonth,
            amount: row.ownEnergyFee + row.ownSubsidy,
          })),
      };
      checkIncome(entry, { receivable, kept }, books.findings);
      const payable = books.chartOf(entry.chart)?.roles.payable ?? '';
      checkRents(entry, { payable, ...rentsOf(rows, entryId) }, books.findings);
    }
  }

  override async checkRows({ db, collectiveId, findings }: CheckedBooks): Promise<void> {
    for (const table of ['receivables', 'receipts', 'settlements', 'rent_bookings', 'rent_advances']) {
      const entryId = await this.ledger.findLostRow(db, collectiveId, table);
      if (entryId !== undefined) findings.add('check.factWithoutEntry', { entryId }, { table });
    }
    for (const lease of await this.rents.listBooked(collectiveId, db)) checkSchedule(lease, findings);
  }
}

async function rowsOf(
  { db, collectiveId }: CheckedBooks,
  entries: readonly CheckedEntry[],
): Promise<IncomeRows> {
  const entryId = In(entries.map((entry) => entry.entryId));
  const receipts = await db.findBy(ReceiptEntity, { collectiveId, entryId });
  const receiptId = In(receipts.map((receipt) => receipt.id));
  const lines = await db.findBy(ReceiptLineEntity, { collectiveId, receiptId });
  const id = In([...new Set(lines.map((line) => line.receivableId))]);
  const cleared = await db.findBy(ReceivableEntity, { collectiveId, id });
  return {
    owed: await db.findBy(ReceivableEntity, { collectiveId, entryId }),
    settlements: await db.findBy(SettlementEntity, { collectiveId, entryId }),
    receipts,
    lines,
    bookings: await db.findBy(RentBookingEntity, { collectiveId, entryId }),
    advances: await db.findBy(RentAdvanceEntity, { collectiveId, entryId }),
    cleared: new Map(cleared.map((row) => [row.id, row])),
  };
}

/** What an entry's rows say of contracts. */
function rentsOf(
  { owed, bookings, advances }: IncomeRows,
  entryId: string,
): Pick<Parameters<typeof checkRents>[1], 'owed' | 'bookings' | 'advances'> {
  const own = <Row extends { readonly entryId: string }>(rows: readonly Row[]): Row[] =>
    rows.filter((row) => row.entryId === entryId);
  return { owed: own(owed), bookings: own(bookings), advances: own(advances).map(({ amount }) => amount) };
}

function partsOf(receipt: ReceiptEntity, { lines, cleared }: IncomeRows): OwedPart[] {
  return lines
    .filter((line) => line.receiptId === receipt.id)
    .flatMap((line) => {
      const receivable = cleared.get(line.receivableId);
      return receivable === undefined ? [] : [partOf(receivable, line.amount)];
    });
}

function partOf(row: ReceivableEntity, amount: bigint): OwedPart {
  return { pool: row.pool, assetId: row.assetId, stream: row.stream, month: row.aboutPeriod, amount };
}
