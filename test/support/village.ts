import type { AssetForm } from '../../src/domain/assets/asset';
import { addMonths, type CalendarDay, type Month, monthOf } from '../../src/domain/calendar/calendar-day';
import type { Pool } from '../../src/domain/ledger/journal-entry';
import { type Fen, plainYuan, sumFen } from '../../src/domain/money/fen';
import type { ClaimForm } from '../../src/domain/uses/claim';
import { CollectivesService } from '../../src/features/collectives/collectives.service';
import type { ReceivableState } from '../../src/features/income/income-read.service';
import type { RecordedIncome } from '../../src/features/income/income.service';
import { LedgerMonthsService, type Seal } from '../../src/features/ledger/ledger-months.service';
import { LedgerReadService } from '../../src/features/ledger/ledger-read.service';
import { type BookedEntry, LedgerService } from '../../src/features/ledger/ledger.service';
import { AssetWishesService } from '../../src/features/months/asset-wishes.service';
import { ClosingWishesService } from '../../src/features/months/closing-wishes.service';
import { MonthReadinessService } from '../../src/features/months/month-readiness.service';
import { StationSlipsService } from '../../src/features/months/station-slips.service';
import { MonthTasksService } from '../../src/features/months/month-tasks.service';
import { MonthsService } from '../../src/features/months/months.service';
import { JointReversalsService } from '../../src/features/months/joint-reversals.service';
import { ChartChangeService } from '../../src/features/months/chart-change.service';
import { YearBooksService } from '../../src/features/months/year-books.service';
import { YearEndService } from '../../src/features/months/year-end.service';
import { NoticeReadService } from '../../src/features/notices/notice-read.service';
import { surplusOn } from './surplus';
import { UsersService } from '../../src/features/users/users.service';
import { usesOn } from './uses';
import { SetClock } from '../../src/platform/clock/clock';
import type { Database } from '../../src/platform/database/database';
import { approvalsOn } from './approvals';
import { ACCOUNTANT, DEPUTY, GRANTER, OFFICER } from './actors';
import { assetLifeOn, assetVouchersOn } from './asset-life';
import { assetsOn, particularsOn } from './asset-matters';
import { bankServicesOn } from './bank-services';
import { addPerson } from './people';
import { openingsOn } from './openings';
import { confirmPolicy, policyRegisterOn } from './policy-register';
import { checkOn } from './checks';
import { deductionsOn } from './deductions';
import { plansOn, wishesOn } from './plans';
import { keptCostsOn } from './kept-costs';
import { KIT_ROUTE } from './kit-routes';
import { priorYearOn, reversingOn } from './prior-year';
import { reversibleFactsOn } from './reversible-facts';
import { rentsOn } from './leases';
import { seedRegisters } from './seed-registers';
import { slipsOn } from './slips';
import { STATION, type VillageWish } from './station';
import { deskOn } from './voucher-desk';
import { vouchersOn } from './vouchers';

export { STATION };

export { ACCOUNTANT, DEPUTY, GRANTER, OFFICER };

/** The services of the chain on one database, on a clock that the test sets. */
export type Services = ReturnType<typeof servicesOn>;

