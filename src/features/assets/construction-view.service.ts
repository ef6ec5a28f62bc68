import { Injectable } from '@nestjs/common';
import { FUND_LEVELS, isShared } from '../../domain/assets/asset';
import { ASSET_KINDS, type AssetKind, isOwnFixedAsset } from '../../domain/assets/asset-classes';
import { dueBy, PROJECT_ACTS, type ProjectAct } from '../../domain/assets/construction';
import { type CalendarDay, yearOf } from '../../domain/calendar/calendar-day';
import { POOLS } from '../../domain/ledger/manual-lines';
import { plainYuan } from '../../domain/money/fen';
import { labelOf } from '../../glossary/terms';
import { filledForm, keepsBooksOf, OfficeDesk } from '../../platform/http/office-desk';
import { villagePaths, withQuery } from '../../platform/http/office-paths';
import type { PageVisit } from '../../platform/http/page-visit';
import { Clock } from '../../platform/clock/clock';
import type { Option } from '../../platform/views/field';
import type { FormState } from '../../platform/views/error-summary';
import { AssetsService } from './assets.service';
import { type ConstructionProject, ConstructionReadService } from './construction-read.service';
import type { ConstructionListPageProps, ProjectPageProps } from './construction.pages';

/** Which form of a project's page is open, and how it came back where it was refused. */
export interface ProjectAsked {
  readonly act?: ProjectAct | undefined;
  readonly form?: FormState | undefined;
}

/** The pages of construction in stages. */
@Injectable()
export class ConstructionViewService {
  constructor(
    private readonly desk: OfficeDesk,
    private readonly reading: ConstructionReadService,
    private readonly assets: AssetsService,
    private readonly clock: Clock,
  ) {}

  /** Every project, and the form of a new one. */
  async listPage(
    visit: PageVisit,
    collectiveId: string,
    refused?: FormState,
  ): Promise<ConstructionListPageProps> {
    const paths = villagePaths(collectiveId);
    return {
      frame: await this.desk.frameOf(visit, { collectiveId, section: 'assets' }),
      projects: (await this.reading.listProjects(collectiveId)).map(({ project, stand }) => ({
        ...stand,
        name: project.name,
        contractSum: project.contractSum,
        href: paths.construction(project.id),
      })),
      form: refused ?? filledForm({ pool: 'earmarked' }),
      pools: POOLS.map((value) => ({ value, label: labelOf(`pool.${value}`) })),
      action: keepsBooksOf(visit.actor, collectiveId) ? paths.construction() : undefined,
    };
  }

  /** One project. @throws DomainError `construction.unknown` */
  async projectPage(
    visit: PageVisit,
    at: { readonly collectiveId: string; readonly id: string },
    asked: ProjectAsked,
  ): Promise<ProjectPageProps> {
    const { collectiveId, id } = at;
    const paths = villagePaths(collectiveId);
    const found = await this.reading.requireProject(collectiveId, id);
    const { project, events, labour, stand } = found;
    const registered = await this.assets.listAssets(collectiveId);
    const early = await this.reading.listEarlyPayments(collectiveId);
    const action = paths.construction(id);
    return {
      frame: await this.desk.frameOf(visit, { collectiveId, section: 'assets' }),
      listHref: paths.construction(),
      mattersHref: stand.acceptedOn === undefined ? paths.mattersOf('project', id) : undefined,
      name: project.name,
      contractor: project.contractor,
      contractSum: project.contractSum,
      pool: labelOf(`pool.${project.pool}`),
      paper: project.paper,
      stand,
      // What was built is told before the acceptance of the same day.
      events: [
        ...labour.map(({ happenedOn, amount, entryId }) => ({
          ...{ act: 'labour' as const, happenedOn, amount, kept: 0n, dueOn: null },
          voucherHref: paths.voucher(entryId),
        })),
        ...events.map(({ id: actId, act, happenedOn, amount, kept, dueOn, entryId }) => ({
          ...{ act, happenedOn, amount, kept, dueOn, early: early.get(actId) },
          voucherHref: paths.voucher(entryId),
          filesHref: paths.files('projectAct', actId),
        })),
      ].sort((one, other) => one.happenedOn.localeCompare(other.happenedOn)),
      form: asked.form ?? filledForm(suggested(found, asked.act, this.clock.today())),
      act: asked.act,
      acts: possibleActs(found).map((act) => ({ act, href: withQuery(action, { act }) })),
      assets: registered
        .filter(({ asset }) => isOwnFixedAsset(asset) && asset.cost === stand.cost)
        .map(({ asset }) => ({ value: asset.id, label: asset.name })),
      ...newAssetChoices(),
      action: keepsBooksOf(visit.actor, collectiveId) ? action : undefined,
    };
  }
}

/** What the form can be filled with: what is kept back and to be paid; that all of it cost what was built. */
function suggested(
  { stand }: ConstructionProject,
  act: ProjectAct | undefined,
  today: CalendarDay,
): Record<string, string> {
  if (act === undefined) return {};
  if (act === 'retention') {
    const due = dueBy(stand, today);
    return { act, amount: plainYuan(due > 0n ? due : stand.owed) };
  }
  if (act !== 'acceptance') return { act };
  return {
    ...{ act, 'asset[assetClass]': 'operating', 'asset[funds][0][year]': String(yearOf(today)) },
    'asset[funds][0][amount]': plainYuan(stand.cost),
  };
}

/** What an asset may be that is entered with its acceptance, and who may have paid for it. */
function newAssetChoices(): Pick<ProjectPageProps, 'kinds' | 'classes' | 'fundLevels' | 'fundRows'> {
  const isBuilt = (kind: AssetKind): boolean =>
    isOwnFixedAsset({ kind, titleLevel: 'village' }) && !isShared(kind) && kind !== 'householdPv';
  return {
    kinds: optionsOf('assetKind', ASSET_KINDS.filter(isBuilt)),
    classes: optionsOf('assetClass', ['operating', 'public']),
    fundLevels: optionsOf('fundLevel', FUND_LEVELS),
    fundRows: 4,
  };
}

function optionsOf(area: string, values: readonly string[]): Option[] {
  return values.map((value) => ({ value, label: labelOf(`${area}.${value}`) }));
}

/** What may still happen to a project. */
function possibleActs({ stand }: ConstructionProject): ProjectAct[] {
  return PROJECT_ACTS.filter((act) => {
    if (act === 'retention') return stand.owed > 0n;
    if (act === 'fund') return stand.acceptedOn === undefined || stand.funded < stand.built;
    return stand.acceptedOn === undefined && (act !== 'acceptance' || stand.cost > 0n);
  });
}
