import { bound, told } from './by-hand.fixture';

describe('capital and what came for a purpose', () => {
  it.each(['301', '241', '231'])('of %s become no income, in one voucher or by way of another', (fund) => {
    for (const income of ['501', '502', '503', '504'])
      expect(told(`earmarked ${fund} 5, earmarked ${income} -5`)).toEqual([
        'voucher.fundsAsIncome lines.0.ledgerAccount',
      ]);
    for (const between of ['181', '154', '211', '212', '214', '201', '221', '112', '511'])
      expect([between, ...told(`earmarked ${fund} 5, earmarked ${between} -5`)]).toEqual([
        between,
        'voucher.fundsElsewhere lines.0.ledgerAccount',
      ]);
  });

  it.each(['301', '241', '231'])('of %s are paid out, put into one another, or go with an asset', (fund) => {
    for (const use of ['101', '102', '311', '241', '153', '121', '141', '161'])
      expect([use, ...told(`earmarked ${fund} 5, earmarked ${use} -5`)]).toEqual(
        use === fund ? [use, 'voucher.saysNothing lines'] : [use],
      );
  });

  it('of a purpose are nobody’s capital', () => {
    for (const fund of ['241', '231'])
      expect(told(`earmarked ${fund} 5, earmarked 301 -5`)).toEqual([
        'voucher.fundsElsewhere lines.0.ledgerAccount',
      ]);
    expect(told('311 5, 301 -5')).toEqual([]);
  });

  it('of capital are paid out as far as they were paid in, not what the reserve turned into', () => {
    const turned = ['311 4, 301 -4', '102 3, 301 -3', 'pv 311 9, pv 301 -9'];
    expect(bound('301 3, 102 -3', '301 -7', turned)).toEqual([]);
    for (const way of ['102', '101', '121'])
      expect(bound(`301 4, ${way} -4`, '301 -7', turned)).toEqual(['capitalTurned']);
    expect(bound('301 4, 102 -1, 311 -3', '301 -7', turned)).toEqual(['capitalTurned']);
    expect(bound('301 7, 311 -7', '301 -7', turned)).toEqual([]);
  });

  it.each(['241', '231'])('of %s come into the earmarked pool only', (fund) => {
    for (const pool of ['pv', 'other', 'members'])
      expect(told(`${pool} 102 5, ${pool} ${fund} -5`)).toEqual(['voucher.fundPool lines.1.pool']);
    expect(told(`earmarked 102 5, earmarked ${fund} -5`)).toEqual([]);
    // What passes through in kind stays nowhere; what an opening left in another pool is used up there.
    expect(told(`121 9, ${fund} -9, ${fund} 9, 311 -9`)).toEqual([]);
    expect(told(`${fund} 5, 102 -5`)).toEqual([]);
  });

  it('are no more than is there', () => {
    expect(bound('301 5, 102 -5', '301 -5')).toEqual([]);
    expect(bound('301 6, 102 -6', '301 -5')).toEqual(['capitalShort']);
    expect(bound('301 5, 311 -5', 'earmarked 301 -5')).toEqual(['capitalShort']);
  });
});

describe('the money of one pool', () => {
  it.each<{ why: string; lines: string; standing?: string; codes?: string[] }>([
    {
      why: 'comes out in no other as what came for a purpose',
      lines: 'earmarked 241 5, earmarked 102 -5, 102 5, 504 -5',
      standing: 'earmarked 241 -9',
      codes: ['coloursMixed'],
    },
    {
      why: 'nor by way of a debt there and a claim here',
      lines: 'pv 113 5, pv 102 -5, 102 5, 113 -5',
      codes: ['coloursMixed'],
    },
    {
      why: 'nor of a debt on another account',
      lines: 'other 113 5, other 102 -5, 102 5, 211 -5',
      codes: ['coloursMixed'],
    },
    { why: 'nor by cash', lines: 'pv 113 5, pv 101 -5, 102 5, 113 -5', codes: ['coloursMixed'] },
    {
      why: 'is lent where it is the members’ own',
      lines: '113 5, 102 -5, earmarked 102 5, earmarked 113 -5',
    },
    {
      why: 'pays back what another fronted',
      lines: '102 5, 113 -5, earmarked 113 5, earmarked 102 -5',
      standing: '113 5, earmarked 113 -5',
    },
    {
      why: 'not a fen above it',
      lines: '102 6, 113 -6, earmarked 113 6, earmarked 102 -6',
      standing: '113 5, earmarked 113 -6',
      codes: ['coloursMixed'],
    },
    {
      why: 'nor a fen above what is owed',
      lines: '102 6, 113 -6, earmarked 113 6, earmarked 102 -6',
      standing: '113 6, earmarked 113 -5',
      codes: ['coloursMixed'],
    },
    {
      why: 'takes over what another built first',
      lines: '102 8, 153 -8, earmarked 153 8, earmarked 102 -8',
      standing: '153 8',
    },
    {
      why: 'as far as it stands there',
      lines: '102 8, 153 -8, earmarked 153 8, earmarked 102 -8',
      standing: '153 7',
      codes: ['coloursMixed'],
    },
    { why: 'is the members’ own for a purpose', lines: '513 5, 102 -5, earmarked 102 5, earmarked 241 -5' },
  ])('$why', ({ lines, standing, codes = [] }) => expect(bound(lines, standing)).toEqual(codes));
});

