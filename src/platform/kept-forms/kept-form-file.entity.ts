import { Column, Entity } from 'typeorm';
import {
  CollectiveColumn,
  KeyColumn,
  OptionalCountColumn,
  OptionalTextColumn,
  TextColumn,
} from '../database/columns';
import type { KeptMediaType } from '../files/read-kept-file';

/** A paper chosen for what somebody is typing: scratch paper as the form is, with its bytes. */
@Entity('kept_form_files')
export class KeptFormFileEntity {
  @CollectiveColumn() collectiveId: string;
  @KeyColumn('user_id') userId: string;
  @KeyColumn('form') form: string;
  @KeyColumn('sha256') sha256: string;
  @OptionalTextColumn('came_as') cameAs: string | null;
  @TextColumn('media_type') mediaType: KeptMediaType;
  @OptionalCountColumn('width') width: number | null;
  @OptionalCountColumn('height') height: number | null;
  /** Bytes under `varchar`, as in `stored_files`: no column type is known to both databases. */
  @Column({ name: 'bytes', type: 'varchar' }) bytes: Buffer;
  @TextColumn('kept_at') keptAt: string;
}
