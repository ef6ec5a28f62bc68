import { Injectable } from '@nestjs/common';
import type { PlanCheck } from '../../domain/distribution/plan-checks';
import { type Fen, readYuan, sumFen } from '../../domain/money/fen';
import { bucketsOf, type PolicyPack, targetGroupsOf } from '../../domain/policy/pack';
import type { Problem } from '../../domain/shared/problem';
import { OUTSIDE_GROUPS } from '../../domain/uses/claim';
import { draftWords, noPackWords } from '../../glossary/remarks';
import { problemSentence } from '../../glossary/sentences';
import { labelOf } from '../../glossary/terms';
import { filledForm, OfficeDesk } from '../../platform/http/office-desk';
import { villagePaths, withQuery } from '../../platform/http/office-paths';
import type { PageVisit } from '../../platform/http/page-visit';
import { bucketClause } from '../../platform/views/cited-clause';
import { dayText } from '../../platform/views/day-text';
import { widePunctuation } from '../../platform/text/wide-punctuation';
import { momentText } from '../../platform/views/moment-text';
import type { FormState } from '../../platform/views/error-summary';
import { type DraftAsked, DraftBasisService } from './draft-basis.service';
import { DraftPastService } from './draft-past.service';
import { claimCount, claimsUnder, draftValues, typedUses, unreadableAmounts } from './draft-claims.view';
import {
  draftNumbers,
  filledTo,
  isOutside,
  knownNumbers,
  lastYearOf,
  leftLastYear,
  useBounds,
} from './draft-uses.view';
import { yearFloors } from './year-floors.view';
import type { UseBound } from './plan-parts.pages';
import type { DraftPlanPageProps } from './draft-plan.pages';
import type { DraftUse } from './draft-use-rows.pages';
import { PlanCheckService } from './plan-check.service';
import { checkViews, reasonsAsked } from './plan-check.view';
import { explanationOf } from './plan-explanation.service';
import { figureViews } from './plan-explanation.view';
import { type PlanBasis, PlanHeadService } from './plan-head.service';
import type { DistributionPlan } from './plan-read.service';
import { LEFT_OVER, shareTexts } from './share-texts';
import { typedChecks, typedFacts } from './typed-checks';

/** How a draft's form is shown: as typed, with one row more of a use, with a use filled up to its bound. */
export interface DraftForms {
  readonly form?: FormState | undefined;
  readonly more?: string | undefined;
  readonly fill?: string | undefined;
  /** What is typed is checked as it stands. */
  readonly tried?: boolean;
}

/** A copy of a plan as it is typed on: what it is judged by, and what stands in its form. */
export interface DraftCopy extends Pick<DraftForms, 'more' | 'fill'> {
  readonly basis: PlanBasis;
  readonly form: FormState;
}

interface Shown {
  readonly basis: PlanBasis;
  readonly form: FormState;
  readonly more?: string | undefined;
  readonly lastYear: DistributionPlan | undefined;
}

/** The page on which a plan is drafted. */
@Injectable()
export class DraftPlanViewService {
  constructor(
    private readonly desk: OfficeDesk,
    private readonly heads: PlanHeadService,
    private readonly drafts: DraftBasisService,
    private readonly pasts: DraftPastService,
    private readonly checks: PlanCheckService,
  ) {}

  /**
   * A new draft, filled with what was typed and not saved, else from the one before it.
   * @throws DomainError `policy.*`, `plan.routeMissing`
   */
  async newPage(visit: PageVisit, asked: DraftAsked, forms: DraftForms = {}): Promise<DraftPlanPageProps> {
    const { past, checks, reserved, ...drawn } = await this.drafts.basisOf(asked, visit.actor.userId);
    const basis = this.heads.routed(drawn.basis);
    const { earlier, kept, lastYear, returned } = past;
    const before =
      kept?.typed ?? (earlier === undefined ? knownNumbers(basis.judged.ground) : draftValues(earlier));
    const { more, fill, form = filledForm({ ...before, pool: basis.pool }) } = forms;
    const shown = { basis, form: { ...form, values: filledValues({ basis, form, fill }) }, more, lastYear };
    const isTyped = forms.tried === true || (forms.form === undefined && kept !== undefined);
    const typed = isTyped ? typedChecks(basis, shown.form.values) : [];
    const page = await this.pageOf(visit, shown, [...checks, ...typed]);
    return {
      ...page,
      ...reservedShown(basis, reserved),
      returned,
      isTried: isTyped,
      unreadable: isTyped ? unreadableWords(shown.form.values) : undefined,
      ...(kept === undefined ? {} : { keptAt: momentText(kept.keptAt) }),
    };
  }

