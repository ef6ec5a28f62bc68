import { Injectable } from '@nestjs/common';
import { INDICATORS, MARKS } from '../../domain/assets/asset-mark';
import type { Colour } from '../../domain/assets/asset-quarter';
import type { CalendarDay } from '../../domain/calendar/calendar-day';
import { addQuarters, type Quarter, quarterOf } from '../../domain/calendar/quarter';
import { readRatio, shareText } from '../../domain/money/ratio';
import {
  type ColourBounds,
  type ColourChange,
  colourChanges,
  countColours,
  type Indicated,
} from '../../domain/oversight/three-colours';
import { DomainError } from '../../domain/shared/domain-error';
import { colourRule, indicatedText, quarterText } from '../../glossary/colour-words';
import { labelOf } from '../../glossary/terms';
import { Clock } from '../../platform/clock/clock';
import { filledForm, keepsBooksOf, OfficeDesk } from '../../platform/http/office-desk';
import { villagePaths } from '../../platform/http/office-paths';
import { colourPaths } from '../../platform/http/oversight-paths';
import type { PageVisit } from '../../platform/http/page-visit';
import type { FormState } from '../../platform/views/error-summary';
import { UsersService } from '../users/users.service';
import { ColoursService, type QuarterAsset } from './colours.service';
import type {
  AssetColoursPageProps,
  ColourChangeRow,
  ColourRow,
  ColoursPageProps,
  QuarterTab,
  ToldIndicator,
} from './colours.pages';

/** How many quarters a page leads to. */
const SHOWN_QUARTERS = 5;
const BY_URGENCY: readonly Colour[] = ['red', 'yellow', 'grey', 'green'];

/** A village's assets in a quarter, as a page is asked for them. */
export interface QuarterVisit {
  readonly collectiveId: string;
  /** The last one that is over where none is named. */
  readonly quarter: Quarter | undefined;
}

/** The last quarter that is over on a day. */
export function lastOver(today: CalendarDay): Quarter {
  return addQuarters(quarterOf(today), -1);
}

/** The running quarter and those before it, the latest last. */
export function quarterTabs(
  today: CalendarDay,
  shown: Quarter,
  hrefOf: (quarter: Quarter) => string,
): QuarterTab[] {
  const running = quarterOf(today);
  const quarters = Array.from({ length: SHOWN_QUARTERS }, (_, back) => addQuarters(running, -back)).reverse();
  const all = quarters.includes(shown) ? quarters : [shown, ...quarters];
  return all.map((each) => ({ name: quarterText(each), href: hrefOf(each), isShown: each === shown }));
}

/** What of an asset is abnormal, or not known, in words. */
export function toldOf(six: readonly Indicated[], standing: Indicated['standing']): ToldIndicator[] {
  return six
    .filter((each) => each.standing === standing)
    .map((each) => ({ name: labelOf(`indicator.${each.indicator}`), why: indicatedText(each) }));
}

/** How a colour comes about under these bounds. */
export function ruleOf(bounds: ColourBounds): string {
  return colourRule({ ...bounds, yieldLeast: shareText(readRatio(bounds.yieldLeast)) });
}

/** The pages of six indicators and three colours of a village. */
@Injectable()
export class ColoursViewService {
  constructor(
    private readonly desk: OfficeDesk,
    private readonly colours: ColoursService,
    private readonly clock: Clock,
    private readonly users: UsersService,
  ) {}

