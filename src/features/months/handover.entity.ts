import { Entity, PrimaryColumn } from 'typeorm';
import type { HandoverLine, HandoverPart } from '../../domain/months/handover';
import { CollectiveColumn, KeyColumn, OptionalFenColumn, TextColumn } from '../../platform/database/columns';

/** What one officer handed to the next. */
@Entity('handovers')
export class HandoverEntity {
  @CollectiveColumn() collectiveId: string;
  @KeyColumn() id: string;
  @TextColumn('handed_on') handedOn: string;
  @TextColumn('post') post: string;
  @TextColumn('handed_by') handedBy: string;
  @TextColumn('taken_by') takenBy: string;
  @TextColumn('watched_by') handoverWatchedBy: string;
  @TextColumn('papers') papers: string;
  @TextColumn('remark') handoverRemark: string;
  @TextColumn('entered_by') enteredBy: string;
  @TextColumn('entered_at') enteredAt: string;
  @TextColumn('digest') digest: string;
}

/** One thing of it as the books had it. */
@Entity('handover_lines')
export class HandoverLineEntity implements HandoverLine {
  @CollectiveColumn() collectiveId: string;
  @KeyColumn('handover_id') handoverId: string;
  @PrimaryColumn({ name: 'line', type: 'integer' }) line: number;
  @TextColumn('part') part: HandoverPart;
  @TextColumn('key') key: string;
  @TextColumn('label') label: string;
  @TextColumn('said') text: string;
  @OptionalFenColumn('amount_fen') amount: bigint | null;
}
