import { Injectable } from '@nestjs/common';
import { isTitledElsewhere } from '../../domain/assets/asset-classes';
import {
  assetsToCount,
  DECISIONS,
  FINDINGS,
  isDifference,
  type StocktakingLine,
} from '../../domain/assets/stocktaking';
import { openCount } from '../../domain/assets/stocktaking-progress';
import { labelOf } from '../../glossary/terms';
import { Clock, localTime } from '../../platform/clock/clock';
import { filledForm, keepsBooksOf, OfficeDesk } from '../../platform/http/office-desk';
import { villagePaths } from '../../platform/http/office-paths';
import type { PageVisit } from '../../platform/http/page-visit';
import type { FormState } from '../../platform/views/error-summary';
import type { Option } from '../../platform/views/field';
import type { SheetTable } from '../../platform/spreadsheets/sheet-table';
import { CollectivesService } from '../collectives/collectives.service';
import { AssetsService, type RegisteredAsset } from './assets.service';
import { COLON, type NamedMatch, roundLine } from './stocktaking-line-words';
import { type CountedRow, stocktakingSheet } from './stocktaking-sheet';
import type { StocktakingFormPageProps } from './stocktaking-form.pages';
import type { RoundLine, StocktakingListPageProps, StocktakingPageProps } from './stocktaking.pages';
import { isStanding, type Stocktaking, StocktakingsService } from './stocktakings.service';

/** Rows for what is in no register, by letters: what is posted under numbers is read as a list. */
const UNLISTED = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];

/** A stocktaking as an address names it. */
export interface StocktakingPlace {
  readonly collectiveId: string;
  readonly id: string;
}

/** The pages and sheets of stocktakings. */
@Injectable()
export class StocktakingViewService {
  constructor(
    private readonly desk: OfficeDesk,
    private readonly rounds: StocktakingsService,
    private readonly assets: AssetsService,
    private readonly collectives: CollectivesService,
    private readonly clock: Clock,
  ) {}

  /** Every stocktaking of a village. */
  async listPage(visit: PageVisit, collectiveId: string): Promise<StocktakingListPageProps> {
    const heads = await this.rounds.listHeads(collectiveId);
    const progress = await this.rounds.listProgress(collectiveId);
    const { assets, stocktakings } = villagePaths(collectiveId);
    const newHref = keepsBooksOf(visit.actor, collectiveId) ? `${stocktakings}/new` : undefined;
    return {
      frame: await this.desk.frameOf(visit, { collectiveId, section: 'assets' }),
      assetsHref: assets,
      rounds: heads.map(({ id, countedOn, countedBy, watchedBy, withdrawn }) => {
        const own = progress.get(id) ?? [];
        return {
          ...{ on: countedOn, href: `${stocktakings}/${id}`, countedBy, watchedBy },
          ...{ withdrawn: withdrawn?.reason, differences: own.length, open: openCount(own) },
        };
      }),
      newHref,
      blankHref: `${stocktakings}/blank.pdf`,
    };
  }

  /** The form with every asset of the day, and what was found the last time. */
  async formPage(
    visit: PageVisit,
    collectiveId: string,
    given?: FormState,
  ): Promise<StocktakingFormPageProps> {
    const today = this.clock.today();
    const day = given?.values['countedOn'] ?? today;
    const last = await this.rounds.findBefore(collectiveId, day);
    const { stocktakings } = villagePaths(collectiveId);
    return {
      frame: await this.desk.frameOf(visit, { collectiveId, section: 'assets' }),
      form: given ?? filledForm({ countedOn: today }),
      action: `${stocktakings}/new`,
      cancelHref: stocktakings,
      assets: (await this.listAsked(collectiveId, day)).map(({ asset: { id, name, kind } }) => {
        return { id, name, kind: labelOf(`assetKind.${kind}`), last: foundLast(last, id) };
      }),
      findings: optionsOf('finding', FINDINGS),
      lastOn: last?.countedOn,
      unlisted: UNLISTED,
    };
  }

