import { Entity, PrimaryColumn } from 'typeorm';
import type { CheckBreak, PassResult } from '../../domain/ledger/check-pass';
import { CollectiveColumn, CountColumn, JsonColumn, TextColumn } from '../../platform/database/columns';

/** What one check of a collective's books found. */
@Entity('book_checks')
export class BookCheckEntity {
  @CollectiveColumn() collectiveId: string;
  @PrimaryColumn({ name: 'number', type: 'integer' }) number: number;
  @TextColumn('checked_at') checkedAt: string;
  /** The person's id, or `schedule`. */
  @TextColumn('checked_by') checkedBy: string;
  @CountColumn('chain_position') chainPosition: number;
  @TextColumn('chain_head') chainHead: string;
  /** How many breaks were found; the first of each pass are kept in full. */
  @CountColumn('breaks') breaks: number;
  @JsonColumn('passes') passes: readonly PassResult[];
  @JsonColumn('found') found: readonly CheckBreak[];
}
