import { Entity } from 'typeorm';
import type { DepartureWay } from '../../domain/assets/asset-life';
import { CollectiveColumn, KeyColumn, TextColumn } from '../../platform/database/columns';

/** That something which stood in no books left the register. */
@Entity('asset_departures')
export class AssetDepartureEntity {
  @CollectiveColumn() collectiveId: string;
  @KeyColumn() id: string;
  @TextColumn('asset_id') assetId: string;
  @TextColumn('way') way: DepartureWay;
  @TextColumn('left_on') leftOn: string;
  @TextColumn('reason') reason: string;
  @TextColumn('paper') paper: string;
  @TextColumn('approved_by') approvedBy: string;
  @TextColumn('entered_by') enteredBy: string;
  @TextColumn('entered_at') enteredAt: string;
}

/** That a departure was entered wrongly: the asset stands as before. */
@Entity('asset_departure_withdrawals')
export class AssetDepartureWithdrawalEntity {
  @CollectiveColumn() collectiveId: string;
  @KeyColumn('departure_id') departureId: string;
  @TextColumn('reason') reason: string;
  @TextColumn('entered_by') enteredBy: string;
  @TextColumn('entered_at') enteredAt: string;
}
