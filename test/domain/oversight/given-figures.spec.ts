import {
  atLeast,
  type BooksSay,
  exactly,
  restAgainst,
  saidAgainst,
  UNTOLD,
} from '../../../src/domain/oversight/books-say';
import {
  awardsPaid,
  type GivenLine,
  type GivenMoney,
  keyGroupGain,
  pvShareToTagged,
  shareToTarget,
  targetWorkers,
} from '../../../src/domain/oversight/given-figures';
import { readFigures } from '../../../src/domain/oversight/goals';
import { problemSentence } from '../../../src/glossary/sentences';
import { figureText } from '../../../src/glossary/goal-words';
import { seeded } from '../policy/seeded';

const line = (memberId: string, amount: bigint, of: Partial<GivenLine> = {}): GivenLine => {
  return { memberId, amount, helped: false, tagged: false, ...of };
};

const list = (of: Partial<GivenMoney> = {}): GivenMoney => ({
  ...{ kind: 'aid', pool: 'pv', bucket: 'reward', unit: 'person', targetGroup: 'unknown' },
  ...{ grantedOn: '2024-05-01', amount: 100_00n, settled: [] },
  lines: [line('a', 60_00n, { helped: true, tagged: true }), line('b', 40_00n)],
  ...of,
});

const paid = (amount: bigint, on = '2024-06-01') => ({ settled: [{ on, amount }] });

describe('what was approved as awards and what of it is paid', () => {
  it.each<[what: string, given: GivenMoney[], part: string, whole: string]>([
    ['nothing', [], '0.00', '0.00'],
    ['a list paid whole', [list(paid(100_00n))], '100.00', '100.00'],
    ['one short by a fen', [list(paid(99_99n))], '99.99', '100.00'],
    ['one paid in the year after', [list(paid(100_00n, '2025-03-01'))], '100.00', '100.00'],
    ['one of another year', [list({ ...paid(100_00n), grantedOn: '2023-12-31' })], '0.00', '0.00'],
    ['one of the last day', [list({ grantedOn: '2024-12-31' })], '0.00', '100.00'],
    ['an award owed as one sum', [list({ kind: undefined, lines: [] })], '0.00', '100.00'],
    ['another use owed as one sum', [list({ kind: undefined, lines: [], bucket: 'public' })], '0.00', '0.00'],
    ['wages of posts', [list({ kind: 'posts' })], '0.00', '0.00'],
  ])('%s', (_what, given, part, whole) => {
    expect(awardsPaid(given, 2024)).toEqual(exactly({ part, whole }));
  });
});

describe('what of the money given went to those to be helped', () => {
  const of = (given: GivenMoney[], shares: bigint[] = []) =>
    shareToTarget(
      given,
      shares.map((amount) => ({ pool: 'pv', amount })),
      { year: 2024, targets: ['lifted_out'] },
    );
  const whole = { kind: undefined, lines: [] } as const;

  it.each<[what: string, given: GivenMoney[], part: string, whole: string]>([
    ['as the lists have it', [list(), list({ grantedOn: '2023-12-31' })], '60.00', '100.00'],
    ['one sum for their group', [list({ ...whole, targetGroup: 'lifted_out' })], '100.00', '100.00'],
    ['one sum for others', [list({ ...whole, targetGroup: 'others' })], '0.00', '100.00'],
    ['one sum for nobody', [list({ ...whole, unit: 'none' })], '0.00', '100.00'],
  ])('%s', (_what, given, part, sum) => {
    expect(of(given)).toEqual(exactly({ part, whole: sum }));
  });

  it('lies between two bounds where nobody said to whom it went', () => {
    expect(of([list(), list({ ...whole, amount: 5_00n })], [7_00n])).toEqual({
      ...{ exact: { whole: '112.00' }, least: { part: '60.00' }, most: { part: '72.00' } },
    });
  });
});

describe('what of the photovoltaic money paid reached tagged households', () => {
  it.each<[what: string, given: GivenMoney[], part: string | [string, string], whole: string]>([
    ['a list that nobody paid', [list()], '0.00', '0.00'],
    ['one paid whole', [list(paid(100_00n))], '60.00', '100.00'],
    ['one paid in another year', [list(paid(100_00n, '2025-01-01'))], '0.00', '0.00'],
    ['one paid in part', [list(paid(50_00n))], ['10.00', '50.00'], '50.00'],
    ['one short by a fen', [list(paid(99_99n))], ['59.99', '60.00'], '99.99'],
    ['other money', [list({ ...paid(100_00n), pool: 'other' })], '0.00', '0.00'],
    ['one sum', [list({ ...paid(30_00n), kind: undefined, lines: [] })], ['0.00', '30.00'], '30.00'],
    [
      'one sum for nobody',
      [list({ ...paid(30_00n), kind: undefined, lines: [], unit: 'none' })],
      ...(['0.00', '30.00'] as const),
    ],
  ])('%s', (_what, given, part, whole) => {
    const wanted =
      typeof part === 'string'
        ? exactly({ part, whole })
        : { exact: { whole }, least: { part: part[0] }, most: { part: part[1] } };
    expect(pvShareToTagged(given, 2024)).toEqual(wanted);
  });
});

