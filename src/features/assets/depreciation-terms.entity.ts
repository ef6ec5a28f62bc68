import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { AssetUse, TermsBasis } from '../../domain/assets/depreciation';
import {
  CollectiveColumn,
  CountColumn,
  FenColumn,
  KeyColumn,
  OptionalTextColumn,
  TextColumn,
} from '../../platform/database/columns';

/** How an asset loses its value from a month on. */
@Entity('depreciation_terms')
export class DepreciationTermsEntity {
  @CollectiveColumn() collectiveId: string;
  @KeyColumn('asset_id') assetId: string;
  @PrimaryColumn({ name: 'number', type: 'integer' }) number: number;
  @TextColumn('basis') basis: TermsBasis;
  @Column({ name: 'use_of', type: 'varchar' }) use: AssetUse;
  @TextColumn('from_month') from: string;
  @CountColumn('months') months: number;
  @FenColumn('cost_fen') cost: bigint;
  @FenColumn('accumulated_fen') accumulated: bigint;
  @FenColumn('salvage_fen') salvage: bigint;
  @TextColumn('paper') paper: string;
  /** The voucher of the event that they follow from. */
  @OptionalTextColumn('entry_id') entryId: string | null;
  @TextColumn('entered_by') enteredBy: string;
  @TextColumn('entered_at') enteredAt: string;
}

/** That terms were entered wrongly: the asset is as if they had never been. */
@Entity('terms_withdrawals')
export class TermsWithdrawalEntity {
  @CollectiveColumn() collectiveId: string;
  @KeyColumn('asset_id') assetId: string;
  @PrimaryColumn({ name: 'number', type: 'integer' }) number: number;
  @TextColumn('reason') reason: string;
  @TextColumn('entered_by') enteredBy: string;
  @TextColumn('entered_at') enteredAt: string;
}
