import { Injectable } from '@nestjs/common';
import { FUND_LEVELS } from '../../domain/assets/asset';
import { ASSET_CLASSES, ASSET_KINDS, TITLE_LEVELS } from '../../domain/assets/asset-classes';
import {
  beyondYuan,
  compareCrossTabs,
  type CrossTab,
  crossTab,
  linesLeftOut,
  type TabCell,
  type TabDifference,
  together,
  totalDifference,
} from '../../domain/assets/cross-tabs';
import { type PublishedTab, readPublishedTabs } from '../../domain/assets/read-published-tabs';
import { readRegisterDay } from '../../domain/assets/register-day';
import { registerDaySaid } from '../../glossary/register-day-words';
import { registerWords } from '../../glossary/columns-register';
import { crossTabWords, type PublishedAxis } from '../../glossary/cross-tab-words';
import { labelOf } from '../../glossary/terms';
import { isOfTownship } from '../../platform/http/actor';
import { Clock } from '../../platform/clock/clock';
import { OfficeDesk, refusedForm } from '../../platform/http/office-desk';
import { villagePaths } from '../../platform/http/office-paths';
import type { PageVisit } from '../../platform/http/page-visit';
import { type Collective, CollectivesService } from '../collectives/collectives.service';
import type { CrossTabsQuery } from './assets.forms';
import type { CrossTabsPageProps, NamedCell, ToldDifference } from './cross-tabs.pages';
import { CrossTabsService, type RegisterSums } from './cross-tabs.service';

/** The registers of a village, or of the villages below an office, as tables that must agree. */
@Injectable()
export class CrossTabsViewService {
  constructor(
    private readonly desk: OfficeDesk,
    private readonly collectives: CollectivesService,
    private readonly crossTabs: CrossTabsService,
    private readonly clock: Clock,
  ) {}

  /** @param asked a table as it was published, as somebody typed it; the day of the registers, or today */
  async pageOf(
    visit: PageVisit,
    officeId: string,
    { published = '', on: asked }: CrossTabsQuery,
  ): Promise<CrossTabsPageProps> {
    const { on, problem } = readRegisterDay(asked, this.clock.today());
    const office = await this.collectives.requireCollective(officeId);
    const isVillage = office.kind === 'village';
    const villages = isVillage ? [office] : await this.collectives.listVillagesBelow(officeId);
    const sums = await this.crossTabs.sumsOf(
      villages.map(({ id }) => id),
      on,
    );
    const tabs = tabsOf(sums);
    const opens = visit.actor.roles.some(({ role }) => isOfTownship(role) || role === 'auditor');
    return {
      frame: await this.desk.frameOf(visit, { collectiveId: officeId, section: 'assets' }),
      place: office.name,
      on,
      said: registerDaySaid({ on, problem, today: this.clock.today(), count: tabs.assetClass.total.count }),
      total: tabs.assetClass.total,
      byClass: named(tabs.assetClass, 'assetClass'),
      byTitle: titleAndKind(sums, isVillage),
      ...fundsOf(sums),
      ...(isVillage ? {} : { villages: villageRows(villages, sums, opens) }),
      classNames: ASSET_CLASSES.map((each) => labelOf(`assetClass.${each}`)),
      differences: told(crossTabWords.funds, compareCrossTabs(tabs.assetClass, tabs.funds, 'sums')),
      ...heldAgainst(tabs, published),
    };
  }
}

type Tabs = Readonly<Record<PublishedAxis | 'funds', CrossTab>>;

function tabsOf({ assets, funds }: RegisterSums): Tabs {
  return {
    assetClass: crossTab(assets, 'assetClass', ASSET_CLASSES),
    titleLevel: crossTab(assets, 'titleLevel', TITLE_LEVELS),
    funds: crossTab(funds, 'level', FUND_LEVELS),
  };
}

function named({ lines }: CrossTab, area: string): NamedCell[] {
  return [...lines].map(([key, cell]) => ({ name: labelOf(`${area}.${key}`), ...cell }));
}

/**
 * What there is of each title, kind by kind. A joint station stands in every owner's register with his share:
 * of many villages its lines count shares, and say so.
 */