export function servicesOn(database: Database, clock: SetClock) {
  const { charts, carry, layouts, packs: policy } = seedRegisters();
  const books = new LedgerReadService(database, charts);
  const ledger = new LedgerService(clock, charts, books);
  const collectives = new CollectivesService(database, ledger);
  const assets = assetsOn(database, clock, { collectives, policy });
  const particulars = particularsOn(database, clock, { collectives, assets });
  const income = slipsOn(database, clock, { assets, collectives, policy, books, ledger });
  const { incomeRead, deliveries, cutDeliveries, keptCuts } = income;
  const rent = rentsOn(database, clock, { ...income, assets, collectives, policy, ledger, books });
  const { balances, rents, taxRead } = rent;
  const spent = deductionsOn(database, clock, { ...income, assets, books, collectives, ledger, policy });
  const { costWishes, deductions } = spent;
  const costs = keptCostsOn(database, { ...income, ...rent, ...spent, assets, books, clock });
  const steps = { ...income, ...rent, ...costs, ...spent };
  const surplus = surplusOn(database, books, ledger);
  const uses = usesOn(database, clock, ledger);
  const users = new UsersService(database, clock);
  const approvals = approvalsOn(database, clock);
  const parts = { assets, collectives, deductions, surplus, policy, uses, approvals, books };
  const distribution = plansOn(database, clock, parts);
  const bank = bankServicesOn(database, clock, { ledger, layouts });
  const stations = new StationSlipsService(database, assets, incomeRead, income.links, income.outbox);
  const life = assetLifeOn(database, clock, { assets, books, ledger, particulars });
  const assetWishes = new AssetWishesService(stations, rents, costWishes, life.depreciationRead, taxRead);
  const wanting = wishesOn({ ledger, balances, bank: bank.bankRead, aboveNew: distribution.aboveNew });
  const tasks = new MonthTasksService(database, assetWishes, books, wanting);
  const check = checkOn(database, clock, { ...parts, ...life, plans: distribution.plans, ...steps });
  const ledgerMonths = new LedgerMonthsService(database, clock, books);
  const years = new YearBooksService(clock, books, balances, ledger, tasks);
  const yearEnd = new YearEndService(database, clock, years, ledger, life.depreciationRead);
  const given = { database, clock, books, ledger, keptCuts, income: income.income };
  const facts = reversibleFactsOn({ ...steps, ...life, ...given });
  const reversing = reversingOn(database, { books, ledger, facts, years, balances });
  const jointReversals = new JointReversalsService(deliveries, cutDeliveries, books, reversing);
  const named = assetVouchersOn(assets, books, database);
  const booked = { database, clock, books, ledger };
  const desk = deskOn(named, { ...costs, ...booked, collectives, reversing, jointReversals });
  const vouchers = vouchersOn({ database, clock, ledger, books, users, desk });
  const wishes = new ClosingWishesService(database, tasks, years, vouchers.signatures, clock);
  const readiness = new MonthReadinessService(wishes, books, ledgerMonths, new NoticeReadService());
  return {
    database,
    clock,
    books,
    ledger,
    ...bank,
    collectives,
    assets,
    particulars,
    ...life,
    ...steps,
    surplus,
    uses,
    check,
    ...distribution,
    ...policyRegisterOn(database, { clock, policy, tree: collectives }),
    years,
    yearEnd,
    priorYear: priorYearOn(database, { ...vouchers, clock, years, books, ledger, balances }),
    chartChange: new ChartChangeService(database, clock, years, ledger, carry),
    reversing,
    jointReversals,
    desk,
    users,
    ...vouchers,
    ledgerMonths,
    readiness,
    openings: openingsOn(database, clock, { assets, income: income.income, ledger }),
    months: new MonthsService(database, readiness, ledgerMonths, check),
  };
}

/** A claim on the plan: by default the posts' wages of six lifted-out people. */
export function claimOf(amount: Fen, wish: Partial<ClaimForm> = {}): ClaimForm {
  const usual = { bucket: 'posts', forWhat: 'cleaning', beneficiaries: '6', unit: 'person' };
  return { ...usual, targetGroup: 'lifted_out', amount: plainYuan(amount), ...wish };
}

/** One village and the acts of its people, each through the service a page would call. */
export class Village {
  private constructor(
    readonly id: string,
    readonly services: Services,
  ) {}

  /** A village in Fuyang whose books open on 2025-01-01; the clock stands on 2025-07-20. */
  static async start(database: Database, wish: VillageWish = {}): Promise<Village> {
    const services = servicesOn(database, wish.clock ?? new SetClock('2025-07-20'));
    const name = wish.name ?? 'Donghe';
    const { id } = await services.collectives.createCollective({
      parentId: null,
      kind: 'village',
      name,
      organisationName: `${name} cooperative`,
      regionPath: [...(wish.under === undefined ? [] : [wish.under]), '341200'],
      noticeLabel: 'DH',
      routeId: wish.routeId ?? KIT_ROUTE,
      contacts: [],
      booksOpenOn: '2025-01-01',
    });
    await confirmPolicy(services.confirmations, { officeId: id, today: services.clock.today() });
    return new Village(id, services);
  }

  /** A village that is there already, as another program finds it. */
  static at(database: Database, id: string, clock: SetClock): Village {
    return new Village(id, servicesOn(database, clock));
  }

  openWith(amount: Fen, pool: Pool = 'pv'): Promise<BookedEntry> {
    const opening = { on: '2025-01-01', bank: [{ pool, amount }], receivables: [] };
    return this.services.openings.recordShort(this.id, opening, ACCOUNTANT);
  }

  async addStation(wish: Partial<AssetForm> = {}): Promise<string> {
    return (await this.services.assets.addAsset(this.id, { ...STATION, ...wish }, ACCOUNTANT)).id;
  }

  /** The slip of a month of the usual station, posted in the month after; the meter starts at 0. */
  async settle(assetId: string, month: Month, slip: SlipWish): Promise<RecordedIncome> {
    const earlier = await this.services.incomeRead.listSettlements(this.id);
    const before = earlier.filter((each) => each.assetId === assetId && each.generationMonth < month);
    const from = before.at(-1)?.readingTo ?? '0';
    const form = {
      assetId,
      generationMonth: month,
      postedOn: slip.on ?? `${addMonths(month, 1)}-05`,
      readingFrom: from,
      readingTo: slip.readingTo ?? String(Number(from) + slip.kwh / 10),
      energy: String(slip.kwh),
      energyUnit: 'kWh',
      energyPrice: '0.40',
      priceUnit: 'yuan/kWh',
      subsidyPrice: '0.35',
      energyAmount: '',
      subsidyAmount: '',
    };
    const { id, voucher } = await this.services.income.recordSettlement(this.id, form, ACCOUNTANT);
    if (voucher === undefined) throw new Error('the slip booked nothing');
    return { id, voucher };
  }

