import { type OpenGrant, paidInOne } from '../../../src/domain/distribution/paid-in-one';

describe('grants that the bank paid in one sum', () => {
  /** `a pv plan 05-01 9.00`: name, pool, plan, day of May, yuan. */
  const grantOf = (text: string): OpenGrant & { name: string } => {
    const [name = '', pool = '', planId = '', grantedOn = '', yuan = '0'] = text.split(' ');
    return {
      ...{ name, planId, grantedOn, pool: pool === 'pv' ? 'pv' : 'other' },
      amount: BigInt(yuan.replace('.', '')),
    };
  };
  const FOUR = ['a pv P 1 9.00', 'b pv P 2 4.00', 'c other Q 2 2.00', 'd pv R 3 5.00'];

  it.each<[what: string, grants: string[], paid: bigint, found: string[]]>([
    ['all that are open', FOUR, 20_00n, ['abcd']],
    ['all of a pool', FOUR, 18_00n, ['abd']],
    ['all of a plan', FOUR, 13_00n, ['ab']],
    ['all of a day', FOUR, 6_00n, ['bc']],
    ['the only set that makes it', FOUR, 7_00n, ['cd']],
    ['nothing a fen above', FOUR, 7_01n, []],
    ['nothing a fen below', FOUR, 6_99n, []],
    ['no single grant', FOUR, 5_00n, []],
    ['no set where another makes it, too', ['a pv P 1 1.00', 'b pv Q 2 2.00', 'c pv R 3 2.00'], 3_00n, []],
    [
      'a day before any set',
      ['a pv P 1 1.00', 'b pv Q 1 2.00', 'c pv R 3 2.00', 'd pv S 4 9.00'],
      3_00n,
      ['ab'],
    ],
    ['each group once', ['a pv P 1 1.00', 'b pv P 1 2.00'], 3_00n, ['ab']],
    ['two plans that make the same', ['a pv P 1 1.00', 'b pv P 2 2.00', 'c pv Q 3 3.00'], 3_00n, ['ab']],
    ['nothing of what is paid', ['a pv P 1 3.00', 'b pv P 1 0.00'], 3_00n, []],
    ['nothing where nothing is granted', [], 3_00n, []],
  ])('are %s', (_what, grants, paid, found) => {
    const groups = paidInOne(grants.map(grantOf), paid);
    expect(groups.map((group) => group.map(({ name }) => name).join(''))).toEqual(found);
  });
});