it('key persons were paid no more than all that are to be helped, with what members were given', () => {
  const whole = { kind: undefined, lines: [] } as const;
  const given = [
    list(paid(100_00n)),
    list(paid(50_00n, '2025-01-01')),
    list({ ...paid(30_00n), ...whole }),
    list({ ...paid(20_00n), ...whole, targetGroup: 'others' }),
    list({ ...paid(10_00n), ...whole, unit: 'none' }),
  ];
  const said = keyGroupGain(given, [{ pool: 'pv', amount: 5_00n }], 2024);
  expect(said).toEqual({ ...UNTOLD, most: { value: '95.00' } });
});

describe('who worked for relief', () => {
  const days = (memberId: string, helped: boolean, to = '2024-07-31') => ({ memberId, helped, to });

  it('is counted once, of the year, those to be helped apart', () => {
    // The rule's own example: 22 workers, 13 of them lifted out of poverty.
    const lines = Array.from({ length: 22 }, (_, place) => days(String(place), place < 13));
    const again = [
      days('1', true, '2024-08-31'),
      days('x', true, '2023-12-31'),
      days('y', true, '2025-01-01'),
    ];
    expect(targetWorkers([...lines, ...again], 2024)).toEqual(exactly({ part: '13', whole: '22' }));
  });

  it('is not told where nobody did', () => {
    expect(targetWorkers([days('x', true, '2023-12-31')], 2024)).toEqual(UNTOLD);
  });
});

describe('a typed figure beside bounds of the books', () => {
  const { pack } = seeded.requirePack('530113/2022-09-19');
  const goal = pack.goals.find(({ id }) => id === 'DC-11c');
  const known = { ...UNTOLD, least: { count_of: '3' }, most: { value: '3500.00' } };
  const told = (figures: Record<string, string>) => {
    if (goal === undefined) throw new Error('no such goal');
    const form = { aboutId: 'v', year: '2024', figuresOn: '2024-11-20', paper: 'table', figures };
    const { problems } = readFigures(form, { goal, today: '2024-11-20', abouts: ['v'], known });
    return problems.map(({ code, field, facts }) => [code, field, facts?.['ledger']]);
  };

  it.each([
    [{ value: '3500.00' }, []],
    [{ value: '3,500.01' }, [['figures.aboveBooks', 'figures.value', '3500.00']]],
    [{ value: 'many' }, [['figures.notNumber', 'figures.value', undefined]]],
    [{ count_of: '3' }, []],
    [{ count_of: '2' }, [['figures.belowBooks', 'figures.count_of', '3']]],
  ])('%j', (figures, problems) => {
    expect(told(figures)).toEqual(problems);
  });

  it('is held against nothing where the books say nothing of it', () => {
    expect(saidAgainst(known, 'base', '1')).toBeUndefined();
  });
});

describe('what some villages tell of an office above them', () => {
  // Of 410.00 that their books have as approved 405.00 is paid: 5.00 is not, whatever the others did.
  const known = atLeast(exactly({ part: '405.00', whole: '410.00' }));

  it('is the least of all together, with what is no part', () => {
    expect(known).toEqual({ ...UNTOLD, least: { part: '405.00', whole: '410.00' }, rest: '5.00' });
    expect(atLeast(exactly({ part: '405.00', whole: '405.00' }))).toEqual({
      ...{ ...UNTOLD, least: { part: '405.00', whole: '405.00' } },
    });
    const between = { exact: { whole: '410.00' }, least: { part: '345.00' }, most: { part: '350.00' } };
    expect(atLeast(between)).toEqual({
      ...UNTOLD,
      least: { part: '345.00', whole: '410.00' },
      rest: '60.00',
    });
  });

  it.each([
    ['405.00', '410.00', undefined],
    ['995.00', '1000.00', undefined],
    ['995.01', '1000.00', { rest: '5.00', most: '995.00' }],
    ['1000.00', '1000.00', { rest: '5.00', most: '995.00' }],
    [undefined, '1000.00', undefined],
    ['1000.00', undefined, undefined],
  ])('%p of %p: %p', (part, whole, against) => {
    expect(restAgainst(known, { part, whole })).toEqual(against);
  });
});

