import { addMonths } from '../../src/domain/calendar/calendar-day';
import { plainYuan } from '../../src/domain/money/fen';
import { DomainError } from '../../src/domain/shared/domain-error';
import { HALL } from '../integration/leases.fixture';
import { typedContract } from '../support/deductions';
import type { Joint } from '../support/joint-station';
import { typedLease } from '../support/leases';
import { ACCOUNTANT, type Village } from '../support/village';
import { type Followed, pick, TERM_WEIGHTS, type TermAct, Terms, type Tried } from './terms.fixture';

/** What is tried how often; the acts of {@link Dealings}. */
export const WEIGHTS = {
  ...{ keptSlip: 4, come: 4, passOn: 2, cost: 3, takeCost: 4, slip: 3, receive: 3, bill: 3, rent: 3 },
  ...{ splitNow: 4, costBack: 3 },
  ...{ depreciate: 4, improve: 2, leave: 1, reverse: 5, hold: 2 },
};
type OwnAct = keyof typeof WEIGHTS;
export type Act = OwnAct | TermAct;

/** One step: what is tried, and with what. */
export interface Step extends Tried {
  readonly act: Act;
}

const isTermAct = (act: Act): act is TermAct => act in TERM_WEIGHTS;

/** Acts on a joint station's keeper and on one of its owners, who has a station and a hall of his own. */
export class Dealings {
  readonly done = new Map<Act, number>();
  private readonly east: Village;
  private readonly terms: Terms;

  constructor(
    private readonly joint: Joint,
    private readonly own: Followed,
  ) {
    this.east = joint.east;
    this.terms = new Terms(joint, own);
  }

  /** Tries a step; a refusal leaves both chains as they were. */
  async take(step: Step): Promise<void> {
    const before = await this.chains();
    try {
      const acted = await this.act(step);
      if (acted !== undefined) this.done.set(step.act, (this.done.get(step.act) ?? 0) + 1);
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      expect(await this.chains()).toEqual(before);
    }
  }

  private act(step: Step): Promise<unknown> {
    return isTermAct(step.act) ? this.terms[step.act](step) : this[step.act](step);
  }

  private chains(): Promise<unknown[]> {
    const { services, keeper } = this.joint;
    return Promise.all([keeper, this.east].map(({ id }) => services.books.requireChain(id)));
  }

  private async keptSlip({ choice, day }: Step): Promise<unknown> {
    const slips = await this.joint.services.incomeRead.listSettlements(this.joint.keeper.id);
    const month = addMonths('2025-01', slips.length + (choice % 12 === 0 ? 1 : 0));
    return this.joint.settle(month, 800 + choice * 10, choice % 3 === 0 ? day : undefined);
  }

  private async come({ choice, amount, day }: Step): Promise<unknown> {
    const owed = await this.joint.keeper.owed();
    const first = pick(owed, choice);
    if (first === undefined) return undefined;
    const came = choice % 3 === 0 ? [{ id: first.id, outstanding: amount }] : owed;
    return this.joint.keeper.receive(came, choice % 4 === 0 ? day : '2025-07-10');
  }

  private async passOn({ choice, amount }: Step): Promise<unknown> {
    const { services, keeper } = this.joint;
    const owed = await services.joint.listOwed(keeper.id);
    const paid = owed.filter((each) => each.owed > 0n);
    const amounts = Object.fromEntries(
      paid.map((each) => [each.owner, plainYuan(choice % 3 === 0 ? amount : each.owed / 2n + 1n)]),
    );
    return services.jointPayments.payOwners(keeper.id, { paidOn: '2025-07-12', amounts }, ACCOUNTANT);
  }

  private cost({ amount, choice }: Step): Promise<unknown> {
    const { services, keeper, station } = this.joint;
    const kind = choice % 2 === 0 ? 'land_rent' : 'insurance';
    const form = {
      assetId: station,
      kind,
      name: kind,
      amount: plainYuan(amount / 10n + 100n),
      note: 'paper',
    };
    return services.keptCosts.recordCost(
      keeper.id,
      { ...form, paidOn: '2025-07-11', reason: '' },
      ACCOUNTANT,
    );
  }

