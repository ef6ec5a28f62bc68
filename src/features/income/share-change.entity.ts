import { Entity } from 'typeorm';
import { CollectiveColumn, KeyColumn, OptionalTextColumn, TextColumn } from '../../platform/database/columns';

/** By which paper, and why, a kept station has the share table of a day. */
@Entity('share_changes')
export class ShareChangeEntity {
  @CollectiveColumn() collectiveId: string;
  @KeyColumn() id: string;
  @TextColumn('asset_id') assetId: string;
  /** The station's name, as its owners are told. */
  @TextColumn('station') station: string;
  @TextColumn('valid_from') validFrom: string;
  @TextColumn('paper_title') paperTitle: string;
  @TextColumn('paper_number') paperNumber: string;
  @TextColumn('paper_issued_on') paperIssuedOn: string;
  @TextColumn('reason') reason: string;
  @TextColumn('entered_on') enteredOn: string;
  @TextColumn('entered_by') enteredBy: string;
}

/** What became of an owner's part. */
@Entity('share_change_parts')
export class ShareChangePartEntity {
  @CollectiveColumn() collectiveId: string;
  @KeyColumn('change_id') changeId: string;
  @KeyColumn('owner') owner: string;
  /** The owner among the collectives; null where his books are kept elsewhere. */
  @OptionalTextColumn('owner_id') ownerId: string | null;
  /** As the tables write it, `6.25%`; nothing is `0%`. */
  @TextColumn('share_before') before: string;
  @TextColumn('share_after') after: string;
}