describe('what makes more of a pool’s money than came', () => {
  it.each(['181', '154', '121', '134', '141', '153', '162', '171', '401', '231', '241', '301', '211'])(
    'is no claim against %s',
    (account) => {
      for (const claim of ['112', '113', '214'])
        expect([claim, ...bound(`${claim} 1, ${account} -1`)]).toEqual(
          expect.arrayContaining([claim, 'incomeNotCome']),
        );
    },
  );

  it.each<{ why: string; lines: string; standing?: string; codes?: string[] }>([
    { why: 'a claim for money that went', lines: '113 5, 102 -5' },
    { why: 'a claim in the place of another', lines: '113 5, 112 -5', standing: '112 5' },
    {
      why: 'and a fen above what the other was',
      lines: '113 6, 112 -6',
      standing: '112 5',
      codes: ['incomeNotCome'],
    },
    { why: 'a claim for tax that is owed instead', lines: '113 5, 214 -5', codes: ['incomeNotCome'] },
    { why: 'tax that is paid', lines: '214 5, 102 -5' },
    { why: 'a claim and a cost for money that went', lines: '113 5, 513 3, 102 -8' },
    {
      why: 'a claim above the money that went, by a fen',
      lines: '113 6, 102 -5, 121 -1',
      codes: ['incomeNotCome'],
    },
    {
      why: 'money and a claim beside it for what was given away',
      lines: '102 5, 113 1, 121 -6',
      codes: ['incomeNotCome'],
    },
    { why: 'what is owed to a member no more', lines: '113 5, 504 -5', standing: '113 -5' },
    { why: 'and a fen above it', lines: '113 6, 504 -6', standing: '113 -5', codes: ['incomeNotCome'] },
    { why: 'what a meeting raises of members', lines: 'earmarked 113 5, earmarked 231 -5' },
    {
      why: 'a grant that has not come',
      lines: 'earmarked 113 5, earmarked 241 -5',
      codes: ['incomeNotCome'],
    },
    {
      why: 'what a customer is to give for a purpose',
      lines: 'earmarked 112 5, earmarked 231 -5',
      codes: ['incomeNotCome'],
    },
    { why: 'money for what was given away', lines: '102 5, 121 -5' },
    { why: 'a claim that is paid', lines: '102 5, 113 -5' },
    { why: 'a bill owed on credit', lines: '513 5, 211 -5' },
  ])('$why', ({ lines, standing, codes = [] }) => expect(bound(lines, standing)).toEqual(codes));
});

