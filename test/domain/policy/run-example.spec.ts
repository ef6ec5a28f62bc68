import { type Example, readExamples } from '../../../src/domain/policy/example';
import type { PolicyPack } from '../../../src/domain/policy/pack';
import { readPack } from '../../../src/domain/policy/read-pack';
import { exampleProblems, runExample } from '../../../src/domain/policy/run-example';
import { goal, limit, packWithRules, rule, SMALL_PACK_ID, smallPack } from './small-pack';

type Texts = Record<string, string>;

function example(kind: string, facts: Texts, more: Record<string, unknown> = {}): Example {
  const raw = { pack: SMALL_PACK_ID, examples: [{ judge: kind, facts, expect: {}, ...more }] };
  const [only] = readExamples(raw).examples;
  if (only === undefined) throw new Error('one example was written');
  return only;
}

/** What a line of the pack says of a record; it is asked by expecting something else. */
function saying(pack: PolicyPack, address: string, asked: Example): string | undefined {
  const [difference] = runExample(pack, { ...asked, expect: { [address]: 'something else' } });
  return difference?.got;
}

const pack = readPack(smallPack(), SMALL_PACK_ID);

describe('what a pack says of a record', () => {
  it.each<[kind: string, facts: Texts, address: string, got: string]>([
    ['plan', { planned: '10', distributable: '10' }, 'XX-1', 'passed'],
    ['plan', { planned: '10.01', distributable: '10' }, 'XX-1', 'blocked'],
    ['plan', { planned: '10' }, 'XX-1', 'undecided distributable'],
    ['plan', {}, 'XX-1', 'undecided planned, distributable'],
    ['household', {}, 'XX-1', 'silent'],
    ['household', { income: '11999.99' }, 'tag:poor', 'yes'],
    ['household', { income: '12000' }, 'tag:poor', 'no'],
    ['household', {}, 'tag:poor', 'undecided'],
    ['plan', { planned: '10', distributable: '10' }, 'tag:poor', 'silent'],
    ['limit', { 'planned:posts': '60', after_deductions: '100', year: 'over' }, 'XX-L', 'passed'],
    ['limit', { 'planned:posts': '59.99', after_deductions: '100', year: 'over' }, 'XX-L', 'warned'],
    ['limit', { 'planned:posts': '59.99', after_deductions: '100' }, 'XX-L', 'shown'],
    ['limit', { 'planned:reward': '60', after_deductions: '100', year: 'over' }, 'XX-L', 'warned'],
    ['limit', { 'planned:posts': '60', pool: 'pv' }, 'XX-L', 'undecided after_deductions'],
    ['limit', { 'planned:posts': '60', after_deductions: '100', pool: 'other' }, 'XX-L', 'silent'],
    ['flow', { ask: '2024-03-01', signers: 'head', took: '15' }, 'flow:asking', 'passed'],
    ['flow', { ask: '2024-03-01', signers: 'head', took: '16' }, 'flow:asking', 'warned'],
    ['flow', {}, 'flow:asking', 'undecided ask, head, took'],
    ['flow', {}, 'XX-1', 'silent'],
    ['sheet', { shows: 'uses, phone' }, 'XX-N', 'complete'],
    ['sheet', { shows: 'phone,uses,place' }, 'XX-N', 'complete'],
    ['sheet', { shows: 'uses' }, 'XX-N', 'lacks phone'],
    ['sheet', {}, 'XX-N', 'lacks uses, phone'],
    ['word', { word: '脱贫人口' }, 'list:target', 'known'],
    ['word', { word: '农户' }, 'list:target', 'known'],
    ['word', { word: '农户家庭' }, 'list:target', 'known'],
    ['word', { word: '干部' }, 'list:target', 'unknown'],
    ['word', {}, 'list:target', 'unknown'],
    ['calendar', { about: '2024-06', done_on: '2024-06-30', today: '2024-07-10' }, 'XX-C', 'in_time'],
    ['calendar', { about: '2024-06-15', done_on: '2024-07-01', today: '2024-07-10' }, 'XX-C', 'late'],
    ['calendar', { about: '2024-06', today: '2024-06-30' }, 'XX-C', 'open'],
    ['calendar', { about: '2024-06', today: '2024-07-01' }, 'XX-C', 'late'],
    ['calendar', { about: '2024-07', today: '2024-07-01' }, 'XX-C', 'not_due'],
    ['indicator', { value: '500000' }, 'XX-G', 'met'],
    ['indicator', { value: '499999.99' }, 'XX-G', 'missed'],
    ['indicator', {}, 'XX-G', 'undecided'],
    ['plan', { planned: '10', distributable: '10' }, 'XX-G', 'silent'],
    ['indicator', { value: '200000' }, 'XX-B', '200000'],
    ['indicator', { value: '199999.99' }, 'XX-B', 'none'],
    ['indicator', { value: '500000' }, 'XX-B', 'none'],
    ['indicator', {}, 'XX-B', 'undecided'],
  ])('a %s with %p: %s is %s', (kind, facts, address, got) => {
    expect(saying(pack, address, example(kind, facts))).toBe(got);
  });

  it.each([
    ['block', 'blocked'],
    ['warn', 'warned'],
    ['target', 'shown'],
  ])('a broken rule that would %s is %s', (force, got) => {
    const facts = { planned: '2', distributable: '1' };
    expect(saying(packWithRules(rule({ force })), 'XX-1', example('plan', facts))).toBe(got);
  });

  it.each([
    ['60', 'passed'],
    ['60.01', 'blocked'],
    ['59.99', 'blocked'],
  ])('a use the document fixes at 60%% of 100 yuan, planned with %s, is %s', (posts, got) => {
    const raw = smallPack();
    const [use, ...others] = raw.pools['pv']?.['buckets'] as Record<string, unknown>[];
    const fixed = { ...use, take: 'value:posts.floor of distributable' };
    Object.assign(raw.pools['pv'] ?? {}, { buckets: [fixed, ...others], limits: [] });
    const facts = { 'planned:posts': posts, distributable: '100' };
    const read = readPack(raw, SMALL_PACK_ID);
    expect(saying(read, 'use:pv.posts', example('limit', facts))).toBe(got);
    expect(saying(read, 'use:pv.reward', example('limit', facts))).toBe('silent');
  });

  it('goes by the day of the record', () => {
    const raw = smallPack();
    raw.values.push({ id: 'once', value: '3000', unit: 'yuan', from: '2024-03-01', cite: 'scale' });
    raw.rules = [rule({ need: 'planned at_least value:once' })];
    raw.tags.push({ ...raw.tags[0], id: 'low', when: 'income less_than value:once' } as never);
    Object.assign(raw.pools['pv'] ?? {}, {
      limits: [limit({ at_most: 'value:once', over: 'period', force: 'block' })],
    });
    const read = readPack(raw, SMALL_PACK_ID);
    const on = { on: '2024-03-01' };
    expect(saying(read, 'XX-1', example('plan', { planned: '3000' }))).toBe('undecided once');
    expect(saying(read, 'XX-1', example('plan', { planned: '3000' }, on))).toBe('passed');
    expect(saying(read, 'tag:low', example('household', { income: '1' }))).toBe('undecided');
    expect(saying(read, 'tag:low', example('household', { income: '1' }, on))).toBe('yes');
    expect(saying(read, 'XX-L', example('limit', { 'planned:posts': '1' }))).toBe('undecided once');
    expect(saying(read, 'XX-L', example('limit', { 'planned:posts': '1' }, on))).toBe('passed');
  });

  it('goes by the numbers the county gave', () => {
    const open = packWithRules(rule({ need: 'planned at_most need:main.floor of received' }));
    const facts = { planned: '50', received: '100' };
    expect(saying(open, 'XX-1', example('plan', facts))).toBe('undecided main.floor');
    expect(saying(open, 'XX-1', example('plan', facts, { local: { 'main.floor': '0.5' } }))).toBe('passed');
    expect(saying(open, 'XX-1', example('plan', facts, { local: { 'main.floor': '0.4' } }))).toBe('blocked');
  });

  it('shows a goal that names no number', () => {
    const read = readPack({ ...smallPack(), goals: [goal({ need: undefined })] }, SMALL_PACK_ID);
    expect(saying(read, 'XX-G', example('indicator', { value: '1' }))).toBe('shown');
  });
});

