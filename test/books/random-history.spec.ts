import fc from 'fast-check';
import { addDays, addMonths } from '../../src/domain/calendar/calendar-day';
import { type Fen, plainYuan } from '../../src/domain/money/fen';
import { DomainError } from '../../src/domain/shared/domain-error';
import type { Voucher } from '../../src/features/ledger/ledger-read.service';
import { ReentriesService } from '../../src/features/ledger/reentries.service';
import { PeriodsService } from '../../src/features/surplus/periods.service';
import { describeOnEachEngine } from '../support/engines';
import { assertKeepingFailures } from '../support/kept-failures';
import { byTier } from '../support/tier';
import { ACCOUNTANT, claimOf, Village } from '../support/village';
import { expectSoundBooks } from './invariants';

const SEED = 20_251_122;
const HISTORIES = byTier(6, 200);
const STEPS = byTier(30, 60);
/** What is tried how often. */
const WEIGHTS = {
  settle: 4,
  receive: 4,
  pay: 2,
  draft: 3,
  decide: 4,
  grant: 6,
  reverse: 4,
  hold: 1,
};
type Act = keyof typeof WEIGHTS;
const ACTS: readonly Act[] = ['settle', 'receive', 'pay', 'draft', 'decide', 'grant', 'reverse', 'hold'];

/** One step: what is tried, on which day, with what amount, on which of the things there are. */
interface Step {
  readonly act: Act;
  readonly day: string;
  readonly amount: Fen;
  readonly choice: number;
}

const anyDay = fc
  .tuple(fc.integer({ min: 1, max: 7 }), fc.integer({ min: 1, max: 28 }))
  .map(([month, day]) => `2025-0${String(month)}-${String(day).padStart(2, '0')}`);
const anyStep: fc.Arbitrary<Step> = fc.record({
  act: fc.oneof(...ACTS.map((act) => ({ arbitrary: fc.constant(act), weight: WEIGHTS[act] }))),
  day: anyDay,
  amount: fc.bigInt({ min: 1n, max: 60_000n }),
  choice: fc.nat(99),
});

const pick = <T>(from: readonly T[], choice: number): T | undefined =>
  from[choice % Math.max(1, from.length)];

/** The acts of a random history; an act that finds nothing to be done on does nothing. */
class History {
  readonly done = new Map<Act, number>();
  enteredAnew = 0;
  private readonly plans: string[] = [];
  /** What each settled period left over when it was settled, by plan. */
  private readonly leftOver = new Map<string, Fen>();

  constructor(
    readonly village: Village,
    private readonly stationId: string,
  ) {}

  /** Tries a step; a refusal leaves the chain as it was. */
  async take(step: Step): Promise<void> {
    const { books } = this.village.services;
    const before = await books.requireChain(this.village.id);
    try {
      const acted = await this[step.act](step);
      if (acted !== undefined) this.done.set(step.act, (this.done.get(step.act) ?? 0) + 1);
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      expect(await books.requireChain(this.village.id)).toEqual(before);
    }
  }

  private async settle({ day, choice }: Step): Promise<unknown> {
    const slips = await this.village.services.incomeRead.listSettlements(this.village.id);
    const month = addMonths('2024-12', slips.length + (choice % 10 === 0 ? 1 : 0));
    const late = choice % 3 === 0 ? { on: day } : {};
    return this.village.settle(this.stationId, month, { kwh: 1_000 + choice * 10, ...late });
  }

  private async receive({ day, choice, amount }: Step): Promise<unknown> {
    const owed = await this.village.owed();
    const first = pick(owed, choice);
    if (first === undefined) return undefined;
    if (choice % 4 === 0) return this.village.receive([{ id: first.id, outstanding: amount }], '2025-07-15');
    return this.village.receive(choice % 2 === 0 ? owed : [first], choice % 5 === 0 ? day : '2025-07-15');
  }

  private pay({ day, amount }: Step): Promise<unknown> {
    return this.village.pay(amount, day);
  }

  private async draft({ choice, amount }: Step): Promise<unknown> {
    const settled = await this.village.services.surplus.listSettled(this.village.id, 'pv');
    const last = settled.at(-1)?.periodTo;
    // Now and then a period that overlaps with a settled one, which must be refused.
    const from = last === undefined || choice % 10 === 0 ? '2025-01-01' : addDays(last, 1);
    const ends = ['2025-03-31', '2025-05-31', '2025-06-30', '2025-07-10'].filter((day) => day > from);
    const to = pick(ends, choice) ?? '2025-07-20';
    const bucket = pick(['posts', 'labour', 'reward', 'industry'], choice) ?? '';
    const claims = [claimOf(amount, { bucket }), claimOf(amount / 2n + 1n)];
    const plan = await this.village.draft(claims, { from, to });
    this.plans.push(plan.id);
    return plan;
  }

