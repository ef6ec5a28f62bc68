import { Injectable } from '@nestjs/common';
import type { CalendarDay } from '../../domain/calendar/calendar-day';
import { owedOn } from '../../domain/income/owed-on';
import type { Pool } from '../../domain/ledger/journal-entry';
import { sumFen } from '../../domain/money/fen';
import { remarks } from '../../glossary/remarks';
import { Clock } from '../../platform/clock/clock';
import { AssetsService } from '../assets/assets.service';
import { IncomeReadService } from '../income/income-read.service';

/** What of the state's subsidy has not come, in words. */
@Injectable()
export class SubsidyWaitsService {
  constructor(
    private readonly assets: AssetsService,
    private readonly income: IncomeReadService,
    private readonly clock: Clock,
  ) {}

  /**
   * What of the state's subsidy was owed and had not come on the period's last day, or today where that is
   * earlier; undefined where nothing was.
   */
  async subsidyRemark(
    collectiveId: string,
    period: { readonly pool: Pool; readonly to: CalendarDay },
  ): Promise<string | undefined> {
    const today = this.clock.today();
    const day = period.to < today ? period.to : today;
    const owed = await this.income.listReceivables(collectiveId);
    const waiting = owed
      .filter((each) => each.stream === 'subsidy' && each.pool === period.pool)
      .map((each) => ({ ...each, open: owedOn(each, day) }))
      .filter(({ open }) => open > 0n);
    if (waiting.length === 0) return undefined;
    const registered = await this.assets.listAssets(collectiveId);
    // What comes of a station kept for owners is passed on: it never becomes the keeper's surplus.
    const said = [false, true].flatMap((forOwners) => {
      const own = waiting.filter((each) => each.forOwners === forOwners);
      const stations = registered.filter(({ asset }) => own.some((each) => each.assetId === asset.id));
      const names = stations.map(({ asset }) => asset.name);
      const words = forOwners ? remarks.ownersSubsidyWaits : remarks.subsidyWaits;
      return own.length === 0 ? [] : [words(names, sumFen(own.map(({ open }) => open)))];
    });
    return said.join('');
  }
}