  private async takeCost({ choice }: Step): Promise<unknown> {
    const { takenCosts, takenRefunds } = this.joint.services;
    const waiting = pick(await takenCosts.listWaiting(this.east.id), choice);
    if (waiting === undefined) return undefined;
    const form = { costId: waiting.cost.id, postedOn: choice % 5 === 0 ? '2025-07-10' : '2025-07-15' };
    if (waiting.amount < 0n) return takenRefunds.takeRefund(this.east.id, form, ACCOUNTANT);
    return takenCosts.takeCost(this.east.id, form, ACCOUNTANT);
  }

  private async costBack({ amount, choice }: Step): Promise<unknown> {
    const { keptCosts, keptRefunds } = this.joint.services;
    const costs = (await keptCosts.listCosts(this.joint.keeper.id)).filter(({ cost }) => cost.amount > 0n);
    const costId = pick(costs, choice)?.cost.id ?? '';
    const paper = { reason: 'cancelled', byPaper: `Endorsement ${String(choice)}` };
    const form = { refundedOn: '2025-07-13', amount: plainYuan(amount / 40n + 1n), ...paper };
    return keptRefunds.refund(this.joint.keeper.id, { costId, form }, ACCOUNTANT);
  }

  /** Splits the first slip that waits; where none does, one too little is entered for another time. */
  private async splitNow({ day, choice }: Step): Promise<unknown> {
    const { services, keeper } = this.joint;
    const [waits] = await services.joint.listWaiting(keeper.id);
    if (waits === undefined) {
      const slips = await services.incomeRead.listSettlements(keeper.id);
      await this.joint.settle(addMonths('2025-01', slips.length), 0.2, choice % 3 === 0 ? day : undefined);
      return undefined;
    }
    const form = { splitOn: choice % 3 === 0 ? day : '2025-07-16', reason: 'the last slip' };
    return services.splitNow.split(keeper.id, { slipId: waits.slip.id, form }, ACCOUNTANT);
  }

  private async slip({ choice, day }: Step): Promise<unknown> {
    const all = await this.joint.services.incomeRead.listSettlements(this.east.id);
    const slips = all.filter((slip) => slip.assetId === this.own.station);
    const late = choice % 3 === 0 ? { on: day } : {};
    return this.east.settle(this.own.station, addMonths('2024-12', slips.length), {
      kwh: 900 + choice * 10,
      ...late,
    });
  }

  private async receive({ choice, amount }: Step): Promise<unknown> {
    const owed = await this.east.owed();
    const first = pick(owed, choice);
    if (first === undefined) return undefined;
    return this.east.receive(choice % 3 === 0 ? [{ id: first.id, outstanding: amount }] : owed, '2025-07-15');
  }

  private async bill({ choice, day }: Step): Promise<unknown> {
    const { rents, rentDues } = this.joint.services;
    const leaseId = this.own.lease;
    const { dues } = await rents.requireStanding(this.east.id, { leaseId });
    const from = pick(dues, choice % 4)?.from ?? '';
    const form = { postedOn: day, attachments: '', fromAdvance: '' };
    return rentDues.bookDue(this.east.id, { leaseId, from, form }, ACCOUNTANT);
  }

  private rent({ day, choice }: Step): Promise<unknown> {
    const paid =
      choice % 2 === 0
        ? { until: '2025-01-01', amount: '300.00' }
        : { until: '2025-04-01', amount: '600.00' };
    const payment = { paymentFrom: '2025-01-01', paymentUpTo: paid.until, attachments: '' };
    const form = { ...payment, receivedOn: day, amount: paid.amount };
    return this.joint.services.rentDues.receivePayment(
      this.east.id,
      { leaseId: this.own.lease, form },
      ACCOUNTANT,
    );
  }

  private async depreciate({ choice }: Step): Promise<unknown> {
    const booked = (await this.east.vouchers()).filter(
      ({ event, reversedById }) => event.startsWith('assets.depreciat') && reversedById === undefined,
    );
    const month = addMonths('2025-01', booked.length + (choice % 10 === 0 ? 1 : 0));
    return this.joint.services.depreciation.bookMonth(this.east.id, month, ACCOUNTANT);
  }