  /**
   * A draft as last saved, with its checks and the way onward. One that was typed on since, or saved while no
   * pack was in force and one is now, is drawn as a new draft.
   */
  async savedPage(
    visit: PageVisit,
    plan: DistributionPlan,
    forms: DraftForms = {},
  ): Promise<DraftPlanPageProps> {
    const basis = this.heads.basisOf(plan);
    const saved: FormState = { ...filledForm({ ...draftValues(plan), pool: basis.pool }) };
    const form = forms.form === undefined ? saved : { ...forms.form, values: saved.values };
    if (await this.checks.hasPackNow(plan)) return this.newPage(visit, basis, { form });
    const wasTypedOn = forms.form === undefined && (await this.pasts.wasTypedOn(plan, visit.actor.userId));
    if (wasTypedOn) return this.newPage(visit, basis);
    const lastYear = await this.pasts.lastYearOf(plan);
    const page = await this.pageOf(visit, { basis, form, lastYear }, await this.checks.listChecks(plan));
    return {
      ...page,
      ...reservedShown(basis, await this.checks.heldOf(plan)),
      figures: figureViews(plan.pack, explanationOf(plan)),
      submitAction: villagePaths(plan.collectiveId).planAct(plan.id, 'submit'),
      whatIfHref: villagePaths(plan.collectiveId).planAct(plan.id, 'what-if'),
      ...(plan.pack.clauses.length === 0
        ? {}
        : { sampleHref: villagePaths(plan.collectiveId).planSample(plan.id) }),
      savedAt: dayText(plan.draftedOn),
    };
  }

  /** The form of a copy of a plan, checked as it stands in it; the basis says by which numbers. */
  async copyPage(
    visit: PageVisit,
    { basis, form, more, fill }: DraftCopy,
    lastYear: DistributionPlan | undefined,
  ): Promise<DraftPlanPageProps> {
    const values = filledValues({ basis, form, fill });
    const shown = { basis, form: { ...form, values }, more, lastYear };
    const page = await this.pageOf(visit, shown, typedChecks(basis, values));
    return { ...page, isTried: true, unreadable: unreadableWords(values) };
  }

  private async pageOf(
    visit: PageVisit,
    shown: Shown,
    checks: readonly PlanCheck[],
  ): Promise<DraftPlanPageProps> {
    const { basis } = shown;
    const { collectiveId, pool, pack } = basis;
    const before = shown.lastYear === undefined ? undefined : this.heads.basisOf(shown.lastYear);
    const head = await this.heads.headOf(basis, before);
    const { form } = shown;
    const parts = partsOf(basis, form.values);
    const shares = shareTexts(basis.distributable, parts, checks);
    const planned = sumFen(parts.map((part) => part.amount));
    const nameOf = await this.heads.namesOf(basis);
    return {
      frame: await this.desk.frameOf(visit, { collectiveId, section: 'plans' }),
      plan: head,
      form: { ...form, problems: atAmounts(form), sentence: problemSentence },
      targetGroups: groupOptions(pack),
      groupsNote: groupsNote(pack),
      saveAction: villagePaths(collectiveId).newPlan,
      nextStep: head.route[1]?.name ?? '',
      reasons: reasonsAsked(checks, nameOf),
      numbers: draftNumbers(pack, pool, { numbers: basis.numbers, ground: basis.judged.ground }),
      uses: usesOf(shown, shares),
      planned,
      carryOver: basis.distributable - planned,
      carryOverShare: shares.get(LEFT_OVER) ?? '',
      lastYear: leftLastYear(shown.lastYear),
      year: await this.pasts.yearOf(basis),
      floors: yearFloors(
        {
          ...typedFacts(basis, form.values),
          planned: Object.fromEntries(parts.map(({ key, amount }) => [key, amount])),
        },
        basis.distributable - planned,
      ),
      checks: checkViews(pack, checks, nameOf),
    };
  }
}

