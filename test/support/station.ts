import type { AssetForm } from '../../src/domain/assets/asset';
import type { SetClock } from '../../src/platform/clock/clock';

/** A village of a test: its clock, its name, the county it lies in and its route where these matter. */
export interface VillageWish {
  readonly clock?: SetClock;
  readonly name?: string;
  readonly under?: string;
  readonly routeId?: string;
}

/** A village's own station: 100 kW, meter × 10, energy 0.40 and subsidy 0.35 yuan/kWh. */
export const STATION: AssetForm = {
  kind: 'pvStation',
  name: 'Station 1',
  cost: '420,000.00',
  titleHolder: 'Donghe cooperative',
  acquiredOn: '2018-06-30',
  capacityKw: '100',
  meterMultiplier: '10',
  energyPrice: '0.40',
  subsidyPrice: '0.35',
  keeper: '',
  ownShareKey: '',
  funds: [{ level: 'central', year: '2018', amount: '420,000.00' }],
};
