import type { VNode } from 'preact';
import { DraftPlanPage, type DraftPlanPageProps } from '../../../src/features/distribution/draft-plan.pages';
import { newIncomeWords } from '../../../src/glossary/new-income-words';
import { PlanListPage } from '../../../src/features/distribution/plan-list.pages';
import { PlanPage, type PlanPageProps } from '../../../src/features/distribution/plan.pages';
import type { PlanHead } from '../../../src/features/distribution/plan-parts.pages';
import type { CheckView } from '../../../src/platform/views/check-result';
import { formOf, fuyangClause, HALF_YEAR, HELD, TOWNSHIP_FRAME, villageFrame } from './gallery-frame';
import { NOTED_MEETING } from './noted-step';

/** The first half of the year before, line by line. */
const LAST_YEAR = [287015n, 4790210n, 5128640n, 300000n, 287647n, 92000n, 95141n, 9431077n];

const DRAFT: PlanHead = {
  collective: '杨树湾村',
  pool: '光伏收益',
  from: '2025-01-01',
  through: '2025-06-30',
  draftNumber: 3,
  statement: HALF_YEAR.map((row, index) => ({ ...row, lastYear: LAST_YEAR[index] })),
  difference: '比去年同期少 13,090.49，差得最多的是国家补贴，少 14,965.88。',
  distributable: 8122028n,
  remark: '联村电站去年下半年补贴 22,837.68 还没拨。到账后进下期，不进这次方案。',
  clause: fuyangClause(''),
  route: [
    { name: '起草', state: 'current' },
    { name: '代表会议', state: 'waiting' },
    { name: '镇审核', state: 'waiting' },
  ],
};

const CHECKS: readonly CheckView[] = [
  { outcome: 'passed', title: '用途都在四类内', detail: '4项', clause: fuyangClause('') },
  { outcome: 'passed', title: '相加等于总数' },
  {
    outcome: 'blocked',
    title: '岗位资金低于最低线，差 484.58',
    detail: '46,200.00 ÷ 77,807.62（到账减必要费用）= 59.38%，要求不低于60%。',
    clause: {
      ...fuyangClause(''),
      at: '县细则六',
      text: '公益性岗位工资不低于可分配收益的百分之六十',
      secondHand: true,
    },
    cure: { href: '#field-claims.0.amount', label: '补到 46,684.58' },
  },
  {
    outcome: 'undecided',
    title: '奖励补助单户上限：定不了',
    detail: '县里还没给数字。由代表会议定，或等县里填；没定之前不算通过。',
  },
  {
    outcome: 'reason',
    title: '逆变器维修属“其他必要费用”',
    detail: '理由已写：“雷击损坏，发票1张”，会印在公示上。',
  },
];

const FIGURES: PlanPageProps['figures'] = [
  {
    name: '可分配收益',
    result: 8122028n,
    formula: '合计',
    inputs: [
      { name: '上期结转', result: 341266n, source: '账上的数', inputs: [] },
      { name: '到账', result: 8546614n, source: '账上的数', inputs: [] },
      { name: '费用　土地租金', result: -300000n, clause: fuyangClause(''), inputs: [] },
    ],
  },
  {
    name: '公益性岗位工资',
    result: 4620000n,
    formula: '按议定的数',
    clause: fuyangClause('①'),
    inputs: [{ name: '金额', result: 4620000n, source: '村里定的数', inputs: [] }],
  },
];

/** Rows of the form: what for, how many, how much. */
function claimValues(rows: readonly (readonly [string, string, string])[]): Record<string, string> {
  const fields = rows.flatMap(([forWhat, beneficiaries, amount], index) =>
    Object.entries({ forWhat, beneficiaries, amount, unit: 'person', targetGroup: 'lifted_out' }).map(
      ([name, value]): [string, string] => [`claims[${String(index)}][${name}]`, value],
    ),
  );
  return Object.fromEntries(fields);
}

/** The draft of the gallery. */
export const DRAFT_PAGE: DraftPlanPageProps = {
  numbers: [
    {
      id: 'main_use.floor',
      label: '占到多少算“主要用于”,文件没有写',
      unit: '%',
      clause: fuyangClause(''),
      given: { value: '60%', paper: '7月1日起，县农业农村局《县实施细则》县农〔2025〕3号' },
    },
    {
      ...{ id: 'new_income', label: '新增收益：今年比上年多出的部分' },
      unit: '元',
      clause: fuyangClause(''),
      reckoning: [newIncomeWords.most(10_000_000n)],
    },
  ],
  figures: FIGURES,
  reasons: [{ key: 'FY-07n:other', label: '四类用途以外的开支要写理由' }],
  targetGroups: [
    { value: 'lifted_out', label: '脱贫人口' },
    { value: 'monitored', label: '监测对象' },
    { value: 'others', label: '其他' },
  ],
  frame: villageFrame('plans'),
  plan: DRAFT,
  saveAction: '/plans/3/save',
  submitAction: '/plans/3/submit',
  nextStep: '代表会议',
  savedAt: '7月4日 09:15',
  planned: 7670000n,
  carryOver: 452028n,
  carryOverShare: '5.57%',
  lastYear: { amount: 339077n, share: '3.60%', distributable: 9431077n },
  checks: CHECKS,
  returned: { how: '被孙所长退回', reason: '岗位工资比应发的少，补足再报。' },
  form: formOf(
    claimValues([
      ['岗位工资，12人，1至6月', '12', '46200.00'],
      ['清淤、修路劳务', '31', '11200.00'],
      ['大病、残疾、助学补助', '6', '7300.00'],
      ['大棚扩建，带动8户', '1', '12000.00'],
    ]),
  ),
  uses: [
    {
      bucket: 'posts',
      name: '公益性岗位工资',
      clause: fuyangClause(' ①'),
      amount: 4620000n,
      share: '56.88%',
      bound: { side: 'floor', amount: 4668458n },
      outOfBounds: true,
      lastYear: { amount: 5232000n, share: '55.48%' },
      claimRows: [0],
    },
    {
      bucket: 'labour',
      name: '小型公益事业劳务',
      clause: fuyangClause(' ②'),
      amount: 1120000n,
      share: '13.79%',
      lastYear: { amount: 1400000n, share: '14.84%' },
      claimRows: [1],
    },
    {
      bucket: 'reward',
      name: '奖励补助',
      clause: fuyangClause(' ③'),
      amount: 730000n,
      share: '8.99%',
      lastYear: { amount: 960000n, share: '10.18%' },
      claimRows: [2],
    },
    {
      bucket: 'industry',
      name: '发展产业',
      clause: fuyangClause(' ④'),
      amount: 1200000n,
      share: '14.77%',
      lastYear: { amount: 1500000n, share: '15.90%' },
      claimRows: [3],
    },
  ],
};

