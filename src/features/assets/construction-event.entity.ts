import { Entity } from 'typeorm';
import type { ProjectAct } from '../../domain/assets/construction';
import {
  CollectiveColumn,
  FenColumn,
  KeyColumn,
  OptionalTextColumn,
  TextColumn,
} from '../../platform/database/columns';

/** Something that happened to a project of construction. */
@Entity('construction_events')
export class ConstructionEventEntity {
  @CollectiveColumn() collectiveId: string;
  @KeyColumn() id: string;
  @TextColumn('project_id') projectId: string;
  @TextColumn('act') act: ProjectAct;
  @TextColumn('happened_on') happenedOn: string;
  @FenColumn('amount_fen') amount: bigint;
  @FenColumn('kept_fen') kept: bigint;
  @OptionalTextColumn('due_on') dueOn: string | null;
  @OptionalTextColumn('asset_id') assetId: string | null;
  @TextColumn('entry_id') entryId: string;
  @TextColumn('entered_by') enteredBy: string;
  @TextColumn('entered_at') enteredAt: string;
}
