import { isStricter, standingOf, stricterDirection } from '../../../src/domain/policy/strictness';
import type { PolicyPack } from '../../../src/domain/policy/pack';
import { readPack } from '../../../src/domain/policy/read-pack';
import type { Pack } from './lint';
import { goal, limit, rule, SMALL_PACK_ID, smallPack } from './small-pack';

/** The small pack with `yearly` and the day `first` out of the way of everything but the change. */
function changed(change: (raw: Pack) => void): PolicyPack {
  const raw = smallPack();
  raw.clauses['first'] = { at: '七', text: '自3月1日起' };
  raw.values.push({ id: 'first', value: '2024-03-01', unit: 'day', cite: 'first' });
  raw.tags = [];
  change(raw);
  return readPack(raw, SMALL_PACK_ID);
}

const FLOOR = 'planned at_least value:yearly';

describe('a number is stricter', () => {
  it.each<[operator: string, direction: 'higher' | 'lower']>([
    ['not_before', 'higher'],
    ['after', 'higher'],
    ['not_after', 'lower'],
    ['before', 'lower'],
  ])('as a day that something is %s: %s', (operator, direction) => {
    const pack = changed((raw) => {
      raw.rules = [rule({ for: 'post_month', need: `month ${operator} value:first` })];
    });
    expect(stricterDirection(pack, 'first')).toBe(direction);
    const earlier = standingOf(pack, { id: 'first', value: '2024-02-29' }, '2024-06-30');
    const later = standingOf(pack, { id: 'first', value: '2024-03-02' }, '2024-06-30');
    expect([earlier, later]).toEqual(
      direction === 'higher' ? ['looser', 'stricter'] : ['stricter', 'looser'],
    );
    expect(standingOf(pack, { id: 'first', value: '2024-03-01' }, '2024-06-30')).toBe('looser');
  });

  it.each<[what: string, change: (raw: Pack) => void, direction: 'higher' | 'lower' | undefined]>([
    ['as a floor of a rule', (raw) => (raw.rules = [rule({ need: FLOOR, cite: 'scale' })]), 'higher'],
    ['as a goal', (raw) => (raw.goals = [goal({ need: 'value at_least value:yearly' })]), 'higher'],
    [
      'as what an exception asks',
      (raw) => {
        const except = [{ when: 'received more_than 0', need: FLOOR }];
        raw.rules = [rule({ except, cite: 'scale' })];
      },
      'higher',
    ],
    [
      'neither way where it says when an exception holds',
      (raw) => {
        const except = [{ when: 'received more_than value:yearly', need: FLOOR }];
        raw.rules = [rule({ except, cite: 'scale' })];
      },
      undefined,
    ],
    [
      'neither way where it says who bears a tag',
      (raw) => {
        raw.tags = smallPack().tags;
        raw.rules = [rule({ need: FLOOR, cite: 'scale' })];
      },
      undefined,
    ],
    [
      'neither way where it says for whom a procedure is',
      (raw) => {
        Object.assign(raw.flows[0] ?? {}, { when: 'amount more_than value:yearly' });
        raw.rules = [rule({ need: FLOOR, cite: 'scale' })];
      },
      undefined,
    ],
    [
      'neither way where a use takes it',
      (raw) => {
        const [posts = {}, ...others] = raw.pools['pv']?.['buckets'] as Record<string, unknown>[];
        const buckets = [{ ...posts, take: 'value:yearly' }, ...others];
        Object.assign(raw.pools['pv'] ?? {}, { buckets });
        raw.rules = [rule({ need: FLOOR, cite: 'scale' })];
      },
      undefined,
    ],
    ['neither way where nothing asks for it', () => undefined, undefined],
    [
      'as a floor inside lines of which any may hold',
      (raw) => (raw.rules = [rule({ need: [{ any: [FLOOR, 'planned exactly 0'] }], cite: 'scale' })]),
      'higher',
    ],
    [
      'as a floor inside lines of which all hold',
      (raw) => (raw.rules = [rule({ need: [{ all: [FLOOR, 'planned more_than 0'] }], cite: 'scale' })]),
      'higher',
    ],
    [
      'as a cap inside lines of which none may hold',
      (raw) => (raw.rules = [rule({ need: [{ none: [FLOOR] }], cite: 'scale' })]),
      'lower',
    ],
    [
      'as a floor where what may not be is below it',
      (raw) => {
        raw.rules = [rule({ need: [{ none: ['planned less_than value:yearly'] }], cite: 'scale' })];
      },
      'higher',
    ],
    [
      'neither way where it may not be exactly it',
      (raw) => {
        raw.rules = [rule({ need: [{ none: ['planned exactly value:yearly'] }], cite: 'scale' })];
      },
      undefined,
    ],
  ])('%s', (_what, change, direction) => {
    expect(stricterDirection(changed(change), 'yearly')).toBe(direction);
  });

  it('where a limit gives it twice the same way, and not where floor and cap are both it', () => {
    const share = 'value:posts.floor of after_deductions';
    const direction = (...limits: Record<string, unknown>[]): unknown =>
      stricterDirection(
        changed((raw) => Object.assign(raw.pools['pv'] ?? {}, { limits })),
        'posts.floor',
      );
    expect(
      direction(limit({ at_least: share }), limit({ id: 'XX-M', on: ['posts', 'reward'], at_least: share })),
    ).toBe('higher');
    expect(
      direction(limit({ at_least: share }), limit({ id: 'XX-M', on: 'reward', at_most: share })),
    ).toBeUndefined();
  });

  it.each<
    [value: string, other: string, direction: 'higher' | 'lower', unit: 'yuan' | 'day', stricter: boolean]
  >([
    ['12000.01', '12000', 'higher', 'yuan', true],
    ['12000.00', '12000', 'higher', 'yuan', false],
    ['9000', '12000', 'higher', 'yuan', false],
    ['9000', '12000', 'lower', 'yuan', true],
    ['12000', '9000', 'lower', 'yuan', false],
    ['2024-03-02', '2024-03-01', 'higher', 'day', true],
    ['2024-03-01', '2024-03-01', 'higher', 'day', false],
    ['2024-03-01', '2024-03-01', 'lower', 'day', false],
    ['2024-02-29', '2024-03-01', 'lower', 'day', true],
  ])('%s than %s, where %s is, in %s: %p', (value, other, direction, unit, stricter) => {
    expect(isStricter(value, other, { direction, unit })).toBe(stricter);
  });
});
