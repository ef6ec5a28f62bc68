import type { Recipient } from '../../../src/domain/uses/aid-rows';
import { before, found, line, SHANGQIU } from './aid-judging.fixture';

const POOR = '建档立卡贫困户';
const someone = (number: number, circumstances: readonly string[], isPoor = true) => ({
  ...{ memberId: `m${String(number)}`, memberNumber: number, name: '', householdId: `h${String(number)}` },
  ...{ status: isPoor ? POOR : undefined, circumstances },
});
const to = (number: number, yuan: string) =>
  line(yuan, { memberId: `m${String(number)}`, householdId: `h${String(number)}`, status: POOR });
/** What a list of the village's own says of who goes first, out of a line that holds 1,000.00. */
const asked = (
  people: readonly Recipient[],
  lines: readonly ReturnType<typeof to>[],
  of: { readonly pool?: 'pv' | 'other'; readonly past?: readonly ReturnType<typeof before>[] } = {},
) =>
  found(SHANGQIU, {
    ...{ kind: 'own', lines, people, past: of.past ?? [] },
    paidBy: { pool: of.pool ?? 'pv', bucket: 'reward', left: 100_000n },
  }).filter((each) => /SQ-A7b|五\(五\)/.test(each));

const FORGETS = ['增收·五(五) failed'];
const NONE_TAGGED = ['SQ-A7b failed'];

/** 商办〔2018〕21号 增收·五(七): whom photovoltaic income looks at first. Source: SQ-A7b, a list of nobody. */
describe('a list paid out of photovoltaic income', () => {
  const old = someone(1, ['old']);
  const plain = someone(2, []);
  it.each([
    ['of nobody who goes first asks', [old, plain], [to(2, '100')], {}, NONE_TAGGED],
    ['of one of them does not', [old, plain], [to(1, '100'), to(2, '100')], {}, []],
    ['where nobody goes first does not', [someone(1, []), plain], [to(2, '100')], {}, []],
    ['of other income does not', [old, plain], [to(2, '100')], { pool: 'other' as const }, []],
    [
      'where only one out of all standing goes first does not',
      [someone(1, ['old'], false), plain],
      [to(2, '100')],
      {},
      [],
    ],
    [
      'after one of them was given of the kind in the year does not',
      [old, plain],
      [to(2, '100')],
      { past: [before('100', { kind: 'own', on: '2018-01-01' })] },
      [],
    ],
    [
      'after one of them was given of it the year before asks',
      [old, plain],
      [to(2, '100')],
      { past: [before('100', { kind: 'own', on: '2017-12-31' })] },
      NONE_TAGGED,
    ],
    [
      'after one of them was given of another kind asks',
      [old, plain],
      [to(2, '100')],
      { past: [before('100', { kind: 'labour', on: '2018-01-01' })] },
      NONE_TAGGED,
    ],
  ])('%s', (_, people, lines, of, says) => {
    expect(asked(people, lines, of)).toEqual(says);
  });
});

/** 增收·五(五): four circumstances go first, of one rank, where money is short. Source: SQ-A5b. */
describe('a list that uses up its line', () => {
  const one = someone(1, ['cannot_work']);
  const plain = someone(2, []);
  const other = { pool: 'other' as const };
  it.each([
    // 1,000.00 − 500.00 = 500.00: another one of the least is there; of 499.99 he is not.
    ['asks nothing while another one of the least is there', [one, plain], [to(2, '500')], []],
    ['asks a fen above that', [one, plain], [to(2, '500.01')], FORGETS],
    ['asks where it takes all', [one, plain], [to(2, '1000')], FORGETS],
    // 1,000.00 − 700.00 − 200.00 = 100.00 beside the least of 200.00.
    ['measures by the least on it', [one, plain, someone(3, [])], [to(2, '700'), to(3, '200')], FORGETS],
    ['asks nothing where who goes first is on it', [one, plain], [to(1, '100'), to(2, '900')], []],
    [
      'asks where another one who goes first is not',
      [one, plain, someone(3, ['badly_disabled'])],
      [to(1, '100'), to(2, '900')],
      FORGETS,
    ],
    ['asks nothing where all on it go first', [one, someone(3, ['single_parent'])], [to(3, '1000')], []],
    ['asks nothing where nobody goes first', [someone(1, ['old']), plain], [to(2, '1000')], []],
    [
      'asks nothing of one out of all standing',
      [someone(1, ['cannot_work'], false), plain],
      [to(2, '1000')],
      [],
    ],
  ])('%s', (_, people, lines, says) => {
    expect(asked(people, lines, other)).toEqual(says);
  });

  it('counts whoever was served in the year by a list before as served by it', () => {
    const people = [one, plain, someone(3, ['badly_disabled'])];
    const given = { kind: 'own', memberId: 'm2', householdId: 'h2' } as const;
    const after = (on: string) =>
      asked(people, [to(1, '900')], { ...other, past: [before('500', { ...given, on })] });
    expect(asked(people, [to(1, '900')], other)).toEqual([]);
    expect(after('2018-01-01')).toEqual(FORGETS);
    expect(after('2017-12-31')).toEqual([]);
  });

  it('is asked out of either pool, and both may ask', () => {
    const people = [someone(1, ['cannot_work', 'old']), plain];
    expect(asked(people, [to(2, '1000')])).toEqual([...NONE_TAGGED, ...FORGETS]);
  });

  it('is not asked by a document that names nobody first', () => {
    const fuyang = found(
      { region: '341200', on: '2025-07-20' },
      {
        ...{ kind: 'own', lines: [to(2, '1000')], people: [one, plain] },
        paidBy: { pool: 'pv', bucket: 'reward', left: 100_000n },
      },
    );
    expect(fuyang.filter((each) => /五\(五\)|A7b/.test(each))).toEqual([]);
  });
});
