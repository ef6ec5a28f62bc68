import { judgeLimits } from '../../../src/domain/policy/judge';
import { fixedUses, isExact, limitConditions } from '../../../src/domain/policy/limit';
import type { PolicyPack } from '../../../src/domain/policy/pack';
import { readPack } from '../../../src/domain/policy/read-pack';
import { limit, SMALL_PACK_ID, smallPack } from './small-pack';

function packWithLimit(changes: Record<string, unknown>): PolicyPack {
  const raw = smallPack();
  raw.clauses['third'] = { at: '七', text: '分成33.333333%' };
  raw.values.push({ id: 'third', value: '0.33333333', unit: 'share', cite: 'third' });
  Object.assign(raw.pools['pv'] ?? {}, { limits: [limit({ over: 'period', ...changes })] });
  return readPack(raw, SMALL_PACK_ID);
}

/** What the one limit says of an amount planned for its uses: `failed 0.01 shortfall`. */
function said(pack: PolicyPack, planned: Record<string, string>, bases: Record<string, string>): string {
  const sums = { planned, bases };
  const [found] = judgeLimits(pack, { pool: 'pv', period: sums, year: { ...sums, isOver: true } });
  const miss = ['shortfall', 'excess'].filter((key) => found?.facts[key] !== undefined);
  return [found?.outcome, ...miss.map((key) => `${key} ${String(found?.facts[key])}`)].join(' ');
}

const SHARE = 'value:posts.floor of after_deductions';

describe('what a limit asks of the sum planned for its uses', () => {
  it.each<[kind: string, posts: string, outcome: string]>([
    ['at_least', '60.01', 'passed'],
    ['at_least', '60', 'passed'],
    ['at_least', '59.99', 'failed shortfall 1'],
    ['at_least', '0', 'failed shortfall 6000'],
    ['at_most', '59.99', 'passed'],
    ['at_most', '60', 'passed'],
    ['at_most', '60.01', 'failed excess 1'],
    ['at_most', '0', 'passed'],
    ['exactly', '60', 'passed'],
    ['exactly', '59.99', 'failed shortfall 1'],
    ['exactly', '60.01', 'failed excess 1'],
    ['exactly', '0', 'failed shortfall 6000'],
  ])('%s 60%% of 100 yuan, with %s yuan: %s', (kind, posts, outcome) => {
    expect(said(packWithLimit({ [kind]: SHARE }), { posts }, { after_deductions: '100' })).toBe(outcome);
  });

  it.each<[posts: string, outcome: string]>([
    ['33.32', 'failed'],
    ['33.33', 'passed'],
    ['33.34', 'passed'],
    ['33.35', 'failed'],
  ])('exactly a third of 100 yuan is met by the fen below and the fen above: %s is %s', (posts, outcome) => {
    const pack = packWithLimit({ exactly: 'value:third of after_deductions', cite: 'third' });
    expect(said(pack, { posts }, { after_deductions: '100' }).split(' ')[0]).toBe(outcome);
  });

  it('adds up its uses, and those not planned count nothing', () => {
    const pack = packWithLimit({ on: ['posts', 'reward'], at_most: SHARE });
    const bases = { after_deductions: '100' };
    expect(said(pack, { posts: '30', reward: '30', other: '40' }, bases)).toBe('passed');
    expect(said(pack, { posts: '30', reward: '30.01' }, bases)).toBe('failed excess 1');
    expect(said(pack, {}, bases)).toBe('passed');
  });

  it('has nothing planned within a cap whose number nobody gave, and a floor undecided', () => {
    const open = 'need:main.floor of after_deductions';
    const bases = { after_deductions: '100' };
    expect(said(packWithLimit({ at_most: open }), { posts: '0' }, bases)).toBe('passed');
    expect(said(packWithLimit({ at_most: open }), { posts: '0.01' }, bases)).toBe('undecided');
    expect(said(packWithLimit({ at_least: open }), { posts: '0' }, bases)).toBe('undecided');
  });

  it('judges one over the period by the period, though the year says otherwise', () => {
    const bases = { after_deductions: '100' };
    const period = { planned: { posts: '60' }, bases };
    const year = { planned: { posts: '59.99' }, bases, isOver: true };
    const outcome = (over: string): string | undefined =>
      judgeLimits(packWithLimit({ at_least: SHARE, over }), { pool: 'pv', period, year })[0]?.outcome;
    expect(outcome('period')).toBe('passed');
    expect(outcome('year')).toBe('failed');
  });
});

describe('floor and cap in one', () => {
  it.each<[kind: string, asks: string[], exact: boolean]>([
    ['at_least', ['at_least'], false],
    ['at_most', ['at_most'], false],
    ['exactly', ['at_least', 'at_most'], true],
  ])('%s', (kind, asks, exact) => {
    const [only] = packWithLimit({ [kind]: SHARE }).pools[0]?.limits ?? [];
    expect(only && limitConditions(only).map(({ operator }) => operator)).toEqual(asks);
    expect(only && isExact(only)).toBe(exact);
  });

  it('is what the document fixes for a use, under its address; the others have none', () => {
    const raw = smallPack();
    const [use, ...others] = raw.pools['pv']?.['buckets'] as Record<string, unknown>[];
    const fixed = { ...use, take: 'value:posts.floor of distributable' };
    Object.assign(raw.pools['pv'] ?? {}, { buckets: [fixed, ...others], limits: [] });
    const [rules] = readPack(raw, SMALL_PACK_ID).pools;
    const found = rules === undefined ? [] : fixedUses(rules);
    expect(found).toMatchObject([
      { id: 'use:pv.posts', on: ['posts'], over: 'period', force: 'block', cite: 'uses', says: '岗位' },
    ]);
    expect(found.map(isExact)).toEqual([true]);
  });
});
