import { Injectable } from '@nestjs/common';
import { type EntityManager, In } from 'typeorm';
import { type CalendarDay } from '../../domain/calendar/calendar-day';
import { type PlanLine, planLines } from '../../domain/distribution/distribution-plan';
import { newIncomeProblems } from '../../domain/distribution/new-income';
import { typedSum } from '../../domain/distribution/plan-facts';
import { keepGround } from '../../domain/distribution/plan-ground';
import { askedNumbers, planNumbers, readDecisions } from '../../domain/distribution/plan-numbers';
import { draftTexts, planTextProblems } from '../../domain/distribution/plan-texts';
import { nextPlanState } from '../../domain/distribution/plan-states';
import type { SettlingLine } from '../../domain/distribution/year-grants';
import type { Fen } from '../../domain/money/fen';
import {
  bucketsOf,
  type LocalNumbers,
  type PolicyPack,
  POOLS,
  targetGroupsOf,
} from '../../domain/policy/pack';
import { DomainError } from '../../domain/shared/domain-error';
import { type Problem, refuseProblems } from '../../domain/shared/problem';
import { dayProblems } from '../../domain/shared/typed-fields';
import type { SurplusStatement } from '../../domain/surplus/surplus-statement';
import { type Claim, type ClaimForm, readClaim } from '../../domain/uses/claim';
import { insertRecorded, recordChange } from '../../platform/audit/records';
import { type Command, onceOf } from '../../platform/audit/command';
import { Clock } from '../../platform/clock/clock';
import { Database } from '../../platform/database/database';
import { newId } from '../../platform/ids/new-id';
import { UsesService } from '../uses/uses.service';
import { PlanGroundService, type PlanPeriod } from './plan-ground.service';
import { PlanLineClaimEntity } from './plan-line-claim.entity';
import { PlanLineEntity } from './plan-line.entity';
import { PlanRulesService } from './plan-rules.service';
import { PlanEntity } from './plan.entity';
import { ofSameDays } from './same-days';
import { tellPlan } from './told-plans';

/**
 * What a village types for the distribution of a pool's period: whom it is for, under which use, and how
 * much.
 */
export interface DraftForm {
  readonly pool: string;
  readonly from: string;
  readonly to: string;
  readonly claims: readonly ClaimForm[];
  /** Reasons where a rule asks for one, by the check's key. */
  readonly reasons: Readonly<Record<string, string>>;
  readonly leftOverNote: string;
  /** Numbers the pack leaves to the village, by their id. */
  readonly decisions?: Readonly<Record<string, string>>;
}

/**
 * Drafts plans. A plan is never edited: drafting again voids the one before, with the signatures it had, and
 * counts a revision on.
 */
@Injectable()
export class DraftingService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly rules: PlanRulesService,
    private readonly grounds: PlanGroundService,
    private readonly uses: UsesService,
  ) {}

  /**
   * Drafts the distribution of a period under the pack in force; where there is none, under no clause.
   * @throws FormProblems `form.*`, `uses.*`, `calendar.*`; DomainError `plan.aboveDistributable` naming the
   *   excess, `plan.reserved`, `plan.nothingToDistribute`, `plan.belowGranted`, `plan.period*`, `policy.*`
   */
  draftPlan(collectiveId: string, form: DraftForm, command: Command): Promise<{ id: string }> {
    const { period, problems } = readPeriod(form, this.clock.today());
    refuseProblems(problems);
    return this.database.inTransaction(
      collectiveId,
      async (tx) => {
        const today = this.clock.today();
        const { loaded, routeId, standards } = await this.rules.draftingRules(collectiveId, today);
        const { pack } = loaded;
        const { buckets, claims, decided } = readTyped(form, pack, period.pool);
        await this.uses.requireNobodyNamed(tx, collectiveId, draftTexts(form));
        await this.grounds.requireNoGap(tx, collectiveId, period);
        const revision = await this.makeRoom(tx, collectiveId, period);
        await this.grounds.requireWithinYear(tx, collectiveId, period);
        const statement = await this.grounds.statementOf(tx, collectiveId, period);
        const ground = await this.grounds.groundOf(tx, collectiveId, { pack, period });
        refuseProblems(newIncomeProblems(typedSum(decided, 'new_income'), ground.year.newIncome));
        const reserves = await this.grounds.reservesOf(tx, collectiveId, { period, draftedOn: today });
        const named = await this.uses.nameClaims(tx, collectiveId, claims);
        const drafted = planLines(statement.distributable, named, buckets);
        await this.grounds.requireUnreserved(tx, collectiveId, { period, statement, drafted });
        await this.grounds.takenBy(tx, collectiveId, { period, lines: namedLines(drafted.lines, pack) });
        const id = newId();
        await insertRecorded(tx, PlanEntity, {
          ...{ collectiveId, id, pool: period.pool },
          periodFrom: period.from,
          periodTo: period.to,
          revision,
          state: 'drafted',
          packId: pack.id,
          packDigest: loaded.digest,
          routeId,
          draftedBy: command.by,
          draftedOn: today,
          draftedAt: this.clock.now(),
          figures: figuresOf(statement, drafted),
          reasons: form.reasons,
          leftOverNote: form.leftOverNote.trim(),
          ...{ digest: null, form: 'plan/4', routeText: null },
          ground: keepGround({ ...ground, reserves }),
        });
        const numbers = planNumbers(pack, period.pool, { standards, decided });
        await this.rules.keep(tx, { collectiveId, planId: id }, { loaded, numbers });
        await insertLines(tx, { collectiveId, planId: id }, drafted.lines);
        tellPlan(tx, { id, pool: period.pool, periodFrom: period.from, periodTo: period.to, revision });
        return { id };
      },
      onceOf(command, 'distribution.draft', form),
    );
  }

  /**
   * Voids what is under way for the period, with every signature given, and counts the revision. Refuses
   * where a plan of it is approved, or where another period's plan is under way whose money this one counts.
   */
  private async makeRoom(tx: EntityManager, collectiveId: string, period: PlanPeriod): Promise<number> {
    const plans = await tx.find(PlanEntity, {
      where: { collectiveId, pool: period.pool, state: In(['drafted', 'submitted', 'approved']) },
    });
    const taken = plans.find(
      (plan) =>
        plan.periodTo >= period.from &&
        (plan.state === 'approved' || (plan.state === 'submitted' && !isOf(plan, period))),
    );
    if (taken !== undefined) {
      throw new DomainError('plan.periodTaken', {
        from: taken.periodFrom,
        to: taken.periodTo,
        state: taken.state,
      });
    }
    const overlapping = plans.filter((plan) => plan.periodFrom <= period.to && plan.periodTo >= period.from);
    for (const { id, state } of overlapping) {
      await tx.update(PlanEntity, { collectiveId, id }, { state: nextPlanState(state, 'void') });
      await recordChange(tx, PlanEntity, { collectiveId, id });
    }
    // Another last day makes no other plan: what fell of any of these days stays before it.
    const all = await tx.find(PlanEntity, { where: ofSameDays(collectiveId, period) });
    return Math.max(0, ...all.map((plan) => plan.revision)) + 1;
  }
}

