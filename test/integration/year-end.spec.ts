import { FormProblems } from '../../src/domain/shared/problem';
import { describeOnEachEngine, type OpenDatabase } from '../support/engines';
import { ownPasses, Tampering } from '../support/tampering';
import { ACCOUNTANT, Village } from '../support/village';

const YEAR = { first: '2025-01', last: '2025-12' };
const JANUARY = { first: '2026-01', last: '2026-01' };
const NOTHING = { explanation: '' };

const codesOf = (refused: Promise<unknown>) =>
  refused.then(
    () => [],
    (error: unknown) => {
      if (error instanceof FormProblems) return error.problems.map(({ code }) => code);
      return [(error as { code: string }).code];
    },
  );

describeOnEachEngine('the end of a fiscal year', (open) => {
  let opened: OpenDatabase;
  let village: Village;
  let of: { collectiveId: string; year: number };

  beforeEach(async () => {
    opened = await open();
    village = await Village.start(opened.database);
    of = { collectiveId: village.id, year: 2025 };
    village.services.clock.moveTo('2026-01-10');
    await village.openWith(30_000_00n);
  });
  afterEach(() => opened.close());

  const holdUpTo = async (last: number) => {
    for (let month = 1; month <= last; month += 1) {
      await village.hold(`2025-${String(month).padStart(2, '0')}`);
    }
  };
  const close = (step: 'income' | 'surplus' | 'carryForward', key?: string) =>
    village.services.yearEnd.closeStep(
      of,
      { step, ...NOTHING },
      key === undefined ? ACCOUNTANT : { ...ACCOUNTANT, key },
    );
  const reserve = (typed: string, paper = 'resolution 3 of 2026-01-08') =>
    village.services.yearEnd.takeReserve(of, { reserves: { pv: typed }, paper }, ACCOUNTANT);
  const balances = async () => {
    const { rows } = await village.services.books.trialBalance(village.id, YEAR);
    return Object.fromEntries(
      rows.filter(({ closing }) => closing !== 0n).map(({ account, closing }) => [account.code, closing]),
    );
  };
  const states = async () => {
    const { plan } = await village.services.yearEnd.stateOf(of, NOTHING);
    return plan.map(({ state }) => state);
  };

  it.each([
    { why: 'is closed late', late: undefined },
    { why: 'is written to late, and closed', late: '2025-12-20' },
  ])('seals the months of the next year where the year $why', async ({ late }) => {
    village.services.clock.moveTo('2026-03-10');
    await village.pay(2_00n, '2025-11-20');
    await holdUpTo(11);
    await village.pay(5_00n, '2026-02-10');
    if (late !== undefined) await village.pay(3_00n, late);
    await close('income');
    await close('surplus');
    await close('carryForward');
    for (const month of ['2025-12', '2026-01', '2026-02']) await village.hold(month);
    const months = Array.from({ length: 12 }, (_, index) => `2025-${String(index + 1).padStart(2, '0')}`);
    for (const month of [...months, '2026-01']) await village.seal(month);
    expect(await village.seal('2026-02')).toMatchObject({ month: '2026-02' });
  });

  it('closes income and cost, takes the reserve, carries the rest forward, on 31 December', async () => {
    await village.pay(500_00n, '2025-11-20');
    await holdUpTo(11);
    await close('income');
    await close('surplus');
    await reserve('10.00');
    await close('carryForward');
    expect(await balances()).toEqual({ '102': 29_500_00n, '311': -10_00n, '32201': -29_490_00n });
    expect(await states()).toEqual(['booked', 'booked', 'booked', 'booked']);
    const booked = (await village.vouchers()).slice(-4);
    expect(booked.map(({ event, postedOn }) => [event, postedOn])).toEqual([
      ['months.incomeClosed', '2025-12-31'],
      ['months.surplusClosed', '2025-12-31'],
      ['months.reserveTaken', '2025-12-31'],
      ['months.surplusCarried', '2025-12-31'],
    ]);
    const { distributable } = await village.services.surplus.statement(village.id, {
      pool: 'pv',
      from: '2025-07-01',
      to: '2025-12-31',
    });
    expect(distributable).toBe(29_500_00n);
  });

  it('is found where somebody changed what is kept of it', async () => {
    await village.pay(500_00n, '2025-11-20');
    await holdUpTo(11);
    await close('income');
    await close('surplus');
    await reserve('10.00');
    const hand = await Tampering.on(opened);
    await hand.keep();
    const found = async (...sql: string[]): Promise<string[]> => {
      await hand.run(...sql);
      const { breaks } = ownPasses(await village.services.check.checkBooks(village.id));
      await hand.putBack();
      return breaks.map(({ pass, code, at }) => `${pass} ${code} ${String(at.position ?? '')}`.trim());
    };
    const surplus = "WHERE step = 'surplus'";
    expect(await found()).toEqual([]);
    expect(await found(`DELETE FROM year_closings ${surplus}`)).toEqual(['yearEnds check.closingDiffers 4']);
    expect(await found(`UPDATE year_closings SET year = 2024 ${surplus}`)).toEqual([
      'yearEnds check.closingDiffers 4',
    ]);
    expect(await found(`UPDATE year_closings SET entry_id = 'gone' ${surplus}`)).toEqual([
      'yearEnds check.closingDiffers 4',
      'yearEnds check.factWithoutEntry',
    ]);
    const other = "decision = replace(decision, '10.00', '11.00')";
    expect(await found(`UPDATE year_closings SET ${other} WHERE step = 'reserve'`)).toEqual([
      'yearEnds check.reserveDiffers 5',
    ]);
    await hand.close();
  });

  it('books each step once, and a repeated command gets the first answer', async () => {
    await village.pay(500_00n, '2025-11-20');
    await holdUpTo(11);
    const first = await close('income', 'key-1');
    expect(await close('income', 'key-1')).toEqual(first);
    expect(await codesOf(close('income'))).toEqual(['yearEnd.stepBooked']);
    expect(await codesOf(close('carryForward'))).toEqual(['yearEnd.stepNotNext']);
  });

  it('names everything that is missing before it books anything', async () => {
    await village.addStation({ acquiredOn: '2025-11-05' });
    await village.pay(500_00n, '2025-11-20');
    await holdUpTo(10);
    expect(await codesOf(close('income'))).toEqual(['yearEnd.monthOpen', 'months.slipMissing']);
    village.services.clock.moveTo('2025-12-30');
    expect(await codesOf(close('income'))).toContain('yearEnd.notOver');
    village.services.clock.moveTo('2025-12-31');
    expect(await codesOf(close('income'))).not.toContain('yearEnd.notOver');
    expect(await states()).toEqual(['ready', 'waits', 'open', 'waits']);
  });

  it('is undone step by step from its end, on its own day, and can then be done again', async () => {
    await village.pay(500_00n, '2025-11-20');
    await holdUpTo(11);
    const income = await close('income');
    const surplus = await close('surplus');
    expect(await codesOf(village.reverse(income.entryId, '2025-12-31'))).toEqual(['yearEnd.laterBooked']);
    expect(await codesOf(village.reverse(surplus.entryId, '2026-01-05'))).toEqual([
      'yearEnd.reversedInOtherYear',
    ]);
    await village.reverse(surplus.entryId, '2025-12-31');
    await village.reverse(income.entryId, '2025-12-31');
    expect(await balances()).toMatchObject({ '511': 500_00n });
    await close('income');
    expect(await states()).toEqual(['booked', 'ready', 'open', 'waits']);
  });

  it('takes no reserve above what may be distributed, and none without a paper', async () => {
    await village.pay(500_00n, '2025-11-20');
    await holdUpTo(11);
    expect(await codesOf(reserve('1.00'))).toEqual(['yearEnd.stepNotNext']);
    await close('income');
    await close('surplus');
    expect(await codesOf(reserve('29500.01'))).toEqual(['yearEnd.aboveDistributable']);
    expect(await codesOf(reserve('5%', ' '))).toEqual(['yearEnd.nothingTaken', 'form.missing']);
    await reserve('29500.00');
  });

  it('keeps December open until it is done, and closes nothing over what came in after a step', async () => {
    await village.pay(500_00n, '2025-11-20');
    await holdUpTo(11);
    expect(await codesOf(village.hold('2025-12'))).toEqual(['yearEnd.notClosed']);
    await close('income');
    const late = await village.pay(1n, '2025-12-30');
    expect(await codesOf(village.hold('2025-12'))).toEqual(['yearEnd.enteredAfterClosing']);
    expect(await codesOf(close('surplus'))).toEqual(['yearEnd.enteredAfterClosing']);
    await village.reverse(late.voucher.entryId, '2025-12-31');
    await close('surplus');
    expect(await codesOf(village.hold('2025-12'))).toEqual(['yearEnd.notClosed']);
    await close('carryForward');
    await village.hold('2025-12');
  });

  it('asks for the year before it first', async () => {
    await village.pay(500_00n, '2025-11-20');
    village.services.clock.moveTo('2026-12-31');
    const next = village.services.yearEnd.closeStep(
      { ...of, year: 2026 },
      { step: 'income', ...NOTHING },
      ACCOUNTANT,
    );
    expect(await codesOf(next)).toContain('yearEnd.earlierYearOpen');
  });
});

