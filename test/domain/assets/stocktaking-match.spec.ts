import {
  decisionProblems,
  type CountedRegister,
  readStocktaking,
  type StocktakingLine,
} from '../../../src/domain/assets/stocktaking';
import { lineMatchText, matchProblems } from '../../../src/domain/assets/stocktaking-match';
import {
  findsOf,
  type FollowedRound,
  type LineProgress,
  progressOf,
  type RegisterSince,
} from '../../../src/domain/assets/stocktaking-progress';

const UNVALUED = { remark: 'seen', cost: null, book: null };
const STORE: StocktakingLine = { line: 1, assetId: 'a1', name: 'store', finding: 'missing', ...UNVALUED };
const HALL: StocktakingLine = { line: 2, assetId: 'a2', name: 'hall', finding: 'damaged', ...UNVALUED };
const PUMP: StocktakingLine = { line: 3, assetId: null, name: 'old pump', finding: 'unlisted', ...UNVALUED };
const SHED: StocktakingLine = { ...PUMP, line: 4, name: 'shed' };
const LINES = [STORE, HALL, PUMP, SHED];
const ASSETS = [
  { id: 'a1', name: 'store', hasLeft: false },
  { id: 'a2', name: 'hall', hasLeft: false },
  { id: 'c1', name: 'water pump 3', hasLeft: false },
];
const SINCE: RegisterSince = { assets: ASSETS, mended: new Set() };
const NONE: FollowedRound = { id: 'b', lines: LINES, decisions: [], matches: [], before: new Map() };
const told = (round: Partial<FollowedRound>, since: Partial<RegisterSince> = {}) =>
  progressOf({ ...NONE, ...round }, { ...SINCE, ...since }).map(({ line, state, by = '', assetId = '' }) =>
    [String(line), state, by, assetId].join(' ').trim(),
  );

