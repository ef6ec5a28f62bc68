import fc from 'fast-check';
import { addDays, type CalendarDay, monthOf } from '../../src/domain/calendar/calendar-day';
import { type Pool, type Posting, signedAmount } from '../../src/domain/ledger/journal-entry';
import { type Fen, sumFen } from '../../src/domain/money/fen';
import { type Clock, SetClock } from '../../src/platform/clock/clock';
import type { Database } from '../../src/platform/database/database';
import { placeholdersFor } from '../../src/platform/database/engine';
import { Village } from '../support/village';

/** A clock whose instants a test chooses: one second further with every booking. */
export class SteppingClock extends SetClock {
  private seconds = 0;

  /** The instant of the booking after so many. */
  static instant(seconds: number): string {
    return new Date(Date.UTC(2025, 6, 1) + seconds * 6 * 3_600_000).toISOString();
  }

  override now(): string {
    this.seconds += 1;
    return SteppingClock.instant(this.seconds);
  }
}

/** One booking of a random history, with what picks its dimensions. */
export interface Booking {
  readonly event: keyof typeof EVENTS;
  readonly day: CalendarDay;
  readonly about: string;
  readonly amount: Fen;
  readonly pool: Pool;
  readonly who: string;
  readonly reverses: number;
}

type Shape = (booking: Booking) => Posting[];
const debit = (ledgerAccount: string, { amount, pool }: Booking, wish: Partial<Posting> = {}): Posting => ({
  ledgerAccount,
  side: 'debit',
  amount,
  pool,
  ...wish,
});
const credit = (ledgerAccount: string, booking: Booking, wish: Partial<Posting> = {}): Posting => ({
  ...debit(ledgerAccount, booking, wish),
  side: 'credit',
});

/** What may be booked, each shape balanced and telling its pool's flow as `requireBookable` wants. */
const EVENTS = {
  opening: (b) => [debit('102', b, { poolFlow: 'opening' }), credit('322', b)],
  accrual: (b) => [
    debit('112', b, { stream: 'energy', counterparty: b.who }),
    credit(b.amount % 2n === 0n ? '501' : '50101', b, { stream: 'energy' }),
  ],
  receipt: (b) => [
    debit('102', b, { poolFlow: 'received', stream: 'energy' }),
    credit('112', b, { stream: 'energy', counterparty: b.who }),
  ],
  cost: (b) => [debit('511', b, { poolFlow: 'deducted' }), credit('102', b)],
  unpaidCost: (b) => [debit('513', b, { poolFlow: 'deducted' }), credit('211', b, { counterparty: b.who })],
  grant: (b) => [debit('514', b, { poolFlow: 'granted' }), credit('213', b, { counterparty: b.who })],
  pay: (b) => [debit('213', b, { counterparty: b.who }), credit('102', b)],
  advance: (b) => [debit('113', b, { counterparty: b.who }), credit('101', b)],
  buy: (b) => [debit('151', b, { poolFlow: 'granted' }), credit('102', b)],
  depreciation: (b) => [debit('511', b), credit('152', b)],
  reserve: (b) => [debit('322', b), credit('311', b)],
} as const satisfies Record<string, Shape>;
const NAMES = Object.keys(EVENTS) as (keyof typeof EVENTS)[];

const anyBooking = fc.record({
  event: fc.constantFrom(...NAMES),
  day: fc.nat(180).map((days) => addDays('2025-01-01', days)),
  about: fc.constantFrom('2024-11', '2025-01', '2025-02', '2025-03', '2025-04', '2025-05', '2025-06'),
  amount: fc.bigInt({ min: 1n, max: 50_000_00n }),
  pool: fc.constantFrom<Pool>('pv', 'pv', 'other'),
  who: fc.constantFrom('grid', 'firm', 'household'),
  reverses: fc.nat(60),
});

const anyOpening = anyBooking.map((booking) => ({ ...booking, event: 'opening' as const }));

/** Random bookings; about one in five takes back an earlier one, and about half begin with an opening. */
export function histories(length: number): fc.Arbitrary<Booking[]> {
  const bookings = fc.array(anyBooking, { minLength: 1, maxLength: length });
  return fc
    .tuple(fc.option(anyOpening, { freq: 1, nil: undefined }), bookings)
    .map(([opening, rest]) => (opening === undefined ? rest : [opening, ...rest]));
}

