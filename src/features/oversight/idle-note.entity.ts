import { Entity } from 'typeorm';
import {
  CollectiveColumn,
  KeyColumn,
  KeyCountColumn,
  OptionalTextColumn,
  TextColumn,
} from '../../platform/database/columns';

/** What a village said of money that came to it; the last note counts. */
@Entity('idle_notes')
export class IdleNoteEntity {
  @CollectiveColumn() collectiveId: string;
  @KeyColumn('entry_id') entryId: string;
  @KeyCountColumn('note_number') noteNumber: number;
  @OptionalTextColumn('county_on') countyOn: string | null;
  @OptionalTextColumn('township_on') townshipOn: string | null;
  @OptionalTextColumn('why') why: string | null;
  @OptionalTextColumn('reason_to') reasonTo: string | null;
  @TextColumn('noted_by') notedBy: string;
  @TextColumn('noted_at') notedAt: string;
}