describe('a part beside its whole', () => {
  const { pack } = seeded.requirePack('341200/2023-09-21');
  const goal = pack.goals.find(({ id }) => id === 'FY-22');
  const told = (
    figures: Record<string, string>,
    { figuresOn = '2025-03-01', known = UNTOLD }: { figuresOn?: string; known?: BooksSay } = {},
  ) => {
    if (goal === undefined) throw new Error('no such goal');
    const form = { aboutId: 'c', year: '2024', figuresOn, paper: 'table', figures };
    const { problems } = readFigures(form, { goal, today: '2025-03-01', abouts: ['c'], known });
    return problems.map(({ code, field }) => `${code} ${field}`);
  };

  it.each<[figures: Record<string, string>, known: BooksSay, problems: string[]]>([
    [{ part: '42700', whole: '42,700.00' }, UNTOLD, []],
    [{ part: '42700.01', whole: '42,700.00' }, UNTOLD, ['figures.partAboveWhole figures.part']],
    [{ part: '42700.01' }, UNTOLD, []],
    [{ part: '42700.00' }, exactly({ whole: '42700.00' }), []],
    [{ part: '42700.01' }, exactly({ whole: '42700.00' }), ['figures.partAboveWhole figures.part']],
    [
      { part: '42700', whole: '42,700.00' },
      { ...UNTOLD, rest: '0.01' },
      ['figures.restOnBooks figures.part'],
    ],
    [{ part: '42699.99', whole: '42,700.00' }, { ...UNTOLD, rest: '0.01' }, []],
  ])('%j, %j', (figures, known, problems) => {
    expect(told(figures, { known })).toEqual(problems);
  });

  it.each<[figures: Record<string, string>, known: BooksSay, sentence: string]>([
    [
      { part: '186000', whole: '186,000.00' },
      { ...UNTOLD, rest: '37800.00' },
      '总数 186,000.00 里，账上看得到还有 37,800.00 不算在其中，所以其中的数最多 148,200.00，填的 186,000.00 多了；账不对的，先改账。',
    ],
    [
      { part: '1234567.89', whole: '1,000' },
      UNTOLD,
      '其中的数 1,234,567.89 比总数 1,000.00 还多，有一个写错了。',
    ],
    [
      { whole: '1' },
      exactly({ whole: '30000.00' }),
      '这个数账上和台账上算得出来，是 30,000.00，不用填；不对的，先改账。',
    ],
    [
      { whole: '1000' },
      { ...UNTOLD, least: { whole: '30000.00' } },
      '“1000”比账上的 30,000.00 还少；账上已经有的，不能少报，不对的先改账。',
    ],
    [
      { whole: '31000' },
      { ...UNTOLD, most: { whole: '30000.00' } },
      '“31000”比账上的 30,000.00 还多；账上没有的，不能多报，不对的先改账。',
    ],
  ])('%j, %j reads with its thousands apart', (figures, known, sentence) => {
    if (goal === undefined) throw new Error('no such goal');
    const form = { aboutId: 'c', year: '2024', figuresOn: '2025-03-01', paper: 'table', figures };
    const { problems } = readFigures(form, { goal, today: '2025-03-01', abouts: ['c'], known });
    expect(problems.map(problemSentence)).toContain(sentence);
  });

  it('is of no day before its year', () => {
    expect(told({ part: '1' }, { figuresOn: '2024-01-01' })).toEqual([]);
    expect(told({ part: '1' }, { figuresOn: '2023-12-31' })).toEqual(['figures.beforeYear figuresOn']);
  });
});

describe('the words of a figure', () => {
  const of = { figure: 'whole', year: 2025, bounds: { least: '47,500.00', most: undefined } };

  it.each([
    ['42,800.00', '2026-01-05 table', '2025年总数：42,800.00（2026-01-05 table）　账上：不少于 47,500.00'],
    ['42,800.00', undefined, '2025年总数：42,800.00（账上算的）　账上：不少于 47,500.00'],
    [undefined, undefined, '2025年总数：还没有　账上：不少于 47,500.00'],
    [
      undefined,
      '2026-01-05 table',
      '2025年总数：还没有（2026-01-05 table填的和账上对不上，不算，请重填）　账上：不少于 47,500.00',
    ],
  ])('%s, %s', (value, source, text) => {
    expect(figureText({ ...of, value, source })).toBe(text);
  });
});
