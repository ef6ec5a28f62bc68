import { workingDaysAfter } from '../../../src/domain/calendar/working-days';
import { Findings } from '../../../src/domain/ledger/check-pass';
import { aidAcceptanceProblems } from '../../../src/domain/uses/aid-acceptance';
import { type AidListForm, closeProblems, paysAid, readAidList } from '../../../src/domain/uses/aid-list';
import { readNotes, standingNotes } from '../../../src/domain/uses/aid-notes';
import type { AidQuestion } from '../../../src/domain/uses/aid-questions';
import { readAidRows, type Recipient } from '../../../src/domain/uses/aid-rows';
import type { AidTerms } from '../../../src/domain/uses/aid-terms';
import { printedShare } from '../../../src/domain/money/printed-share';
import { checkAid, type KeptAid } from '../../../src/domain/uses/check-aid';

const person = (memberNumber: number, name: string, householdId = 'h1'): Recipient => ({
  ...{ memberId: `m${String(memberNumber)}`, memberNumber, name, status: undefined, householdId },
});
const PEOPLE = [person(1, '李四'), person(2, '王五', 'h2'), person(3, '赵六', 'h3'), person(4, '赵六', 'h4')];
const TERMS: AidTerms = {
  ...{
    equalFrom: 3,
    ...{ byHousehold: [], byMonth: [] },
    ...{ withoutState: [], paidByGovernment: ['travel'] },
    stepsOfAcceptance: [],
    runsAfter: {},
    confirmed: false,
  },
};
const FORM: AidListForm = {
  ...{ claimId: 'c', aidKind: 'own', aidGround: 'clean yard', aidBasis: 'rule 12', aidRows: '1 50 7' },
  ...{ aidTotal: '350', potOf: '', potPercent: '', equalReason: '' },
};
const codes = (problems: readonly { code: string }[]): string[] => problems.map(({ code }) => code);
const read = (change: Partial<AidListForm>, terms: Partial<AidTerms> = {}): string[] =>
  codes(
    readAidList(
      { ...FORM, ...change },
      { claims: ['c'], kinds: ['training', 'travel'], people: PEOPLE, terms: { ...TERMS, ...terms } },
    ).problems,
  );

describe('the rows of a list', () => {
  it('are read as they come out of a spreadsheet, one each where nothing is said', () => {
    const { lines, problems } = readAidRows('李四\t50.00\t７\r\n\r\n2 500\n', PEOPLE);
    expect(problems).toEqual([]);
    expect(lines.map(({ memberId, standard, times, amount }) => [memberId, standard, times, amount])).toEqual(
      [
        ['m1', 5_000n, 7, 35_000n],
        ['m2', 50_000n, 1, 50_000n],
      ],
    );
  });

  it.each<[rows: string, code: string]>([
    ['', 'form.missing'],
    ['李四', 'aid.rowUnreadable'],
    ['李四 50 7 8', 'aid.rowUnreadable'],
    ['9 50', 'aid.rowNobody'],
    ['赵六 50', 'aid.rowSeveral'],
    ['1 0', 'aid.rowStandard'],
    ['1 0.001', 'aid.rowStandard'],
    ['1 -50', 'aid.rowStandard'],
    ['1 50 0', 'aid.rowTimes'],
    ['1 50 1.5', 'aid.rowTimes'],
    ['1 50 1000', 'aid.rowTimes'],
    ['1 50\n李四 50', 'aid.rowTwice'],
  ])('%j is refused: %s', (rows, code) => {
    expect(codes(readAidRows(rows, PEOPLE).problems)).toEqual([code]);
  });
});

