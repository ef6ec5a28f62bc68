import { Entity } from 'typeorm';
import type { Hashed } from '../../domain/assets/check-kept-files';
import type { FileWithdrawal, KeptFile } from '../../domain/assets/kept-file';
import {
  CollectiveColumn,
  CountColumn,
  KeyColumn,
  OptionalCountColumn,
  OptionalTextColumn,
  TextColumn,
} from '../../platform/database/columns';

/** A photo or a paper beside the books; its bytes lie under their hash. */
@Entity('kept_files')
export class AssetFileEntity implements Hashed<KeptFile> {
  @CollectiveColumn() collectiveId: string;
  @KeyColumn() id: string;
  @TextColumn('owner_kind') ownerKind: string;
  @TextColumn('owner_id') ownerId: string;
  @TextColumn('paper_kind') paperKind: string;
  @TextColumn('dated_on') datedOn: string;
  @TextColumn('remark') remark: string;
  @TextColumn('audience') audience: string;
  @TextColumn('sha256') sha256: string;
  @OptionalTextColumn('came_as') cameAs: string | null;
  @TextColumn('media_type') mediaType: string;
  @CountColumn('size_bytes') sizeBytes: number;
  @OptionalCountColumn('width') width: number | null;
  @OptionalCountColumn('height') height: number | null;
  @TextColumn('kept_by') keptBy: string;
  @TextColumn('kept_at') keptAt: string;
  @TextColumn('digest') digest: string;
}

/** That a file was taken away, and why; the file's row stays. */
@Entity('file_withdrawals')
export class FileWithdrawalEntity implements Hashed<FileWithdrawal> {
  @CollectiveColumn() collectiveId: string;
  @KeyColumn('file_id') fileId: string;
  @TextColumn('reason') reason: string;
  @TextColumn('withdrawn_by') withdrawnBy: string;
  @TextColumn('withdrawn_at') withdrawnAt: string;
  @TextColumn('digest') digest: string;
}
