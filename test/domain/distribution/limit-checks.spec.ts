import { judgeUses } from '../../../src/domain/distribution/limit-checks';
import type { UseJudgement } from '../../../src/domain/distribution/plan-takes';
import type { UseFacts } from '../../../src/domain/distribution/use-facts';
import { rule } from '../policy/small-pack';
import { bound, halfYear, inYear, packWith, type Raw } from './small-plans';

const SIXTY = 'value:posts.floor of after_deductions';
const LAND_RENT = { id: 'land_rent', name: '土地租金', phrase: '土地租金', cite: 'uses' };

/** What the limits say of a plan of the half year; the use that takes the rest is left out. */
function said(limits: Raw[], planned: UseFacts['planned'], more: Partial<UseFacts> = {}): UseJudgement[] {
  return limitsOf(halfYear(packWith({ limits }), { planned, ...more }));
}

function limitsOf(facts: UseFacts): UseJudgement[] {
  return judgeUses(facts).filter(({ about }) => about.kind !== 'take');
}

describe('a limit over the period', () => {
  it.each<{ rule: string; limit: Raw; posts: bigint; outcome: string; percent: string; off: object }>([
    {
      rule: 'a floor is missed by a fen, and its part is cut down: 59.994 %',
      limit: { at_least: SIXTY },
      ...{ posts: 6_000n, outcome: 'failed', percent: '59.99%', off: { shortfall: 1n } },
    },
    {
      rule: 'a floor is reached by the next fen',
      limit: { at_least: SIXTY },
      ...{ posts: 6_001n, outcome: 'passed', percent: '60%', off: {} },
    },
    {
      rule: 'a cap is kept by the last fen, and its part is filled up: 59.994 %',
      limit: { at_most: SIXTY },
      ...{ posts: 6_000n, outcome: 'passed', percent: '60%', off: {} },
    },
    {
      rule: 'a cap is passed by a fen, and its part is filled up: 60.004 %',
      limit: { at_most: SIXTY },
      ...{ posts: 6_001n, outcome: 'failed', percent: '60.01%', off: { excess: 1n } },
    },
  ])('$rule', ({ limit, posts, outcome, percent, off }) => {
    const [only, ...others] = said([bound(limit)], { posts });
    expect(others).toEqual([]);
    expect(only?.about).toEqual({ kind: 'line', id: 'posts' });
    expect(only?.judgement).toMatchObject({ ruleId: 'XX-L', outcome, facts: { planned: posts, ...off } });
    expect(only?.share).toEqual({ planned: posts, whole: 10_001n, of: 'after_deductions', percent });
    expect(only).not.toHaveProperty('standing');
  });

  it('on several uses is about the plan, and counts them together', () => {
    const [only] = said([bound({ at_least: SIXTY, on: ['posts', 'reward'] })], { posts: 6_000n, reward: 1n });
    expect(only).toMatchObject({
      about: { kind: 'plan', id: '' },
      judgement: { outcome: 'passed', facts: { planned: 6_001n } },
    });
  });

  it.each<[bigint, string]>([
    [1_200n, 'passed'],
    [1_201n, 'failed'],
  ])(
    'on a cost is about the plan, too, and counts what was taken off: %s of 10 %% of 120.00',
    (rent, says) => {
      const facts = halfYear(
        packWith({ limits: [bound({ at_most: '0.1 of everything_received', on: 'land_rent' })] }),
      );
      const period = { received: 12_000n, costs: { land_rent: rent } };
      const [only] = limitsOf({ ...facts, ground: { ...facts.ground, period } });
      expect(only).toMatchObject({
        about: { kind: 'plan', id: '' },
        judgement: { outcome: says, facts: { planned: rent } },
        share: { of: 'everything_received', whole: 12_000n },
      });
    },
  );

  it('takes what stands as a use and as a cost for the use', () => {
    const posts = { ...LAND_RENT, id: 'posts' };
    const limits = [bound({ at_most: 'value:yearly' })];
    const facts = halfYear(packWith({ limits, pool: { deductions: [LAND_RENT, posts] } }), {
      planned: { posts: 7n },
    });
    const period = { received: 12_000n, costs: { posts: 90n } };
    const [only] = limitsOf({ ...facts, ground: { ...facts.ground, period } });
    expect(only?.judgement.facts).toMatchObject({ planned: 7n });
    const [idle] = limitsOf({ ...facts, planned: {}, ground: { ...facts.ground, period } });
    expect(idle?.judgement.facts).toEqual({ planned: 0n });
  });

  it.each<{ rule: string; limit: Raw; more: Partial<UseFacts> }>([
    { rule: 'an amount in yuan', limit: { at_most: 'value:yearly' }, more: {} },
    { rule: 'a share whose sum nobody gave', limit: { at_least: '0.1 of new_income' }, more: {} },
    { rule: 'a share of nothing', limit: { at_least: '0.1 of distributable' }, more: { distributable: 0n } },
    { rule: 'a share of a loss', limit: { at_least: '0.1 of distributable' }, more: { distributable: -1n } },
  ])('has no part to print for $rule', ({ limit, more }) => {
    const [only] = said([bound(limit)], { posts: 5n }, more);
    expect(only?.judgement.ruleId).toBe('XX-L');
    expect(only).not.toHaveProperty('share');
  });

  it('names the part of what it is a part of: of 1 fen it is all', () => {
    const [only] = said([bound({ at_least: '0.1 of distributable' })], { posts: 1n }, { distributable: 1n });
    expect(only?.share).toEqual({ planned: 1n, whole: 1n, of: 'distributable', percent: '100%' });
  });

  it('counts what the village said of its income', () => {
    const local = { new_income: '1.00' };
    const [only] = said([bound({ at_most: '0.1 of new_income' })], { posts: 11n }, { local });
    expect(only?.judgement).toMatchObject({ outcome: 'failed', facts: { new_income: 100n, excess: 1n } });
  });
});