/** A line as the naive model keeps it. */
export interface ModelLine extends Posting {
  readonly entryId: string;
  readonly position: number;
  readonly lineNumber: number;
  readonly postedOn: CalendarDay;
  readonly statementOn: CalendarDay;
  readonly aboutPeriod: string;
  readonly bookedAt: string;
  readonly voucherNumber: number;
  readonly summary: string;
  readonly source: { readonly kind: string };
  readonly reversesId?: string;
}

/** Whether a line was brought in with the opening of the books, which nobody takes back. */
export function isOpening({ source }: ModelLine): boolean {
  return source.kind === 'opening';
}

/** A village whose random bookings stand in the books and, beside them, in a plain list. */
export class BookedHistory {
  readonly lines: ModelLine[] = [];

  private constructor(
    readonly village: Village,
    private readonly clock: Clock,
  ) {}

  static async book(database: Database, bookings: readonly Booking[], name: string): Promise<BookedHistory> {
    const clock = new SteppingClock('2025-07-20');
    const village = await Village.start(database, { clock, name });
    const history = new BookedHistory(village, clock);
    for (const booking of bookings) await history.add(booking);
    return history;
  }

  /** Sums of the model's lines: what the books must say. */
  balance(counts: (line: ModelLine) => boolean): Fen {
    return sumFen(this.lines.filter(counts).map(signedAmount));
  }

  private async add(booking: Booking): Promise<void> {
    const reversed = this.lines.filter((line) => line.lineNumber === 1)[booking.reverses];
    const isTaken = this.lines.some((line) => line.reversesId === reversed?.entryId);
    if (reversed !== undefined && !isOpening(reversed) && reversed.reversesId === undefined && !isTaken) {
      await this.reverse(reversed, booking.day);
    } else await this.post(booking);
  }

  private async post(booking: Booking): Promise<void> {
    const postings: Posting[] = EVENTS[booking.event](booking);
    const { ledger, database } = this.village.services;
    const { event, day, about } = booking;
    const entry = {
      event: `test.${event}`,
      postedOn: day,
      aboutPeriod: about,
      statementOn: day,
      summary: event,
      source: { kind: event === 'opening' && this.lines.length === 0 ? 'opening' : 'test', id: 'test' },
      postings,
      preparedBy: 'accountant',
    };
    const { id } = this.village;
    const booked = await database.inTransaction(id, (tx) => ledger.post(tx, id, entry));
    await this.keep(booked.entryId);
  }

  private async reverse(line: ModelLine, postedOn: CalendarDay): Promise<void> {
    const { ledger, database } = this.village.services;
    const { id } = this.village;
    const reversal = {
      entryId: line.entryId,
      reason: 'wrongAmount' as const,
      postedOn,
      preparedBy: 'accountant',
      summary: 'reversal',
    };
    const booked = await database.inTransaction(id, (tx) => ledger.reverse(tx, id, reversal));
    await this.keep(booked.entryId);
  }

  private async keep(entryId: string): Promise<void> {
    const { postings, chainPosition, ...voucher } = await this.village.services.books.requireEntry(
      this.village.id,
      entryId,
    );
    postings.forEach((posting, index) =>
      this.lines.push({ ...voucher, ...posting, position: chainPosition, lineNumber: index + 1 }),
    );
  }

  /** Seals a month as the months step would: held, with its balances beside it. */
  async seal(month: string): Promise<void> {
    const { database } = this.village.services;
    const { id } = this.village;
    await database.inTransaction(id, async (tx) => {
      const run = (sql: string, values: unknown[]): Promise<unknown> =>
        tx.query(placeholdersFor(database.engine, sql), values);
      await run("UPDATE ledger_months SET state = 'held' WHERE collective_id = ? AND month = ?", [id, month]);
      await run('INSERT INTO month_seals VALUES (?, ?, ?, ?, ?, ?, ?)', [
        ...[id, month, this.lines.at(-1)?.position ?? 0, 'head', 'digest', 'accountant', this.clock.now()],
      ]);
      const keys = new Set(this.lines.map((line) => `${line.ledgerAccount} ${line.pool}`));
      for (const key of keys) {
        const [account = '', pool = ''] = key.split(' ');
        const own = this.lines.filter((line) => line.ledgerAccount === account && line.pool === pool);
        const before = sumFen(own.filter((line) => monthOf(line.postedOn) < month).map(signedAmount));
        const within = own.filter((line) => monthOf(line.postedOn) === month);
        const of = (side: string): Fen =>
          sumFen(within.filter((line) => line.side === side).map((line) => line.amount));
        await run('INSERT INTO month_balances VALUES (?, ?, ?, ?, ?, ?, ?)', [
          ...[id, month, account, pool, before, of('debit'), of('credit')],
        ]);
      }
    });
  }
}
