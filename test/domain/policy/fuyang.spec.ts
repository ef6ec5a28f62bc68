import { join } from 'node:path';
import { PolicyService } from '../../../src/features/policy/policy.service';
import { judge } from '../../../src/domain/policy/judge';
import { markedClause } from '../../../src/domain/policy/explain';
import { bucketsOf, clauseOf, deductionKindsOf, type LocalNumbers } from '../../../src/domain/policy/pack';
import type { PolicyRecord } from '../../../src/domain/policy/judge';

const { pack } = new PolicyService(join(__dirname, '../../../seeds')).requirePack('341200/2023-09-21');

/** Every rule that speaks, with what it says: `FY-07x failed block`. */
function said(record: PolicyRecord, local: LocalNumbers = {}): string[] {
  return judge(pack, record, local).map(({ ruleId, outcome, force }) => `${ruleId} ${outcome} ${force}`);
}

const plan = (facts: Record<string, string>): PolicyRecord => ({
  subject: 'plan',
  facts: { pool: 'pv', ...facts },
});

describe('the Fuyang document of 2023', () => {
  it('names three costs and four uses of photovoltaic income, and leaves the rest to the village', () => {
    expect(deductionKindsOf(pack, 'pv').map(({ id, phrase }) => [id, phrase])).toEqual([
      ['land_rent', '土地租金'],
      ['o_and_m', '运维管理'],
      ['insurance', '电站保险费用'],
      ['other', undefined],
    ]);
    expect(bucketsOf(pack, 'pv').map(({ id, mark }) => [id, mark])).toEqual([
      ['posts', 1],
      ['labour', 2],
      ['reward', 3],
      ['industry', 4],
      ['other', undefined],
    ]);
    expect(bucketsOf(pack, 'other').map(({ id, mark }) => [id, mark])).toEqual([['decided', undefined]]);
  });

  it('gives no ratio of the income: no limit stands in the pack, the share of the four uses is open', () => {
    expect(pack.pools.flatMap(({ limits }) => limits)).toEqual([]);
    expect(pack.needs.map(({ id, decidedBy }) => [id, decidedBy])).toEqual([
      ['main_use.floor', 'county'],
      ['idle.days', 'village'],
      ['due.grace', 'village'],
      ['travel.once', 'county'],
      ['local.low_income_aid', 'county'],
      ['local.hardship_aid', 'county'],
      ['local.consumption', 'county'],
    ]);
  });

  it('is quoted under item 7 with the four uses marked', () => {
    expect(clauseOf(pack, 'uses').at).toBe('三(二)7');
    expect(markedClause(pack, 'uses', 'pv')).toEqual([
      { text: '在扣除土地租金、运维管理、电站保险费用等必要费用后,主要用于' },
      { mark: 1, text: '开发乡村公益性岗位安置脱贫人口及监测对象务工就业' },
      { text: ',' },
      { mark: 2, text: '村级小型公益事业建设劳务支出' },
      { text: ',' },
      { mark: 3, text: '脱贫人口及监测对象必要的奖励补助' },
      { text: ',' },
      { mark: 4, text: '以及用于发展带动脱贫人口及监测对象就业较多、持续增收稳定的产业' },
    ]);
  });

  describe('a plan of 163,216.00 yuan', () => {
    // 186,400.00 received − 12,000.00 land rent − 9,320.00 O&M − 1,864.00 insurance = 163,216.00
    const within = { distributable: '163216.00', planned: '163216.00', planned_named: '163216.00' };
    it('passes when its lines are the money; the share of the four uses stays undecided', () => {
      expect(said(plan(within))).toEqual(['FY-07b passed block', 'FY-07c undecided warn']);
    });

    it('is stopped one fen above the money', () => {
      expect(said(plan({ ...within, planned: '163216.01' }))[0]).toBe('FY-07b failed block');
    });

    it('is stopped when it would distribute before the costs are taken off', () => {
      expect(said(plan({ ...within, planned: '186400.00' }))[0]).toBe('FY-07b failed block');
    });

    it('is not judged before its distributable amount is known', () => {
      expect(said(plan({ planned: '163216.00', planned_named: '163216.00' }))[0]).toBe(
        'FY-07b undecided block',
      );
    });

    it('is held against the county’s own floor where there is one', () => {
      // 143,104.00 of 163,216.00 in the four uses is 87.677…%
      const facts = { ...within, planned_named: '143104.00' };
      expect(said(plan(facts), { 'main_use.floor': '0.8767' })[1]).toBe('FY-07c passed warn');
      expect(said(plan(facts), { 'main_use.floor': '0.8768' })[1]).toBe('FY-07c failed warn');
    });

    it('leaves a plan without lines alone', () => {
      expect(said(plan({ distributable: '0.00', planned: '0.00', planned_named: '0.00' }))).toEqual([
        'FY-07b passed block',
      ]);
    });
  });

  const lines: [string, string | undefined, string[]][] = [
    ['posts', 'lifted_out', ['FY-07n passed warn', 'FY-E1 passed warn']],
    ['posts', 'monitored', ['FY-07n passed warn', 'FY-E1 passed warn']],
    ['posts', 'mixed', ['FY-07n passed warn', 'FY-E1 failed warn']],
    ['reward', 'mixed', ['FY-07n passed warn', 'FY-E1 failed warn']],
    ['reward', undefined, ['FY-07n passed warn', 'FY-E1 undecided warn']],
    ['labour', 'mixed', ['FY-07n passed warn']],
    ['industry', undefined, ['FY-07n passed warn']],
    ['other', undefined, ['FY-07n failed warn']],
  ];
  it.each(lines)(
    'asks for a reason outside the four uses and outside their people: %s to %s',
    (bucket, recipients, rules) => {
      expect(
        said({ subject: 'plan_line', facts: { pool: 'pv', bucket, recipients, amount: '1.00' } }),
      ).toEqual(rules);
    },
  );

  const costs: [string, string][] = [
    ['land_rent', 'passed'],
    ['o_and_m', 'passed'],
    ['insurance', 'passed'],
    ['other', 'failed'],
  ];
  it.each(costs)('asks for a reason for a cost it does not name: %s', (kind, outcome) => {
    expect(said({ subject: 'deduction', facts: { pool: 'pv', kind, amount: '1.00' } })).toEqual([
      `FY-07o ${outcome} warn`,
    ]);
  });

  const grants: [string, string][] = [
    ['600.00', 'passed'],
    ['600.01', 'failed'],
  ];
  it.each(grants)('lets %s be granted from a line that holds 600.00: %s', (amount, outcome) => {
    const facts = { pool: 'pv', bucket: 'reward', amount, line_left: '600.00' };
    expect(said({ subject: 'grant', facts })).toEqual([`FY-07x ${outcome} block`]);
  });

  const inclined: [string | undefined, string][] = [
    ['0.01', 'passed'],
    ['0.00', 'failed'],
    [undefined, 'undecided'],
  ];
  it.each(inclined)('wants some of the rent to go to the target group: %s is %s', (target, outcome) => {
    const facts = { pool: 'other', distributable: '50000.00', planned: '50000.00', planned_target: target };
    expect(said({ subject: 'plan', facts })).toEqual([`FY-18c ${outcome} warn`]);
  });

  it('says nothing of other costs and other uses of rent', () => {
    expect(said({ subject: 'deduction', facts: { pool: 'other', kind: 'other' } })).toEqual([]);
    expect(said({ subject: 'plan_line', facts: { pool: 'other', bucket: 'decided' } })).toEqual([]);
  });
});
