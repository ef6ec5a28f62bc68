import type { ApprovalsService } from '../../src/features/approvals/approvals.service';
import type { StepForm } from '../../src/domain/approvals/procedure';
import type { PapersForm } from '../../src/domain/approvals/step-papers';
import type { YearPlanForm } from '../../src/domain/distribution/read-year-plan';
import { OwnerProposalsService } from '../../src/features/distribution/owner-proposals.service';
import { PlanGroundService } from '../../src/features/distribution/plan-ground.service';
import { NewIncomeService } from '../../src/features/distribution/new-income.service';
import { PlanPacksService } from '../../src/features/distribution/plan-packs.service';
import { PlanRulesService } from '../../src/features/distribution/plan-rules.service';
import { YearPlanBasisService } from '../../src/features/distribution/year-plan-basis.service';
import { YearPlanCheckService } from '../../src/features/distribution/year-plan-check.service';
import { YearPlanDecidingService } from '../../src/features/distribution/year-plan-deciding.service';
import { YearPlanDraftingService } from '../../src/features/distribution/year-plan-drafting.service';
import { YearPlanMoneyService } from '../../src/features/distribution/year-plan-money.service';
import { YearPlanReadService } from '../../src/features/distribution/year-plan-read.service';
import { IncomeNaturesService } from '../../src/features/income/income-natures.service';
import { EarnedIncomeService } from '../../src/features/ledger/earned-income.service';
import { KeptPacksService } from '../../src/features/policy/kept-packs.service';
import { LocalStandardsService } from '../../src/features/policy/local-standards.service';
import { PackChoicesService } from '../../src/features/policy/pack-choices.service';
import { PackConfirmationsService } from '../../src/features/policy/pack-confirmations.service';
import type { Clock } from '../../src/platform/clock/clock';
import type { Database } from '../../src/platform/database/database';
import { approvalsOn } from './approvals';
import { planPlacesOn } from './route-choices';
import { seedRegisters } from './seed-registers';
import { ACCOUNTANT } from './actors';
import type { Services, Village } from './village';

export function yearPlanReadingOn(database: Database, clock: Clock, approvals: ApprovalsService) {
  const packs = new PlanPacksService(new KeptPacksService(seedRegisters().packs, clock));
  return new YearPlanReadService(database, packs, approvals);
}

/** The services that take a yearly plan from its draft to its decision, on those of a village. */
export function yearPlansOn({ database, clock, collectives, assets, ...services }: Services) {
  const { packs: policy, charts } = seedRegisters();
  const { surplus, deductions, incomeRead, rents, checks } = services;
  const approvals = approvalsOn(database, clock);
  const packs = new PlanPacksService(new KeptPacksService(policy, clock));
  const natures = new IncomeNaturesService(database, policy);
  const newIncomes = new NewIncomeService(new EarnedIncomeService(charts), assets, natures);
  const reading = yearPlanReadingOn(database, clock, approvals);
  const { yearLefts: years } = services;
  const grounds = new PlanGroundService(surplus, deductions, newIncomes, years);
  const money = new YearPlanMoneyService(surplus, grounds, incomeRead, rents);
  const choices = new PackChoicesService(database, clock, policy, collectives);
  const confirmations = new PackConfirmationsService(database, clock, policy, collectives);
  const standards = new LocalStandardsService(database, clock, policy, collectives);
  const rules = new PlanRulesService(
    planPlacesOn({ database, clock, collectives }),
    choices,
    confirmations,
    standards,
    packs,
  );
  const basis = new YearPlanBasisService(database, clock, rules, money, reading);
  const yearChecks = new YearPlanCheckService(rules, checks, clock);
  const proposals = new OwnerProposalsService(database, clock, assets, collectives, choices);
  return {
    ...{ reading, basis, yearChecks, proposals },
    drafting: new YearPlanDraftingService(database, clock, basis, services.uses, proposals),
    deciding: new YearPlanDecidingService(database, reading, approvals, yearChecks, years),
  };
}

/** Notes by a photo what of a year hangs, as it was done before sheets of years were published. */
export function hangByPhoto(
  { id: collectiveId, services }: Village,
  planId: string,
  noted: Omit<StepForm, keyof typeof NO_VOTES> & PapersForm,
): Promise<unknown> {
  const approvals = approvalsOn(services.database, services.clock);
  const form = { ...noted, ...NO_VOTES };
  return yearPlansOn(services).deciding.takeWith(planId, {
    ...{ books: { collectiveId, lockedInOrder: [collectiveId] }, name: 'hang', input: form },
    command: ACCOUNTANT,
    before: () => Promise.resolve(),
    take: (tx, subject) =>
      approvals.takeStep(tx, collectiveId, { subject, kind: 'other', form, by: ACCOUNTANT.by }),
  });
}

const NO_VOTES = { due: '', present: '', inFavour: '', against: '', abstained: '' } as const;

const USUAL_FORM: YearPlanForm = {
  ...{ pool: 'pv', year: '2025', money: [], reserve: '', reserveFor: '', changeWhy: '' },
  uses: [],
};

/** A plan of 2025 as typed: everything blank but what a test says. */
export function yearForm(wish: Partial<YearPlanForm> = {}): YearPlanForm {
  return { ...USUAL_FORM, ...wish };
}

/** A use as typed, by default the wages of posts as one sum. */
export function yearUse(wish: Partial<YearPlanForm['uses'][number]> = {}): YearPlanForm['uses'][number] {
  const posts = { postPeople: '', postStandard: '', postMonths: '' };
  return { bucket: 'posts', forWhat: 'wages', ...posts, amount: '', ...wish };
}