describe('a list of rewards', () => {
  it.each<[change: Partial<AidListForm>, found: string[]]>([
    [{}, []],
    [{ aidKind: 'training' }, []],
    [{ claimId: '' }, ['form.missing']],
    [{ claimId: 'x' }, ['aid.claimUnknown']],
    [{ aidKind: '' }, ['form.missing']],
    [{ aidKind: 'star' }, ['form.notAllowed']],
    [{ aidKind: 'travel' }, ['aid.paidByGovernment']],
    [{ aidGround: ' ' }, ['form.missing']],
    [{ aidBasis: '' }, ['form.missing']],
    [{ aidGround: 'for 13812345678' }, ['form.privateNumber']],
    [{ aidTotal: '' }, ['form.missing']],
    [{ aidTotal: '350.01' }, ['aid.totalDiffers']],
    [{ aidTotal: '349.99' }, ['aid.totalDiffers']],
    [{ potOf: '350' }, []],
    [{ potOf: '350.99' }, []],
    [{ potOf: '351' }, ['aid.belowPot']],
    [{ potOf: '349.99' }, ['aid.abovePot']],
    [{ potOf: '700', potPercent: '50' }, []],
    [{ potOf: '700', potPercent: '50.2' }, ['aid.belowPot']],
    [{ potOf: '700', potPercent: '49' }, ['aid.abovePot']],
    [{ potOf: '', potPercent: '50' }, ['form.missing']],
    [{ potOf: '350', potPercent: '100' }, []],
    [{ potOf: '350', potPercent: '100.1' }, ['aid.percent']],
    [{ potOf: '350', potPercent: '0' }, ['aid.percent']],
    [{ potOf: '350', potPercent: 'half' }, ['aid.percent']],
  ])('%j', (change, found) => {
    expect(read(change)).toEqual(found);
  });

  const equal = { aidRows: '1 500\n2 500\n3 500', aidTotal: '1500' };
  const uneven = { aidRows: '1 500\n2 500\n3 500.01', aidTotal: '1500.01' };
  const asks = ['aid.equalSplit'];
  it.each<[name: string, change: Partial<AidListForm>, terms: Partial<AidTerms>, found: string[]]>([
    ['three alike ask why', equal, {}, asks],
    ['a reason answers', { ...equal, equalReason: 'three pupils' }, {}, []],
    ['yes is no reason', { ...equal, equalReason: 'yes' }, {}, ['policy.reasonTooShort']],
    ['two alike are no split', { aidRows: '1 500\n2 500', aidTotal: '1000' }, {}, []],
    ['what did not come out even is one, too', uneven, {}, asks],
    ['two fen apart is none', { aidRows: '1 500\n2 500.01\n3 500.02', aidTotal: '1500.03' }, {}, []],
    ['the same sum by other counts is one', { ...equal, aidRows: '1 500\n2 250 2\n3 500' }, {}, asks],
    ['a standard of the document is none', { ...equal, aidKind: 'training' }, {}, []],
    [
      'a confirmed ban has no reason',
      { ...equal, equalReason: 'why not' },
      { confirmed: true },
      ['aid.equalForbidden'],
    ],
  ])('%s', (_name, change, terms, found) => {
    expect(read({ ...change, aidRows: (change.aidRows ?? '').replace('3 ', '4 ') }, terms)).toEqual(found);
  });

  it.each<[uses: string[], use: string, may: boolean]>([
    [['posts', 'labour', 'reward', 'industry'], 'reward', true],
    [['posts', 'labour', 'reward', 'industry'], 'labour', false],
    [['posts', 'reward', 'subsidy', 'dividend', 'other'], 'subsidy', true],
    [['posts', 'reward', 'subsidy', 'dividend', 'other'], 'other', false],
    [['living', 'posts', 'relief', 'hardship', 'cadre', 'development'], 'relief', true],
    [['living', 'posts', 'relief', 'hardship', 'cadre', 'development'], 'hardship', true],
    [['living', 'posts', 'relief', 'hardship', 'cadre', 'development'], 'living', false],
    [['agreed', 'target', 'member'], 'target', true],
    [['agreed', 'target', 'member'], 'member', false],
  ])('of the uses %j, %s: %s', (uses, use, may) => {
    expect(paysAid(use, uses)).toBe(may);
  });
});

