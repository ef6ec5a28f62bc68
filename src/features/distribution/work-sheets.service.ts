import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { monthOf } from '../../domain/calendar/calendar-day';
import { judgementProblems } from '../../domain/policy/judge';
import { unanswered } from '../../domain/policy/written-reason';
import { DomainError } from '../../domain/shared/domain-error';
import { privateNumberProblems } from '../../domain/shared/private-number';
import { type Problem, refuseProblems } from '../../domain/shared/problem';
import { writtenProblems } from '../../domain/shared/short-reason';
import { readDay } from '../../domain/shared/typed-fields';
import { sheetAgainProblems } from '../../domain/uses/owed-again';
import { owedOn } from '../../domain/uses/owed-on';
import { endDayProblems } from '../../domain/uses/use-end';
import { paysLabour, readWork, togetherProblems, type WorkForm } from '../../domain/uses/work';
import { acceptanceProblems } from '../../domain/uses/work-acceptance';
import { requireGoing, standingUses, WORK_CODES } from '../../domain/uses/use-withdrawal';
import { readWorkSheet, type WorkSheetForm } from '../../domain/uses/work-sheet';
import { type Command, onceOf } from '../../platform/audit/command';
import { Clock } from '../../platform/clock/clock';
import { Database } from '../../platform/database/database';
import type { BookedEntry } from '../ledger/ledger.service';
import {
  isWaiting,
  requireNotOwed,
  type ToldSheet,
  type ToldWork,
  WorksService,
} from '../uses/works.service';
import { handOf } from '../users/account-persons.service';
import { approvedClaimsOf } from './approved-claims';
import { GrantingService } from './granting.service';
import {
  approvedOn,
  type DistributionPlan,
  isUntouched,
  type PlannedClaim,
  PlanReadService,
  usesOf,
} from './plan-read.service';
import { countingWorks, judgedRelief, missingTotals } from './work-figures';
import { itemProblems, payProblems, sheetPaper, sheetPapers } from './work-pay';

/** Which sheet of which work. */
export interface SheetAt {
  readonly workId: string;
  readonly sheetId: string;
}

/** The acceptance of a sheet as typed. */
export interface SheetAcceptForm extends SheetAt {
  readonly acceptedOn: string;
  readonly placeOf?: string;
  /** Where another sheet was accepted since it was taken back. */
  readonly againWhy?: string;
}

/** The end of a work as typed. */
export interface FinishForm {
  readonly finishedOn: string;
  /** Where a document asks for more labour and does not forbid less. */
  readonly finishReason: string;
}

/** A claim for labour of an approved plan, with its plan. */
export interface LabourClaim {
  readonly plan: DistributionPlan;
  readonly claim: PlannedClaim;
}

/**
 * Small public works against the plan that pays them: one enters a sheet, another accepts it, and what is
 * accepted is granted against the plan's line.
 */
