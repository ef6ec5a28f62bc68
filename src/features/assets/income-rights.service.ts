import { Injectable } from '@nestjs/common';
import type { Asset } from '../../domain/assets/asset';
import type { ParticularsVersion } from '../../domain/assets/asset-particulars';
import { Clock } from '../../platform/clock/clock';
import { Database } from '../../platform/database/database';
import { readPublicIncomeOf } from './asset-rights.store';

/** What everyone may know of whose the income of an asset is. */
@Injectable()
export class IncomeRightsService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /**
   * The body whose the income is today, blank where its name may be a person's; undefined where it is the
   * village's.
   * @param known what is known of the asset today
   */
  async findPublic(
    collectiveId: string,
    asset: Asset,
    known: ParticularsVersion | undefined,
  ): Promise<string | undefined> {
    if ((known?.incomeBody ?? '') === '') return undefined;
    const of = { asset, day: this.clock.today() };
    return readPublicIncomeOf(this.database.reader, collectiveId, of);
  }
}