describe('a pack held against an example', () => {
  const open = packWithRules(
    rule({ need: 'planned at_most need:main.floor of received' }),
    rule({ id: 'XX-2', need: 'planned more_than 0', force: 'warn' }),
  );
  const over = { planned: '10.01', distributable: '10' };
  it.each<[what: string, of: PolicyPack, facts: Texts, expect: Texts, differences: string[]]>([
    ['says what was expected', pack, over, { 'XX-1': 'blocked' }, []],
    ['says something else', pack, over, { 'XX-1': 'passed' }, ['examples.0.expect.XX-1: passed, blocked']],
    ['objects though nobody named it', pack, over, {}, ['examples.0.expect: , XX-1: blocked']],
    ['passes, named or not', pack, { planned: '1', distributable: '1' }, {}, []],
    ['does not object for want of a fact the example does not hand in', pack, {}, {}, []],
    [
      'objects for want of a number the county has to give',
      open,
      { planned: '1', received: '1' },
      {},
      ['examples.0.expect: , XX-1: undecided main.floor'],
    ],
    [
      'is silent where something was expected, and objects elsewhere',
      open,
      { planned: '0', received: '1' },
      { 'tag:poor': 'yes' },
      [
        'examples.0.expect.tag:poor: yes, silent',
        'examples.0.expect: , XX-1: undecided main.floor',
        'examples.0.expect: , XX-2: warned',
      ],
    ],
  ])('%s', (_what, of, facts, expected, differences) => {
    const found = runExample(of, example('plan', facts, { expect: expected }));
    expect(found.map(({ at, expected: wanted, got }) => `${at}: ${wanted}, ${got}`)).toEqual(differences);
  });

  it('lets no duty object that nobody named', () => {
    const silent = ['calendar', 'flow', 'sheet', 'word'].flatMap((kind) =>
      runExample(pack, example(kind, { about: '2024-06', today: '2025-01-01' })),
    );
    expect(silent).toEqual([]);
  });
});

