import { FormProblems } from '../../src/domain/shared/problem';
import { describeOnEachEngine, type OpenDatabase } from '../support/engines';
import { Village } from '../support/village';

const problemsOf = (refused: Promise<unknown>) =>
  refused.then(
    () => [],
    (error: unknown) => {
      if (!(error instanceof FormProblems)) throw error;
      return error.problems;
    },
  );

describeOnEachEngine('holding a month', (open) => {
  let opened: OpenDatabase;
  let village: Village;

  beforeEach(async () => {
    opened = await open();
    village = await Village.start(opened.database);
  });
  afterEach(() => opened.close());

  it('opens the next month and takes no more entries', async () => {
    await village.openWith(10_000n);
    expect(await village.hold('2025-01')).toEqual({ month: '2025-01' });
    expect(await village.services.books.listMonths(village.id)).toEqual([
      { month: '2025-01', state: 'held' },
      { month: '2025-02', state: 'open' },
    ]);
    await expect(village.pay(1n, '2025-01-31')).rejects.toMatchObject({ code: 'period.held' });
    await village.pay(1n, '2025-02-01');
  });

  it('opens months with the voucher that reaches them, though the clock was set back', async () => {
    await village.openWith(10_000n);
    const { clock, books, check } = village.services;
    const { bookedAt } =
      (await books.listVouchers(village.id, { first: '2025-01', last: '2025-01' }))[0] ?? {};
    // Set back by a few thousandths, so that it comes past the last voucher while the months are opened.
    let at = Date.parse(bookedAt ?? '') - 5;
    const told = jest.spyOn(clock, 'now').mockImplementation(() => new Date((at += 2)).toISOString());
    await village.pay(1n, '2025-06-10');
    told.mockRestore();
    expect(await check.checkBooks(village.id)).toMatchObject({ breaks: [] });
  });

  it.each<{ why: string; held: string[]; month: string; code: string }>([
    { why: 'a month before its turn', held: [], month: '2025-02', code: 'period.notNext' },
    { why: 'a held month again', held: ['2025-01'], month: '2025-01', code: 'period.heldAlready' },
    { why: 'a month before the books', held: [], month: '2024-12', code: 'period.notNext' },
  ])('refuses $why', async ({ held, month, code }) => {
    for (const each of held) await village.hold(each);
    await expect(village.hold(month)).rejects.toMatchObject({ code });
  });

  it('names every slip that is missing before it refuses by order', async () => {
    const first = await village.addStation();
    const second = await village.addStation({ name: 'Station 2' });
    const newest = await village.addStation({ name: 'Station 3', acquiredOn: '2025-01-15' });
    const generationMonth = '2024-12';
    expect(await problemsOf(village.hold('2025-01'))).toEqual([
      { code: 'months.slipMissing', field: first, facts: { station: 'Station 1', generationMonth } },
      { code: 'months.slipMissing', field: second, facts: { station: 'Station 2', generationMonth } },
    ]);
    await village.settle(first, '2024-12', { kwh: 10, on: '2025-01-20' });
    await village.settle(second, '2024-12', { kwh: 10, on: '2025-02-20' });
    await village.hold('2025-01');
    await village.settle(first, '2025-01', { kwh: 10 });
    await village.settle(second, '2025-01', { kwh: 10 });
    expect((await problemsOf(village.hold('2025-02'))).map(({ field }) => field)).toEqual([newest]);
  });

  it('wants the slip again when it is taken back', async () => {
    const station = await village.addStation();
    const slip = await village.settle(station, '2024-12', { kwh: 10, on: '2025-01-20' });
    await village.reverse(slip.voucher.entryId);
    expect((await problemsOf(village.hold('2025-01'))).map(({ field }) => field)).toEqual([station]);
  });

  it.each<{ today: string; holds: boolean }>([
    { today: '2025-01-30', holds: false },
    { today: '2025-01-31', holds: true },
  ])('waits for the last day of the month: on $today it holds: $holds', async ({ today, holds }) => {
    village.services.clock.moveTo(today);
    const codes = (await problemsOf(village.hold('2025-01'))).map(({ code }) => code);
    expect(codes).toEqual(holds ? [] : ['months.notOver']);
  });

  it('refuses a month that is not one', async () => {
    const holding = (async () => village.hold('2025-13'))();
    expect(await problemsOf(holding)).toMatchObject([{ code: 'calendar.notAMonth', value: '2025-13' }]);
  });
});
