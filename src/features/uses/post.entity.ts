import { Entity, PrimaryColumn } from 'typeorm';
import type { LeavingPost, PaidEvery, PostKind } from '../../domain/uses/post';
import type { Reasons } from '../../domain/uses/post-questions';
import {
  CollectiveColumn,
  CountColumn,
  FenColumn,
  JsonColumn,
  KeyColumn,
  OptionalTextColumn,
  TextColumn,
} from '../../platform/database/columns';

/** A post that the village needs. */
@Entity('posts')
export class PostEntity {
  @CollectiveColumn() collectiveId: string;
  @KeyColumn() id: string;
  @CountColumn('post_number') number: number;
  @TextColumn('kind') kind: PostKind;
  @TextColumn('name') name: string;
  @TextColumn('duties') duties: string;
  @TextColumn('place_of_work') place: string;
  @CountColumn('seats') seats: number;
  @TextColumn('opened_on') openedOn: string;
  @TextColumn('entered_by') enteredBy: string;
  @TextColumn('entered_at') enteredAt: string;
}

/** For how many people a post is from a day on; none: it is closed. */
@Entity('post_seats')
export class PostSeatsEntity {
  @CollectiveColumn() collectiveId: string;
  @KeyColumn('post_id') postId: string;
  @PrimaryColumn({ name: 'change_number', type: 'integer' }) number: number;
  @TextColumn('from_day') from: string;
  @CountColumn('seats') seats: number;
  @TextColumn('why') why: string;
  @TextColumn('paper') paper: string;
  /** Why more posts than the region's share pay above the usual by it; null where that was not asked. */
  @OptionalTextColumn('heavier_why') heavierWhy: string | null;
  @TextColumn('entered_by') enteredBy: string;
  @TextColumn('entered_at') enteredAt: string;
}

/** What a post pays from a month on. */
@Entity('post_standards')
export class PostStandardEntity {
  @CollectiveColumn() collectiveId: string;
  @KeyColumn('post_id') postId: string;
  @PrimaryColumn({ name: 'standard_number', type: 'integer' }) standardNumber: number;
  @TextColumn('from_month') from: string;
  @TextColumn('every') every: PaidEvery;
  @FenColumn('amount_fen') amount: bigint;
  @TextColumn('paper') paper: string;
  @JsonColumn('reasons') reasons: Reasons;
  @TextColumn('entered_by') enteredBy: string;
  @TextColumn('entered_at') enteredAt: string;
}

/** Somebody appointed to a post; who it is is an id. */
@Entity('post_appointments')
export class PostAppointmentEntity {
  @CollectiveColumn() collectiveId: string;
  @KeyColumn() id: string;
  @CountColumn('appointment_number') number: number;
  @TextColumn('post_id') postId: string;
  @TextColumn('member_id') memberId: string;
  @TextColumn('shown_from') shownFrom: string;
  @TextColumn('shown_to') shownTo: string;
  @TextColumn('from_day') from: string;
  @TextColumn('to_day') to: string;
  /** The group of the document his household belonged to on the first day; empty for none. */
  @TextColumn('target_group') group: string;
  @TextColumn('paper') agreement: string;
  @JsonColumn('reasons') reasons: Reasons;
  @TextColumn('entered_by') enteredBy: string;
  @TextColumn('entered_at') enteredAt: string;
}

/** That somebody left a post before the agreed day. */
@Entity('post_leavings')
export class PostLeavingEntity {
  @CollectiveColumn() collectiveId: string;
  @KeyColumn('appointment_id') appointmentId: string;
  @TextColumn('left_on') leftOn: string;
  @TextColumn('why') why: LeavingPost;
  @TextColumn('paper') paper: string;
  @TextColumn('entered_by') enteredBy: string;
  @TextColumn('entered_at') enteredAt: string;
}
