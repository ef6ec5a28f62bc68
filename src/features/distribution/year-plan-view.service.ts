import { Injectable } from '@nestjs/common';
import { costKindOf } from '../../domain/distribution/year-plan';
import { givenNumbers } from '../../domain/distribution/plan-numbers';
import { yearUseFacts } from '../../domain/distribution/year-plan-checks';
import type { YearPlanState } from '../../domain/distribution/year-plan-states';
import { sumFen, yuanText } from '../../domain/money/fen';
import { bucketsOf } from '../../domain/policy/pack';
import { labelOf } from '../../glossary/terms';
import { moneyFrom, moneyName } from '../../glossary/year-money-words';
import { yearPlanWords } from '../../glossary/year-plan-words';
import { type CalendarDay, daysOfYear } from '../../domain/calendar/calendar-day';
import { keepsBooksOf, OfficeDesk } from '../../platform/http/office-desk';
import { villagePaths, withQuery } from '../../platform/http/office-paths';
import { filingPick } from '../../platform/http/oversight-paths';
import type { PageVisit } from '../../platform/http/page-visit';
import { widePunctuation } from '../../platform/text/wide-punctuation';
import { bucketClause } from '../../platform/views/cited-clause';
import type { CheckView } from '../../platform/views/check-result';
import type { GlyphState } from '../../platform/views/state-glyph';
import { CollectivesService } from '../collectives/collectives.service';
import { heldNumbers } from './draft-uses.view';
import { actsOn, hasSheet, planStateWord, type RefusedAct, signaturesAt } from './plan-acts.view';
import { checkViews } from './plan-check.view';
import { PlanHistoryService } from './plan-history.service';
import { yearFloors } from './year-floors.view';
import { YearPlanCheckService } from './year-plan-check.service';
import { yearPlanDigest } from './year-plan-digest';
import { equationOf, usedBuckets, yearRouteOf } from './year-plan-head.view';
import type { YearPlanPageProps, YearUseRow } from './year-plan.pages';
import { YEAR_PLAN, type YearPlan, YearPlanReadService } from './year-plan-read.service';

/** A yearly plan in the list of a village's plans. */
export interface YearPlanListed {
  readonly href: string;
  readonly year: number;
  readonly pool: string;
  readonly draftNumber: number;
  readonly figures: YearPlan['figures'];
  readonly state: GlyphState;
  readonly stateWord: string;
}

/** The page of a yearly plan on its route or at its end, and the list of them. */
@Injectable()
export class YearPlanViewService {
  constructor(
    private readonly desk: OfficeDesk,
    private readonly collectives: CollectivesService,
    private readonly checks: YearPlanCheckService,
    private readonly history: PlanHistoryService,
    private readonly reading: YearPlanReadService,
  ) {}

  /** Every yearly plan that was not voided, newest first. */
  async listOf(collectiveId: string, today: CalendarDay): Promise<YearPlanListed[]> {
    const paths = villagePaths(collectiveId);
    const listed: YearPlanListed[] = [];
    for (const plan of await this.reading.listPlans(collectiveId)) {
      const stateWord = stateWordOf(plan, { today, sheet: await this.history.sheetOf(plan, today) });
      listed.push({
        href: paths.yearPlan(plan.id),
        ...{ year: plan.year, pool: labelOf(`pool.${plan.pool}`), draftNumber: plan.revision },
        ...{ figures: plan.figures, state: GLYPHS[plan.state], stateWord },
      });
    }
    return listed;
  }

  /** What its checks say, in the pack's order. */
  async checksOf(plan: YearPlan): Promise<CheckView[]> {
    const known = bucketsOf(plan.pack, plan.pool);
    const nameOf = (id: string) => known.find((each) => each.id === id)?.name;
    return checkViews(plan.pack, await this.checks.listChecks(plan), nameOf);
  }

  async pageOf(
    visit: PageVisit,
    plan: YearPlan,
    { today, refused }: { readonly today: CalendarDay; readonly refused?: RefusedAct | undefined },
  ): Promise<YearPlanPageProps> {
    const { collectiveId, pack, pool, content, year } = plan;
    const { name } = await this.collectives.requireCollective(collectiveId);
    const uses = usesOf(plan);
    const returnable = usedBuckets(plan);
    const files = await this.history.filesOf({ ...plan, kind: YEAR_PLAN });
    const sheet = await this.history.sheetOf(plan, today);
    const acts = await this.actsFor(visit, { plan, returnable }, { today, refused, files, sheet });
    const lines = returnable.map((bucket) => ({ bucket }));
    const isShown = [acts.noting?.form, acts.returning?.form, acts.signing?.form].includes(refused?.form);
    return {
      frame: await this.desk.frameOf(visit, { collectiveId, section: 'plans' }),
      head: {
        ...{ collective: name, pool: labelOf(`pool.${pool}`), year, draftNumber: plan.revision },
        ...{ route: yearRouteOf(plan.steps, plan), figures: plan.figures },
        equation: equationOf(content, plan),
      },
      recordHref: villagePaths(collectiveId).planRecord(plan.id),
      ...{ state: GLYPHS[plan.state], stateWord: stateWordOf(plan, { today, sheet }), uses, acts },
      ...(hasSheet(plan) || sheet !== undefined
        ? { noticeHref: villagePaths(collectiveId).planAct(plan.id, 'publish') }
        : {}),
      money: content.money
        .filter(({ amount, proposed = 0n }) => amount !== 0n || proposed !== 0n)
        .map((each) => ({
          ...{ name: moneyName(each.code, plan), isCost: costKindOf(each.code) !== undefined },
          ...{ amount: each.amount, from: moneyFrom(each, plan), why: widePunctuation(each.why) },
        })),
      reserveFor: widePunctuation(plan.reserveFor),
      changeWhy: widePunctuation(plan.changeWhy),
      numbers: heldNumbers(pack, pool, plan),
      checks: await this.checksOf(plan),
      floors: floorsOf(plan),
      history: await this.history.historyOf({ ...plan, lines, kind: YEAR_PLAN }),
      papers: { count: files.length, href: villagePaths(collectiveId).files('yearPlan', plan.id) },
      digest: plan.digest ?? yearPlanDigest(plan),
      ...draftParts(plan, keepsBooksOf(visit.actor, collectiveId)),
      form: isShown ? undefined : refused?.form,
    };
  }

