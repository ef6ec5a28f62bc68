import { Entity } from 'typeorm';
import { CollectiveColumn, KeyColumn, TextColumn } from '../../platform/database/columns';

/** What is paid for a station's energy from a day on; of one day the latest row holds. */
@Entity('station_prices')
export class StationPriceEntity {
  @CollectiveColumn() collectiveId: string;
  @KeyColumn() id: string;
  @TextColumn('asset_id') assetId: string;
  @TextColumn('valid_from') validFrom: string;
  @TextColumn('energy_price') energyPrice: string;
  @TextColumn('subsidy_price') subsidyPrice: string;
  @TextColumn('price_paper') pricePaper: string;
  @TextColumn('reason') reason: string;
  @TextColumn('noted_by') notedBy: string;
  @TextColumn('noted_at') notedAt: string;
}
