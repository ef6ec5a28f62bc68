import { Entity } from 'typeorm';
import type { AssetClass, AssetKind, TitleLevel } from '../../domain/assets/asset-classes';
import type { Pool } from '../../domain/ledger/journal-entry';
import {
  CollectiveColumn,
  FenColumn,
  KeyColumn,
  OptionalTextColumn,
  TextColumn,
} from '../../platform/database/columns';

@Entity('assets')
export class AssetEntity {
  @CollectiveColumn() collectiveId: string;
  @KeyColumn() id: string;
  @TextColumn('kind') kind: AssetKind;
  @TextColumn('name') name: string;
  @TextColumn('asset_class') assetClass: AssetClass;
  @TextColumn('pool') pool: Pool;
  @FenColumn('cost_fen') cost: bigint;
  @TextColumn('title_holder') titleHolder: string;
  @TextColumn('title_level') titleLevel: TitleLevel;
  @TextColumn('acquired_on') acquiredOn: string;
  @OptionalTextColumn('capacity_kw') capacityKw: string | null;
  @OptionalTextColumn('meter_multiplier') meterMultiplier: string | null;
  @OptionalTextColumn('energy_price') energyPrice: string | null;
  @OptionalTextColumn('subsidy_price') subsidyPrice: string | null;
  @OptionalTextColumn('keeper') keeper: string | null;
  @OptionalTextColumn('own_share_key') ownShareKey: string | null;
}
