import { owedOnce, partsByName, readPassingOn } from '../../../src/domain/income/passing-on';

const OWED = [
  { owner: 'East cooperative', owed: 5_001n },
  { owner: 'East', owed: 5_001n },
  { owner: 'Beyond', owed: 300n },
  { owner: 'West', owed: 200n },
];
const IDS = new Map([
  ['East', 'e'],
  ['East cooperative', 'e'],
  ['West', 'w'],
]);
const ONCE = owedOnce(OWED, IDS);

describe('what owners of kept stations are owed', () => {
  it('is listed once for a village that two stations call by two names', () => {
    expect(ONCE.map(({ owner, owed }) => [owner, owed])).toEqual([
      ['East', 10_002n],
      ['Beyond', 300n],
      ['West', 200n],
    ]);
    expect(owedOnce(OWED, new Map()).map(({ owner }) => owner)).toEqual(OWED.map(({ owner }) => owner));
  });

  it.each<[amount: bigint, names: bigint[]]>([
    [1n, [1n]],
    [5_001n, [5_001n]],
    [5_002n, [5_001n, 1n]],
    [10_002n, [5_001n, 5_001n]],
  ])('is paid under each name as far as it is owed under it: %s', (amount, names) => {
    const parts = partsByName([{ owner: 'East', amount }], ONCE);
    expect(parts.map((part) => part.amount)).toEqual(names);
    expect(parts.map(({ owner }) => owner)).toEqual(['East', 'East cooperative'].slice(0, names.length));
  });

  it('is paid under the one name under which more is owed than is left in all', () => {
    const owed = owedOnce(
      [
        { owner: 'East', owed: -100n },
        { owner: 'East cooperative', owed: 300n },
      ],
      IDS,
    );
    expect(owed.map((each) => each.owed)).toEqual([200n]);
    expect(partsByName([{ owner: 'East', amount: 200n }], owed)).toEqual([
      { owner: 'East cooperative', amount: 200n },
    ]);
  });

  it.each<[amounts: Record<string, string>, said: string[]]>([
    [{ East: '100.02' }, []],
    [{ 'East cooperative': '100.02' }, []],
    [{ East: '100.03' }, ['joint.aboveOwed amounts.East']],
    [{ East: '1.00', 'East cooperative': '1.00' }, ['joint.twoNames amounts.East cooperative']],
    [{ East: '', 'East cooperative': '1.00' }, []],
    [{ Beyond: '3.00', West: '2.00' }, []],
    [{ North: '1.00' }, ['joint.notOwed amounts.North']],
    [{ East: '' }, ['joint.nobody amounts']],
  ])('is read whichever name is typed: %p', (amounts, said) => {
    const { problems, parts } = readPassingOn({ paidOn: '2025-07-01', amounts }, ONCE);
    expect(problems.map(({ code, field }) => `${code} ${field}`)).toEqual(said);
    if (said.length === 0)
      expect(parts[0]?.owner).toBe(Object.keys(amounts)[0] === 'Beyond' ? 'Beyond' : 'East');
  });
});
