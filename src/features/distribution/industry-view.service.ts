import { Injectable } from '@nestjs/common';
import { yearOf } from '../../domain/calendar/calendar-day';
import { type Fen, sumFen, yuanText } from '../../domain/money/fen';
import { LINK_WAYS } from '../../domain/uses/industry-entries';
import type { LinkageDuty } from '../../domain/uses/linkage-duty';
import { problemSentence } from '../../glossary/sentences';
import { labelOf } from '../../glossary/terms';
import { industryWords } from '../../glossary/terms-industry';
import { workWords } from '../../glossary/terms-works';
import { Clock } from '../../platform/clock/clock';
import { filledForm, keepsBooksOf, OfficeDesk } from '../../platform/http/office-desk';
import { villagePaths } from '../../platform/http/office-paths';
import type { PageVisit } from '../../platform/http/page-visit';
import { widePunctuation } from '../../platform/text/wide-punctuation';
import { dayText, spanText } from '../../platform/views/day-text';
import type { FormState } from '../../platform/views/error-summary';
import type { GlyphState } from '../../platform/views/state-glyph';
import { IndustryFollowService, type KnownHousehold } from '../uses/industry-follow.service';
import { type StageState, type ToldProject, waitingStage } from '../uses/industry.service';
import type { IndustryListPageProps } from './industry-list.pages';
import type { IndustryPageProps, LinkRow, StageRow } from './industry.view';
import { IndustryVouchersView } from './industry-vouchers.view';
import { IndustryStagesService, judgedProject, sumPerHousehold } from './industry-stages.service';
import { endCheckViews } from './plan-check.view';
import { openOf } from './plan-read.service';
import { isFree, withdrawnRows, withdrawnWords } from './withdrawn-uses.view';

/** The pages of industry projects. */
@Injectable()
export class IndustryViewService {
  constructor(
    private readonly desk: OfficeDesk,
    private readonly clock: Clock,
    private readonly stages: IndustryStagesService,
    private readonly follow: IndustryFollowService,
    private readonly vouchers: IndustryVouchersView,
  ) {}

  /** @param refused the form as it came back, in place of a fresh one */
  async listPage(
    visit: PageVisit,
    collectiveId: string,
    refused?: FormState,
  ): Promise<IndustryListPageProps> {
    const paths = villagePaths(collectiveId);
    const claims = await this.stages.listClaims(collectiveId);
    const known = await this.stages.listKnown(collectiveId);
    return {
      frame: await this.desk.frameOf(visit, { collectiveId, section: 'plans' }),
      rows: known.flatMap(({ project, duty }) => {
        if (duty === undefined) return [];
        const isOver = project.finished !== undefined;
        const row = {
          name: widePunctuation(project.name),
          href: paths.industryProject(project.id),
          operator: widePunctuation(project.operator),
          owed: sumOf(project, ['owed']),
          households: industryWords.households(duty),
          state: isOver ? ('done' as const) : ('doing' as const),
          stateWord: labelOf(isOver ? 'projectState.finished' : 'projectState.going'),
        };
        return [row];
      }),
      withdrawn: withdrawnRows(
        known.map(({ project }) => project),
        (id) => paths.industryProject(id),
      ),
      claims: claims.map(({ plan, claim }) => ({
        value: claim.id,
        label: workWords.claim(
          widePunctuation(claim.forWhat),
          spanText(plan.periodFrom, plan.periodTo),
          yuanText(openOf(claim)),
        ),
      })),
      form: refused ?? filledForm(claims.length === 1 ? { claimId: claims[0]?.claim.id } : {}),
      action: keepsBooksOf(visit.actor, collectiveId) ? paths.industry : undefined,
      plansHref: paths.plans,
    };
  }

  /** @throws DomainError `industry.unknown` */
  async projectPage(
    visit: PageVisit,
    at: { readonly collectiveId: string; readonly projectId: string },
    refused?: FormState,
  ): Promise<IndustryPageProps> {
    const { collectiveId, projectId } = at;
    const paths = villagePaths(collectiveId);
    const known = await this.stages.requireKnown(collectiveId, projectId);
    const { project, plan, duty, others } = known;
    const claim = plan.lines.flatMap(({ claims }) => claims).find(({ id }) => id === project.claimId);
    const today = this.clock.today();
    const numbers = await this.follow.knownHouseholds(collectiveId);
    const links = linkRows(project, { collectiveId, numbers });
    const keeps = keepsBooksOf(visit.actor, collectiveId) && project.withdrawn === undefined;
    const judged = judgedProject(known, today).map((judgement) => ({
      ...{ key: judgement.ruleId, judgement, reason: '' },
      about: { kind: 'plan' as const, id: '' },
    }));
    return {
      frame: await this.desk.frameOf(visit, { collectiveId, section: 'plans' }),
      ...{ name: widePunctuation(project.name), operator: widePunctuation(project.operator) },
      ...{ forWhat: widePunctuation(claim?.forWhat ?? ''), planHref: paths.plan(plan.id) },
      ...{ listHref: paths.industry, rosterHref: paths.members, planned: claim?.amount ?? 0n },
      ...{ owed: sumOf(project, ['owed']), waiting: sumOf(project, WAITING) },
      byOthers: sumFen(others.map((each) => sumOf(each, ['owed', ...WAITING]))),
      duty: duty === undefined ? [] : dutySaid(project, { duty, per: sumPerHousehold(plan), numbers }),
      checks: endCheckViews(plan.pack, judged),
      stages: await this.stageRows(collectiveId, project),
      places: await this.vouchers.placesOf(collectiveId, project),
      links,
      agreed: project.returns,
      ...(await this.vouchers.returnsOf(collectiveId, { project, keeps })),
      reviews: project.reviews.map(({ lookedOn, finding, gain }) => {
        return { on: lookedOn, finding: widePunctuation(finding), gain: gain ?? undefined };
      }),
      end: project.withdrawn === undefined ? industryWords.end(project) : withdrawnWords(project.withdrawn),
      form: refused ?? filledForm({ acceptedOn: today, returnYear: String(yearOf(today)) }),
      ways: LINK_WAYS.map((value) => ({ value, label: labelOf(`linkWay.${value}`) })),
      openLinks: project.links
        .filter(({ endedOn }) => endedOn === undefined)
        .map(({ id, householdId }) => ({ value: id, label: numberOf(numbers, householdId) })),
      ...actsOf(visit, { collectiveId, project, keeps }),
    };
  }

