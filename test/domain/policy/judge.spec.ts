import * as fc from 'fast-check';
import { judge, type Judgement, judgementProblems } from '../../../src/domain/policy/judge';
import type { LocalNumbers } from '../../../src/domain/policy/pack';
import type { PlainFacts, Subject } from '../../../src/domain/policy/subjects';
import { plainYuan } from '../../../src/domain/money/fen';
import { DomainError } from '../../../src/domain/shared/domain-error';
import { packWithRules, rule } from './small-pack';

interface Case {
  readonly need: string | string[];
  readonly when?: string;
  readonly facts: PlainFacts;
  readonly local?: LocalNumbers;
  readonly for?: Subject;
}

function judged({ need, when, facts, local, for: subject = 'plan' }: Case): Judgement[] {
  const pack = packWithRules(rule({ for: subject, need, ...(when === undefined ? {} : { when }) }));
  return judge(pack, { subject, facts }, local);
}

function outcomeOf(test: Case): string {
  const [found] = judged(test);
  return found === undefined ? 'silent' : found.outcome;
}

describe('judging by a rule', () => {
  const amounts: [string, string, string, string][] = [
    ['at_most', '600.00', '600.00', 'passed'],
    ['at_most', '600.01', '600.00', 'failed'],
    ['at_least', '600.00', '600.00', 'passed'],
    ['at_least', '599.99', '600.00', 'failed'],
    ['more_than', '600.01', '600.00', 'passed'],
    ['more_than', '600.00', '600.00', 'failed'],
    ['less_than', '599.99', '600.00', 'passed'],
    ['less_than', '600.00', '600.00', 'failed'],
  ];
  it.each(amounts)(
    '%s includes the number or not, as its word says: %s to %s is %s',
    (operator, planned, distributable, outcome) => {
      expect(
        outcomeOf({ need: `planned ${operator} distributable`, facts: { planned, distributable } }),
      ).toBe(outcome);
    },
  );

  const missed: [string, string, string, bigint][] = [
    ['at_most', '600.01', '600.00', 1n],
    ['at_least', '599.99', '600.00', 1n],
    ['more_than', '600.00', '600.00', 1n],
    ['less_than', '600.00', '600.00', 1n],
    ['at_most', '1000.00', '600.00', 40_000n],
  ];
  it.each(missed)(
    'names by how many fen %s is missed: %s to %s',
    (operator, planned, distributable, missedBy) => {
      const [found] = judged({
        need: `planned ${operator} distributable`,
        facts: { planned, distributable },
      });
      const isAbove = operator === 'at_most' || operator === 'less_than';
      expect(found?.facts[isAbove ? 'excess' : 'shortfall']).toBe(missedBy);
      expect(found?.facts[isAbove ? 'shortfall' : 'excess']).toBeUndefined();
    },
  );

  const shares: [string, string, string, string][] = [
    ['48000.00', '80000.00', '0.6', 'passed'],
    ['47999.99', '80000.00', '0.6', 'failed'],
    ['48000.00', '80000.01', '0.6', 'failed'],
    ['2.00', '3.00', '0.6666', 'passed'],
    ['2.00', '3.00', '0.6667', 'failed'],
    ['60.00', '100.00', '60%', 'passed'],
  ];
  it.each(shares)(
    'compares a share exactly, before anything is rounded: %s of %s to %s is %s',
    (named, planned, floor, outcome) => {
      const need = 'planned_named of planned at_least need:main.floor';
      const facts = { planned_named: named, planned };
      expect(outcomeOf({ need, facts, local: { 'main.floor': floor } })).toBe(outcome);
    },
  );

  it('names the fen a share lacks, rounded up, so that adding them meets the floor', () => {
    const need = 'planned_named of planned at_least need:main.floor';
    const [found] = judged({
      need,
      facts: { planned_named: '46200.00', planned: '77807.62' },
      local: { 'main.floor': '0.6' },
    });
    expect(found).toMatchObject({
      outcome: 'failed',
      facts: { shortfall: 48_458n, planned: 7_780_762n, 'main.floor': '0.6' },
    });
  });

  it('leaves a share of nothing undecided', () => {
    const need = 'planned_named of planned at_least need:main.floor';
    const facts = { planned_named: '0.00', planned: '0.00' };
    expect(judged({ need, facts, local: { 'main.floor': '0.6' } })[0]).toMatchObject({
      outcome: 'undecided',
      missing: ['planned'],
    });
  });

  it('compares with a number the document gives', () => {
    const need = 'planned at_least value:yearly';
    expect(outcomeOf({ need, facts: { planned: '12000.00' } })).toBe('passed');
    expect(outcomeOf({ need, facts: { planned: '11999.99' } })).toBe('failed');
  });

  const words: [string, string, string][] = [
    ['bucket is posts', 'posts', 'passed'],
    ['bucket is posts', 'reward', 'failed'],
    ['bucket is_not other', 'posts', 'passed'],
    ['bucket is_not other', 'other', 'failed'],
    ['bucket is_one_of posts, reward', 'reward', 'passed'],
    ['bucket is_one_of posts, reward', 'other', 'failed'],
  ];
  it.each(words)('holds words against words: %s, bucket %s, is %s', (need, bucket, outcome) => {
    expect(outcomeOf({ for: 'plan_line', need, facts: { bucket } })).toBe(outcome);
  });

  it('reads a list as all codes of the list', () => {
    const need = 'recipients is_one_of list:target';
    expect(outcomeOf({ for: 'plan_line', need, facts: { recipients: 'lifted_out' } })).toBe('passed');
    expect(outcomeOf({ for: 'plan_line', need, facts: { recipients: 'mixed' } })).toBe('failed');
  });
});

