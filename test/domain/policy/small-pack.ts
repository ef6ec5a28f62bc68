import { readPack } from '../../../src/domain/policy/read-pack';
import type { PolicyPack } from '../../../src/domain/policy/pack';

export const SMALL_PACK_ID = '990100/2024-01-01';

/** A pack in which every part of the format stands once; each test changes one thing in it. */
export function smallPack() {
  return {
    format: '2',
    region: { code: '990100', name: '样例县' },
    valid: { from: '2024-01-01', to: '2025-12-31', confirm_after: '2025-06-30', basis: '样例' } as Record<
      string,
      unknown
    >,
    source: {
      title: '样例办法',
      document_number: '样例〔2024〕1号',
      issuer: '样例县',
      issued_on: '2023-12-20',
      kind: 'full_text',
      text_sha256: '0123456789abcdef'.repeat(4),
      refers_to: ['样例〔2023〕9号'],
    } as Record<string, unknown>,
    clauses: {
      uses: { at: '三', text: '扣除土地租金后,用于公益岗位工资,必要的奖励补助,岗位资金不低于60%' },
      scale: { at: '四', text: '每年不少于1.2万元,奖励每次3,000元,对象为脱贫人口' },
      steps: { at: '五', text: '按照农户申请、乡镇审核的程序,由村主任签字,乡镇审核后15个工作日内拨付' },
      year: { at: '六', text: '2024年村集体收入20—50万元的村3个以上,每年6月底报告' },
    } as Record<string, unknown>,
    pools: {
      pv: {
        income: { phrase: '土地租金', cite: 'uses' },
        base: { of: 'after_deductions', cite: 'uses' },
        deductions: [{ id: 'land_rent', name: '土地租金', phrase: '土地租金', cite: 'uses' }],
        buckets: [
          { id: 'posts', name: '岗位', phrase: '公益岗位工资', cite: 'uses' },
          { id: 'reward', name: '奖励', phrase: '必要的奖励补助', cite: 'uses' },
          { id: 'other', name: '其他', take: 'rest', order: 2, cite: 'uses' },
        ] as Record<string, unknown>[],
        limits: [limit({})] as Record<string, unknown>[],
        served_first: { list: 'target', cite: 'uses' },
        left: { to: 'carry_over', decided_by: 'village' },
      },
    } as Record<string, Record<string, unknown>>,
    values: [
      { id: 'yearly', value: '12000', unit: 'yuan', cite: 'scale' },
      { id: 'posts.floor', value: '0.6', unit: 'share', cite: 'uses' },
    ] as Record<string, unknown>[],
    needs: [{ id: 'main.floor', unit: 'share', decided_by: 'county', cite: 'uses', says: '最低占比' }],
    lists: [
      {
        id: 'target',
        cite: 'scale',
        of: [
          { id: 'lifted_out', phrase: '脱贫人口' },
          { id: 'farmer', phrase: '农户', name: '农户家庭', cite: 'steps' },
        ],
      },
    ],
    measures: [{ id: 'new_income', excluding: ['pv'], cite: 'scale', says: '比上年新增的' }],
    open: [{ id: 'split', decided_by: 'village', cite: 'uses', says: '由村里定' }],
    rules: [rule({})] as Record<string, unknown>[],
    tags: [
      { id: 'poor', for: 'household', when: 'income less_than value:yearly', cite: 'scale', says: '低' },
    ],
    flows: [
      {
        id: 'asking',
        for: 'subsidy',
        when: 'employed is yes',
        steps: [{ id: 'ask', phrase: '农户申请' }],
        signers: [{ id: 'head', phrase: '村主任' }],
        within: { count: '15', unit: 'working_days', after: '乡镇审核后' },
        force: 'warn',
        cite: 'steps',
        says: '按程序办',
      },
    ] as Record<string, unknown>[],
    notices: [{ id: 'XX-N', sheet: 'plan', shows: ['uses', 'phone'], cite: 'steps', says: '要公示' }],
    goals: [goal({})] as Record<string, unknown>[],
    bands: [band({})] as Record<string, unknown>[],
    calendar: [line({})] as Record<string, unknown>[],
    rounding: { unit: 'fen', odd_fen: 'largest_remainder', decided_by: 'village' } as Record<string, unknown>,
  };
}

/** The one limit, goal, band and calendar line of the small pack, with some of their parts replaced. */
export function limit(changes: Record<string, unknown>): Record<string, unknown> {
  const says = '岗位资金不低于60%';
  const bound = 'at_least' in changes || 'at_most' in changes || 'exactly' in changes ? {} : FLOOR;
  return { id: 'XX-L', on: 'posts', ...bound, over: 'year', force: 'warn', cite: 'uses', says, ...changes };
}

const FLOOR = { at_least: 'value:posts.floor of after_deductions' };

export function goal(changes: Record<string, unknown>): Record<string, unknown> {
  const need = 'value at_least 500000';
  return {
    ...{ id: 'XX-G', level: 'village', measure: 'collective_income', year: 2024, need },
    ...{ cite: 'year', says: '村集体收入', ...changes },
  };
}

export function band(changes: Record<string, unknown>): Record<string, unknown> {
  const rows = [{ from: '200000', to: '500000', wanted: '3', wanted_resettled: '3' }];
  return {
    id: 'XX-B',
    measure: 'collective_income',
    year: 2024,
    rows,
    cite: 'year',
    says: '分档',
    ...changes,
  };
}

export function line(changes: Record<string, unknown>): Record<string, unknown> {
  const rhythm = ['every', 'on', 'by'].some((key) => key in changes) ? {} : { on: '06-30' };
  return { id: 'XX-C', level: 'township', ...rhythm, cite: 'year', says: '报告进展', ...changes };
}

/** One rule of the small pack, with some of its parts replaced. */
export function rule(changes: Record<string, unknown>): Record<string, unknown> {
  const need = 'planned at_most distributable';
  return {
    id: 'XX-1',
    for: 'plan',
    need,
    force: 'block',
    cite: 'uses',
    says: '不超过可分配收益',
    ...changes,
  };
}

/** The small pack read, with these rules in place of its own. */
export function packWithRules(...rules: Record<string, unknown>[]): PolicyPack {
  return readPack({ ...smallPack(), rules }, SMALL_PACK_ID);
}
