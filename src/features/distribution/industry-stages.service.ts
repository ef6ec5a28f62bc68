import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { monthOf } from '../../domain/calendar/calendar-day';
import { type Fen, requireYuan, sumFen } from '../../domain/money/fen';
import { type Judgement, judge, judgementProblems } from '../../domain/policy/judge';
import { DomainError } from '../../domain/shared/domain-error';
import { type Problem, refuseProblems } from '../../domain/shared/problem';
import { writtenProblems } from '../../domain/shared/short-reason';
import { type IndustryForm, paysIndustry, readIndustry } from '../../domain/uses/industry';
import { industryFacts, linkageDuties, type LinkageDuty } from '../../domain/uses/linkage-duty';
import { readPast, readStage, type StageForm } from '../../domain/uses/industry-entries';
import { owedOn } from '../../domain/uses/owed-on';
import { endDayProblems } from '../../domain/uses/use-end';
import { PROJECT_CODES, requireGoing, standingUses } from '../../domain/uses/use-withdrawal';
import { acceptanceProblems } from '../../domain/uses/work-acceptance';
import { type Command, onceOf } from '../../platform/audit/command';
import { Clock } from '../../platform/clock/clock';
import { Database } from '../../platform/database/database';
import type { BookedEntry } from '../ledger/ledger.service';
import {
  IndustryService,
  requireSettled,
  requireWaiting,
  type StageAt,
  type ToldProject,
  waitingStage,
} from '../uses/industry.service';
import { handOf } from '../users/account-persons.service';
import { approvedClaimsOf } from './approved-claims';
import { GrantingService } from './granting.service';
import {
  approvedOn,
  type DistributionPlan,
  isUntouched,
  openOf,
  type PlannedClaim,
  PlanReadService,
  usesOf,
} from './plan-read.service';

/** A claim for industry of an approved plan, with its plan. */
export interface IndustryClaim {
  readonly plan: DistributionPlan;
  readonly claim: PlannedClaim;
}

/** A project with the plan that pays it, and what else the same claim pays. */
export interface KnownProject {
  readonly project: ToldProject;
  readonly plan: DistributionPlan;
  /** How it stands today by what it promised and what its document asks; undefined of a withdrawn one. */
  readonly duty: LinkageDuty | undefined;
  readonly others: readonly ToldProject[];
}

