import { MeterKwhService } from '../../src/features/income/meter-kwh.service';
import { ReconciliationService } from '../../src/features/income/reconciliation.service';
import { StationFactsService } from '../../src/features/income/station-facts.service';
import { seedRegisters } from './seed-registers';
import type { Services } from './village';

/** Meter, slip and bank held against each other, wired as their module does. */
export function reconciliationOn(services: Services): ReconciliationService {
  const { meters, collectives, prices, database, clock, assets, incomeRead, links } = services;
  const facts = new StationFactsService(meters, seedRegisters().yields, collectives, prices, clock);
  const shown = new MeterKwhService(database, clock, links);
  return new ReconciliationService(database, assets, incomeRead, facts, shown);
}
