import { ApprovalsService } from '../../src/features/approvals/approvals.service';
import { BodyRollService } from '../../src/features/approvals/body-roll.service';
import { CountyFilingsService } from '../../src/features/approvals/county-filings.service';
import { KnownSignersService } from '../../src/features/approvals/known-signers.service';
import { ProceduresService } from '../../src/features/approvals/procedures.service';
import { StepTakersService } from '../../src/features/approvals/step-takers.service';
import { StepGuardsService } from '../../src/features/approvals/step-guards.service';
import { StepSignaturesService } from '../../src/features/approvals/step-signatures.service';
import { AssetFilesService } from '../../src/features/assets/asset-files.service';
import { KeptSubjectFilesService } from '../../src/features/assets/subject-files.service';
import { CollectivesService } from '../../src/features/collectives/collectives.service';
import { LedgerReadService } from '../../src/features/ledger/ledger-read.service';
import { LedgerService } from '../../src/features/ledger/ledger.service';
import { UsersService } from '../../src/features/users/users.service';
import type { Clock } from '../../src/platform/clock/clock';
import type { Database } from '../../src/platform/database/database';
import { NoSheets } from './no-sheets';
import { seedRegisters } from './seed-registers';

/** The files that are kept with plans. */
export function subjectFilesOn(database: Database, clock: Clock): KeptSubjectFilesService {
  return new KeptSubjectFilesService(new AssetFilesService(database, clock));
}

/** Of how many people a village's bodies are. */
export function bodyRollOn(database: Database, clock: Clock): BodyRollService {
  return new BodyRollService(database, clock);
}

/** What keeps a step from being taken, where no sheet was published. */
export function guardsOn(database: Database, clock: Clock): StepGuardsService {
  const files = subjectFilesOn(database, clock);
  const users = new UsersService(database, clock);
  const tree = treeOn(database, clock);
  const takers = new StepTakersService(users, tree, database);
  return new StepGuardsService(takers, bodyRollOn(database, clock), new NoSheets(), files);
}

function treeOn(database: Database, clock: Clock): CollectivesService {
  const { charts } = seedRegisters();
  const books = new LedgerReadService(database, charts);
  return new CollectivesService(database, new LedgerService(clock, charts, books));
}

/** The register of who decided what, where no sheet was published. */
export function approvalsOn(database: Database, clock: Clock): ApprovalsService {
  const guards = guardsOn(database, clock);
  const signatures = signaturesOn(database, clock);
  return new ApprovalsService(database, seedRegisters().routes, clock, guards, signatures);
}

/** The signatures of steps that ask for several people. */
export function signaturesOn(database: Database, clock: Clock): StepSignaturesService {
  const users = new UsersService(database, clock);
  const known = new KnownSignersService(users, treeOn(database, clock), database);
  return new StepSignaturesService(database, clock, users, guardsOn(database, clock), known);
}

/** A county's book of what is filed with it. */
export function filingsOn(database: Database, clock: Clock): CountyFilingsService {
  return new CountyFilingsService(database, approvalsOn(database, clock), clock);
}

/** The register of procedures, each step as it was held. */
export function proceduresOn(database: Database, clock: Clock): ProceduresService {
  return new ProceduresService(database, seedRegisters().routes, clock, guardsOn(database, clock));
}
