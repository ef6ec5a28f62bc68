import { Entity } from 'typeorm';
import {
  CollectiveColumn,
  FenColumn,
  JsonColumn,
  KeyColumn,
  OptionalTextColumn,
  TextColumn,
} from '../../platform/database/columns';

/** A settlement slip as entered: the whole station, and what of it is this collective's. */
@Entity('settlements')
export class SettlementEntity {
  @CollectiveColumn() collectiveId: string;
  @KeyColumn() id: string;
  @TextColumn('asset_id') assetId: string;
  @TextColumn('generation_month') generationMonth: string;
  @TextColumn('posted_on') postedOn: string;
  @TextColumn('reading_from') readingFrom: string;
  @TextColumn('reading_to') readingTo: string;
  @TextColumn('multiplier') multiplier: string;
  /** What was typed, units included, before it was brought to kWh and yuan per kWh. */
  @JsonColumn('entered') entered: Readonly<Record<string, string>>;
  @TextColumn('energy_kwh') energyKwh: string;
  @TextColumn('energy_price') energyPrice: string;
  @TextColumn('subsidy_price') subsidyPrice: string;
  @FenColumn('energy_fen') energyFee: bigint;
  @FenColumn('subsidy_fen') subsidy: bigint;
  @OptionalTextColumn('share_table_from') shareTableFrom: string | null;
  @TextColumn('own_kwh') ownKwh: string;
  @FenColumn('own_energy_fen') ownEnergyFee: bigint;
  @FenColumn('own_subsidy_fen') ownSubsidy: bigint;
  /** The voucher it was booked by; null where there was nothing to book. */
  @OptionalTextColumn('entry_id') entryId: string | null;
}
