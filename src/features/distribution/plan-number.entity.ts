import { Entity } from 'typeorm';
import type { StandardPaper } from '../../domain/policy/local-standard';
import type { Decider } from '../../domain/policy/pack-words';
import {
  CollectiveColumn,
  JsonColumn,
  KeyColumn,
  OptionalTextColumn,
  TextColumn,
} from '../../platform/database/columns';

/** A number a plan was judged by that its document leaves open; no value where nobody had given one. */
@Entity('plan_numbers')
export class PlanNumberEntity {
  @CollectiveColumn() collectiveId: string;
  @KeyColumn('plan_id') planId: string;
  @KeyColumn('number_id') numberId: string;
  @TextColumn('decided_by') decidedBy: Decider;
  @OptionalTextColumn('value') value: string | null;
  /** The day from which the county's number holds. */
  @OptionalTextColumn('valid_from') validFrom: string | null;
  @JsonColumn('paper') paper: StandardPaper | null;
}