  /** What is owed to the village and has not come. */
  async owed(): Promise<ReceivableState[]> {
    const all = await this.services.incomeRead.listReceivables(this.id);
    return all.filter((each) => each.outstanding > 0n);
  }

  /** Money has come for these receivables, each whole unless an amount is given. */
  receive(
    paid: readonly { readonly id: string; readonly outstanding: Fen }[],
    on: CalendarDay,
  ): Promise<RecordedIncome> {
    const amounts = Object.fromEntries(paid.map((each) => [each.id, plainYuan(each.outstanding)]));
    const amount = plainYuan(sumFen(paid.map((each) => each.outstanding)));
    return this.services.receipts.recordReceipt(this.id, { receivedOn: on, amount, amounts }, ACCOUNTANT);
  }

  pay(amount: Fen, on: CalendarDay, twiceReason = ''): Promise<{ id: string; voucher: BookedEntry }> {
    const form = {
      kind: 'insurance',
      name: 'insurance',
      postedOn: on,
      amount: plainYuan(amount),
      ...{ reason: 'due', twiceReason },
    };
    return this.services.deductions.recordDeduction(this.id, form, ACCOUNTANT);
  }

  draft(claims: readonly ClaimForm[], period = { from: '2025-01-01', to: '2025-06-30' }) {
    const form = { pool: 'pv', ...period, claims, reasons: {}, leftOverNote: 'kept' };
    return this.services.drafting.draftPlan(this.id, form, ACCOUNTANT);
  }

  submit(planId: string): Promise<{ digest: string }> {
    return this.services.deciding.submitPlan(this.id, planId, ACCOUNTANT);
  }

  /** The representatives' meeting of today or an earlier day: 40 due, all there, all in favour. */
  meet(planId: string, heldOn = this.services.clock.today()): Promise<{ approved: boolean }> {
    const counts = { due: '40', present: '40', inFavour: '40', against: '0', abstained: '0' };
    const form = { heldOn, stepPaper: 'minutes', ...counts };
    return this.services.deciding.recordMeeting(this.id, planId, { form, command: ACCOUNTANT });
  }

  /** The township's review of the bytes as they stand. */
  async review(planId: string, wish: { by?: string; reason?: string } = {}): Promise<{ approved: boolean }> {
    const { digest } = await this.services.plans.requirePlan(this.id, planId);
    const outcome = wish.reason === undefined ? 'passed' : 'returned';
    const form = { outcome, reason: wish.reason ?? '', digest: digest ?? '' };
    const command = { by: wish.by ?? OFFICER.by };
    return this.services.deciding.reviewPlan(this.id, planId, { form, command });
  }

  /** Drafts, submits, meets and reviews: an approved plan and the ids of its claims. */
  async approvedPlan(claims: readonly ClaimForm[]): Promise<{ id: string; claimIds: string[] }> {
    const { id } = await this.draft(claims);
    await this.submit(id);
    await this.meet(id);
    await this.review(id);
    const plan = await this.services.plans.requirePlan(this.id, id);
    return { id, claimIds: plan.lines.flatMap((line) => line.claims.map((claim) => claim.id)) };
  }

  grant(planId: string, claimId: string, on?: CalendarDay) {
    const form = { planId, claimId, grantedOn: on ?? this.services.clock.today(), wholeWhy: 'on paper' };
    return this.services.wholeGrants.grantClaim(this.id, form, GRANTER);
  }

  reverse(entryId: string, on?: CalendarDay, paidWhy?: string): Promise<BookedEntry> {
    const form = { entryId, reason: 'wrongAmount', postedOn: on ?? this.services.clock.today() };
    return this.services.reversing.reverseVoucher(this.id, { ...form, paidWhy }, ACCOUNTANT);
  }

  hold(month: Month): Promise<{ month: Month }> {
    return this.services.months.holdMonth(this.id, month, ACCOUNTANT);
  }

  reopen(month: Month, reason = 'a slip was forgotten'): Promise<{ month: Month }> {
    return this.services.months.reopenMonth(this.id, { month, reason }, ACCOUNTANT);
  }

  /** A second bookkeeper has looked every voucher over; the township seals; whoever holds does not. */
  async seal(month: Month, command = OFFICER): Promise<Seal> {
    await addPerson(this.services.database, this.id, DEPUTY.by);
    await this.services.signatures.reviewMonth(this.id, month, DEPUTY).catch(() => undefined);
    return this.services.months.sealMonth(this.id, month, command);
  }

  vouchers() {
    const last = monthOf(this.services.clock.today());
    return this.services.books.listVouchers(this.id, { first: '2025-01', last });
  }
}

/** A slip of the usual station: its kWh, and its day and reading where they are not the usual ones. */
export interface SlipWish {
  readonly kwh: number;
  readonly on?: CalendarDay;
  readonly readingTo?: string;
}
