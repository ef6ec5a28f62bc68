import { Entity } from 'typeorm';
import { JsonColumn, KeyColumn, TextColumn } from '../../platform/database/columns';

/** Which of several packs a region goes by from a day on. A reference table, append-only. */
@Entity('pack_choices')
export class PackChoiceEntity {
  @KeyColumn() id: string;
  @TextColumn('region_code') region: string;
  @TextColumn('valid_from') from: string;
  @JsonColumn('chosen_among') among: string[];
  @TextColumn('chosen') chosen: string;
  @TextColumn('reason') reason: string;
  @TextColumn('office_id') officeId: string;
  @TextColumn('chosen_by') by: string;
  @TextColumn('chosen_at') at: string;
}