/** What reserves keep from the plan, if anything, and where to read of them. */
function reservedShown(
  { collectiveId, pool, distributable }: PlanBasis,
  reserved: Fen,
): Pick<DraftPlanPageProps, 'reserved'> {
  if (reserved === 0n) return {};
  const href = withQuery(villagePaths(collectiveId).reserves, { pool });
  return { reserved: { fen: reserved, left: distributable - reserved, href } };
}

function unreadableWords(values: FormState['values']): string | undefined {
  const count = unreadableAmounts(values);
  return count === 0 ? undefined : draftWords.unreadable(count);
}

/** What is typed under each use. */
function partsOf({ pack, pool }: PlanBasis, values: FormState['values']): { key: string; amount: Fen }[] {
  const uses = [...bucketsOf(pack, pool).map(({ id }) => id), ...unknownUses({ pack, pool }, values)];
  return uses.map((id) => ({ key: id, amount: claimsUnder(values, id).amount }));
}

/** Uses that were typed under another document and are not in this one. */
function unknownUses(
  { pack, pool }: Pick<PlanBasis, 'pack' | 'pool'>,
  values: FormState['values'],
): string[] {
  const known = bucketsOf(pack, pool).map(({ id }) => id);
  return typedUses(values).filter((use) => !known.includes(use));
}

/** The bounds of the uses with what is typed. */
function boundsOf(basis: PlanBasis, values: FormState['values']): ReadonlyMap<string, UseBound> {
  return useBounds({ ...typedFacts(basis, values), planned: {} });
}

interface Filled {
  readonly basis: PlanBasis;
  readonly form: FormState;
  readonly fill: string | undefined;
}

/** The values as typed, or with the amount of a use filled up to its bound. */
function filledValues({ basis, form, fill }: Filled): FormState['values'] {
  const bound = fill === undefined ? undefined : boundsOf(basis, form.values).get(fill);
  if (fill === undefined || bound === undefined) return form.values;
  return filledTo(form.values, fill, bound.amount);
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
function usesOf({ basis, form, more, lastYear }: Shown, shares: ReadonlyMap<string, string>): DraftUse[] {
  let blank = claimCount(form.values);
  const bounds = boundsOf(basis, form.values);
  const before = lastYearOf(lastYear);
  const known = bucketsOf(basis.pack, basis.pool).map((bucket): DraftUse => {
    const { rows, amount } = claimsUnder(form.values, bucket.id);
    const wanted = rows.length === 0 || more === bucket.id ? [blank++] : [];
    const bound = bounds.get(bucket.id);
    return {
      bucket: bucket.id,
      name: widePunctuation(bucket.name),
      clause: bucketClause(basis.pack, bucket),
      amount,
      share: shares.get(bucket.id) ?? '',
      bound,
      outOfBounds: amount > basis.distributable || isOutside(amount, bound),
      lastYear: before.get(bucket.id),
      claimRows: [...rows, ...wanted],
    };
  });
  const strays = unknownUses(basis, form.values).map((use): DraftUse => {
    const { rows, amount } = claimsUnder(form.values, use);
    const name = noPackWords.unknownUse(use);
    return {
      ...{ bucket: use, name, amount, share: shares.get(use) ?? '', outOfBounds: true },
      claimRows: rows,
    };
  });
  return [...known, ...strays];
}

/** The groups in the pack's own words, then what may be said where it names none. */
function groupOptions(pack: PolicyPack): DraftPlanPageProps['targetGroups'] {
  return [
    ...targetGroupsOf(pack).map(({ id, name }) => ({ value: id, label: name })),
    ...OUTSIDE_GROUPS.map((value) => ({ value, label: labelOf(`targetGroup.${value}`) })),
  ];
}

/** Why the list of groups has none of those who are to be helped. */
function groupsNote(pack: PolicyPack): string | undefined {
  if (targetGroupsOf(pack).length > 0) return undefined;
  return pack.clauses.length === 0 ? noPackWords.groups : draftWords.groups;
}
