import { Injectable } from '@nestjs/common';
import { type Fen, sumFen, yuanText } from '../../domain/money/fen';
import type { Judgement } from '../../domain/policy/judge';
import { percentText, printedShare } from '../../domain/money/printed-share';
import { type Ratio, readRatio } from '../../domain/money/ratio';
import { claimFunds } from '../../domain/uses/work';
import { standingUses } from '../../domain/uses/use-withdrawal';
import { SHEET_ITEMS } from '../../domain/uses/work-sheet';
import { problemSentence } from '../../glossary/sentences';
import { labelOf } from '../../glossary/terms';
import { workWords } from '../../glossary/terms-works';
import { Clock } from '../../platform/clock/clock';
import { filledForm, keepsBooksOf, OfficeDesk } from '../../platform/http/office-desk';
import { villagePaths } from '../../platform/http/office-paths';
import type { PageVisit } from '../../platform/http/page-visit';
import { widePunctuation } from '../../platform/text/wide-punctuation';
import type { CheckView } from '../../platform/views/check-result';
import { spanText } from '../../platform/views/day-text';
import type { Option } from '../../platform/views/field';
import type { FormState } from '../../platform/views/error-summary';
import type { GlyphState } from '../../platform/views/state-glyph';
import { type SheetState, type ToldWork, WorksService } from '../uses/works.service';
import { endCheckViews } from './plan-check.view';
import { type DistributionPlan, openOf, PlanReadService } from './plan-read.service';
import type { SheetRow, WorkPageProps, WorkShare } from './work.pages';
import { countingWorks, figuresOf, judgedRelief, missingTotals } from './work-figures';
import { type LabourClaim, WorkSheetsService } from './work-sheets.service';
import { isFree, withdrawnRows, withdrawnWords } from './withdrawn-uses.view';
import type { WorkRow, WorksPageProps } from './works.pages';

/** The pages of small public works. */
@Injectable()
export class WorksViewService {
  constructor(
    private readonly desk: OfficeDesk,
    private readonly plans: PlanReadService,
    private readonly works: WorksService,
    private readonly sheets: WorkSheetsService,
    private readonly clock: Clock,
  ) {}

  /** @param refused the form as it came back, in place of a fresh one */
  async listPage(visit: PageVisit, collectiveId: string, refused?: FormState): Promise<WorksPageProps> {
    const paths = villagePaths(collectiveId);
    const works = await this.works.listWorks(collectiveId);
    const claims = await this.sheets.listLabourClaims(collectiveId);
    const keeps = keepsBooksOf(visit.actor, collectiveId);
    return {
      frame: await this.desk.frameOf(visit, { collectiveId, section: 'plans' }),
      rows: standingUses(works).map((work) => rowOf(work, { href: paths.work(work.id), claims })),
      withdrawn: withdrawnRows(works, (workId) => paths.work(workId)),
      claims: claims.map(({ plan, claim }) => ({
        value: claim.id,
        label: workWords.claim(
          widePunctuation(claim.forWhat),
          spanText(plan.periodFrom, plan.periodTo),
          yuanText(openOf(claim)),
        ),
      })),
      projects: await this.projectOptions(collectiveId),
      form: refused ?? filledForm(claims.length === 1 ? { claimId: claims[0]?.claim.id } : {}),
      action: keeps ? paths.works : undefined,
      plansHref: paths.plans,
    };
  }

  /** The projects that are being built, after the choice that the work forms no asset; none where none is. */
  private async projectOptions(collectiveId: string): Promise<Option[]> {
    const building = (await this.works.listProjects(collectiveId)).filter(({ isOpen }) => isOpen);
    if (building.length === 0) return [];
    const options = building.map(({ id, name }) => ({ value: id, label: widePunctuation(name) }));
    return [{ value: '', label: labelOf('workForms.nothing') }, ...options];
  }

  /** The project whose cost the labour of a work becomes, with its page. */
  private async projectOf(collectiveId: string, { projectId }: ToldWork): Promise<WorkPageProps['project']> {
    const project = (await this.works.listProjects(collectiveId)).find(({ id }) => id === projectId);
    if (project === undefined) return undefined;
    const href = villagePaths(collectiveId).construction(project.id);
    return { name: widePunctuation(project.name), href };
  }