  /** The form filled with what a stocktaking said that was withdrawn; undefined where none is named. */
  async filledFrom(collectiveId: string, id: string | undefined): Promise<FormState | undefined> {
    if (id === undefined) return undefined;
    const round = await this.rounds.requireStocktaking(collectiveId, id);
    const { countedOn, countedBy, watchedBy, lines } = round;
    const others = lines.filter(({ assetId }) => assetId === null);
    const cells = lines.flatMap((line): [string, string][] => {
      const row = line.assetId ?? UNLISTED[others.indexOf(line)] ?? '';
      return line.assetId === null
        ? [
            [`unlisted[${row}]`, line.name],
            [`unlistedRemarks[${row}]`, line.remark],
          ]
        : [
            [`findings[${row}]`, line.finding],
            [`remarks[${row}]`, line.remark],
          ];
    });
    return filledForm({ countedOn, countedBy, watchedBy, ...Object.fromEntries(cells) });
  }

  /** A stocktaking. @throws DomainError `stocktaking.unknown` */
  async roundPage(
    visit: PageVisit,
    at: StocktakingPlace,
    refused?: FormState,
  ): Promise<StocktakingPageProps> {
    const { collectiveId, id } = at;
    const round = await this.rounds.requireStocktaking(collectiveId, id);
    const paths = villagePaths(collectiveId);
    const progress = (await this.rounds.listProgress(collectiveId)).get(id) ?? [];
    const matches = await this.namedMatches(collectiveId, round);
    const rowOf = (line: StocktakingLine): RoundLine =>
      roundLine(line, { paths, decisions: round.decisions, matches, progress });
    const differing = round.lines.filter(isDifference);
    const may = keepsBooksOf(visit.actor, collectiveId) && isStanding(round);
    const state = new Map(progress.map((each) => [each.line, each.state]));
    const open = differing.filter(({ line }) => state.get(line) === 'undecided');
    const finds = differing.filter(({ line, assetId }) => assetId === null && state.get(line) !== 'done');
    const { withdrawn } = round;
    return {
      frame: await this.desk.frameOf(visit, { collectiveId, section: 'assets' }),
      ...{ on: round.countedOn, countedBy: round.countedBy, watchedBy: round.watchedBy },
      listHref: paths.stocktakings,
      withdrawn: withdrawn === undefined ? undefined : { ...withdrawn, at: localTime(withdrawn.at) },
      withdrawAction: may ? `${paths.stocktakings}/${id}/withdrawal` : undefined,
      sheetHref: `${paths.stocktakings}/${id}/sheet.pdf`,
      filesHref: paths.files('stocktaking', id),
      looked: round.lines.filter(({ assetId }) => assetId !== null).length,
      differences: differing.map(rowOf),
      lines: round.lines.map(rowOf),
      form: refused ?? filledForm({}),
      open:
        open.length === 0 || !may
          ? undefined
          : {
              action: `${paths.stocktakings}/${id}`,
              lines: open.map(({ line, name }) => ({ value: String(line), label: name })),
              decisions: optionsOf('decision', DECISIONS),
            },
      finds: finds.length === 0 || !may ? undefined : await this.matchingOf(at, finds),
    };
  }

  /** The sheet that people take along. */
  async blankSheet(collectiveId: string, on = this.clock.today()): Promise<SheetTable> {
    const values = new Map((await this.rounds.listCounted(collectiveId, on)).map((each) => [each.id, each]));
    const rows = (await this.listAsked(collectiveId, on)).map(({ asset }): CountedRow => {
      const { cost, book } = values.get(asset.id) ?? {};
      return { name: asset.name, kind: kindOf(asset), cost, book, finding: '', remark: '' };
    });
    return stocktakingSheet({ owner: await this.ownerOf(collectiveId), on, remarks: [] }, rows);
  }

