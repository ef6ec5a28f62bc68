import { Entity } from 'typeorm';
import { CollectiveColumn, KeyColumn, TextColumn } from '../../platform/database/columns';

/** The number under which the grid knows the owner of a station; the latest row of a number holds. */
@Entity('grid_customers')
export class GridCustomerEntity {
  @CollectiveColumn() collectiveId: string;
  @KeyColumn() id: string;
  @TextColumn('customer_number') customerNumber: string;
  @TextColumn('asset_id') assetId: string;
  @TextColumn('noted_by') notedBy: string;
  @TextColumn('noted_at') notedAt: string;
}
