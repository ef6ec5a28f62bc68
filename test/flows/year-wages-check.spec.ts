import { BooksCheckService } from '../../src/features/months/books-check.service';
import { describeOnEachEngine } from '../support/engines';
import { Tampering } from '../support/tampering';
import { YearWages } from './year-wages.fixture';

/** Two months of 2025 were granted under its plan; a distribution that gives 1,300.00 took them over. */
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

  it.each([
    ['a link that is gone', 'DELETE FROM taken_claims', 'promisedDiffers'],
    ['a link to another line', "UPDATE taken_claims SET plan_line_id = 'another'", 'promisedDiffers'],
    ['a claim of the year that is gone', 'DELETE FROM year_claims', 'yearClaim'],
    ['a month of another year', "UPDATE year_claims SET month = '2026-04'", 'yearClaim'],
    ['a month after its period', "UPDATE year_claims SET month = '2025-12'", 'yearClaim'],
  ])('finds %s', async (_what, sql, code) => {
    await hand.run(sql);
    expect(await found()).toEqual([`settled check.${code}`]);
  });
});
