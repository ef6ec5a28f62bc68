import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Voucher } from '../ledger/ledger-read.service';
import { MemberSharesService } from './member-shares.service';
import { UseEndsService } from './use-ends.service';

/** What the uses have to say of a reversal: whether it may be, and what goes with it. */
@Injectable()
export class UseReversalsService {
  constructor(
    private readonly shares: MemberSharesService,
    private readonly ends: UseEndsService,
  ) {}

  /** @throws DomainError `uses.sharePaid` */
  requireReversible(tx: EntityManager, collectiveId: string, voucher: Voucher): Promise<void> {
    return this.shares.requireReversible(tx, collectiveId, voucher);
  }

  /** Opens again what was finished with a part that is no longer owed. */
  takeBack(
    tx: EntityManager,
    collectiveId: string,
    reversed: { readonly voucher: Voucher; readonly by: string },
  ): Promise<void> {
    return this.ends.takeBack(tx, collectiveId, reversed);
  }
}