/** Figures of published notices. Source: published cases A7, B4, B5, B8, B11. */
describe('what was published', () => {
  const people = (count: number, amount: bigint) => Array.from({ length: count }, () => ({ amount }));
  it.each<
    [name: string, count: number, each: bigint, given: { stated?: bigint; pot?: bigint }, found: string[]]
  >([
    [
      'B4: 24,000 to 43 households, 558 each, closes',
      43,
      55_800n,
      { stated: 2_399_400n, pot: 2_400_000n },
      [],
    ],
    ['B4: 557 each would not', 43, 55_700n, { pot: 2_400_000n }, ['aid.belowPot']],
    ['B4: 559 each is more than there is', 43, 55_900n, { pot: 2_400_000n }, ['aid.abovePot']],
    [
      'B5: 100,000 to 301 persons, 332 each, closes',
      301,
      33_200n,
      { stated: 9_993_200n, pot: 10_000_000n },
      [],
    ],
    [
      'B8: 18 % of 90,000 to 16 households, 1,000 each, does not',
      16,
      100_000n,
      { pot: 1_620_000n },
      ['aid.belowPot'],
    ],
    [
      'B11: 29 households at 50, 1,385 paid, does not',
      29,
      5_000n,
      { stated: 138_500n },
      ['aid.totalDiffers'],
    ],
    ['B11: 1,450 would', 29, 5_000n, { stated: 145_000n }, []],
    ['A7: 267,400 to 57 posts, 4,691 each, leaves 13.00', 57, 469_100n, { pot: 26_740_000n }, []],
    ['A7: 4,690 each would leave a yuan for each', 57, 469_000n, { pot: 26_740_000n }, ['aid.belowPot']],
  ])('%s', (_name, count, each, { stated, pot }, found) => {
    expect(codes(closeProblems(people(count, each), { stated, pot }))).toEqual(found);
  });

  it('A7: wages of 267,400 are 77.40 % of 345,500 received', () => {
    expect(printedShare(26_740_000n, 34_550_000n)).toBe(7_740n);
  });

  it('tells by how much it does not close', () => {
    const [gap] = closeProblems(people(16, 100_000n), { stated: undefined, pot: 1_620_000n });
    expect(gap?.facts).toEqual({ total: 1_600_000n, pot: 1_620_000n, left: 20_000n });
    const [paid] = closeProblems(people(29, 5_000n), { stated: 138_500n, pot: undefined });
    expect(paid?.facts).toEqual({ total: 145_000n, stated: 138_500n, difference: 6_500n });
  });
});

describe('what is noted with a list', () => {
  const step = (word: string): AidQuestion => ({
    ...{ key: `step:${word}`, topic: 'step', word, phrase: word, kind: 'day', words: [] },
  });
  const questions: AidQuestion[] = [
    step('apply'),
    step('visit'),
    { key: 'answer:agreement', topic: 'answer', word: 'agreement', phrase: '', kind: 'flag', words: [] },
    { key: 'answer:jobs', topic: 'answer', word: 'jobs', phrase: '', kind: 'number', words: [] },
  ];
  const noted = (typed: Record<string, string>, standing: Record<string, string> = {}) =>
    readNotes(typed, { questions, standing: new Map(Object.entries(standing)), today: '2025-07-20' });

  it.each<[typed: Record<string, string>, standing: Record<string, string>, found: string[]]>([
    [{ 'step:apply': '2025-07-20' }, {}, []],
    [{ 'step:apply': '2025-07-21' }, {}, ['aid.stepAhead']],
    [{ 'step:apply': '7-20' }, {}, ['calendar.notADay']],
    [{ 'step:apply': '2025-07-10', 'step:visit': '2025-07-10' }, {}, []],
    [{ 'step:apply': '2025-07-10', 'step:visit': '2025-07-09' }, {}, ['aid.stepOutOfOrder']],
    [{ 'step:visit': '2025-07-09' }, { 'step:apply': '2025-07-10' }, ['aid.stepOutOfOrder']],
    [{ 'answer:agreement': 'perhaps' }, {}, ['form.notAllowed']],
    [{ 'answer:jobs': 'many' }, {}, ['form.notAQuantity']],
    [{ 'answer:jobs': '0' }, {}, []],
    [{ 'answer:agreement': 'yes' }, { 'answer:agreement': 'yes' }, ['aid.nothingNoted']],
    [{ 'step:unasked': '2025-07-01' }, {}, ['aid.nothingNoted']],
  ])('%j beside %j', (typed, standing, found) => {
    expect(codes(noted(typed, standing).problems)).toEqual(found);
  });

  it('is kept only where it is new, and the last note counts', () => {
    const { notes } = noted({ 'step:apply': '2025-07-10', 'answer:jobs': '3' }, { 'answer:jobs': '3' });
    expect(notes).toEqual([{ topic: 'step', word: 'apply', value: '2025-07-10' }]);
    const later = [...notes, { topic: 'step' as const, word: 'apply', value: '2025-07-11' }];
    expect([...standingNotes(later)]).toEqual([['step:apply', '2025-07-11']]);
  });
});