@Injectable()
export class WorkSheetsService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly plans: PlanReadService,
    private readonly works: WorksService,
    private readonly granting: GrantingService,
  ) {}

  /** The claims for labour of approved plans that were not granted as one sum. */
  async listLabourClaims(
    collectiveId: string,
    db: EntityManager = this.database.reader,
  ): Promise<LabourClaim[]> {
    const plans = await this.plans.listPlans(collectiveId, db);
    return plans
      .flatMap((plan) => approvedClaimsOf(plan, paysLabour))
      .filter(({ claim }) => claim.byParts === 'works' || isUntouched(claim));
  }

  /**
   * Enters a small public work: from then on its claim is owed sheet by sheet.
   * @throws FormProblems `form.*`, `money.*`, `works.*`
   */
  openWork(collectiveId: string, form: WorkForm, command: Command): Promise<{ id: string }> {
    return this.database.inTransaction(
      collectiveId,
      async (tx) => {
        const claims = (await this.listLabourClaims(collectiveId, tx)).map(({ claim }) => claim.id);
        const all = await this.works.listWorks(collectiveId, tx);
        const namesTaken = standingUses(all).map(({ name }) => name);
        const building = (await this.works.listProjects(collectiveId, tx)).filter(({ isOpen }) => isOpen);
        const projects = building.map(({ id }) => id);
        const { work, problems } = readWork(form, { claims, namesTaken, projects });
        refuseProblems([...problems, ...togetherProblems(work, countingWorks(all, work.claimId))]);
        return { id: await this.works.insertWork(tx, collectiveId, { ...work, by: command.by }) };
      },
      onceOf(command, 'works.open', form),
    );
  }

  /**
   * Enters a labour sheet; nothing is owed by it yet. A document may say that the use pays labour only
   * (FY-07L); without one, too, materials and contractors are bills and not on a sheet.
   * @throws FormProblems `form.*`, `calendar.*`, `works.*`, `policy.*`; DomainError `works.unknown`,
   *   `works.withdrawn`, `works.finished`
   */
  async enterSheet(
    collectiveId: string,
    { workId, form }: { readonly workId: string; readonly form: WorkSheetForm },
    command: Command,
  ): Promise<{ id: string }> {
    const typed: Problem[] = [];
    const on = readDay({ field: 'to', value: form.to }, typed) ?? this.clock.today();
    const today = this.clock.today();
    const workers = await this.works.listWorkers(collectiveId, on);
    // Names are sealed: what is kept of the command holds the people by their ids.
    const terms = await this.works.termsOf(collectiveId);
    const { lines } = readWorkSheet(form, { today, workers, worked: [], onPosts: [], terms }).sheet;
    const asked = {
      ...form,
      labourRows: lines.map(({ memberId, ...line }) => [memberId, String(line.amount)]),
    };
    return this.database.inTransaction(
      collectiveId,
      async (tx) => {
        const work = await this.works.requireWork(collectiveId, workId, tx);
        requireGoing(work, WORK_CODES);
        const worked = await this.works.listWorked(tx, collectiveId);
        const onPosts = await this.works.listAttended(tx, collectiveId, monthOf(on));
        const { sheet, problems } = readWorkSheet(form, { today, workers, worked, onPosts, terms });
        const plan = await this.plans.requirePlanOf(collectiveId, work.claimId, tx);
        refuseProblems([...itemProblems(plan, work, sheet), ...problems]);
        refuseProblems(payProblems(plan, work, sheet));
        return { id: await this.works.insertSheet(tx, collectiveId, { work, sheet, by: command.by }) };
      },
      onceOf(command, 'works.enterSheet', { workId, ...asked }),
    );
  }

  /**
   * Accepts a sheet that somebody else entered: now it is owed, by the grant of its plan line.
   * One that was taken back asks why, where another came between.
   * @throws FormProblems `form.missing`, `calendar.notADay`, `works.accepted*`, `works.ownSheet`,
   *   `works.again*`, `policy.*`; DomainError `works.*`, `grant.*`, `plan.notNow`, `period.*`
   */
  acceptSheet(
    collectiveId: string,
    form: SheetAcceptForm,
    command: Command,
  ): Promise<{ id: string; voucher: BookedEntry }> {
    return this.database.inTransaction(
      collectiveId,
      async (tx) => {
        const { work, sheet } = await this.works.requireSheet(collectiveId, form, tx);
        requireNotOwed(sheet);
        requireGoing(work, WORK_CODES);
        const { acceptedOn, placeOf, againWhy = '' } = form;
        const given = { acceptedOn, by: command.by, today: this.clock.today() };
        const asked = await this.againAsked(tx, collectiveId, { work, sheet });
        const hand = await handOf(tx, command.by);
        refuseProblems([
          ...acceptanceProblems({ what: 'sheet', ...sheet, enteredBy: hand(sheet.enteredBy) }, given),
          ...[...unanswered(asked, againWhy), ...privateNumberProblems({ againWhy })],
        ]);
        const plan = await this.plans.requirePlanOf(collectiveId, work.claimId, tx);
        const month = monthOf(sheet.to);
        const openMonths = await this.works.listOpenMonths(tx, collectiveId);
        const day = owedOn({ month, acceptedOn, approvedOn: approvedOn(plan), openMonths });
        const part = {
          claimId: work.claimId,
          amount: sheet.amount,
          grantedOn: day,
          about: month,
          ...{ owedAs: 'labour' as const, placeOf, before: sheet.voucherEntryId },
          buildsAsset: work.projectId !== undefined,
        };
        const { id, voucher } = await this.granting.grantPart(tx, plan, { ...part, by: sheet.enteredBy });
        const { projectId } = work;
        const { entryId } = voucher;
        const built = { pool: plan.pool, amount: sheet.amount, happenedOn: day, entryId };
        const labour = projectId === undefined ? undefined : { ...built, projectId };
        const why = asked.length === 0 ? null : againWhy.trim();
        const acceptance = { sheetId: sheet.id, acceptedOn, againWhy: why, by: command.by };
        const grant = { ...acceptance, grantId: id, entryId, labour };
        await this.works.noteAcceptance(tx, collectiveId, grant);
        return { id, voucher };
      },
      onceOf(command, 'works.acceptSheet', form),
    );
  }

  private async againAsked(
    tx: EntityManager,
    collectiveId: string,
    { work, sheet }: { readonly work: ToldWork; readonly sheet: ToldSheet },
  ): Promise<Problem[]> {
    const taken = await this.granting.takenBackOf(tx, collectiveId, sheet);
    if (taken === undefined) return [];
    const papers = sheetPapers(await this.works.listWorks(collectiveId, tx));
    return sheetAgainProblems(sheetPaper(work, sheet), papers, taken);
  }

  /**
   * Notes that a work is finished. A document may ask for a share of the money to be paid for labour: where
   * it forbids less, the work is not finished; where it only asks, a reason is written.
   * @throws FormProblems `form.missing`, `calendar.notADay`, `works.finishedAhead`, `uses.endBeforeWork`,
   *   `uses.nothingDone`, `policy.*`; DomainError `works.unknown`, `works.withdrawn`, `works.finished`,
   *   `works.sheetsWaiting`
   */
  finishWork(
    collectiveId: string,
    { workId, form }: { readonly workId: string; readonly form: FinishForm },
    command: Command,
  ): Promise<{ id: string }> {
    return this.database.inTransaction(
      collectiveId,
      async (tx) => {
        const work = await this.works.requireWork(collectiveId, workId, tx);
        requireGoing(work, WORK_CODES);
        const waiting = work.sheets.filter(isWaiting);
        if (waiting.length > 0) throw new DomainError('works.sheetsWaiting', { count: waiting.length });
        const problems: Problem[] = [];
        const today = this.clock.today();
        const finishedOn = readDay({ field: 'finishedOn', value: form.finishedOn }, problems) ?? '';
        if (finishedOn > today)
          problems.push({
            code: 'works.finishedAhead',
            field: 'finishedOn',
            value: finishedOn,
            facts: { today },
          });
        const done = work.sheets.filter(({ state }) => state === 'owed').map(({ to }) => to);
        problems.push(...endDayProblems({ field: 'finishedOn', value: finishedOn }, done));
        const reason = form.finishReason.trim();
        problems.push(...writtenProblems({ finishReason: reason }));
        const plan = await this.plans.requirePlanOf(collectiveId, work.claimId, tx);
        const together = countingWorks(await this.works.listWorks(collectiveId, tx), work.claimId);
        problems.push(...missingTotals(together));
        const found = judgedRelief(plan, together);
        problems.push(...judgementProblems(found, { field: 'finishReason', reason }));
        refuseProblems(problems);
        const closing = { work, finishedOn, reason, by: command.by };
        await this.works.noteClosing(tx, collectiveId, closing);
        return { id: work.id };
      },
      onceOf(command, 'works.finish', { workId, form }),
    );
  }
}

/** Whether an approved plan has a line that may pay labour. */
export function hasLabour(plan: DistributionPlan): boolean {
  return plan.state === 'approved' && plan.lines.some(({ bucket }) => paysLabour(bucket.id, usesOf(plan)));
}
