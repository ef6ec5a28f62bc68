import { judge, judgementProblems, judgeLimits } from '../../../src/domain/policy/judge';
import { readPack } from '../../../src/domain/policy/read-pack';
import type { PlainFacts, Subject } from '../../../src/domain/policy/subjects';
import { limit, packWithRules, rule, SMALL_PACK_ID, smallPack } from './small-pack';

function judged(subject: Subject, need: unknown, facts: PlainFacts) {
  return judge(packWithRules(rule({ for: subject, need, cite: 'scale' })), { subject, facts })[0];
}

/** By how much a line is missed: `shortfall 1`; nothing where that is no whole number. */
function missed(subject: Subject, need: string, facts: PlainFacts): string {
  const found = judged(subject, need, facts)?.facts ?? {};
  const sides = ['shortfall', 'excess'].filter((side) => found[side] !== undefined);
  return sides.map((side) => `${side} ${String(found[side])}`).join(' ');
}

describe('by how much a line is missed', () => {
  it.each<[operator: string, issued: string, held: string, miss: string]>([
    ['at_least', '2998', '2999', 'shortfall 1'],
    ['at_most', '3000', '2999', 'excess 1'],
    ['more_than', '2999', '2999', 'shortfall 1'],
    ['more_than', '2997', '2999', 'shortfall 3'],
    ['less_than', '2999', '2999', 'excess 1'],
    ['less_than', '3001', '2999', 'excess 3'],
    ['exactly', '2997', '2999', 'shortfall 2'],
    ['exactly', '3001', '2999', 'excess 2'],
    ['at_least', '2999', '2999.5', 'shortfall 1'],
    ['at_most', '3001', '2999.5', 'excess 2'],
    ['more_than', '2998', '2999.5', 'shortfall 2'],
    ['less_than', '3001', '2999.5', 'excess 2'],
    ['exactly', '2998', '2999.5', 'shortfall 2'],
    ['exactly', '3001', '2999.5', 'excess 2'],
    ['at_least', '2998.5', '2999', ''],
    ['at_least', '2999', '2999', ''],
  ])('shares issued %s held, %s beside %s: %s', (operator, issued, held, miss) => {
    expect(missed('share_register', `issued ${operator} held`, { issued, held })).toBe(miss);
  });

  it.each<[need: string, facts: PlainFacts, miss: string]>([
    ['planned at_most value:posts.floor of received', { planned: '0', received: '-0.01' }, 'excess 1'],
    ['planned at_most value:posts.floor of received', { planned: '0', received: '-10' }, 'excess 600'],
    [
      'planned at_least value:posts.floor of received',
      { planned: '-0.02', received: '-0.01' },
      'shortfall 2',
    ],
    ['planned at_least value:posts.floor of received', { planned: '0', received: '0.01' }, 'shortfall 1'],
    [
      'planned at_least received minus deducted',
      { planned: '5', received: '9', deducted: '3.99' },
      'shortfall 1',
    ],
    ['planned of received at_most value:posts.floor', { planned: '6.01', received: '10' }, 'excess 1'],
    ['planned of received at_least value:posts.floor', { planned: '5.98', received: '10' }, 'shortfall 2'],
    ['planned of received less_than value:posts.floor', { planned: '6', received: '10' }, 'excess 1'],
    ['planned of received more_than value:posts.floor', { planned: '6', received: '10' }, 'shortfall 1'],
    ['planned of received at_least value:posts.floor', { planned: '6', received: '10' }, ''],
    ['planned plus value:yearly at_least received', { planned: '0', received: '12005' }, 'shortfall 500'],
    ['3000 plus planned at_least received', { planned: '0', received: '3005' }, 'shortfall 500'],
  ])('money, %s, with %p: %s fen', (need, facts, miss) => {
    expect(missed('plan', need, facts)).toBe(miss);
  });
});

