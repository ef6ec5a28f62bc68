import { lastDayOf, type Month } from '../../src/domain/calendar/calendar-day';
import { type Fen, plainYuan, sumFen } from '../../src/domain/money/fen';
import type { RecordDeductionForm } from '../../src/features/deductions/read-cost';
import { LeaseDepositsService } from '../../src/features/income/lease-deposits.service';
import { LedgerCheckService } from '../../src/features/ledger/ledger-check.service';
import { ReservesService } from '../../src/features/ledger/reserves.service';
import { seedRegisters } from '../support/seed-registers';
import { ACCOUNTANT, type Village } from '../support/village';
import type { Acted } from './asset-acts.fixture';
import { withoutNil } from './asset-model';
import { pick, type Tried } from './terms.fixture';

/** What is tried how often of the acts of {@link IncomeActs}. */
export const INCOME_WEIGHTS = {
  ...{ due: 2, receive: 4, rentDue: 5, rentPaid: 2, rentFromAdvance: 4, deposit: 4 },
  ...{ bill: 3, lateBill: 2, owedBill: 3, payOwed: 3, refund: 3, setAside: 3, release: 4 },
  ...{ advance: 2, repay: 3 },
};
export type IncomeAct = keyof typeof INCOME_WEIGHTS;

/** A quarter's rent of the hall, and the deposit that was agreed. */
export const RENT = 30_000n;
export const DEPOSIT = 50_000n;

/** Something that moves no account. */
const NOTHING: Acted = { moved: {} };

export interface IncomeThings {
  readonly station: string;
  readonly hall: string;
  readonly lease: string;
}

/** Acts on income and costs; each says beforehand what it must move. */
export class IncomeActs {
  /** Rent kept for later, by voucher; below zero where it was used. */
  private readonly ahead = new Map<string, Fen>();
  private readonly reserved: { id: string; left: Fen }[] = [];
  private readonly deposits: LeaseDepositsService;
  private readonly reserves: ReservesService;

  constructor(
    private readonly village: Village,
    private readonly own: IncomeThings,
  ) {
    const { database, clock, rents, receipts, ledger, books } = village.services;
    this.deposits = new LeaseDepositsService(database, rents, receipts, ledger, books);
    this.reserves = new ReservesService(database, clock, new LedgerCheckService(seedRegisters().charts));
  }

  takeBack(entryId: string): void {
    this.ahead.delete(entryId);
  }

  /** What is set aside and not released. */
  get setAsideNow(): Fen {
    return sumFen(this.reserved.map(({ left }) => left));
  }

  async due({ day, amount, choice }: Tried): Promise<Acted> {
    const form = {
      ...{ assetId: this.own.hall, stream: 'other', payer: 'Weavers', amount: plainYuan(amount) },
      ...{ incomeKind: 'none_of_these', incomeReason: `pays for door ${String(choice)}` },
      ...{ coversFrom: day, coversTo: day, dueOn: day, postedOn: day },
    };
    await this.village.services.income.recordIncomeDue(this.village.id, form, ACCOUNTANT);
    return { moved: { claims: amount } };
  }

  async receive({ day, amount, choice }: Tried): Promise<Acted | undefined> {
    const owed = await this.village.owed();
    const one = pick(owed, choice);
    if (one === undefined) return undefined;
    const part = choice % 3 === 0 ? [{ id: one.id, outstanding: amount }] : [one];
    const sum = sumFen(part.map(({ outstanding }) => outstanding));
    await this.village.receive(part, choice % 5 === 0 ? day : '2025-07-15');
    return { moved: { bank: sum, claims: -sum, received: sum } };
  }

  rentDue(tried: Tried): Promise<Acted | undefined> {
    return this.bookRent(tried, 0n);
  }

  /** A due that is paid by what was kept for it, as far as that goes. */
  rentFromAdvance(tried: Tried): Promise<Acted | undefined> {
    const kept = sumFen([...this.ahead.values()]);
    return this.bookRent(tried, kept < RENT ? kept : RENT);
  }

