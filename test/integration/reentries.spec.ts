import { plainYuan } from '../../src/domain/money/fen';
import { DomainError } from '../../src/domain/shared/domain-error';
import { ReentriesService } from '../../src/features/ledger/reentries.service';
import { PeriodsService } from '../../src/features/surplus/periods.service';
import { SetClock } from '../../src/platform/clock/clock';
import { expectSoundBooks } from '../books/invariants';
import { describeOnEachEngine, type OpenDatabase } from '../support/engines';
import { sheetSums } from '../support/sheet-sums';
import { Tampering } from '../support/tampering';
import { ACCOUNTANT, claimOf, Village } from '../support/village';
import { typedLine, typedVoucher } from '../support/vouchers';

const SPRING = { pool: 'pv', from: '2025-01-01', to: '2025-06-30' } as const;
const AUTUMN = { pool: 'pv', from: '2025-07-01', to: '2025-12-31' } as const;

const codeOf = (refused: Promise<unknown>): Promise<string> =>
  refused.then(
    () => 'booked',
    (error: unknown) => {
      if (error instanceof DomainError) return error.code;
      throw error;
    },
  );

/** 1,000.00 taken over; in June 400.00 came and 100.00 was paid; 700.00 of it are promised on 20 July. */
describeOnEachEngine('a fact that was reversed and is entered anew', (open) => {
  let opened: OpenDatabase;
  let village: Village;
  const clock = new SetClock('2025-07-20');
  let received: string;
  let paid: string;
  let spring: string;

  const statement = async (period: typeof SPRING | typeof AUTUMN) => {
    const {
      carriedOver,
      received: came,
      deducted,
      distributable,
    } = await village.services.surplus.statement(village.id, period);
    return [carriedOver, came, deducted, distributable];
  };
  const receive = async (fen: bigint, on: string, corrects?: string) => {
    const [first] = await village.owed();
    const form = { receivedOn: on, amount: plainYuan(fen), amounts: { [first?.id ?? '']: plainYuan(fen) } };
    const command = { ...ACCOUNTANT, ...(corrects === undefined ? {} : { corrects }) };
    return (await village.services.receipts.recordReceipt(village.id, form, command)).voucher.entryId;
  };
  const pay = async (fen: bigint, on: string, corrects?: string) => {
    const bill = {
      kind: 'insurance',
      name: 'insurance',
      reason: 'due',
      postedOn: on,
      amount: plainYuan(fen),
    };
    const command = { ...ACCOUNTANT, ...(corrects === undefined ? {} : { corrects }) };
    return (await village.services.deductions.recordDeduction(village.id, bill, command)).voucher.entryId;
  };
  const corrections = async (period: { pool: 'pv'; from: string; to: string }) => {
    const { database, books, surplus } = village.services;
    const periods = new PeriodsService(books, surplus, clock, new ReentriesService(database, books));
    const { carriedOver } = await surplus.statement(village.id, period);
    const told = await periods.correctionsOf(village.id, { ...period, carriedOver });
    if (told === undefined) return undefined;
    const { decided, corrected, lines } = told;
    return { decided, corrected, effects: lines.map(({ effect }) => effect) };
  };
  const sheetOf = async (planId: string) =>
    sheetSums(village, await village.services.plans.requirePlan(village.id, planId));
  /** What a sheet prints and the books tell otherwise, and by whom it is carried on. */
  const movedOf = async (planId: string) => {
    const found = await village.services.moved.movedOf(village.id, planId);
    if (found === undefined) return undefined;
    const { moved, carriedBy, waits } = found;
    const { figures, within, later, change, laterChange, unexplained } = moved;
    return {
      figures: Object.fromEntries(figures.map(({ figure, printed, now }) => [figure, [printed, now]])),
      effects: [within, later].map((each) => each.map(({ effect }) => effect)),
      sums: [change, laterChange, unexplained],
      carriedBy: carriedBy?.planId,
      waits,
    };
  };
  /** The corrections of June, told of the plan of the spring. */
  const MOVED = {
    figures: {
      received: [40_000n, 39_000n],
      deducted: [10_000n, 9_500n],
      distributable: [130_000n, 129_500n],
      leftOver: [60_000n, 59_500n],
    },
    effects: [[-40_000n, 39_000n, 10_000n, -9_500n], []],
    sums: [-500n, 0n, 0n],
    carriedBy: undefined,
    waits: true,
  };
  const statementDay = async (entryId: string) =>
    (await village.services.books.requireEntry(village.id, entryId)).statementOn;

  beforeAll(async () => {
    opened = await open();
    village = await Village.start(opened.database, { clock });
    const bank = (['pv', 'members'] as const).map((pool) => ({ pool, amount: 100_000n }));
    const opening = { on: '2025-01-01', bank, receivables: [] };
    await village.services.openings.recordShort(village.id, opening, ACCOUNTANT);
    await village.settle(await village.addStation(), '2025-05', { kwh: 1_000 });
    // Put right before anything is decided: booked in July, counted in June, on the statement and the sheet.
    const wrong = await receive(30_000n, '2025-06-20');
    await village.reverse(wrong, '2025-07-10');
    received = await receive(40_000n, '2025-07-11', wrong);
    paid = await pay(10_000n, '2025-06-25');
    const claims = [claimOf(60_000n), claimOf(10_000n, { bucket: 'reward' })];
    ({ id: spring } = await village.approvedPlan(claims));
  });
  afterAll(() => opened.close());

  it('counts in the settled period, and the next one carries over the corrected left-over', async () => {
    expect(await statement(SPRING)).toEqual([100_000n, 40_000n, 10_000n, 130_000n]);
    const decided = await sheetOf(spring);
    expect(decided).toMatchObject({ received: 40_000n, costs: [10_000n] });
    expect(await statement(AUTUMN)).toEqual([60_000n, 0n, 0n, 60_000n]);
    expect(await codeOf(receive(100n, '2025-06-20'))).toBe('period.settled');
    // What was put right before the approval is what the plan was decided on.
    expect(await movedOf(spring)).toBeUndefined();
    await village.reverse(received);
    const right = await receive(39_000n, '2025-07-18', received);
    expect(await statementDay(right)).toBe('2025-06-20');
    await village.reverse(paid);
    await pay(9_500n, '2025-07-19', paid);
    expect(await statement(SPRING)).toEqual([100_000n, 39_000n, 9_500n, 129_500n]);
    expect(await statement(AUTUMN)).toEqual([59_500n, 0n, 0n, 59_500n]);
    expect(await corrections(AUTUMN)).toEqual({
      ...{ decided: 60_000n, corrected: 59_500n },
      effects: [-40_000n, 39_000n, 10_000n, -9_500n],
    });
    expect(await corrections(SPRING)).toBeUndefined();
    // The sheet of what was decided may hang only now: it says what was decided on, and that it has moved.
    expect(await sheetOf(spring)).toEqual(decided);
    expect(await movedOf(spring)).toEqual(MOVED);
    const year = await village.services.surplus.statement(village.id, { ...SPRING, to: AUTUMN.to });
    const within = await village.services.surplus.decidedWithin(village.id, year, '2025-07-20');
    expect([within?.planned, within?.undecided]).toEqual([70_000n, 59_500n]);
    await expectSoundBooks(village);
  });

  it('is entered anew once, after it was reversed, as what it was, in its own books', async () => {
    expect(await codeOf(receive(100n, '2025-07-18', received))).toBe('reentry.done');
    const cost = await pay(100n, '2025-07-10');
    expect(await codeOf(pay(90n, '2025-07-18', cost))).toBe('reentry.notReversed');
    const reversal = await village.reverse(cost);
    expect(await codeOf(pay(90n, '2025-07-18', reversal.entryId))).toBe('reentry.ofReversal');
    expect(await codeOf(receive(90n, '2025-07-18', cost))).toBe('reentry.otherKind');
    const other = await Village.start(opened.database, { name: 'Xihe', clock });
    const { voucher } = await other.openWith(100n).then(async () => other.pay(50n, '2025-07-01'));
    await other.reverse(voucher.entryId);
    expect(await codeOf(pay(90n, '2025-07-18', voucher.entryId))).toBe('ledger.entryUnknown');
    // Wrong again: what took its place is put right itself, and counts where the first one did.
    const again = await pay(90n, '2025-07-18', cost);
    await village.reverse(again);
    expect(await statementDay(await pay(95n, '2025-07-20', again))).toBe('2025-07-10');
    expect(await statement(AUTUMN)).toEqual([59_500n, 0n, 95n, 59_405n]);
  });

  it('is a voucher of one’s own, too, from its draft to its booking', async () => {
    const { id, services } = village;
    const write = async (amount: string, corrects?: string) => {
      const lines = [
        typedLine({ ledgerAccount: '513', debit: amount, pool: 'members' }),
        typedLine({ ledgerAccount: '102', credit: amount }),
      ];
      const command = { by: 'ann', ...(corrects === undefined ? {} : { corrects }) };
      const form = typedVoucher({ postedOn: '2025-07-15', lines });
      const draft = await services.voucherDrafts.saveDraft(id, { form }, command);
      await services.voucherDrafts.reviewDraft(id, draft, { by: 'ben' });
      return (await services.manualVouchers.postDraft(id, draft.id, { by: 'ann' })).entryId;
    };
    const wrong = await write('3.00');
    await village.reverse(wrong);
    expect(await codeOf(write('2.00', received))).toBe('reentry.done');
    const right = await write('2.00', wrong);
    expect(await codeOf(write('2.00', wrong))).toBe('reentry.done');
    expect(await statementDay(right)).toBe('2025-07-15');
  });

  it('counts in the open period once the next one is settled, and its reversal does', async () => {
    clock.moveTo('2026-01-10');
    const plan = await village.draft([claimOf(10_000n)], { from: AUTUMN.from, to: AUTUMN.to });
    await village.submit(plan.id);
    await village.meet(plan.id);
    await village.review(plan.id);
    const springBefore = await statement(SPRING);
    const autumn = await statement(AUTUMN);
    const cost = (await village.vouchers()).find(
      ({ statementOn, source, reversedById, reversesId }) =>
        statementOn === '2025-06-25' &&
        source.kind === 'deduction' &&
        (reversedById ?? reversesId) === undefined,
    );
    const reversal = await village.reverse(cost?.entryId ?? '', '2025-12-31');
    expect(await statementDay(reversal.entryId)).toBe('2026-01-01');
    const anew = await pay(9_600n, '2025-12-31', cost?.entryId);
    expect(await statementDay(anew)).toBe('2026-01-01');
    expect([await statement(SPRING), await statement(AUTUMN)]).toEqual([springBefore, autumn]);
    const next = await village.draft([claimOf(100n)], { from: '2026-01-01', to: '2026-01-09' });
    expect(await sheetOf(next.id)).toMatchObject({ received: 0n, costs: [-9_500n, 9_600n] });
    // It counts among the costs of the open period, and is no correction of the last one.
    expect(await corrections({ ...AUTUMN, from: '2026-01-01', to: '2026-06-30' })).toBeUndefined();
    // The spring's sheet was built on it all the same: what is carried on already, and what is still to be.
    const [effects = []] = MOVED.effects;
    const sums = [-500n, -100n, 0n];
    const told = { ...MOVED, sums, effects: [effects, [9_500n, -9_600n]], carriedBy: plan.id };
    expect(await movedOf(spring)).toEqual(told);
    const listed = await village.services.moved.listMoved(village.id);
    expect(listed.map(({ plan: moved }) => moved.id)).toEqual([spring]);
    await expectSoundBooks(village);
  });

  it('is looked over by the check, which finds what was changed by hand', async () => {
    const { services, id } = village;
    expect((await services.check.checkBooks(id)).breaks).toEqual([]);
    const hand = await Tampering.on(opened);
    await hand.run(`UPDATE reentries SET corrects_id = entry_id || 'x'`);
    await hand.close();
    const codes = (await services.check.checkBooks(id)).breaks.map(({ code }) => code);
    expect(codes).toContain('check.reentryLost');
    expect(codes).toContain('check.rowUnrecorded');
  });
});