  /** Every asset that should earn, the red ones first. */
  async listPage(visit: PageVisit, at: QuarterVisit, form?: FormState): Promise<ColoursPageProps> {
    const { collectiveId } = at;
    const today = this.clock.today();
    const told = await this.colours.tell(collectiveId, at.quarter ?? lastOver(today));
    const { quarter, assets, isRunning } = told;
    const kept = await this.colours.findKept(collectiveId, quarter);
    const changes = kept === undefined ? [] : colourChanges(kept.assets, assets);
    const nameOf = await this.namer();
    const mayKeep = !isRunning && (kept === undefined || changes.length > 0);
    return {
      frame: await this.desk.frameOf(visit, { collectiveId, section: 'assets' }),
      ...{ quarter, quarterName: quarterText(quarter), asOf: told.asOf, isRunning },
      rule: ruleOf(told.bounds),
      tabs: quarterTabs(today, quarter, (each) => colourPaths.village(collectiveId, each)),
      counts: countColours(assets),
      rows: [...assets].sort(byUrgency).map((asset) => rowOf(asset, { collectiveId, quarter })),
      kept:
        kept === undefined
          ? undefined
          : {
              ...{ day: kept.recordedAt.slice(0, 10), by: nameOf(kept.recordedBy), digest: kept.digest },
              changes: changes.map(changeRow),
            },
      ...(mayKeep ? { action: colourPaths.village(collectiveId) } : {}),
      form: form ?? filledForm({}),
      assetsHref: villagePaths(collectiveId).assets,
    };
  }

  /** One asset with its six indicators. @throws DomainError `assets.unknown` */
  async assetPage(
    visit: PageVisit,
    at: QuarterVisit & { readonly id: string },
    form?: FormState,
  ): Promise<AssetColoursPageProps> {
    const { collectiveId, id } = at;
    const today = this.clock.today();
    const { quarter, asOf, assets } = await this.colours.tell(collectiveId, at.quarter ?? lastOver(today));
    const asset = assets.find((each) => each.id === id);
    if (asset === undefined) throw new DomainError('assets.unknown', { assetId: id });
    const nameOf = await this.namer();
    return {
      frame: await this.desk.frameOf(visit, { collectiveId, section: 'assets' }),
      ...{ name: asset.name, colour: asset.colour, quarter, quarterName: quarterText(quarter), asOf },
      tabs: quarterTabs(today, quarter, (each) => colourPaths.asset({ collectiveId, id }, each)),
      rows: asset.six.map((each) => ({
        name: labelOf(`indicator.${each.indicator}`),
        standing: labelOf(`indicatorStanding.${each.standing}`),
        isWrong: each.standing === 'abnormal',
        why: indicatedText(each),
      })),
      marks: asset.marks.map((mark) => ({
        on: mark.markedOn,
        said: `${labelOf(`indicator.${mark.indicator}`)}${labelOf(`assetMark.${mark.mark}`)}：${mark.reason}`,
        paper: mark.paper,
        by: nameOf(mark.enteredBy),
      })),
      indicators: INDICATORS.map((value) => ({ value, label: labelOf(`indicator.${value}`) })),
      words: MARKS.map((value) => ({ value, label: labelOf(`assetMark.${value}`) })),
      form: form ?? filledForm({ markedOn: today }),
      action: keepsBooksOf(visit.actor, collectiveId) ? undefined : colourPaths.asset({ collectiveId, id }),
      listHref: colourPaths.village(collectiveId, quarter),
      assetHref: villagePaths(collectiveId).asset(id),
    };
  }

  /** Who somebody is, by id. */
  private async namer(): Promise<(id: string) => string> {
    const names = await this.users.listDisplayNames();
    return (id) => names.get(id) ?? labelOf('person.program');
  }
}

function byUrgency(one: QuarterAsset, other: QuarterAsset): number {
  return BY_URGENCY.indexOf(one.colour) - BY_URGENCY.indexOf(other.colour);
}

function rowOf(
  { id, name, colour, six }: QuarterAsset,
  { collectiveId, quarter }: { readonly collectiveId: string; readonly quarter: Quarter },
): ColourRow {
  const href = colourPaths.asset({ collectiveId, id }, quarter);
  return { name, href, colour, abnormal: toldOf(six, 'abnormal'), unknown: toldOf(six, 'unknown') };
}

function changeRow({ name, before, after, indicators }: ColourChange): ColourChangeRow {
  const word = (colour: Colour | undefined): string =>
    labelOf(colour === undefined ? 'colour.absent' : `colour.${colour}`);
  return {
    ...{ name, before: word(before), after: word(after) },
    indicators: indicators.map((each) => labelOf(`indicator.${each}`)).join('、'),
  };
}