function titleAndKind({ assets }: RegisterSums, isVillage: boolean): CrossTabsPageProps['byTitle'] {
  return TITLE_LEVELS.flatMap((level) => {
    const own = assets.filter(({ titleLevel }) => titleLevel === level);
    return [...crossTab(own, 'kind', ASSET_KINDS).lines]
      .filter(([, { count }]) => count > 0)
      .map(([kind, cell]) => ({
        name: labelOf(`titleLevel.${level}`),
        kind: labelOf(isVillage || kind !== 'jointPvStation' ? `assetKind.${kind}` : 'crossTabs.shares'),
        ...cell,
      }));
  });
}

function fundsOf({ funds }: RegisterSums): Pick<CrossTabsPageProps, 'years' | 'funds' | 'yearSums'> {
  const years = [...new Set(funds.map(({ year }) => year))].sort();
  const byYear = years.map((year) =>
    crossTab(
      funds.filter((each) => each.year === year),
      'level',
      FUND_LEVELS,
    ),
  );
  const all = crossTab(funds, 'level', FUND_LEVELS);
  return {
    years,
    yearSums: byYear.map(({ total }) => total.sum),
    funds: [...all.lines]
      .filter(([, { count }]) => count > 0)
      .map(([level, { sum }]) => ({
        name: labelOf(`fundLevel.${level}`),
        sums: byYear.map(({ lines }) => lines.get(level)?.sum ?? 0n),
        sum,
      })),
  };
}

function villageRows(
  villages: readonly Collective[],
  { assets }: RegisterSums,
  opens: boolean,
): NonNullable<CrossTabsPageProps['villages']> {
  const classes = ASSET_CLASSES.map((each) => {
    const own = assets.filter(({ assetClass }) => assetClass === each);
    return crossTab(own, 'collectiveId', []).lines;
  });
  return villages.map(({ id, name }) => {
    const cells = classes.map((lines): TabCell => lines.get(id) ?? { count: 0, sum: 0n });
    const href = opens ? { href: villagePaths(id).assets } : {};
    return { name, ...href, ...together(cells), classes: cells };
  });
}

/** The published tables against their own totals, against each other and against the register. */
function heldAgainst(tabs: Tabs, text: string): Pick<CrossTabsPageProps, 'form' | 'published'> {
  const { byClass, byTitle, problems } = readPublishedTabs(text, registerWords());
  const form = refusedForm({ values: { published: text }, problems });
  if (problems.length > 0 || text.trim() === '') return { form };
  const each: [PublishedAxis, PublishedTab | undefined][] = [
    ['assetClass', byClass],
    ['titleLevel', byTitle],
  ];
  const alone = each.flatMap(([axis, tab]): ToldDifference[] => {
    const own = tab === undefined ? undefined : totalDifference(tab, tabs[axis]);
    const register = tab === undefined ? [] : againstRegister(tab, tabs[axis]);
    const leftOut = tab?.hasTotal === true ? linesLeftOut(tab, tabs[axis]) : [];
    return [
      ...(own === undefined ? [] : told(crossTabWords.ownTotal(axis), [own])),
      ...register.flatMap((found) => told(crossTabWords.register(axis, found.key), [found])),
      ...leftOut.flatMap((found) => told(crossTabWords.leftOut(axis, found.key), [found])),
    ];
  });
  const between =
    byClass === undefined || byTitle === undefined
      ? []
      : typed(compareCrossTabs(byClass, byTitle), [byClass, byTitle]);
  return {
    form,
    published: [...between.flatMap((found) => told(crossTabWords.published(found.key), [found])), ...alone],
  };
}

function againstRegister(tab: PublishedTab, register: CrossTab): TabDifference[] {
  return beyondYuan(typed(compareCrossTabs(tab, register), [tab]), tab);
}

/** A total that nobody typed is compared with nothing. */
function typed(found: readonly TabDifference[], tabs: readonly PublishedTab[]): TabDifference[] {
  return found.filter(({ key }) => key !== undefined || tabs.every(({ hasTotal }) => hasTotal));
}

function told(where: string, found: readonly TabDifference[]): ToldDifference[] {
  return found.map(({ one, other, difference }) => ({ where, one, other, difference }));
}
