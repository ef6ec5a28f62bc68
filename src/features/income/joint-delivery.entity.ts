import { Entity } from 'typeorm';
import { CollectiveColumn, KeyColumn, OptionalTextColumn, TextColumn } from '../../platform/database/columns';

/** That an owner's books took a part of a slip, or took it back with the slip. */
@Entity('joint_deliveries')
export class JointDeliveryEntity {
  @CollectiveColumn() collectiveId: string;
  @KeyColumn('settlement_id') settlementId: string;
  @KeyColumn('owner') owner: string;
  @KeyColumn('act') act: 'taken' | 'taken_back';
  /** The voucher in the owner's books; null where nothing was generated. */
  @OptionalTextColumn('owner_entry_id') ownerEntryId: string | null;
  /** The keeper's own voucher of it. */
  @OptionalTextColumn('entry_id') entryId: string | null;
  @TextColumn('done_at') doneAt: string;
}
