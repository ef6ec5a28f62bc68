import { Injectable } from '@nestjs/common';
import type { PlanCheck } from '../../domain/distribution/plan-checks';
import {
  askedNumbers,
  givenNumbers,
  type PlanNumber,
  readDecisions,
} from '../../domain/distribution/plan-numbers';
import { triableNumbers, triedNumbers } from '../../domain/distribution/tried-numbers';
import { readYearPlan, type YearOfPool } from '../../domain/distribution/read-year-plan';
import { costKindOf, type YearPlanContent, yearFigures } from '../../domain/distribution/year-plan';
import {
  usedByUse,
  yearGround,
  yearPlanChecks,
  yearUseFacts,
} from '../../domain/distribution/year-plan-checks';
import { yuanText } from '../../domain/money/fen';
import { bucketsOf } from '../../domain/policy/pack';
import { labelOf } from '../../glossary/terms';
import { yearPlanWords } from '../../glossary/year-plan-words';
import { basisText, moneyName } from '../../glossary/year-money-words';
import { filledForm, OfficeDesk } from '../../platform/http/office-desk';
import { villagePaths } from '../../platform/http/office-paths';
import type { PageVisit } from '../../platform/http/page-visit';
import { type KeptFormPlace, KeptFormsService } from '../../platform/kept-forms/kept-forms.service';
import { widePunctuation } from '../../platform/text/wide-punctuation';
import { bucketClause } from '../../platform/views/cited-clause';
import { dayText } from '../../platform/views/day-text';
import type { FormState } from '../../platform/views/error-summary';
import { momentText } from '../../platform/views/moment-text';
import { ApprovalsService } from '../approvals/approvals.service';
import { CollectivesService } from '../collectives/collectives.service';
import { draftNumbers } from './draft-uses.view';
import { checkViews, reasonsAsked } from './plan-check.view';
import type { YearFloorRow } from './year-floors.pages';
import { yearFloors } from './year-floors.view';
import { type YearPlanBasis, YearPlanBasisService } from './year-plan-basis.service';
import type { DraftYearUse, YearPlanDraftPageProps } from './year-plan-draft.pages';
import { ownBeside, useCount, withProposed, yearDraftValues, yearFormOf } from './year-plan-form.view';
import { equationOf, suggestionOf, yearRouteOf } from './year-plan-head.view';
import type { YearPlan } from './year-plan-read.service';

/** Of which village, pool and year a plan is drafted. */
export interface YearPlanAsked extends YearOfPool {
  readonly collectiveId: string;
}

/**
 * How a draft's form is shown: as typed, or with one row more of a use; `saved`: the draft as last saved;
 * `copyOf`: the plan of which what is typed is a copy, judged as the plan is.
 */
export interface YearDraftForms {
  readonly form?: FormState | undefined;
  readonly more?: string | undefined;
  readonly saved?: YearPlan | undefined;
  /** What the keeper of a joint station proposes, to be put into what stands there. */
  readonly offer?: Parameters<typeof withProposed>[1] | undefined;
  readonly copyOf?: YearPlan | undefined;
}

/** What stands in a form, and what the policy says of it. */
interface JudgedForm {
  readonly content: YearPlanContent;
  readonly checks: PlanCheck[];
  readonly numbers: PlanNumber[];
  /** The floors and caps over the year as they stand with it. */
  readonly floors: YearFloorRow[];
}

/** The page of a draft, and what of a year stands in its form, by which pack. */
export interface DrawnYear {
  readonly page: YearPlanDraftPageProps;
  readonly judged: Pick<YearPlan, 'content' | 'pack'>;
}

/** The form of a copy, and both what it says and what its plan says. */
export interface YearCopy {
  readonly page: YearPlanDraftPageProps;
  readonly before: JudgedForm;
  readonly now: JudgedForm;
}

/** What stands in a copy's form at first: the plan, with every number it may be tried by. */
export function yearCopyValues(plan: YearPlan): Record<string, string> {
  const numbers = Object.entries(triableNumbers(plan.pack, plan.pool, plan.numbers));
  return {
    ...yearDraftValues(plan, plan.content.money),
    ...Object.fromEntries(numbers.map(([id, value]) => [`decisions[${id}]`, value])),
  };
}

