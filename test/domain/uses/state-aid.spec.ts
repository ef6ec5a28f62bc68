import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { Findings } from '../../../src/domain/ledger/check-pass';
import { narrowestOf, type OfRegions } from '../../../src/domain/shared/narrowest-region';
import type { JudgedAid } from '../../../src/domain/uses/aid-judging';
import { kindsOf, stateAidQuestions } from '../../../src/domain/uses/aid-questions';
import type { Recipient } from '../../../src/domain/uses/aid-rows';
import type { AidTerms } from '../../../src/domain/uses/aid-terms';
import { checkStateAid } from '../../../src/domain/uses/check-aid';
import {
  readStateAid,
  type StateAidFacts,
  type StateAidForm,
  stateAidProblems,
  stateFundsOf,
} from '../../../src/domain/uses/state-aid';
import { before, found, line, notes, one, pack } from './aid-judging.fixture';

const GUANGXI_PACK = pack('450000', '2022-12-20');
const readTerms: (text: string) => { readonly aid: readonly (AidTerms & OfRegions)[] } = parse;
const TERMS = narrowestOf('450000', readTerms(readFileSync('seeds/people/aid.yaml', 'utf8')).aid);
const GUANGXI = { region: '450000', on: '2022-12-20', terms: TERMS ?? {} };

const person = (memberNumber: number): Recipient => ({
  ...{ memberId: `m${String(memberNumber)}`, memberNumber, name: '', status: '脱贫人口' },
  householdId: `h${String(memberNumber)}`,
});
const FORM: StateAidForm = {
  ...{ stateLevel: 'county', stateFund: 'linking_fund', statePaper: 'List 12', aidKind: 'labour' },
  ...{ aidGround: 'work in the county', statePaidOn: '2022-12-20', aidRows: '1 300 6\n2 200 1' },
  ...{ aidTotal: '2000', aidNotes: { 'answer:in_county': 'yes' }, stateReason: '', twiceReason: '' },
};
const FACTS: StateAidFacts = {
  kinds: kindsOf(GUANGXI_PACK).map(({ id }) => id),
  funds: stateFundsOf(GUANGXI_PACK).map(({ id }) => id),
  questions: stateAidQuestions(GUANGXI_PACK, 'labour', []),
  ...{ people: [person(1), person(2)], standing: [], today: '2022-12-31' },
};
const read = (change: Partial<StateAidForm>, facts: Partial<StateAidFacts> = {}) =>
  readStateAid({ ...FORM, ...change }, { ...FACTS, ...facts });

describe('government money as typed off its list', () => {
  it('is who got what, by level, fund and document, with what the document asks', () => {
    const { aid, problems } = read({});
    expect(problems).toEqual([]);
    expect(aid).toMatchObject({ level: 'county', fund: 'linking_fund', kind: 'labour', amount: 200_000n });
    expect(aid.lines.map(({ memberId, amount, times }) => [memberId, amount, times])).toEqual([
      ['m1', 180_000n, 6],
      ['m2', 20_000n, 1],
    ]);
    expect(aid.notes).toEqual([{ topic: 'answer', word: 'in_county', value: 'yes' }]);
    expect(FACTS.funds).toEqual(['linking_fund', 'canton_fund']);
    expect(FACTS.questions.map(({ key }) => key)).toEqual(['answer:in_county']);
  });

  it.each<[name: string, change: Partial<StateAidForm>, said: string[]]>([
    ['a level that is no government', { stateLevel: 'donation' }, ['stateLevel form.notAllowed']],
    ['no level', { stateLevel: '' }, ['stateLevel form.missing']],
    ['a fund nobody names', { stateFund: 'village' }, ['stateFund form.notAllowed']],
    ['a kind nobody names', { aidKind: 'star' }, ['aidKind form.notAllowed']],
    ['what no document names', { stateFund: 'unnamed', aidKind: 'unnamed' }, []],
    ['no document', { statePaper: ' ' }, ['statePaper form.missing']],
    ['a day to come', { statePaidOn: '2023-01-01' }, ['statePaidOn aid.acceptedAhead']],
    ['no day', { statePaidOn: '2022-02-30' }, ['statePaidOn calendar.notADay']],
    ['a fen above its rows', { aidTotal: '2000.01' }, ['aidTotal aid.totalDiffers']],
    ['nobody of the village', { aidRows: '9 300 6' }, ['aidRows aid.rowNobody']],
    [
      'an answer that is none',
      { aidNotes: { 'answer:in_county': 'maybe' } },
      ['aidNotes[answer:in_county] form.notAllowed'],
    ],
    [
      'a private number in the reason',
      { stateReason: '341202193602290014' },
      ['stateReason form.privateNumber'],
    ],
  ])('%s', (_name, change, said) => {
    expect(read(change).problems.map(({ field, code }) => `${field} ${code}`)).toEqual(said);
  });

  it.each<[name: string, paper: string, amount: bigint, reason: string, code: string[]]>([
    ['the same list again asks', 'List　12', 200_000n, '', ['twice.samePaper']],
    ['and is told why', 'List 12', 200_000n, 'second half', []],
    ['another sum does not', 'List 12', 199_999n, '', []],
    ['nor another paper', 'List 13', 200_000n, '', []],
    ['and no reason stands for nothing', 'List 13', 200_000n, 'second half', ['twice.notSeen']],
  ])('%s', (_name, paper, amount, twiceReason, code) => {
    const standing = [{ day: '2022-12-20', amount, paper }];
    expect(read({ twiceReason }, { standing }).problems.map((problem) => problem.code)).toEqual(code);
  });
});