  /** A stocktaking on paper. @throws DomainError `stocktaking.unknown` */
  async sheetOf({ collectiveId, id }: StocktakingPlace): Promise<SheetTable> {
    const round = await this.rounds.requireStocktaking(collectiveId, id);
    const assets = await this.assets.listAssetsOn(collectiveId, round.countedOn);
    const known = new Map(assets.map(({ asset }) => [asset.id, asset]));
    const matches = await this.namedMatches(collectiveId, round);
    const rows = round.lines.map((line): CountedRow => {
      const asset = line.assetId === null ? undefined : known.get(line.assetId);
      const { finding, decided } = roundLine(line, { decisions: round.decisions, matches });
      const remark = [line.remark, decided ?? ''].filter((text) => text !== '').join('　');
      const kind = asset === undefined ? '' : kindOf(asset);
      // Rounds of before were kept without values: theirs are read from the register of their day.
      const cost = line.cost ?? (asset === undefined || isTitledElsewhere(asset) ? undefined : asset.cost);
      return { kind, cost, book: line.book ?? undefined, name: line.name, finding, remark };
    });
    const remarks = ['countedBy', 'watchedBy'] as const;
    const withdrawn = round.withdrawn === undefined ? [] : [withdrawnText(round.withdrawn.reason)];
    return stocktakingSheet(
      {
        owner: await this.ownerOf(collectiveId),
        on: round.countedOn,
        remarks: [
          ...withdrawn,
          ...remarks.map((name) => [labelOf(`field.${name}`), round[name]].join(COLON)),
        ],
      },
      rows,
    );
  }

  /** What can be said of finds: which, and which assets they may be. */
  private async matchingOf(
    { collectiveId, id }: StocktakingPlace,
    finds: readonly StocktakingLine[],
  ): Promise<NonNullable<StocktakingPageProps['finds']>> {
    const registered = await this.assets.listAssets(collectiveId);
    return {
      action: `${villagePaths(collectiveId).stocktakings}/${id}/matches`,
      lines: finds.map(({ line, name }) => ({ value: String(line), label: name })),
      assets: registered.map(({ asset: { id: value, name: label } }) => ({ value, label })),
    };
  }

  /** Which asset each find turned out to be, by its name. */
  private async namedMatches(collectiveId: string, { matches }: Stocktaking): Promise<NamedMatch[]> {
    if (matches.length === 0) return [];
    const registered = await this.assets.listAssets(collectiveId);
    return matches.map(({ line, assetId, reason }) => {
      const name = registered.find(({ asset }) => asset.id === assetId)?.asset.name ?? '';
      return { line, name, reason };
    });
  }

  private async listAsked(collectiveId: string, day: string): Promise<RegisteredAsset[]> {
    const all = await this.assets.listAssets(collectiveId);
    const asked = new Set(
      assetsToCount(
        all.map(({ asset }) => asset),
        day,
      ),
    );
    return all.filter(({ asset }) => asked.has(asset));
  }

  private async ownerOf(collectiveId: string): Promise<string> {
    return (await this.collectives.requireCollective(collectiveId)).organisationName;
  }
}

function optionsOf(area: string, values: readonly string[]): Option[] {
  return values.map((value) => ({ value, label: labelOf(`${area}.${value}`) }));
}

function kindOf({ kind }: RegisteredAsset['asset']): string {
  return labelOf(`assetKind.${kind}`);
}

function foundLast(last: Stocktaking | undefined, assetId: string): string {
  const line = last?.lines.find((each) => each.assetId === assetId);
  if (line === undefined) return '';
  const finding = labelOf(`finding.${line.finding}`);
  return line.remark === '' ? finding : `${finding} ${line.remark}`;
}

function withdrawnText(reason: string): string {
  return [labelOf('stocktaking.withdrawn'), reason].join(COLON);
}