  /** The first quarter's rent that a month wants before it is held; nothing where that is booked. */
  async rentWanted(month: Month, tried: Tried): Promise<Acted | undefined> {
    const [first] = await this.bookable();
    if (first === undefined || first.from > lastDayOf(month)) return undefined;
    return this.bookRent({ ...tried, choice: 0, day: '2025-07-14' }, 0n);
  }

  private async bookable() {
    const { dues } = await this.village.services.rents.requireStanding(this.village.id, {
      leaseId: this.own.lease,
    });
    return dues.filter(({ state }) => state === 'bookable');
  }

  private async bookRent({ choice, day }: Tried, used: Fen): Promise<Acted | undefined> {
    const { rentDues } = this.village.services;
    const leaseId = this.own.lease;
    const from = pick((await this.bookable()).slice(0, 3), choice)?.from ?? '';
    const form = { postedOn: choice % 2 === 0 ? day : '2025-07-14', attachments: '' };
    const asked = { leaseId, from, form: { ...form, fromAdvance: used > 0n ? 'on' : '' } };
    await rentDues.bookDue(this.village.id, asked, ACCOUNTANT);
    return { moved: withoutNil({ claims: RENT - used, debts: used, received: used }) };
  }

  /** A tenant pays the quarters from the first that is not paid; those to come are kept. */
  async rentPaid({ choice, day }: Tried): Promise<Acted | undefined> {
    const { rentDues } = this.village.services;
    const leaseId = this.own.lease;
    const bookable = (await this.bookable()).filter(({ paidAhead }) => paidAhead === 0n);
    const paid = bookable.slice(0, 1 + (choice % 3));
    const receivedOn = choice % 2 === 0 ? day : '2025-07-13';
    const amount = RENT * BigInt(paid.length);
    const form = {
      ...{ paymentFrom: paid[0]?.from ?? '', paymentUpTo: paid.at(-1)?.from ?? '', attachments: '' },
      ...{ receivedOn, amount: plainYuan(amount) },
    };
    await rentDues.receivePayment(this.village.id, { leaseId, form }, ACCOUNTANT);
    // What of it is for a year that has not begun is kept.
    const later = paid.filter(({ from }) => from.slice(0, 4) > receivedOn.slice(0, 4)).length;
    const kept = RENT * BigInt(later);
    return { moved: withoutNil({ bank: amount, debts: -kept, received: amount - kept }) };
  }

  /** The deposit comes, goes back, or pays what the tenant owes for the hall. */
  async deposit({ amount: most, choice }: Tried): Promise<Acted | undefined> {
    const amount = choice < 60 ? most / 4n + 1n : most;
    const leaseId = this.own.lease;
    const { owed } = await this.deposits.requireStanding(this.village.id, leaseId);
    const against = pick(owed, choice);
    const ways = ['received', 'returned', against?.id ?? 'returned'];
    const depositAct = pick(ways, Math.floor(choice / 3)) ?? '';
    const form = { depositAct, depositOn: '2025-07-16', amount: plainYuan(amount), attachments: '' };
    const typed = { ...form, depositReason: depositAct === against?.id ? 'a broken door' : '' };
    await this.deposits.book(this.village.id, { leaseId, form: typed }, ACCOUNTANT);
    if (depositAct === 'received') return { moved: { bank: amount, debts: -amount } };
    if (depositAct === 'returned') return { moved: { bank: -amount, debts: amount } };
    return { moved: { debts: amount, claims: -amount, received: amount } };
  }

  bill(tried: Tried): Promise<Acted> {
    return this.cost(tried, {});
  }

  /** A bill for days of the year before, counted now. */
  lateBill(tried: Tried): Promise<Acted> {
    const days = { servedFrom: '2024-10-01', servedTo: '2025-03-31', otherYear: 'came late' };
    return this.cost(tried, days);
  }

  owedBill(tried: Tried): Promise<Acted> {
    return this.cost(tried, { settling: 'owed', creditor: 'smith' });
  }

  private async cost({ day, amount, choice }: Tried, wish: Partial<RecordDeductionForm>): Promise<Acted> {
    const form = {
      ...{ kind: 'other', name: `bill ${String(choice)}`, reason: 'burnt', assetId: this.own.station },
      ...{ postedOn: day, amount: plainYuan(amount), ...wish },
    };
    await this.village.services.deductions.recordDeduction(this.village.id, form, ACCOUNTANT);
    const paid = wish.settling === undefined ? { bank: -amount } : { debts: -amount };
    return { moved: { deducted: amount, ...paid } };
  }

