import type { JudgedAid } from '../../../src/domain/uses/aid-judging';
import { aidQuestions } from '../../../src/domain/uses/aid-questions';
import type { AidLine } from '../../../src/domain/uses/aid-rows';
import { before, found, line, notes, one, pack, paidBy, SHANGQIU } from './aid-judging.fixture';

describe('a household project under 商丘 2018', () => {
  const project = { 'answer:purpose': 'livestock' };
  const status = '建档立卡贫困户';
  it.each<[name: string, lines: AidLine[], aid: Partial<JudgedAid>, stops: string[]]>([
    ['8,000.00 is kept', [line('8000')], {}, []],
    ['8,000.01 is not', [line('8000.01')], {}, ['SQ-A3 failed']],
    [
      'two people of one household count together',
      [line('5000'), line('5000', { memberId: 'm2' })],
      {},
      ['SQ-A3 failed'],
    ],
    [
      'two households do not',
      [line('5000'), line('5000', { memberId: 'm2', householdId: 'h2' })],
      { people: [one(status), { ...one(status), memberId: 'm2', householdId: 'h2' }] },
      [],
    ],
    [
      'once before is another time',
      [line('8000')],
      { past: [before('8000', { kind: 'household_project' })] },
      [],
    ],
    [
      'a house is no project',
      [line('8000')],
      { notes: notes({ 'answer:purpose': 'house' }) },
      ['SQ-A3p failed'],
    ],
    ['what it is for must be known', [line('8000')], { notes: notes({}) }, ['SQ-A3p undecided']],
    ['to others not at all', [line('8000')], { people: [one(undefined)] }, ['SQ-A3p failed']],
  ])('%s', (_name, lines, aid, stops) => {
    const judged = { people: [one(status)], notes: notes(project), ...aid };
    expect(found(SHANGQIU, { kind: 'household_project', lines, ...judged })).toEqual(stops);
  });
});

describe('a star household under 商丘 2018', () => {
  const steps = ['apply', 'visit', 'review', 'publish', 'confirm', 'report'];
  const all = notes({
    ...Object.fromEntries(steps.map((step, index) => [`step:${step}`, `2018-12-0${String(index + 1)}`])),
    ...{ 'answer:conduct_good': 'yes', 'answer:purpose': 'training', 'answer:agreement': 'yes' },
    'answer:channel': 'bank',
  });
  const without = (key: string) => new Map([...all].filter(([each]) => each !== key));
  const withNote = (key: string, value: string) => new Map([...all, [key, value]]);
  const lifted = [one('已脱贫户')];
  it.each<[name: string, aid: Partial<JudgedAid>, stops: string[]]>([
    ['all done', {}, []],
    ['one step short', { notes: without('step:publish') }, ['SQ-C1p failed']],
    ['steps out of order', { notes: withNote('step:apply', '2018-12-09') }, ['SQ-C1p failed']],
    ['not lifted out', { people: [one('建档立卡贫困户')] }, ['SQ-C1e failed']],
    ['conduct not known', { notes: without('answer:conduct_good') }, ['SQ-C1e undecided']],
    ['in cash', { notes: withNote('answer:channel', 'cash') }, ['SQ-P failed']],
    ['without an agreement', { notes: withNote('answer:agreement', 'no') }, ['SQ-C1u failed']],
    ['for something else', { notes: withNote('answer:purpose', 'house') }, ['SQ-C1u failed']],
  ])('%s', (_name, aid, stops) => {
    const star = { kind: 'star', lines: [line('1000')], people: lifted, notes: all, paidBy };
    expect(found(SHANGQIU, { ...star, ...aid })).toEqual(stops);
  });
});

describe('a labour subsidy under 商丘 2018', () => {
  const papers = [
    'employer_proof',
    'payroll_record',
    'place',
    'time',
    'income_proof',
    'trade',
    'subsidy_papers',
  ];
  const all = notes({
    ...{ 'step:apply': '2018-11-20', 'step:income': '2018-11-22', 'step:approve': '2018-11-29' },
    ...Object.fromEntries(
      ['helper', 'group_leader', 'first_secretary'].map((who) => [`signer:${who}`, '2018-11-22']),
    ),
    ...Object.fromEntries(papers.map((paper) => [`paper:${paper}`, '2018-11-20'])),
    'answer:employed': 'yes',
  });
  const without = (key: string) => new Map([...all].filter(([each]) => each !== key));
  it.each<[name: string, aid: Partial<JudgedAid>, stops: string[]]>([
    ['all there, on the 15th working day', {}, []],
    ['on the 16th', { on: '2018-12-21' }, ['flow:labour_payment failed']],
    ['a signature short', { notes: without('signer:first_secretary') }, ['SQ-C31p failed']],
    ['a paper short', { notes: without('paper:payroll_record') }, ['SQ-C31p failed']],
    ['a paper of another line short', { notes: without('paper:trade') }, ['SQ-A63t failed']],
    ['not reviewed', { notes: without('step:approve') }, ['SQ-C31p failed', 'flow:labour_payment undecided']],
    ['a second time this year', { past: [before('300')] }, ['SQ-C31 failed']],
    [
      'a second time, dated back before the first',
      { past: [before('300', { on: '2018-12-31' })] },
      ['SQ-C31 failed'],
    ],
    ['once last year', { past: [before('300', { on: '2017-12-31' })] }, []],
    ['somebody else this year', { past: [before('300', { memberId: 'm2' })] }, []],
  ])('%s', (_name, aid, stops) => {
    const judged = { kind: 'labour', lines: [line('300')], notes: all, ...aid };
    expect(found({ ...SHANGQIU, on: aid.on ?? '2018-12-20' }, judged)).toEqual(stops);
  });

  it('has its steps, signatures and papers asked, and not the payment itself', () => {
    const asked = aidQuestions(pack('411400', '2018-12-20'), 'labour', ['pay']).map(({ key }) => key);
    expect(asked.filter((key) => key.startsWith('step:'))).toEqual([
      'step:apply',
      'step:income',
      'step:approve',
    ]);
    expect(asked.filter((key) => key.startsWith('signer:'))).toHaveLength(3);
    expect(asked.filter((key) => key.startsWith('paper:'))).toHaveLength(papers.length);
    expect(asked).toContain('answer:employed');
    expect(aidQuestions(pack('411400', '2018-12-20'), 'own', ['pay'])).toEqual([]);
  });
});
