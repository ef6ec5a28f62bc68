import {
  assetsToCount,
  type CountedRegister,
  decisionProblems,
  type Finding,
  isDifference,
  possibleDecisions,
  readStocktaking,
  type StocktakingForm,
  type StocktakingLine,
} from '../../../src/domain/assets/stocktaking';
import {
  lineDecisionText,
  stocktakingText,
  stocktakingTexts,
  stocktakingWithdrawalText,
  withdrawalProblems,
} from '../../../src/domain/assets/stocktaking-texts';

const REGISTER: CountedRegister = {
  today: '2025-07-20',
  days: ['2024-12-31'],
  assets: [
    { id: 'a', name: 'station', acquiredOn: '2025-06-30', cost: 500n, book: 400n },
    { id: 'b', name: 'workshop', acquiredOn: '2020-01-01', leftOn: '2025-07-01' },
  ],
};
const FORM: StocktakingForm = {
  ...{ countedOn: '2025-06-30', countedBy: ' bookkeeper Li ', watchedBy: 'overseer Wu' },
  ...{ findings: { a: 'found', b: 'found' }, remarks: {}, unlisted: {}, unlistedRemarks: {} },
};
const UNVALUED = { cost: null, book: null };
const read = (wish: Partial<StocktakingForm> = {}) => readStocktaking({ ...FORM, ...wish }, REGISTER);
const codes = (wish: Partial<StocktakingForm>): string[] =>
  read(wish).problems.map(({ code, field }) => `${code} ${field}`);

describe('a stocktaking', () => {
  it.each([
    ['the day before one was acquired', '2025-06-29', ['b']],
    ['the day it was acquired', '2025-06-30', ['a', 'b']],
    ['the day before one left', '2025-06-30', ['a', 'b']],
    ['the day it left', '2025-07-01', ['a']],
  ])('asks on %s for what stands in the register', (_rule, day, ids) => {
    expect(assetsToCount(REGISTER.assets, day).map(({ id }) => id)).toEqual(ids);
  });

  it('has a line for each asset, then for what is in no register', () => {
    expect(
      read({
        findings: { a: 'found', b: 'damaged' },
        remarks: { b: ' roof gone ' },
        unlisted: { '0': '', '1': ' pump ' },
        unlistedRemarks: { '0': ' ', '1': 'behind the hall' },
      }),
    ).toEqual({
      ...{ countedOn: '2025-06-30', countedBy: 'bookkeeper Li', watchedBy: 'overseer Wu', problems: [] },
      lines: [
        { line: 1, assetId: 'a', name: 'station', finding: 'found', remark: '', cost: 500n, book: 400n },
        { line: 2, assetId: 'b', name: 'workshop', finding: 'damaged', remark: 'roof gone', ...UNVALUED },
        { line: 3, assetId: null, name: 'pump', finding: 'unlisted', remark: 'behind the hall', ...UNVALUED },
      ],
    });
  });

  it.each<{ rule: string; wish: Partial<StocktakingForm>; found: string[] }>([
    { rule: 'of today', wish: { countedOn: '2025-07-20', findings: { a: 'found' } }, found: [] },
    {
      rule: 'of tomorrow',
      wish: { countedOn: '2025-07-21', findings: { a: 'found' } },
      found: ['stocktaking.later countedOn'],
    },
    {
      rule: 'of a day that has one',
      wish: { countedOn: '2024-12-31', findings: { b: 'found' } },
      found: ['stocktaking.dayTaken countedOn'],
    },
    {
      rule: 'of no day',
      wish: { countedOn: '', findings: {} },
      found: ['form.missing countedOn', 'stocktaking.nothing '],
    },
    {
      rule: 'by nobody',
      wish: { countedBy: ' ', watchedBy: '' },
      found: ['form.missing countedBy', 'form.missing watchedBy'],
    },
    {
      rule: 'with a number of a person',
      wish: { countedBy: 'Li 13812345678', remarks: { a: '13812345678' } },
      found: ['form.privateNumber countedBy', 'form.privateNumber remarks.a'],
    },
    {
      rule: 'that leaves one out',
      wish: { findings: { a: '' } },
      found: ['stocktaking.unanswered findings.a', 'stocktaking.unanswered findings.b'],
    },
    {
      rule: 'with an answer of its own',
      wish: { findings: { a: 'sold', b: 'found' } },
      found: ['form.notAllowed findings.a'],
    },
    ...(['missing', 'damaged', 'differs'] as const).map((finding) => ({
      rule: `that says no more than ${finding}`,
      wish: { findings: { a: finding, b: 'found' }, remarks: { a: ' ' } },
      found: ['stocktaking.remarkNeeded remarks.a'],
    })),
    {
      rule: 'for what had left, or is of nobody',
      wish: { countedOn: '2025-07-01', findings: { a: 'found', b: 'found', c: 'found' } },
      found: ['stocktaking.notAsked countedOn'],
    },
    {
      rule: 'of nothing',
      wish: { countedOn: '2019-12-31', findings: {} },
      found: ['stocktaking.nothing '],
    },
    {
      rule: 'with half of what is in no register',
      wish: { unlisted: { '0': 'pump' }, unlistedRemarks: { '1': 'behind the hall' } },
      found: ['form.missing unlistedRemarks.0', 'form.missing unlisted.1'],
    },
    {
      rule: 'with numbers of persons beside what is in no register',
      wish: { unlisted: { '0': 'pump 13812345678' }, unlistedRemarks: { '0': 'ask 13812345678' } },
      found: ['form.privateNumber unlisted.0', 'form.privateNumber unlistedRemarks.0'],
    },
  ])('$rule', ({ wish, found }) => {
    expect(codes(wish)).toEqual(found);
  });

  it('names what it is about', () => {
    const facts = (wish: Partial<StocktakingForm>): unknown[] =>
      read(wish).problems.map((each) => each.facts);
    expect(facts({ findings: { a: 'missing' } })).toEqual([
      { asset: 'station', finding: 'missing' },
      { asset: 'workshop' },
    ]);
    expect(facts({ countedOn: '2025-07-21', findings: { a: 'found', b: 'found' } })).toEqual([
      { today: '2025-07-20' },
      { count: 1 },
    ]);
  });
});

