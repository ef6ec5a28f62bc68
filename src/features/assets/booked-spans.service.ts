import type { EntityManager } from 'typeorm';
import type { DaySpan } from '../../domain/assets/asset-months';

/** The days that a voucher is for, of one asset. */
export interface BookedSpan extends DaySpan {
  readonly entryId: string;
  readonly assetId: string;
}

/**
 * For which days vouchers are that say so: rent of a quarter, a premium of a year. The steps that book them
 * keep the days, and assets know no later step, so the application hands this in.
 */
export abstract class BookedSpans {
  /** What stands of a collective; what was taken back is left out. */
  abstract listSpans(db: EntityManager, collectiveId: string): Promise<readonly BookedSpan[]>;
}