describe('a find', () => {
  const register: CountedRegister = {
    ...{ today: '2025-07-20', days: [] },
    assets: [{ id: 'a1', name: 'Cold store', acquiredOn: '2020-01-01' }],
  };
  it.each<[rule: string, unlisted: Record<string, string>, codes: string[]]>([
    ['has a name of its own', { a: 'pump', b: 'shed' }, []],
    ['is not what the register lists', { a: ' Cold  store' }, ['stocktaking.listedName unlisted.a']],
    ['is typed once', { a: 'pump', b: 'pump 2', c: 'pu mp' }, ['stocktaking.sameTwice unlisted.c']],
    ['is nothing where nothing is typed', { a: '', b: '' }, []],
  ])('%s', (_, unlisted, codes) => {
    const form = {
      ...{
        countedOn: '2025-07-01',
        countedBy: 'Li',
        watchedBy: 'Wu',
        findings: { a1: 'found' },
        remarks: {},
      },
      ...{ unlisted, unlistedRemarks: { a: 'yard', b: 'yard', c: 'yard' } },
    };
    const { problems } = readStocktaking(form, register);
    const own = problems.filter(({ code }) => code.startsWith('stocktaking.'));
    expect(own.map(({ code, field }) => `${code} ${field}`)).toEqual(codes);
  });

  const FORM = { line: '3', matchedAsset: 'a1', reason: 'plate 17' };
  const progress: LineProgress[] = LINES.map(({ line }) => ({ line, state: 'undecided' }));
  const DONE: LineProgress = { line: 3, state: 'done', by: 'explained' };
  it.each<{
    rule: string;
    form?: Partial<typeof FORM>;
    line?: StocktakingLine;
    progress?: LineProgress[];
    codes: string[];
  }>([
    { rule: 'may be what was missing', codes: [] },
    { rule: 'may be what was registered since', form: { matchedAsset: 'c1' }, codes: [] },
    {
      rule: 'is nothing that was seen at its own place',
      form: { matchedAsset: 'a2' },
      codes: ['stocktaking.seenItself matchedAsset'],
    },
    { rule: 'is not of the register', line: STORE, codes: ['stocktaking.notAFind line'] },
    { rule: 'is at its end once', progress: [DONE], codes: ['stocktaking.findDone line'] },
    {
      rule: 'is not what another find is',
      progress: [...progress, { line: 4, state: 'done', by: 'registered', assetId: 'c1' }].filter(
        ({ line, state }) => line !== 4 || state === 'done',
      ) as LineProgress[],
      form: { matchedAsset: 'c1' },
      codes: ['stocktaking.matchedTwice matchedAsset'],
    },
    {
      rule: 'names an asset and how it is known',
      form: { matchedAsset: '', reason: ' ' },
      codes: ['form.missing matchedAsset', 'form.missing reason'],
    },
    { rule: 'names one that is there', form: { matchedAsset: 'z' }, codes: ['form.notAllowed matchedAsset'] },
    { rule: 'names nobody', form: { reason: '13812345678' }, codes: ['form.privateNumber reason'] },
  ])('$rule', ({ form, line = PUMP, progress: own = progress, codes }) => {
    const facts = { line, progress: own, lines: LINES, assets: ASSETS };
    const problems = matchProblems({ ...FORM, ...form }, facts);
    expect(problems.map(({ code, field }) => `${code} ${field}`)).toEqual(codes);
  });

  it('ends itself and what was missing, without a decision, once it is said which asset it is', () => {
    const matches = [{ line: 3, assetId: 'a1' }];
    expect(told({ matches })).toEqual([
      '1 done matched a1',
      '2 undecided',
      '3 done matched a1',
      '4 undecided',
    ]);
    expect(told({ matches: [{ line: 3, assetId: 'a2' }] }).slice(0, 2)).toEqual([
      '1 undecided',
      '2 undecided',
    ]);
    const about = { line: PUMP, decided: false, isMatched: true };
    const [problem] = decisionProblems({ decision: 'explained', reason: 'ours' }, about);
    expect(problem?.code).toBe('stocktaking.findDone');
  });

  it('that is matched takes no asset that another is to be registered as', () => {
    const shed = { id: 'c2', name: 'shed', hasLeft: false };
    const decisions = [{ line: 4, decision: 'toRegister' as const }];
    const since = { assets: [...ASSETS, shed] };
    expect(told({ decisions }, since).at(-1)).toBe('4 done registered c2');
    expect(told({ decisions, matches: [{ line: 3, assetId: 'c2' }] }, since).at(-1)).toBe('4 open');
  });

  it('is seen to where it was found first, and nowhere else', () => {
    const before = new Map([['oldpump', { id: 'a', countedOn: '2024-12-31' }]]);
    expect(told({ before })[2]).toBe('3 done foundBefore');
    // What was decided before the other stood keeps its decision.
    expect(told({ before, decisions: [{ line: 3, decision: 'toRegister' }] })[2]).toBe('3 open');
    const about = { line: PUMP, decided: false, before: { countedOn: '2024-12-31' } };
    const [problem] = decisionProblems({ decision: 'explained', reason: 'ours' }, about);
    expect(problem).toEqual({
      code: 'stocktaking.foundBefore',
      field: 'line',
      facts: { day: '2024-12-31' },
    });
  });

  it('is remembered for later stocktakings until what it was has left', () => {
    const round = { id: 'b', countedOn: '2025-06-30', lines: LINES };
    const names = (progressed: LineProgress[], assets: RegisterSince['assets'] = ASSETS) =>
      findsOf(round, progressed, { assets }).map(([name]) => name);
    expect(names(progress)).toEqual(['oldpump', 'shed']);
    const matched: LineProgress = { line: 3, state: 'done', by: 'matched', assetId: 'a1' };
    expect(names([matched])).toEqual(['oldpump', 'shed']);
    expect(names([matched], [{ id: 'a1', name: 'store', hasLeft: true }])).toEqual(['shed']);
    const again: LineProgress = { line: 3, state: 'done', by: 'foundBefore' };
    expect(names([again])).toEqual(['shed']);
  });

  it('is hashed with all that was said of it', () => {
    const match = { stocktakingId: 'b', line: 3, assetId: 'a1', reason: 'plate 17' };
    expect(lineMatchText({ ...match, matchedBy: 'u', matchedAt: 't' })).toBe(
      '["stocktakingMatch/1","b",3,"a1","plate 17","u","t"]',
    );
  });
});
