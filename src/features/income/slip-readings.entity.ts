import { Entity } from 'typeorm';
import { CollectiveColumn, JsonColumn, KeyColumn, TextColumn } from '../../platform/database/columns';

/** On what a slip's energy was reckoned: the records of its meter and the slips beside it that stood then. */
@Entity('slip_readings')
export class SlipReadingsEntity {
  @CollectiveColumn() collectiveId: string;
  @KeyColumn('settlement_id') settlementId: string;
  @TextColumn('registered_multiplier') registeredMultiplier: string;
  @JsonColumn('record_ids') recordIds: readonly string[];
  @JsonColumn('slip_ids') slipIds: readonly string[];
}
