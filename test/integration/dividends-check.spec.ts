import { type Dividends, dividendsOn } from '../support/dividends';
import { enterHouseholds, enterShares, giveRound, roundOf } from '../support/dividends';
import { describeOnEachEngine, type OpenDatabase } from '../support/engines';
import { ownPasses, Tampering } from '../support/tampering';
import { Village } from '../support/village';

describeOnEachEngine('the books of members’ dividends', (open) => {
  let opened: OpenDatabase;
  let village: Village;
  let dividends: Dividends;

  beforeAll(async () => {
    opened = await open();
    village = await Village.start(opened.database);
    dividends = dividendsOn(opened.database, village);
    await village.openWith(500_000n);
    await enterHouseholds(dividends, village, { count: 3, from: '2024-01-01' });
    await enterShares(dividends, village, { lines: ['1 1', '2 1', '3 1'], from: '2025-01-01' });
  });
  afterAll(() => opened.close());

  it('are checked: no fen, line, step or voucher changes unseen', async () => {
    await giveRound(dividends, village, roundOf('1000.00'));
    const second = await giveRound(dividends, village, roundOf('1000.00'));
    const told = async (): Promise<string[]> => {
      const { breaks } = ownPasses(await village.services.check.checkBooks(village.id));
      return breaks.map(({ pass, code }) => `${pass} ${code}`);
    };
    expect(await told()).toEqual([]);
    const hand = await Tampering.on(opened);
    await hand.keep();
    const at = `round_id = '${second.roundId}'`;
    const step4 = `subject_id = '${second.roundId}' AND step_number = 4`;
    const moved = (by: string, line: number) =>
      `UPDATE dividend_lines SET amount_fen = amount_fen ${by} WHERE ${at} AND line_number = ${String(line)}`;
    const cases: [sql: readonly string[], found: string][] = [
      [[moved('+ 1', 1), moved('- 1', 2)], 'dividends check.dividendDiffers'],
      [[moved('+ 1', 1), moved('- 1', 2)], 'dividends check.dividendBookedOtherwise'],
      [[`DELETE FROM dividend_lines WHERE ${at} AND line_number = 3`], 'dividends check.dividendDiffers'],
      [["UPDATE dividend_rounds SET roll_on = '2025-07-02'"], 'dividends check.dividendDiffers'],
      [
        [`UPDATE share_holdings SET share_hundredths = 200 WHERE holding_number = 1`],
        'dividends check.dividendDiffers',
      ],
      [
        [`UPDATE procedure_steps SET held_on = '2025-07-01' WHERE ${step4}`],
        'dividends check.dividendStepsDiffer',
      ],
      [[`DELETE FROM procedure_steps WHERE ${step4}`], 'dividends check.dividendStepsDiffer'],
      [["UPDATE procedure_steps SET taken_by = 'accountant'"], 'dividends check.dividendStepsDiffer'],
      [
        [
          `INSERT INTO share_withdrawals (collective_id, holding_number, why, entered_by, entered_at)
           VALUES ('${village.id}', 3, 'wrong', 'accountant', '2025-07-20T00:00:00Z')`,
        ],
        'dividends check.dividendRollDiffers',
      ],
      [["UPDATE share_holdings SET from_day = '2025-07-02'"], 'dividends check.dividendRollDiffers'],
      [["UPDATE dividend_givings SET decided_on = '2025-07-01'"], 'dividends check.dividendStepsDiffer'],
      [[`DELETE FROM dividend_givings WHERE ${at}`], 'dividends check.dividendWithoutRound'],
    ];
    for (const [sqls, found] of cases) {
      for (const sql of sqls) await hand.run(sql);
      expect([sqls, await told()]).toEqual([sqls, expect.arrayContaining([found])]);
      await hand.putBack();
    }
    await hand.close();
  });
});