describe('what a judgement tells was compared', () => {
  it.each<[subject: Subject, need: string, facts: PlainFacts, told: object]>([
    [
      'plan',
      'planned at_most received',
      { planned: '1', received: '2.5' },
      { planned: 100n, received: 250n },
    ],
    ['share_register', 'issued exactly held', { issued: ' 7 ', held: '7' }, { issued: '7', held: '7' }],
    ['plan_line', 'bucket is posts', { bucket: 'posts' }, { bucket: 'posts' }],
    ['plan_line', 'reason is_given', { reason: '断路' }, {}],
    [
      'post_month',
      'month not_before appointed_from',
      { month: '2024-03', appointed_from: '2024-02' },
      { month: '2024-03', appointed_from: '2024-02' },
    ],
    ['plan', 'planned at_least value:yearly', { planned: '12000' }, { planned: 1_200_000n, yearly: '12000' }],
    ['plan', 'planned at_most received', { planned: '1' }, { planned: 100n }],
    [
      'plan',
      'planned at_most received',
      { planned: '2', received: '1' },
      { planned: 200n, received: 100n, excess: 100n },
    ],
  ])('for a %s, %s: %p', (subject, need, facts, told) => {
    expect(judged(subject, need, facts)?.facts).toEqual(told);
  });

  it('is that nothing is planned, where a cap is met by nothing', () => {
    const raw = smallPack();
    Object.assign(raw.pools['pv'] ?? {}, {
      limits: [limit({ at_most: 'need:main.floor of after_deductions' })],
    });
    const sums = { planned: {}, bases: {} };
    const year = { ...sums, isOver: true };
    const read = readPack(raw, SMALL_PACK_ID);
    expect(judgeLimits(read, { pool: 'pv', period: sums, year })).toMatchObject([
      { ruleId: 'XX-L', outcome: 'passed', missing: [], facts: { planned: 0n } },
    ]);
  });

  it.each<[need: unknown, facts: PlainFacts, missing: string[]]>([
    ['month after appointed_from', {}, ['month', 'appointed_from']],
    ['month after appointed_from', { month: '2024-03' }, ['appointed_from']],
    ['month after appointed_from', { appointed_from: '2024-03' }, ['month']],
    [['kind is farmer', 'kind is_not lifted_out', 'status is farmer'], {}, ['kind', 'status']],
  ])('and names once what is missing for %j with %p', (need, facts, missing) => {
    expect(judged('post_month', need, facts)?.missing).toEqual(missing);
  });

  it('the whole of a share is missing where it is nothing, or less', () => {
    const share = 'planned of received at_least value:posts.floor';
    for (const received of [undefined, '0', '-1'])
      expect(judged('plan', share, { planned: '1', received })?.missing).toEqual(['received']);
    expect(judged('plan', share, { received: '1' })?.missing).toEqual(['planned']);
  });
});

describe('what keeps a record from going on is told with its rule and its clause', () => {
  const about = { field: 'lines.0' };
  const of = { rule: 'XX-1', clause: 'uses', says: '不超过可分配收益' };
  it.each<[force: string, facts: PlainFacts, problems: object[]]>([
    [
      'block',
      { planned: '2', distributable: '1' },
      [
        {
          ...{ code: 'policy.ruleBroken', field: 'lines.0' },
          facts: { ...of, planned: 200n, distributable: 100n, excess: 100n },
        },
      ],
    ],
    [
      'block',
      { planned: '2' },
      [
        {
          ...{ code: 'policy.ruleUndecided', field: 'lines.0' },
          facts: { ...of, planned: 200n, missing: ['distributable'] },
        },
      ],
    ],
    [
      'warn',
      { planned: '2', distributable: '1' },
      [
        {
          ...{ code: 'policy.reasonMissing', field: 'lines.0' },
          facts: { ...of, planned: 200n, distributable: 100n, excess: 100n },
        },
      ],
    ],
  ])('%s, %p', (force, facts, problems) => {
    const judgements = judge(packWithRules(rule({ force })), { subject: 'plan', facts });
    expect(judgementProblems(judgements, about)).toEqual(problems);
  });
});

describe('an exception that cannot be told', () => {
  const except = [{ when: 'days at_least 3000', need: 'amount exactly 12000' }];
  const found = (facts: PlainFacts) => {
    const paid = rule({ for: 'subsidy', cite: 'scale', need: 'amount exactly 0', except });
    return judge(packWithRules(paid), { subject: 'subsidy', facts })[0];
  };

  it('leaves the rule undecided for want of its own facts only, told once', () => {
    expect(found({})).toMatchObject({ outcome: 'undecided', missing: ['days'], facts: {} });
    expect(found({ days: '2999' })).toMatchObject({ outcome: 'undecided', missing: ['amount'] });
  });
});

describe('a pool the pack does not speak of', () => {
  it('has no limits', () => {
    const pack = readPack(smallPack(), SMALL_PACK_ID);
    const sums = { planned: { posts: '1' }, bases: {} };
    const year = { ...sums, isOver: true };
    expect(judgeLimits(pack, { pool: 'other', period: sums, year })).toEqual([]);
    expect(judgeLimits(pack, { pool: 'pv', period: sums, year })).toHaveLength(1);
    expect(judgeLimits(pack, { pool: 'pv', period: sums, year, limits: [] })).toEqual([]);
  });
});
