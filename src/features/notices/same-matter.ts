import type { NoticeEntity } from './notice.entity';

type Sheet = Pick<NoticeEntity, 'id' | 'planId' | 'data'>;

/**
 * Whether a sheet was published before another about the same: of a plan, money of the same pool in days of
 * which one lies in both, as no two plans that stand have a day of a pool; of a report, the same matter.
 */
export function comesBefore(sheet: Sheet, later: Sheet): boolean {
  if (sheet.id >= later.id || sheet.data.kind !== later.data.kind) return false;
  if (later.data.kind === 'report') return sheet.planId === later.planId;
  const [before, after] = [sheet.data.heading, later.data.heading];
  return (
    before.pool === after.pool && before.periodFrom <= after.periodTo && before.periodTo >= after.periodFrom
  );
}
