import { Injectable } from '@nestjs/common';
import { addMonths, type Month, monthOf } from '../../domain/calendar/calendar-day';
import { NEIGHBOURS_AT_LEAST } from '../../domain/income/yield';
import { product } from '../../domain/money/charge';
import { reconcileWords } from '../../glossary/reconcile-words';
import { Clock } from '../../platform/clock/clock';
import { OfficeDesk } from '../../platform/http/office-desk';
import { townshipPath, villagePaths, withQuery } from '../../platform/http/office-paths';
import { yieldPath } from '../../platform/http/oversight-paths';
import type { PageVisit } from '../../platform/http/page-visit';
import { yearMonthText } from '../../platform/views/day-text';
import { type BesideMonth, NeighboursService, type PlacedStation } from '../income/neighbours.service';
import { YieldAlertsService } from '../income/yield-alerts.service';
import type { OfficeYieldRow, OfficeYieldsPageProps } from './office-yields.pages';

/** How many months a page leads to. */
const SHOWN_MONTHS = 6;

/** What every station of a township gave to a kW, beside the others and beside what its region expects. */
@Injectable()
export class OfficeYieldsViewService {
  constructor(
    private readonly desk: OfficeDesk,
    private readonly neighbours: NeighboursService,
    private readonly alerts: YieldAlertsService,
    private readonly clock: Clock,
  ) {}

  /** @param asked the latest month with a slip that is over, where none is named */
  async pageOf(visit: PageVisit, officeId: string, asked?: Month): Promise<OfficeYieldsPageProps> {
    const lastOver = addMonths(monthOf(this.clock.today()), -1);
    const found = await this.neighbours.listBeside(officeId, { month: asked, notAfter: lastOver });
    const { month } = found;
    const last = Array.from({ length: SHOWN_MONTHS }, (_, back) => addMonths(lastOver, -back)).reverse();
    const months = last.includes(month) ? last : [...last, month].sort();
    return {
      frame: await this.desk.frameOf(visit, { collectiveId: officeId, section: 'township' }),
      monthName: yearMonthText(month),
      tabs: months.map((each) => ({
        ...{ name: yearMonthText(each), href: yieldPath(officeId, each), isShown: each === month },
      })),
      rows: await this.rowsOf(found),
      unsettled: found.unsettled.map(linked),
      rules: rulesOf(found),
      homeHref: townshipPath(officeId),
    };
  }

  private async rowsOf({ month, stations, yellowBelow }: BesideMonth): Promise<OfficeYieldRow[]> {
    const holders = [...new Set(stations.map(({ collectiveId }) => collectiveId))];
    const told = new Map<string, string>();
    for (const id of holders)
      for (const { assetId, level, ...yielded } of await this.alerts.listAlerts(id, month))
        told.set(`${id} ${assetId}`, reconcileWords.level(level, yielded));
    return stations.map((station) => {
      const { beside, kwh, perKw } = station;
      const byRegion = told.get(`${station.collectiveId} ${station.assetId}`);
      return {
        ...linked(station),
        ...{ kwh, perKw, middle: beside?.middle, percent: beside?.percent },
        says: [
          ...(byRegion === undefined ? [] : [byRegion]),
          ...(beside?.isBelow === true ? [reconcileWords.below(product(yellowBelow, '100'))] : []),
        ],
      };
    });
  }
}

function linked(at: PlacedStation): Pick<OfficeYieldRow, 'holder' | 'name' | 'href'> {
  const { holder, name, collectiveId, assetId } = at;
  return { holder, name, href: withQuery(villagePaths(collectiveId).reconciliation, { asset: assetId }) };
}

function rulesOf({ yellowBelow, isConfirmed }: BesideMonth): string[] {
  const besides = {
    percent: product(yellowBelow, '100'),
    atLeast: String(NEIGHBOURS_AT_LEAST),
  };
  return [reconcileWords.besideRule(besides), ...(isConfirmed ? [] : [reconcileWords.unconfirmed])];
}
