import { Injectable } from '@nestjs/common';
import { INDICATORS } from '../../domain/assets/asset-mark';
import type { Colour } from '../../domain/assets/asset-quarter';
import type { Quarter } from '../../domain/calendar/quarter';
import { colourChanges, countColours } from '../../domain/oversight/three-colours';
import { indicatedText, quarterText } from '../../glossary/colour-words';
import { labelOf } from '../../glossary/terms';
import { Clock } from '../../platform/clock/clock';
import { OfficeDesk } from '../../platform/http/office-desk';
import { colourPaths } from '../../platform/http/oversight-paths';
import type { PageVisit } from '../../platform/http/page-visit';
import type { SheetTable } from '../../platform/spreadsheets/sheet-table';
import { fullDayText } from '../../platform/views/day-text';
import { CollectivesService } from '../collectives/collectives.service';
import { ColoursService, type QuarterAsset, type VillageQuarter } from './colours.service';
import { lastOver, quarterTabs, ruleOf, toldOf } from './colours-view.service';
import type { OfficeColoursPageProps, VillageColoursRow } from './office-colours.pages';

interface Told extends VillageQuarter {
  readonly id: string;
  readonly name: string;
}

/** Six indicators and three colours over the villages below an office. */
@Injectable()
export class OfficeColoursViewService {
  constructor(
    private readonly desk: OfficeDesk,
    private readonly collectives: CollectivesService,
    private readonly colours: ColoursService,
    private readonly clock: Clock,
  ) {}

  /** The red and yellow assets, and how many of each colour a village has, the worst first. */
  async pageOf(visit: PageVisit, officeId: string, asked?: Quarter): Promise<OfficeColoursPageProps> {
    const today = this.clock.today();
    const quarter = asked ?? lastOver(today);
    const told = await this.tellAll(officeId, quarter);
    const isTownship = visit.actor.roles.some(({ role }) => role === 'township');
    const hrefOf = (at: Told, id?: string): string | undefined => {
      if (!isTownship) return undefined;
      return id === undefined
        ? colourPaths.village(at.id, quarter)
        : colourPaths.asset({ collectiveId: at.id, id }, quarter);
    };
    const villages: VillageColoursRow[] = [];
    for (const at of told) villages.push(await this.rowOf(at, hrefOf(at)));
    const wrong = told.flatMap((at) =>
      at.assets
        .filter(({ colour }) => colour === 'red' || colour === 'yellow')
        .map(({ id, name, colour, six }) => ({
          ...{ village: at.name, name, colour, href: hrefOf(at, id) },
          abnormal: toldOf(six, 'abnormal'),
        })),
    );
    const [first] = told;
    return {
      frame: await this.desk.frameOf(visit, {
        collectiveId: officeId,
        section: isTownship ? 'township' : 'assets',
      }),
      quarterName: quarterText(quarter),
      tabs: quarterTabs(today, quarter, (each) => colourPaths.office(officeId, each)),
      counts: countColours(told.flatMap(({ assets }) => assets)),
      villages: villages.sort((one, other) => weight(other.counts) - weight(one.counts)),
      assets: wrong.sort((one, other) => rank(one.colour) - rank(other.colour)),
      rule: first === undefined ? '' : ruleOf(first.bounds),
      workbookHref: colourPaths.workbook(officeId, quarter),
    };
  }

  /** Every asset with its six indicators, a row each. */
  async sheetOf(officeId: string, asked?: Quarter): Promise<SheetTable> {
    const quarter = asked ?? lastOver(this.clock.today());
    const told = await this.tellAll(officeId, quarter);
    const { name } = await this.collectives.requireCollective(officeId);
    const [first] = told;
    const heads = ['village', 'asset', 'colour'].map((each) => labelOf(`colourSheet.${each}`));
    const indicators = INDICATORS.map((each) => labelOf(`indicator.${each}`));
    return {
      title: labelOf('colourSheet.title'),
      owner: name,
      span: quarterText(quarter),
      remarks: [fullDayText(this.clock.today()), ...(first === undefined ? [] : [ruleOf(first.bounds)])],
      columns: [...heads, ...indicators].map((head) => ({ head, kind: 'text', width: 20 })),
      rows: told.flatMap((at) =>
        at.assets.map((asset) => ({ kind: 'line' as const, cells: cellsOf(at.name, asset) })),
      ),
    };
  }

  private async tellAll(officeId: string, quarter: Quarter): Promise<Told[]> {
    const told: Told[] = [];
    for (const { id, name } of await this.collectives.listVillagesBelow(officeId))
      told.push({ id, name, ...(await this.colours.tell(id, quarter)) });
    return told;
  }

  private async rowOf(at: Told, href: string | undefined): Promise<VillageColoursRow> {
    const kept = await this.colours.findKept(at.id, at.quarter);
    return {
      ...{ village: at.name, href, counts: countColours(at.assets) },
      keptOn: kept?.recordedAt.slice(0, 10),
      changed: kept === undefined ? 0 : colourChanges(kept.assets, at.assets).length,
    };
  }
}

function cellsOf(village: string, { name, colour, six }: QuarterAsset): string[] {
  const told = six.map((each) => `${labelOf(`indicatorStanding.${each.standing}`)}：${indicatedText(each)}`);
  return [village, name, labelOf(`colour.${colour}`), ...told];
}

function rank(colour: Colour): number {
  return colour === 'red' ? 0 : 1;
}

/** One red asset weighs more than any yellow ones. */
function weight({ red, yellow }: Readonly<Record<Colour, number>>): number {
  return red * 10_000 + yellow;
}
