import { addMonths, lastDayOf, type Month } from '../../src/domain/calendar/calendar-day';
import { ACCOUNTANT, type Village } from '../support/village';
import type { Acted } from './asset-acts.fixture';
import { monthAfter, takeOut } from './slips-in-turn';
import type { Tried } from './terms.fixture';

/** What is tried how often of the acts of {@link MeterActs}. */
export const METER_WEIGHTS = { slip: 5, meter: 3, correct: 4 };
export type MeterAct = keyof typeof METER_WEIGHTS;

/** The station: 10 kWh a count of its meter, 0.40 and 0.35 yuan a kWh. */
const COUNT = 10;
const FEN_PER_KWH = 75n;

/** A slip that stands: what it says the meter showed at the end, and what that was found to be since. */
interface Standing {
  readonly month: Month;
  readonly until: number;
  readonly entryId: string;
  right?: number | undefined;
}

/** Acts on the village's own station: its slips, its meters, readings found wrong. */
export class MeterActs {
  private readonly slips: Standing[] = [];
  /** What a new meter took over, by the month it counts in. */
  private readonly meters: { month: Month; was: number; is: number }[] = [];
  /** The wrong reading of each month that was found wrong: it is not used again. */
  private readonly wrong = new Map<Month, number>();

  constructor(
    private readonly village: Village,
    private readonly station: string,
  ) {}

  takeBack(entryId: string): void {
    takeOut(this.slips, entryId);
  }

  /** The month of which no slip stands yet. */
  nextSlip(): Month {
    return monthAfter(this.slips);
  }

  /**
   * The slip of the next month; where a new meter took over in it, both have counted. After a reading found
   * wrong it goes on from the right one and leaves out what was settled too much, or as the grid prints it.
   */
  async slip({ choice }: Tried): Promise<Acted> {
    const month = this.nextSlip();
    const last = this.slips.at(-1) ?? { until: 0 };
    const run = this.runOf(month, last, choice);
    const kwh = run.counts * COUNT;
    const form = {
      ...{ assetId: this.station, generationMonth: month, postedOn: `${addMonths(month, 1)}-05` },
      ...{ readingFrom: String(run.from), readingTo: String(run.to), energy: String(kwh), energyUnit: 'kWh' },
      ...{ energyPrice: '0.40', priceUnit: 'yuan/kWh', subsidyPrice: '0.35' },
      ...{ energyAmount: '', subsidyAmount: '' },
    };
    const { income } = this.village.services;
    const { voucher } = await income.recordSettlement(this.village.id, form, ACCOUNTANT);
    const entryId = voucher?.entryId ?? '';
    const keep = (): void => void this.slips.push({ month, until: run.to, entryId });
    const moved = { claims: BigInt(kwh) * FEN_PER_KWH };
    return { moved, entryId, keep, ...(run.way === undefined ? {} : { way: run.way }) };
  }

  /** From where to where the meter ran in a month, and how many counts of it are still to be settled. */
  private runOf(month: Month, { until, right }: Pick<Standing, 'until' | 'right'>, choice: number) {
    const isPrinted = right !== undefined && choice % 2 === 0;
    const from = isPrinted ? until : (right ?? until);
    const changed = this.meters.find((each) => each.month === month);
    const to = (changed?.is ?? Math.max(until, right ?? 0)) + 50 + choice;
    const ran = changed === undefined ? to - from : changed.was - from + to - changed.is;
    if (right === undefined) return { from, to, counts: ran };
    // From the right reading on, the meter ran what the slip before settled already, too.
    const counts = isPrinted ? ran : ran - (until - right);
    return { from, to, counts, way: isPrinted ? 'as printed' : 'netted' };
  }

  /** The meter of the next month is another one, or begins anew. */
  async meter({ choice }: Tried): Promise<Acted> {
    const month = this.nextSlip();
    const last = this.slips.at(-1);
    const was = Math.max(last?.until ?? 0, last?.right ?? 0) + (choice % 9);
    const is = choice % 2 === 0 ? 0 : choice;
    const record = {
      ...{ kind: choice % 2 === 0 ? 'reset' : 'replaced', on: `${month}-15`, meterNumber: '' },
      ...{ readingWas: String(was), readingIs: String(is), multiplier: '', reason: 'the grid said so' },
    };
    await this.note(record);
    this.meters.push({ month, was, is });
    return { moved: {} };
  }

  /** The closing reading of the last slip was wrong: too much or, with no new meter since, too little. */
  async correct({ choice }: Tried): Promise<Acted | undefined> {
    const last = this.slips.at(-1);
    if (last === undefined || last.right !== undefined || this.wrong.has(last.month)) return undefined;
    const isMore = choice % 3 === 0 && !this.meters.some(({ month }) => month === this.nextSlip());
    const right = last.until + (isMore ? 1 : -1) * (1 + (choice % 20));
    const record = {
      ...{ kind: 'corrected', on: lastDayOf(last.month), meterNumber: '', multiplier: '' },
      ...{ readingWas: String(last.until), readingIs: String(right), reason: 'read again' },
    };
    await this.note(record);
    last.right = right;
    this.wrong.set(last.month, last.until);
    return { moved: {}, way: isMore ? 'more' : 'less' };
  }

  private async note(record: Parameters<Village['services']['meters']['recordEvent']>[1]): Promise<void> {
    const at = { collectiveId: this.village.id, assetId: this.station };
    await this.village.services.meters.recordEvent(at, record, ACCOUNTANT);
  }
}
