import { Injectable } from '@nestjs/common';
import { checkCorrections, checkFunds } from '../../domain/assets/check-funds';
import { type CheckedBooks, StepCheck } from '../ledger/step-check.service';
import { AssetCorrectionEntity } from './asset-correction.entity';
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
    const order = { assetId: 'ASC', lineNumber: 'ASC' } as const;
    const funds = await db.find(AssetFundEntity, { where: { collectiveId }, order });
    checkFunds(assets, funds, findings);
    const inTurn = { assetId: 'ASC', number: 'ASC' } as const;
    const corrections = await db.find(AssetCorrectionEntity, { where: { collectiveId }, order: inTurn });
    checkCorrections(assets, { funds, corrections }, findings);
  }
}
