import { type Dividends, dividendsOn } from '../support/dividends';
import { decide, enterHouseholds, enterShares, giveRound, payRound, roundOf } from '../support/dividends';
import { describeOnEachEngine, type OpenDatabase } from '../support/engines';
import { statementsOn } from '../support/statements';
import { ownPasses } from '../support/tampering';
import { ACCOUNTANT, Village } from '../support/village';

/** A round of 900.00 given in July 2025 out of 5,000.00, taken back in 2026; what is given anew is 2025's. */
describeOnEachEngine('a dividend of an earlier year that is given anew', (open) => {
  let opened: OpenDatabase;
  let village: Village;
  let dividends: Dividends;

  beforeEach(async () => {
    opened = await open();
    village = await Village.start(opened.database);
    dividends = dividendsOn(opened.database, village);
    await village.openWith(500_000n);
    await enterHouseholds(dividends, village, { count: 3, from: '2024-01-01' });
    await enterShares(dividends, village, { lines: ['1 1', '2 1', '3 1'], from: '2025-01-01' });
  });
  afterEach(() => opened.close());

  const reverse = (entryId: string, reason = 'wrongAmount') => {
    const postedOn = village.services.clock.today();
    return village.services.reversing.reverseVoucher(village.id, { entryId, reason, postedOn }, ACCOUNTANT);
  };
  /** Another round, drafted and decided in January 2026, and given in the place of a voucher or of none. */
  const giveAnew = async (amount: string, corrects?: string): Promise<string> => {
    const { id: roundId } = await dividends.drafting.draftRound(village.id, roundOf(amount), ACCOUNTANT);
    await decide(dividends, village, roundId);
    const form = { postedOn: village.services.clock.today() };
    const command = { ...ACCOUNTANT, ...(corrects === undefined ? {} : { corrects }) };
    return (await dividends.paying.giveRound(village.id, { roundId, form }, command)).entryId;
  };
  /** 其他转入, 向成员分配 and 年末未分配收益 of 2025 and of 2026. */
  const told = async (by: 'aboutPeriod' | 'postedOn') => {
    const read = async (year: string) => {
      const scope = { collectiveId: village.id, from: `${year}-01-01`, to: `${year}-12-31`, by };
      const { thisYear } = await statementsOn(opened).incomeStatement(scope);
      return [14, 17, 19].map((line) => thisYear.find(({ row }) => row.line === line)?.amount);
    };
    return [await read('2025'), await read('2026')];
  };
  const voucherOf = (entryId: string) => village.services.books.requireEntry(village.id, entryId);
  const breaks = async () => {
    const found = ownPasses(await village.services.check.checkBooks(village.id));
    return found.breaks.map(({ pass, code }) => `${pass} ${code}`);
  };

  it('is about its month, and its words say its year', async () => {
    const { entryId: first } = await giveRound(dividends, village, roundOf('900.00'));
    expect((await voucherOf(first)).summary).toBe('应付2025年成员分红');
    village.services.clock.moveTo('2026-01-20');
    await reverse(first);
    const anew = await giveAnew('840.00', first);
    expect(await voucherOf(anew)).toMatchObject({
      ...{ aboutPeriod: '2025-07', statementOn: '2025-07-27', summary: '应付2025年成员分红' },
    });
    expect(await told('aboutPeriod')).toEqual([
      [0n, 840_00n, 4_160_00n],
      [0n, 0n, 4_160_00n],
    ]);
    expect(await told('postedOn')).toEqual([
      [0n, 900_00n, 4_100_00n],
      [900_00n, 840_00n, 4_160_00n],
    ]);
    expect(await breaks()).toEqual([]);
  });

  it('and so is one in whose place that one was given, also in a further year', async () => {
    const { entryId: first } = await giveRound(dividends, village, roundOf('900.00'));
    village.services.clock.moveTo('2026-01-20');
    await reverse(first);
    const second = await giveAnew('840.00', first);
    village.services.clock.moveTo('2027-01-20');
    await reverse(second);
    const third = await giveAnew('800.00', second);
    expect(await voucherOf(third)).toMatchObject({ aboutPeriod: '2025-07', summary: '应付2025年成员分红' });
    await reverse(third);
    // Within one year, too.
    const fourth = await giveAnew('700.00', third);
    expect(await voucherOf(fourth)).toMatchObject({ aboutPeriod: '2025-07', summary: '应付2025年成员分红' });
    expect((await told('aboutPeriod'))[0]).toEqual([0n, 700_00n, 4_300_00n]);
    expect(await breaks()).toEqual([]);
  });

  it('but one in nobody’s place is of its own year, and of one whose day was wrong too', async () => {
    const { entryId: first } = await giveRound(dividends, village, roundOf('900.00'));
    village.services.clock.moveTo('2026-01-20');
    await reverse(first, 'wrongDate');
    const of2026 = { summary: '应付2026年成员分红' };
    const anew = await voucherOf(await giveAnew('300.00', first));
    expect(anew).toMatchObject({ ...of2026, aboutPeriod: anew.postedOn.slice(0, 7) });
    expect(await voucherOf(await giveAnew('300.00'))).toMatchObject(of2026);
  });

  it('and a payment of it stands in the year of the payment whose place it takes', async () => {
    const { roundId } = await giveRound(dividends, village, roundOf('900.00'));
    const { entryId: paid } = await payRound(dividends, village, { roundId, holder: '1' });
    village.services.clock.moveTo('2026-01-20');
    await reverse(paid, 'wrongAmount');
    const form = { postedOn: '2026-01-20', holder: '2' };
    const command = { ...ACCOUNTANT, corrects: paid };
    const anew = await dividends.paying.payRound(village.id, { roundId, form }, command);
    expect((await voucherOf(anew.entryId)).aboutPeriod).toBe((await voucherOf(paid)).aboutPeriod);
  });
});