/** Where what somebody types for a year is kept. */
export function yearFormPlace(visit: PageVisit, { collectiveId, pool, year }: YearPlanAsked): KeptFormPlace {
  return { collectiveId, userId: visit.actor.userId, form: `year-plan ${pool} ${String(year)}` };
}

/** The page on which a yearly plan is drafted. */
@Injectable()
export class YearPlanDraftViewService {
  constructor(
    private readonly desk: OfficeDesk,
    private readonly basis: YearPlanBasisService,
    private readonly collectives: CollectivesService,
    private readonly approvals: ApprovalsService,
    private readonly kept: KeptFormsService,
  ) {}

  /** @throws DomainError `plan.routeMissing`, `policy.*` */
  async drawnOf(visit: PageVisit, asked: YearPlanAsked, forms: YearDraftForms = {}): Promise<DrawnYear> {
    const { collectiveId, pool, year } = asked;
    const basis = basisFor(await this.basis.basisOf(collectiveId, asked), forms);
    const { latest, loaded, routeId, proposed } = basis;
    const { pack } = loaded;
    const place = yearFormPlace(visit, asked);
    const kept = await this.kept.findForm(place, latest?.draftedAt);
    const shown = forms.saved === undefined ? kept : undefined;
    const drawn = shown?.typed ?? drawnValues(forms.saved ?? latest, proposed);
    const { before, keptOwn } = withOffer(drawn, forms.offer);
    const form = forms.form ?? filledForm({ ...before, pool, year: String(year) });
    const { content, checks, numbers, floors } = this.judged(basis, form, forms.copyOf);
    const nameOf = (id: string) => bucketsOf(pack, pool).find((each) => each.id === id)?.name;
    const { name } = await this.collectives.requireCollective(collectiveId);
    const steps = this.approvals.stepsOf({ routeId, routeText: null, everyStep: true });
    const paths = villagePaths(collectiveId);
    const drafted = forms.saved ?? forms.copyOf;
    const page: YearPlanDraftPageProps = {
      frame: await this.desk.frameOf(visit, { collectiveId, section: 'plans' }),
      head: {
        ...{ collective: name, pool: labelOf(`pool.${pool}`), year },
        draftNumber: draftNumberOf(drafted, latest),
        route: yearRouteOf(steps),
        equation: equationOf(content, { pack, pool }),
        figures: yearFigures(content),
      },
      form,
      saveAction: `${paths.home}/year-plans/new`,
      money: moneyOf(basis, drafted ?? { year, draftedOn: this.basis.today() }),
      uses: usesOf(basis, { form, content, more: forms.more }),
      numbers: draftNumbers(pack, pool, { numbers, ground: yearGround(year, content, basis.beside) }),
      checks: checkViews(pack, checks, nameOf),
      floors,
      reasons: reasonsAsked(checks, nameOf),
      isRevision: basis.decided !== undefined,
      nextStep: steps[0]?.name ?? '',
      keptOwn,
      ...(shown && { keptAt: momentText(shown.keptAt) }),
      ...savedParts(forms.saved),
    };
    return { page, judged: { content, pack } };
  }

  /** A copy of a plan as it stands in its form, with what the same rules say of the plan itself. */
  async copyPage(
    visit: PageVisit,
    plan: YearPlan,
    { form, more }: Required<Pick<YearDraftForms, 'more'>> & { readonly form: FormState },
  ): Promise<YearCopy> {
    const basis = basisFor(await this.basis.basisOf(plan.collectiveId, plan), { copyOf: plan });
    const { page } = await this.drawnOf(visit, plan, { form, more, copyOf: plan });
    return {
      page,
      before: this.judged(basis, filledForm(yearCopyValues(plan)), plan),
      now: this.judged(basis, form, plan),
    };
  }

  /** What the policy says of a plan as it stands in the form; what is no amount counts nothing. */
  private judged(basis: YearPlanBasis, { values }: FormState, copyOf: YearPlan | undefined): JudgedForm {
    const { loaded, pool, year, proposed, beside } = basis;
    const { pack } = loaded;
    const typed = yearFormOf(values);
    const buckets = bucketsOf(pack, pool).map(({ id }) => id);
    const { content } = readYearPlan(typed, { proposed, buckets });
    const { decided } = readDecisions(typed.decisions ?? {}, askedNumbers(pack, pool));
    const numbers = this.basis.numbersOf(basis, decided);
    const ground = yearGround(year, content, beside);
    const uses = content.uses.filter(({ amount }) => amount > 0n);
    const on = copyOf?.draftedOn ?? this.basis.today();
    const given = givenNumbers(numbers);
    const local =
      copyOf === undefined
        ? given
        : triedNumbers({ pack, pool, kept: copyOf.numbers }, typed.decisions ?? {});
    const facts = { pack, pool, on, content: { ...content, uses }, ground, reasons: typed.reasons ?? {} };
    const checks = uses.length === 0 ? [] : yearPlanChecks({ ...facts, local });
    const floors = yearFloors(yearUseFacts({ ...facts, local }), yearFigures(content).left);
    return { content, checks, numbers, floors };
  }
}

