import { Injectable } from '@nestjs/common';
import { monthOf } from '../../domain/calendar/calendar-day';
import { DomainError } from '../../domain/shared/domain-error';
import { labelOf } from '../../glossary/terms';
import { Clock } from '../../platform/clock/clock';
import { Configuration } from '../../platform/config/configuration';
import { type Actor, type HeldRole, isOfTownship, type RoleName } from '../../platform/http/actor';
import { type DeskPlace, keepsBooksOf, OfficeDesk } from '../../platform/http/office-desk';
import {
  assetTablesPath,
  policyPaths,
  townshipPath,
  townshipSearchPath,
  villagePaths,
} from '../../platform/http/office-paths';
import { accountPaths, filingPaths, routePaths } from '../../platform/http/oversight-paths';
import type { PageVisit } from '../../platform/http/page-visit';
import type { MonthWork } from '../../platform/views/month-work';
import type { OfficeFrameProps } from '../../platform/views/office-frame';
import { type Collective, CollectivesService } from '../collectives/collectives.service';
import { LinksService, type MayOpen } from '../users/links.service';
import { MonthWorkService } from './month-work.service';

/**
 * What stands around every office page: whose books, which months, which rooms, and the work of the month.
 */
@Injectable()
export class OfficeDeskService extends OfficeDesk {
  constructor(
    private readonly collectives: CollectivesService,
    private readonly links: LinksService,
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
    const mayOpen = await this.links.openerFor(visit.actor, collective.id);
    const home = homeOf(visit.actor, collective);
    const above =
      collective.parentId === null
        ? undefined
        : await this.collectives.requireCollective(collective.parentId);
    return {
      place: collective.name,
      ...(isVillage && above !== undefined ? { above: above.name } : {}),
      placeHref: mayOpen(home) ? home : policyPaths(collective.id).packs,
      places: await this.placesOf(visit.actor, collective),
      ...((isVillage || keepsBooksOf(visit.actor, collective.id)) && mayOpen(villagePaths(collective.id).home)
        ? { ...(await this.monthsOf(place)), ...(await this.lostOf(place, mayOpen)) }
        : {}),
      sections: sectionsOf(visit.actor, collective, { ...place, mayOpen }),
      person: visit.actor.displayName,
      role: labelOf(`role.${role}`),
      search: searchOf(visit.actor, collective, mayOpen),
      logOutAction: '/logout',
      demo: this.configuration.demo,
      said: visit.said,
    };
  }

  override async workOf(actor: Actor, place: DeskPlace): Promise<MonthWork> {
    const { collectiveId } = place;
    const today = this.clock.today();
    const asked = place.month ?? (await this.work.currentMonth(collectiveId, today));
    const month = asked > monthOf(today) ? monthOf(today) : asked;
    const mayHold = keepsBooksOf(actor, collectiveId);
    const mayOpen = await this.links.openerFor(actor, collectiveId);
    return this.work.workOf(collectiveId, month, { userId: actor.userId, mayHold, mayOpen, today });
  }

  override openerFor(actor: Actor, collectiveId: string): Promise<MayOpen> {
    return this.links.openerFor(actor, collectiveId);
  }

  /** The months of the books; none where the row is gone that says since when they are kept. */
  private async monthsOf(place: DeskPlace): Promise<Pick<OfficeFrameProps, 'months' | 'years'>> {
    const today = this.clock.today();
    try {
      return {
        months: await this.work.monthTabs(place, today),
        years: await this.work.yearsBeside(place, today),
      };
    } catch (error) {
      if (error instanceof DomainError && error.code === 'collective.unknown') return {};
      throw error;
    }
  }

  /** What is gone from the registers, said on every page of the books: no figure of theirs is whole. */
  private async lostOf(
    { collectiveId }: DeskPlace,
    mayOpen: MayOpen,
  ): Promise<Pick<OfficeFrameProps, 'lost'>> {
    const rows = await this.work.lostRows(collectiveId);
    if (rows.length === 0) return {};
    const { check } = villagePaths(collectiveId);
    return {
      lost: {
        rows: rows.map(({ table, count }) => ({ name: labelOf(`stepTable.${table}`), count })),
        checkHref: mayOpen(check) ? check : undefined,
      },
    };
  }

  /** The other books the person may open, this one among them. */
  private async placesOf(actor: Actor, shown: Collective): Promise<NonNullable<OfficeFrameProps['places']>> {
    const kept = actor.roles.filter((held) => !isOfTownship(held.role)).map((held) => held.collectiveId);
    const below: Collective[] = [];
    for (const held of actor.roles.filter((each) => looksBelow(each.role))) {
      below.push(...(await this.collectives.listVillagesBelow(held.collectiveId)));
    }
    const all = await this.collectives.listCollectives();
    return all
      .filter((each) => kept.includes(each.id) || below.some((village) => village.id === each.id))
      .map((each) => ({ name: each.name, href: homeOf(actor, each), current: each.id === shown.id }));
  }
}

