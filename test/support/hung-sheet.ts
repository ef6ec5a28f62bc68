import type { INestApplicationContext } from '@nestjs/common';
import { addDays } from '../../src/domain/calendar/calendar-day';
import { DisplaysService } from '../../src/features/notices/displays.service';
import { NoticesService } from '../../src/features/notices/notices.service';
import type { SetClock } from '../../src/platform/clock/clock';
import { readKeptFile } from '../../src/platform/files/read-kept-file';
import { exif, jpeg, shade } from '../platform/files/pictures.fixture';

/** A plan of a village whose sheet is published, in a program on a clock that the test sets. */
export interface HungPlan {
  readonly app: INestApplicationContext;
  readonly clock: SetClock;
  readonly collectiveId: string;
  readonly planId: string;
}

let photos = 0;

/** Publishes a plan's sheet today. @returns the sheet's id */
export async function publishToday({ app, clock, collectiveId, planId }: HungPlan): Promise<string> {
  const form = { planId, displayedOn: clock.today() };
  return (await app.get(NoticesService).publishNotice(collectiveId, form, { by: 'wang' })).id;
}

/** Enters that a sheet was put up today, with a photo. */
export async function putUpToday(
  { app, clock, collectiveId }: Pick<HungPlan, 'app' | 'clock' | 'collectiveId'>,
  noticeId: string,
): Promise<void> {
  photos = (photos % 100) + 1;
  const file = await readKeptFile(jpeg(exif(6), shade(photos)));
  const form = { displayedOn: clock.today(), displayPlace: 'board' };
  await app.get(DisplaysService).putUp({ collectiveId, id: noticeId }, { file, form }, { by: 'wang' });
}

/**
 * Takes a decided plan to its approval: its sheet is published and put up today with a photo, and its days
 * go by; what comes after these days in its route is the test's own.
 * @returns the sheet's id
 */
export async function hangThrough(of: HungPlan, days = 7): Promise<string> {
  const noticeId = await publishToday(of);
  await putUpToday(of, noticeId);
  of.clock.moveTo(addDays(of.clock.today(), days));
  return noticeId;
}
