import { outlineOf } from '../../../src/cli/draw-explained';
import { explainPlan, type PlanStory } from '../../../src/domain/distribution/explain-plan';
import type { Claim } from '../../../src/domain/uses/claim';
import { BrokenInvariant } from '../../../src/domain/shared/invariant';
import { rule } from '../policy/small-pack';
import { seeded } from '../policy/seeded';
import { bound, halfYear, packWith } from './small-plans';

const CLAIM: Claim = {
  ...{ id: 'c', pool: 'pv', bucket: 'agreed', forWhat: '甲户', beneficiaries: 1, unit: 'household' },
  ...{ targetGroup: 'lifted_out', amount: 30_000n },
};
const period = { received: 75_000n, costs: { o_and_m: 5_000n } };
const CHANGFENG: PlanStory = {
  pack: seeded.requirePack('340121/2022-01-01').pack,
  ...{ pool: 'pv', on: '2022-07-20', local: {} },
  ...{ carriedOver: 1_000n, distributable: 71_000n, claims: [] },
  planned: { posts: 30_000n },
  ground: {
    deductions: [],
    period,
    year: { ...period, year: '2022', isOver: false, used: { posts: 2_000n } },
  },
};

describe('how a plan came about', () => {
  it('tells what there was, what each use gets, what is left, and where the year stands', () => {
    expect(outlineOf(explainPlan(CHANGFENG))).toEqual([
      'split: uses_and_left = split',
      '. net: sum = 710.00',
      '. . carried_over: given (books statement) = 10.00',
      '. . received: given (books statement) = 750.00',
      '. . cost 运维: given [share] (books statement) = -50.00',
      '. use 老弱病残直接帮扶: as_decided [share] = 0.00',
      '. . amount: given (village plan) = 0.00',
      '. use 小型公益事业: as_decided [share] = 0.00',
      '. . amount: given (village plan) = 0.00',
      '. use 公益性岗位: as_decided [share] = 300.00',
      '. . amount: given (village plan) = 300.00',
      '. use 奖励: as_decided [share] = 0.00',
      '. . amount: given (village plan) = 0.00',
      '. left: net_less_uses = 410.00',
      '. year 2022: at_least [share] = outside',
      '. . covered: sum = 320.00',
      '. . . term 公益性岗位: given = 320.00',
      '. . whole after_deductions: sum = 700.00',
      '. . . term received: given = 750.00',
      '. . . term o_and_m: given = -50.00',
      '. . share: given = 60%',
      '. . floor: given = 420.00',
    ]);
  });

  it('reckons what the document fixes, and pays agreements as far as the money reaches', () => {
    const lingtai = { ...CHANGFENG, pack: seeded.requirePack('620822/2019-06-01').pack, planned: {} };
    expect(outlineOf(explainPlan(lingtai))).toEqual(
      expect.arrayContaining([
        '. use 按劳动分给农户: share_of [shares] = 390.50',
        '. . share: given (document shares) = 55%',
        '. . whole distributable: given (books distributable) = 710.00',
      ]),
    );
    const aohan = {
      ...CHANGFENG,
      pack: seeded.requirePack('150430/2020-01-01').pack,
      planned: { works: 14_100n },
    };
    expect(outlineOf(explainPlan(aohan)).slice(-8)).toEqual([
      '. exactly 20%用于村集体公益事业: share_of [share] = 142.00',
      '. . share: given = 20%',
      '. . whole distributable: sum = 710.00',
      '. . . carried_over: given (books statement) = 10.00',
      '. . . received: given (books statement) = 750.00',
      '. . . cost 运行维护: given [share] (books statement) = -50.00',
      '. . covered: sum = 141.00',
      '. . . term 村集体公益事业: given = 141.00',
    ]);
    const guangxi = {
      ...CHANGFENG,
      ...{ pack: seeded.requirePack('450000/2022-07-19').pack, planned: { agreed: 30_000n } },
      claims: [CLAIM],
    };
    expect(outlineOf(explainPlan(guangxi))).toEqual(
      expect.arrayContaining([
        '. use 按协议分配到户的分红: dues [asset] = 300.00',
        '. . claim 1 甲户: paid_whole = 300.00',
      ]),
    );
  });

  it('never tells another sum than was distributed', () => {
    expect(() => explainPlan({ ...CHANGFENG, distributable: 71_001n })).toThrow(BrokenInvariant);
  });
});