/** Where a person's work in these books begins; who keeps an office's books does not oversee its villages. */
function homeOf(actor: Actor, collective: Collective): string {
  const isOverseer = actor.roles.some(
    ({ role, collectiveId }) => looksBelow(role) && collectiveId === collective.id,
  );
  const isOwn = keepsBooksOf(actor, collective.id) && !isOverseer;
  if (collective.kind === 'village' || isOwn) return villagePaths(collective.id).home;
  return collective.kind === 'county' ? policyPaths(collective.id).packs : townshipPath(collective.id);
}

const OFFICE_ROLES = ['township', 'reviewer', 'approver', 'county', 'auditor'] as const;

/** Whether a role looks at the villages below an office, and at the office's own views of them. */
function looksBelow(role: RoleName): boolean {
  return isOfTownship(role) || role === 'auditor';
}

/** Whether somebody audits the township whose pages these are, or that is above this village. */
function isAuditorAt({ role, collectiveId }: HeldRole, { id, kind, parentId }: Collective): boolean {
  const townshipId = kind === 'township' ? id : parentId;
  return role === 'auditor' && collectiveId === townshipId && kind !== 'county';
}

function roleAt(actor: Actor, collectiveId: string): RoleName {
  const held = actor.roles.find((each) => each.collectiveId === collectiveId);
  const above = OFFICE_ROLES.find((office) => actor.roles.some(({ role }) => role === office));
  return held?.role ?? above ?? 'township';
}

/** Where anything of these books, or of an office's villages, is looked for by whoever may look there. */
function searchOf(actor: Actor, { id, kind }: Collective, mayOpen: MayOpen): OfficeFrameProps['search'] {
  const hasBooks = kind === 'village' || keepsBooksOf(actor, id);
  const action = hasBooks ? villagePaths(id).search : townshipSearchPath(id);
  return mayOpen(action) ? { action } : undefined;
}

/** Rooms of those who share money out, and of whom they share it among. */
const SHARING: readonly string[] = ['members', 'surplus', 'plans', 'payLists'];

function sectionsOf(
  actor: Actor,
  collective: Collective,
  place: DeskPlace & { readonly mayOpen: MayOpen },
): OfficeFrameProps['sections'] {
  const paths = villagePaths(collective.id);
  const rooms = [
    { key: 'month', href: paths.home },
    { key: 'assets', href: paths.assets },
    { key: 'members', href: paths.members },
    { key: 'surplus', href: paths.surplus },
    { key: 'plans', href: paths.plans },
    { key: 'payLists', href: paths.payLists },
    { key: 'vouchers', href: paths.vouchers },
    { key: 'books', href: paths.books },
    { key: 'bank', href: paths.bank },
  ] as const;
  const offices = actor.roles
    .filter((held) => isOfTownship(held.role) || isAuditorAt(held, collective))
    .map((held) => ({ key: 'township' as const, href: townshipPath(held.collectiveId) }));
  // In a village's books its policy stands among the books; an office finds it here. The county's officer
  // looks at what holds in a village and opens none of its books.
  const counties = actor.roles.filter((held) => held.role === 'county').map((held) => held.collectiveId);
  const packs = { key: 'packs' as const, href: policyPaths(counties[0] ?? collective.id).packs };
  // The bank is found among the books; who may not open those, as a cashier, finds it as a room of its own.
  const hasBooks = place.mayOpen(paths.books);
  const open = rooms.filter(({ key, href }) => place.mayOpen(href) && (key !== 'bank' || !hasBooks));
  // An office that keeps a joint station has books of its own; their money is the owners', shared nowhere.
  const isVillage = collective.kind === 'village';
  const isClosed = !(isVillage || keepsBooksOf(actor, collective.id)) || open.length === 0;
  const own = isVillage ? open : [...open.filter(({ key }) => !SHARING.includes(key)), packs];
  const ofCounty = counties.flatMap((id) => [
    { key: 'routes' as const, href: routePaths.list(id) },
    { key: 'filings' as const, href: filingPaths.list(id) },
    { key: 'accounts' as const, href: accountPaths.list(id) },
  ]);
  const tables = { key: 'assets' as const, href: assetTablesPath(collective.id) };
  const office = place.mayOpen(tables.href) && collective.kind !== 'village' ? [...offices, tables] : offices;
  const shown = isClosed ? [...office, packs, ...ofCounty] : [...offices, ...own];
  const section = !hasBooks && place.section === 'books' ? 'bank' : place.section;
  return shown.map((room) => ({ ...room, current: room.key === section }));
}
