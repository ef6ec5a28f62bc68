import { Entity } from 'typeorm';
import { CollectiveColumn, FenColumn, KeyColumn, TextColumn } from '../../platform/database/columns';

/** What a voucher of depreciation booked for an asset and a month. */
@Entity('depreciation_bookings')
export class DepreciationBookingEntity {
  @CollectiveColumn() collectiveId: string;
  @KeyColumn('entry_id') entryId: string;
  @KeyColumn('asset_id') assetId: string;
  @TextColumn('month') month: string;
  @FenColumn('amount_fen') amount: bigint;
}