describe('the tree of a plan', () => {
  const LAND_RENT = { id: 'land_rent', name: '土地租金', phrase: '土地租金', cite: 'uses' };
  const COSTS = [LAND_RENT, { id: 'o_and_m', name: '运维', cite: 'steps' }];
  const story = (pack: PlanStory['pack'], change: Partial<PlanStory> = {}): PlanStory => {
    return { ...halfYear(pack), carriedOver: 0n, claims: [], ...change };
  };
  const told = (...given: Parameters<typeof story>): string[] => outlineOf(explainPlan(story(...given)));

  it('tells costs in the order of the document, what it does not name before them', () => {
    const pack = packWith({ pool: { deductions: COSTS } });
    const { ground } = halfYear(pack);
    const costs = { o_and_m: 999n, land_rent: 1_000n, other: 1n };
    const period = { received: 12_000n, costs };
    const lines = told(pack, { distributable: 10_001n, carriedOver: 1n, ground: { ...ground, period } });
    expect(lines.slice(2, 7)).toEqual([
      '. . carried_over: given (books statement) = 0.01',
      '. . received: given (books statement) = 120.00',
      '. . cost: given (books statement) = -0.01',
      '. . cost 土地租金: given [uses] (books statement) = -10.00',
      '. . cost 运维: given [steps] (books statement) = -9.99',
    ]);
  });

  it('tells the claims on an agreement by number and name, its group paid first', () => {
    const pack = packWith({ uses: { posts: { take: 'agreement' }, reward: { order: 2 } } });
    const claim = (bucket: string, forWhat: string, targetGroup: Claim['targetGroup']): Claim => {
      return { ...CLAIM, id: forWhat, bucket, forWhat, targetGroup, amount: 8_000n };
    };
    const claims = [
      claim('reward', '丙户', 'lifted_out'),
      claim('posts', '乙户', 'others'),
      claim('posts', '甲户', 'lifted_out'),
    ];
    const lines = told(pack, { claims, planned: { posts: 10_001n } });
    expect(lines.filter((line) => line.startsWith('. use') || line.startsWith('. . claim'))).toEqual([
      '. use 岗位: dues [uses] = 100.01',
      '. . claim 1 乙户: in_part = 20.01',
      '. . claim 2 甲户: paid_whole = 80.00',
      '. use 其他: rest [uses] = 0.00',
      '. use 奖励: as_decided [uses] = 0.00',
    ]);
  });

  it.each<[bigint, string]>([
    [5_000n, 'passed'],
    [4_999n, 'failed'],
  ])('tells whether a gate is open, by what the plan gives away: %s fen %s', (received, outcome) => {
    const rules = [rule({ id: 'XX-G', for: 'gate', need: 'distributable at_least 50' })];
    const pack = packWith({ uses: { reward: { gate: 'XX-G' } }, parts: { rules } });
    const { ground } = halfYear(pack);
    const change = { distributable: received, ground: { ...ground, period: { received, costs: {} } } };
    expect(told(pack, change)).toContain(`. . gate XX-G: given [uses] = ${outcome}`);
  });

  it('ends with what the document fixes for several together and with the year, and no other limit', () => {
    const at_least = '0.5 of everything_received';
    const limits = [
      bound({ id: 'XX-A', at_most: '0.5 of everything_received' }),
      bound({ id: 'XX-B', exactly: '0.3333 of everything_received', on: ['posts', 'reward'] }),
      bound({ id: 'XX-C', at_least, over: 'year', on: 'other' }),
    ];
    const lines = told(packWith({ limits }), { planned: { posts: 4_000n } });
    expect(lines.filter((line) => /^\. (left|exactly|year)/.test(line))).toEqual([
      '. left: net_less_uses = 0.00',
      '. exactly 岗位资金不低于60%: share_of [uses] = 40.00',
      '. year 2024: at_least [uses] = outside',
    ]);
    expect(told(packWith()).filter((line) => /^\. (exactly|year)/.test(line))).toEqual([]);
  });

  it('has no uses where there was nothing, and none of a pool the document does not speak of', () => {
    const pack = packWith();
    const { ground } = halfYear(pack);
    const nothing = {
      distributable: 0n,
      ground: { ...ground, period: { received: 1_999n, costs: { land_rent: 1_999n } } },
    };
    expect(told(pack, nothing).filter((line) => line.startsWith('. use'))).toEqual([]);
    expect(told(pack, { pool: 'other' })).toEqual([
      'split: uses_and_left = split',
      '. net: sum = 100.01',
      '. . carried_over: given (books statement) = 0.00',
      '. . received: given (books statement) = 120.00',
      '. . cost: given (books statement) = -19.99',
      '. left: net_less_uses = 100.01',
    ]);
  });
});