  private async stageRows(collectiveId: string, { stages }: ToldProject): Promise<StageRow[]> {
    const rows: StageRow[] = [];
    for (const stage of stages) {
      const { stageNumber: number, reachedOn, amount, state, voucherEntryId, withdrawn } = stage;
      rows.push({
        ...{ number, reachedOn, amount, state: STAGE_GLYPHS[state] },
        ...{ done: widePunctuation(stage.done), paper: widePunctuation(stage.paper) },
        stateWord: labelOf(`stageState.${state}`),
        voucher:
          voucherEntryId === undefined
            ? undefined
            : await this.vouchers.voucherOf(collectiveId, voucherEntryId),
        note: withdrawn === undefined ? '' : widePunctuation(withdrawn),
      });
    }
    return rows;
  }
}

const WAITING: readonly StageState[] = ['entered', 'takenBack'];

const STAGE_GLYPHS: Readonly<Record<StageState, GlyphState>> = {
  entered: 'doing',
  owed: 'done',
  takenBack: 'attention',
  withdrawn: 'locked',
};

function sumOf({ stages }: ToldProject, states: readonly StageState[]): Fen {
  return sumFen(stages.filter(({ state }) => states.includes(state)).map(({ amount }) => amount));
}

/** What stands of a project beside what it promised, and beside what its document asks. */
function dutySaid(
  { fund }: ToldProject,
  of: {
    readonly duty: LinkageDuty;
    readonly per: Fen | undefined;
    readonly numbers: ReadonlyMap<string, KnownHousehold>;
  },
): string[] {
  const { duty, per, numbers } = of;
  const promised = industryWords.promised(duty);
  if (per === undefined || fund === 0n) return [promised];
  const others = [...new Set(duty.elsewhere.map(({ project }) => project))];
  const away = others.map((name) => {
    const there = duty.elsewhere.filter(({ project }) => project === name);
    const households = there.map(({ householdId }) => numberOf(numbers, householdId));
    return industryWords.elsewhere(households, widePunctuation(name));
  });
  return [promised, industryWords.needed(yuanText(fund), yuanText(per), duty), ...away];
}

function numberOf(households: ReadonlyMap<string, KnownHousehold>, householdId: string): string {
  const { number, onList } = households.get(householdId) ?? { number: 0, onList: false };
  return industryWords.household(number, onList);
}

function linkRows(
  { links }: ToldProject,
  of: { readonly collectiveId: string; readonly numbers: ReadonlyMap<string, KnownHousehold> },
): LinkRow[] {
  return links.map(({ householdId, linkedOn, way, statusWords, endedOn, endedWhy = '' }) => ({
    number: numberOf(of.numbers, householdId),
    href: villagePaths(of.collectiveId).household(householdId),
    way: labelOf(`linkWay.${way}`),
    status: statusWords,
    since: dayText(linkedOn),
    until: endedOn === undefined ? '' : industryWords.ended(dayText(endedOn), widePunctuation(endedWhy)),
  }));
}

/** Where this person posts what: a stage waits for another's eyes, or the next may be entered. */
function actsOf(
  { actor }: PageVisit,
  of: { readonly collectiveId: string; readonly project: ToldProject; readonly keeps: boolean },
): Pick<IndustryPageProps, 'actions' | 'barred'> {
  const { project, keeps } = of;
  const here = villagePaths(of.collectiveId).industryProject(project.id);
  const waiting = waitingStage(project);
  const isGoing = project.finished === undefined;
  const follow = keeps ? here : undefined;
  const none = {
    ...{ stage: undefined, finish: undefined, accept: undefined, withdraw: undefined },
    withdrawAll: isGoing && keeps && isFree(project.stages) ? `${here}/withdraw` : undefined,
  };
  if (waiting === undefined) {
    if (!keeps || !isGoing) return { barred: undefined, actions: { ...none, follow } };
    const isOwed = project.stages.some(({ state }) => state === 'owed');
    const finish = isOwed ? `${here}/finish` : undefined;
    return { barred: undefined, actions: { ...none, follow, stage: `${here}/stages`, finish } };
  }
  const stageAt = `${here}/stages/${waiting.id}`;
  const withdraw = keeps ? `${stageAt}/withdraw` : undefined;
  if (waiting.enteredBy !== actor.userId)
    return { barred: undefined, actions: { ...none, follow, withdraw, accept: `${stageAt}/accept` } };
  const barred = problemSentence({ code: 'industry.ownStage', field: '' });
  return { barred, actions: { ...none, follow, withdraw } };
}
