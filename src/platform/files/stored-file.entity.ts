import { Column, Entity, PrimaryColumn } from 'typeorm';
import { TextColumn } from '../database/columns';

/** Bytes kept by their hash. A reference table: the same bytes are kept once. */
@Entity('stored_files')
export class StoredFileEntity {
  @PrimaryColumn({ name: 'sha256', type: 'varchar' }) sha256: string;
  @TextColumn('media_type') mediaType: string;
  /**
   * Bytes: `blob` on SQLite, `bytea` on PostgreSQL. No column type is known to both; under `varchar` each
   * driver is handed the
   * bytes, and hands them back, as they are.
   */
  @Column({ name: 'bytes', type: 'varchar' }) bytes: Buffer;
}
