import { Entity } from 'typeorm';
import type { MeetingCounts } from '../../domain/approvals/quorum';
import type { StepPaper } from '../../domain/approvals/step-papers';
import {
  CollectiveColumn,
  JsonColumn,
  KeyColumn,
  KeyCountColumn,
  OptionalTextColumn,
  TextColumn,
} from '../../platform/database/columns';

/** A step of a procedure as it was held, on the bytes named by the digest. */
@Entity('procedure_steps')
export class ProcedureStepEntity {
  @CollectiveColumn() collectiveId: string;
  @KeyColumn('subject_kind') subjectKind: string;
  @KeyColumn('subject_id') subjectId: string;
  @KeyCountColumn('step_number') stepNumber: number;
  @TextColumn('route_id') routeId: string;
  @TextColumn('step_id') stepId: string;
  @TextColumn('digest') digest: string;
  @TextColumn('held_on') heldOn: string;
  /** The last day of publicity; null of any other step. */
  @OptionalTextColumn('until_on') untilOn: string | null;
  /** Of a meeting whose papers had to be out before it, on which day they were. */
  @OptionalTextColumn('papers_out_on') papersOutOn: string | null;
  /** What shows it; blank of a review. */
  @TextColumn('paper') paper: string;
  /** What shows it beside that; null of steps of before it was kept. */
  @JsonColumn('papers') papers: readonly StepPaper[] | null;
  /** Where it hung, of publicity. */
  @OptionalTextColumn('display_place') displayPlace: string | null;
  /** The vote of a meeting; null of any other step. */
  @JsonColumn('counts') counts: MeetingCounts | null;
  @TextColumn('taken_by') takenBy: string;
  @TextColumn('taken_at') takenAt: string;
}
