import { Entity } from 'typeorm';
import {
  CollectiveColumn,
  CountColumn,
  FenColumn,
  KeyColumn,
  KeyCountColumn,
  OptionalTextColumn,
  TextColumn,
} from '../../platform/database/columns';

/** What a keeper proposes to the owners of a joint station for a year; a later one takes its place. */
@Entity('owner_proposals')
export class OwnerProposalEntity {
  @CollectiveColumn() collectiveId: string;
  @KeyColumn() id: string;
  @TextColumn('asset_id') assetId: string;
  @CountColumn('year') year: number;
  /** First day of the share table it was split by. */
  @TextColumn('share_table_from') shareTableFrom: string;
  @TextColumn('proposed_by') proposedBy: string;
  @TextColumn('proposed_at') proposedAt: string;
}

/** A use for all owners together. */
@Entity('owner_proposal_uses')
export class OwnerProposalUseEntity {
  @CollectiveColumn() collectiveId: string;
  @KeyColumn('proposal_id') proposalId: string;
  @KeyCountColumn('line_number') lineNumber: number;
  /** The use by the pack. */
  @TextColumn('code') bucket: string;
  @TextColumn('for_what') forWhat: string;
  @FenColumn('amount_fen') amount: bigint;
}

/** What of a use is an owner's to plan. */
@Entity('owner_proposal_parts')
export class OwnerProposalPartEntity {
  @CollectiveColumn() collectiveId: string;
  @KeyColumn('proposal_id') proposalId: string;
  @KeyCountColumn('line_number') lineNumber: number;
  /** As the share table names him. */
  @KeyColumn('owner') owner: string;
  /** Null where his books are kept elsewhere. */
  @OptionalTextColumn('owner_id') ownerId: string | null;
  @FenColumn('amount_fen') amount: bigint;
}
