import { codesOf, decide, type Dividends, dividendsOn, enterHouseholds } from '../support/dividends';
import { enterShares, giveRound, payRound, roundOf, step } from '../support/dividends';
import { describeOnEachEngine, type OpenDatabase } from '../support/engines';
import { ACCOUNTANT, Village } from '../support/village';

describeOnEachEngine('the roll that a round of dividends was split by', (open) => {
  let opened: OpenDatabase;
  let village: Village;
  let dividends: Dividends;

  beforeAll(async () => {
    opened = await open();
  });
  afterAll(() => opened.close());

  beforeEach(async () => {
    village = await Village.start(opened.database);
    dividends = dividendsOn(opened.database, village);
    await village.openWith(500_000n);
    await enterHouseholds(dividends, village, { count: 3, from: '2024-01-01' });
    await enterShares(dividends, village, { lines: ['1 1', '2 1'], from: '2025-01-01' });
  });

  const enter = (from: string, ...lines: string[]) =>
    codesOf(enterShares(dividends, village, { lines, from }));
  const withdraw = (shareRow: string) =>
    codesOf(
      dividends.people.shares.withdrawHolding(village.id, { shareRow, withdrawnWhy: 'wrong' }, ACCOUNTANT),
    );
  const breaks = async () =>
    (await village.services.check.checkBooks(village.id)).breaks.map(({ code }) => code);

  it('was there when a meeting decided that was held before the round was typed in', async () => {
    const { drafting, reading } = dividends;
    const wish = roundOf('100.00', { rollOn: '2025-07-10' });
    const { id: roundId } = await drafting.draftRound(village.id, wish, ACCOUNTANT);
    const held = (on: string) => codesOf(step(dividends, village, { roundId, on }));
    expect(await held('2025-07-09')).toEqual(['approvals.stepBeforeGround heldOn']);
    for (const on of ['2025-07-10', '2025-07-11', '2025-07-11', '2025-07-12'])
      expect(await held(on)).toEqual([]);
    const { round } = await reading.requireRound(village.id, roundId);
    expect(round.steps.map(({ heldOn }) => heldOn < round.draftedOn)).toEqual([true, true, true, true]);
    expect(await breaks()).toEqual([]);
  });

  it('stays while the round stands; later days go on', async () => {
    const { roundId, entryId } = await giveRound(dividends, village, roundOf('1000.00'));
    expect(await withdraw('2')).toEqual(['shareRoll.rollUsed shareRow']);
    expect(await enter('2025-07-01', '2 2')).toEqual(['shareRoll.rollUsed shareFrom']);
    expect(await enter('2025-06-01', '3 1')).toEqual(['shareRoll.rollUsed shareFrom']);
    expect(await enter('2025-07-02', '3 1')).toEqual([]);
    expect(await withdraw('3')).toEqual([]);
    expect(await breaks()).toEqual([]);
    // Its holders are known by their numbers, and paid by them, whatever comes after.
    await payRound(dividends, village, { roundId, holder: '2' });
    expect(await codesOf(village.reverse(entryId))).toEqual(['uses.sharePaid']);
  });

  it('may be put right once the round was taken back, or while it is only drafted', async () => {
    const { id } = await dividends.drafting.draftRound(village.id, roundOf('1000.00'), ACCOUNTANT);
    expect(await withdraw('2')).toEqual([]);
    await dividends.drafting.dropRound(village.id, { roundId: id, droppedWhy: 'roll' }, ACCOUNTANT);
    const { entryId, roundId } = await giveRound(dividends, village, roundOf('1000.00'));
    expect(await enter('2025-01-01', '2 1')).toEqual(['shareRoll.rollUsed shareFrom']);
    await village.reverse(entryId);
    expect(await enter('2025-01-01', '2 1')).toEqual([]);
    expect(await breaks()).toEqual([]);
    // Taken back it is still read as it was split, by numbers that households have.
    const { round } = await dividends.reading.requireRound(village.id, roundId);
    const known = await dividends.judging.holdersById(village.id);
    expect(round.lines.map(({ holderId, amount }) => [known.get(holderId)?.number, amount])).toEqual([
      [1, 100_000n],
    ]);
  });

  it('is the same to both of two at once: a round is given, or a row withdrawn', async () => {
    for (let turn = 0; turn < 3; turn += 1) {
      const { id: roundId } = await dividends.drafting.draftRound(village.id, roundOf('10.00'), ACCOUNTANT);
      await decide(dividends, village, roundId);
      const postedOn = village.services.clock.today();
      const row = String((await dividends.people.shares.listHoldings(village.id)).length);
      const [given, taken] = await Promise.all([
        codesOf(dividends.paying.giveRound(village.id, { roundId, form: { postedOn } }, ACCOUNTANT)),
        withdraw(row),
      ]);
      if (given.length === 0) {
        expect(taken).toEqual(['shareRoll.rollUsed shareRow']);
        const { round } = await dividends.reading.requireRound(village.id, roundId);
        await village.reverse(round.giving?.entryId ?? '');
      } else {
        expect([given, taken]).toEqual([['dividend.changed'], []]);
        await dividends.drafting.dropRound(village.id, { roundId, droppedWhy: 'roll' }, ACCOUNTANT);
        await enterShares(dividends, village, { lines: ['2 1'], from: '2025-01-01' });
      }
      expect(await breaks()).toEqual([]);
    }
  });
});
