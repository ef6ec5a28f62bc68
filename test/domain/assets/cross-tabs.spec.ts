import {
  beyondYuan,
  compareCrossTabs,
  type CrossTab,
  crossTab,
  linesLeftOut,
  type TabCell,
  type TabGroup,
  totalDifference,
} from '../../../src/domain/assets/cross-tabs';
import { readPublishedTabs } from '../../../src/domain/assets/read-published-tabs';
import { registerWords } from '../../../src/glossary/columns-register';

const cell = (count: number, sum: bigint): TabCell => ({ count, sum });
const tab = (total: TabCell, lines: Record<string, TabCell>): CrossTab => ({
  lines: new Map(Object.entries(lines)),
  total,
});
const read = (text: string) => readPublishedTabs(text, registerWords());

/** Case C1, Duodao district of Jingmen, December 2021, in units of ten thousand yuan. */
const BY_CLASS = `到户类 89 1839.2229
公益性 502 26,045.5340
经营性\t33\t2977.8578
合计 624 30862.6147`;
const BY_TITLE = `区 19 3214.4
镇 28 1327.5
村 488 24481.49
农户 89 1839.22
合计 624 30862.61`;

describe('two tables of one register', () => {
  it('of case C1 agree but for the rounding of one of them, line by line and to the yuan', () => {
    const { byClass, byTitle, problems } = read(`${BY_CLASS}\n\n${BY_TITLE}`);
    expect(problems).toEqual([]);
    if (byClass === undefined || byTitle === undefined) throw new Error('both tables are read');
    for (const each of [byClass, byTitle]) expect(totalDifference(each, each)).toBeUndefined();
    expect(compareCrossTabs(byClass, byTitle)).toEqual([
      {
        key: 'household',
        one: cell(89, 1_839_222_900n),
        other: cell(89, 1_839_220_000n),
        difference: 2_900n,
      },
      { one: cell(624, 30_862_614_700n), other: cell(624, 30_862_610_000n), difference: 4_700n },
    ]);
  });

  // A word that could mean a class or a title means what the lines around it are.
  it.each([
    [
      'last of the titles',
      BY_CLASS,
      '县 19 3214.4\n镇 28 1327.5\n村 488 24481.49\n户 89 1839.22\n合计 624 30862.61',
    ],
    ['first of the titles', BY_CLASS, '户 89 1839.22\n县 19 3214.4\n镇 28 1327.5\n村 488 24481.49'],
    ['in both', BY_CLASS.replace('到户类', '户'), BY_TITLE.replace('农户', '户')],
  ])('of case C1 agree so, too, with the short word for households %s', (_where, one, other) => {
    const { byClass, byTitle, problems } = read(`${one}\n${other}`);
    expect(problems).toEqual([]);
    if (byClass === undefined || byTitle === undefined) throw new Error('both tables are read');
    expect(compareCrossTabs(byClass, byTitle).map(({ difference }) => difference)).toEqual([2_900n, 4_700n]);
  });

  it('have no word twice, whichever table it is of', () => {
    expect(read(`${BY_CLASS}\n${BY_TITLE}\n镇 1 1`).problems).toMatchObject([
      { code: 'crossTabs.lineTwice' },
    ]);
  });

  it.each<[rule: string, other: CrossTab, differing: (string | undefined)[]]>([
    ['the same', tab(cell(3, 30n), { a: cell(1, 10n), b: cell(2, 20n) }), []],
    ['lines of their own', tab(cell(3, 30n), { c: cell(3, 30n) }), []],
    ['a fen less in a line', tab(cell(3, 30n), { a: cell(1, 9n), b: cell(2, 20n) }), ['a']],
    ['a fen more in a line', tab(cell(3, 30n), { b: cell(2, 21n) }), ['b']],
    ['one more in a line', tab(cell(3, 30n), { b: cell(3, 20n) }), ['b']],
    ['another total', tab(cell(3, 31n), { a: cell(1, 10n) }), [undefined]],
    ['one less in all', tab(cell(2, 30n), {}), [undefined]],
  ])('with %s differ in %j', (_rule, other, differing) => {
    const one = tab(cell(3, 30n), { a: cell(1, 10n), b: cell(2, 20n) });
    expect(compareCrossTabs(one, other).map(({ key }) => key)).toEqual(differing);
  });

  it('that count otherwise are compared by their sums', () => {
    const [one, other] = [tab(cell(3, 30n), {}), tab(cell(5, 30n), {})];
    expect(compareCrossTabs(one, other, 'sums')).toEqual([]);
    expect(compareCrossTabs(one, tab(cell(3, 29n), {}), 'sums')).toHaveLength(1);
  });

  it('say by how much, above or below', () => {
    const [one, other] = [tab(cell(1, 1n), {}), tab(cell(1, 3n), {})];
    expect(
      [compareCrossTabs(one, other), compareCrossTabs(other, one)].map(([found]) => found?.difference),
    ).toEqual([...[-2n, 2n]]);
  });
});

