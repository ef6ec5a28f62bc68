import { Entity } from 'typeorm';
import type { CalendarDay } from '../../domain/calendar/calendar-day';
import type { KinKind } from '../../domain/users/near-relatives';
import { CollectiveColumn, KeyCountColumn, TextColumn } from '../../platform/database/columns';

/** That the persons of two accounts are near relatives, as an office said it; never changed. */
@Entity('account_relatives')
export class AccountRelativeEntity {
  /** The office that says it. */
  @CollectiveColumn()
  collectiveId: string;

  /** From 1 on, for each office. */
  @KeyCountColumn('kin_number')
  number: number;

  /** The two accounts, in the order of their ids. */
  @TextColumn('one_id')
  oneId: string;

  @TextColumn('other_id')
  otherId: string;

  @TextColumn('kin_kind')
  kind: KinKind;

  @TextColumn('kin_since')
  since: CalendarDay;

  @TextColumn('paper')
  paper: string;

  @TextColumn('said_by')
  saidBy: string;

  @TextColumn('said_at')
  saidAt: string;
}

/** That it holds no more, or never did; once, and never changed. */
@Entity('account_relative_ends')
export class AccountRelativeEndEntity {
  @CollectiveColumn()
  collectiveId: string;

  @KeyCountColumn('kin_number')
  number: number;

  @TextColumn('why')
  why: string;

  @TextColumn('ended_by')
  endedBy: string;

  @TextColumn('ended_at')
  endedAt: string;
}
