import type { Condition } from '../../../src/domain/policy/condition';
import { readCondition } from '../../../src/domain/policy/condition';
import type { PolicyPack } from '../../../src/domain/policy/pack';
import { isAskedByPlans, planInputs } from '../../../src/domain/policy/plan-inputs';
import { readQuantity } from '../../../src/domain/policy/quantity';
import { readPack } from '../../../src/domain/policy/read-pack';
import { inputsOf, inputsOfItem, type RuleInputs } from '../../../src/domain/policy/rule-inputs';
import { limit, packWithRules, rule, SMALL_PACK_ID, smallPack } from './small-pack';

/** Facts, written numbers, given and open ones, as one line: `planned received | 3000 | yearly | `. */
function told({ facts, written, values, needs }: RuleInputs): string {
  const ids = (those: readonly { readonly id: string }[]): string => those.map(({ id }) => id).join(' ');
  return [facts.join(' '), written.join(' '), ids(values), ids(needs)].join(' | ');
}

const pack = readPack(smallPack(), SMALL_PACK_ID);
const lines = (...texts: string[]): Condition[] => texts.flatMap((text) => readCondition(text) ?? []);

describe('what a line looks at', () => {
  it.each<[line: string, inputs: string]>([
    ['bucket is posts', 'bucket |  |  | '],
    ['reason is_given', 'reason |  |  | '],
    ['in_use_on after safety_in_use_on', 'in_use_on safety_in_use_on |  |  | '],
    ['in_use_on not_before value:yearly', 'in_use_on |  | yearly | '],
    ['amount exactly 3000 times days', 'amount days | 3000 |  | '],
    ['received minus deducted at_least value:yearly', 'received deducted |  | yearly | '],
    ['labour_pay of investment at_least value:posts.floor', 'labour_pay investment |  | posts.floor | '],
    ['planned more_than need:main.floor of received', 'planned received |  |  | main.floor'],
  ])('%s: %s', (line, inputs) => {
    expect(told(inputsOf(pack, { conditions: lines(line), amounts: [] }))).toBe(inputs);
  });

  it('is told once, however often it stands there, words and days before amounts', () => {
    const conditions = lines(
      'amount at_least 3000',
      'amount at_most 3000 plus value:yearly',
      'amount more_than value:yearly',
      'kind is posts',
      'kind is_not other',
    );
    expect(told(inputsOf(pack, { conditions, amounts: [] }))).toBe('kind amount | 3000 | yearly | ');
  });

  it('is told from inside gathered lines, too', () => {
    const conditions: Condition[] = [{ kind: 'any', of: lines('amount at_least 5', 'kind is posts') }];
    expect(told(inputsOf(pack, { conditions, amounts: [] }))).toBe('kind amount | 5 |  | ');
  });

  it('is told of amounts that stand by themselves, and not of those that are not there', () => {
    const amounts = [undefined, readQuantity('need:main.floor of after_deductions')];
    expect(told(inputsOf(pack, { conditions: [], amounts }))).toBe('after_deductions |  |  | main.floor');
  });
});

const POSTS = { id: 'posts', name: '岗位', phrase: '公益岗位工资', cite: 'uses' };

/** The small pack with a use that takes a share, a cap, and an exception to its rule. */
function askingPack(): PolicyPack {
  const raw = smallPack();
  Object.assign(raw.pools['pv'] ?? {}, {
    buckets: [
      { ...POSTS, take: 'value:posts.floor of distributable' },
      { id: 'reward', name: '奖励', phrase: '必要的奖励补助', cite: 'uses' },
    ],
    limits: [
      limit({ id: 'XX-L', on: 'reward', at_most: '3000 plus everything_received', cite: 'scale' }),
      limit({ id: 'XX-M', on: 'reward', at_least: 'need:main.floor of after_deductions' }),
    ],
  });
  raw.rules = [
    rule({
      id: 'XX-S',
      for: 'subsidy',
      cite: 'scale',
      when: 'employed is yes',
      need: 'amount exactly 3000',
      except: [{ when: 'days at_least 12000', need: 'total at_most value:yearly' }],
    }),
  ];
  return readPack(raw, SMALL_PACK_ID);
}