describe('income by hand', () => {
  it.each(['131', '141', '151', '153', '161', '162', '171', '401'])('is no asset on %s', (account) => {
    expect(bound(`${account} 5, 502 -5`)).toEqual(['incomeOfAsset']);
    expect(bound(`102 1, ${account} 4, 504 -5`)).toEqual(['incomeOfAsset']);
  });

  it.each<{ lines: string; codes: string[] }>([
    { lines: '102 18, 133 5, 132 -20, 504 -3', codes: [] },
    { lines: '102 18, 162 5, 161 -20, 504 -3', codes: [] },
    { lines: '102 18, 133 5, 504 -23', codes: ['incomeOfAsset'] },
    { lines: '102 3, 133 20, 132 -20, 504 -3', codes: [] },
    { lines: '102 2, 133 21, 132 -20, 504 -3', codes: ['incomeOfAsset'] },
  ])('is what an asset was sold for above what it had kept: $lines', ({ lines, codes }) => {
    expect(bound(lines)).toEqual(codes);
  });

  it('is stores that were found, at once or after it was decided', () => {
    expect(bound('121 5, 504 -5')).toEqual([]);
    expect(bound('121 5, 181 -5')).toEqual([]);
    expect(bound('181 5, 504 -5', '181 -5')).toEqual([]);
    expect(bound('181 6, 504 -6', '181 -5')).toEqual(['gainShort']);
    expect(bound('154 1, 504 -1')).toEqual(['gainShort']);
    expect(bound('154 5, 504 -5', '154 -5')).toEqual([]);
  });

  it('is no cost that the books do not show', () => {
    expect(bound('121 5, 513 -5', '513 5')).toEqual([]);
    expect(bound('121 6, 513 -6', '513 5')).toEqual(['costShort']);
    expect(bound('121 5, 513 -5', 'pv 513 5')).toEqual(['costShort']);
    expect(bound('511 5, 513 -5', '513 4')).toEqual(['costShort']);
  });
});

describe('who makes good what is being cleared up', () => {
  const short = ['181 5, 101 -5', '181 9, 121 -9'];
  it.each<{ why: string; lines: string; byPeople: string[]; codes: string[] }>([
    { why: 'owes the money that was lost', lines: '113 5, 181 -5', byPeople: short, codes: [] },
    { why: 'not a fen more', lines: '113 6, 181 -6', byPeople: short, codes: ['incomeNotCome'] },
    {
      why: 'nor what was made good already',
      lines: '113 1, 181 -1',
      byPeople: ['181 5, 101 -5', '102 5, 181 -5'],
      codes: ['incomeNotCome'],
    },
    {
      why: 'nor what somebody owes already, whatever else is lost',
      lines: '113 1, 181 -1',
      byPeople: [...short, '113 5, 181 -5'],
      codes: ['incomeNotCome'],
    },
    {
      why: 'nor what was written off beyond the stores that were lost',
      lines: '113 5, 181 -5',
      byPeople: [...short, '515 10, 181 -10'],
      codes: ['incomeNotCome'],
    },
    {
      why: 'when stores were written off',
      lines: '113 5, 181 -5',
      byPeople: [...short, '515 9, 181 -9'],
      codes: [],
    },
    {
      why: 'when stores were paid',
      lines: '113 5, 181 -5',
      byPeople: [...short, '102 9, 181 -9'],
      codes: [],
    },
    {
      why: 'when money was found once',
      lines: '113 5, 181 -5',
      byPeople: ['101 3, 181 -3', '181 3, 504 -3', ...short],
      codes: [],
    },
    {
      why: 'nor stores, before he paid',
      lines: '112 5, 181 -5',
      byPeople: ['181 9, 121 -9'],
      codes: ['incomeNotCome'],
    },
    { why: 'and pays for stores at once', lines: '102 9, 181 -9', byPeople: short, codes: [] },
  ])('$why', ({ lines, byPeople, codes }) => expect(bound(lines, '181 14', byPeople)).toEqual(codes));
});

describe('what is being cleared up', () => {
  it.each<{ account: string; lost: bigint; codes: string[] }>([
    { account: '154', lost: 5n, codes: [] },
    { account: '154', lost: 4n, codes: ['clearingShort'] },
    { account: '181', lost: 5n, codes: [] },
    { account: '181', lost: 0n, codes: ['clearingShort'] },
    { account: '181', lost: -5n, codes: ['clearingShort'] },
  ])('gives to reserve and cost what is lost there: $lost on $account', ({ account, lost, codes }) => {
    expect(bound(`311 5, ${account} -5`, `311 -9, ${account} ${String(lost)}`)).toEqual(codes);
    expect(bound(`515 5, ${account} -5`, `${account} ${String(lost)}`)).toEqual(codes);
  });

  it('gains by money that came and stores that were found, by nothing else', () => {
    expect(bound('102 5, 154 -5')).toEqual([]);
    expect(bound('101 5, 181 -5')).toEqual([]);
    for (const account of ['153', '141', '151', '171', '161'])
      expect([account, ...bound(`${account} 5, 181 -5`)]).toEqual([account, 'clearingShort']);
  });
});
