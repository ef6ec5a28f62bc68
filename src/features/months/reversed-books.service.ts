import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { poolsOwing } from '../../domain/payouts/listed-parts';
import { CollectivesService } from '../collectives/collectives.service';
import { KeptCostsService } from '../deductions/kept-costs.service';
import { PayListHoldsService } from '../payouts/pay-list-holds.service';
import { JointReversalsService } from './joint-reversals.service';
import type { ReversedBooks, TakenBack } from './reversing.service';

/** The books that stand still while a voucher is taken back, and who is asked meanwhile. */
@Injectable()
export class ReversedBooksService {
  constructor(
    private readonly collectives: CollectivesService,
    private readonly joint: JointReversalsService,
    private readonly keptCosts: KeptCostsService,
    private readonly lists: PayListHoldsService,
  ) {}

  /**
   * A keeper's slip or cost stands in his owners' books, too: they are locked with his own, so that what they
   * are asked holds until the reversal does, and nobody takes or receives it meanwhile. What a list pays is
   * asked of the lists.
   */
  async booksOf(collectiveId: string, entryId: string): Promise<ReversedBooks> {
    const owners = await this.joint.listOwnerIds(collectiveId, entryId);
    const bearers = await this.keptCosts.listBearerIds(collectiveId, entryId);
    return {
      collectiveId,
      lockedInOrder: await this.collectives.inLockingOrder([collectiveId, ...owners, ...bearers]),
      requireReturnable: async (tx: EntityManager): Promise<void> => {
        await this.joint.requireReturnable(tx, collectiveId, entryId);
        await this.keptCosts.requireReturnable(tx, collectiveId, entryId);
        await this.lists.requireReversible(tx, collectiveId, entryId);
      },
      requireStands: (tx: EntityManager, { voucher, chart, from }: TakenBack): Promise<void> => {
        const pools = poolsOwing(voucher.postings, chart);
        return this.lists.requireStands(tx, collectiveId, { from, pools, field: 'reason' });
      },
    };
  }

  /** What was taken back of a keeper goes back at his owners, too. */
  async takeBack(collectiveId: string): Promise<void> {
    await this.joint.takeBack(collectiveId);
  }
}
