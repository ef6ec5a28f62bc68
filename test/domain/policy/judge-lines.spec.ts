import { judge, judgeGoal, judgeLimits, tagsOf } from '../../../src/domain/policy/judge';
import { readPack } from '../../../src/domain/policy/read-pack';
import type { PlainFacts, Subject } from '../../../src/domain/policy/subjects';
import { goal, limit, packWithRules, rule, SMALL_PACK_ID, smallPack } from './small-pack';

/** What a rule of these lines says of a record. */
function outcome(subject: Subject, need: unknown, facts: PlainFacts): string {
  const [found] = judge(packWithRules(rule({ for: subject, need, cite: 'scale' })), { subject, facts });
  return [found?.outcome ?? 'silent', ...(found?.missing ?? [])].join(' ');
}

describe('a line of a rule', () => {
  const cases: [Subject, string, PlainFacts, string][] = [
    ['subsidy', 'amount exactly 3000 times days', { amount: '6000', days: '2' }, 'passed'],
    ['subsidy', 'amount exactly 3000 times days', { amount: '5999.99', days: '2' }, 'failed'],
    ['subsidy', 'amount exactly 3000 times days', { amount: '6000.01', days: '2' }, 'failed'],
    ['subsidy', 'amount exactly 3000 times days', { amount: '6000' }, 'undecided days'],
    [
      'relief_project',
      'labour_pay at_least value:posts.floor of central plus region',
      { labour_pay: '6', central: '7', region: '3' },
      'passed',
    ],
    [
      'relief_project',
      'labour_pay at_least value:posts.floor of central plus region',
      { labour_pay: '5.99', central: '7', region: '3' },
      'failed',
    ],
    [
      'relief_project',
      'labour_pay of investment at_least value:posts.floor',
      { labour_pay: '6', investment: '10' },
      'passed',
    ],
    [
      'relief_project',
      'labour_pay of investment at_least value:posts.floor',
      { labour_pay: '0', investment: '0' },
      'undecided investment',
    ],
    [
      'relief_project',
      'labour_pay at_least value:posts.floor of investment',
      { labour_pay: '0', investment: '0' },
      'passed',
    ],
    [
      'deduction',
      'amount at_most bill minus elsewhere',
      { amount: '5000', bill: '9000', elsewhere: '4000' },
      'passed',
    ],
    [
      'deduction',
      'amount at_most bill minus elsewhere',
      { amount: '5000.01', bill: '9000', elsewhere: '4000' },
      'failed',
    ],
    [
      'income_right',
      'own_income of income at_least own_investment of investment',
      { own_income: '75', income: '100', own_investment: '3', investment: '4' },
      'passed',
    ],
    [
      'income_right',
      'own_income of income at_least own_investment of investment',
      { own_income: '74.99', income: '100', own_investment: '3', investment: '4' },
      'failed',
    ],
    ['asset_year', 'net at_least 0', { net: '-0.01' }, 'failed'],
    ['plan_line', 'reason is_given', { reason: '断路' }, 'passed'],
    ['plan_line', 'reason is_given', { reason: ' ' }, 'failed'],
    ['plan_line', 'reason is_given', {}, 'undecided reason'],
    ['plan_line', 'reason is_given', { reason: undefined }, 'undecided reason'],
    ['plan_line', 'township_agreed is yes', { township_agreed: 'no' }, 'failed'],
    ['plan', 'planned:posts more_than 0', { 'planned:posts': '0.01' }, 'passed'],
    ['plan', 'planned:posts more_than 0', { 'planned:posts': '0.00' }, 'failed'],
    ['subsidy', 'proofs includes_all lifted_out, farmer', { proofs: 'farmer, lifted_out' }, 'passed'],
    ['subsidy', 'proofs includes_all lifted_out, farmer', { proofs: 'farmer' }, 'failed'],
    ['subsidy', 'proofs includes_any list:target', { proofs: 'other,farmer' }, 'passed'],
    ['subsidy', 'proofs includes_any list:target', { proofs: 'other' }, 'failed'],
    [
      'post_month',
      'month not_before appointed_from',
      { month: '2024-03', appointed_from: '2024-03' },
      'passed',
    ],
    [
      'post_month',
      'month not_before appointed_from',
      { month: '2024-02', appointed_from: '2024-03' },
      'failed',
    ],
    ['post_month', 'month not_after appointed_to', { month: '2024-11', appointed_to: '2024-10' }, 'failed'],
    ['post_month', 'month not_after appointed_to', { month: '2024-10', appointed_to: '2024-10' }, 'passed'],
    ['post_month', 'month before appointed_to', { month: '2024-10', appointed_to: '2024-10' }, 'failed'],
    ['post_month', 'month after appointed_to', { month: '2024-11', appointed_to: '2024-10' }, 'passed'],
    [
      'workshop',
      'in_use_on after safety_in_use_on',
      { in_use_on: '2018-06-15', safety_in_use_on: '2018-06-15' },
      'failed',
    ],
    [
      'workshop',
      'in_use_on before safety_in_use_on',
      { in_use_on: '2018-06-14', safety_in_use_on: '2018-06-15' },
      'passed',
    ],
    [
      'workshop',
      'in_use_on before safety_in_use_on',
      { in_use_on: '2018-06-14' },
      'undecided safety_in_use_on',
    ],
  ];
  it.each(cases)('for a %s: %s, with %p: %s', (subject, need, facts, expected) => {
    expect(outcome(subject, need, facts)).toBe(expected);
  });

  it('names by how many whole units a count is missed, and money in fen', () => {
    const missed = (subject: Subject, need: string, facts: PlainFacts): unknown =>
      judge(packWithRules(rule({ for: subject, need, cite: 'scale' })), { subject, facts })[0]?.facts[
        'shortfall'
      ];
    expect(missed('share_register', 'issued exactly held', { issued: '2998', held: '2999' })).toBe('1');
    expect(missed('subsidy', 'amount exactly 3000', { amount: '2999.99' })).toBe(1n);
    expect(
      missed('relief_project', 'labour_pay of investment at_least value:posts.floor', {
        labour_pay: '5.99',
        investment: '10',
      }),
    ).toBe(1n);
  });
});

