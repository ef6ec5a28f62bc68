import {
  type AcceptedAid,
  REWARDS_SUBSIDIES,
  rewardsNotice,
  saysNeed,
} from '../../../src/domain/notices/rewards-subsidies';

const EMPTY = { lists: [], earlier: [], lines: [] };

/** A list of one kind: so much for each of these people. */
const list = (kind: string, people: readonly string[], amount = 50_000n, open = 0n): AcceptedAid => ({
  ...{ listNumber: 1, kind, acceptedOn: '2025-06-25', acceptedAt: 'town', open },
  lines: people.map((memberId) => ({ memberId, amount })),
  amount: amount * BigInt(people.length),
});

const told = (...lists: readonly AcceptedAid[]) => rewardsNotice({ ...EMPTY, lists });
const kindsOf = (...lists: readonly AcceptedAid[]) => told(...lists).tables['kinds']?.rows;

describe('rewards and subsidies in some days', () => {
  it('are nothing where no list was accepted', () => {
    const { sums, tables, persons } = told();
    expect(sums).toEqual({ before: '0', granted: '0', paid: '0', waiting: '0' });
    expect([tables['kinds']?.rows, tables['lists']?.rows, persons?.['people']?.rows]).toEqual([[], [], []]);
  });

  it('tell a kind by its name where at least three people got it', () => {
    expect(kindsOf(list('travel', ['a', 'b', 'c']))).toEqual([
      { kind: 'travel', people: 3, amount: '150000' },
    ]);
    // Two lists of the kind are one kind; somebody on both is one person.
    expect(kindsOf(list('travel', ['a', 'b']), list('travel', ['b']))).toEqual([
      { kind: 'general', amount: '150000' },
    ]);
  });

  it('tell kinds of fewer people together, and no number of fewer than three', () => {
    const lists = [list('travel', ['a', 'b']), list('training', ['c']), list('startup', ['d', 'e', 'f'])];
    expect(kindsOf(...lists)).toEqual([
      { kind: 'general', people: 3, amount: '150000' },
      { kind: 'startup', people: 3, amount: '150000' },
    ]);
    expect(kindsOf(list('travel', ['a', 'b']))).toEqual([{ kind: 'general', amount: '100000' }]);
  });

  it.each(['own', 'household_project', 'inspire', 'hardship', 'illness', 'toString'])(
    'never tell a kind by its name that may say why: %s',
    (kind) => {
      const { tables, persons } = told(list(kind, ['a', 'b', 'c', 'd']));
      expect(tables['kinds']?.rows).toEqual([{ kind: 'general', people: 4, amount: '200000' }]);
      expect(persons?.['people']?.rows.map((row) => row['kind'])).toEqual(Array(4).fill('general'));
    },
  );

  it('list each person once for each kind that is told', () => {
    const { persons } = told(
      list('travel', ['a', 'b', 'c']),
      list('own', ['a'], 80_000n),
      list('training', ['a'], 10_000n),
    );
    const rows = persons?.['people']?.rows.map(({ person, kind, amount }) => [person, kind, amount]);
    expect(rows).toEqual([
      ['a', 'travel', '50000'],
      ['b', 'travel', '50000'],
      ['c', 'travel', '50000'],
      ['a', 'general', '90000'],
    ]);
  });

  it('say of each list where it was accepted and what is paid, never for what', () => {
    const lists = [list('own', ['a', 'b', 'c'], 100n, 200n), list('own', ['d', 'e'], 100n)];
    const { tables, sums } = told(...lists);
    const at = { list: 1, accepted: '2025-06-25', by: 'town' };
    expect(tables['lists']?.rows).toEqual([
      { ...at, people: 3, amount: '300', paid: '100' },
      { ...at, amount: '200', paid: '200' },
    ]);
    expect(sums).toEqual({ before: '0', granted: '500', paid: '300', waiting: '200' });
    expect(Object.keys(REWARDS_SUBSIDIES.tables.people.fields)).not.toContain('ground');
  });

  it.each([
    ['hardship', true],
    ['relief', true],
    ['reward', false],
    ['subsidy', false],
    ['posts', false],
  ])('the use %s says that somebody is in need: %s', (use, expected) => {
    expect(saysNeed(use)).toBe(expected);
  });
});
