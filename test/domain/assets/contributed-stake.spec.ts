import { type Contributed, readStake } from '../../../src/domain/assets/contributed-stake';
import type { Leaving } from '../../../src/domain/assets/leaving';
import { leavingPostings } from '../../../src/domain/assets/life-postings';
import { FULL } from '../ledger/entries.fixture';

/** The tractor of case D1: 85,000.00, put into a co-operative at 65,000.00. */
const TRACTOR: Contributed = {
  ...{ agreedValue: 6_500_000n, happenedOn: '2025-07-01', today: '2025-07-11', titleHolder: 'the village' },
  ...{ namesTaken: ['tractor'], funds: [{ level: 'county', year: 2022, amount: 8_500_000n }] },
};

describe('the stake that an asset becomes', () => {
  it.each<[what: string, name: string, wish: Partial<Contributed>, problems: string[]]>([
    ['has a name', 'co-operative', {}, []],
    ['has one that is typed', ' ', {}, ['form.missing']],
    ['has one of its own', 'tractor', {}, ['assets.nameTaken']],
    ['has one that is not too long', 'x'.repeat(101), {}, ['form.tooLong']],
    ['is told nothing of a value that was mistyped', 'co-operative', { agreedValue: 0n }, []],
  ])('%s', (_, name, wish, problems) => {
    const read = readStake(name, { ...TRACTOR, ...wish });
    expect(read.problems.map(({ code, field }) => `${code} ${field}`)).toEqual(
      problems.map((code) => `${code} stakeName`),
    );
  });

  it.each<[what: string, wish: Partial<Contributed>, funds: [string, number, bigint][]]>([
    ['of the money of what went in', {}, [['county', 2022, 6_500_000n]]],
    [
      'of every level by its part, to the fen',
      {
        agreedValue: 10n,
        funds: [
          { level: 'central', year: 2021, amount: 2n },
          { level: 'own', year: 2023, amount: 1n },
        ],
      },
      [
        ['central', 2021, 7n],
        ['own', 2023, 3n],
      ],
    ],
    ["of the village's own where nobody knows of any", { funds: [] }, [['own', 2025, 6_500_000n]]],
  ])('is made %s', (_, wish, funds) => {
    const read = readStake(' co-operative ', { ...TRACTOR, ...wish });
    expect(read.problems).toEqual([]);
    expect(read.funds.map(({ level, year, amount }) => [level, year, amount])).toEqual(funds);
    const { agreedValue: cost } = { ...TRACTOR, ...wish };
    expect(read.asset).toMatchObject({
      ...{ kind: 'equity', name: 'co-operative', cost, acquiredOn: '2025-07-01' },
      ...{ assetClass: 'operating', titleLevel: 'village', titleHolder: 'the village' },
    });
  });

  it('has the long-term investment under its own name, what left everything else', () => {
    const leaving: Leaving = {
      ...{ way: 'contribution', ground: 'other', happenedOn: '2025-07-01', proceeds: 0n, costs: 0n },
      ...{ agreedValue: 6_500_000n, paper: 'resolution', approvedBy: 'representatives' },
    };
    const stands = [{ pool: 'earmarked' as const, cost: 8_500_000n, accumulated: 1_600_000n }];
    const of = { assetId: 'a1', stakeId: 's1', stands, accounts: FULL };
    const lines = leavingPostings(leaving, { ...of, reserves: new Map([['earmarked', 6_900_000n]]) });
    expect(lines.map(({ ledgerAccount, amount, assetId }) => [ledgerAccount, amount, assetId])).toEqual([
      ['141', 6_500_000n, 's1'],
      ['152', 1_600_000n, 'a1'],
      ['311', 400_000n, 'a1'],
      ['151', 8_500_000n, 'a1'],
    ]);
  });
});