describe('what a line of a pack looks at, by its address', () => {
  const asking = askingPack();
  it.each<[what: string, address: string, inputs: string]>([
    ['a rule with its exceptions', 'XX-S', 'employed amount days total | 3000 12000 | yearly | '],
    ['a cap', 'XX-L', 'everything_received | 3000 |  | '],
    ['a floor', 'XX-M', 'after_deductions |  |  | main.floor'],
    ['a use that takes a share', 'use:pv.posts', 'distributable |  | posts.floor | '],
    ['a use the village decides', 'use:pv.reward', ' |  |  | '],
    ['a use of another pool', 'use:other.posts', ' |  |  | '],
    ['a goal', 'XX-G', 'value | 500000 |  | '],
    ['a tag', 'tag:poor', 'income |  | yearly | '],
    ['a tag by its bare id', 'poor', ' |  |  | '],
    ['a notice, which judges nothing', 'XX-N', ' |  |  | '],
  ])('%s: %s', (_what, address, inputs) => {
    expect(told(inputsOfItem(asking, address))).toBe(inputs);
  });
});

describe('what a plan of a pool is judged by', () => {
  const asked = (of: PolicyPack, pool: 'pv' | 'other'): string[] =>
    planInputs(of, pool).map((inputs) => `${inputs.cite}: ${told(inputs)}`);

  it('is its limits and fixed uses, each with its clause, and no rule about anything else', () => {
    expect(asked(askingPack(), 'pv')).toEqual([
      'scale: everything_received | 3000 |  | ',
      'uses: after_deductions |  |  | main.floor',
      'uses: distributable |  | posts.floor | ',
    ]);
    expect(asked(askingPack(), 'other')).toEqual([]);
  });

  it.each<[subject: string, need: string, when: string | null, pools: string[]]>([
    ['plan', 'planned at_most distributable', null, ['pv', 'other']],
    ['plan', 'planned at_most distributable', 'pool is other', ['other']],
    ['plan', 'planned at_most distributable', 'pool is pv', ['pv']],
    ['plan_line', 'reason is_given', 'bucket is other', ['pv', 'other']],
    ['gate', 'distributable more_than 0', null, ['pv', 'other']],
    ['deduction', 'voucher is yes', 'pool is pv', ['pv']],
    ['grant', 'amount at_most line_left', null, []],
    ['payment', 'to_recipient is yes', null, []],
  ])('has a rule for a %s that asks %s when %s, in %p', (subject, need, when, pools) => {
    const raw = smallPack();
    Object.assign(raw.pools['pv'] ?? {}, { limits: [] });
    raw.rules = [rule({ id: 'XX-P', for: subject, need, when })];
    const read = readPack(raw, SMALL_PACK_ID);
    expect((['pv', 'other'] as const).filter((pool) => asked(read, pool).length === 1)).toEqual(pools);
  });

  it.each<[what: string, rules: Record<string, unknown>[], isAsked: boolean]>([
    ['a rule for plans', [rule({ need: 'planned at_least need:main.floor of received' })], true],
    [
      'a rule for plans of one pool',
      [rule({ when: 'pool is other', need: 'planned at_least need:main.floor of received' })],
      true,
    ],
    [
      'the second of two rules',
      [rule({}), rule({ id: 'XX-2', need: 'planned at_least need:main.floor of received' })],
      true,
    ],
    [
      'a rule for subsidies',
      [rule({ for: 'subsidy', need: 'amount at_least need:main.floor of total' })],
      false,
    ],
    ['none', [rule({})], false],
  ])('asks for an open number where %s names it', (_what, rules, isAsked) => {
    expect(isAskedByPlans(packWithRules(...rules), 'main.floor')).toBe(isAsked);
  });

  it('asks for no number the pack does not leave open', () => {
    expect(isAskedByPlans(askingPack(), 'main.floor')).toBe(true);
    expect(isAskedByPlans(askingPack(), 'posts.floor')).toBe(false);
  });
});
