import { Injectable } from '@nestjs/common';
import { checkFunds } from '../../domain/assets/check-funds';
import { type CheckedBooks, StepCheck } from '../ledger/step-check.service';
import { AssetFundEntity } from './asset-fund.entity';
import { AssetEntity } from './asset.entity';

/** The assets' pass: where the cost of each came from. No entry of the books leads to it. */
@Injectable()
export class AssetsCheckService extends StepCheck {
  override readonly pass = 'funds';

  override async checkEntries(): Promise<void> {
    // An asset is entered beside the books, not by them.
  }

  override async checkRows({ db, collectiveId, findings }: CheckedBooks): Promise<void> {
    const assets = await db.findBy(AssetEntity, { collectiveId });
    checkFunds(assets, await db.findBy(AssetFundEntity, { collectiveId }), findings);
  }
}
