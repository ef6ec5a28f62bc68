import { Entity } from 'typeorm';
import { CollectiveColumn, FenColumn, KeyColumn, OptionalTextColumn } from '../../platform/database/columns';

/** What an owner of a kept station loses by a cut of its subsidy. */
@Entity('joint_cut_parts')
export class JointCutPartEntity {
  @CollectiveColumn() collectiveId: string;
  @KeyColumn('cut_id') cutId: string;
  @KeyColumn('owner') owner: string;
  /** The owner among the collectives; null where his books are kept elsewhere. */
  @OptionalTextColumn('owner_id') ownerId: string | null;
  @FenColumn('amount_fen') amount: bigint;
}
