import type { PolicyPack } from '../../../src/domain/policy/pack';
import { enterableNumbers, itemsByClause, saysOfNumber } from '../../../src/domain/policy/pack-by-clause';
import { readPack } from '../../../src/domain/policy/read-pack';
import { type Pack } from './lint';
import { limit, rule, SMALL_PACK_ID, smallPack } from './small-pack';

function changed(change: (raw: Pack) => void): PolicyPack {
  const raw = smallPack();
  change(raw);
  return readPack(raw, SMALL_PACK_ID);
}

const pack = changed(() => undefined);

describe('the clauses of a document with the lines that rest on them', () => {
  const told = (of: PolicyPack): Record<string, string[]> =>
    Object.fromEntries(
      itemsByClause(of).map(({ clause, items }) => [clause.key, items.map(({ address }) => address)]),
    );

  it('stand in the order of the document; a number only where no other line of its clause names it', () => {
    expect(told(pack)).toEqual({
      uses: [
        ...['pool:pv', 'use:pv.posts', 'use:pv.reward', 'use:pv.other', 'cost:pv.land_rent'],
        ...['XX-L', 'XX-1', 'need:main.floor', 'open:split'],
      ],
      scale: ['tag:poor', 'list:target', 'measure:new_income'],
      steps: ['flow:asking', 'XX-N', 'list:target'],
      year: ['XX-G', 'XX-B', 'XX-C'],
    });
    expect(itemsByClause(pack).map(({ clause }) => clause.at)).toEqual(['三', '四', '五', '六']);
  });

  it('have a number by itself where only a line of another clause names it', () => {
    const apart = changed((raw) => {
      raw.tags = [];
      raw.rules = [rule({ need: 'planned at_least value:yearly', cite: 'uses' })];
    });
    expect(told(apart)['scale']).toEqual(['value:yearly', 'list:target', 'measure:new_income']);
  });

  it('have an open number by itself until a line of its clause names it', () => {
    const named = changed((raw) => {
      raw.rules = [rule({ need: 'planned at_least need:main.floor of received' })];
    });
    expect(told(named)['uses']).not.toContain('need:main.floor');
    expect(told(pack)['uses']).toContain('need:main.floor');
  });

  it('have of a list the words that stand in them', () => {
    const words = itemsByClause(pack).flatMap(({ clause, items }) =>
      items.filter(({ part }) => part === 'list').map(({ says, cite }) => [clause.key, cite, says]),
    );
    expect(words).toEqual([
      ['scale', 'scale', '脱贫人口'],
      ['steps', 'steps', '农户家庭'],
    ]);
    const together = changed((raw) => {
      raw.lists[0]?.of.push({ id: 'head', phrase: '村主任', name: '村主任', cite: 'steps' });
    });
    const list = itemsByClause(together)[2]?.items.find(({ part }) => part === 'list');
    expect(list?.says).toBe('农户家庭、村主任');
  });
});

describe('a number of a document', () => {
  it('is told in the words of the first line that asks for it', () => {
    expect(saysOfNumber(pack, 'posts.floor')).toBe('岗位资金不低于60%');
    expect(saysOfNumber(pack, 'yearly')).toBe('低');
    expect(saysOfNumber(pack, 'main.floor')).toBeUndefined();
  });

  const entered = (of: PolicyPack): string[] =>
    enterableNumbers(of).map(({ id, says, unit, decidedBy, given }) =>
      [id, says, unit, decidedBy, given?.value ?? 'open', given?.direction ?? ''].join(' ').trim(),
    );

  it('may be entered by a county where it is open, or where it can be stricter; open ones first', () => {
    expect(entered(pack)).toEqual([
      'main.floor 最低占比 share county open',
      'posts.floor 岗位资金不低于60% share county 0.6 higher',
    ]);
  });

  it('is not a county’s to enter where the village decides it', () => {
    const own = changed((raw) => {
      raw.needs = raw.needs.map((need) => ({ ...need, decided_by: 'village' }));
    });
    expect(entered(own)).toEqual(['posts.floor 岗位资金不低于60% share county 0.6 higher']);
  });

  it.each<[what: string, bound: Record<string, string>, direction: string]>([
    ['a floor, upwards', { at_least: 'value:yearly' }, 'higher'],
    ['a cap, downwards', { at_most: 'value:yearly' }, 'lower'],
  ])('gets stricter as %s', (_what, bound, direction) => {
    const limited = changed((raw) => {
      raw.tags = [];
      raw.values = raw.values.filter(({ id }) => id === 'yearly');
      Object.assign(raw.pools['pv'] ?? {}, { limits: [limit({ ...bound, cite: 'scale', says: '限额' })] });
    });
    expect(entered(limited)[1]).toBe(`yearly 限额 yuan county 12000 ${direction}`);
  });

  it('is entered once, though it changes within the time of the pack', () => {
    const dated = changed((raw) => {
      raw.tags = [];
      const yearly = { id: 'yearly', unit: 'yuan', cite: 'scale' };
      raw.values = [
        { ...yearly, value: '12000', to: '2024-12-31' },
        { ...yearly, value: '3000', from: '2025-01-01' },
        ...raw.values.filter(({ id }) => id !== 'yearly'),
      ];
      raw.rules = [rule({ need: 'planned at_least value:yearly', cite: 'scale', says: '不少于' })];
    });
    expect(entered(dated)).toEqual([
      'main.floor 最低占比 share county open',
      'yearly 不少于 yuan county 12000 higher',
      'posts.floor 岗位资金不低于60% share county 0.6 higher',
    ]);
  });
});
