import { Injectable } from '@nestjs/common';
import { addDays, type CalendarDay } from '../../domain/calendar/calendar-day';
import type { PlanCheck } from '../../domain/distribution/plan-checks';
import type { PlanState } from '../../domain/distribution/plan-states';
import type { PolicyPack } from '../../domain/policy/pack';
import { payWords } from '../../glossary/approval-words';
import { refusalText } from '../../glossary/case-words';
import type { Actor } from '../../platform/http/actor';
import { keepsBooksOf, OfficeDesk } from '../../platform/http/office-desk';
import { villagePaths, withQuery } from '../../platform/http/office-paths';
import type { PageVisit } from '../../platform/http/page-visit';
import { widePunctuation } from '../../platform/text/wide-punctuation';
import type { CheckView } from '../../platform/views/check-result';
import { bucketClause } from '../../platform/views/cited-clause';
import type { FormState } from '../../platform/views/error-summary';
import type { GlyphState } from '../../platform/views/state-glyph';
import { hasAid } from './aid-claims';
import { heldNumbers, lastYearOf, leftLastYear } from './draft-uses.view';
import type { PlanActsProps } from './plan-acts.pages';
import { hasSheet, planActsOf, planStateWord, type RefusedAct } from './plan-acts.view';
import { missingText, trialView } from './plan-check.view';
import { planDigest } from './plan-digest';
import { useFactsOf } from './plan-explanation.service';
import { figureViews } from './plan-explanation.view';
import { PlanHeadService } from './plan-head.service';
import { PlanClaimsService } from './plan-claims.service';
import type { PlanPageProps, PlanUse } from './plan.pages';
import type { DistributionPlan, PlannedLine } from './plan-read.service';
import { type HungSheet, periodOf } from './plan-history.service';
import type { PlanOnward } from './plan-onward.pages';
import { PlanRevisionsService } from './plan-revisions.service';
import { PlanStandingService } from './plan-standing.service';
import { yearFloors } from './year-floors.view';
import { LEFT_OVER, shareTexts } from './share-texts';
import { hasIndustry } from './industry-stages.service';
import { hasLabour } from './work-sheets.service';

/** An act that came back refused, and the day its form is filled with. */
export interface PlanForms {
  readonly today: CalendarDay;
  /** What of the plan's figures the books tell otherwise now. */
  readonly moved?: PlanPageProps['moved'];
  readonly refused?: RefusedAct | undefined;
}

/** The page of a plan on its route or at its end. */
@Injectable()
export class PlanViewService {
  constructor(
    private readonly desk: OfficeDesk,
    private readonly heads: PlanHeadService,
    private readonly checks: PlanStandingService,
    private readonly revisions: PlanRevisionsService,
    private readonly claims: PlanClaimsService,
  ) {}

  async pageOf(visit: PageVisit, plan: DistributionPlan, forms: PlanForms): Promise<PlanPageProps> {
    const { collectiveId } = plan;
    const basis = this.heads.basisOf(plan);
    const { pack, pool } = basis;
    const { lastYear, sheet, files, ...beside } = await this.revisions.besideOf(plan, forms.today);
    const before = lastYear === undefined ? undefined : this.heads.basisOf(lastYear);
    const checks = await this.checks.listChecks(plan);
    const shares = sharesOf(plan, checks);
    const paths = villagePaths(collectiveId);
    const keeps = keepsBooksOf(visit.actor, collectiveId);
    const whose = await this.revisions.takerOf(plan, visit.actor.userId);
    const acts = planActsOf(visit.actor, plan, { ...forms, sheet: paidFrom(plan, sheet), files, ...whose });
    return {
      frame: await this.desk.frameOf(visit, { collectiveId, section: 'plans' }),
      plan: await this.heads.headOf(basis, before),
      state: STATE_GLYPHS[plan.state],
      stateWord: planStateWord(plan, forms.today, sheet),
      uses: await this.usesOf(visit.actor, { plan, lastYear, checks }, forms),
      carryOver: BigInt(plan.figures.leftOver),
      carryOverShare: shares.get(LEFT_OVER) ?? '',
      lastYear: leftLastYear(lastYear),
      numbers: plan.form === 'plan/1' ? [] : heldNumbers(pack, pool, plan),
      checks: await this.checksOf(plan),
      floors: plan.ground === undefined ? [] : yearFloors(useFactsOf(plan), BigInt(plan.figures.leftOver)),
      figures: figureViews(pack, await this.checks.figuresOf(plan)),
      ...beside,
      moved: forms.moved,
      digest: plan.digest ?? planDigest(plan),
      acts,
      ...onwardOf(plan, { keeps, hasSheet: hasSheet(plan) || sheet !== undefined }),
      ...(plan.state === 'approved' ? { releasesHref: paths.planAct(plan.id, 'releases') } : {}),
      ...(plan.leftOverNote === '' ? {} : { leftOverNote: widePunctuation(plan.leftOverNote) }),
      form: homeless(forms.refused, acts),
    };
  }

