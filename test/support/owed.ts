import { OwedListsService } from '../../src/features/distribution/owed-lists.service';
import { OwedPeopleService } from '../../src/features/distribution/owed-people.service';
import { PaidGrantsService } from '../../src/features/distribution/paid-grants.service';
import { PlanGrantsService } from '../../src/features/distribution/plan-grants.service';
import { SureGrantsService } from '../../src/features/distribution/sure-grants.service';
import { ManyRostersService } from '../../src/features/collectives/many-rosters.service';
import { SureAccountsService } from '../../src/features/uses/sure-accounts.service';
import { ManyUsesService } from '../../src/features/uses/many-uses.service';
import { BookLinesService } from '../../src/features/ledger/book-lines.service';
import { ChartService } from '../../src/features/ledger/chart.service';
import { LedgerCheckService } from '../../src/features/ledger/ledger-check.service';
import { PromiseReleasesService } from '../../src/features/ledger/promise-releases.service';
import { TracingService } from '../../src/features/ledger/tracing.service';
import type { Database } from '../../src/platform/database/database';
import { aidOn } from './aid';
import { attendanceOn } from './attendance';
import { dividendOwedOn } from './dividends';
import { postsOf } from './posts';
import { sharesOn } from './reversible-facts';
import { seedRegisters } from './seed-registers';
import type { Village } from './village';
import { worksOn } from './works';

function tracingOf(database: Database, { services: { books } }: Village): TracingService {
  return new TracingService(database, new ChartService('seeds'), books, new BookLinesService(database));
}

function planGrantsOf(database: Database, { services: { books, clock } }: Village): PlanGrantsService {
  const { charts } = seedRegisters();
  const releases = new PromiseReleasesService(database, clock, new LedgerCheckService(charts));
  return new PlanGrantsService(books, releases);
}

/** The grants of a village with what of each is paid, from another program on its database. */
export function paidGrantsOn(database: Database, village: Village): PaidGrantsService {
  const { uses } = village.services;
  return new PaidGrantsService(database, planGrantsOf(database, village), uses, tracingOf(database, village));
}

/** The same with what of each is certain. */
export function sureGrantsOn(database: Database, village: Village): SureGrantsService {
  const { uses } = village.services;
  const many = new ManyUsesService(database, new ManyRostersService(database));
  const grants = planGrantsOf(database, village);
  return new SureGrantsService(
    database,
    grants,
    uses,
    new SureAccountsService(many, tracingOf(database, village)),
  );
}

/** The accepted lists of a village, from another program on its database. */
export function owedListsOn(database: Database, village: Village): OwedListsService {
  const { services } = village;
  const { clock } = services;
  return new OwedListsService(
    attendanceOn(database, clock, services),
    postsOf(database, village).posts,
    worksOn(database, clock, services).works,
    aidOn(database, clock, services),
    services.plans,
  );
}

/** Who is owed what by a village, from another program on its database. */
export function owedOn(database: Database, village: Village): OwedPeopleService {
  const { roster } = postsOf(database, village);
  const lists = owedListsOn(database, village);
  const grants = sureGrantsOn(database, village);
  const members = sharesOn(village.services);
  return new OwedPeopleService(lists, grants, members, roster, dividendOwedOn(database, village));
}