describe('GX-2-4: a labour subsidy of a fund of the state', () => {
  const months = (standard: string, times: number) => {
    const each = line(standard);
    return [{ ...each, times, amount: each.amount * BigInt(times) }];
  };
  const paid = { times: 1, kind: 'labour', on: '2022-05-02' };
  type Case = [name: string, lines: JudgedAid['lines'], aid: Partial<JudgedAid>, stops: string[]];
  it.each<Case>([
    ['200.00 a month', months('200', 1), {}, []],
    ['199.99 a month', months('199.99', 1), {}, ['GX-2-4 failed']],
    ['500.00 for six months', months('500', 6), {}, []],
    ['500.01 a month', months('500.01', 1), {}, ['GX-2-4 failed']],
    ['a seventh month', months('200', 7), {}, ['GX-2-4 failed']],
    ['a sixth month after five', months('200', 1), { past: [before('1000', { ...paid, times: 5 })] }, []],
    [
      'a seventh after six',
      months('200', 1),
      { past: [before('1200', { ...paid, times: 6 })] },
      ['GX-2-4 failed'],
    ],
    [
      'six months of somebody else are his',
      months('200', 1),
      { past: [before('1200', { ...paid, times: 6, memberId: 'm2' })] },
      [],
    ],
    ['out of the canton fund', months('300', 1), { fund: 'canton_fund' }, []],
    ['out of a fund it does not name', months('300', 1), { fund: 'unnamed' }, ['GX-2-4 failed']],
    [
      'in another county',
      months('300', 1),
      { notes: notes({ 'answer:in_county': 'no' }) },
      ['GX-2-4 failed'],
    ],
    ['where nobody said in which', months('300', 1), { notes: notes({}) }, ['GX-2-4 undecided']],
    ['to others', months('300', 1), { people: [one(undefined)] }, ['GX-2-4e failed']],
  ])('%s', (_name, lines, aid, stops) => {
    const judged = { fund: 'linking_fund', people: [one('监测对象')], ...aid };
    const given = { notes: notes({ 'answer:in_county': 'yes' }), ...judged };
    expect(found(GUANGXI, { kind: 'labour', lines, ...given })).toEqual(stops);
  });
});

describe('what the document says against money that was paid', () => {
  const judgement = (outcome: 'passed' | 'failed' | 'undecided') => ({
    ...{ ruleId: 'GX-2-4', outcome, force: 'block' as const, clause: 'labour', says: 'at most six months' },
    ...{ missing: [], facts: {} },
  });
  it.each<[outcome: 'passed' | 'failed' | 'undecided', reason: string, codes: string[]]>([
    ['passed', '', []],
    ['failed', '', ['stateAid.against']],
    ['undecided', '', ['stateAid.undecided']],
    ['failed', 'so it stands on the list', []],
    ['undecided', 'not on the list', []],
    ['failed', 'yes', ['policy.reasonTooShort']],
  ])('%s with the reason %j', (outcome, reason, codes) => {
    expect(stateAidProblems([judgement(outcome)], reason).map(({ code }) => code)).toEqual(codes);
  });
});

it('is held against its rows: standard times count, and their sum', () => {
  const codesOf = (list: { lines: JudgedAid['lines']; amount: bigint }): string[] => {
    const findings = new Findings('aid');
    checkStateAid([{ ...list, listNumber: 1 }], findings);
    return findings.breaks.map(({ code }) => code);
  };
  const lines = [line('300')];
  expect(codesOf({ lines, amount: 30_000n })).toEqual([]);
  expect(codesOf({ lines, amount: 30_001n })).toEqual(['check.stateAidDiffers']);
  expect(codesOf({ lines: [line('300', { times: 2 })], amount: 30_000n })).toEqual(['check.stateAidDiffers']);
});