  /** The plan's checks in words, in the pack's order; first that its books moved while it was under way. */
  async checksOf(plan: DistributionPlan): Promise<CheckView[]> {
    const nameOf = await this.namesOf(plan);
    const refusal = await this.checks.refusalOf(plan);
    const moved: CheckView[] =
      refusal === undefined ? [] : [{ outcome: 'blocked', title: refusalText(refusal) }];
    return [...moved, ...(await this.checks.viewsOf(plan, nameOf))];
  }

  /** Names what a plan's checks may be about: its uses, and the costs of the village. */
  namesOf(plan: DistributionPlan): Promise<(id: string) => string | undefined> {
    return this.heads.namesOf(this.heads.basisOf(plan));
  }

  /** What a pack that is only tried says of a plan, in words. */
  triedView(pack: PolicyPack, check: PlanCheck, nameOf: (id: string) => string | undefined): CheckView {
    return trialView(pack, check, nameOf);
  }

  /** Which number is missing, and who gives it. */
  missingText(pack: PolicyPack, missing: readonly string[]): string {
    return missingText(pack, missing);
  }

  /** The lines of a plan, then what had money a year before and has none now. */
  private async usesOf(
    actor: Actor,
    { plan, lastYear, checks }: ShownUses,
    forms: PlanForms,
  ): Promise<PlanUse[]> {
    const before = lastYearOf(lastYear);
    const gone = (lastYear?.lines ?? [])
      .filter(({ bucket }) => !plan.lines.some((line) => line.bucket.id === bucket.id))
      .map((line): PlannedLine => ({ ...line, amount: 0n, claims: [] }));
    const shares = sharesOf({ lines: [...plan.lines, ...gone], figures: plan.figures }, checks);
    const useOf = async (line: PlannedLine, pack: PolicyPack): Promise<PlanUse> => ({
      name: widePunctuation(line.bucket.name),
      clause: bucketClause(pack, line.bucket),
      amount: line.amount,
      share: shares.get(line.bucket.id) ?? '',
      lastYear: before.get(line.bucket.id),
      claims: await this.claims.claimsOf(actor, plan, { line, forms }),
    });
    const uses: PlanUse[] = [];
    for (const line of plan.lines) uses.push(await useOf(line, plan.pack));
    for (const line of gone) uses.push(await useOf(line, lastYear?.pack ?? plan.pack));
    return uses;
  }
}

/** Where the sheet of a decided plan stands, and from when what the plan grants may be paid. */
function paidFrom(
  { state, steps, decisions }: DistributionPlan,
  sheet: HungSheet | undefined,
): PlanActsProps['sheet'] {
  if (state !== 'approved') return sheet;
  const [isOver, next] = [sheet?.isOver ?? true, steps[decisions.length]];
  if (next !== undefined) return { isOver: false, words: (sheet?.words ?? '') + payWords.after(next.name) };
  if (sheet === undefined) return undefined;
  const from = sheet.until === undefined ? undefined : addDays(sheet.until, 1);
  return { isOver, words: sheet.words + (isOver ? payWords.now : payWords.from(from)) };
}

const STATE_GLYPHS: Readonly<Record<PlanState, GlyphState>> = {
  drafted: 'doing',
  submitted: 'doing',
  approved: 'done',
  returned: 'attention',
  voided: 'blocked',
};

/** Where its page leads on to. */
function onwardOf(
  plan: DistributionPlan,
  { keeps, hasSheet }: { readonly keeps: boolean; readonly hasSheet: boolean },
): PlanOnward {
  const paths = villagePaths(plan.collectiveId);
  const draftHref = withQuery(paths.newPlan, { ...periodOf(plan) });
  return {
    ...{ toldHref: paths.planAct(plan.id, 'told'), recordHref: paths.planRecord(plan.id) },
    ...(hasSheet ? { noticeHref: paths.planAct(plan.id, 'publish') } : {}),
    ...(keeps && (plan.state === 'returned' || plan.state === 'submitted')
      ? { draftHref, draftVoids: plan.state === 'submitted' }
      : {}),
    ...(keeps ? { whatIfHref: paths.planAct(plan.id, 'what-if') } : {}),
    ...(hasLabour(plan) ? { worksHref: paths.works } : {}),
    ...(hasAid(plan) ? { aidHref: paths.aid } : {}),
    ...(hasIndustry(plan) ? { industryHref: paths.industry } : {}),
  };
}

/** The shape that goes with a plan's state. */
export function stateGlyph(state: PlanState): GlyphState {
  return STATE_GLYPHS[state];
}

/** What was refused where the page has no form of it any more: it is said on top. */
function homeless(
  refused: PlanForms['refused'],
  { noting, returning, signing }: PlanActsProps,
): FormState | undefined {
  const form = refused?.form;
  return [noting?.form, returning?.form, signing?.form].includes(form) ? undefined : form;
}

/** A plan with what is shown beside its uses. */
interface ShownUses {
  readonly plan: DistributionPlan;
  readonly lastYear: DistributionPlan | undefined;
  readonly checks: readonly PlanCheck[];
}

function sharesOf(
  { lines, figures }: Pick<DistributionPlan, 'lines' | 'figures'>,
  checks: readonly PlanCheck[],
): ReadonlyMap<string, string> {
  const parts = lines.map(({ bucket, amount }) => ({ key: bucket.id, amount }));
  return shareTexts(BigInt(figures.distributable), parts, checks);
}