describe('a table as it was printed, beside a register that has fen', () => {
  const register = (a: bigint, b: bigint) => tab(cell(3, a + b), { a: cell(1, a), b: cell(2, b) });
  const printed = (a: bigint, b: bigint, total: bigint) =>
    tab(cell(3, total), { a: cell(1, a), b: cell(2, b) });

  it.each<[rule: string, one: CrossTab, other: CrossTab, differing: (string | undefined)[]]>([
    ['rounded to the yuan', printed(1_000n, 2_000n, 3_000n), register(1_033n, 1_967n), []],
    ['cut to the yuan', printed(1_000n, 2_000n, 3_000n), register(1_099n, 2_000n), []],
    ['rounded up a yuan too far', printed(1_100n, 2_000n, 3_100n), register(1_011n, 2_049n), ['a']],
    ['rounded up by half a yuan', printed(1_100n, 2_000n, 3_100n), register(1_050n, 2_049n), []],
    ['a yuan off in a line', printed(1_000n, 2_000n, 3_000n), register(1_100n, 1_900n), ['a', 'b']],
    ['a yuan off in the total', printed(1_000n, 2_000n, 3_000n), register(1_051n, 2_050n), [undefined]],
    ['printed with its fen', printed(1_001n, 2_000n, 3_001n), register(1_034n, 1_967n), ['a', 'b']],
    [
      'of another count',
      tab(cell(4, 1_000n), { a: cell(2, 1_000n) }),
      register(1_000n, 0n),
      ['a', undefined],
    ],
  ])('%s differs in %j', (_rule, one, other, differing) => {
    const found = beyondYuan(compareCrossTabs(one, other), one);
    expect(found.map(({ key }) => key)).toEqual(differing);
  });

  it('names the lines it leaves out, where there is something in them', () => {
    const all = tab(cell(3, 30n), { a: cell(1, 10n), b: cell(2, 20n), c: cell(0, 0n) });
    expect(linesLeftOut(tab(cell(1, 10n), { a: cell(1, 10n) }), all)).toEqual([
      { key: 'b', one: cell(0, 0n), other: cell(2, 20n), difference: -20n },
    ]);
    expect(linesLeftOut(all, all)).toEqual([]);
  });
});

describe('the total under a table', () => {
  it.each<[total: TabCell, found: object | undefined]>([
    [cell(3, 30n), undefined],
    [cell(3, 29n), { one: cell(3, 30n), other: cell(3, 29n), difference: 1n }],
    [cell(4, 30n), { one: cell(3, 30n), other: cell(4, 30n), difference: 0n }],
  ])('is what its lines come to: %j', (total, found) => {
    const printed = tab(total, { a: cell(1, 10n), b: cell(2, 20n) });
    const register = tab(cell(3, 30n), { a: cell(1, 10n), b: cell(2, 20n) });
    expect(totalDifference(printed, register)).toEqual(found);
  });

  // 10,689,036.11 and 60,001.47 are 10,749,037.58: each rounded by itself, they come to a yuan less.
  it.each<[rule: string, total: bigint, register: bigint, difference: bigint | undefined]>([
    ['rounded rightly', 1_074_903_800n, 1_068_903_611n, undefined],
    ['of another register', 1_074_903_800n, 1_068_903_511n, -100n],
    ['a yuan above', 1_074_903_900n, 1_068_903_611n, -200n],
  ])('that was %s beside its lines', (_rule, total, first, difference) => {
    const lines = (a: bigint, b: bigint) => ({ a: cell(1, a), b: cell(1, b) });
    const printed = tab(cell(2, total), lines(1_068_903_600n, 6_000_100n));
    const register = tab(cell(2, first + 6_000_147n), lines(first, 6_000_147n));
    expect(totalDifference(printed, register)?.difference).toBe(difference);
  });
});

describe('a register added up', () => {
  const groups: TabGroup<'kind' | 'level'>[] = [
    { kind: 'hall', level: 'village', ...cell(1, 5n) },
    { kind: 'road', level: 'village', ...cell(2, 7n) },
    { kind: 'hall', level: 'town', ...cell(1, 0n) },
  ];

  it('has a line for each, also with nothing in it, and one for what nobody expected', () => {
    const added = crossTab(groups, 'kind', ['bridge', 'hall']);
    expect([...added.lines]).toEqual([
      ['bridge', cell(0, 0n)],
      ['hall', cell(2, 5n)],
      ['road', cell(2, 7n)],
    ]);
    expect(added.total).toEqual(cell(4, 12n));
  });

  it('agrees with itself added up another way', () => {
    expect(compareCrossTabs(crossTab(groups, 'kind', []), crossTab(groups, 'level', []))).toEqual([]);
  });
});

describe('a table as it was published', () => {
  it.each<[line: string, code: string]>([
    ['公益性 502', 'crossTabs.notALine'],
    ['公益性 五百 1', 'crossTabs.notALine'],
    ['公益性 502 1.00000000001', 'crossTabs.notALine'],
    ['公益性 502 0.0000001', 'crossTabs.notALine'],
    ['公益性 502 1 元', 'crossTabs.notALine'],
    ['生产性 502 1', 'crossTabs.wordUnknown'],
    ['合计 502 1', 'crossTabs.totalAlone'],
  ])('"%s" is refused: %s', (line, code) => {
    expect(read(line)).toEqual({ problems: [{ code, field: 'published', value: line, facts: { line: 1 } }] });
  });

  it('has each line by its number, blank ones counted', () => {
    expect(read(`${BY_CLASS}\n\n x`).problems).toMatchObject([{ facts: { line: 6 } }]);
  });

  it('has no name twice', () => {
    expect(read('公益性 1 1\n公益性 2 1').problems).toEqual([
      { code: 'crossTabs.lineTwice', field: 'published', value: '公益性 2 1', facts: { line: 2 } },
    ]);
  });

  it('may have no total, and a class in two lines', () => {
    const { byClass, byTitle } = read('公益性 1 0.000001\n公益类 2 1');
    expect([byClass?.total, byClass?.hasTotal, byTitle]).toEqual([cell(3, 1_000_001n), false, undefined]);
    expect(read('公益性 1 1\n合计 1 1').byClass?.hasTotal).toBe(true);
  });

  it('takes the usual word of either table before a further one of the other', () => {
    expect(read('农户 1 1').byTitle?.lines.get('household')).toEqual(cell(1, 1_000_000n));
    expect(read('到户 1 1').byClass?.lines.get('household')).toEqual(cell(1, 1_000_000n));
  });
});
