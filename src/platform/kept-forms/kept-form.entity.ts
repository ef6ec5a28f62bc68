import { Entity } from 'typeorm';
import { CollectiveColumn, JsonColumn, KeyColumn, TextColumn } from '../database/columns';

/** What somebody is typing and has not saved or booked yet: scratch paper of one person. */
@Entity('kept_forms')
export class KeptFormEntity {
  @CollectiveColumn() collectiveId: string;
  @KeyColumn('user_id') userId: string;
  /** Which form it is: a plan's pool and days, a slip's station and month. */
  @KeyColumn('form') form: string;
  @JsonColumn('typed') typed: Readonly<Record<string, string>>;
  @TextColumn('kept_at') keptAt: string;
}
