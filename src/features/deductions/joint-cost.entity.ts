import { Entity } from 'typeorm';
import type { DeductionKind } from '../../domain/deductions/contract-term';
import {
  CollectiveColumn,
  FenColumn,
  KeyColumn,
  OptionalTextColumn,
  TextColumn,
} from '../../platform/database/columns';

/**
 * A cost that the keeper of a joint station paid for its owners; below zero, with its paper as the note,
 * where something of one came back.
 */
@Entity('joint_costs')
export class JointCostEntity {
  @CollectiveColumn() collectiveId: string;
  /** That of the payment to the owners that it stands for. */
  @KeyColumn() id: string;
  @TextColumn('asset_id') assetId: string;
  @TextColumn('kind') kind: DeductionKind;
  @TextColumn('name') name: string;
  /** How it was reckoned, as typed. */
  @TextColumn('note') note: string;
  @TextColumn('reason') reason: string;
  @FenColumn('amount_fen') amount: bigint;
  @TextColumn('paid_on') paidOn: string;
  /** The table of its last days; what is each table's where its days lie under several: its shares. */
  @TextColumn('share_table_from') shareTableFrom: string;
  @TextColumn('entry_id') entryId: string;
}

/** What of it one owner bears. */
@Entity('joint_cost_parts')
export class JointCostPartEntity {
  @CollectiveColumn() collectiveId: string;
  @KeyColumn('cost_id') costId: string;
  @KeyColumn('owner') owner: string;
  /** The owner among the collectives; null where his books are kept elsewhere. */
  @OptionalTextColumn('owner_id') ownerId: string | null;
  @FenColumn('amount_fen') amount: bigint;
}

/** The days that its bill says it is for; one that says none has no row, nor have costs of before. */
@Entity('joint_cost_days')
export class JointCostDaysEntity {
  @CollectiveColumn() collectiveId: string;
  @KeyColumn('cost_id') costId: string;
  @TextColumn('served_from') from: string;
  @TextColumn('served_to') to: string;
}

/** What of it is an owner's by one share table: the running total of that table's costs goes on from it. */
@Entity('joint_cost_shares')
export class JointCostShareEntity {
  @CollectiveColumn() collectiveId: string;
  @KeyColumn('cost_id') costId: string;
  @KeyColumn('share_table_from') tableFrom: string;
  /** As the table names him. */
  @KeyColumn('owner') owner: string;
  /** Whose part of the cost it is in: his own, or that of who holds his rows now. */
  @TextColumn('bearer') bearer: string;
  @FenColumn('amount_fen') amount: bigint;
}

/**
 * That an owner's books have taken his part, by a voucher of theirs. In the keeper's own books: of which cost
 * a voucher brought something back.
 */
@Entity('joint_cost_takings')
export class JointCostTakingEntity {
  @CollectiveColumn() collectiveId: string;
  @KeyColumn('keeper_id') keeperId: string;
  @KeyColumn('cost_id') costId: string;
  @KeyColumn('entry_id') entryId: string;
}
