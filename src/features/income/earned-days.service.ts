import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { run } from '../../platform/database/statements';
import type { BookedSpan } from '../assets/booked-spans.service';

interface Row {
  readonly entry_id: string;
  readonly asset_id: string;
  readonly covers_from: string;
  readonly covers_to: string;
}

/** For which days rent and other income is, by contract or by hand. */
@Injectable()
export class EarnedDaysService {
  /**
   * What stands of a collective. A dividend is left out: it is of the month in which it was decided on, for a
   * year that is over.
   */
  async listDays(db: EntityManager, collectiveId: string): Promise<BookedSpan[]> {
    const rows = await run<Row>(
      db,
      `SELECT owed.entry_id, owed.asset_id, owed.covers_from, owed.covers_to FROM receivables owed
       WHERE owed.collective_id = ? AND owed.covers_from IS NOT NULL AND owed.covers_to IS NOT NULL
         AND owed.named_stream IS NULL AND NOT EXISTS (SELECT 1 FROM ledger_entries later
           WHERE later.collective_id = owed.collective_id AND later.reverses_id = owed.entry_id)`,
      [collectiveId],
    );
    return rows.map(({ entry_id: entryId, asset_id: assetId, covers_from: from, covers_to: to }) => {
      return { entryId, assetId, from, to };
    });
  }
}
