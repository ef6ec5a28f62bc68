import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Overpaid } from '../../domain/ledger/pool-lines';
import type { PaidTakenBack } from '../../domain/uses/paid-taken-back';
import { Database } from '../../platform/database/database';
import type { Voucher } from '../ledger/ledger-read.service';
import { MemberSharesService } from './member-shares.service';
import {
  type AskedReversal,
  type BookedReversal,
  type PaidReversal,
  PaidReversalsService,
} from './paid-reversals.service';
import { SureAccountsService } from './sure-accounts.service';
import { UseEndsService } from './use-ends.service';

/** What the uses have to say of a reversal: whether it may be, and what goes with it. */
@Injectable()
export class UseReversalsService {
  constructor(
    private readonly shares: MemberSharesService,
    private readonly ends: UseEndsService,
    private readonly paid: PaidReversalsService,
    private readonly accounts: SureAccountsService,
    private readonly database: Database,
  ) {}

  /**
   * Of a grant what was paid, with why it is taken back all the same.
   * @throws DomainError `uses.sharePaid`; FormProblems `reversal.ofPaid`, `reversal.ofPaidPerhaps`,
   *   `policy.reasonTooShort`, `form.*`
   */
  async requireReversible(
    tx: EntityManager,
    collectiveId: string,
    asked: AskedReversal,
  ): Promise<PaidReversal | undefined> {
    await this.shares.requireReversible(tx, collectiveId, asked.voucher);
    return this.paid.requireWhy(tx, collectiveId, asked);
  }

  /** Opens again what was finished with a part no longer owed, and keeps what was said of its money. */
  async takeBack(
    tx: EntityManager,
    collectiveId: string,
    reversed: BookedReversal & { readonly voucher: Voucher },
  ): Promise<void> {
    await this.ends.takeBack(tx, collectiveId, reversed);
    await this.paid.keepWhy(tx, collectiveId, reversed);
  }

  /** What a reversal would leave of what was paid; undefined where nothing was. */
  leftBy(collectiveId: string, asked: Omit<AskedReversal, 'paidWhy'>): Promise<PaidTakenBack | undefined> {
    return this.paid.leftBy(collectiveId, asked);
  }

  /** What was paid on accounts of grants and may be owed to nobody any more. */
  async listOverpaid(db: EntityManager, collectiveId: string): Promise<readonly Overpaid[]> {
    const accounts = await this.database.readWithin(db, () => this.accounts.listAccounts(collectiveId));
    return accounts
      .filter(({ overAtMost }) => overAtMost > 0n)
      .map(({ pool, account, overAtMost: over }) => ({ pool, account, over }));
  }

  /** Why a reversal took back what was paid; undefined of one that was not asked. */
  findWhy(collectiveId: string, reversalId: string): Promise<PaidReversal | undefined> {
    return this.paid.findWhy(collectiveId, reversalId);
  }
}
