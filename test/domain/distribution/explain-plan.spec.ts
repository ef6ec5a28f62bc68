import { outlineOf } from '../../../src/cli/draw-explained';
import { explainPlan, type PlanStory } from '../../../src/domain/distribution/explain-plan';
import type { Claim } from '../../../src/domain/uses/claim';
import { BrokenInvariant } from '../../../src/domain/shared/invariant';
import { seeded } from '../policy/seeded';

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