  private improve({ day, amount, choice }: Step): Promise<unknown> {
    const kind = choice % 3 === 0 ? 'impairment' : 'improvement';
    const form = {
      ...{
        kind,
        happenedOn: day,
        amount: plainYuan(amount),
        pool: 'other',
        paidFrom: 'bank',
        paper: 'contract',
        reason: 'worn out',
      },
      ...{ fundLevel: kind === 'improvement' ? 'own' : '', fundYear: kind === 'improvement' ? '2025' : '' },
      ...{ months: '', salvage: '' },
    };
    return this.joint.services.assetLife.recordChange(
      this.east.id,
      { assetId: this.own.station, form },
      ACCOUNTANT,
    );
  }

  private leave({ day, choice }: Step): Promise<unknown> {
    const form = {
      ...{ way: 'sale', ground: 'poorReturn', happenedOn: choice % 2 === 0 ? day : '2025-07-19' },
      ...{ proceeds: '500.00', costs: '1.00', agreedValue: '', paper: 'resolution', approvedBy: 'meeting' },
    };
    return this.joint.services.assetLife.recordLeaving(
      this.east.id,
      { assetId: this.own.station, form },
      ACCOUNTANT,
    );
  }

  private async reverse({ choice }: Step): Promise<unknown> {
    const village = choice % 3 === 0 ? this.joint.keeper : this.east;
    const voucher = pick(await village.vouchers(), choice);
    if (voucher === undefined) return undefined;
    const form = { entryId: voucher.entryId, reason: 'wrongAmount', postedOn: '2025-07-18' };
    return this.joint.services.desk.reverseVoucher(village.id, form, ACCOUNTANT);
  }

  private async hold({ choice }: Step): Promise<unknown> {
    const village = choice % 2 === 0 ? this.joint.keeper : this.east;
    const months = await this.joint.services.books.listMonths(village.id);
    const month = months.find((each) => each.state === 'open')?.month;
    return month === undefined ? undefined : village.hold(month);
  }
}

/**
 * East's own station, worth 1,000.00 and losing 100.00 a month, and a hall let for 300.00 a quarter; two
 * months of the joint station have come to its keeper.
 */
export async function follow(joint: Joint): Promise<Followed> {
  const { east, keeper, services } = joint;
  const funds = [{ level: 'county', year: '2024', amount: '1000.00' }];
  const station = await east.addStation({ name: 'Own', acquiredOn: '2024-12-10', cost: '1000.00', funds });
  const further = [
    { ledgerAccount: '151', side: 'debit' as const, amount: 100_000n, pool: 'pv' as const, assetId: station },
    { ledgerAccount: '311', side: 'credit' as const, amount: 100_000n, pool: 'pv' as const },
  ];
  const bank = [{ pool: 'other' as const, amount: 100_000n }];
  await services.openings.recordShort(
    east.id,
    { on: '2025-01-01', bank, receivables: [], further },
    ACCOUNTANT,
  );
  const terms = {
    ...{ basis: 'acquired', use: 'operating', fromMonth: '', months: '10', salvage: '0' },
    ...{ accumulated: '', paper: '' },
  };
  await services.depreciation.enterTerms(east.id, { assetId: station, form: terms }, ACCOUNTANT);
  for (const month of ['2025-01', '2025-02']) await joint.settle(month, 1_000);
  await keeper.receive(await keeper.owed(), '2025-04-10');
  const { id: hall } = await services.assets.addAsset(east.id, HALL, ACCOUNTANT);
  const form = typedLease({ assetId: hall, rent: '300.00', perMonths: '3', everyMonths: '3' });
  const upkeepTerms = { assetId: station, name: 'Upkeep', amount: '12.00', yearPart: 'quarter' };
  const { id: upkeep } = await services.contracts.addContract(
    east.id,
    typedContract(upkeepTerms),
    ACCOUNTANT,
  );
  return { station, upkeep, lease: (await services.leases.addLease(east.id, form, ACCOUNTANT)).id };
}
