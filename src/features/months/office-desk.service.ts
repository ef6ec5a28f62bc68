import { Injectable } from '@nestjs/common';
import {
  addMonths,
  type CalendarDay,
  type Month,
  monthOf,
  monthsBetween,
  yearOf,
} from '../../domain/calendar/calendar-day';
import { labelOf } from '../../glossary/terms';
import { Clock } from '../../platform/clock/clock';
import { Configuration } from '../../platform/config/configuration';
import type { Actor, RoleName } from '../../platform/http/actor';
import { type DeskPlace, keepsBooksOf, OfficeDesk } from '../../platform/http/office-desk';
import { policyPaths, townshipPath, villagePaths } from '../../platform/http/office-paths';
import type { PageVisit } from '../../platform/http/page-visit';
import type { MonthWork } from '../../platform/views/month-frame';
import type { MonthTab, OfficeFrameProps, OfficeSection } from '../../platform/views/office-frame';
import { type Collective, CollectivesService } from '../collectives/collectives.service';
import { LedgerReadService } from '../ledger/ledger-read.service';
import { MonthWorkService } from './month-work.service';

/**
 * What stands around every office page: whose books, which months, which rooms, and the work of the month.
 */
@Injectable()
export class OfficeDeskService extends OfficeDesk {
  constructor(
    private readonly collectives: CollectivesService,
    private readonly books: LedgerReadService,
    private readonly work: MonthWorkService,
    private readonly configuration: Configuration,
    private readonly clock: Clock,
  ) {
    super();
  }

  override async frameOf(visit: PageVisit, place: DeskPlace): Promise<OfficeFrameProps> {
    const collective = await this.collectives.requireCollective(place.collectiveId);
    const isVillage = collective.kind === 'village';
    const role = roleAt(visit.actor, collective.id);
    const above =
      collective.parentId === null
        ? undefined
        : await this.collectives.requireCollective(collective.parentId);
    return {
      place: collective.name,
      ...(isVillage && above !== undefined ? { above: above.name } : {}),
      placeHref: homeOf(collective),
      places: await this.placesOf(visit.actor, collective),
      ...(isVillage && role !== 'county' ? { months: await this.monthTabs(place) } : {}),
      sections: sectionsOf(visit.actor, collective, place),
      person: visit.actor.displayName,
      role: labelOf(`role.${role}`),
      logOutAction: '/logout',
      demo: this.configuration.demo,
      said: visit.said,
    };
  }

  override async workOf(actor: Actor, place: DeskPlace): Promise<MonthWork> {
    const { collectiveId } = place;
    const today = this.clock.today();
    const month = place.month ?? (await this.work.currentMonth(collectiveId, today));
    const mayHold = keepsBooksOf(actor, collectiveId);
    const isCashier = !mayHold && roleAt(actor, collectiveId) === 'cashier';
    const mayOpen = (href: string): boolean => mayHold || (isCashier ? OF_CASHIER : LOOKED_AT).test(href);
    return this.work.workOf(collectiveId, month, { mayHold, mayOpen, today });
  }

  /** The other books the person may open, this one among them. */
  private async placesOf(actor: Actor, shown: Collective): Promise<NonNullable<OfficeFrameProps['places']>> {
    const kept = actor.roles.filter((held) => held.role !== 'township').map((held) => held.collectiveId);
    const below: Collective[] = [];
    for (const held of actor.roles.filter((each) => each.role === 'township')) {
      below.push(...(await this.collectives.listVillagesBelow(held.collectiveId)));
    }
    const all = await this.collectives.listCollectives();
    return all
      .filter((each) => kept.includes(each.id) || below.some((village) => village.id === each.id))
      .map((each) => ({ name: each.name, href: homeOf(each), current: each.id === shown.id }));
  }

  /** The months of the year that is shown, up to the present one. */
  private async monthTabs({ collectiveId, month }: DeskPlace): Promise<MonthTab[]> {
    const today = this.clock.today();
    const rows = await this.books.listMonths(collectiveId);
    const { openedOn } = await this.books.requireChain(collectiveId);
    return monthsOfYear(month ?? monthOf(today), openedOn, today).map((each) => ({
      month: each,
      state: rows.find((row) => row.month === each)?.state ?? 'open',
      href: villagePaths(collectiveId).month(each),
      current: each === month,
    }));
  }
}

/** Pages a cashier may open: vouchers and the bank. */
const OF_CASHIER = /\/(vouchers|bank)\//;
/** Pages that the township may open: all but the forms. */
const LOOKED_AT = /^(?!.*\/new(\?|$))/;

function monthsOfYear(shown: Month, openedOn: CalendarDay, today: CalendarDay): Month[] {
  const january = `${String(yearOf(shown))}-01`;
  const first = monthOf(openedOn) > january ? monthOf(openedOn) : january;
  const december = addMonths(january, 11);
  return monthsBetween(first, monthOf(today) < december ? monthOf(today) : december);
}

function homeOf(collective: Collective): string {
  if (collective.kind === 'village') return villagePaths(collective.id).home;
  return collective.kind === 'county' ? policyPaths(collective.id).packs : townshipPath(collective.id);
}

function roleAt(actor: Actor, collectiveId: string): RoleName {
  const held = actor.roles.find((each) => each.collectiveId === collectiveId);
  const above = (['township', 'county'] as const).find((office) =>
    actor.roles.some(({ role }) => role === office),
  );
  return held?.role ?? above ?? 'township';
}

function sectionsOf(actor: Actor, collective: Collective, place: DeskPlace): OfficeFrameProps['sections'] {
  const paths = villagePaths(collective.id);
  const rooms = [
    { key: 'month', href: paths.home },
    { key: 'assets', href: paths.assets },
    { key: 'surplus', href: paths.surplus },
    { key: 'plans', href: paths.plans },
    { key: 'vouchers', href: paths.vouchers },
    { key: 'books', href: paths.books },
    { key: 'bank', href: paths.bank },
  ] as const;
  const offices = actor.roles
    .filter((held) => held.role === 'township')
    .map((held) => ({ key: 'township' as const, href: townshipPath(held.collectiveId) }));
  // In a village's books its policy stands among the books; an office finds it here. The county's officer
  // looks at what holds in a village and opens none of its books.
  const counties = actor.roles.filter((held) => held.role === 'county').map((held) => held.collectiveId);
  const packs = { key: 'packs' as const, href: policyPaths(counties[0] ?? collective.id).packs };
  // A cashier sees the month, signs vouchers and brings in what the bank sends: of the books it is the only
  // page he finds. The other rooms are the bookkeeper's and the township's.
  const isCashier = roleAt(actor, collective.id) === 'cashier';
  const own: readonly OfficeSection[] = ['month', 'vouchers', 'bank'];
  const open = rooms.filter(({ key }) => (isCashier ? own.includes(key) : key !== 'bank'));
  const isClosed = collective.kind !== 'village' || roleAt(actor, collective.id) === 'county';
  const shown = isClosed ? [...offices, packs] : [...offices, ...open];
  const section = isCashier && place.section === 'books' ? 'bank' : place.section;
  return shown.map((room) => ({ ...room, current: room.key === section }));
}
