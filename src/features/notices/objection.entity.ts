import { Entity } from 'typeorm';
import {
  CollectiveColumn,
  CountColumn,
  KeyColumn,
  KeyCountColumn,
  TextColumn,
} from '../../platform/database/columns';

/** What somebody said of a sheet. Their own words are for the office alone. */
@Entity('objections')
export class ObjectionEntity {
  @CollectiveColumn() collectiveId: string;
  @KeyColumn() id: string;
  @TextColumn('notice_id') noticeId: string;
  @CountColumn('year') year: number;
  @CountColumn('objection_number') objectionNumber: number;
  @TextColumn('received_on') receivedOn: string;
  /** The last day for its answer. */
  @TextColumn('due_on') dueOn: string;
  @TextColumn('source_kind') sourceKind: string;
  @TextColumn('text') text: string;
  @TextColumn('entered_by') enteredBy: string;
  @TextColumn('entered_at') enteredAt: string;
}

/** What the office answered, and in its own words what it was about: both are for everyone. */
@Entity('objection_answers')
export class ObjectionAnswerEntity {
  @CollectiveColumn() collectiveId: string;
  @KeyColumn('objection_id') objectionId: string;
  @TextColumn('answered_on') answeredOn: string;
  @TextColumn('what') what: string;
  @TextColumn('said') said: string;
  @TextColumn('entered_by') enteredBy: string;
  @TextColumn('entered_at') enteredAt: string;
}

/** The telephone of whoever made it, sealed. */
@Entity('objection_phones')
export class ObjectionPhoneEntity {
  @CollectiveColumn() collectiveId: string;
  @KeyColumn('objection_id') objectionId: string;
  @TextColumn('key_id') keyId: string;
  @TextColumn('sealed') sealed: string;
}

/** That somebody read it. */
@Entity('objection_phone_reads')
export class ObjectionPhoneReadEntity {
  @CollectiveColumn() collectiveId: string;
  @KeyColumn('objection_id') objectionId: string;
  @KeyCountColumn('read_number') readNumber: number;
  @TextColumn('read_by') readBy: string;
  @TextColumn('read_at') readAt: string;
}