  private async decide({ choice }: Step): Promise<unknown> {
    const planId = this.plans.at(-1);
    if (planId === undefined) return undefined;
    await this.village.submit(planId).catch(ignoreRefusal);
    await this.village.meet(planId).catch(ignoreRefusal);
    return this.village.review(planId, choice % 8 === 0 ? { reason: 'once more' } : {});
  }

  private async grant({ choice, day }: Step): Promise<unknown> {
    const plans = await this.village.services.plans.listPlans(this.village.id);
    const approved = plans.filter((each) => each.state === 'approved');
    const plan = pick(approved, choice);
    const claim = pick(plan?.lines.flatMap((line) => line.claims) ?? [], choice);
    if (plan === undefined || claim === undefined) return undefined;
    return this.village.grant(plan.id, claim.id, choice % 2 === 0 ? day : '2025-07-20');
  }

  private async reverse(step: Step): Promise<unknown> {
    const voucher = pick(await this.village.vouchers(), step.choice);
    if (voucher === undefined) return undefined;
    const reversal = await this.village.reverse(voucher.entryId);
    const anew = await this.enterAnew(voucher, step).catch(ignoreRefusal);
    if (anew !== undefined) this.enteredAnew += 1;
    return reversal;
  }

  /** The fact of a reversed cost or receipt is entered anew, with another amount and on whatever day. */
  private async enterAnew({ entryId, source }: Voucher, { choice, day, amount }: Step): Promise<unknown> {
    const { services, id } = this.village;
    const command = { ...ACCOUNTANT, corrects: entryId };
    const on = choice % 3 === 0 ? day : '2025-07-19';
    const yuan = plainYuan(amount);
    if (source.kind === 'deduction') {
      const form = { kind: 'insurance', name: 'insurance', reason: 'due', postedOn: on, amount: yuan };
      return services.deductions.recordDeduction(id, form, command);
    }
    const owed = pick(await this.village.owed(), choice);
    if (source.kind !== 'receipt' || owed === undefined) return undefined;
    const form = { receivedOn: on, amount: yuan, amounts: { [owed.id]: yuan } };
    return services.receipts.recordReceipt(id, form, command);
  }

  /** Whatever is put right of the last settled period, its statement still tells what was decided on. */
  async expectDecided(): Promise<void> {
    const { services, id } = this.village;
    const { surplus, books, clock, database } = services;
    const last = (await surplus.listSettled(id, 'pv')).at(-1);
    if (last === undefined) return;
    const next = addDays(last.periodTo, 1);
    const statement = await surplus.statement(id, { pool: 'pv', from: next, to: '2025-12-31' });
    const periods = new PeriodsService(books, surplus, clock, new ReentriesService(database, books));
    const told = await periods.correctionsOf(id, statement);
    const decided = told?.decided ?? statement.carriedOver;
    expect(decided).toBe(this.leftOver.get(last.planId) ?? decided);
    this.leftOver.set(last.planId, decided);
  }

  private async hold({ choice }: Step): Promise<unknown> {
    const months = await this.village.services.books.listMonths(this.village.id);
    const open = months.filter((each) => each.state === 'open');
    const month = (choice % 3 === 0 ? pick(open, choice) : open[0])?.month;
    return month === undefined ? undefined : this.village.hold(month);
  }
}

describeOnEachEngine('the books of any history', (open) => {
  it(
    'are sound after every step, whatever was tried, taken back or refused',
    async () => {
      const { database } = await open();
      const done = new Map<Act, number>();
      let enteredAnew = 0;
      const history = fc.asyncProperty(
        fc.bigInt({ min: 0n, max: 200_000n }),
        fc.array(anyStep, { minLength: STEPS, maxLength: STEPS }),
        async (opening, steps) => {
          const village = await Village.start(database);
          if (opening > 0n) await village.openWith(opening);
          const told = new History(village, await village.addStation());
          for (const step of steps) {
            await told.take(step);
            await expectSoundBooks(village);
            await told.expectDecided();
          }
          const { breaks } = await village.services.check.checkBooks(village.id);
          expect(breaks).toEqual([]);
          enteredAnew += told.enteredAnew;
          for (const [act, count] of told.done) done.set(act, (done.get(act) ?? 0) + count);
        },
      );
      await assertKeepingFailures('random-history', history, { seed: SEED, numRuns: HISTORIES });
      // Nothing is shown by histories in which everything is refused.
      expect(ACTS.filter((act) => (done.get(act) ?? 0) < HISTORIES / 2)).toEqual([]);
      expect(enteredAnew).toBeGreaterThan(0);
    },
    byTier(120_000, 3_600_000),
  );
});

function ignoreRefusal(error: unknown): undefined {
  if (!(error instanceof DomainError)) throw error;
  return undefined;
}
