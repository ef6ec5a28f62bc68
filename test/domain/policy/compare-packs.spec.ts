import { comparedItems, comparePacks, quotedItems } from '../../../src/domain/policy/compare-packs';
import type { PolicyPack } from '../../../src/domain/policy/pack';
import { readPack } from '../../../src/domain/policy/read-pack';
import { type Pack } from './lint';
import { rule, SMALL_PACK_ID, smallPack } from './small-pack';

function changed(change: (raw: Pack) => void): PolicyPack {
  const raw = smallPack();
  change(raw);
  return readPack(raw, SMALL_PACK_ID);
}

const pack = changed(() => undefined);

describe('two packs side by side', () => {
  const told = (left: PolicyPack, right: PolicyPack): string[] =>
    comparePacks(left, right).map((line) => `${line.left?.address ?? '—'} | ${line.right?.address ?? '—'}`);

  it('have no difference where they order the same, clause for clause', () => {
    expect(
      told(
        pack,
        changed(() => undefined),
      ),
    ).toEqual([]);
  });

  const harder = changed((raw) => (raw.rules = [rule({ force: 'warn' })]));
  const renamed = changed((raw) => (raw.rules = [rule({ says: '不得超支' })]));
  const more = changed((raw) => raw.rules.push(rule({ id: 'XX-2' })));
  const reworded = changed((raw) => {
    raw.clauses['year'] = { at: '六', text: '2024年村集体收入20—50万元的村3个以上,每年6月底前报告' };
  });
  it.each<[what: string, right: PolicyPack, differences: string[]]>([
    ['presses differently', harder, ['XX-1 | XX-1']],
    ['only says it in other words', renamed, []],
    ['stands in one of them only', more, ['— | XX-2']],
    ['rests on other words of its clause', reworded, ['XX-G | XX-G', 'XX-B | XX-B', 'XX-C | XX-C']],
  ])('differ where a line %s', (_what, right, differences) => {
    expect(told(pack, right)).toEqual(differences);
    const turned = differences.map((line) => line.split(' | ').reverse().join(' | '));
    expect(told(right, pack)).toEqual(turned);
  });

  it('take a line of the same part and the same id for one line, and of another part for another', () => {
    const asTag = changed((raw) => {
      raw.tags = [{ ...raw.tags[0], id: 'split' } as never];
      raw.open = [];
    });
    const differences = told(pack, asTag);
    expect(differences).toEqual(['tag:poor | —', 'open:split | —', '— | tag:split']);
  });

  it('tell programs the two lines, each with its clause, and nothing of how they are compared', () => {
    const text = '扣除土地租金后,用于公益岗位工资,必要的奖励补助,岗位资金不低于60%';
    const line = { says: '不超过可分配收益', at: '三', text, isParaphrase: false };
    expect(comparedItems(pack, harder)).toEqual([
      { part: 'rule', id: 'XX-1', left: { ...line, force: 'block' }, right: { ...line, force: 'warn' } },
    ]);
    expect(comparedItems(pack, more)).toEqual([
      { part: 'rule', id: 'XX-2', left: undefined, right: { ...line, force: 'block' } },
    ]);
    expect(comparedItems(more, pack)).toMatchObject([{ id: 'XX-2', left: line, right: undefined }]);
  });

  it('say of a text nobody has seen that its clauses are paraphrases', () => {
    const retold = { ...pack, source: { ...pack.source, kind: 'second_hand' as const } };
    expect(new Set(quotedItems(retold).map(({ isParaphrase }) => isParaphrase))).toEqual(new Set([true]));
    expect(new Set(quotedItems(pack).map(({ isParaphrase }) => isParaphrase))).toEqual(new Set([false]));
  });
});

describe('every line of a pack', () => {
  it('has its address, by which other files point to it', () => {
    expect(quotedItems(pack).map(({ address }) => address)).toEqual([
      ...['pool:pv', 'use:pv.posts', 'use:pv.reward', 'use:pv.other', 'cost:pv.land_rent', 'XX-L', 'XX-1'],
      ...['tag:poor', 'flow:asking', 'XX-N', 'XX-G', 'XX-B', 'XX-C', 'value:yearly', 'value:posts.floor'],
      ...['need:main.floor', 'list:target', 'measure:new_income', 'open:split'],
    ]);
  });

  it.each([
    ['pool:pv', '土地租金 | — | uses'],
    ['use:pv.posts', '岗位 | — | uses'],
    ['cost:pv.land_rent', '土地租金 | — | uses'],
    ['XX-L', '岗位资金不低于60% | warn | uses'],
    ['XX-1', '不超过可分配收益 | block | uses'],
    ['flow:asking', '按程序办 | warn | steps'],
    ['value:yearly', '12000 | — | scale'],
    ['list:target', '脱贫人口, 农户家庭 | — | scale'],
  ])('%s: %s', (address, said) => {
    const item = quotedItems(pack).find((each) => each.address === address);
    expect([item?.says, item?.force ?? '—', item?.cite].join(' | ')).toBe(said);
  });

  it.each([
    [{ from: '2024-03-01', to: '2024-03-31' }, '3000 (2024-03-01–2024-03-31)'],
    [{ from: '2024-03-01' }, '3000 (2024-03-01–)'],
    [{ to: '2024-03-31' }, '3000 (–2024-03-31)'],
    [{}, '3000'],
  ])('a number with %p is told with its days', (days, says) => {
    const dated = changed((raw) => {
      raw.values.push({ id: 'once', value: '3000', unit: 'yuan', cite: 'scale', ...days });
      raw.rules = [rule({ need: 'planned at_least value:once' })];
    });
    expect(quotedItems(dated).find(({ address }) => address === 'value:once')?.says).toBe(says);
  });

  const pool = (raw: Pack): Record<string, unknown> => raw.pools['pv'] ?? {};
  it.each<[what: string, change: (raw: Pack) => void, address: string]>([
    [
      'the base of shares',
      (raw) => Object.assign(pool(raw), { base: { of: 'distributable', cite: 'uses' } }),
      'pool:pv',
    ],
    ['where goes what is left', (raw) => Object.assign(pool(raw), { left: null }), 'pool:pv'],
    ['who is served first', (raw) => Object.assign(pool(raw), { served_first: null }), 'pool:pv'],
  ])('orders something else with another answer to %s', (_what, change, address) => {
    expect(comparedItems(pack, changed(change)).map(({ part, id }) => `${part}:${id}`)).toEqual([address]);
  });
});
