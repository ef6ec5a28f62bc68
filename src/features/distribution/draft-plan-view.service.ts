import { Injectable } from '@nestjs/common';
import type { PlanCheck } from '../../domain/distribution/plan-checks';
import { readYuan, sumFen } from '../../domain/money/fen';
import { bucketsOf, type PolicyPack } from '../../domain/policy/pack';
import type { Problem } from '../../domain/shared/problem';
import { problemSentence } from '../../glossary/sentences';
import { labelOf } from '../../glossary/terms';
import { filledForm, OfficeDesk } from '../../platform/http/office-desk';
import { villagePaths } from '../../platform/http/office-paths';
import type { PageVisit } from '../../platform/http/page-visit';
import { bucketClause } from '../../platform/views/cited-clause';
import { dayText } from '../../platform/views/day-text';
import { widePunctuation } from '../../platform/text/wide-punctuation';
import type { FormState } from '../../platform/views/error-summary';
import { type DraftAsked, DraftBasisService } from './draft-basis.service';
import { claimCount, claimsUnder, draftValues } from './draft-claims.view';
import type { DraftPlanPageProps, DraftUse } from './draft-plan.pages';
import { PlanCheckService } from './plan-check.service';
import { checkViews, reasonsAsked } from './plan-check.view';
import { type PlanBasis, PlanHeadService } from './plan-head.service';
import { PlanHistoryService } from './plan-history.service';
import type { DistributionPlan } from './plan-read.service';
import { LEFT_OVER, shareTexts } from './share-texts';

/** How a draft's form is shown: as typed, and with one row more of a use. */
export interface DraftForms {
  readonly form?: FormState | undefined;
  readonly more?: string | undefined;
}

interface Shown {
  readonly basis: PlanBasis;
  readonly form: FormState;
  readonly more: string | undefined;
}

/** The page on which a plan is drafted. */
@Injectable()
export class DraftPlanViewService {
  constructor(
    private readonly desk: OfficeDesk,
    private readonly heads: PlanHeadService,
    private readonly drafts: DraftBasisService,
    private readonly checks: PlanCheckService,
    private readonly histories: PlanHistoryService,
  ) {}

  /**
   * A new draft, filled from the one before it when that came back. @throws DomainError `policy.*`,
   * `plan.routeMissing`
   */
  async newPage(visit: PageVisit, asked: DraftAsked, forms: DraftForms = {}): Promise<DraftPlanPageProps> {
    const { basis, earlier } = await this.drafts.basisOf(asked);
    const values = { ...(earlier === undefined ? {} : draftValues(earlier)), pool: basis.pool };
    const shown = { basis, form: forms.form ?? filledForm(values), more: forms.more };
    const cameBack = earlier?.state === 'returned' ? await this.histories.returnOf(earlier) : undefined;
    return { ...(await this.pageOf(visit, shown, [])), returned: cameBack };
  }

  /** A draft as last saved, with its checks and the way onward. */
  async savedPage(
    visit: PageVisit,
    plan: DistributionPlan,
    forms: DraftForms = {},
  ): Promise<DraftPlanPageProps> {
    const basis = this.heads.basisOf(plan);
    const saved: FormState = { ...filledForm({ ...draftValues(plan), pool: basis.pool }) };
    const form = forms.form === undefined ? saved : { ...forms.form, values: saved.values };
    const page = await this.pageOf(
      visit,
      { basis, form, more: undefined },
      await this.checks.listChecks(plan),
    );
    return {
      ...page,
      submitAction: villagePaths(plan.collectiveId).planAct(plan.id, 'submit'),
      savedAt: dayText(plan.draftedOn),
    };
  }

  private async pageOf(
    visit: PageVisit,
    shown: Shown,
    checks: readonly PlanCheck[],
  ): Promise<DraftPlanPageProps> {
    const { basis, form } = shown;
    const { collectiveId, pool, pack } = basis;
    const head = await this.heads.headOf(basis);
    const parts = bucketsOf(pack, pool).map(({ id }) => ({
      key: id,
      amount: claimsUnder(form.values, id).amount,
    }));
    const shares = shareTexts(basis.distributable, parts);
    const planned = sumFen(parts.map((part) => part.amount));
    const nameOf = await this.heads.namesOf(basis);
    return {
      frame: await this.desk.frameOf(visit, { collectiveId, section: 'plans' }),
      plan: head,
      form: { ...form, problems: atAmounts(form), sentence: problemSentence },
      targetGroups: targetGroupsOf(pack),
      saveAction: villagePaths(collectiveId).newPlan,
      nextStep: head.route[1]?.name ?? '',
      reasons: reasonsAsked(checks, nameOf),
      uses: usesOf(shown, shares),
      planned,
      carryOver: basis.distributable - planned,
      carryOverShare: shares.get(LEFT_OVER) ?? '',
      checks: checkViews(pack, checks, nameOf),
    };
  }
}

/** More planned than there is belongs to the largest amount typed, so that its sentence leads there. */
function atAmounts({ problems, values }: FormState): readonly Problem[] {
  const amounts = Object.keys(values).filter((name) => /^claims\[\d+\]\[amount\]$/.test(name));
  const typed = (name: string): bigint => readYuan(values[name] ?? '') ?? 0n;
  const [largest] = amounts.sort((one, other) => (typed(one) < typed(other) ? 1 : -1));
  return problems.map((problem) =>
    problem.code === 'plan.aboveDistributable' && largest !== undefined
      ? { ...problem, field: largest }
      : problem,
  );
}

/**
 * The uses of the pack, each with its rows; one blank row where there is none, and one more where asked
 * for.
 */
function usesOf({ basis, form, more }: Shown, shares: ReadonlyMap<string, string>): DraftUse[] {
  let blank = claimCount(form.values);
  return bucketsOf(basis.pack, basis.pool).map((bucket) => {
    const { rows, amount } = claimsUnder(form.values, bucket.id);
    const wanted = rows.length === 0 || more === bucket.id ? [blank++] : [];
    return {
      bucket: bucket.id,
      name: widePunctuation(bucket.name),
      clause: bucketClause(basis.pack, bucket),
      amount,
      share: shares.get(bucket.id) ?? '',
      outOfBounds: amount > basis.distributable,
      claimRows: [...rows, ...wanted],
    };
  });
}

/** The groups in the pack's own words, then those outside it. */
function targetGroupsOf(pack: PolicyPack): DraftPlanPageProps['targetGroups'] {
  const named = pack.lists.find((list) => list.id === 'target')?.of ?? [];
  return [
    ...named.map(({ id, name }) => ({ value: id, label: name })),
    ...['others', 'unknown'].map((value) => ({ value, label: labelOf(`targetGroup.${value}`) })),
  ];
}
