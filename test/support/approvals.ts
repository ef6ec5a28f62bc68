import { ApprovalsService } from '../../src/features/approvals/approvals.service';
import { ProceduresService } from '../../src/features/approvals/procedures.service';
import { StepGuardsService } from '../../src/features/approvals/step-guards.service';
import { AssetFilesService } from '../../src/features/assets/asset-files.service';
import { KeptSubjectFilesService } from '../../src/features/assets/subject-files.service';
import { UsersService } from '../../src/features/users/users.service';
import type { Clock } from '../../src/platform/clock/clock';
import type { Database } from '../../src/platform/database/database';
import { NoSheets } from './no-sheets';
import { seedRegisters } from './seed-registers';

function guardsOn(database: Database, clock: Clock): StepGuardsService {
  const files = new KeptSubjectFilesService(new AssetFilesService(database, clock));
  return new StepGuardsService(new UsersService(database, clock), new NoSheets(), files);
}

/** The register of who decided what, where no sheet was published. */
export function approvalsOn(database: Database, clock: Clock): ApprovalsService {
  return new ApprovalsService(database, seedRegisters().routes, clock, guardsOn(database, clock));
}

/** The register of procedures, each step as it was held. */
export function proceduresOn(database: Database, clock: Clock): ProceduresService {
  return new ProceduresService(database, seedRegisters().routes, clock, guardsOn(database, clock));
}