  /** What somebody may do with a plan next, by its route. */
  private async actsFor(
    visit: PageVisit,
    { plan, returnable }: { readonly plan: YearPlan; readonly returnable: readonly UseName[] },
    asked: Pick<Parameters<typeof actsOn>[2], 'today' | 'refused' | 'files' | 'sheet'>,
  ): Promise<ReturnType<typeof actsOn>> {
    const { collectiveId, id } = plan;
    const paths = villagePaths(collectiveId);
    const acted = {
      ...plan,
      uses: returnable.map((each) => ({ use: each.id, name: each.name })),
      pathOf: (act: 'meeting' | 'steps' | 'review'): string => paths.yearPlan(id, act),
      ...{ of: 'year' as const, filesHref: paths.files('yearPlan', id) },
      signAction: signaturesAt(collectiveId, YEAR_PLAN, id),
      filingPick: filingPick({ kind: YEAR_PLAN, villageId: collectiveId, planId: id }),
    };
    const { userId } = visit.actor;
    const whose = await this.history.takerOf({ ...plan, kind: YEAR_PLAN }, userId);
    const bar = await this.history.barOf({ ...plan, about: daysOfYear(plan.year) }, userId);
    return actsOn(visit.actor, acted, { ...asked, ...whose, bar });
  }
}

/** A use of the document in force. */
interface UseName {
  readonly id: string;
  readonly name: string;
}

/** Where it is drafted anew, and where a copy of it is tried, by whoever keeps the books. */
function draftParts(
  { collectiveId, id, pool, year, state }: YearPlan,
  keeps: boolean,
): Pick<YearPlanPageProps, 'draftHref' | 'draftWord' | 'whatIfHref'> {
  const draftWord = draftWordOf(state);
  if (!keeps) return { draftWord };
  const paths = villagePaths(collectiveId);
  const draftHref = withQuery(`${paths.home}/year-plans/new`, { pool, year: String(year) });
  const whatIfHref = paths.yearPlan(id, 'what-if');
  return { draftWord, whatIfHref, ...(DRAFTABLE.includes(state) ? { draftHref } : {}) };
}

/** Where the floors and caps over the year stand with it. */
function floorsOf(plan: YearPlan): YearPlanPageProps['floors'] {
  const local = givenNumbers(plan.numbers);
  return yearFloors(yearUseFacts({ ...plan, on: plan.draftedOn, local }), plan.figures.left);
}

const DRAFTABLE: readonly YearPlanState[] = ['returned', 'submitted', 'approved'];

function draftWordOf(state: YearPlanState): string {
  const { again, back, revise } = yearPlanWords.draft;
  return state === 'submitted' ? back : state === 'approved' ? revise : again;
}

const GLYPHS: Readonly<Record<YearPlanState, GlyphState>> = {
  drafted: 'doing',
  submitted: 'doing',
  approved: 'done',
  returned: 'attention',
  voided: 'blocked',
  replaced: 'done',
};

/** The day, and where its sheet stands that hangs. */
interface ShownOn {
  readonly today: CalendarDay;
  readonly sheet: Awaited<ReturnType<PlanHistoryService['sheetOf']>>;
}

function stateWordOf(plan: YearPlan, { today, sheet }: ShownOn): string {
  const { state, steps, decisions } = plan;
  if (state === 'replaced') return labelOf('yearPlanState.replaced');
  return planStateWord({ state, form: 'plan/4', steps, decisions }, today, sheet);
}

function usesOf({ pack, pool, content }: YearPlan): YearUseRow[] {
  return bucketsOf(pack, pool).flatMap((bucket): YearUseRow[] => {
    const own = content.uses.filter((use) => use.bucket === bucket.id);
    if (own.length === 0) return [];
    const lines = own.map(({ forWhat, posts, amount }) => {
      const said = widePunctuation(forWhat);
      const words =
        posts === undefined
          ? yearPlanWords.plain(said, yuanText(amount))
          : yearPlanWords.posts(said, { ...posts, standard: yuanText(posts.standard) });
      return { words, amount };
    });
    const amount = sumFen(own.map((use) => use.amount));
    const name = widePunctuation(bucket.name);
    return [{ bucket: bucket.id, name, clause: bucketClause(pack, bucket), amount, lines }];
  });
}
