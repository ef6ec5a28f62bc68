import { createHash } from 'node:crypto';
import { planDigest } from '../../../src/features/distribution/plan-digest';
import type { DistributionPlan } from '../../../src/features/distribution/plan-read.service';
import { reckoningOf } from '../../../src/features/notices/notice-reckoning';
import { bucketsOf } from '../../../src/domain/policy/pack';
import { seeded } from '../policy/seeded';

const { pack } = seeded.requirePack('341200/2023-09-21');
const [bucket] = bucketsOf(pack, 'pv');
if (bucket === undefined) throw new Error('Fuyang names its uses');
const FIGURES = {
  ...{ carriedOver: '0', received: '100', deducted: '0' },
  ...{ distributable: '100', planned: '60', leftOver: '40' },
};
const PLAN: DistributionPlan = {
  ...{ id: 'p', collectiveId: 'v', pool: 'pv', periodFrom: '2025-01-01', periodTo: '2025-06-30' },
  ...{ revision: 1, state: 'approved', packId: pack.id, packDigest: 'd', routeId: 'r' },
  ...{ draftedBy: 'ann', draftedOn: '2025-07-05', draftedAt: '' },
  ...{ figures: FIGURES, reasons: { b: '2', a: '1' } },
  ...{ leftOverNote: 'kept', digest: undefined, form: 'plan/1', pack, decisions: [] },
  ...{ steps: [], routeText: null },
  numbers: [{ id: 'bonus.ratio', decidedBy: 'county', value: undefined, from: undefined, paper: undefined }],
  ground: undefined,
  lines: [
    {
      ...{ id: 'l', bucket, amount: 60n, granted: 0n, takenOver: 0n },
      claims: [
        {
          ...{
            id: 'c',
            planLineId: 'l',
            pool: 'pv',
            bucket: bucket.id,
            forWhat: 'sweeping',
            beneficiaries: 3,
          },
          ...{ unit: 'person', targetGroup: 'lifted_out', amount: 60n },
          ...{ grantedOn: undefined, granted: 0n, released: 0n, byParts: undefined, grantEntryId: undefined },
          byDays: false,
        },
      ],
    },
  ],
};
const GROUND: NonNullable<DistributionPlan['ground']> = {
  deductions: [{ id: 'x', kind: 'other', amount: 5n, reason: 'due' }],
  period: { received: 105n, costs: { other: 5n } },
  year: { year: '2025', isOver: false, received: 105n, costs: { other: 5n }, used: { posts: 1n } },
};

const RESERVE = {
  ...{ id: 'r', purpose: 'repairs', paper: 'meeting 3', setOn: '2025-03-01', amount: 300n },
  ...{ releasedBefore: 50n, releases: [{ on: '2025-04-02', amount: 20n, reason: 'one broke' }] },
};

/** What is hashed, as text: every form a digest was ever taken in stays as it was. */
const COMMON =
  '"v","p","pv",["2025-01-01","2025-06-30"],["341200/2023-09-21","d","r"],["ann","2025-07-05"],' +
  '[["carriedOver","0"],["deducted","0"],["distributable","100"],["leftOver","40"],["planned","60"],' +
  '["received","100"]],[["a","1"],["b","2"]],"kept",' +
  `[["l","${bucket.id}","60",[["c","sweeping",3,"person","lifted_out","60"]]]]`;
const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

describe('the digest of a plan', () => {
  it('is that of its time for one of the first form: no numbers, no ground', () => {
    expect(planDigest(PLAN)).toBe(sha256(`["plan/1",${COMMON}]`));
    expect(planDigest({ ...PLAN, numbers: [] })).toBe(planDigest(PLAN));
  });

  it('covers numbers and ground since the second form, money set aside since the third', () => {
    const paper = { title: 'measure', number: undefined, issuer: 'county', issuedOn: '2024-12-20' };
    const numbers: DistributionPlan['numbers'] = [
      { id: 'bonus.ratio', decidedBy: 'county', value: '0.1', from: '2025-01-01', paper },
      { id: 'new_income', decidedBy: 'village', value: undefined, from: undefined, paper: undefined },
    ];
    const told =
      '[["bonus.ratio","county","0.1","2025-01-01",["measure",null,"county","2024-12-20"]],' +
      '["new_income","village",null,null,null]],' +
      '[[["x","other","5","due"]],["105",[["other","5"]]],' +
      '["2025",false,"105",[["other","5"]],[["posts","1"]]]]';
    const second: DistributionPlan = { ...PLAN, form: 'plan/2', numbers, ground: GROUND };
    expect(planDigest(second)).toBe(sha256(`["plan/2",${COMMON},${told}]`));
    const reserves = [RESERVE];
    const later = { ...second, ground: { ...GROUND, reserves } };
    expect(planDigest(later)).toBe(planDigest(second));
    const third = '[["r","repairs","meeting 3","2025-03-01","300","50",[["2025-04-02","20","one broke"]]]]';
    expect(planDigest({ ...later, form: 'plan/3' })).toBe(sha256(`["plan/3",${COMMON},${told},${third}]`));
    const fourth: DistributionPlan = { ...later, form: 'plan/4', routeText: '{"steps":[]}' };
    expect(planDigest(fourth)).toBe(
      sha256(`["plan/4",${COMMON},${told},${third},${JSON.stringify(fourth.routeText)}]`),
    );
    const none = { ...later, ground: { ...GROUND, reserves: [] }, form: 'plan/3' as const };
    expect(planDigest(none)).toBe(sha256(`["plan/3",${COMMON},${told},[]]`));
  });
});

describe('the sheet of a plan', () => {
  it('of the first form tells neither how its figures came about nor by which numbers it was judged', () => {
    expect(reckoningOf(PLAN)).toEqual({});
  });

  it('of the second form names every number, also one nobody has given', () => {
    const paper = { title: 'measure', number: undefined, issuer: 'county', issuedOn: '2024-12-20' };
    const numbers: DistributionPlan['numbers'] = [
      { id: 'main_use.floor', decidedBy: 'county', value: '0.6', from: '2025-01-01', paper },
      { id: 'idle.days', decidedBy: 'village', value: undefined, from: undefined, paper: undefined },
    ];
    const ground = { ...GROUND, period: { received: 100n, costs: {} } };
    const told = reckoningOf({ ...PLAN, form: 'plan/2', numbers, ground });
    expect(told.numbers).toMatchObject([
      { decidedBy: 'county', unit: 'share', value: '0.6', paper: { title: 'measure', issuer: 'county' } },
      { decidedBy: 'village' },
    ]);
    expect(told.numbers?.[1]).not.toHaveProperty('value');
    expect(told.reckoning?.map(({ label, fen }) => [label, fen])).toEqual([
      ['net', '100'],
      ['use', '60'],
      ['left', '40'],
    ]);
  });
});
