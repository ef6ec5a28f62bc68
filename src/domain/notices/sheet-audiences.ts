import type { CalendarDay } from '../calendar/calendar-day';
import type { NoticePublicity } from './distribution-notice';
import type { ReportShape, TableShape } from './report-notice';

/** Who reads a sheet: at the wall, on the public web during its days or after them, in the office. */
export type SheetReader = 'wall' | 'publicDuring' | 'publicAfter' | 'office';

/** What somebody sees of a table in which persons may be found. */
interface PersonsSeen {
  /** Names as they are, masked, or none of the rows, only what they come to. */
  readonly names: 'whole' | 'masked' | 'totals';
}

/**
 * Who sees what of persons on a sheet. Names of bodies and of assets are open to all.
 * Source: product decision on audiences.
 */
export const SEEN_OF_PERSONS: Readonly<Record<SheetReader, PersonsSeen>> = {
  wall: { names: 'masked' },
  publicDuring: { names: 'masked' },
  publicAfter: { names: 'totals' },
  office: { names: 'whole' },
};

/** Whether the rows of a table are kept from a reader, who sees its totals alone. */
export function isHiddenFrom({ listsPersons }: TableShape, reader: SheetReader): boolean {
  return listsPersons === true && SEEN_OF_PERSONS[reader].names === 'totals';
}

/** Whether somebody who is a person may stand on a sheet by name. */
export function mayNamePersons({ tables }: ReportShape): boolean {
  return Object.values(tables).some(({ listsPersons, fields }) => {
    return listsPersons === true || Object.values(fields).some(({ kind }) => kind === 'party');
  });
}

/** Whether the section of persons is kept from a reader; it counts by its digest alone then. */
export function keepsPersonsFrom(reader: SheetReader): boolean {
  return SEEN_OF_PERSONS[reader].names === 'totals';
}

/** As whom the public reads a sheet on a day. */
export function publicReader({ to }: NoticePublicity, today: CalendarDay): SheetReader {
  return today <= to ? 'publicDuring' : 'publicAfter';
}
