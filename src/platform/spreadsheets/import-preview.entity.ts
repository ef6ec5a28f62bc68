import { Entity } from 'typeorm';
import { CollectiveColumn, JsonColumn, KeyColumn, TextColumn } from '../database/columns';
import type { Table } from './table';

/** A table that was uploaded and looked at but not yet taken over; it is gone after a day. */
@Entity('import_previews')
export class ImportPreviewEntity {
  @CollectiveColumn() collectiveId: string;
  @KeyColumn() id: string;
  /** What it is to become: `opening`, a bank statement. */
  @TextColumn('kind') kind: string;
  @TextColumn('file_name') fileName: string;
  /** SHA-256 of the bytes as they were uploaded, or of the text as it was pasted. */
  @TextColumn('digest') digest: string;
  @JsonColumn('content') table: Table;
  @TextColumn('uploaded_by') uploadedBy: string;
  @TextColumn('uploaded_at') uploadedAt: string;
}
