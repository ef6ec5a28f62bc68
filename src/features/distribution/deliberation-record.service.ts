import { Injectable } from '@nestjs/common';
import { isFourDeliberations } from '../../domain/approvals/four-deliberations';
import { planName, yearPlanName } from '../../glossary/periods';
import { labelOf } from '../../glossary/terms';
import { Clock } from '../../platform/clock/clock';
import { Configuration } from '../../platform/config/configuration';
import { formOptions } from '../../platform/papers/form-options';
import { renderForms } from '../../platform/papers/paper-form';
import { paperTemplate } from '../../platform/papers/paper-template';
import { CollectivesService } from '../collectives/collectives.service';
import {
  type DecidedPlan,
  DELIBERATION_RECORD,
  deliberationRecord,
  type RecordedStep,
} from './deliberation-record';
import { planDigest } from './plan-digest';
import type { PlanPlace } from './plan-drawing.service';
import { PlanHistoryService } from './plan-history.service';
import { PlanPublicityService, type SheetPlan } from './plan-publicity.service';
import { yearPlanDigest } from './year-plan-digest';
import { usedBuckets } from './year-plan-head.view';
import { YEAR_PLAN } from './year-plan-read.service';

/** The paper that says how a plan was decided: of a period or of a year, on whichever route. */
@Injectable()
export class DeliberationRecordService {
  constructor(
    private readonly plans: PlanPublicityService,
    private readonly history: PlanHistoryService,
    private readonly collectives: CollectivesService,
    private readonly clock: Clock,
    private readonly configuration: Configuration,
  ) {}

  /** @throws DomainError `plan.unknown` */
  async print({ collectiveId, planId }: PlanPlace): Promise<Buffer> {
    const decided = await this.decidedOf(await this.plans.requirePlan(collectiveId, planId));
    const { say } = paperTemplate(DELIBERATION_RECORD);
    const form = deliberationRecord(decided);
    const options = formOptions(this.configuration, this.clock, {
      ...{ title: `${decided.name} ${form.title}`, author: decided.collective },
      pageText: (page, pages) => say('page', { page, pages }),
    });
    return renderForms([form], options);
  }

  private async decidedOf(of: SheetPlan): Promise<DecidedPlan> {
    const { plan } = of;
    const { collectiveId, steps, decisions, revision } = plan;
    const { organisationName: collective } = await this.collectives.requireCollective(collectiveId);
    const [drafted, ...taken] = await this.historyOf(of);
    const told = decisions.map(({ stepId, outcome }, place) => ({ stepId, outcome, ...taken[place] }));
    return {
      ...{ collective, revision, ...mattersOf(of), isFourDeliberations: isFourDeliberations(steps) },
      drafted: { day: drafted?.on ?? plan.draftedOn, told: drafted?.sentence ?? '' },
      steps: steps.map(({ id, name }): RecordedStep => {
        const step = told.find(({ stepId }) => stepId === id);
        return { name, day: step?.on, told: step?.sentence ?? '' };
      }),
    };
  }

  private historyOf(of: SheetPlan): ReturnType<PlanHistoryService['historyOf']> {
    if (of.kind === 'plan') return this.history.historyOf({ ...of.plan, kind: 'plan' });
    const lines = usedBuckets(of.plan).map((bucket) => ({ bucket }));
    return this.history.historyOf({ ...of.plan, lines, kind: YEAR_PLAN });
  }
}

function mattersOf(of: SheetPlan): Pick<DecidedPlan, 'name' | 'kind' | 'digest' | 'figures'> {
  const pool = labelOf(`pool.${of.plan.pool}`);
  if (of.kind === 'plan') {
    const { plan } = of;
    const { distributable, planned, leftOver } = plan.figures;
    return {
      name: planName({ from: plan.periodFrom, to: plan.periodTo }, pool),
      kind: 'period',
      digest: plan.digest ?? planDigest(plan),
      figures: { distributable: BigInt(distributable), planned: BigInt(planned), left: BigInt(leftOver) },
    };
  }
  const { plan } = of;
  const { expected: distributable, used: planned, left } = plan.figures;
  return {
    kind: 'year',
    ...{ name: yearPlanName(plan.year, pool), digest: plan.digest ?? yearPlanDigest(plan) },
    figures: { distributable, planned, left },
  };
}
