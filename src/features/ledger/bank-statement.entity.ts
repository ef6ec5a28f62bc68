import { Entity } from 'typeorm';
import { CollectiveColumn, FenColumn, KeyColumn, TextColumn } from '../../platform/database/columns';

/** A statement of the bank as it was imported. */
@Entity('bank_statements')
export class BankStatementEntity {
  @CollectiveColumn() collectiveId: string;
  @KeyColumn() id: string;
  @TextColumn('account_id') accountId: string;
  @TextColumn('from_on') from: string;
  @TextColumn('through_on') through: string;
  @FenColumn('opening_fen') opening: bigint;
  @FenColumn('closing_fen') closing: bigint;
  @TextColumn('layout') layout: string;
  @TextColumn('file_digest') fileDigest: string;
  @TextColumn('imported_by') importedBy: string;
  @TextColumn('imported_at') importedAt: string;
}
