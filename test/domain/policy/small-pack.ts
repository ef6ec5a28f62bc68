import { readPack } from '../../../src/domain/policy/read-pack';
import type { PolicyPack } from '../../../src/domain/policy/pack';

export const SMALL_PACK_ID = '990100/2024-01-01';

/** A pack in which every part of the format stands once; each test changes one thing in it. */
export function smallPack() {
  return {
    format: '1',
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
    } as Record<string, unknown>,
    clauses: {
      uses: { at: '三', text: '扣除土地租金后,用于公益岗位工资,必要的奖励补助,岗位资金不低于60%' },
      scale: { at: '四', text: '每年不少于1.2万元,奖励每次3,000元,对象为脱贫人口' },
    } as Record<string, unknown>,
    pools: {
      pv: {
        income: { phrase: '土地租金', cite: 'uses' },
        base: { of: 'after_deductions', cite: 'uses' },
        deductions: [{ id: 'land_rent', name: '土地租金', phrase: '土地租金', cite: 'uses' }],
        buckets: [
          { id: 'posts', name: '岗位', phrase: '公益岗位工资', cite: 'uses' },
          { id: 'reward', name: '奖励', phrase: '必要的奖励补助', cite: 'uses' },
          { id: 'other', name: '其他', cite: 'uses' },
        ] as Record<string, unknown>[],
      },
    } as Record<string, Record<string, unknown>>,
    values: [{ id: 'yearly', value: '12000', unit: 'yuan', cite: 'scale' }],
    needs: [{ id: 'main.floor', unit: 'share', decided_by: 'county', cite: 'uses', says: '最低占比' }],
    lists: [{ id: 'target', cite: 'scale', of: [{ id: 'lifted_out', phrase: '脱贫人口' }] }],
    open: [{ id: 'split', decided_by: 'village', cite: 'uses', says: '由村里定' }],
    rules: [rule({})] as Record<string, unknown>[],
    rounding: { unit: 'fen', odd_fen: 'largest_remainder', decided_by: 'village' } as Record<string, unknown>,
  };
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
