import { ProjectLabourService } from '../../src/features/assets/project-labour.service';
import { IndustryStagesService } from '../../src/features/distribution/industry-stages.service';
import { WorkSheetsService } from '../../src/features/distribution/work-sheets.service';
import { EarnedIncomeService } from '../../src/features/ledger/earned-income.service';
import { LocalStandardsService } from '../../src/features/policy/local-standards.service';
import { PackChoicesService } from '../../src/features/policy/pack-choices.service';
import { IndustryFollowService } from '../../src/features/uses/industry-follow.service';
import { IndustryReturnsService } from '../../src/features/uses/industry-returns.service';
import { IndustryService } from '../../src/features/uses/industry.service';
import { UseWithdrawalsService } from '../../src/features/uses/use-withdrawals.service';
import { PostTermsService } from '../../src/features/uses/post-terms.service';
import { WorkersService } from '../../src/features/uses/workers.service';
import { WorksService } from '../../src/features/uses/works.service';
import type { Clock } from '../../src/platform/clock/clock';
import type { Database } from '../../src/platform/database/database';
import { keysOf, membersOn } from './members';
import { seedRegisters } from './seed-registers';
import type { Services } from './village';

/** Small public works, with the households whose people work on them. */
export function worksOn(
  database: Database,
  clock: Clock,
  parts: Pick<Services, 'books' | 'collectives' | 'constructionRead'>,
) {
  const { books, collectives, constructionRead } = parts;
  const { packs } = seedRegisters();
  const choices = new PackChoicesService(database, clock, packs, collectives);
  const standards = new LocalStandardsService(database, clock, packs, collectives);
  const people = membersOn(database, { clock, choices, collectives, standards, keys: keysOf() });
  const labour = new ProjectLabourService(constructionRead, clock);
  const workers = new WorkersService(people.roster, new PostTermsService(collectives, 'seeds'));
  return { ...people, works: new WorksService(database, clock, workers, books, labour) };
}

/** Works against the plans of a village, from another program on its database. */
export function workSheetsOn(database: Database, services: Services) {
  const { clock, plans, granting } = services;
  const parts = worksOn(database, clock, services);
  return { ...parts, sheets: new WorkSheetsService(database, clock, plans, parts.works, granting) };
}

/** Industry projects against the plans of a village, from another program on its database. */
export function industryOn(database: Database, services: Services) {
  const { clock, plans, granting, books, incomeRead } = services;
  const { roster, works } = worksOn(database, clock, services);
  const industry = new IndustryService(database, clock, books);
  const earned = new EarnedIncomeService(seedRegisters().charts);
  return {
    industry,
    withdrawals: new UseWithdrawalsService(database, clock, works, industry),
    stages: new IndustryStagesService(database, clock, plans, industry, granting),
    follow: new IndustryFollowService(database, clock, industry, roster),
    returns: new IndustryReturnsService(database, clock, industry, incomeRead, earned),
  };
}
