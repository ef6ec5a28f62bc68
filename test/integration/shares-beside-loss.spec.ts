import type { Pool } from '../../src/domain/ledger/journal-entry';
import { dividendsOn, enterHouseholds, enterShares, roundOf } from '../support/dividends';
import { describeOnEachEngine, type OpenDatabase } from '../support/engines';
import { sharesOn } from '../support/reversible-facts';
import { ACCOUNTANT, Village } from '../support/village';
import { codeOf } from './prior-year-anew.fixture';

describeOnEachEngine('members’ dividends beside a loss', (open) => {
  let opened: OpenDatabase;
  let village: Village;

  beforeEach(async () => {
    opened = await open();
    village = await Village.start(opened.database);
    await village.openWith(500_000n);
  });
  afterEach(() => opened.close());

  const lose = (pool: Pool, amount: bigint): Promise<unknown> => {
    const { services, id } = village;
    return services.database.inTransaction(id, (tx) =>
      services.ledger.post(tx, id, {
        ...{ event: 'test', summary: 'a loss', source: { kind: 'test', id: pool }, preparedBy: 'accountant' },
        ...{ postedOn: '2025-02-01', statementOn: '2025-02-01', aboutPeriod: '2025-02' },
        postings: [
          { pool, amount, ledgerAccount: '322', side: 'debit' },
          { pool, amount, ledgerAccount: '311', side: 'credit' },
        ],
      }),
    );
  };

  it('cover a loss of any other pool first, to the fen; money for a purpose has none', async () => {
    const dividends = dividendsOn(opened.database, village);
    await enterHouseholds(dividends, village, { count: 3, from: '2024-01-01' });
    await enterShares(dividends, village, { lines: ['1 1', '2 1', '3 1'], from: '2025-01-01' });
    await lose('members', 100_000n);
    await lose('earmarked', 7_000n);
    const draft = (amount: string) =>
      codeOf(dividends.drafting.draftRound(village.id, roundOf(amount), ACCOUNTANT));
    expect(await draft('4000.01')).toBe('uses.shareAboveSurplus');
    expect(await draft('4000.00')).toBe('booked');
    const states = await sharesOn(village.services).listStates(village.id);
    expect(states.map(({ pool, surplus }) => [pool, surplus])).toEqual([
      ['pv', 400_000n],
      ['other', 0n],
      ['members', -100_000n],
    ]);
  });
});
