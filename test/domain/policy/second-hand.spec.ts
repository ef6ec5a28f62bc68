import { clauseNumbers } from '../../../src/domain/policy/clause-numbers';
import { judgeLimits, type PlannedSums } from '../../../src/domain/policy/judge';
import { bucketsOf, type PolicyPack } from '../../../src/domain/policy/pack';
import { packInForce, seeded } from './seeded';

const packOf = (id: string): PolicyPack => seeded.requirePack(id).pack;

/** What the limits of a pack say of these sums, once for the period and once for a year of the same. */
function limits(id: string, sums: PlannedSums, year: { isOver: boolean; sums?: PlannedSums }): string[] {
  const judged = judgeLimits(packOf(id), {
    pool: 'pv',
    period: sums,
    year: { ...(year.sums ?? sums), isOver: year.isOver },
  });
  return judged.map(({ ruleId, outcome, force }) => `${ruleId} ${outcome} ${force}`);
}

const IDS = [
  '000000/2020-01-01',
  '340121/2022-01-01',
  '150430/2020-01-01',
  '620822/2018-01-01',
  '620822/2019-06-01',
  '141034/2018-01-01',
];

describe('a rule in use whose text nobody has seen', () => {
  it.each(IDS)('%s is told, never quoted, and keeps no digest', (id) => {
    const { source, clauses, pools } = packOf(id);
    expect(source).toMatchObject({ kind: 'second_hand', textSha256: undefined });
    expect(clauses.filter(({ at, text }) => at !== '转述' || /[“”"]/.test(text))).toEqual([]);
    const named = pools.flatMap(({ buckets, deductions }) => [...buckets, ...deductions]);
    expect(named.filter(({ phrase }) => phrase !== undefined)).toEqual([]);
  });

  it('gives every share with what it is a share of', () => {
    const shares = IDS.flatMap((id) => packOf(id).clauses.flatMap(({ text }) => clauseNumbers(text)));
    expect(shares.filter(({ isPercent }) => isPercent).map(({ written }) => written)).toEqual([
      '80%',
      '60%',
      '80%',
      '20%',
      '70%',
      '20%',
      '10%',
      '45%',
      '55%',
      '2.9%',
      '2%',
    ]);
  });
});

describe('the national 80 % of 2020', () => {
  const ID = '000000/2020-01-01';
  const sums = (posts: string, labour: string, received: string): PlannedSums => ({
    planned: { posts, labour },
    bases: { everything_received: received },
  });
  const years: [string, string, string, boolean, string][] = [
    // Shanxi, February 2020: wages of 307.98 of 1,027.6 (ten thousand) received, 30.0 %
    ['3079800', '0', '10276000', false, 'CN-1 failed target'],
    ['3079800', '0', '10276000', true, 'CN-1 failed block'],
    // Xinzhuang: 120,000 a year, posts and the labour of works together
    ['90000', '6000', '120000', true, 'CN-1 passed block'],
    ['90000', '5999.99', '120000', true, 'CN-1 failed block'],
  ];
  it.each(years)(
    'of %s and %s out of %s received (year over: %p): %s',
    (posts, labour, all, isOver, said) => {
      expect(limits(ID, sums(posts, labour, all), { isOver })).toEqual([said]);
    },
  );

  it('is held against the year, not against one batch of it', () => {
    const early = sums('100', '0', '1000');
    const whole = sums('800', '0', '1000');
    expect(limits(ID, early, { isOver: true, sums: whole })).toEqual(['CN-1 passed block']);
  });

  it('holds for 2020 only, and is a share of what was received, not of what is left', () => {
    expect(packInForce(['000000'], '2019-12-31')).toBeUndefined();
    expect(packInForce(['000000'], '2020-12-31')?.pack.id).toBe(ID);
    expect(packInForce(['000000'], '2021-01-01')).toBeUndefined();
    expect(
      limits(ID, { planned: { posts: '80' }, bases: { after_deductions: '100' } }, { isOver: true }),
    ).toEqual(['CN-1 undecided block']);
  });
});

describe('sixty per cent in a county of Anhui', () => {
  const cases: [string, string, string, string][] = [
    // 124,700 received less 24,700 of rent and upkeep: 60,000 to posts
    ['60000', '0', '100000', 'CF-1 passed block'],
    ['59999.99', '0', '100000', 'CF-1 failed block'],
    ['50000', '10000', '100000', 'CF-1 failed block'],
  ];
  it.each(cases)('asks for posts, not for works: %s and %s of %s: %s', (posts, labour, after, said) => {
    const sums = { planned: { posts, labour }, bases: { after_deductions: after } };
    expect(limits('340121/2022-01-01', sums, { isOver: true })).toEqual([said]);
  });
});

describe('80 and 20 in Aohan', () => {
  const cases: [string, string, string, string[]][] = [
    ['80000', '20000', '100000', ['AO-1 passed block', 'AO-2 passed block']],
    ['79999.99', '20000', '100000', ['AO-1 failed block', 'AO-2 passed block']],
    ['80000.01', '19999.99', '100000', ['AO-1 failed block', 'AO-2 failed block']],
    // 80 % of 100.01 is 80.008: either whole fen beside it will do
    ['80.00', '20.01', '100.01', ['AO-1 passed block', 'AO-2 passed block']],
    ['80.01', '20.00', '100.01', ['AO-1 passed block', 'AO-2 passed block']],
    ['79.99', '20.02', '100.01', ['AO-1 failed block', 'AO-2 failed block']],
  ];
  it.each(cases)('to people %s and to works %s of %s: %p', (people, works, after, said) => {
    const sums = {
      planned: { posts: people, labour: '0', aid: '0', works },
      bases: { distributable: after },
    };
    expect(limits('150430/2020-01-01', sums, { isOver: false })).toEqual(said);
  });

  it('counts posts, the labour of works and aid together', () => {
    const sums = {
      planned: { posts: '50', labour: '20', aid: '10', works: '20' },
      bases: { distributable: '100' },
    };
    expect(limits('150430/2020-01-01', sums, { isOver: false })).toEqual([
      'AO-1 passed block',
      'AO-2 passed block',
    ]);
  });
});

describe('Lingtai before and after June 2019', () => {
  const inForce: [string, string | undefined][] = [
    ['2017-12-31', undefined],
    ['2019-05-31', '620822/2018-01-01'],
    ['2019-06-01', '620822/2019-06-01'],
    ['2020-05-31', '620822/2019-06-01'],
  ];
  it.each(inForce)('changes in the middle of a year: on %s %s', (day, id) => {
    expect(packInForce(['620822', '620800', '620000'], day)?.pack.id).toBe(id);
  });

  const shares: [string, string, [string, string][]][] = [
    [
      '620822/2018-01-01',
      'distributable',
      [
        ['households', '0.7'],
        ['collective', '0.2'],
        ['management', '0.1'],
      ],
    ],
    [
      '620822/2019-06-01',
      'distributable',
      [
        ['labour', '0.55'],
        ['collective', '0.45'],
      ],
    ],
  ];
  it.each(shares)('%s takes its shares of %s: %p', (id, base, expected) => {
    const pack = packOf(id);
    const taken = bucketsOf(pack, 'pv').map(({ id: use, take }) => {
      const value = pack.values.find((each) => each.id === `${use}.share`)?.value;
      expect(take).toEqual({
        kind: 'amount',
        amount: {
          kind: 'product',
          of: [
            { kind: 'value', id: `${use}.share` },
            { kind: 'fact', id: base },
          ],
        },
      });
      return [use, value];
    });
    expect(taken).toEqual(expected);
  });
});

describe('the reckoning sheet of Fenxi', () => {
  const cases: [string, string, string, string[]][] = [
    ['2900', '2000', '100000', ['FX-1 passed block', 'FX-2 passed block']],
    ['2900.01', '2000', '100000', ['FX-1 failed block', 'FX-2 passed block']],
    ['2900', '1999.99', '100000', ['FX-1 passed block', 'FX-2 failed block']],
    // 2.9 % of 85,466.14 is 2,478.51806, 2 % is 1,709.3228
    ['2478.52', '1709.32', '85466.14', ['FX-1 passed block', 'FX-2 passed block']],
    ['2478.51', '1709.33', '85466.14', ['FX-1 passed block', 'FX-2 passed block']],
    ['2478.53', '1709.34', '85466.14', ['FX-1 failed block', 'FX-2 failed block']],
  ];
  it.each(cases)('upkeep %s and reserve %s of %s received: %p', (o_and_m, reserve, received, said) => {
    const sums = { planned: { o_and_m, reserve }, bases: { everything_received: received } };
    expect(limits('141034/2018-01-01', sums, { isOver: false })).toEqual(said);
  });
});
