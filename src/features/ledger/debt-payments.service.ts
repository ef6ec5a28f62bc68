import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { NamedPart } from '../../domain/ledger/traced-line';
import { insertRecorded } from '../../platform/audit/records';
import { DebtPaymentEntity } from './debt-payment.entity';

/** A person's part of a debt, and on which line of its voucher it is paid or came back. */
export interface NamedLine extends NamedPart {
  readonly entryLine: number;
}

/** Keeps whose parts of which debts a payment is: the voucher itself names nobody. */
@Injectable()
export class DebtPaymentsService {
  /** With a voucher just booked; its lines count from 1. */
  async keep(
    tx: EntityManager,
    collectiveId: string,
    { entryId, parts }: { readonly entryId: string; readonly parts: readonly NamedLine[] },
  ): Promise<void> {
    await insertRecorded(
      tx,
      DebtPaymentEntity,
      parts.map(({ entryLine, debtId: debtEntryId, partyId, amount, paidBy = null }, index) => ({
        ...{ collectiveId, entryId, number: index + 1, entryLine, debtEntryId, partyId, amount },
        paidEntryId: paidBy,
      })),
    );
  }

  /** Every part that was ever paid by name or sent back, in the order of its vouchers. */
  listAll(db: EntityManager, collectiveId: string): Promise<DebtPaymentEntity[]> {
    return db.find(DebtPaymentEntity, {
      where: { collectiveId },
      order: { entryId: 'ASC', number: 'ASC' },
    });
  }
}