/** Industry projects against the plan that pays them: what another accepted is granted against its line. */
@Injectable()
export class IndustryStagesService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly plans: PlanReadService,
    private readonly industry: IndustryService,
    private readonly granting: GrantingService,
  ) {}

  /** The claims for industry of approved plans that were not granted as one sum. */
  async listClaims(collectiveId: string, db: EntityManager = this.database.reader): Promise<IndustryClaim[]> {
    const plans = await this.plans.listPlans(collectiveId, db);
    return plans
      .flatMap((plan) => approvedClaimsOf(plan, paysIndustry))
      .filter(({ claim }) => claim.byParts === 'industry' || isUntouched(claim));
  }

  /** A project with its plan and what else the same claim pays. @throws DomainError `industry.unknown` */
  async requireKnown(
    collectiveId: string,
    projectId: string,
    db: EntityManager = this.database.reader,
  ): Promise<KnownProject> {
    const all = await this.listKnown(collectiveId, db);
    const known = all.find(({ project }) => project.id === projectId);
    if (known === undefined) throw new DomainError('industry.unknown', { projectId });
    return known;
  }

  /** The projects of a collective as they stand today, withdrawn ones among them, each with its plan. */
  async listKnown(collectiveId: string, db: EntityManager = this.database.reader): Promise<KnownProject[]> {
    const projects = await this.industry.listProjects(collectiveId, db);
    const plans = new Map<string, DistributionPlan>();
    for (const { id, claimId } of projects)
      plans.set(id, await this.plans.requirePlanOf(collectiveId, claimId, db));
    const linking = standingUses(projects).map((project) => {
      return { ...project, perHousehold: sumPerHousehold(plans.get(project.id)) };
    });
    const duties = linkageDuties(linking, this.clock.today());
    return projects.flatMap((project) => {
      const plan = plans.get(project.id);
      if (plan === undefined) return [];
      const isOther = ({ id, claimId }: ToldProject): boolean =>
        claimId === project.claimId && id !== project.id;
      return [{ project, plan, duty: duties.get(project.id), others: projects.filter(isOther) }];
    });
  }

  /**
   * Enters a project: from then on its claim is owed stage by stage.
   * @throws FormProblems `form.*`, `money.*`, `industry.*`
   */
  openProject(collectiveId: string, form: IndustryForm, command: Command): Promise<{ id: string }> {
    return this.database.inTransaction(
      collectiveId,
      async (tx) => {
        const claims = (await this.listClaims(collectiveId, tx)).map(({ claim }) => claim.id);
        const standing = standingUses(await this.industry.listProjects(collectiveId, tx));
        const namesTaken = standing.map(({ name }) => name);
        const { project, problems } = readIndustry(form, { claims, namesTaken, today: this.clock.today() });
        refuseProblems(problems);
        return { id: await this.industry.insertProject(tx, collectiveId, { ...project, by: command.by }) };
      },
      onceOf(command, 'industry.open', form),
    );
  }

  /**
   * Notes a stage that was reached; nothing is owed by it yet, and the next waits until it is accepted. One
   * above what the claim has left beside what waits is told now, not when another accepts it.
   * @throws FormProblems `form.*`, `calendar.*`, `money.*`, `industry.ahead`, `industry.aboveClaim`;
   *   DomainError `industry.unknown`, `industry.withdrawn`, `industry.finished`, `industry.stageWaiting`
   */
  enterStage(
    collectiveId: string,
    { projectId, form }: { readonly projectId: string; readonly form: StageForm },
    command: Command,
  ): Promise<{ id: string }> {
    return this.database.inTransaction(
      collectiveId,
      async (tx) => {
        const { project, plan, others } = await this.requireKnown(collectiveId, projectId, tx);
        requireSettled(project);
        const claim = plan.lines.flatMap(({ claims }) => claims).find(({ id }) => id === project.claimId);
        const waiting = sumFen(others.flatMap((each) => waitingStage(each)?.amount ?? []));
        const left = (claim === undefined ? 0n : openOf(claim)) - waiting;
        const { stage, problems } = readStage(form, this.clock.today());
        const facts = { left: left < 0n ? 0n : left };
        if (stage.amount > left)
          problems.push({ code: 'industry.aboveClaim', field: 'amount', value: form.amount, facts });
        refuseProblems(problems);
        return { id: await this.industry.insertStage(tx, collectiveId, { project, stage, by: command.by }) };
      },
      onceOf(command, 'industry.enterStage', { projectId, form }),
    );
  }

  /**
   * Accepts a stage that somebody else entered: now it is owed, by a grant of the plan's line.
   * @throws FormProblems `form.missing`, `calendar.notADay`, `works.acceptedAhead`, `industry.*`, `policy.*`;
   *   DomainError `industry.*`, `grant.*`, `plan.notNow`, `period.*`
   */
  acceptStage(
    collectiveId: string,
    form: StageAt & { readonly acceptedOn: string; readonly placeOf?: string },
    command: Command,
  ): Promise<{ id: string; voucher: BookedEntry }> {
    return this.database.inTransaction(
      collectiveId,
      async (tx) => {
        const project = await this.industry.requireProject(collectiveId, form.projectId, tx);
        const stage = requireWaiting(project, form.stageId);
        const { id: stageId, reachedOn, amount, enteredBy, voucherEntryId: before } = stage;
        requireGoing(project, PROJECT_CODES);
        const { acceptedOn, placeOf } = form;
        const given = { acceptedOn, by: command.by, today: this.clock.today() };
        const hand = await handOf(tx, command.by);
        const seen = { ...stage, to: reachedOn, enteredBy: hand(enteredBy) };
        refuseProblems(acceptanceProblems({ what: 'stage', ...seen }, given));
        const { claimId } = project;
        const plan = await this.plans.requirePlanOf(collectiveId, claimId, tx);
        const about = monthOf(reachedOn);
        const openMonths = await this.industry.listOpenMonths(tx, collectiveId);
        const grantedOn = owedOn({ month: about, acceptedOn, approvedOn: approvedOn(plan), openMonths });
        const owed = { owedAs: 'industry' as const, placeOf, before, by: enteredBy };
        const { id, voucher } = await this.granting.grantPart(tx, plan, {
          ...{ claimId, amount, grantedOn, about, ...owed },
        });
        await this.industry.noteAcceptance(tx, collectiveId, {
          ...{ stageId, grantId: id, entryId: voucher.entryId, acceptedOn, acceptedBy: command.by },
        });
        return { id, voucher };
      },
      onceOf(command, 'industry.acceptStage', form),
    );
  }

  /**
   * Notes that a project's last stage is done. Where its document asks for more households than it carries
   * along a reason is written.
   * @throws FormProblems `form.*`, `calendar.notADay`, `industry.ahead`, `uses.endBeforeWork`,
   *   `uses.nothingDone`, `policy.*`; DomainError `industry.unknown`, `industry.withdrawn`,
   *   `industry.finished`, `industry.stageWaiting`
   */
  finishProject(
    collectiveId: string,
    { projectId, form }: { readonly projectId: string; readonly form: ProjectFinishForm },
    command: Command,
  ): Promise<{ id: string }> {
    return this.database.inTransaction(
      collectiveId,
      async (tx) => {
        const known = await this.requireKnown(collectiveId, projectId, tx);
        const { project } = known;
        requireSettled(project);
        const problems: Problem[] = [];
        const today = this.clock.today();
        const finishedOn = readPast('lastStageOn', form.lastStageOn, { today, problems });
        const done = project.stages.filter(({ state }) => state === 'owed');
        problems.push(
          ...endDayProblems(
            { field: 'lastStageOn', value: finishedOn },
            done.map(({ reachedOn }) => reachedOn),
          ),
        );
        const reason = form.dutyReason.trim();
        problems.push(...writtenProblems({ dutyReason: reason }));
        const found = judgedProject(known, today);
        problems.push(...judgementProblems(found, { field: 'dutyReason', reason }));
        refuseProblems(problems);
        await this.industry.noteClosing(tx, collectiveId, { project, finishedOn, reason, by: command.by });
        return { id: projectId };
      },
      onceOf(command, 'industry.finish', { projectId, form }),
    );
  }
}

/** The end of a project as typed. */
export interface ProjectFinishForm {
  readonly lastStageOn: string;
  /** Where a document asks for more households than are carried along. */
  readonly dutyReason: string;
}

/** Fen of funds for which the plan's document wants one household carried along. */
export function sumPerHousehold(plan: DistributionPlan | undefined): Fen | undefined {
  const value = plan?.pack.values.find(({ id }) => id === 'household.fund')?.value;
  return value === undefined ? undefined : requireYuan(value);
}

/** What the document of the plan says of a project as it stands. */
export function judgedProject({ plan, project, duty }: KnownProject, on: string): Judgement[] {
  if (duty === undefined) return [];
  const facts = industryFacts(project, duty);
  return judge(plan.pack, { subject: 'industry_project', facts, on });
}

/** Whether an approved plan has a line that may pay industry. */
export function hasIndustry(plan: DistributionPlan): boolean {
  return plan.state === 'approved' && plan.lines.some(({ bucket }) => paysIndustry(bucket.id, usesOf(plan)));
}
