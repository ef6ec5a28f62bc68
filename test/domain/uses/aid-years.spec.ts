import type { GivenAid } from '../../../src/domain/uses/aid-judging';
import { judgeAid } from '../../../src/domain/uses/aid-judging';
import { kindsNamed } from '../../../src/domain/uses/aid-questions';
import { before, found, line, notes, one, pack } from './aid-judging.fixture';

const DAY = '2022-12-20';
const TERMS = {
  paidByGovernment: [],
  equalFrom: 3,
  byHousehold: [],
  byMonth: [],
  withoutState: [],
  runsAfter: {},
};

/** 800.00 a year, 1,000.00 in a key county, however many times: the line of Guangxi without "once". */
describe('a sum of a year over several payments', () => {
  const document = pack('450000', DAY);
  const often = (conditions: (typeof document.rules)[number]['need']) =>
    conditions.filter((each) => !JSON.stringify(each).includes('times_year'));
  const several = {
    ...document,
    rules: document.rules.map((rule) => ({
      ...rule,
      need: often(rule.need),
      except: rule.except.map((each) => ({ ...each, need: often(each.need) })),
    })),
  };
  const judged = (sum: string, past: readonly GivenAid[], isKey: string): string[] =>
    judgeAid(
      {
        ...{ kind: 'travel', lines: [line(sum)], on: DAY, fund: 'village', past },
        ...{ notes: notes({ 'answer:key_county': isKey }), people: [one('脱贫人口')] },
      },
      { pack: several, local: {}, terms: { ...TERMS, stepsOfAcceptance: [], confirmed: false }, years: [] },
    )
      .filter(({ outcome }) => outcome !== 'passed')
      .map(({ ruleId }) => ruleId);
  const paid = (sum: string, on: string, of: Partial<GivenAid> = {}) =>
    before(sum, { kind: 'travel', on, ...of });

  it.each<[what: string, sum: string, past: GivenAid[], isKey: string, stops: string[]]>([
    ['500.00 and 300.00', '300.00', [paid('500', '2022-01-01')], 'no', []],
    ['a fen more', '300.01', [paid('500', '2022-01-01')], 'no', ['GX-2-1']],
    ['what is dated later counts, too', '300.01', [paid('500', '2022-12-31')], 'no', ['GX-2-1']],
    ['three times to the fen', '0.01', [paid('500', '2022-03-01'), paid('299.99', '2022-07-18')], 'no', []],
    ['and a fen above', '0.02', [paid('500', '2022-03-01'), paid('299.99', '2022-07-18')], 'no', ['GX-2-1']],
    ['the year before', '800.00', [paid('800', '2021-12-31')], 'no', []],
    ['the year after', '800.00', [paid('800', '2023-01-01')], 'no', []],
    ['another kind', '800.00', [paid('800', '2022-03-01', { kind: 'labour' })], 'no', []],
    ['another of the household', '800.00', [paid('800', '2022-03-01', { memberId: 'm2' })], 'no', []],
    ['500.00 and 500.00 in a key county', '500.00', [paid('500', '2022-03-01')], 'yes', []],
    ['a fen more there', '500.01', [paid('500', '2022-03-01')], 'yes', ['GX-2-1']],
  ])('%s', (_what, sum, past, isKey, stops) => {
    expect(judged(sum, past, isKey)).toEqual(stops);
  });
});

describe('who is helped', () => {
  const where = { region: '450000', on: DAY };
  const given = { kind: 'travel', notes: notes({ 'answer:key_county': 'no' }) };
  const typed = [line('800', { status: '脱贫人口' })];
  it('is who is so on the day, not who was so when the list was typed', () => {
    expect(found(where, { ...given, lines: typed, people: [one('脱贫人口')] })).toEqual([]);
    expect(found(where, { ...given, lines: typed, people: [one(undefined)] })).toEqual(['GX-2-1e failed']);
    expect(found(where, { ...given, lines: typed, people: [one('其他农户')] })).toEqual(['GX-2-1e failed']);
  });

  it('of somebody who is not on the list that day is who was so on the list of money', () => {
    expect(found(where, { ...given, lines: typed, people: [] })).toEqual([]);
  });
});

it('kinds are those of every document of the place, in the words of the first that names them', () => {
  const [fuyang, guangxi] = [pack('341200', '2025-07-20'), pack('450000', DAY)];
  const named = kindsNamed([guangxi, fuyang]);
  expect(named.map(({ id }) => id).slice(0, 3)).toEqual(['labour', 'travel', 'warehouse']);
  expect(named.filter(({ id }) => id === 'travel').map(({ name }) => name)).toEqual(['往返交通补助']);
  expect(named.map(({ id }) => id)).toContain('startup');
});
