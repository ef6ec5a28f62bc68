import type { JudgedAid } from '../../../src/domain/uses/aid-judging';
import { before, found, line, notes, one, paidBy, SHANGQIU } from './aid-judging.fixture';

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

describe('what other documents give people', () => {
  const FUYANG = { region: '341200', on: '2025-07-20' };
  const DONGCHUAN = { region: '530113', on: '2024-07-20' };
  const GUANGXI = { region: '450000', on: '2022-12-20' };
  const answered = (given: Readonly<Record<string, string>>) =>
    notes(Object.fromEntries(Object.entries(given).map(([fact, value]) => [`answer:${fact}`, value])));
  const graduate = { graduated_this_year: 'yes', insured: 'yes', contract_months: '6' };
  const started = { operating_months: '12', returned_on: '2021-01-02' };
  const helped = { people: [one('脱贫人口')] };
  type Case = [name: string, kind: string, amount: string, aid: Partial<JudgedAid>, stops: string[]];

  it.each<Case>([
    ['a first firm', 'startup', '5000', { notes: answered({ first_firm: 'yes' }) }, []],
    ['a fen less', 'startup', '4999.99', { notes: answered({ first_firm: 'yes' }) }, ['FY-13 failed']],
    [
      'a second time',
      'startup',
      '5000',
      { notes: answered({ first_firm: 'yes' }), past: [before('5000', { kind: 'startup' })] },
      ['FY-13 failed'],
    ],
    ['a graduate with six months', 'graduate', '3000', { notes: answered(graduate) }, []],
    [
      'with five',
      'graduate',
      '3000',
      { notes: answered({ ...graduate, contract_months: '5' }) },
      ['FY-15 failed'],
    ],
    ['a fen more', 'graduate', '3000.01', { notes: answered(graduate) }, ['FY-15 failed']],
    ['travel, while the county says no sum', 'travel', '300', {}, ['FY-09 undecided']],
  ])('阜阳: %s', (_name, kind, amount, aid, stops) => {
    expect(found(FUYANG, { kind, lines: [line(amount)], ...aid })).toEqual(stops);
  });

  it('阜阳: travel of the sum the county says, once', () => {
    const where = { ...FUYANG, local: { 'travel.once': '300' } };
    const travel = (amount: string, aid: Partial<JudgedAid> = {}) =>
      found(where, { kind: 'travel', lines: [line(amount)], ...aid });
    expect(travel('300')).toEqual([]);
    expect(travel('300.01')).toEqual(['FY-09 failed']);
    expect(travel('300', { past: [before('300', { kind: 'travel' })] })).toEqual(['FY-09 failed']);
  });

  it.each<[jobs: string, amount: string, change: Readonly<Record<string, string>>, stops: string[]]>([
    ['3', '5000', {}, []],
    ['4', '5000', {}, []],
    ['5', '10000', {}, []],
    ['5', '5000', {}, ['DC-18 failed']],
    ['2', '5000', {}, ['DC-18 failed']],
    ['3', '5000', { operating_months: '11' }, ['DC-18y failed']],
    ['3', '5000', { returned_on: '2021-01-01' }, ['DC-18r failed']],
  ])('东川: %s jobs and %s with %j', (jobs, amount, change, stops) => {
    const given = answered({ ...started, jobs, ...change });
    expect(found(DONGCHUAN, { kind: 'startup', lines: [line(amount)], notes: given })).toEqual(stops);
  });

  it.each<Case>([
    ['800 a year', 'travel', '800', { ...helped, notes: answered({ key_county: 'no' }) }, []],
    [
      'a fen more',
      'travel',
      '800.01',
      { ...helped, notes: answered({ key_county: 'no' }) },
      ['GX-2-1 failed'],
    ],
    ['1,000 in a key county', 'travel', '1000', { ...helped, notes: answered({ key_county: 'yes' }) }, []],
    [
      'a fen more',
      'travel',
      '1000.01',
      { ...helped, notes: answered({ key_county: 'yes' }) },
      ['GX-2-1 failed'],
    ],
    ['to others', 'travel', '800', { notes: answered({ key_county: 'no' }) }, ['GX-2-1e failed']],
    [
      'labour out of a fund of the state',
      'labour',
      '500',
      { ...helped, fund: 'linking_fund', notes: answered({ in_county: 'yes' }) },
      [],
    ],
    [
      'labour out of the village is never right',
      'labour',
      '500',
      { ...helped, notes: answered({ in_county: 'yes' }) },
      ['GX-2-4 failed'],
    ],
  ])('广西: %s', (_name, kind, amount, aid, stops) => {
    expect(found(GUANGXI, { kind, lines: [line(amount)], ...aid })).toEqual(stops);
  });
});
