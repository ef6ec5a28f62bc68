import { sumFen } from '../../src/domain/money/fen';
import { randomFrom } from '../bench/entries';
import { describeOnEachEngine } from '../support/engines';
import { byTier } from '../support/tier';
import { told, YearGrants } from './year-grants.fixture';

const SEED = Number(process.env['SEED'] ?? 20_251_222);
const HISTORIES = byTier(2, 60);
const ACTS = byTier(18, 40);
const MONEY = 5_000_000n;

const lastDayOf = (month: number): number => new Date(Date.UTC(2025, month, 0)).getUTCDate();
const monthText = (month: number): string => `2025-${String(month).padStart(2, '0')}`;
const yuan = (fen: bigint): string => `${String(fen / 100n)}.${String(fen % 100n).padStart(2, '0')}`;

/** What a month of 600.00 comes to for so many days, half a fen rounded up. */
function wageOf(month: number, days: number): bigint {
  const whole = BigInt(lastDayOf(month));
  return (120_000n * BigInt(days) + whole) / (2n * whole);
}

interface Period {
  readonly id: string;
  readonly claimId: string;
  readonly from: number;
  readonly to: number;
  readonly amount: bigint;
}

/** A month that is granted and not taken back: under the year, or by the distribution that gives it. */
interface Standing {
  readonly month: number;
  readonly amount: bigint;
  readonly entryId: string;
  readonly of: Period | undefined;
  readonly isTaken: boolean;
}

/** What is granted and open, kept by hand. */
class NaiveYear {
  planned = 0n;
  periods: Period[] = [];
  standing: Standing[] = [];

  get settledTo(): number {
    return this.periods.at(-1)?.to ?? 0;
  }
  /** What stands under the year by itself. */
  get own(): Standing[] {
    return this.standing.filter((each) => each.of === undefined);
  }
  get given(): bigint {
    return sumFen([...this.periods, ...this.own].map(({ amount }) => amount));
  }
  lineOf(period: Period): bigint[] {
    const all = this.standing.filter((each) => each.of?.id === period.id);
    const taken = all.filter(({ isTaken }) => isTaken);
    return [period.amount, ...[all, taken].map((some) => sumFen(some.map(({ amount }) => amount)))];
  }
  refusalOf(month: number, amount: bigint, period: Period | undefined): string {
    if (period !== undefined) {
      const [whole = 0n, granted = 0n] = this.lineOf(period);
      return amount > whole - granted ? 'grant.aboveLine' : 'done';
    }
    if (month <= this.settledTo) return 'yearGrant.settled';
    return amount > this.planned - this.given ? 'yearGrant.aboveLine' : 'done';
  }
}

/** Random months, reversals, distributions and revisions of one year; the naive year says what is open. */
describeOnEachEngine('random wages under the plan of a year', (open) => {
  const met: string[] = [];

  it.each(Array.from({ length: HISTORIES }, (_, index) => SEED + index))('come out as said, seed %p', run);

  it('met every answer that there is', () => {
    expect([...new Set(met)].sort()).toEqual([
      ...['done', 'grant.aboveLine', 'plan.belowGranted'],
      ...['yearGrant.aboveLine', 'yearGrant.settled', 'yearPlan.belowGiven'],
    ]);
  });

  async function run(seed: number): Promise<void> {
    const opened = await open();
    const given = await YearGrants.start(opened, MONEY);
    const { services, id: collectiveId } = given.village;
    const year = new NaiveYear();
    const random = randomFrom(seed);
    const upTo = (most: number): number => Math.floor(random() * (most + 1));
    const pick = <T>(from: readonly T[]): T | undefined => from[upTo(from.length - 1)];
    let yearId = '';

    const acts = {
      accept: async (): Promise<string[]> => {
        const idle = [4, 5, 6, 7, 8, 9, 10, 11].filter(
          (each) => !year.standing.some((s) => s.month === each),
        );
        const month = pick(idle);
        if (month === undefined) return [];
        const days = pick([lastDayOf(month), 1 + upTo(lastDayOf(month) - 1)]) ?? 1;
        const amount = wageOf(month, days);
        const its = year.periods.find(({ from, to }) => from <= month && month <= to);
        const period = random() < 0.8 ? its : undefined;
        const foreseen = year.refusalOf(month, amount, period);
        const work = given.accept(monthText(month), String(days), period?.claimId ?? yearId);
        const came = await told(work);
        if (came === 'done') {
          const entryId = await work;
          year.standing.push({ month, amount, entryId, of: period, isTaken: false });
        }
        return [foreseen, came];
      },
      reverse: async (): Promise<string[]> => {
        const one = pick(year.standing);
        if (one === undefined) return [];
        const came = await told(given.village.reverse(one.entryId));
        year.standing = year.standing.filter((each) => each !== one);
        return ['done', came];
      },
      distribute: async (): Promise<string[]> => {
        const to = [6, 9].find((each) => each > year.settledTo);
        if (to === undefined) return [];
        const over = year.own.filter(({ month }) => month <= to);
        const sum = sumFen(over.map(({ amount }) => amount));
        const room = year.planned - year.given;
        const more = BigInt(pick([-1, 0, upTo(60_000)]) ?? 0);
        const amount = sum + (more < room ? more : room);
        if (amount <= 0n) return [];
        const from = year.settledTo + 1;
        const days = { from: `${monthText(from)}-01`, to: `${monthText(to)}-${String(lastDayOf(to))}` };
        const work = given.distribute(amount, days);
        const came = await told(work);
        if (came === 'done') {
          const id = await work;
          const period = { id, claimId: await given.claimOf(id), from, to, amount };
          year.periods.push(period);
          year.standing = year.standing.map((each) =>
            over.includes(each) ? { ...each, of: period, isTaken: true } : each,
          );
        }
        return [more < 0n && sum > 0n ? 'plan.belowGranted' : 'done', came];
      },
      revise: async (): Promise<string[]> => {
        const amount = year.given + BigInt(pick([-1, 1, 1 + upTo(150_000)]) ?? 1);
        if (amount <= 0n || amount === year.planned) return [];
        const work = given.decideYear(yuan(amount), 'anew');
        const came = await told(work);
        if (came === 'done') [yearId, year.planned] = [await work, amount];
        return [amount < year.given ? 'yearPlan.belowGiven' : 'done', came];
      },
    };

    yearId = await given.decideYear('2000.00');
    year.planned = 200_000n;
    services.clock.moveTo('2025-12-31');
    const kinds = ['accept', 'accept', 'accept', 'accept', 'reverse', 'distribute', 'revise'] as const;
    for (let act = 0; act < ACTS; act += 1) {
      const kind = pick(kinds) ?? 'accept';
      const [foreseen = '', came = ''] = await acts[kind]();
      const [code] = came.split(' ');
      expect([act, kind, code]).toEqual([act, kind, foreseen]);
      if (foreseen !== '') met.push(foreseen);
      const [still] = await services.monthGrants.listYears(collectiveId, '2025-12');
      const left = year.planned - year.given;
      expect([act, kind, still?.use.open ?? 0n]).toEqual([act, kind, left > 0n ? left : 0n]);
      expect(await given.freeOn('2025-12-31')).toBe(MONEY - year.given);
      for (const period of year.periods) expect(await given.lineOf(period.id)).toEqual(year.lineOf(period));
    }
    expect(await given.breaks()).toEqual([]);
    await opened.close();
  }
});