describe('an example that cannot be held against its pack', () => {
  const faults = (asked: Example): string[] =>
    exampleProblems(pack, asked).map(({ code, field, value }) => `${field} ${code} ${value ?? ''}`.trim());

  it.each<[what: string, kind: string, facts: Texts, more: Record<string, unknown>, problems: string[]]>([
    ['nothing wrong', 'plan', { planned: '1', 'planned:posts': '1' }, { expect: { 'XX-1': 'passed' } }, []],
    [
      'a line the pack does not have',
      'plan',
      {},
      { expect: { 'XX-9': 'passed', 'XX-1': 'passed' } },
      ['examples.0.expect.XX-9 policy.unknownReference XX-9'],
    ],
    [
      'a number the pack does not leave open',
      'plan',
      {},
      { local: { 'main.floor': '0.5', yearly: '1' } },
      ['examples.0.local.yearly policy.unknownReference yearly'],
    ],
    [
      'a fact plans do not have',
      'plan',
      { wage: '1' },
      {},
      ['examples.0.facts.wage policy.unknownFact wage'],
    ],
    [
      'the facts of a limit',
      'limit',
      { pool: 'pv', year: 'over', 'planned:posts': '1', new_income: '1' },
      {},
      [],
    ],
    ['a day for a limit', 'limit', { today: '1' }, {}, ['examples.0.facts.today policy.unknownFact today']],
    [
      'planned:posts for a gate',
      'gate',
      { 'planned:posts': '1' },
      {},
      ['examples.0.facts.planned:posts policy.unknownFact planned:posts'],
    ],
    [
      'the facts of a procedure',
      'flow',
      { ask: '2024-03-01', signers: 'head', took: '1', passed: 'yes' },
      {},
      [],
    ],
    [
      'a step no procedure has',
      'flow',
      { pay: '2024-03-01' },
      {},
      ['examples.0.facts.pay policy.unknownFact pay'],
    ],
    [
      'a step of a procedure for a plan',
      'plan',
      { ask: '2024-03-01' },
      {},
      ['examples.0.facts.ask policy.unknownFact ask'],
    ],
    [
      'the facts of a due day',
      'calendar',
      { about: '2024-06', done_on: '2024-06-01', today: '2024-06-02' },
      {},
      [],
    ],
    ['the facts of a sheet', 'sheet', { shows: 'uses' }, {}, []],
    ['the facts of a word', 'word', { word: '农户' }, {}, []],
    ['a word for a sheet', 'sheet', { word: '农户' }, {}, ['examples.0.facts.word policy.unknownFact word']],
    [
      'an amount that is none',
      'plan',
      { planned: 'ten', distributable: '10' },
      {},
      ['examples.0.facts money.notAnAmount ten'],
    ],
    [
      'an unknown line before an amount that is none',
      'plan',
      { planned: 'ten', distributable: '10' },
      { expect: { 'XX-9': 'passed' } },
      ['examples.0.expect.XX-9 policy.unknownReference XX-9'],
    ],
  ])('has %s', (_what, kind, facts, more, problems) => {
    expect(faults(example(kind, facts, more))).toEqual(problems);
  });

  it('is told which facts there are, where the kind is none of a step', () => {
    expect(exampleProblems(pack, example('sheet', { word: '农户' }))[0]?.facts).toEqual({
      subject: 'sheet',
      known: ['shows'],
    });
    expect(exampleProblems(pack, example('plan', { wage: '1' }))[0]?.facts).toEqual({
      subject: 'plan',
      known: [],
    });
  });
});
