import type { AssetForm } from '../../src/domain/assets/asset';
import type { ShareRow } from '../../src/domain/collectives/share-table';
import type { Month } from '../../src/domain/calendar/calendar-day';
import { addMonths } from '../../src/domain/calendar/calendar-day';
import type { EnteredSlip } from '../../src/features/income/slips.service';
import { DomainError } from '../../src/domain/shared/domain-error';
import { FormProblems } from '../../src/domain/shared/problem';
import { expectSoundBooks } from '../books/invariants';
import { SetClock } from '../../src/platform/clock/clock';
import type { Database } from '../../src/platform/database/database';
import { ACCOUNTANT, servicesOn, type Services, STATION, Village } from './village';

/** A joint station's share table: two villages here, one of them with two rows, and one kept elsewhere. */
export const SHARES = [
  { key: '01', label: 'Old one', share: '30%', owner: 'East cooperative' },
  { key: '02', label: 'Old two', share: '20%', owner: 'West cooperative' },
  { key: '03', label: 'Old three', share: '10%', owner: 'East cooperative' },
  { key: '04', label: 'Beyond', share: '40%', owner: 'Beyond the river' },
];

/** A township that keeps a joint station of two of its villages and of others. */
export interface Joint {
  readonly services: Services;
  readonly clock: SetClock;
  readonly keeper: Village;
  readonly east: Village;
  readonly west: Village;
  readonly station: string;
  /** Enters the station's slip of a month, posted in the month after. */
  settle(month: Month, kwh: number, on?: string): Promise<EnteredSlip>;
}

export async function startJoint(
  database: Database,
  wish: Partial<AssetForm> & { rows?: ShareRow[]; routeId?: string } = {},
): Promise<Joint> {
  const { rows = SHARES, routeId = null, ...asset } = wish;
  const clock = new SetClock('2025-07-20');
  const services = servicesOn(database, clock);
  const open = async (
    kind: 'township' | 'village',
    name: string,
    parentId: string | null,
  ): Promise<Village> => {
    const { id } = await services.collectives.createCollective({
      ...{ parentId, kind, name, organisationName: kind === 'village' ? `${name} cooperative` : name },
      ...{
        regionPath: ['341200'],
        noticeLabel: name,
        routeId: kind === 'village' ? routeId : null,
        contacts: [],
        booksOpenOn: '2025-01-01',
      },
    });
    return Village.at(database, id, clock);
  };
  const keeper = await open('township', 'Township', null);
  const east = await open('village', 'East', keeper.id);
  const west = await open('village', 'West', keeper.id);
  const form = {
    ...STATION,
    kind: 'keptPvStation',
    name: 'Joint station',
    acquiredOn: '2025-01-01',
    ...asset,
    shareTable: { validFrom: '2024-12-01', rows },
  };
  const { id: station } = await services.assets.addAsset(keeper.id, form, ACCOUNTANT);
  return { services, clock, keeper, east, west, station, settle };

  async function settle(month: Month, kwh: number, on?: string): Promise<EnteredSlip> {
    const slips = await services.incomeRead.listSettlements(keeper.id);
    const from = slips.filter((slip) => slip.generationMonth < month).at(-1)?.readingTo ?? '0';
    const slip = {
      ...{ assetId: station, generationMonth: month, postedOn: on ?? `${addMonths(month, 1)}-05` },
      ...{ readingFrom: from, readingTo: String(Number(from) + kwh / 10), energy: String(kwh) },
      ...{ energyUnit: 'kWh', energyPrice: '0.40', priceUnit: 'yuan/kWh', subsidyPrice: '0.35' },
      ...{ energyAmount: '', subsidyAmount: '' },
    };
    return services.slips.recordSettlement(keeper.id, slip, ACCOUNTANT);
  }
}

/** The slip of January of the usual station, as a village types it itself. */
export const slipForm = {
  ...{ generationMonth: '2025-01', postedOn: '2025-02-05', readingFrom: '0', readingTo: '100' },
  ...{ energy: '1000', energyUnit: 'kWh', energyPrice: '0.40', priceUnit: 'yuan/kWh', subsidyPrice: '0.35' },
  ...{ energyAmount: '', subsidyAmount: '' },
};

/** The code that something was refused with, or `done`. */
export const codeOf = (refused: Promise<unknown>): Promise<string> =>
  refused.then(
    () => 'done',
    (error: unknown) => {
      if (error instanceof FormProblems) return error.problems.map(({ code }) => code).join();
      return error instanceof DomainError ? error.code : String(error);
    },
  );

/** The books of everybody who has to do with the station hold, by the invariants and by the check. */
export async function expectSoundJoint(joint: Joint): Promise<void> {
  for (const each of [joint.keeper, joint.east, joint.west]) {
    await expectSoundBooks(each);
    const check = await joint.services.check.checkBooks(each.id);
    expect(check.breaks).toEqual([]);
  }
}

/** What a village is owed, by stream. */
export async function owedTo(village: Village): Promise<string[]> {
  return (await village.owed()).map(
    ({ stream, outstanding, payer }) => `${stream} ${String(outstanding)} ${payer}`,
  );
}
