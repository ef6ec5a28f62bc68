import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { isLeaving } from '../../domain/assets/asset-life';
import { ASSET_LIFE } from '../../domain/assets/check-asset-life';
import { DomainError } from '../../domain/shared/domain-error';
import type { Voucher } from '../ledger/ledger-read.service';
import { readStandingEvents } from './asset-events.store';
import { AssetLifeFactsService } from './asset-life-facts.service';
import { AssetParticularsService } from './asset-particulars.service';
import { ContributedStakesService } from './contributed-stakes.service';
import { ShareTransfersService } from './share-transfers.service';

/** Whether what happened to an asset may be taken back, by its books and by its plate. */
@Injectable()
export class AssetReturnsService {
  constructor(
    private readonly life: AssetLifeFactsService,
    private readonly particulars: AssetParticularsService,
    private readonly stakes: ContributedStakesService,
    private readonly transfers: ShareTransfersService,
  ) {}

  /**
   * What left comes back with its plate, as when a departure without a voucher is withdrawn: not while that
   * plate hangs on another asset, and not while the stake that it became is in use.
   * @throws DomainError `assetLife.*`, `assets.plateTaken…`, `assets.termsSinceTransfer`
   */
  async requireReversible(tx: EntityManager, collectiveId: string, voucher: Voucher): Promise<void> {
    await this.life.requireReversible(tx, collectiveId, voucher);
    await this.transfers.requireReversible(tx, collectiveId, voucher);
    if (voucher.source.kind !== ASSET_LIFE) return;
    const events = await readStandingEvents(tx, collectiveId);
    const left = events.find(({ entryId, kind }) => entryId === voucher.entryId && isLeaving(kind));
    if (left === undefined) return;
    if (left.stakeId !== null) await this.stakes.requireUnused(tx, collectiveId, left.stakeId);
    const [taken] = await this.particulars.plateProblemsOf(tx, { collectiveId, id: left.assetId });
    if (taken !== undefined) throw new DomainError(taken.code, { value: taken.value ?? '', ...taken.facts });
  }

  /** What goes with a voucher beside the books: the register of a transfer of a part. */
  takeBack(
    tx: EntityManager,
    collectiveId: string,
    reversed: { readonly voucher: Voucher; readonly by: string },
  ): Promise<void> {
    return this.transfers.takeBack(tx, collectiveId, reversed);
  }
}