describeOnEachEngine('the reversal of an entry of an earlier year', (open) => {
  let opened: OpenDatabase;
  let village: Village;

  beforeEach(async () => {
    opened = await open();
    village = await Village.start(opened.database);
    village.services.clock.moveTo('2026-01-10');
    await village.openWith(30_000_00n);
  });
  afterEach(() => opened.close());

  it('mirrors its lines, and a second voucher takes income and cost to 322 instead', async () => {
    const cost = await village.pay(500_00n, '2025-11-20');
    await village.reverse(cost.voucher.entryId, '2026-01-10');
    const { rows } = await village.services.books.trialBalance(village.id, JANUARY);
    const moved = rows.map(({ account, debit, credit }) => [account.code, debit - credit]);
    expect(moved.filter(([, amount]) => amount !== 0n)).toEqual([
      ['102', 500_00n],
      ['32201', -500_00n],
    ]);
    const [reversal, move] = (await village.vouchers()).slice(-2);
    expect(reversal?.event).toBe('ledger.reversed');
    expect(move).toMatchObject({ event: 'months.movedToSurplus', aboutPeriod: '2025-11' });
    expect(await codesOf(village.reverse(move?.entryId ?? '', '2026-01-10'))).toEqual(['reversal.ofMove']);
  });

  it('takes no second voucher within one year', async () => {
    const cost = await village.pay(500_00n, '2025-11-20');
    await village.reverse(cost.voucher.entryId, '2025-12-31');
    expect((await village.vouchers()).at(-1)?.event).toBe('ledger.reversed');
  });
});
