import type { CalendarDay } from '../../domain/calendar/calendar-day';
import type { Collective } from '../collectives/collectives.service';

/** Something that waits in a village, and who does it. */
export interface WaitingWork {
  readonly village: Collective;
  /** Whoever is any of these, in the village or in an office above it, does it. */
  readonly by: readonly string[];
  /** Who of them may not, as user ids: who drafted what is reviewed, who has signed already. */
  readonly notBy: readonly string[];
  readonly what: string;
  readonly href: string;
  /** For how many days it waits. */
  readonly days: number;
}

/** The same as whoever knows of it tells it: since which day it waits. */
export type ToldWork = Pick<WaitingWork, 'by' | 'what' | 'href'> & {
  readonly notBy?: readonly string[];
  readonly since: CalendarDay;
};

/** Who keeps a village's books: its own accountant or an agency's bookkeeper. */
export const BOOKKEEPERS = ['accountant', 'bookkeeper'];

/** Who decides for a township. */
export const DECIDERS = ['township', 'approver'];

/** Whether something waits for a person who is all this where it waits. */
export function waitsFor({ by, notBy }: WaitingWork, userId: string, roles: readonly string[]): boolean {
  return by.some((each) => roles.includes(each)) && !notBy.includes(userId);
}