describe('a limit that says exactly', () => {
  // 50 % of 100.01 is 50.005: the fen on either side of it passes, what is told goes up to the whole fen
  it.each<{ posts: bigint; outcome: string; off: object }>([
    { posts: 4_999n, outcome: 'failed', off: { shortfall: 2n } },
    { posts: 5_000n, outcome: 'passed', off: {} },
    { posts: 5_001n, outcome: 'passed', off: {} },
    { posts: 5_002n, outcome: 'failed', off: { excess: 1n } },
  ])('of 50 %% of 100.01 with $posts fen: $outcome', ({ posts, outcome, off }) => {
    const [only] = said([bound({ exactly: '0.5 of distributable' })], { posts });
    expect(only?.judgement.outcome).toBe(outcome);
    const { shortfall, excess } = only?.judgement.facts ?? {};
    expect({ shortfall, excess }).toEqual({ shortfall: undefined, excess: undefined, ...off });
  });
});

describe('a limit over the year', () => {
  const YEARLY = { over: 'year', at_least: 'value:posts.floor of everything_received' };
  const yearly = (limit: Raw, planned: bigint, isOver: boolean): UseJudgement[] => {
    const facts = halfYear(packWith({ limits: [bound({ ...YEARLY, ...limit })] }), {
      planned: { posts: planned },
    });
    // 300.00 came in over the year: 180.00 are asked, 100.00 were given before.
    return limitsOf(inYear(facts, { received: 30_000n, used: { posts: 10_000n }, isOver }));
  };

  it.each<{ rule: string; planned: bigint; isOver: boolean; outcome: string; force: string; code: string }>([
    {
      rule: 'below the floor while the year goes on: shown, not refused',
      ...{ planned: 7_999n, isOver: false, outcome: 'failed', force: 'target', code: 'split.yearFloorAhead' },
    },
    {
      rule: 'below the floor at its end: refused',
      ...{ planned: 7_999n, isOver: true, outcome: 'failed', force: 'block', code: 'split.yearFloorBroken' },
    },
    {
      rule: 'at the floor, with what earlier plans gave',
      ...{ planned: 8_000n, isOver: true, outcome: 'passed', force: 'block', code: 'split.yearFloorKept' },
    },
  ])('$rule', ({ planned, isOver, outcome, force, code }) => {
    const [only] = yearly({}, planned, isOver);
    expect(only?.judgement).toMatchObject({ outcome, force, facts: { planned: planned + 10_000n } });
    expect(only?.standing).toMatchObject({ code, facts: { covered: planned + 10_000n, bound: 18_000n } });
    expect(only).not.toHaveProperty('share');
  });

  it('that is no share has no standing, and counts the year all the same', () => {
    const [only] = yearly({ at_least: undefined, at_most: '50' }, 1n, true);
    expect(only?.judgement).toMatchObject({ outcome: 'failed', facts: { planned: 10_001n, excess: 5_001n } });
    expect(only).not.toHaveProperty('standing');
  });
});

describe('the gate of a use in a pack', () => {
  const RULES = [
    rule({ id: 'XX-G', for: 'gate', when: 'bucket is reward', need: 'distributable at_least 50' }),
    rule({ id: 'XX-H', for: 'gate', need: 'distributable at_least 10' }),
  ];
  const pack = packWith({ uses: { reward: { gate: 'XX-G' } }, parts: { rules: RULES } });
  const gate = (distributable: bigint, planned: UseFacts['planned']): UseJudgement[] =>
    limitsOf(halfYear(pack, { distributable, planned }));

  it.each<[bigint, string]>([
    [5_000n, 'passed'],
    [4_999n, 'failed'],
  ])(
    'is judged on what there is to give away, by its own rule alone: %s fen %s',
    (distributable, outcome) => {
      const judged = gate(distributable, { posts: 1n, reward: 1n });
      expect(judged.map(({ about, judgement }) => [about, judgement.ruleId, judgement.outcome])).toEqual([
        [{ kind: 'line', id: 'reward' }, 'XX-G', outcome],
      ]);
    },
  );

  it('is not asked where nothing goes through it', () => {
    expect(gate(1n, { posts: 1n, reward: 0n })).toEqual([]);
    expect(gate(1n, { posts: 1n })).toEqual([]);
  });
});

describe('everything that uses are judged by', () => {
  it('comes in the order fixed amounts, gates, limits', () => {
    const pack = packWith({
      uses: { posts: { take: '0.5 of distributable' }, reward: { gate: 'XX-G' } },
      limits: [bound({ at_most: SIXTY }), bound({ id: 'XX-M', at_most: SIXTY, on: 'reward' })],
      parts: { rules: [rule({ id: 'XX-G', for: 'gate', need: 'distributable at_least 50' })] },
    });
    const judged = judgeUses(halfYear(pack, { planned: { posts: 5_000n, reward: 1n } }));
    expect(judged.map(({ judgement }) => judgement.ruleId)).toEqual([
      ...['take:posts', 'take:other', 'XX-G', 'XX-L', 'XX-M'],
    ]);
  });

  it('is nothing for a pool the document does not speak of', () => {
    expect(
      judgeUses({ ...halfYear(packWith({ limits: [bound({ at_most: SIXTY })] })), pool: 'other' }),
    ).toEqual([]);
  });
});
