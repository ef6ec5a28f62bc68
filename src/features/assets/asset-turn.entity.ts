import { Column, Entity } from 'typeorm';
import type { LeavingGround, TurnWay } from '../../domain/assets/asset-life';
import type { AssetUse } from '../../domain/assets/depreciation';
import { CollectiveColumn, KeyColumn, OptionalTextColumn, TextColumn } from '../../platform/database/columns';

/** That an asset was put to another use, stands still by decision, or runs again. */
@Entity('asset_turns')
export class AssetTurnEntity {
  @CollectiveColumn() collectiveId: string;
  @KeyColumn() id: string;
  @TextColumn('asset_id') assetId: string;
  @TextColumn('way') way: TurnWay;
  @TextColumn('happened_on') happenedOn: string;
  /** Why it stands still or is put to another use; none where it runs again. */
  @OptionalTextColumn('ground') ground: LeavingGround | null;
  /** What it is for now; empty where it is not put to another use. */
  @TextColumn('new_use') newUse: string;
  /** Which expense bears its depreciation from the next month on, where that changes. */
  @OptionalTextColumn('use_of') use: AssetUse | null;
  @TextColumn('reason') reason: string;
  @TextColumn('paper') paper: string;
  @TextColumn('approved_by') approvedBy: string;
  /** The terms of depreciation that follow from it. */
  @Column({ name: 'terms_number', type: 'integer', nullable: true }) termsNumber: number | null;
  @TextColumn('entered_by') enteredBy: string;
  @TextColumn('entered_at') enteredAt: string;
}

/** That a turn was entered wrongly: the asset is as it was before. */
@Entity('asset_turn_withdrawals')
export class AssetTurnWithdrawalEntity {
  @CollectiveColumn() collectiveId: string;
  @KeyColumn('turn_id') turnId: string;
  @TextColumn('reason') reason: string;
  @TextColumn('entered_by') enteredBy: string;
  @TextColumn('entered_at') enteredAt: string;
}
