import { Entity } from 'typeorm';
import type { Pool } from '../../domain/ledger/journal-entry';
import type { Claim } from '../../domain/uses/claim';
import {
  CollectiveColumn,
  CountColumn,
  FenColumn,
  KeyColumn,
  TextColumn,
} from '../../platform/database/columns';

/** A use named. */
@Entity('claims')
export class ClaimEntity {
  @CollectiveColumn() collectiveId: string;
  @KeyColumn() id: string;
  @TextColumn('pool') pool: Pool;
  @TextColumn('bucket') bucket: string;
  @TextColumn('for_what') forWhat: string;
  @CountColumn('beneficiaries') beneficiaries: number;
  @TextColumn('unit') unit: Claim['unit'];
  @TextColumn('target_group') targetGroup: Claim['targetGroup'];
  @FenColumn('amount_fen') amount: bigint;
}
