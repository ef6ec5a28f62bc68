import { Entity, PrimaryColumn } from 'typeorm';
import {
  CollectiveColumn,
  CountColumn,
  FenColumn,
  KeyColumn,
  TextColumn,
} from '../../platform/database/columns';

/** That a list was entered in the national system, and with which figures; the last note counts. */
@Entity('national_entries')
export class NationalEntryEntity {
  @CollectiveColumn() collectiveId: string;
  @KeyColumn('list_id') listId: string;
  @PrimaryColumn({ name: 'note_number', type: 'integer' }) number: number;
  @TextColumn('entered_on') enteredOn: string;
  @FenColumn('total_fen') amount: bigint;
  @CountColumn('line_count') lines: number;
  /** Why its figures were not what was paid; blank where they were. */
  @TextColumn('reason') reason: string;
  @TextColumn('entered_by') enteredBy: string;
  @TextColumn('entered_at') enteredAt: string;
}
