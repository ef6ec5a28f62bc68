import { type DryRun, dryRun } from '../../../src/domain/distribution/dry-run';
import type { LocalNumbers, PolicyPack } from '../../../src/domain/policy/pack';
import { rule } from '../policy/small-pack';
import { bound, halfYear, packWith, type Raw } from './small-plans';

/** A pack run over a half year with 100.01 to distribute, which was decided as `decided` says. */
function run(pack: PolicyPack, decided: Record<string, bigint> = {}, local: LocalNumbers = {}): DryRun {
  const { pool, on, distributable, ground } = halfYear(pack);
  const lines = Object.entries(decided).map(([bucket, amount]) => ({ bucket, amount, claims: [] }));
  const facts = { pool, distributable, lines, deductions: [], reasons: {} };
  return dryRun(pack, { ...facts, grounded: { on, ground } }, local);
}

/** A pack without the use that takes the rest, so that only what a test says is judged. */
const withLimit = (limit: Raw): PolicyPack => packWith({ limits: [bound(limit)] });

describe('what a check of a dry run compares', () => {
  const HALF = '0.5 of distributable';

  it.each<{ rule: string; limit: Raw; matter: string; bounds: object[] }>([
    {
      rule: 'a floor binds from below',
      limit: { at_least: HALF },
      ...{ matter: 'floor:posts', bounds: [{ side: 'floor', amount: 5_001n, clause: 'uses' }] },
    },
    {
      rule: 'a cap binds from above',
      limit: { at_most: HALF },
      ...{ matter: 'cap:posts', bounds: [{ side: 'cap', amount: 5_000n, clause: 'uses' }] },
    },
    {
      rule: 'a floor and a cap bind from both sides',
      limit: { at_least: '0.25 of distributable', at_most: HALF },
      matter: 'floorcap:posts',
      bounds: [
        { side: 'floor', amount: 2_501n, clause: 'uses' },
        { side: 'cap', amount: 5_000n, clause: 'uses' },
      ],
    },
    {
      rule: 'an exact share binds to one amount',
      limit: { exactly: HALF },
      ...{ matter: 'exact:posts', bounds: [{ side: 'exact', amount: 5_001n, clause: 'uses' }] },
    },
    {
      rule: 'the same uses compare alike in whatever order a document names them',
      limit: { at_most: HALF, on: ['reward', 'posts'] },
      ...{ matter: 'cap:posts+reward', bounds: [{ side: 'cap', amount: 5_000n, clause: 'uses' }] },
    },
    {
      rule: 'a share whose number nobody gave names no amount',
      limit: { at_least: 'need:main.floor of distributable' },
      ...{ matter: 'floor:posts', bounds: [] },
    },
  ])('$rule', ({ limit, matter, bounds }) => {
    const checks = run(withLimit(limit), { posts: 5_000n, other: 5_001n }).checks;
    const found = checks.find(({ judgement }) => judgement.ruleId === 'XX-L');
    expect([found?.matter, found?.bounds]).toEqual([matter, bounds]);
  });

  it('is the amount a document fixes for a use, and what is left for the one that takes the rest', () => {
    const pack = packWith({ uses: { posts: { take: '0.25 of distributable' } } });
    const { checks } = run(pack, { posts: 2_500n, reward: 1n, other: 7_500n });
    expect(
      checks.filter(({ about }) => about.kind === 'take').map(({ matter, bounds }) => [matter, bounds]),
    ).toEqual([
      ['exact:posts', [{ side: 'exact', amount: 2_500n, clause: 'uses' }]],
      ['exact:other', [{ side: 'exact', amount: 7_500n, clause: 'uses' }]],
    ]);
  });

  it('has no amount where the number of a fixed use is missing', () => {
    const pack = packWith({ uses: { posts: { take: 'need:main.floor of distributable' } } });
    const posts = run(pack, { posts: 1n }).checks.find(({ about }) => about.id === 'posts');
    expect([posts?.matter, posts?.bounds, posts?.judgement.outcome]).toEqual([
      'exact:posts',
      [],
      'undecided',
    ]);
  });

  it('is what a rule asks, and of what: two rules that ask alike compare the same under any number', () => {
    const matters = (...rules: Raw[]): string[] =>
      run(packWith({ parts: { rules: rules.map(rule) } }), { other: 10_001n })
        .checks.filter(({ about }) => about.kind !== 'take')
        .map(({ matter }) => matter);
    const [asked] = matters({ id: 'XX-1' });
    expect(asked).toContain('"plan"');
    expect(matters({ id: 'XX-9', says: '另一句' })).toEqual([asked]);
    for (const other of [
      { need: 'planned at_least distributable' },
      { when: 'distributable at_least 50' },
      { except: [{ when: 'distributable at_least 50', need: 'planned at_most 50' }] },
    ])
      expect(matters(other)).not.toEqual([asked]);
  });

  it('says of which use it is, where a rule asks each line', () => {
    const line = rule({ for: 'plan_line', need: 'bucket is_one_of posts, reward' });
    const { checks } = run(packWith({ parts: { rules: [line] } }), { posts: 1n, other: 10_000n });
    const matters = checks.flatMap(({ about, matter }) => (about.kind === 'line' ? [matter] : []));
    expect(matters.map((matter) => matter.split(':')[0])).toEqual(['posts', 'other']);
  });
});

