import { parse } from 'yaml';
import { readFileSync } from 'node:fs';
import type { WorkingYear } from '../../../src/domain/calendar/working-days';
import { readYuan } from '../../../src/domain/money/fen';
import { type GivenAid, type JudgedAid, judgeAid } from '../../../src/domain/uses/aid-judging';
import { aidQuestions } from '../../../src/domain/uses/aid-questions';
import type { AidLine, Recipient } from '../../../src/domain/uses/aid-rows';
import type { AidTerms } from '../../../src/domain/uses/aid-terms';
import { packInForce } from '../policy/seeded';

const HOUSEHOLD_KINDS = ['household_project', 'star', 'inspire', 'industry'];
const TERMS: AidTerms = {
  ...{ equalFrom: 3, byHousehold: HOUSEHOLD_KINDS, stepsOfAcceptance: ['pay'], confirmed: false },
  runsAfter: { labour_payment: 'approve' },
};
const readYears: (text: string) => { readonly years: readonly WorkingYear[] } = parse;
const { years } = readYears(readFileSync('seeds/people/working-days.yaml', 'utf8'));

const pack = (region: string, on: string) => {
  const found = packInForce([region], on);
  if (found === undefined) throw new Error(`no document in ${region} on ${on}`);
  return found.pack;
};
const fen = (yuan: string): bigint => readYuan(yuan) ?? 0n;
const line = (amount: string, change: Partial<AidLine> = {}): AidLine => ({
  ...{ memberId: 'm1', householdId: 'h1', standard: fen(amount), times: 1, amount: fen(amount) },
  ...{ status: undefined, ...change },
});
const one = (status: string | undefined, perHead?: bigint): Recipient => ({
  ...{ memberId: 'm1', memberNumber: 1, name: '', householdId: 'h1', status, perHead },
});
const before = (amount: string, change: Partial<GivenAid> = {}): GivenAid => ({
  ...{ memberId: 'm1', householdId: 'h1', kind: 'labour', on: '2018-05-02', times: 1, roundId: 'r1' },
  ...{ amount: fen(amount), ...change },
});

/** What stops or asks, as `rule outcome`; nothing of what is kept. */
function found(
  where: { readonly region: string; readonly on: string; readonly local?: Readonly<Record<string, string>> },
  aid: Partial<JudgedAid> & Pick<JudgedAid, 'kind' | 'lines'>,
): string[] {
  const { region, on, local = {} } = where;
  const judged = judgeAid(
    { on, fund: 'village', notes: new Map(), past: [], people: [one(undefined)], ...aid },
    { pack: pack(region, on), local, terms: TERMS, years },
  );
  return judged
    .filter(({ outcome }) => outcome !== 'passed')
    .map(({ ruleId, outcome }) => `${ruleId} ${outcome}`);
}

const notes = (given: Readonly<Record<string, string>>) => new Map(Object.entries(given));
const SHANGQIU = { region: '411400', on: '2018-12-20' };
const paidBy = { pool: 'pv' as const, bucket: 'reward', left: 1_000_000n };

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

describe('other kinds', () => {
  const industry = {
    kind: 'industry',
    paidBy,
    notes: notes({ 'answer:channel': 'card', 'answer:to_recipient': 'yes' }),
  };
  const local = { 'industry.total': '15000' };
  const paid = [before('12000', { kind: 'industry', on: '2017-03-01' })];
  it.each<
    [name: string, where: Parameters<typeof found>[0], aid: Parameters<typeof found>[1], stops: string[]]
  >([
    [
      'the total of a household reached',
      { ...SHANGQIU, local },
      { ...industry, lines: [line('3000')], past: paid },
      [],
    ],
    [
      'and passed',
      { ...SHANGQIU, local },
      { ...industry, lines: [line('3000.01')], past: paid },
      ['SQ-C32 failed'],
    ],
    ['with no total set', SHANGQIU, { ...industry, lines: [line('1')] }, ['SQ-C32 undecided']],
    [
      'in cash',
      { ...SHANGQIU, local },
      {
        ...industry,
        lines: [line('1')],
        notes: notes({ 'answer:channel': 'cash', 'answer:to_recipient': 'yes' }),
      },
      ['SQ-C32c failed'],
    ],
    [
      'an inspired household without other support',
      { ...SHANGQIU, local: { 'inspire.income': '3500' } },
      { kind: 'inspire', lines: [line('500')], people: [one('建档立卡贫困户', 350_000n)] },
      [],
    ],
    [
      'with other support this year, and a fen of income short',
      { ...SHANGQIU, local: { 'inspire.income': '3500' } },
      {
        kind: 'inspire',
        lines: [line('500')],
        people: [one('建档立卡贫困户', 349_999n)],
        past: [before('600')],
      },
      ['SQ-C2e failed', 'SQ-C2i failed'],
    ],
    [
      'inspired in a second round of the year',
      { ...SHANGQIU, local: { 'inspire.income': '3500' } },
      {
        ...{ kind: 'inspire', lines: [line('500')], people: [one('建档立卡贫困户', 350_000n)] },
        past: [before('500', { kind: 'inspire', memberId: 'm9', householdId: 'h9' })],
      },
      ['SQ-C2 failed'],
    ],
    [
      'seven days of training at 50 under 阜阳',
      { region: '341200', on: '2025-07-20' },
      { kind: 'training', lines: [line('350', { standard: 5_000n, times: 7 })] },
      [],
    ],
    [
      'at 49.99',
      { region: '341200', on: '2025-07-20' },
      { kind: 'training', lines: [line('349.93', { standard: 4_999n, times: 7 })] },
      ['FY-14 failed'],
    ],
    ['by the village itself', SHANGQIU, { kind: 'own', lines: [line('9000')], paidBy }, []],
  ])('%s', (_name, where, aid, stops) => {
    expect(found(where, aid)).toEqual(stops);
  });
});
