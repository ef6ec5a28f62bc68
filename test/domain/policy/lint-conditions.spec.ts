import { factNames } from '../../../src/domain/policy/subjects';
import { faults, problemsAfter } from './lint';
import { rule } from './small-pack';

describe('a line of a rule held against its pack', () => {
  it.each<[subject: string, need: string, cite: string, problems: string[]]>([
    ['plan', 'planned at_most wealth', 'uses', ['unknownFact wealth']],
    ['plan', 'wealth at_most riches', 'uses', ['unknownFact wealth', 'unknownFact riches']],
    ['plan', 'planned:nobody more_than 0', 'uses', ['unknownFact planned:nobody']],
    ['plan', 'planned:posts more_than 0', 'uses', []],
    ['plan', 'flow:asking is passed', 'uses', []],
    ['plan', 'flow:asking is open', 'uses', []],
    ['plan', 'flow:asking is done', 'uses', ['unknownWord done']],
    ['plan', 'flow:posts is passed', 'uses', ['unknownFact flow:posts']],
    ['plan', 'pool is_one_of pv, other', 'uses', []],
    ['plan', 'pool is village', 'uses', ['unknownWord village']],
    ['plan_line', 'bucket is_one_of posts, gifts', 'uses', ['unknownWord gifts']],
    ['plan_line', 'bucket is land_rent', 'uses', ['unknownWord land_rent']],
    ['plan_line', 'township_agreed is no', 'uses', []],
    ['plan_line', 'township_agreed is maybe', 'uses', ['unknownWord maybe']],
    ['plan_line', 'recipients is_one_of list:target', 'uses', []],
    ['plan_line', 'recipients is_one_of list:nobody', 'uses', ['unknownReference list:nobody']],
    ['plan_line', 'recipients is farmer', 'uses', []],
    ['plan_line', 'recipients is nobody', 'uses', ['unknownWord nobody']],
    ['plan_line', 'amount is posts', 'uses', ['wrongComparison amount']],
    ['plan_line', 'tagged_in_village is posts', 'uses', ['wrongComparison tagged_in_village']],
    ['plan_line', 'reason is posts', 'uses', ['wrongComparison reason']],
    ['plan_line', 'bucket includes_any posts', 'uses', ['wrongComparison bucket']],
    ['plan_line', 'reason is_given', 'uses', []],
    ['plan_line', 'amount is_given', 'uses', ['wrongComparison amount']],
    ['plan_line', 'wealth is_given', 'uses', ['unknownFact wealth']],
    ['plan_line', 'amount at_least reason', 'uses', ['wrongComparison reason']],
    ['plan_line', 'pool at_least bucket', 'uses', ['wrongComparison pool', 'wrongComparison bucket']],
    ['plan_line', 'tagged_served at_most tagged_in_village', 'uses', []],
    ['deduction', 'kind is land_rent', 'uses', []],
    ['deduction', 'kind is posts', 'uses', ['unknownWord posts']],
    ['subsidy', 'proofs includes_all lifted_out, farmer', 'uses', []],
    ['subsidy', 'proofs includes_all nobody', 'uses', ['unknownWord nobody']],
    ['subsidy', 'proofs is farmer', 'uses', ['wrongComparison proofs']],
    ['post_month', 'month is farmer', 'uses', ['wrongComparison month']],
    ['post_month', 'month after appointed_from', 'uses', []],
    ['post_month', 'month after wage', 'uses', ['wrongComparison wage']],
    ['post_month', 'wage after month', 'uses', ['wrongComparison wage']],
    ['post_month', 'kind after wage', 'uses', ['wrongComparison kind', 'wrongComparison wage']],
    ['post_month', 'month after tomorrow', 'uses', ['unknownFact tomorrow']],
    ['post_month', 'month after value:nothing', 'uses', ['unknownReference value:nothing']],
    ['post_month', 'month after value:yearly', 'uses', ['wrongComparison yearly']],
    ['post_month', 'month after value:first', 'uses', []],
    ['plan', 'planned at_least value:nothing', 'uses', ['unknownReference value:nothing']],
    ['plan', 'planned at_least value:first', 'uses', ['wrongComparison first']],
    ['plan', 'planned at_least need:last', 'uses', ['wrongComparison last']],
    ['plan', 'planned at_least need:nothing', 'uses', ['unknownReference need:nothing']],
    ['plan', 'planned at_least need:yearly', 'uses', ['unknownReference need:yearly']],
    ['plan', 'planned at_least value:main.floor', 'uses', ['unknownReference value:main.floor']],
    ['plan', 'planned at_least value:posts.floor', 'uses', ['shareWithoutBase posts.floor']],
    ['plan', 'planned at_least need:main.floor', 'uses', ['shareWithoutBase main.floor']],
    ['plan', 'planned of received at_least value:yearly', 'scale', ['shareWithoutBase yearly']],
    ['plan', 'planned of received at_least deducted', 'uses', ['shareWithoutBase']],
    ['plan', 'planned of received at_least need:main.floor', 'uses', []],
    ['plan', 'planned at_least need:main.floor of received', 'uses', []],
    ['plan', 'planned at_least value:posts.floor plus received', 'uses', ['shareWithoutBase posts.floor']],
    ['plan', 'planned at_least received plus deducted', 'uses', []],
    ['plan', 'planned at_least 3000', 'scale', []],
    ['plan', 'planned at_least 5000', 'scale', ['numberNotInClause 5000']],
    ['plan', '5000 at_most planned plus 3000', 'scale', ['numberNotInClause 5000']],
    ['plan', 'planned at_least 3000', 'uses', ['numberNotInClause 3000']],
    ['plan', 'planned at_least 0.6', 'uses', ['shareWithoutBase 0.6']],
    ['plan', 'planned at_least 0.6 of received', 'uses', []],
    ['plan', 'planned of received at_least 0.6', 'uses', []],
    ['plan', 'value:posts.floor at_least 0.6', 'uses', []],
    ['plan', 'planned at_least 0.6', 'scale', ['numberNotInClause 0.6']],
  ])('for a %s: %s, citing %s', (subject, need, cite, problems) => {
    const found = faults((pack) => {
      pack.clauses['first'] = { at: '七', text: '自3月1日起' };
      pack.values.push({ id: 'first', value: '2024-03-01', unit: 'day', cite: 'first' });
      pack.needs.push({ id: 'last', unit: 'day', decided_by: 'county', cite: 'first', says: '止' });
      pack.rules = [rule({ for: subject, need, cite })];
    });
    expect(found).toEqual(problems.map((problem) => `rules.0.need: policy.${problem}`));
  });

  it.each<[where: string, change: Record<string, unknown>]>([
    ['need', { need: 'wealth more_than 0' }],
    ['need', { need: [{ any: ['planned more_than 0', 'wealth more_than 0'] }] }],
    ['need', { need: [{ none: [{ all: ['wealth more_than 0'] }] }] }],
    ['when', { when: 'wealth more_than 0' }],
    ['except.0.when', { except: [{ when: 'wealth more_than 0', need: 'planned more_than 0' }] }],
    ['except.0.need', { except: [{ when: 'planned more_than 0', need: 'wealth more_than 0' }] }],
  ])('is held against it wherever it stands: in %s of %p', (where, change) => {
    expect(faults((pack) => (pack.rules = [rule(change)]))).toEqual([
      `rules.0.${where}: policy.unknownFact wealth`,
    ]);
  });

  it.each<[at: string, part: 'tags' | 'flows', key: string]>([
    ['tags.0.when', 'tags', 'when'],
    ['flows.0.when', 'flows', 'when'],
  ])('is held against it in %s', (at, part, key) => {
    expect(faults((pack) => Object.assign(pack[part][0] ?? {}, { [key]: 'wealth is yes' }))).toEqual([
      `${at}: policy.unknownFact wealth`,
    ]);
  });

  it('is told which facts there are', () => {
    expect(problemsAfter((pack) => (pack.rules = [rule({ need: 'wealth more_than 0' })]))).toEqual([
      {
        ...{ code: 'policy.unknownFact', field: 'rules.0.need', value: 'wealth' },
        facts: { subject: 'plan', known: factNames('plan') },
      },
    ]);
    expect(factNames('gate')).toEqual(['distributable', 'pool', 'bucket', 'flow:']);
  });

  it('is told which numbers its clause states', () => {
    expect(
      problemsAfter((pack) => (pack.rules = [rule({ need: 'planned at_least 5', cite: 'scale' })])),
    ).toEqual([
      {
        ...{ code: 'policy.numberNotInClause', field: 'rules.0.need', value: '5' },
        facts: { clause: 'scale', numbers: ['1.2万', '3,000'] },
      },
    ]);
  });
});