/**
 * A saved draft is shown by what the books proposed when it was saved: that is what is submitted. A copy is
 * judged by the policy of its plan, too.
 */
function basisFor(now: YearPlanBasis, { saved, copyOf }: YearDraftForms): YearPlanBasis {
  if (copyOf === undefined) return saved === undefined ? now : { ...now, proposed: saved.content.money };
  const { pack, packDigest: digest, content } = copyOf;
  return { ...now, proposed: content.money, loaded: { ...now.loaded, pack, digest } };
}

/** Which draft of the year it is: the saved one's number, or the next. */
function draftNumberOf(saved: YearPlan | undefined, latest: YearPlan | undefined): number {
  return saved?.revision ?? (latest?.revision ?? 0) + 1;
}

/** A form with what a keeper proposes, and in words what of it was left out for a figure of the village's. */
function withOffer(
  drawn: Readonly<Record<string, string>>,
  offer: YearDraftForms['offer'],
): { before: Readonly<Record<string, string>>; keptOwn: string[] } {
  if (offer === undefined) return { before: drawn, keptOwn: [] };
  const keptOwn = ownBeside(drawn, offer.uses).map(({ forWhat, amount }) =>
    yearPlanWords.keptOwn(widePunctuation(forWhat), yuanText(amount)),
  );
  return { before: withProposed(drawn, offer), keptOwn };
}

/** A form as the plan of before stands; empty where there is none. */
function drawnValues(
  earlier: YearPlan | undefined,
  proposed: YearPlanBasis['proposed'],
): Readonly<Record<string, string>> {
  return earlier === undefined ? {} : yearDraftValues(earlier, proposed);
}

/** How a draft that was saved goes on. */
function savedParts(
  saved: YearPlan | undefined,
): Pick<YearPlanDraftPageProps, 'submitAction' | 'whatIfHref' | 'savedAt'> {
  if (saved === undefined) return {};
  const pathOf = (act: 'submit' | 'what-if') => villagePaths(saved.collectiveId).yearPlan(saved.id, act);
  const [submitAction, whatIfHref] = [pathOf('submit'), pathOf('what-if')];
  return { submitAction, whatIfHref, savedAt: yearPlanWords.saved(dayText(saved.draftedOn)) };
}

/** Every figure that may be expected, with what the books propose. */
function moneyOf(
  { proposed, loaded: { pack }, pool }: YearPlanBasis,
  drafted: Pick<YearPlan, 'year' | 'draftedOn'>,
): YearPlanDraftPageProps['money'] {
  return proposed.map((each) => ({
    ...{ code: each.code, name: moneyName(each.code, { pack, pool }), proposed: each.proposed },
    ...{ isCost: costKindOf(each.code) !== undefined, suggestion: suggestionOf(each) },
    from: basisText(each, drafted),
  }));
}

/** The uses of the pack, each with its rows; one blank row where there is none, one more where asked for. */
function usesOf(
  { loaded: { pack }, pool }: YearPlanBasis,
  { form, content, more }: { form: FormState; content: YearPlanContent; more: string | undefined },
): DraftYearUse[] {
  let blank = useCount(form.values);
  const typed = yearFormOf(form.values).uses;
  const amounts = usedByUse(content);
  return bucketsOf(pack, pool).map((bucket): DraftYearUse => {
    const rows = typed.flatMap((use, index) => (use.bucket === bucket.id ? [index] : []));
    const wanted = rows.length === 0 || more === bucket.id ? [blank++] : [];
    return {
      bucket: bucket.id,
      name: widePunctuation(bucket.name),
      clause: bucketClause(pack, bucket),
      amount: amounts[bucket.id] ?? 0n,
      rows: [...rows, ...wanted],
    };
  });
}
