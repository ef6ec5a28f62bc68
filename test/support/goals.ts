import { AssetKnownService } from '../../src/features/assets/asset-known.service';
import { AssetWatchService } from '../../src/features/assets/asset-watch.service';
import { ManyRostersService } from '../../src/features/collectives/many-rosters.service';
import { ManyGrantsService } from '../../src/features/distribution/many-grants.service';
import { BookLinesService } from '../../src/features/ledger/book-lines.service';
import { ManyBooksService } from '../../src/features/ledger/many-books.service';
import { ManyIncomesService } from '../../src/features/ledger/many-incomes.service';
import { ManyUsesService } from '../../src/features/uses/many-uses.service';
import { DueDaysService } from '../../src/features/oversight/due-days.service';
import { GivenReckonerService } from '../../src/features/oversight/given-reckoner.service';
import { GoalGroundService } from '../../src/features/oversight/goal-ground.service';
import { GoalReckonerService } from '../../src/features/oversight/goal-reckoner.service';
import { GoalsService } from '../../src/features/oversight/goals.service';
import { SetClock } from '../../src/platform/clock/clock';
import type { Database } from '../../src/platform/database/database';
import { seeded } from '../domain/policy/seeded';
import { assetRulesOn, earningsOn } from './asset-matters';
import { seedRegisters } from './seed-registers';
import { Village } from './village';
import { KIT_ROUTE } from './kit-routes';

/** A county with one township and one village, and the goals of the document in force there. */
export async function officesOn(
  database: Database,
  region: string,
  today: string,
  booksOpenOn = '2022-01-01',
) {
  const clock = new SetClock(today);
  const { collectives } = Village.at(database, '', clock).services;
  const open = async (kind: 'county' | 'township' | 'village', parentId: string | null): Promise<string> => {
    const { id } = await collectives.createCollective({
      ...{ parentId, kind, name: `${kind} in ${region}`, contacts: [] },
      ...{ organisationName: `the ${kind}`, regionPath: [region], noticeLabel: 'V' },
      ...{ routeId: KIT_ROUTE, booksOpenOn },
    });
    return id;
  };
  const countyId = await open('county', null);
  const townshipId = await open('township', countyId);
  const village = Village.at(database, await open('village', townshipId), clock);
  return { countyId, townshipId, village, clock, ...goalsOn(database, clock, village) };
}

/** What villages gave, from another program on their database. */
export function givenReckonerOn(database: Database, clock: SetClock): GivenReckonerService {
  const rosters = new ManyRostersService(database);
  const uses = new ManyUsesService(database, rosters);
  const books = new ManyBooksService(database, seedRegisters().charts, new BookLinesService(database));
  const grants = new ManyGrantsService(database, books, uses);
  return new GivenReckonerService(uses, grants, rosters, books, clock);
}

function goalsOn(database: Database, clock: SetClock, { services }: Village) {
  const { collectives, assets, particulars, leases } = services;
  const { assetRules, numbers } = assetRulesOn(database, clock, { collectives, policy: seeded });
  const known = new AssetKnownService(assets, particulars, leases, earningsOn(services), numbers);
  const watched = new AssetWatchService(database, clock, assetRules, collectives, known);
  const incomes = new ManyIncomesService(database, seedRegisters().charts);
  const reckoner = new GoalReckonerService(incomes, assets, leases, watched, clock);
  const given = givenReckonerOn(database, clock);
  const ground = new GoalGroundService(assetRules, collectives, reckoner, given, clock);
  return {
    goals: new GoalsService(database, clock, ground),
    due: new DueDaysService(database, clock, ground),
  };
}
