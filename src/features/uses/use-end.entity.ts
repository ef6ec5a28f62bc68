import { Entity } from 'typeorm';
import {
  CollectiveColumn,
  KeyColumn,
  KeyCountColumn,
  OptionalTextColumn,
  TextColumn,
} from '../../platform/database/columns';

/** What happened to the end of a work after it was finished first: opened again, finished anew. */
@Entity('work_end_acts')
export class WorkEndActEntity {
  @CollectiveColumn() collectiveId: string;
  @KeyColumn('work_id') workId: string;
  @KeyCountColumn('act_number') actNumber: number;
  @TextColumn('act') act: 'reopened' | 'finished';
  @TextColumn('happened_on') happenedOn: string;
  /** Of an end: why although a rule asked for more; blank where none did. */
  @TextColumn('reason') reason: string;
  /** The voucher that was taken back; null of an end. */
  @OptionalTextColumn('entry_id') entryId: string | null;
  @TextColumn('entered_by') enteredBy: string;
  @TextColumn('entered_at') enteredAt: string;
}

/** The same of an industry project. */
@Entity('industry_end_acts')
export class IndustryEndActEntity {
  @CollectiveColumn() collectiveId: string;
  @KeyColumn('project_id') projectId: string;
  @KeyCountColumn('act_number') actNumber: number;
  @TextColumn('act') act: 'reopened' | 'finished';
  @TextColumn('happened_on') happenedOn: string;
  @TextColumn('reason') reason: string;
  @OptionalTextColumn('entry_id') entryId: string | null;
  @TextColumn('entered_by') enteredBy: string;
  @TextColumn('entered_at') enteredAt: string;
}
