import type { YearPlanForm } from '../domain/distribution/read-year-plan';
import type { Section } from '../domain/shared/file-reader';
import type { MeetingForm } from '../features/distribution/deciding.service';
import type { Scene } from './scene';

/** Drafts a yearly use plan, under a key that its steps name. */
export interface YearPlanAct {
  readonly verb: 'year_plan';
  readonly yearPlan: string;
  readonly form: YearPlanForm;
}

/** A step of a plan as a story tells it, of the kinds that a yearly plan takes too. */
export type YearPlanStep =
  | { readonly verb: 'submit' }
  | { readonly verb: 'meeting'; readonly form: Omit<MeetingForm, 'heldOn'> }
  | { readonly verb: 'review'; readonly outcome: 'passed' | 'returned'; readonly reason: string };

/** Reads a yearly plan of a story; what it leaves out is blank. */
export function readYearPlanAct(plan: Section): YearPlanAct {
  const text = (of: Section, key: string): string => of.optionalText(key) ?? '';
  return {
    verb: 'year_plan',
    yearPlan: plan.id('key'),
    form: {
      ...{ pool: plan.text('pool'), year: plan.text('year') },
      money: plan.optionalList('money').map((row) => {
        return { moneyCode: row.text('source'), amount: row.text('amount'), why: text(row, 'why') };
      }),
      uses: plan.list('uses').map((use) => ({
        ...{ bucket: use.text('use'), forWhat: use.text('for'), amount: text(use, 'amount') },
        ...{ postPeople: text(use, 'people'), postStandard: text(use, 'standard') },
        postMonths: text(use, 'months'),
      })),
      ...{ reserve: text(plan, 'reserve'), reserveFor: text(plan, 'reserve_for') },
      changeWhy: text(plan, 'change_why'),
    },
  };
}

/** Drafts it through the service of its page. */
export async function tellYearPlan(act: YearPlanAct, scene: Scene): Promise<void> {
  const { services, names, collectiveId, command, of } = scene;
  const { id } = await services.yearPlans.drafting.draftPlan(collectiveId, act.form, command);
  names.nameYearPlan(of, act.yearPlan, id);
}

/** Takes a step of one that was drafted. */
export async function tellYearPlanStep(act: YearPlanStep, planId: string, scene: Scene): Promise<void> {
  const { services, collectiveId: id, command, on } = scene;
  const { deciding, reading } = services.yearPlans;
  switch (act.verb) {
    case 'submit':
      await deciding.submitPlan(id, planId, command);
      return;
    case 'meeting':
      await deciding.recordMeeting(id, planId, { form: { ...act.form, heldOn: on }, command });
      return;
    case 'review': {
      const { digest = '' } = await reading.requirePlan(id, planId);
      const form = { outcome: act.outcome, reason: act.reason, digest };
      await deciding.reviewPlan(id, planId, { form, command });
    }
  }
}
