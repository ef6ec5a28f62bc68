import { addMonths, firstDayOf, type Month } from '../../src/domain/calendar/calendar-day';
import { type Fen, sumFen } from '../../src/domain/money/fen';
import { STATION } from '../support/station';
import { ACCOUNTANT, type Village } from '../support/village';
import type { Acted } from './asset-acts.fixture';
import { withoutNil } from './asset-model';
import { monthAfter, takeOut } from './slips-in-turn';
import type { Tried } from './terms.fixture';

/** What is tried how often of the acts of {@link JointActs}. */
export const JOINT_WEIGHTS = { jointSlip: 5, shares: 3 };
export type JointAct = keyof typeof JOINT_WEIGHTS;

/** A count of its meter is 10 kWh; fen a kWh. */
const COUNT = 10;
const PRICES = { energy: 40n, subsidy: 35n } as const;
type Stream = keyof typeof PRICES;

/** A slip that stands: the table it was split by, what it was in all, and what the village got of it. */
interface Standing {
  readonly month: Month;
  readonly until: number;
  readonly tableFrom: Month;
  readonly whole: Readonly<Record<Stream, Fen>>;
  readonly own: Readonly<Record<Stream, Fen>>;
  readonly entryId: string;
}

/** The village's row and all others', in ten-thousandths, from a month on. */
interface Shares {
  readonly from: Month;
  readonly own: bigint;
}

const WHOLE = 10_000n;

/** Acts on a joint station of which the village has one row of the share table, and the tables change. */
export class JointActs {
  private readonly slips: Standing[] = [];
  private readonly tables: Shares[] = [];

  private constructor(
    private readonly village: Village,
    private readonly station: string,
  ) {}

  /** A station in which the village has 33.33 % from December 2024 on. */
  static async begin(village: Village): Promise<JointActs> {
    const first: Shares = { from: '2024-12', own: 3_333n };
    const form = {
      ...{ ...STATION, kind: 'jointPvStation', name: 'Joint station', keeper: 'Township', ownShareKey: '01' },
      shareTable: { validFrom: firstDayOf(first.from), rows: rowsOf(first.own) },
    };
    const { id } = await village.services.assets.addAsset(village.id, form, ACCOUNTANT);
    const acts = new JointActs(village, id);
    acts.tables.push(first);
    return acts;
  }

  takeBack(entryId: string): void {
    takeOut(this.slips, entryId);
  }

  nextSlip(): Month {
    return monthAfter(this.slips);
  }

  /** The whole station's slip: the village's line alone is booked, by the running total of its table. */
  async jointSlip({ choice }: Tried): Promise<Acted> {
    const month = this.nextSlip();
    const from = this.slips.at(-1)?.until ?? 0;
    const until = from + 50 + choice;
    const kwh = (until - from) * COUNT;
    const table = this.tables.filter((each) => each.from <= month).at(-1) ?? { from: month, own: 0n };
    const whole = { energy: BigInt(kwh) * PRICES.energy, subsidy: BigInt(kwh) * PRICES.subsidy };
    const own = { energy: this.ownOf('energy', whole, table), subsidy: this.ownOf('subsidy', whole, table) };
    const form = {
      ...{ assetId: this.station, generationMonth: month, postedOn: `${addMonths(month, 1)}-06` },
      ...{ readingFrom: String(from), readingTo: String(until), energy: String(kwh), energyUnit: 'kWh' },
      ...{ energyPrice: '0.40', priceUnit: 'yuan/kWh', subsidyPrice: '0.35' },
      ...{ energyAmount: '', subsidyAmount: '' },
    };
    const { income } = this.village.services;
    const { voucher } = await income.recordSettlement(this.village.id, form, ACCOUNTANT);
    const entryId = voucher?.entryId ?? '';
    const keep = (): void =>
      void this.slips.push({ month, until, tableFrom: table.from, whole, own, entryId });
    const way = this.tables.length > 1 && table.from !== '2024-12' ? { way: 'by new shares' } : {};
    return { moved: withoutNil({ claims: own.energy + own.subsidy }), entryId, keep, ...way };
  }

  /** What of the running total of a table is the village's, less what it has of it: a half fen is its own. */
  private ownOf(stream: Stream, slip: Readonly<Record<Stream, Fen>>, { from, own }: Shares): Fen {
    const window = this.slips.filter(({ tableFrom }) => tableFrom === from);
    const total = slip[stream] + sumFen(window.map(({ whole }) => whole[stream]));
    const has = sumFen(window.map((each) => each.own[stream]));
    const due = (2n * total * own + WHOLE) / (2n * WHOLE) - has;
    return due < 0n ? 0n : due;
  }

  /** Another table from the next month on, as an owner's register takes it over from the keeper's. */
  async shares({ choice }: Tried): Promise<Acted | undefined> {
    const from = this.nextSlip();
    if (from <= (this.tables.at(-1)?.from ?? '')) return undefined;
    const own = 1_000n + BigInt(choice * 61);
    const { database, assets } = this.village.services;
    const of = { collectiveId: this.village.id, assetId: this.station };
    const table = { validFrom: firstDayOf(from), rows: rowsOf(own) };
    await database.inTransaction(this.village.id, (tx) => assets.enterShares(tx, of, table));
    this.tables.push({ from, own });
    return { moved: {} };
  }
}

function rowsOf(own: bigint) {
  const percent = (share: bigint): string =>
    `${String(share / 100n)}.${String(share % 100n).padStart(2, '0')}%`;
  return [
    { key: '01', label: 'Donghe', share: percent(own), owner: 'Donghe' },
    { key: '02', label: 'all others', share: percent(WHOLE - own), owner: 'others' },
  ];
}
