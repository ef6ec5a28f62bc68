import { Entity } from 'typeorm';
import { CollectiveColumn, JsonColumn, KeyColumn, TextColumn } from '../../platform/database/columns';

/** What somebody is typing for a plan and has not saved as a draft yet: scratch paper of one person. */
@Entity('kept_forms')
export class KeptFormEntity {
  @CollectiveColumn() collectiveId: string;
  @KeyColumn('user_id') userId: string;
  /** Which form it is: the pool and the days of the plan. */
  @KeyColumn('form') form: string;
  @JsonColumn('typed') typed: Readonly<Record<string, string>>;
  @TextColumn('kept_at') keptAt: string;
}
