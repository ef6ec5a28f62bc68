import { Entity } from 'typeorm';
import { CollectiveColumn, JsonColumn, KeyColumn, TextColumn } from '../../platform/database/columns';

/** What was hardly possible about a slip when it was entered, and why it is right all the same. */
@Entity('slip_flags')
export class SlipFlagEntity {
  @CollectiveColumn() collectiveId: string;
  @KeyColumn('settlement_id') settlementId: string;
  @KeyColumn('code') code: string;
  @JsonColumn('facts') facts: Readonly<Record<string, string>>;
  @TextColumn('reason') reason: string;
}
