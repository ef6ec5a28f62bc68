import { Entity, PrimaryColumn } from 'typeorm';
import { CollectiveColumn, KeyColumn, TextColumn } from '../../platform/database/columns';

/** What was decided about an asset that stands idle, brings too little or loses money. */
@Entity('asset_remedies')
export class AssetRemedyEntity {
  @CollectiveColumn() collectiveId: string;
  @KeyColumn('asset_id') assetId: string;
  /** Counted from 1 for each asset. */
  @PrimaryColumn({ name: 'number', type: 'integer' }) number: number;
  @TextColumn('remedy') remedy: string;
  @TextColumn('what') what: string;
  @TextColumn('who') who: string;
  @TextColumn('due_on') dueOn: string;
  @TextColumn('decided_on') decidedOn: string;
  @TextColumn('paper') paper: string;
  @TextColumn('entered_by') enteredBy: string;
  @TextColumn('entered_at') enteredAt: string;
}

/** How it ended. */
@Entity('asset_remedy_ends')
export class AssetRemedyEndEntity {
  @CollectiveColumn() collectiveId: string;
  @KeyColumn('asset_id') assetId: string;
  @PrimaryColumn({ name: 'number', type: 'integer' }) number: number;
  @TextColumn('done_on') doneOn: string;
  @TextColumn('outcome') outcome: string;
  @TextColumn('entered_by') enteredBy: string;
  @TextColumn('entered_at') enteredAt: string;
}