  /** @throws DomainError `works.unknown` */
  async workPage(
    visit: PageVisit,
    at: { readonly collectiveId: string; readonly workId: string },
    refused?: FormState,
  ): Promise<WorkPageProps> {
    const { collectiveId, workId } = at;
    const paths = villagePaths(collectiveId);
    const all = await this.works.listWorks(collectiveId);
    const work = await this.works.requireWork(collectiveId, workId);
    const plan = await this.plans.requirePlanOf(collectiveId, work.claimId);
    const claim = plan.lines.flatMap(({ claims }) => claims).find(({ id }) => id === work.claimId);
    const together = countingWorks(all, work.claimId);
    const others = all.filter((each) => each.claimId === work.claimId && each.id !== workId);
    const enters = keepsBooksOf(visit.actor, collectiveId) && isGoing(work);
    const usual = { item: 'labour_pay', finishedOn: this.clock.today() };
    return {
      frame: await this.desk.frameOf(visit, { collectiveId, section: 'plans' }),
      name: widePunctuation(work.name),
      forWhat: widePunctuation(claim?.forWhat ?? ''),
      ...{ planHref: paths.plan(plan.id), worksHref: paths.works, rosterHref: paths.members },
      planned: claim?.amount ?? 0n,
      ...{ owed: sumOf(work, ['owed']), waiting: sumOf(work, WAITING) },
      byOthers: sumFen(others.map((each) => sumOf(each, ['owed', ...WAITING]))),
      project: await this.projectOf(collectiveId, work),
      shares: sharesOf(work, { together, floor: reliefShare(plan) }),
      totalsMissing: missingTotals(together).map(problemSentence)[0],
      checks: reliefViews(plan, judgedRelief(plan, together)),
      sheets: work.sheets.map((sheet): SheetRow => ({
        ...{ number: sheet.sheetNumber, from: sheet.from, to: sheet.to, amount: sheet.amount },
        href: paths.workSheet({ workId, sheetId: sheet.id }),
        workers: sheet.lines.length,
        ...sheetState(sheet.state),
      })),
      end: work.withdrawn === undefined ? workWords.end(work) : withdrawnWords(work.withdrawn),
      items: SHEET_ITEMS.map((value) => ({ value, label: labelOf(`sheetItem.${value}`) })),
      form: refused ?? filledForm(usual),
      enters: enters
        ? {
            sheetAction: `${paths.work(workId)}/sheets`,
            finishAction: canFinish(work) ? `${paths.work(workId)}/finish` : undefined,
            withdrawAction: isFree(work.sheets) ? `${paths.work(workId)}/withdraw` : undefined,
          }
        : undefined,
    };
  }
}

const WAITING: readonly SheetState[] = ['entered', 'takenBack'];

const SHEET_GLYPHS: Readonly<Record<SheetState, GlyphState>> = {
  entered: 'doing',
  owed: 'done',
  takenBack: 'attention',
  withdrawn: 'locked',
};

/** The shape and word of where a sheet stands. */
export function sheetState(state: SheetState): { state: GlyphState; stateWord: string } {
  return { state: SHEET_GLYPHS[state], stateWord: labelOf(`sheetState.${state}`) };
}

/** A work is finished when something of it is owed and nothing waits. */
function canFinish({ sheets }: ToldWork): boolean {
  const isSettled = sheets.every(({ state }) => !WAITING.includes(state));
  return isSettled && sheets.some(({ state }) => state === 'owed');
}

/** A work takes sheets, an end or its withdrawal while it stands and is not finished. */
function isGoing({ finished, withdrawn }: ToldWork): boolean {
  return finished === undefined && withdrawn === undefined;
}

function sumOf({ sheets }: ToldWork, states: readonly SheetState[]): Fen {
  return sumFen(sheets.filter(({ state }) => states.includes(state)).map(({ amount }) => amount));
}

function rowOf(work: ToldWork, given: { href: string; claims: readonly LabourClaim[] }): WorkRow {
  const { labour, toHelped } = figuresOf([work]);
  const claim = given.claims.find((each) => each.claim.id === work.claimId)?.claim;
  const isOver = work.finished !== undefined;
  return {
    name: widePunctuation(work.name),
    href: given.href,
    forWhat: widePunctuation(claim?.forWhat ?? ''),
    ...{ owed: labour, waiting: sumOf(work, WAITING) },
    toHelped: percentOf(toHelped, labour) ?? '',
    state: isOver ? 'done' : 'doing',
    stateWord: labelOf(isOver ? 'workState.finished' : 'workState.going'),
  };
}

/** Whom the labour went to; of all works of the claim what part of the money of relief it is. */
function sharesOf(
  work: ToldWork,
  { together, floor }: { readonly together: readonly ToldWork[]; readonly floor: Ratio | undefined },
): WorkShare[] {
  const { labour, toHelped, workers, helped } = figuresOf([work]);
  const shares: WorkShare[] = [];
  if (labour > 0n) {
    const share = shareText(toHelped, labour);
    shares.push({ label: labelOf('workShare.helped'), share, detail: workWords.persons(helped, workers) });
  }
  const known = claimFunds(together.length === 0 ? [work] : together);
  if (known === undefined || known.missing.length > 0) return shares;
  const { investment, central, region } = known.funds;
  const paid = figuresOf(together).labour;
  const detail = known.count > 1 ? workWords.together(known.count) : undefined;
  const share = shareText(paid, investment, floor);
  shares.push({ label: labelOf('workShare.investment'), share, detail });
  if (central + region > 0n) {
    const ofFunds = shareText(paid, central + region, floor);
    shares.push({ label: labelOf('workShare.funds'), share: ofFunds, detail });
  }
  return shares;
}

/** The share of labour that the plan's document asks for; undefined where it asks for none. */
function reliefShare({ pack }: DistributionPlan): Ratio | undefined {
  const value = pack.values.find(({ id }) => id === 'relief.share')?.value;
  return value === undefined ? undefined : readRatio(value);
}

/** @param floor below it a share is cut, so that it never reads as if it met it */
function shareText(part: Fen, whole: Fen, floor?: Ratio): string {
  return workWords.share(yuanText(part), yuanText(whole), percentOf(part, whole, floor) ?? '');
}

function percentOf(part: Fen, whole: Fen, atLeast?: Ratio): string | undefined {
  const hundredths = printedShare(part, whole, { atLeast });
  return hundredths === undefined ? undefined : percentText(hundredths);
}

/** What the document says of a relief project, in words. */
function reliefViews({ pack }: DistributionPlan, found: readonly Judgement[]): CheckView[] {
  const checks = found.map((judgement) => ({
    ...{ key: judgement.ruleId, judgement, reason: '' },
    about: { kind: 'plan' as const, id: '' },
  }));
  return endCheckViews(pack, checks);
}
