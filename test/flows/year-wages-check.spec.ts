import { BooksCheckService } from '../../src/features/months/books-check.service';
import { describeOnEachEngine } from '../support/engines';
import { Tampering } from '../support/tampering';
import { YearWages } from './year-wages.fixture';

/** The claim of a month, and what stands about it; MONTH is put in. */
const CLAIM = "(SELECT claim_id FROM year_claims WHERE month = 'MONTH')";
const OF = `WHERE claim_id = ${CLAIM}`;
/** The distribution that is decided, and its line. */
const PERIOD = "(SELECT id FROM plans WHERE state = 'approved')";
const LINE = `(SELECT id FROM plan_lines WHERE plan_id = ${PERIOD})`;
/** What was promised of the claim is promised by the line. */
const UNPROMISED = [
  `UPDATE promised_money SET amount_fen = amount_fen +
    (SELECT amount_fen FROM grants ${OF}) WHERE plan_line_id = ${LINE}`,
  `DELETE FROM promised_money WHERE plan_line_id = ${CLAIM}`,
];
const TAKE_JULY = `INSERT INTO taken_claims (collective_id, claim_id, plan_id, plan_line_id)
  SELECT collective_id, claim_id, ${PERIOD}, ${LINE} FROM year_claims WHERE month = 'MONTH'`;

/**
 * Two months of 2025 were granted under its plan; a distribution that gives 1,300.00 took them over. July
 * was granted after it.
 */
describeOnEachEngine('the check of months that a distribution took over', (_, engine) => {
  let wages: YearWages;
  let hand: Tampering;

  const found = async (): Promise<string[]> => {
    const { breaks } = await wages.village.app.get(BooksCheckService).checkBooks(wages.added.id);
    const own = breaks.filter(({ pass }) => pass !== 'records');
    return [...new Set(own.map(({ pass, code }) => `${pass} ${code}`))].sort();
  };

  beforeAll(async () => {
    wages = await YearWages.start(engine);
    const yearId = await wages.decideYear('2000.00');
    await wages.accept('2025-04', '30', yearId);
    await wages.accept('2025-06', '15', yearId);
    await wages.decidePeriod('1300.00');
    wages.village.clock.moveTo('2025-08-05');
    await wages.accept('2025-07', '31', yearId);
    hand = await Tampering.on(wages.village);
    await hand.keep();
  }, 120_000);
  afterAll(async () => {
    await hand.close();
    await wages.village.close();
  });
  afterEach(() => hand.putBack());

  it('finds nothing as the program wrote it', async () => {
    expect(await found()).toEqual([]);
  });

  it.each<[string, string, ...string[]]>([
    ['a link that is gone', 'DELETE FROM taken_claims', 'promisedDiffers', 'yearClaim'],
    [
      'a link to another line',
      "UPDATE taken_claims SET plan_line_id = 'another'",
      ...['promisedDiffers', 'takenAbove', 'yearClaim'],
    ],
    ['a claim of the year that is gone', 'DELETE FROM year_claims', 'yearClaim'],
    ['a month of another year', "UPDATE year_claims SET month = '2026-04'", 'yearClaim'],
    ['a month after its period', "UPDATE year_claims SET month = '2025-12'", 'yearClaim'],
  ])('finds %s', async (_what, sql, ...codes) => {
    await hand.run(sql);
    expect(await found()).toEqual(codes.map((code) => `settled check.${code}`));
  });

  it.each<[string, month: string, string[]]>([
    [
      'one that is deleted, its promise with it',
      '2025-04',
      [`DELETE FROM taken_claims ${OF}`, ...UNPROMISED],
    ],
    ['one that is added, its promise with it', '2025-07', [TAKE_JULY]],
    [
      'one whose claim has another use',
      '2025-06',
      [`UPDATE claims SET bucket = 'labour' WHERE id = ${CLAIM}`],
    ],
    ['one granted under the distribution', '2025-06', [`UPDATE grants SET plan_id = ${PERIOD} ${OF}`]],
    ['one that nothing was granted of', '2025-07', [`DELETE FROM grants ${OF}`]],
  ])('finds %s, and which month it is', async (_what, month, statements) => {
    const [claim] = await hand.rows(`SELECT claim_id FROM year_claims WHERE month = '${month}'`);
    await hand.run(...statements.map((sql) => sql.replaceAll('MONTH', month)));
    const { breaks } = await wages.village.app.get(BooksCheckService).checkBooks(wages.added.id);
    const own = breaks.filter(({ code }) => code === 'check.yearClaim');
    expect(own.map(({ facts }) => facts['claimId'])).toEqual([claim?.['claim_id']]);
  });

  it('finds a line that gives less than it took over, and says by how much', async () => {
    await hand.run(`UPDATE plan_lines SET amount_fen = 89999 WHERE plan_id = ${PERIOD}`);
    const { breaks } = await wages.village.app.get(BooksCheckService).checkBooks(wages.added.id);
    const own = breaks.filter(({ code }) => code === 'check.takenAbove');
    expect(own.map(({ facts: { keptFen, foundFen } }) => [keptFen, foundFen])).toEqual([['89999', '90000']]);
  });
});
