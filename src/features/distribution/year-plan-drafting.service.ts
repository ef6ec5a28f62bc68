import { Injectable } from '@nestjs/common';
import { type EntityManager, In } from 'typeorm';
import { yearOf } from '../../domain/calendar/calendar-day';
import { askedNumbers, readDecisions } from '../../domain/distribution/plan-numbers';
import { keepGround } from '../../domain/distribution/plan-ground';
import {
  readYearOfPool,
  readYearPlan,
  type YearOfPool,
  type YearPlanForm,
  yearPlanTexts,
} from '../../domain/distribution/read-year-plan';
import { requireWithinExpected, type YearPlanContent } from '../../domain/distribution/year-plan';
import { yearGround } from '../../domain/distribution/year-plan-checks';
import { nextYearPlanState } from '../../domain/distribution/year-plan-states';
import { bucketsOf } from '../../domain/policy/pack';
import { refuseProblems } from '../../domain/shared/problem';
import { type Command, onceOf } from '../../platform/audit/command';
import { insertRecorded, recordChange } from '../../platform/audit/records';
import { Clock } from '../../platform/clock/clock';
import { Database } from '../../platform/database/database';
import { newId } from '../../platform/ids/new-id';
import { UsesService } from '../uses/uses.service';
import { OwnerProposalsService } from './owner-proposals.service';
import { YearPlanBasisService } from './year-plan-basis.service';
import { YearPlanEntity, YearPlanLineEntity } from './year-plan.entity';

/**
 * Drafts yearly use plans. None is edited: drafting again voids what is under way, with its signatures, and
 * counts a revision on; a decided one holds until the revision is decided.
 */
@Injectable()
export class YearPlanDraftingService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly basis: YearPlanBasisService,
    private readonly uses: UsesService,
    private readonly proposals: OwnerProposalsService,
  ) {}

  /**
   * @throws FormProblems as `readYearOfPool`, `readYearPlan` and `readDecisions` find them,
   *   `yearPlan.changeWhyMissing`, `uses.namesSomebody`; DomainError `yearPlan.notProposed`,
   *   `yearPlan.withoutUses`, `yearPlan.aboveExpected`, `plan.routeMissing`, `policy.*`
   */
  draftPlan(collectiveId: string, form: YearPlanForm, command: Command): Promise<{ id: string }> {
    const today = this.clock.today();
    const { of, problems } = readYearOfPool(form, yearOf(today));
    refuseProblems(problems);
    return this.database.inTransaction(
      collectiveId,
      async (tx) => {
        const basis = await this.basis.basisOf(collectiveId, of, tx);
        const { loaded, routeId, proposed } = basis;
        const buckets = bucketsOf(loaded.pack, of.pool).map(({ id }) => id);
        const read = readYearPlan(form, { proposed, buckets });
        const asked = readDecisions(form.decisions ?? {}, askedNumbers(loaded.pack, of.pool));
        const changeWhy = basis.decided === undefined ? '' : form.changeWhy.trim();
        const unsaid = basis.decided !== undefined && changeWhy === '';
        refuseProblems([
          ...read.problems,
          ...asked.problems,
          ...(unsaid ? [{ code: 'yearPlan.changeWhyMissing', field: 'changeWhy' }] : []),
        ]);
        await this.uses.requireNobodyNamed(tx, collectiveId, yearPlanTexts(form));
        const { proposal: proposalId = '' } = form;
        if (proposalId !== '') await this.proposals.requireOffered(collectiveId, { ...of, proposalId }, tx);
        requireWithinExpected(read.content);
        const revision = await makeRoom(tx, collectiveId, of);
        const id = newId();
        await insertRecorded(tx, YearPlanEntity, {
          ...{ collectiveId, id, ...of, revision, state: 'drafted', routeId, routeText: null, digest: null },
          ...{ packId: loaded.pack.id, packDigest: loaded.digest },
          ...{ draftedBy: command.by, draftedOn: today, draftedAt: this.clock.now() },
          numbers: this.basis.numbersOf(basis, asked.decided),
          ground: keepGround(yearGround(of.year, read.content, basis.beside)),
          ...{ reasons: form.reasons ?? {}, changeWhy, proposalId: proposalId === '' ? null : proposalId },
        });
        await this.basis.keepPack(tx, collectiveId, basis);
        const lines = linesOf(read.content, form.reserveFor.trim());
        await insertRecorded(
          tx,
          YearPlanLineEntity,
          lines.map((line, index) => ({ ...line, collectiveId, planId: id, lineNumber: index + 1 })),
        );
        return { id };
      },
      onceOf(command, 'yearPlan.draft', form),
    );
  }
}

/** Voids what is under way for the year, with every signature given, and counts the revision. */
async function makeRoom(
  tx: EntityManager,
  collectiveId: string,
  { pool, year }: YearOfPool,
): Promise<number> {
  const all = await tx.find(YearPlanEntity, { where: { collectiveId, pool, year } });
  const states = In(['drafted', 'submitted']);
  const underWay = await tx.find(YearPlanEntity, { where: { collectiveId, pool, year, state: states } });
  for (const { id, state } of underWay) {
    await tx.update(YearPlanEntity, { collectiveId, id }, { state: nextYearPlanState(state, 'void') });
    await recordChange(tx, YearPlanEntity, { collectiveId, id });
  }
  return Math.max(0, ...all.map((plan) => plan.revision)) + 1;
}

type NewLine = Omit<YearPlanLineEntity, 'collectiveId' | 'planId' | 'lineNumber'>;

const PLAIN = { forWhat: '', people: null, standard: null, months: null, proposed: null, why: '' } as const;

function linesOf({ money, uses, reserve }: YearPlanContent, reserveFor: string): NewLine[] {
  return [
    ...money.map(({ code, proposed, basis, amount, why }): NewLine => {
      return { ...PLAIN, part: 'money', code, proposed: proposed ?? null, basis, amount, why };
    }),
    ...uses.map(({ bucket: code, forWhat, posts, amount }): NewLine => {
      const { people = null, standard = null, months = null } = posts ?? {};
      return { ...PLAIN, part: 'use', code, basis: '', forWhat, people, standard, months, amount };
    }),
    { ...PLAIN, part: 'reserve', code: 'reserve', basis: '', forWhat: reserveFor, amount: reserve },
  ];
}