const DECIDED: PlanPageProps = {
  frame: villageFrame('plans'),
  toldHref: '/villages/v1/plans/p1/told',
  recordHref: '/villages/v1/plans/p1/record.pdf',
  plan: {
    ...DRAFT,
    draftNumber: 4,
    route: [
      { name: '起草', state: 'done', closedOn: '2025-07-04' },
      { name: '代表会议', state: 'done', closedOn: '2025-07-08' },
      { name: '镇审核', state: 'current' },
    ],
  },
  state: 'doing',
  stateWord: '等镇审核',
  carryOver: 250801n,
  carryOverShare: '3.09%',
  checks: CHECKS.filter((check) => check.outcome !== 'blocked'),
  figures: FIGURES,
  digest: '5f2c 91ab 07e4 d3c8',
  history: [
    { on: '2025-07-04', sentence: '周会计提交第4稿。' },
    { on: '2025-07-08', sentence: '村民代表会议：应到45人，到会39人，同意36，反对1，弃权2，通过。' },
  ],
  acts: { digest: '5f2c91ab07e4d3c8' },
  uses: [
    {
      name: '公益性岗位工资',
      clause: fuyangClause(' ①'),
      amount: 4821227n,
      share: '59.36%',
      claims: [{ forWhat: '岗位工资，1至6月', count: '12人', amount: 4821227n }],
    },
    {
      name: '小型公益事业劳务',
      clause: fuyangClause(' ②'),
      amount: 1120000n,
      share: '13.79%',
      claims: [{ forWhat: '清淤、修路劳务', count: '31人', amount: 1120000n }],
    },
    {
      name: '奖励补助',
      clause: fuyangClause(' ③'),
      amount: 730000n,
      share: '8.99%',
      claims: [{ forWhat: '大病、残疾、助学补助', count: '6户', amount: 730000n }],
    },
    {
      name: '发展产业',
      clause: fuyangClause(' ④'),
      amount: 1200000n,
      share: '14.77%',
      claims: [{ forWhat: '大棚扩建', count: '1处', amount: 1200000n }],
    },
  ],
};

const APPROVED_USES = DECIDED.uses.map((use, index) => ({
  ...use,
  claims: use.claims.map((claim) =>
    index === 0
      ? { ...claim, granted: { on: '2025-07-20', voucherNumber: '记-0058', href: '#58' } }
      : { ...claim, granting: { action: '/plans/4/grant', claimId: `c${index}`, grantedOn: '2025-07-20' } },
  ),
}));

/** The pages of a plan, from its draft to its grants, by name. */
export const PLAN_GALLERY: Readonly<Record<string, VNode>> = {
  'plan-draft': <DraftPlanPage {...DRAFT_PAGE} />,
  'plan-meeting': (
    <PlanPage
      {...DECIDED}
      acts={{
        digest: '5f2c91ab07e4d3c8',
        noting: {
          ...{ ...NOTED_MEETING, action: '/plans/4/meeting' },
          form: formOf({ heldOn: '2025-07-08', due: '45' }, [
            { code: 'form.notACount', field: 'present', value: '' },
          ]),
        },
      }}
    />
  ),
  'plan-review': (
    <PlanPage
      {...DECIDED}
      frame={TOWNSHIP_FRAME}
      uses={DECIDED.uses.map((use) => ({ ...use, lastYear: { amount: 4_500n, share: '9%' } }))}
      {...{ numbers: HELD, lastYear: { amount: 15n, share: '15.90%', distributable: 9_431n } }}
      acts={{
        digest: '5f2c91ab07e4d3c8',
        approving: { action: '/plans/4/approve', words: '同意后，村里可以按方案逐项列支。' },
        returning: { action: '/plans/4/return', form: formOf({}), lines: [] },
      }}
    />
  ),
  'plan-approved': (
    <PlanPage
      {...DECIDED}
      plan={{
        ...DECIDED.plan,
        route: DECIDED.plan.route.map((step) => ({ ...step, state: 'done' as const })),
      }}
      state="done"
      stateWord="已同意"
      uses={APPROVED_USES}
      noticeHref="#notice"
    />
  ),
  plans: (
    <PlanListPage
      {...{ frame: villageFrame('plans'), draftHref: '#draft', years: [] }}
      {...{ worksHref: '#w', aidHref: '#a', stateAidHref: '#s', industryHref: '#i', noticesHref: '#n' }}
      {...{ bodyRollHref: '#b', offers: [] }}
      plans={[
        {
          ...{ href: '#4', pool: '光伏收益', from: '2025-01-01' },
          ...{ through: '2025-06-30', draftNumber: 4, distributable: 8122028n },
          state: 'doing',
          stateWord: '等镇审核',
        },
      ]}
    />
  ),
};