describe('what is missing', () => {
  const both = ['planned at_most distributable', 'planned_named of planned at_least need:main.floor'];
  const cases: [string, PlainFacts, LocalNumbers, string, string[]][] = [
    [
      'nothing',
      { planned: '1', distributable: '1', planned_named: '1' },
      { 'main.floor': '0.6' },
      'passed',
      [],
    ],
    [
      'a local number',
      { planned: '1', distributable: '1', planned_named: '1' },
      {},
      'undecided',
      ['main.floor'],
    ],
    [
      'an empty local number',
      { planned: '1', distributable: '1', planned_named: '1' },
      { 'main.floor': ' ' },
      'undecided',
      ['main.floor'],
    ],
    ['a fact', { planned: '1', planned_named: '1' }, { 'main.floor': '0.6' }, 'undecided', ['distributable']],
    ['everything', {}, {}, 'undecided', ['planned', 'distributable', 'planned_named', 'main.floor']],
    [
      'a number, but another line fails already',
      { planned: '2', distributable: '1', planned_named: '2' },
      {},
      'failed',
      [],
    ],
  ];
  it.each(cases)('makes a rule undecided, never passed: %s', (_, facts, local, outcome, missing) => {
    expect(judged({ need: both, facts, local })[0]).toMatchObject({ outcome, missing });
  });

  it('keeps a rule silent whose condition does not hold, and undecided where that cannot be told', () => {
    const test = { for: 'plan_line' as const, need: 'bucket is posts', when: 'pool is pv' };
    expect(outcomeOf({ ...test, facts: { pool: 'other', bucket: 'other' } })).toBe('silent');
    expect(outcomeOf({ ...test, facts: { pool: 'pv', bucket: 'other' } })).toBe('failed');
    expect(outcomeOf({ ...test, facts: { bucket: 'posts' } })).toBe('undecided');
  });

  it('takes nothing from what every object inherits for a fact', () => {
    const facts: PlainFacts = Object.setPrototypeOf({}, { planned: '1', distributable: '2' }) as PlainFacts;
    expect(outcomeOf({ need: 'planned at_most distributable', facts })).toBe('undecided');
  });

  it('refuses an amount that is none rather than judging by it', () => {
    const test = { need: 'planned at_most distributable', facts: { planned: 'much', distributable: '1' } };
    expect(() => judged(test)).toThrow(new DomainError('money.notAnAmount'));
  });
});

describe('what a judgement does to the step', () => {
  const about = { field: 'lines.0' };
  const steps: [string, string, string, string | undefined, string[]][] = [
    ['block', '1', '1', undefined, []],
    ['block', '2', '1', undefined, ['policy.ruleBroken']],
    ['block', '2', '1', 'because', ['policy.ruleBroken']],
    ['block', '', '1', 'because', ['policy.ruleUndecided']],
    ['warn', '2', '1', undefined, ['policy.reasonMissing']],
    ['warn', '2', '1', '  ', ['policy.reasonMissing']],
    ['warn', '2', '1', 'because', []],
    ['warn', '', '1', undefined, []],
    ['target', '2', '1', undefined, []],
    ['target', '', '1', undefined, []],
  ];
  it.each(steps)('%s with %s to %s and reason %p', (force, planned, distributable, reason, codes) => {
    const judgements = judge(packWithRules(rule({ force })), {
      subject: 'plan',
      facts: { planned, distributable },
    });
    const problems = judgementProblems(judgements, { ...about, reason });
    expect(problems.map((problem) => problem.code)).toEqual(codes);
    expect(
      problems.every((problem) => problem.field === 'lines.0' && problem.facts?.['clause'] === 'uses'),
    ).toBe(true);
  });
});

describe('any plan', () => {
  it('meets a floor exactly when the fen it is said to lack are added, and not one fen earlier', () => {
    const need = 'planned_named of planned at_least need:main.floor';
    const fen = fc.bigInt({ min: 1n, max: 10n ** 12n });
    fc.assert(
      fc.property(fen, fen, fc.integer({ min: 1, max: 9999 }), (planned, named, tenThousandths) => {
        const local = { 'main.floor': `0.${String(tenThousandths).padStart(4, '0')}` };
        const at = (amount: bigint) =>
          judged({
            need,
            facts: { planned_named: plainYuan(amount), planned: plainYuan(planned) },
            local,
          })[0];
        const found = at(named);
        if (found?.outcome === 'passed') {
          expect(named * 10_000n >= planned * BigInt(tenThousandths)).toBe(true);
          return;
        }
        const shortfall = found?.facts['shortfall'];
        if (typeof shortfall !== 'bigint') throw new Error('a failed floor names what it lacks');
        expect(at(named + shortfall)?.outcome).toBe('passed');
        expect(at(named + shortfall - 1n)?.outcome).toBe('failed');
      }),
      { numRuns: 200, seed: 2025 },
    );
  });
});
