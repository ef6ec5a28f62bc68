import { Entity } from 'typeorm';
import type { LineReasons } from '../../domain/approvals/line-reasons';
import type { MeetingCounts } from '../../domain/approvals/quorum';
import type { StepOutcome } from '../../domain/approvals/refused-steps';
import type { StepPaper } from '../../domain/approvals/step-papers';
import type { TakenAs } from '../../domain/approvals/step-takers';
import {
  CollectiveColumn,
  CountColumn,
  JsonColumn,
  KeyColumn,
  OptionalTextColumn,
  TextColumn,
} from '../../platform/database/columns';

/** What one step of a route decided, on the bytes named by the digest. */
@Entity('approval_decisions')
export class ApprovalDecisionEntity {
  @CollectiveColumn() collectiveId: string;
  @KeyColumn() id: string;
  @TextColumn('subject_kind') subjectKind: string;
  @TextColumn('subject_id') subjectId: string;
  @TextColumn('digest') digest: string;
  @TextColumn('route_id') routeId: string;
  @TextColumn('step_id') stepId: string;
  @CountColumn('step_number') stepNumber: number;
  @TextColumn('outcome') outcome: StepOutcome;
  @TextColumn('decided_on') decidedOn: string;
  @TextColumn('decided_at') decidedAt: string;
  @TextColumn('decided_by') decidedBy: string;
  /** The vote of a meeting; null where one person decided. */
  @JsonColumn('counts') counts: MeetingCounts | null;
  @OptionalTextColumn('reason') reason: string | null;
  /** Of a plan that came back: why single lines did, by their use. */
  @JsonColumn('line_reasons') lineReasons: LineReasons | null;
  /** Of what hangs out: its last day. */
  @OptionalTextColumn('until_on') untilOn: string | null;
  /** What shows the step; of a filing its number. */
  @OptionalTextColumn('paper') paper: string | null;
  /** Of a meeting whose papers had to be out before it, on which day they were. */
  @OptionalTextColumn('papers_out_on') papersOutOn: string | null;
  /** The papers that its route asks for; null of steps from before they were asked for. */
  @JsonColumn('papers') papers: readonly StepPaper[] | null;
  /** Whether it was his own who took it, or he stood in; null of steps from before a step was anybody's. */
  @OptionalTextColumn('taken_as') takenAs: TakenAs | null;
}
