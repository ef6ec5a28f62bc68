import { Injectable } from '@nestjs/common';
import type { CalendarDay } from '../../domain/calendar/calendar-day';
import type { Pool } from '../../domain/ledger/journal-entry';
import { deductionKindsOf } from '../../domain/policy/pack';
import { CollectivesService } from '../collectives/collectives.service';
import { PackChoicesService } from '../policy/pack-choices.service';

/** Which kinds of cost the document in force names, so that they need no reason. */
@Injectable()
export class NamedCostsService {
  constructor(
    private readonly collectives: CollectivesService,
    private readonly choices: PackChoicesService,
  ) {}

  /**
   * The kinds it names for a pool on a day. Undefined where there is no document, where nobody has chosen
   * between two, or where it says nothing of the pool's costs: then only another cost needs a reason.
   */
  async namedOn(
    collectiveId: string,
    pool: Pool,
    day: CalendarDay,
  ): Promise<ReadonlySet<string> | undefined> {
    if (pool !== 'pv' && pool !== 'other') return undefined;
    const { regionPath } = await this.collectives.requireCollective(collectiveId);
    const finding = await this.choices.packFor(regionPath, day);
    if (finding.kind === 'none' || finding.kind === 'several') return undefined;
    const kinds = deductionKindsOf(finding.found.pack, pool).map(({ id }) => id);
    return kinds.length === 0 ? undefined : new Set(kinds);
  }
}