describe('a use whose amount waits for a number that nobody gave', () => {
  /** `posts 岗位: main.floor` for each use that waits, with what is left. */
  const waiting = (found: DryRun): unknown[] => [
    found.uses.flatMap(({ id, missing }) => (missing.length > 0 ? [`${id}: ${missing.join()}`] : [])),
    found.left,
  ];
  const BY_COUNTY = { take: 'need:main.floor of distributable' };

  it.each<{ rule: string; uses: Record<string, Raw>; local: LocalNumbers; says: unknown[] }>([
    {
      rule: 'the rest waits for every share before it',
      uses: { posts: BY_COUNTY },
      local: {},
      says: [['posts: main.floor', 'other: main.floor'], undefined],
    },
    {
      rule: 'nothing waits once the county has given it',
      uses: { posts: BY_COUNTY },
      local: { 'main.floor': '0.5' },
      says: [[], 0n],
    },
    {
      rule: 'a share of the same order holds up the rest as well',
      uses: { posts: { ...BY_COUNTY, order: 2 } },
      local: {},
      says: [['posts: main.floor', 'other: main.floor'], undefined],
    },
    {
      rule: 'a share served after the rest does not hold it up',
      uses: { posts: { ...BY_COUNTY, order: 3 } },
      local: {},
      says: [['posts: main.floor'], undefined],
    },
    {
      rule: 'dues wait for a share served before them, and for their own sum',
      uses: { posts: BY_COUNTY, other: { take: 'agreement', order: 2 } },
      local: {},
      says: [['posts: main.floor', 'other: agreed_due,main.floor'], undefined],
    },
    {
      rule: 'dues served together with a share do not wait for it',
      uses: { posts: { ...BY_COUNTY, order: 2 }, other: { take: 'agreement', order: 2 } },
      local: { agreed_due: '1.00' },
      says: [['posts: main.floor'], undefined],
    },
    {
      rule: 'what the village decides waits for nobody',
      uses: { posts: BY_COUNTY, other: { take: 'village', order: 2 } },
      local: {},
      says: [['posts: main.floor'], undefined],
    },
    {
      rule: 'the sum agreed, typed once, is that of the only use that pays agreements',
      uses: { other: { take: 'agreement', order: 2 } },
      local: { agreed_due: '1.00' },
      says: [[], 9_901n],
    },
    {
      rule: 'with two uses that pay agreements one sum says nothing of either',
      uses: { posts: { take: 'agreement' }, other: { take: 'agreement', order: 2 } },
      local: { agreed_due: '1.00' },
      says: [['posts: agreed_due', 'other: agreed_due'], undefined],
    },
  ])('$rule', ({ uses, local, says }) => {
    expect(waiting(run(packWith({ uses }), {}, local))).toEqual(says);
  });

  it('and the rest under a cap waits for the number of its cap', () => {
    const capped = withLimit({ on: 'other', at_most: 'need:main.floor of distributable' });
    expect(waiting(run(capped))).toEqual([['other: main.floor'], undefined]);
    expect(waiting(run(capped, {}, { 'main.floor': '0.5' }))).toEqual([[], 5_001n]);
  });
});

describe('the columns of a dry run', () => {
  it('come to what there was, also where more is asked than that', () => {
    const pack = packWith({
      uses: { posts: { take: '50' }, reward: { take: '50' }, other: { take: 'village' } },
    });
    const found = run(pack, { other: 10_001n });
    const asked = found.uses.map(({ wouldBe }) => wouldBe ?? 0n);
    expect([asked, found.left]).toEqual([[5_000n, 5_000n, 10_001n], -10_000n]);
    expect(found.problems.map(({ code }) => code)).toEqual(['split.aboveLeft']);
  });

  it('give nothing to a use that the village left out', () => {
    const found = run(packWith({ uses: { other: { take: 'village' } } }), { posts: 1n });
    expect(found.uses.map(({ id, decided, wouldBe }) => [id, decided, wouldBe])).toEqual([
      ['posts', 1n, 1n],
      ['reward', undefined, 0n],
      ['other', undefined, 0n],
    ]);
    expect([found.decidedLeft, found.left]).toEqual([10_000n, 10_000n]);
  });
});
