import { SchedulerRegistry } from '@nestjs/schedule';
import { addMonths, type CalendarDay, type Month } from '../../src/domain/calendar/calendar-day';
import type { ShareRow } from '../../src/domain/collectives/share-table';
import type { Fen } from '../../src/domain/money/fen';
import type { KeptSlip } from '../../src/features/income/joint-read.service';
import { JointSchedule } from '../../src/features/months/joint-schedule';
import { SetClock } from '../../src/platform/clock/clock';
import type { Database } from '../../src/platform/database/database';
import type { DatabaseSettings } from '../../src/platform/database/engine';
import { ACCOUNTANT, servicesOn, type Services, STATION, Village } from '../support/village';

/** On which day the clock of these books stands: eleven months of slips can be posted before it. */
export const TODAY = '2025-12-20';
/** Slips of these months can be entered. */
export const LAST_MONTH = '2025-11';
const OWNERS = 58;
const SHARES = 64;
/** The closed months of the owners who are ahead of the others, and the day on which they are served then. */
export const CLOSED: readonly Month[] = ['2025-01', '2025-02', '2025-03'];
export const SERVED_FROM: CalendarDay = '2025-04-01';

/** Case A15: 64 shares of 1.5625 % by original village; six of the 58 villages of today hold two. */
export interface SharedStation {
  readonly services: Services;
  readonly keeper: Village;
  readonly station: string;
  /** In the order of the table: the first six hold two shares, each of the others one. */
  readonly owners: readonly Owner[];
}

export interface Owner {
  readonly village: Village;
  /** As the share table names him. */
  readonly name: string;
  readonly shares: number;
  /** His first months are closed: the first held, or sealed. */
  readonly closed: 'sealed' | 'held' | 'open';
}

/** What a program of its own is to do: settle slips of the station and take some of them back. */
export interface SharesWish {
  readonly settings: DatabaseSettings;
  readonly keeperId: string;
  readonly station: string;
  readonly seed: number;
}

const nameOf = (place: number): string => `Village ${String(place).padStart(2, '0')}`;
/** One with two shares, two of the others and the last have closed months. */
const CLOSED_BY: Readonly<Record<number, Owner['closed']>> = {
  1: 'sealed',
  7: 'sealed',
  8: 'held',
  58: 'sealed',
};

/** A township that keeps the station of its 58 villages, some of which have closed months already. */
export async function startShares(database: Database): Promise<SharedStation> {
  const clock = new SetClock(TODAY);
  const services = servicesOn(database, clock);
  const open = async (kind: 'township' | 'village', name: string, parentId: string | null) => {
    const { id } = await services.collectives.createCollective({
      ...{ parentId, kind, name, organisationName: name, noticeLabel: name },
      ...{ regionPath: ['510000'], routeId: null, contacts: [], booksOpenOn: '2025-01-01' },
    });
    return Village.at(database, id, clock);
  };
  const keeper = await open('township', 'Heishui', null);
  const owners: Owner[] = [];
  for (let place = 1; place <= OWNERS; place += 1) {
    const village = await open('village', nameOf(place), keeper.id);
    const shares = place <= SHARES - OWNERS ? 2 : 1;
    const closed = CLOSED_BY[place] ?? 'open';
    owners.push({ village, name: nameOf(place), shares, closed });
    if (closed !== 'open') await close(village, closed);
  }
  const rows: ShareRow[] = holdersOf(owners).map((owner, index) => {
    const key = String(index + 1).padStart(2, '0');
    return { key, label: `Old ${key}`, share: '1.5625%', owner };
  });
  const form = {
    ...{ ...STATION, kind: 'keptPvStation', name: 'Shared station', acquiredOn: '2025-01-01' },
    ...{ capacityKw: '30000', meterMultiplier: '1', shareTable: { validFrom: '2024-12-01', rows } },
  };
  const { id: station } = await services.assets.addAsset(keeper.id, form, ACCOUNTANT);
  return { services, keeper, station, owners };
}

/**
 * An owner closes his first open month, be a part of it on its way or not; who has only held what is closed
 * holds it. @returns it, where he may
 */