describe('what differed', () => {
  const lineOf = (finding: Finding | 'unlisted'): StocktakingLine => {
    return { line: 1, assetId: 'a', name: 'station', finding, remark: '', ...UNVALUED };
  };

  it.each<[Finding | 'unlisted', string[]]>([
    ['found', []],
    ['missing', ['toDisposal', 'explained']],
    ['damaged', ['toDisposal', 'explained']],
    ['differs', ['toRegister', 'explained']],
    ['unlisted', ['toRegister', 'explained']],
  ])('as %s may become %j', (finding, decisions) => {
    expect(isDifference(lineOf(finding))).toBe(decisions.length > 0);
    expect(possibleDecisions(lineOf(finding))).toEqual(decisions);
  });

  it.each([
    ['once, with a reason', 'missing', false, 'toDisposal', 'sold off', []],
    ['not where nothing differed', 'found', false, 'explained', 'x', ['stocktaking.noDifference line']],
    ['not twice', 'missing', true, 'explained', 'x', ['stocktaking.decided line']],
    ['not by nothing', 'missing', false, '', ' ', ['form.missing decision', 'form.missing reason']],
    ['not into what it cannot become', 'missing', false, 'toRegister', 'x', ['form.notAllowed decision']],
    ['not with a number', 'damaged', false, 'explained', '13812345678', ['form.privateNumber reason']],
  ] as const)('is decided %s', (_rule, finding, decided, decision, reason, found) => {
    const problems = decisionProblems({ decision, reason }, { line: lineOf(finding), decided });
    expect(problems.map(({ code, field }) => `${code} ${field}`)).toEqual(found);
  });
});

describe('the text of a stocktaking', () => {
  const head = {
    ...{ id: 's', countedOn: '2025-06-30', countedBy: 'Li', watchedBy: 'Wu' },
    ...{ enteredBy: 'u', enteredAt: 't' },
  };
  const { lines } = read({ findings: { a: 'found', b: 'missing' }, remarks: { b: 'gone' } });
  const text = stocktakingText(head, lines);

  it('is the same in any order of its lines', () => {
    expect(stocktakingText(head, [...lines].reverse())).toBe(text);
  });

  it.each(['id', 'countedOn', 'countedBy', 'watchedBy', 'enteredBy', 'enteredAt'])('covers %s', (name) => {
    expect(stocktakingText({ ...head, [name]: 'other' }, lines)).not.toBe(text);
  });

  it.each(['line', 'assetId', 'name', 'finding', 'remark'])('covers %s of a line', (name) => {
    const changed = lines.map((line, place) => (place === 0 ? { ...line, [name]: 'other' } : line));
    expect(stocktakingText(head, changed)).not.toBe(text);
    expect(stocktakingText(head, lines.slice(1))).not.toBe(text);
  });

  it.each(['cost', 'book'])('covers %s of a line, of which its first form knew nothing', (name) => {
    const changed = lines.map((line, place) => (place === 0 ? { ...line, [name]: 1n } : line));
    expect(stocktakingText(head, changed)).not.toBe(text);
    expect(stocktakingTexts(head, lines)).toEqual([text]);
    const unvalued = lines.map((line) => ({ ...line, ...UNVALUED }));
    const [second, first] = stocktakingTexts(head, unvalued);
    expect(second).toBe(stocktakingText(head, unvalued));
    expect(first).toBe(
      '["stocktaking/1","s","2025-06-30","Li","Wu","u","t",' +
        '[[1,"a","station","found",""],[2,"b","workshop","missing","gone"]]]',
    );
  });

  it.each(['stocktakingId', 'reason', 'withdrawnBy', 'withdrawnAt'])('of a withdrawal covers %s', (name) => {
    const withdrawal = { stocktakingId: 's', reason: 'r', withdrawnBy: 'u', withdrawnAt: 't' };
    const other = { ...withdrawal, [name]: 'other' };
    expect(stocktakingWithdrawalText(other)).not.toBe(stocktakingWithdrawalText(withdrawal));
  });

  it.each<[string, string[]]>([
    ['typed for another village', []],
    [' ', ['form.missing']],
    ['ask 13812345678', ['form.privateNumber']],
  ])('is withdrawn because "%s": %j', (withdrawalReason, found) => {
    expect(withdrawalProblems({ withdrawalReason }).map(({ code }) => code)).toEqual(found);
  });

  it.each(['stocktakingId', 'line', 'decision', 'reason', 'decidedBy', 'decidedAt'])(
    'of a decision covers %s',
    (name) => {
      const decision = {
        ...{ stocktakingId: 's', line: 1, decision: 'explained' as const, reason: 'r' },
        ...{ decidedBy: 'u', decidedAt: 't' },
      };
      expect(lineDecisionText({ ...decision, [name]: 'other' })).not.toBe(lineDecisionText(decision));
    },
  );
});
