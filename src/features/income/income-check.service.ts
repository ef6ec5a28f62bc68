import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { checkIncome, type OwedPart } from '../../domain/income/check-receivables';
import { checkRents, checkSchedule } from '../../domain/income/check-rents';
import type { BorneTax } from '../../domain/income/kept-tax';
import { printedAmount } from '../../domain/income/slip-tax';
import { checkSubsidyAdvances } from '../../domain/income/subsidy-advance';
import type { CheckedEntry } from '../../domain/ledger/check-pass';
import { LedgerCheckService } from '../ledger/ledger-check.service';
import { type CheckedBooks, StepCheck } from '../ledger/step-check.service';
import { readBorne } from './joint-taxes.store';
import { ReceiptLineEntity } from './receipt-line.entity';
import { ReceiptEntity } from './receipt.entity';
import { ReceivableEntity, streamOf } from './receivable.entity';
import { RentAdvanceEntity } from './rent-advance.entity';
import { RentBookingEntity } from './rent-booking.entity';
import { RentReadService } from './rent-read.service';
import { SettlementEntity } from './settlement.entity';
import { SubsidyAdvanceEntity } from './subsidy-advance.entity';
import { SubsidyCutEntity } from './subsidy-cut.entity';

/** The step's tables whose rows name the entry they were booked by. */
const KEPT_TABLES = [
  ...['receivables', 'receipts', 'settlements', 'rent_bookings', 'rent_advances'],
  ...['subsidy_cuts', 'subsidy_advances'],
];

/** The step's rows of a run of entries. */
interface IncomeRows {
  readonly owed: readonly ReceivableEntity[];
  readonly settlements: readonly SettlementEntity[];
  /** What the keeper of a slip bears of its tax: what the grid kept back of it is not owed by the grid. */
  readonly borne: ReadonlyMap<string, BorneTax>;
  readonly receipts: readonly ReceiptEntity[];
  readonly lines: readonly ReceiptLineEntity[];
  readonly bookings: readonly RentBookingEntity[];
  readonly advances: readonly RentAdvanceEntity[];
  readonly cuts: readonly SubsidyCutEntity[];
  readonly advanced: readonly SubsidyAdvanceEntity[];
  /** What the receipts' lines and the cuts clear, whenever it was booked. */
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
    const hasAdvances = rows.advances.length > 0;
    const tenants = hasAdvances ? await this.rents.listTenants(books.collectiveId, books.db) : new Map();
    for (const entry of entries) {
      const receivable = books.chartOf(entry.chart)?.roles.receivable;
      if (receivable === undefined) continue;
      const { entryId } = entry;
      const receipts = rows.receipts.filter((row) => row.entryId === entryId);
      const kept = {
        owed: rows.owed
          .filter((row) => row.entryId === entryId)
          .map((row) => ({
            ...{ ...partOf(row, row.amount), counterparty: row.counterparty },
            printed: printedAmount(row),
          })),
        received: receipts.map((receipt) => ({
          on: receipt.receivedOn,
          amount: receipt.amount,
          parts: partsOf(receipt, rows),
        })),
        reduced: cutsOf(rows, entryId),
        slips: rows.settlements
          .filter((row) => row.entryId === entryId)
          .map((row) => ({
            on: row.postedOn,
            month: row.generationMonth,
            amount: row.ownEnergyFee + row.ownSubsidy - (rows.borne.get(row.id)?.keptBack ?? 0n),
          })),
      };
      checkIncome(entry, { receivable, kept }, books.findings);
      const payable = books.chartOf(entry.chart)?.roles.payable ?? '';
      checkRents(entry, { payable, ...rentsOf(rows, entryId, tenants) }, books.findings);
      const advanced = rows.advanced.filter((row) => row.entryId === entryId);
      checkSubsidyAdvances(entry, { payable, rows: advanced }, books.findings);
    }
  }

  override async checkRows({ db, collectiveId, findings }: CheckedBooks): Promise<void> {
    for (const table of KEPT_TABLES) {
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
  const cuts = await db.findBy(SubsidyCutEntity, { collectiveId, entryId });
  const id = In([...new Set([...lines, ...cuts].map((line) => line.receivableId))]);
  const cleared = await db.findBy(ReceivableEntity, { collectiveId, id });
  const settlements = await db.findBy(SettlementEntity, { collectiveId, entryId });
  const slipIds = settlements.map((slip) => slip.id);
  return {
    owed: await db.findBy(ReceivableEntity, { collectiveId, entryId }),
    settlements,
    borne: await readBorne(db, collectiveId, slipIds),
    receipts,
    lines,
    cuts,
    advanced: await db.findBy(SubsidyAdvanceEntity, { collectiveId, entryId }),
    bookings: await db.findBy(RentBookingEntity, { collectiveId, entryId }),
    advances: await db.findBy(RentAdvanceEntity, { collectiveId, entryId }),
    cleared: new Map(cleared.map((row) => [row.id, row])),
  };
}

/** What an entry's rows say of contracts. */
function rentsOf(
  { owed, bookings, advances }: IncomeRows,
  entryId: string,
  tenants: ReadonlyMap<string, string>,
): Pick<Parameters<typeof checkRents>[1], 'owed' | 'bookings' | 'advances'> {
  const own = <Row extends { readonly entryId: string }>(rows: readonly Row[]): Row[] =>
    rows.filter((row) => row.entryId === entryId);
  const kept = own(advances).map(({ leaseId, amount }) => ({ tenantId: tenants.get(leaseId) ?? '', amount }));
  return { owed: own(owed), bookings: own(bookings), advances: kept };
}

function partsOf(receipt: ReceiptEntity, { lines, cleared }: IncomeRows): OwedPart[] {
  return lines
    .filter((line) => line.receiptId === receipt.id)
    .flatMap((line) => {
      const receivable = cleared.get(line.receivableId);
      return receivable === undefined ? [] : [partOf(receivable, line.amount)];
    });
}

/** What of income owed an entry wrote off. */
function cutsOf({ cuts, cleared }: IncomeRows, entryId: string): { on: string; part: OwedPart }[] {
  return cuts
    .filter((cut) => cut.entryId === entryId)
    .flatMap(({ receivableId, cutOn: on, amount }) => {
      const receivable = cleared.get(receivableId);
      return receivable === undefined ? [] : [{ on, part: partOf(receivable, amount) }];
    });
}

function partOf(row: ReceivableEntity, amount: bigint): OwedPart {
  return { pool: row.pool, assetId: row.assetId, stream: streamOf(row), month: row.aboutPeriod, amount };
}
