import { Entity } from 'typeorm';
import type { LeaseTerms, LinkageFor } from '../../domain/assets/lease';
import {
  CollectiveColumn,
  FenColumn,
  JsonColumn,
  KeyColumn,
  OptionalCountColumn,
  OptionalFenColumn,
  OptionalTextColumn,
  TextColumn,
} from '../../platform/database/columns';

/** A contract over an asset, as it was signed. */
@Entity('leases')
export class LeaseEntity {
  @CollectiveColumn() collectiveId: string;
  @KeyColumn() id: string;
  @TextColumn('number') number: string;
  @TextColumn('asset_id') assetId: string;
  /** Which part of the asset; blank for all of it. */
  @TextColumn('part') part: string;
  /** The id of a counterparty. */
  @TextColumn('tenant') tenant: string;
  @TextColumn('signed_on') signedOn: string;
  @JsonColumn('terms') terms: LeaseTerms;
  @FenColumn('deposit_fen') deposit: bigint;
  @OptionalCountColumn('jobs') jobs: number | null;
  @OptionalFenColumn('wages_fen') wages: bigint | null;
  /** For whom the work is; nobody was asked of contracts of before. */
  @OptionalTextColumn('linkage_for') linkageFor: LinkageFor | null;
  @TextColumn('remarks') remarks: string;
  @TextColumn('entered_by') enteredBy: string;
  @TextColumn('entered_at') enteredAt: string;
}
