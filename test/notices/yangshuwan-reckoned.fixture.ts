import { explainPlan, type PlanStory } from '../../src/domain/distribution/explain-plan';
import type { DistributionNotice } from '../../src/domain/notices/distribution-notice';
import { noticeFigures } from '../../src/domain/notices/notice-reckoning';
import { clauseOf } from '../../src/domain/policy/pack';
import { seeded } from '../domain/policy/seeded';
import { YANGSHUWAN } from './yangshuwan.fixture';

const { pack } = seeded.requirePack('341200/2023-09-21');
const amounts = YANGSHUWAN.uses.rows.map(({ bucket, amount }) => [bucket, BigInt(amount)] as const);
const costs = { land_rent: 300_000n, o_and_m: 247_852n, insurance: 92_000n, other: 126_000n };

/** The plan of Yangshuwan as the policy of its city explains it. */
export const YANGSHUWAN_STORY: PlanStory = {
  ...{ pack, pool: 'pv', on: '2025-07-04', local: { 'main_use.floor': '0.6' } },
  ...{ carriedOver: 341_266n, distributable: 8_122_028n, claims: [] },
  planned: Object.fromEntries(amounts),
  ground: {
    deductions: [],
    period: { received: 8_546_614n, costs },
    year: { received: 8_546_614n, costs, year: '2025', isOver: false, used: Object.fromEntries(amounts) },
  },
};

/** The model sheet with how its figures came about, and the numbers it was judged by. */
export const YANGSHUWAN_RECKONED: DistributionNotice = {
  ...YANGSHUWAN,
  reckoning: noticeFigures(
    explainPlan(YANGSHUWAN_STORY),
    {
      uses: YANGSHUWAN.uses.rows.map(({ name, amount }) => ({ name, amount: BigInt(amount) })),
      leftOver: BigInt(YANGSHUWAN.sums.leftOver),
    },
    { itemOf: (key) => clauseOf(pack, key).at, numberOf: (id) => id, ruleOf: (id) => id },
  ),
  numbers: [
    {
      ...{
        says: '“主要用于”四类用途,最低占多少',
        decidedBy: 'county',
        item: '三(二)7',
        unit: 'share',
        value: '0.6',
      },
      from: '2025-01-01',
      paper: {
        title: '实施细则',
        number: '县农〔2024〕31号',
        issuer: '县农业农村局',
        issuedOn: '2024-12-20',
      },
    },
    { says: '资产空着多少天算闲置', decidedBy: 'village', item: '三(二)4', unit: 'days' },
  ],
};
