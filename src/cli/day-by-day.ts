import type { CalendarDay } from '../domain/calendar/calendar-day';
import type { BooksEntry, Step, Story } from './case-file';

/** A step of a story, with whose books it happens in and the day on which these open. */
export interface ToldStep {
  readonly step: Step;
  readonly books: BooksEntry;
  readonly opened: CalendarDay;
  /** The day on which it is entered: its own, or a later one that these books have reached already. */
  readonly day: CalendarDay;
}

/**
 * The steps of all books day by day, for what happens in one may reach into another. In each the steps keep
 * the order of the files, also one that looks back to an earlier day; on the same day books follow each
 * other as the files name them first.
 */
export function dayByDay(story: Story): ToldStep[] {
  const reached = new Map<string, CalendarDay>();
  const order = [...new Set(story.books.map(({ of }) => of))];
  const steps = story.books.flatMap((books) => {
    const opened = story.collectives.find(({ key }) => key === books.of)?.booksOpenOn ?? '';
    return books.steps.map((step) => {
      const before = reached.get(books.of) ?? opened;
      const day = step.on !== undefined && step.on > before ? step.on : before;
      reached.set(books.of, day);
      return { told: { step, books, opened, day }, rank: order.indexOf(books.of) };
    });
  });
  const inTurn = steps.sort((one, other) => compare(one.told.day, other.told.day) || one.rank - other.rank);
  return inTurn.map(({ told }) => told);
}

function compare(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}
