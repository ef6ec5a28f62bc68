import { Entity } from 'typeorm';
import type { CalendarDay } from '../../domain/calendar/calendar-day';
import {
  CollectiveColumn,
  KeyCountColumn,
  OptionalCountColumn,
  OptionalTextColumn,
  TextColumn,
} from '../../platform/database/columns';
import type { RoleName } from '../../platform/http/actor';

/** A role given to a person at a collective, for days; never changed. */
@Entity('role_grants')
export class RoleGrantEntity {
  /** Where the role is held. */
  @CollectiveColumn()
  collectiveId: string;

  /** From 1 on, for each collective. */
  @KeyCountColumn('number')
  number: number;

  @TextColumn('user_id')
  userId: string;

  @TextColumn('role')
  role: RoleName;

  /** Null where it has been held since the account was made, before roles had days. */
  @OptionalTextColumn('from_day')
  fromDay: CalendarDay | null;

  /** The last day, where it was given for some days only. */
  @OptionalTextColumn('to_day')
  toDay: CalendarDay | null;

  /** The user's id; `command` where a command of the machine did it. */
  @TextColumn('given_by')
  givenBy: string;

  @TextColumn('given_at')
  givenAt: string;

  /** The appointment, the record of a handover. */
  @OptionalTextColumn('paper')
  paper: string | null;

  /** The grant that was handed over to this one. */
  @OptionalCountColumn('taken_from')
  takenFrom: number | null;
}