describe('gathered lines', () => {
  const either = [
    { any: ['planned at_least value:yearly', 'planned more_than need:main.floor times received'] },
  ];
  const gathered: [string, unknown, PlainFacts, string][] = [
    [
      'any: one that holds settles it while another number is missing',
      either,
      { planned: '12000' },
      'passed',
    ],
    [
      'any: undecided while the other could still hold',
      either,
      { planned: '11999.99' },
      'undecided main.floor received',
    ],
    [
      'none: one that holds settles it',
      [{ none: ['planned more_than 3000', 'received more_than 3000'] }],
      { planned: '3000.01' },
      'failed',
    ],
    ['none: nothing holds', [{ none: ['planned more_than 3000'] }], { planned: '3000' }, 'passed'],
    [
      'all inside any',
      [{ any: [{ all: ['planned more_than 0', 'received more_than 0'] }, 'deducted more_than 0'] }],
      { planned: '0', deducted: '1' },
      'passed',
    ],
  ];
  it.each(gathered)('%s', (_, need, facts, expected) => {
    const raw = { ...smallPack(), rules: [rule({ need, cite: 'scale' })] };
    raw.needs = [{ id: 'main.floor', unit: 'yuan', decided_by: 'county', cite: 'uses', says: '线' }];
    const [found] = judge(readPack(raw, SMALL_PACK_ID), { subject: 'plan', facts });
    expect([found?.outcome, ...(found?.missing ?? [])].join(' ')).toBe(expected);
  });
});

describe('an exception', () => {
  const steps = rule({
    for: 'subsidy',
    cite: 'scale',
    need: 'amount exactly 0',
    except: [{ when: 'days at_least 3000', need: 'amount exactly 12000' }],
  });
  const cases: [PlainFacts, string][] = [
    [{ amount: '0', days: '2999' }, 'passed'],
    [{ amount: '12000', days: '2999' }, 'failed'],
    [{ amount: '12000', days: '3000' }, 'passed'],
    [{ amount: '0', days: '3000' }, 'failed'],
    [{ amount: '0' }, 'undecided'],
  ];
  it.each(cases)('stands in place of the rule where it holds: %p is %s', (facts, expected) => {
    expect(judge(packWithRules(steps), { subject: 'subsidy', facts })[0]?.outcome).toBe(expected);
  });
});

