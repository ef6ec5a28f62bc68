import fc from 'fast-check';
import { percentOf } from '../../../src/domain/collectives/share-percent';
import {
  readShareRoll,
  rollChange,
  type RollUse,
  type ShareHolder,
  type ShareHolding,
  shareRollOn,
  type ShareRollForm,
  sharesText,
  sharesTotal,
  withdrawalBar,
} from '../../../src/domain/collectives/share-roll';

const household = (number: number, mayHold = true): ShareHolder => ({
  ...{ kind: 'household', id: `h${String(number)}`, number, mayHold },
});
const member = (number: number, mayHold = true): ShareHolder => ({
  ...{ kind: 'member', id: `m${String(number)}`, number, mayHold },
});
const holds = (of: Partial<ShareHolding>): ShareHolding => ({
  ...{ number: 1, holderKind: 'household', holderId: 'h1', fromDay: '2024-01-01', hundredths: 300 },
  ...of,
});
const form = (of: Partial<ShareRollForm>): ShareRollForm => ({
  ...{ holderKind: 'household', shareFrom: '2025-01-01', shareLines: '1 3.5\n2\t2', shareWhy: 'first table' },
  ...{ sharePaper: 'resolution 3' },
  ...of,
});
const TODAY = '2025-07-11';
const HOLDERS = [household(1), household(2), household(3, false), member(1), member(2, false)];
const told = (of: Partial<ShareRollForm>, holdings: readonly ShareHolding[] = []): string[] =>
  readShareRoll(form(of), { holders: HOLDERS, holdings, uses: [], today: TODAY }).problems.map(
    ({ code, field, facts }) => `${code} ${field} ${String(facts?.['line'] ?? '')}`,
  );

describe('who holds shares on a day', () => {
  const first = holds({});
  const fewer = holds({ number: 2, fromDay: '2024-07-01', hundredths: 150 });
  const none = holds({ number: 3, fromDay: '2025-01-01', hundredths: 0 });
  const mended = holds({ number: 4, fromDay: '2025-01-01', hundredths: 50 });

  it.each([
    ['2023-12-31', []],
    ['2024-01-01', [300]],
    ['2024-06-30', [300]],
    ['2024-07-01', [150]],
    ['2025-01-01', []],
  ])('on %s: %p', (day, expected) => {
    expect(shareRollOn([none, first, fewer], day).map(({ hundredths }) => hundredths)).toEqual(expected);
  });

  it('of what begins on one day the last entered holds', () => {
    expect(shareRollOn([first, fewer, none, mended], '2025-01-01')).toEqual([mended]);
  });
});

describe('a row that was entered wrongly', () => {
  const first = holds({});
  const fewer = holds({ number: 2, fromDay: '2024-07-01', hundredths: 150 });
  const other = holds({ number: 3, holderId: 'h2' });
  const gaveBack = holds({ number: 4, holderId: 'h2', fromDay: '2025-01-01', hundredths: 0 });
  const byHead = holds({ number: 5, holderKind: 'member', holderId: 'm1', fromDay: '2025-01-01' });
  const all = [first, fewer, other];

  it.each<[what: string, row: ShareHolding, holdings: ShareHolding[], code: string | undefined]>([
    ['the last of its holder may go', fewer, all, undefined],
    ['one that another was entered after may not', first, all, 'shareRoll.laterStands'],
    ['of another holder it may', other, all, undefined],
    [
      'the end of shares, where members hold now, may not',
      gaveBack,
      [other, gaveBack, byHead],
      'shareRoll.othersHold',
    ],
    ['where nobody else holds it may', gaveBack, [other, gaveBack], undefined],
  ])('%s', (_what, row, holdings, code) => {
    expect(withdrawalBar({ holdings, uses: [] }, row)?.code).toBe(code);
  });

  it('never held, and bars nothing that is entered after it', () => {
    const taken = { ...fewer, withdrawn: 'wrong household' };
    expect(shareRollOn([first, taken], '2024-07-01')).toEqual([first]);
    expect(told({ shareFrom: '2024-05-01', shareLines: '1 2' }, [first, fewer])).toEqual([
      'shareRoll.beforeLast shareLines 1',
    ]);
    expect(told({ shareFrom: '2024-05-01', shareLines: '1 2' }, [first, taken])).toEqual([]);
  });
});

describe('the roll of a day that a dividend was split by', () => {
  const round = { number: 2, rollOn: '2025-01-01' };
  const row = (fromDay: string) => holds({ number: 7, fromDay });

  it.each<[what: string, uses: readonly RollUse[], fromDay: string, used: number | undefined]>([
    ['the day itself', [round], '2025-01-01', 2],
    ['an earlier day', [round], '2024-07-01', 2],
    ['the day after', [round], '2025-01-02', undefined],
    ['a day between two rounds', [round, { number: 5, rollOn: '2025-06-01' }], '2025-03-01', 5],
    ['a day before both, whichever was first', [{ number: 5, rollOn: '2025-06-01' }, round], '2024-07-01', 5],
    ['no round', [], '2025-01-01', undefined],
  ])('%s', (_what, uses, fromDay, used) => {
    const bar = withdrawalBar({ holdings: [row(fromDay)], uses }, row(fromDay));
    expect([bar?.code, bar?.facts['number']]).toEqual(
      used === undefined ? [undefined, undefined] : ['shareRoll.rollUsed', used],
    );
    const { problems } = readShareRoll(form({ shareFrom: fromDay }), {
      ...{ holders: HOLDERS, holdings: [], uses, today: TODAY },
    });
    expect(problems.map(({ code, field, facts }) => [code, field, facts?.['number']])).toEqual(
      used === undefined ? [] : [['shareRoll.rollUsed', 'shareFrom', used]],
    );
  });
});

