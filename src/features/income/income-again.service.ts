import { Injectable } from '@nestjs/common';
import { plainYuan } from '../../domain/money/fen';
import { Database } from '../../platform/database/database';
import { villagePaths } from '../../platform/http/office-paths';
import type { TypedAgain } from '../../platform/http/typed-again';
import { LedgerReadService, type Voucher } from '../ledger/ledger-read.service';
import { splitsOf } from './keepers-mark';
import { ReceiptLineEntity } from './receipt-line.entity';
import { ReceiptEntity } from './receipt.entity';
import { receivableField } from './receipt.pages';
import { ReceivableEntity, streamOf } from './receivable.entity';
import { RentAdvanceEntity } from './rent-advance.entity';
import { RentBookingEntity } from './rent-booking.entity';
import { SettlementEntity } from './settlement.entity';

/** Where a reversed slip, receipt or due is entered anew, and with what its form is filled. */
@Injectable()
export class IncomeAgainService {
  constructor(
    private readonly database: Database,
    private readonly books: LedgerReadService,
  ) {}

  /** @returns undefined where the voucher is of another step, or nobody enters it by hand */
  async formOf(collectiveId: string, voucher: Voucher): Promise<TypedAgain | undefined> {
    const paths = villagePaths(collectiveId);
    const { kind, id } = voucher.source;
    if (kind === 'receipt') return this.receiptOf(collectiveId, voucher.entryId);
    if (kind === 'settlement') return this.slipOf(collectiveId, voucher.entryId);
    if (kind === 'incomeDue') return this.dueOf(collectiveId, voucher.entryId);
    const places: Readonly<Record<string, string>> = {
      leaseDeposit: paths.leaseDeposit(id),
      lease: paths.leaseAdvance(id),
      subsidyCut: `${paths.subsidy}/cut`,
      subsidyAdvance: `${paths.subsidy}/advances`,
      jointPayment: paths.passingOn,
      taxPayment: paths.taxes,
      periodTax: paths.taxes,
    };
    const path = places[kind];
    return path === undefined ? undefined : { path, values: {} };
  }

  private async receiptOf(collectiveId: string, entryId: string): Promise<TypedAgain> {
    const db = this.database.reader;
    const paths = villagePaths(collectiveId);
    const kept = await db.findOneBy(RentAdvanceEntity, { collectiveId, entryId });
    const receipt = await db.findOneBy(ReceiptEntity, { collectiveId, entryId });
    if (kept !== null) return { path: paths.leasePayment(kept.leaseId), values: {} };
    if (receipt === null) return { path: paths.entry('receipts'), values: {} };
    const lines = await db.findBy(ReceiptLineEntity, { collectiveId, receiptId: receipt.id });
    const owed = lines.map(({ receivableId }) => receivableId);
    const amounts = lines.map(
      (line) => [receivableField(line.receivableId), plainYuan(line.amount)] as const,
    );
    return {
      path: paths.entry('receipts', { owed: owed.join(',') }),
      values: {
        ...{ receivedOn: receipt.receivedOn, amount: plainYuan(receipt.amount) },
        ...Object.fromEntries(amounts),
      },
    };
  }

  private async slipOf(collectiveId: string, entryId: string): Promise<TypedAgain> {
    const slip = await this.database.reader.findOneBy(SettlementEntity, { collectiveId, entryId });
    const paths = villagePaths(collectiveId);
    if (slip === null) return { path: paths.entry('settlements'), values: {} };
    const splits = splitsOf(slip);
    if (splits !== undefined) return { path: paths.keptSlip(splits), values: {} };
    const { assetId: asset, generationMonth: month, entered, readingFrom, readingTo } = slip;
    const values = { ...entered, readingFrom, readingTo };
    return { path: paths.entry('settlements', { asset, month }), values };
  }

  /** A due of a contract stands on its own page; another is typed as it was. */
  private async dueOf(collectiveId: string, entryId: string): Promise<TypedAgain> {
    const db = this.database.reader;
    const paths = villagePaths(collectiveId);
    const booked = await db.findOneBy(RentBookingEntity, { collectiveId, entryId });
    if (booked !== null) return { path: paths.leaseDue(booked.leaseId, booked.coversFrom), values: {} };
    const due = await db.findOneBy(ReceivableEntity, { collectiveId, entryId });
    if (due === null) return { path: paths.entry('income'), values: {} };
    const names = await this.books.listCounterparties(collectiveId);
    const { assetId, coversFrom, coversTo, dueOn, amount, taxBasis } = due;
    const days = { coversFrom: coversFrom ?? '', coversTo: coversTo ?? '', dueOn: dueOn ?? '' };
    const values = {
      ...{ stream: streamOf(due), assetId, payer: names.nameOf(due.counterparty) },
      ...{ ...days, amount: plainYuan(amount), taxBasis: taxBasis ?? '' },
    };
    return { path: paths.entry('income', { asset: assetId }), values };
  }
}