describe('a number with days', () => {
  const raw = smallPack();
  raw.values.push({
    id: 'once',
    value: '3000',
    unit: 'yuan',
    from: '2024-03-01',
    to: '2024-03-31',
    cite: 'scale',
  });
  raw.rules = [rule({ need: 'planned at_least value:once' })];
  const pack = readPack(raw, SMALL_PACK_ID);
  const days: [string | undefined, string][] = [
    ['2024-02-29', 'undecided'],
    ['2024-03-01', 'passed'],
    ['2024-03-31', 'passed'],
    ['2024-04-01', 'undecided'],
    [undefined, 'undecided'],
  ];
  it.each(days)('is there on its days only: on %p the rule is %s', (on, expected) => {
    const record = { subject: 'plan' as const, facts: { planned: '3000' } };
    expect(judge(pack, on === undefined ? record : { ...record, on })[0]?.outcome).toBe(expected);
  });
});

describe('limits, tags and goals', () => {
  const pack = readPack(smallPack(), SMALL_PACK_ID);
  const sums = (posts: string, base: string) => ({ planned: { posts }, bases: { after_deductions: base } });

  const floors: [string, string, boolean, string][] = [
    ['60', '100', false, 'passed warn'],
    ['59.99', '100', false, 'failed target'],
    ['59.99', '100', true, 'failed warn'],
    ['0', '0', true, 'passed warn'],
  ];
  it.each(floors)(
    'judges a floor on the year: %s of %s, year over %p: %s',
    (posts, base, isOver, expected) => {
      const year = { ...sums(posts, base), isOver };
      const [found] = judgeLimits(pack, { pool: 'pv', period: sums('0', '100'), year });
      expect(`${found?.outcome} ${found?.force}`).toBe(expected);
    },
  );

  it('stops a cap at once, in the middle of the year', () => {
    const raw = smallPack();
    Object.assign(raw.pools['pv'] ?? {}, {
      limits: [limit({ at_most: 'value:posts.floor of after_deductions', force: 'block' })],
    });
    const year = { ...sums('60.01', '100'), isOver: false };
    const found = judgeLimits(readPack(raw, SMALL_PACK_ID), { pool: 'pv', period: year, year });
    expect(found).toMatchObject([
      { ruleId: 'XX-L', outcome: 'failed', force: 'block', facts: { excess: 1n } },
    ]);
  });

  it('leaves a limit undecided while its denominator is not known', () => {
    const year = { planned: { posts: '1' }, bases: {}, isOver: true };
    expect(judgeLimits(pack, { pool: 'pv', period: year, year })[0]).toMatchObject({
      outcome: 'undecided',
      missing: ['after_deductions'],
    });
  });

  it('tags a household, or says that it cannot be told', () => {
    const tags = (facts: PlainFacts) => tagsOf(pack, { subject: 'household', facts });
    expect(tags({ income: '11999.99' })).toEqual({ tags: ['poor'], undecided: [] });
    expect(tags({ income: '12000' })).toEqual({ tags: [], undecided: [] });
    expect(tags({})).toEqual({ tags: [], undecided: ['poor'] });
  });

  const goals: [Record<string, unknown>, PlainFacts, string][] = [
    [{}, { value: '500000' }, 'met'],
    [{}, { value: '499999.99' }, 'missed'],
    [{}, {}, 'undecided'],
    [{ need: undefined }, {}, 'shown'],
  ];
  it.each(goals)('says of a goal %p with %p: %s', (changes, facts, expected) => {
    const read = readPack({ ...smallPack(), goals: [goal(changes)] }, SMALL_PACK_ID);
    const [only] = read.goals;
    expect(only && judgeGoal(read, only, { facts })).toBe(expected);
  });
});