  /** What is owed is paid, of a bill or of an improvement on credit. */
  async payOwed({ amount, choice }: Tried): Promise<Acted | undefined> {
    const { costPayments } = this.village.services;
    const one = pick(
      (await costPayments.listOwed(this.village.id)).filter(({ open }) => open > 0n),
      choice,
    );
    if (one === undefined) return undefined;
    const sum = choice % 3 === 0 ? amount : one.open;
    const form = { paidOn: '2025-07-17', amount: plainYuan(sum) };
    const asked = { deductionId: one.deductionId, form };
    await costPayments.payCost(this.village.id, asked, ACCOUNTANT);
    return { moved: { debts: sum, bank: -sum } };
  }

  async refund({ amount, choice }: Tried): Promise<Acted | undefined> {
    const { deductions, costRefunds } = this.village.services;
    const one = pick(await deductions.listDeductions(this.village.id), choice);
    if (one === undefined) return undefined;
    const sum = choice % 3 === 0 ? amount : one.amount / 3n + 1n;
    const paper = { reason: 'cancelled', byPaper: `slip ${String(choice)}` };
    const form = { amount: plainYuan(sum), refundedOn: '2025-07-18', ...paper };
    await costRefunds.refund(this.village.id, { deductionId: one.id, form }, ACCOUNTANT);
    return { moved: { bank: sum, deducted: -sum } };
  }

  async setAside({ amount, choice }: Tried): Promise<Acted> {
    const form = { pool: 'pv', reservePurpose: 'inverters', amount: plainYuan(amount), paper: 'meeting' };
    const reservedOn = choice % 2 === 0 ? '2025-07-18' : '2025-06-30';
    const { id } = await this.reserves.setAside(this.village.id, { ...form, reservedOn }, ACCOUNTANT);
    this.reserved.push({ id, left: amount });
    return NOTHING;
  }

  async release({ amount, choice }: Tried): Promise<Acted | undefined> {
    const one = pick(this.reserved, choice);
    if (one === undefined) return undefined;
    const sum = choice % 3 === 0 ? amount : one.left;
    const form = { releaseAmount: plainYuan(sum), releasedOn: '2025-07-19', releaseReason: 'one broke' };
    await this.reserves.release(this.village.id, { reserveId: one.id, ...form }, ACCOUNTANT);
    one.left -= sum;
    expect(one.left).toBeGreaterThanOrEqual(0n);
    return NOTHING;
  }

  async advance({ day, amount: most }: Tried): Promise<Acted> {
    const amount = most / 3n + 1n;
    const form = { lender: 'Township', receivedOn: day, amount: plainYuan(amount), byPaper: 'Agreement' };
    await this.village.services.subsidyAdvances.recordAdvance(this.village.id, form, ACCOUNTANT);
    return { moved: { bank: amount, debts: -amount } };
  }

  async repay({ amount: most, choice }: Tried): Promise<Acted | undefined> {
    const amount = choice % 4 === 0 ? most : most / 6n + 1n;
    const { subsidyAdvances } = this.village.services;
    const one = pick(await subsidyAdvances.listAdvances(this.village.id, '2025-07-17'), choice);
    if (one === undefined) return undefined;
    const form = { repaidOn: '2025-07-17', amount: plainYuan(amount), reason: 'asked back' };
    await subsidyAdvances.repay(this.village.id, { advanceId: one.id, form }, ACCOUNTANT);
    return { moved: { bank: -amount, debts: amount } };
  }

  /** Rent that was kept or used by a voucher of a rent: what it moved among debts. */
  keepAhead(entryId: string, kept: Fen): void {
    this.ahead.set(entryId, kept);
  }

  /** What of the money of the pool is neither promised nor set aside. */
  async expectReservesKept(): Promise<void> {
    const rows = await this.reserves.listTold(this.village.id, 'pv');
    const left = rows.map(({ amount, releases }) => amount - sumFen(releases.map((each) => each.amount)));
    expect(sumFen(left)).toBe(this.setAsideNow);
  }
}
