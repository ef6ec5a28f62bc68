import { Entity } from 'typeorm';
import {
  CollectiveColumn,
  CountColumn,
  FenColumn,
  KeyColumn,
  TextColumn,
} from '../../platform/database/columns';

/** A line of a plan: one use with its amount. */
@Entity('plan_lines')
export class PlanLineEntity {
  @CollectiveColumn() collectiveId: string;
  @KeyColumn('plan_id') planId: string;
  @KeyColumn() id: string;
  @CountColumn('line_number') lineNumber: number;
  @TextColumn('bucket') bucket: string;
  @FenColumn('amount_fen') amount: bigint;
}