export async function closeNext({ village, closed }: Owner): Promise<Month | undefined> {
  const months = await village.services.books.listMonths(village.id);
  const month = months.find(({ state }) => state === 'open')?.month;
  if (month === undefined || month > LAST_MONTH) return undefined;
  await village.hold(month);
  if (closed !== 'held') await village.seal(month);
  return month;
}

async function close(village: Village, closed: 'sealed' | 'held'): Promise<void> {
  for (const month of CLOSED) {
    await village.hold(month);
    if (closed === 'sealed') await village.seal(month);
  }
}

/** What the program does as it starts, for what was cut off when it ended. */
export async function resume(services: Services): Promise<void> {
  await new JointSchedule(services.slips, services.jointReversals, new SchedulerRegistry()).sendAll();
}

/** The slips that stand with the keeper, the oldest month first. */
export async function standingSlips({ services, keeper }: SharedStation): Promise<KeptSlip[]> {
  return (await services.joint.listSlips(keeper.id)).reverse();
}

/** Enters the slip of the month after the last one. @returns nothing where every month has its slip */
export async function settleNext(services: Services, wish: SharesWish, kwh: number) {
  const slips = (await services.joint.listSlips(wish.keeperId)).map(({ slip }) => slip);
  const [last] = slips;
  const month = last === undefined ? '2025-01' : addMonths(last.generationMonth, 1);
  if (month > LAST_MONTH) return undefined;
  const from = last?.readingTo ?? '0';
  const form = {
    ...{ assetId: wish.station, generationMonth: month, postedOn: `${addMonths(month, 1)}-05` },
    ...{ readingFrom: from, readingTo: String(Number(from) + kwh), energy: String(kwh) },
    ...{ energyUnit: 'kWh', energyPrice: '0.40', priceUnit: 'yuan/kWh', subsidyPrice: '0.35' },
    ...{ energyAmount: '', subsidyAmount: '' },
  };
  return services.slips.recordSettlement(wish.keeperId, form, ACCOUNTANT);
}

/**
 * What each owner must be owed of the slips that stand, reckoned here: `2025-01 energy 12345`. After every
 * slip each original village has its part of all that was settled so far, the odd fen one each to the first
 * ones of the table, for the shares are equal; an owner has what his original villages have.
 */
export function expectedLines(slips: readonly KeptSlip[], owners: readonly Owner[]): Map<string, string[]> {
  const lines = new Map<string, string[]>(owners.map(({ name }) => [name, []]));
  for (const stream of ['energy', 'subsidy'] as const) {
    let whole = 0n;
    const given = new Map<string, Fen>();
    for (const { slip } of slips) {
      whole += stream === 'energy' ? slip.energyFee : slip.subsidy;
      for (const [name, part] of partsOf(whole, owners)) {
        const amount = part - (given.get(name) ?? 0n);
        lines.get(name)?.push(`${slip.generationMonth} ${stream} ${String(amount)}`);
        given.set(name, part);
      }
    }
  }
  for (const own of lines.values()) own.sort();
  return lines;
}

function partsOf(whole: Fen, owners: readonly Owner[]): Map<string, Fen> {
  const each = whole / BigInt(SHARES);
  const odd = Number(whole % BigInt(SHARES));
  const parts = new Map<string, Fen>();
  holdersOf(owners).forEach((name, row) => {
    parts.set(name, (parts.get(name) ?? 0n) + each + (row < odd ? 1n : 0n));
  });
  return parts;
}

/** Who holds each of the original villages' shares, in the order of the table. */
function holdersOf(owners: readonly Owner[]): string[] {
  return owners.flatMap(({ name, shares }) => Array.from({ length: shares }, () => name));
}

/** What stands in an owner's books: what he is owed, and by which vouchers of which day. */
export async function standingOf({ village }: Owner) {
  const owed = (await village.owed()).map(
    ({ aboutPeriod, stream, amount }) => `${aboutPeriod} ${stream} ${String(amount)}`,
  );
  const all = await village.vouchers();
  const vouchers = all.filter((each) => each.reversedById === undefined && each.reversesId === undefined);
  const months = vouchers.map(({ aboutPeriod }) => aboutPeriod).sort();
  return { owed: owed.sort(), months, days: vouchers.map(({ postedOn }) => postedOn) };
}
