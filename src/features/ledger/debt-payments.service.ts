import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Chart } from '../../domain/ledger/chart';
import { type JournalEntry, signedAmount } from '../../domain/ledger/journal-entry';
import { shortageProblems } from '../../domain/ledger/money-on-hand';
import type { NamedPart } from '../../domain/ledger/traced-line';
import type { Problem } from '../../domain/shared/problem';
import { insertRecorded } from '../../platform/audit/records';
import { DebtPaymentEntity } from './debt-payment.entity';
import { readMoney } from './pool-balances.store';

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

  /**
   * Why the lines of a voucher that is not booked yet could not be paid on its day: no money of the pool, of
   * the bank or of the cash box. Codes `money.poolShort`, `money.accountShort`.
   */
  async shortProblems(
    db: EntityManager,
    collectiveId: string,
    { entry, chart }: { readonly entry: Pick<JournalEntry, 'postedOn' | 'postings'>; readonly chart: Chart },
  ): Promise<Problem[]> {
    const { before, moves } = await readMoney(db, collectiveId, { day: entry.postedOn, chart });
    const own = entry.postings.map(({ ledgerAccount, pool, ...line }) => ({
      ...{ day: entry.postedOn, ledgerAccount, pool, amount: signedAmount(line) },
    }));
    return shortageProblems(entry, { before, moves: [...moves, ...own] }, chart);
  }

  /** Every part that was ever paid by name or sent back, in the order of its vouchers. */
  listAll(db: EntityManager, collectiveId: string): Promise<DebtPaymentEntity[]> {
    return db.find(DebtPaymentEntity, {
      where: { collectiveId },
      order: { entryId: 'ASC', number: 'ASC' },
    });
  }
}
