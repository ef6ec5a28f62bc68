import { Entity } from 'typeorm';
import {
  CollectiveColumn,
  CountColumn,
  FenColumn,
  KeyColumn,
  OptionalTextColumn,
  TextColumn,
} from '../../platform/database/columns';

/** What a slip of a kept station gives to one owner. */
@Entity('joint_parts')
export class JointPartEntity {
  @CollectiveColumn() collectiveId: string;
  @KeyColumn('settlement_id') settlementId: string;
  @KeyColumn('owner') owner: string;
  /** The owner among the collectives; null where his books are kept elsewhere. */
  @OptionalTextColumn('owner_id') ownerId: string | null;
  @TextColumn('kwh') kwh: string;
  @FenColumn('energy_fen') energyFee: bigint;
  @FenColumn('subsidy_fen') subsidy: bigint;
  /** 1 where an odd fen of the split is in it. */
  @CountColumn('odd_fen') oddFen: number;
}
