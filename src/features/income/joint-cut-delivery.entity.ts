import { Entity } from 'typeorm';
import { CollectiveColumn, KeyColumn, TextColumn } from '../../platform/database/columns';

/** That an owner's books took their part of a cut, or took it back with the cut. */
@Entity('joint_cut_deliveries')
export class JointCutDeliveryEntity {
  @CollectiveColumn() collectiveId: string;
  @KeyColumn('cut_id') cutId: string;
  @KeyColumn('owner') owner: string;
  @KeyColumn('act') act: 'taken' | 'taken_back';
  /** The voucher in the owner's books. */
  @TextColumn('owner_entry_id') ownerEntryId: string;
  /** The keeper's own voucher of it. */
  @TextColumn('entry_id') entryId: string;
  @TextColumn('done_at') doneAt: string;
}
