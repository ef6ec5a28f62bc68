import type { EntityManager } from 'typeorm';
import type { Month } from '../../domain/calendar/calendar-day';
import type { LeftList } from '../../domain/collectives/roster';
import { monthRows } from '../../domain/uses/attendance';
import { endedByList } from '../../domain/uses/post';
import type { WorkedSpan } from '../../domain/uses/work-days';
import { AttendanceAcceptanceEntity, AttendanceLineEntity, AttendanceSheetEntity } from './attendance.entity';
import { readPosts } from './posts.store';

/**
 * What everybody was on a post in a month, by its last sheet: nothing while that was taken back again.
 * @param known the vouchers that were taken back, and who left the list when
 */
export async function readAttended(
  db: EntityManager,
  at: { readonly collectiveId: string; readonly month: Month },
  known: { readonly reversed: ReadonlySet<string>; readonly left: ReadonlyMap<string, LeftList> },
): Promise<WorkedSpan[]> {
  const { collectiveId, month } = at;
  const sheets = await db.find(AttendanceSheetEntity, {
    where: { collectiveId, month },
    order: { sheetNumber: 'ASC' },
  });
  const sheetId = sheets.at(-1)?.id;
  if (sheetId === undefined) return [];
  const acceptance = await db.findOneBy(AttendanceAcceptanceEntity, { collectiveId, sheetId });
  if (acceptance !== null && known.reversed.has(acceptance.entryId)) return [];
  const lines = await db.findBy(AttendanceLineEntity, { collectiveId, sheetId });
  const posts = (await readPosts(db, collectiveId)).map((told) => ({
    ...told,
    appointments: told.appointments.map((each) => endedByList(each, known.left)),
  }));
  return monthRows(posts, month).flatMap(({ appointmentId, memberId, from, to }) => {
    const line = lines.find((each) => each.appointmentId === appointmentId);
    return line === undefined ? [] : [{ memberId, from, to, halfDays: line.halfDays }];
  });
}
