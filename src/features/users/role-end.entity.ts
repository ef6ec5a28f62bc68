import { Entity } from 'typeorm';
import type { CalendarDay } from '../../domain/calendar/calendar-day';
import {
  CollectiveColumn,
  KeyCountColumn,
  OptionalTextColumn,
  TextColumn,
} from '../../platform/database/columns';

/** The end of a role that was given; once, and never changed. */
@Entity('role_ends')
export class RoleEndEntity {
  @CollectiveColumn()
  collectiveId: string;

  @KeyCountColumn('grant_number')
  grantNumber: number;

  /** The last day on which it is held; the day before it began where it was taken back. */
  @TextColumn('last_day')
  lastDay: CalendarDay;

  /** The user's id; `command` where a command of the machine did it. */
  @TextColumn('ended_by')
  endedBy: string;

  @TextColumn('ended_at')
  endedAt: string;

  @OptionalTextColumn('paper')
  paper: string | null;
}