describe('a table of shares', () => {
  it('changes whom it names, and nobody else', () => {
    const holdings = [holds({}), holds({ number: 2, holderId: 'h2', hundredths: 200 })];
    const { roll, problems } = readShareRoll(form({}), {
      holders: HOLDERS,
      holdings,
      uses: [],
      today: TODAY,
    });
    expect(problems).toEqual([]);
    expect(roll.changes).toEqual([{ holderId: 'h1', hundredths: 350 }]);
  });

  it.each<[what: string, of: Partial<ShareRollForm>, problems: string[]]>([
    ['two places are read', { shareLines: '1 0.01' }, []],
    ['three are not', { shareLines: '1 0.001' }, ['shareRoll.lineUnread shareLines 1']],
    ['a hundred thousand shares', { shareLines: '1 100000' }, []],
    ['more than that', { shareLines: '1 100000.01' }, ['shareRoll.lineUnread shareLines 1']],
    ['below zero', { shareLines: '\n1 -1' }, ['shareRoll.lineUnread shareLines 2']],
    ['a name in the line', { shareLines: '1 Li 3' }, ['shareRoll.lineUnread shareLines 1']],
    ['wide digits and a comma', { shareLines: '１，３．５' }, []],
    ['nobody', { shareLines: ' \n' }, ['form.missing shareLines ']],
    ['an unknown number', { shareLines: '9 1' }, ['shareRoll.holderUnknown shareLines 1']],
    ['nobody lives there', { shareLines: '3 1' }, ['shareRoll.mayNotHold shareLines 1']],
    ['no member', { holderKind: 'member', shareLines: '2 1' }, ['shareRoll.mayNotHold shareLines 1']],
    ['one number twice', { shareLines: '1 1\n1 2' }, ['shareRoll.twice shareLines 2']],
    ['nothing that changes', { shareLines: '1 0' }, ['shareRoll.nothingChanges shareLines ']],
    ['no paper', { sharePaper: ' ' }, ['form.missing sharePaper ']],
    ['no reason', { shareWhy: '' }, ['form.missing shareWhy ']],
    ['a day that has not come', { shareFrom: '2052-01-01' }, ['person.dayAhead shareFrom ']],
    ['no such day', { shareFrom: '2025-02-30' }, ['calendar.notADay shareFrom ']],
    ['no kind', { holderKind: '' }, ['form.missing holderKind ']],
  ])('with %s', (_what, of, problems) => {
    expect(told(of)).toEqual(problems);
  });

  it('never begins before what it follows', () => {
    const held = [holds({ fromDay: '2025-01-02' })];
    expect(told({ shareLines: '1 9' }, held)).toEqual(['shareRoll.beforeLast shareLines 1']);
    expect(told({ shareLines: '1 9', shareFrom: '2025-01-02' }, held)).toEqual([]);
  });

  it('gives nobody a share twice: households hold, or members', () => {
    const byHead = { holderKind: 'member', shareLines: '1 1' };
    expect(told(byHead, [holds({})])).toEqual(['shareRoll.otherKind holderKind ']);
    expect(told(byHead, [holds({}), holds({ number: 2, hundredths: 0, fromDay: '2025-01-01' })])).toEqual([]);
    // What begins later would meet what is entered now.
    expect(told(byHead, [holds({ fromDay: '2025-06-01' })])).toEqual(['shareRoll.otherKind holderKind ']);
  });

  it('adds up to what was typed, to the hundredth', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 10_000_000 }), { minLength: 1, maxLength: 40 }),
        (all) => {
          const holders = all.map((_, index) => household(index + 1));
          const shareLines = all.map((each, index) => `${String(index + 1)} ${sharesText(each)}`).join('\n');
          const { roll, problems } = readShareRoll(form({ shareLines }), {
            holders,
            holdings: [],
            uses: [],
            today: TODAY,
          });
          expect(problems).toEqual([]);
          const holdings = roll.changes.map((change, index) => holds({ ...change, number: index + 1 }));
          expect(sharesTotal(shareRollOn(holdings, '2025-01-01'))).toBe(
            all.reduce((sum, each) => sum + each, 0),
          );
        },
      ),
      { numRuns: 100 },
    );
  });
});

it.each([
  [0, 0, '0.00%'],
  [1, 3, '33.33%'],
  [2, 3, '66.67%'],
  [1, 8, '12.50%'],
  [5, 5, '100.00%'],
  [1, 20_000, '0.01%'],
  [1, 20_001, '0.00%'],
])('%p of %p shares is %s', (part, whole, text) => {
  expect(percentOf(part, whole)).toBe(text);
});

it.each<[on: string, changedOn: string, years: number]>([
  ['2025-07-01', '2024-07-01', 1],
  ['2025-06-30', '2024-07-01', 0],
  ['2024-06-30', '2021-03-01', 3],
  ['2021-03-01', '2021-03-01', 0],
])('the roll of %s last changed on %s, %i whole years before', (on, changedOn, years) => {
  const row = { holderKind: 'household' as const, holderId: 'h', hundredths: 100 };
  const holdings = [
    { ...row, number: 1, fromDay: '2021-03-01' },
    { ...row, number: 2, fromDay: '2024-07-01' },
    { ...row, number: 3, fromDay: '2025-01-01', withdrawn: 'wrong' },
  ];
  expect(rollChange(holdings, on)).toEqual({ changedOn, years });
});
