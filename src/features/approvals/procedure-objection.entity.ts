import { Entity } from 'typeorm';
import { CollectiveColumn, KeyColumn, KeyCountColumn, TextColumn } from '../../platform/database/columns';

/** What somebody said of what hung out in a procedure, in the office's own words. */
@Entity('procedure_objections')
export class ProcedureObjectionEntity {
  @CollectiveColumn() collectiveId: string;
  @KeyColumn('subject_kind') subjectKind: string;
  @KeyColumn('subject_id') subjectId: string;
  @KeyCountColumn('objection_number') objectionNumber: number;
  @TextColumn('received_on') receivedOn: string;
  @TextColumn('what') what: string;
  @TextColumn('entered_by') enteredBy: string;
  @TextColumn('entered_at') enteredAt: string;
}

/** What the office answered. */
@Entity('procedure_answers')
export class ProcedureAnswerEntity {
  @CollectiveColumn() collectiveId: string;
  @KeyColumn('subject_kind') subjectKind: string;
  @KeyColumn('subject_id') subjectId: string;
  @KeyCountColumn('objection_number') objectionNumber: number;
  @TextColumn('answered_on') answeredOn: string;
  @TextColumn('said') said: string;
  @TextColumn('entered_by') enteredBy: string;
  @TextColumn('entered_at') enteredAt: string;
}