it.each<[on: string, by: string, lastOn: string | undefined, found: string[]]>([
  ['2025-07-20', 'b', '2025-07-20', []],
  ['2025-07-20', 'b', undefined, []],
  ['2025-07-19', 'b', '2025-07-20', ['aid.acceptedEarly']],
  ['2025-07-18', 'b', undefined, []],
  ['2025-07-17', 'b', undefined, ['uses.acceptedBeforeEntry']],
  ['2025-07-21', 'b', undefined, ['aid.acceptedAhead']],
  ['', 'b', undefined, ['form.missing']],
  ['2025-07-20', 'a', undefined, ['aid.ownList']],
])('a list accepted on %j by %s after %s', (acceptedOn, by, lastOn, found) => {
  const list = { enteredBy: 'a', enteredOn: '2025-07-18', lastOn };
  const problems = aidAcceptanceProblems(list, { acceptedOn, by, today: '2025-07-20' });
  expect(codes(problems)).toEqual(found);
});

it.each<[from: string, to: string, days: number | undefined]>([
  ['2025-09-26', '2025-09-26', 0],
  ['2025-09-26', '2025-09-27', 0],
  ['2025-09-26', '2025-09-28', 1],
  ['2025-09-30', '2025-10-08', 0],
  ['2025-09-30', '2025-10-11', 3],
  ['2025-12-31', '2026-01-02', undefined],
])('working days after %s up to %s: %s', (from, to, days) => {
  const year = {
    year: 2025,
    off: [['2025-10-01', '2025-10-08']] as const,
    worked: ['2025-09-28', '2025-10-11'],
  };
  expect(workingDaysAfter(from, to, [year])).toBe(days);
});

describe('the pass of rewards', () => {
  const line = {
    memberId: 'm1',
    householdId: 'h',
    standard: 5_000n,
    times: 7,
    amount: 35_000n,
    status: undefined,
  };
  const list = {
    ...{ id: 'l', listNumber: 1, claimId: 'c', amount: 35_000n, enteredBy: 'a', withdrawn: undefined },
    lines: [line],
  };
  const accepted = { listId: 'l', grantId: 'g', entryId: 'e', acceptedBy: 'b' };
  const grant = { id: 'g', claimId: 'c', entryId: 'e', amount: 35_000n };
  const kept: KeptAid = { lists: [list], acceptances: [accepted], grants: [grant], reversed: new Set() };
  it.each<[name: string, change: Partial<KeptAid>, found: string[]]>([
    ['as it was', {}, []],
    ['a count changed', { lists: [{ ...list, lines: [{ ...line, times: 6 }] }] }, ['check.aidDiffers']],
    [
      'a sum changed',
      { lists: [{ ...list, amount: 34_999n }] },
      ['check.aidDiffers', 'check.aidGrantDiffers'],
    ],
    ['its own acceptance', { acceptances: [{ ...accepted, acceptedBy: 'a' }] }, ['check.aidGrantDiffers']],
    ['another claim', { grants: [{ ...grant, claimId: 'x' }] }, ['check.aidGrantDiffers']],
    ['another voucher', { acceptances: [{ ...accepted, entryId: 'x' }] }, ['check.aidGrantDiffers']],
    ['withdrawn and owed', { lists: [{ ...list, withdrawn: 'why' }] }, ['check.aidGrantDiffers']],
    ['a grant of no list', { acceptances: [] }, ['check.grantWithoutAid']],
    ['taken back', { acceptances: [], reversed: new Set(['e']) }, []],
    [
      'owed twice',
      { acceptances: [accepted, { ...accepted, grantId: 'g2' }], grants: [grant, { ...grant, id: 'g2' }] },
      ['check.aidGrantDiffers'],
    ],
  ])('%s', (_name, change, found) => {
    const findings = new Findings('aid');
    checkAid({ ...kept, ...change }, findings);
    expect(findings.breaks.map(({ code }) => code)).toEqual(found);
  });
});
