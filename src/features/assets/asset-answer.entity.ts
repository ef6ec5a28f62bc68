import { Entity, PrimaryColumn } from 'typeorm';
import type { AboutKind, Answer } from '../../domain/assets/matter-facts';
import { CollectiveColumn, KeyColumn, TextColumn } from '../../platform/database/columns';

/** What the office answered to a question of a document, where the books do not know. */
@Entity('asset_answers')
export class AssetAnswerEntity implements Answer {
  @CollectiveColumn() collectiveId: string;
  /** The id of the asset, contract or project it is about, or of the village itself. */
  @KeyColumn('about_id') aboutId: string;
  /** Counted from 1 in the order of entry. */
  @PrimaryColumn({ name: 'number', type: 'integer' }) number: number;
  @TextColumn('about_kind') aboutKind: AboutKind;
  @TextColumn('question') question: string;
  @TextColumn('value') value: string;
  @TextColumn('from_on') fromOn: string;
  @TextColumn('paper') paper: string;
  @TextColumn('entered_by') enteredBy: string;
  @TextColumn('entered_at') enteredAt: string;
}