function isOf(plan: PlanEntity, period: PlanPeriod): boolean {
  return plan.periodFrom === period.from && plan.periodTo === period.to;
}

function readPeriod(form: DraftForm, today: CalendarDay): { period: PlanPeriod; problems: Problem[] } {
  const problems: Problem[] = [];
  if (form.pool !== 'pv' && form.pool !== 'other') {
    problems.push({ code: 'form.notAllowed', field: 'pool', value: form.pool });
  }
  for (const field of ['from', 'to'] as const) {
    problems.push(...dayProblems({ field, value: form[field] }));
  }
  if (problems.length === 0 && form.to < form.from) {
    problems.push({ code: 'calendar.reversed', field: 'to', value: form.to });
  }
  if (problems.length === 0 && form.to > today) {
    problems.push({ code: 'plan.periodNotOver', field: 'to', value: form.to });
  }
  if (form.claims.length === 0) problems.push({ code: 'plan.withoutClaims', field: 'claims' });
  return { period: { pool: form.pool === 'other' ? 'other' : 'pv', from: form.from, to: form.to }, problems };
}

/** The claims and the numbers the village decided; everything that is wrong with what it typed at once. */
function readTyped(
  form: DraftForm,
  pack: PolicyPack,
  pool: PlanPeriod['pool'],
): { buckets: string[]; claims: Omit<Claim, 'id'>[]; decided: LocalNumbers } {
  const buckets = bucketsOf(pack, pool).map(({ id }) => id);
  const known = { buckets, groups: targetGroupsOf(pack) };
  const read = form.claims.map((claim, index) =>
    readClaim(claim, pool, { ...known, at: `claims.${String(index)}.` }),
  );
  const { decided, problems } = readDecisions(form.decisions ?? {}, askedNumbers(pack, pool));
  const wrong = [...read.flatMap((each) => each.problems), ...problems];
  refuseProblems([...wrong, ...planTextProblems(form, pack, pool)]);
  return { buckets, claims: read.map((each) => each.claim), decided };
}

/** The lines with what the document calls their uses. */
function namedLines(lines: readonly PlanLine[], pack: PolicyPack): SettlingLine[] {
  const buckets = POOLS.flatMap((pool) => bucketsOf(pack, pool));
  return lines.map(({ bucket: use, amount }) => {
    return { use, name: buckets.find(({ id }) => id === use)?.name ?? use, amount };
  });
}

function figuresOf(
  statement: SurplusStatement,
  drafted: { readonly planned: Fen; readonly leftOver: Fen },
): PlanEntity['figures'] {
  return {
    carriedOver: statement.carriedOver.toString(),
    received: statement.received.toString(),
    deducted: statement.deducted.toString(),
    distributable: statement.distributable.toString(),
    planned: drafted.planned.toString(),
    leftOver: drafted.leftOver.toString(),
  };
}

async function insertLines(
  tx: EntityManager,
  of: { readonly collectiveId: string; readonly planId: string },
  lines: readonly PlanLine[],
): Promise<void> {
  for (const [index, line] of lines.entries()) {
    const planLineId = newId();
    const { bucket, amount } = line;
    await insertRecorded(tx, PlanLineEntity, {
      ...of,
      id: planLineId,
      lineNumber: index + 1,
      bucket,
      amount,
    });
    await insertRecorded(
      tx,
      PlanLineClaimEntity,
      line.claims.map((claim, place) => ({ ...of, planLineId, claimId: claim.id, place: place + 1 })),
    );
  }
}
